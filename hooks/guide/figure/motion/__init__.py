"""The way from key frame to key frame: splines, planted parts, flights in real time. Draws nothing."""

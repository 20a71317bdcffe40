"""Where the body is: joint angles and contacts → a solved skeleton, and what can be measured on it. Draws nothing."""

"""What people write by hand in docs/ and overrides/: what it may hold, ask for and be called. Renders none of it."""

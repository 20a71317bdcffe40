"""Runs the rules of progression on what was logged: which of them applies. Words nothing and checks nothing."""

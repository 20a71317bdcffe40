"""How the guide says things, once, for page, paper, script and review. No markup, no layout."""

"""`data/` → a guide, or every problem in it. The only reader of data files; their rules are in `rules`."""

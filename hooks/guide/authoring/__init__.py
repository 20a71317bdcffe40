"""For contributors: schemas, the reference of fields, blank files, issue forms, released ids. Checks no data."""

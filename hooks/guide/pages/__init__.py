"""Guide → bodies of pages, HTML, with their templates. What lies beside them is in `site`."""

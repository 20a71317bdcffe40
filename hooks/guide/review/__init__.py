"""What a proposal changes for readers: two versions of the guide → changes → a page and a summary. Pure."""

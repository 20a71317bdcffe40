"""The pages in docs/ that people write by hand: what they may hold and ask for. Renders none of them."""

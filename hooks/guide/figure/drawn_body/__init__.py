"""The drawn body: outlines, clothes, heads, hands and muscles of a person, back to front. Knows no scene."""

"""A routine as a timeline, and the exercises as one's own session needs them. No markup, no clock."""

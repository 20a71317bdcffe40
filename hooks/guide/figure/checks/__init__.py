"""What may be wrong with a figure, by how much, and which angle mends it."""

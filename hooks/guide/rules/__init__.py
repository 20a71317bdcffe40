"""What entries must say of one another: references, addresses, ladders, routines, figures, letters. Reads no file."""

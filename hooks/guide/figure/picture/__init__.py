"""Whole pictures as SVG: the body among things and props, its layers, pairs, maps and moving figures."""

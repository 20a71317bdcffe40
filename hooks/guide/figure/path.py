"""Outlines → the compact text of SVG paths: closed quadratic splines and strokes, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

from guide.figure.camera import UNITS
from guide.figure.outline import Outline, same_way_round

_GRID = UNITS / 2


def path_data(outlines: Iterable[Outline]) -> str:
    """SVG path text of closed quadratic B-splines through the given control points; two points are a stroke.

    Control points sit on a grid of 2 units, so every knot (the middle of two) is a whole number and the
    shorthand `t`, whose control points are mirror images, repeats them exactly.
    """
    return "".join([path_text(path_numbers(same_way_round(outline))) for outline in outlines])


def path_numbers(outline: Outline) -> list[int]:
    """The whole numbers of an outline's path as it runs: its first knot, the first control point, all further knots.

    Knots are the middles of neighbouring control points, so on a grid of 2 units sums of half of each are enough.
    """
    if len(outline) == 2:
        (ax, ay), (bx, by) = ((round(x * UNITS), -round(y * UNITS)) for x, y in outline)
        return [ax, ay, bx - ax, by - ay]
    at = [round(value * _GRID) for x, y in outline for value in (x, -y)]
    ax, ay, bx, by = at[:4]
    return [ax + bx, ay + by, bx - ax, by - ay, *map(sub, at[4:] + at[:4], at)]


def path_text(numbers: Sequence[int]) -> str:
    """SVG path text of an outline's numbers."""
    if len(numbers) == 4:
        return f"M{join_numbers(numbers[:2])}l{join_numbers(numbers[2:])}"
    return f"M{join_numbers(numbers[:2])}q{join_numbers(numbers[2:6])}t{join_numbers(numbers[6:])}z"


def join_numbers(numbers: Iterable[int]) -> str:
    """Whole numbers as SVG reads them, with a separator only where it is needed."""
    return " ".join(map(str, numbers)).replace(" -", "-")

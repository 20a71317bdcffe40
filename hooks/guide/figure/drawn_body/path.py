"""Outlines → the compact text of SVG paths: quadratic splines and strokes, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

from guide.figure.drawn_body.camera import UNITS
from guide.figure.drawn_body.outline import Open, Outline, same_way_round

_GRID = UNITS / 2


def path_data(outlines: Iterable[Outline]) -> str:
    """SVG path text of quadratic B-splines through the given control points; two points are a straight stroke.

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
    rest = at[4:] if isinstance(outline, Open) else at[4:] + at[:4]
    return [ax + bx, ay + by, bx - ax, by - ay, *map(sub, rest, at)]


def path_text(numbers: Sequence[int]) -> str:
    """SVG path text of an outline's numbers; it is closed if it ends where it began."""
    if len(numbers) == 4:
        return f"M{join_numbers(numbers[:2])}l{join_numbers(numbers[2:])}"
    more, closed = numbers[6:], not sum(numbers[4::2]) and not sum(numbers[5::2])
    smooth = f"t{join_numbers(more)}" if more else ""
    return f"M{join_numbers(numbers[:2])}q{join_numbers(numbers[2:6])}{smooth}{'z' if closed else ''}"


def join_numbers(numbers: Iterable[int]) -> str:
    """Whole numbers as SVG reads them, with a separator only where it is needed."""
    return " ".join(map(str, numbers)).replace(" -", "-")

"""Shapes on paper that are not the body: polygons, soft outlines, open lines, faces of boxes. Knows no prop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import cos, hypot, pi, sin
from typing import Literal, NamedTuple

from guide.figure.drawn_body.camera import Camera, Point
from guide.figure.posing.vector import Vec

Polygon = tuple[Point, ...]
EDGE_ON = 0.02  # a face that is turned to the viewer by less is not drawn
_ROUND = tuple((cos(i * pi / 4), sin(i * pi / 4)) for i in range(8))
_INSIDE = 1.08  # a spline runs inside its control points


class Painted(NamedTuple):
    """One shape: a paint name, its points and what lies between them."""

    paint: str
    points: Polygon
    form: Literal["sharp", "smooth", "open"] = "sharp"
    """A polygon, a closed spline through control points, or an open line that is curved where it has more points."""
    endless: bool = False
    """Whether it runs out of the picture, whose edge cuts it; it asks for no room of its own."""


class Piece(NamedTuple):
    """What is painted in one go, and the box in space that it fills, which tells what lies before and behind it."""

    low: Vec
    high: Vec
    shapes: tuple[Painted, ...]
    firm: bool = False
    """Whether, for an eye at its height, it hides the part of a sole or a seat that sinks into it."""


def box(view: Camera, low: Vec, high: Vec, *, paint: str = "prop", soft: float = 0.0) -> Piece:
    """A cuboid: the faces that the viewer sees, the one that faces the viewer most in the middle tone; its corners
    rounded by `soft` in body heights (seen at eye level, such a thing is one rounded shape)."""
    if soft and view.level:
        across, up = zip(*map(view.flat, corners(low, high)), strict=True)
        x0, x1, y0, y1 = min(across), max(across), min(up), max(up)
        return Piece(low, high, (Painted(paint, chamfered(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), soft)),))
    return Piece(low, high, tuple(_faces(view, low, high, paint, soft)))


def _faces(view: Camera, low: Vec, high: Vec, paint: str, soft: float) -> Iterator[Painted]:
    side, top, front = (abs(value) for value in (view.towards[0], view.towards[1], view.towards[2]))
    tones = {0: "" if side > front else "_side", 1: "_top", 2: "" if front >= side else "_side"}
    # The darkest first: what is drawn later lies over its edge.
    for axis in (0, 2, 1) if side < front else (2, 0, 1):
        if (side, top, front)[axis] > EDGE_ON:
            flat = ordered(list(map(view.flat, _face(low, high, axis, at_high=view.towards[axis] > 0))))
            yield Painted(f"{paint}{tones[axis]}", chamfered(flat, soft) if soft else flat)


def _face(low: Vec, high: Vec, axis: int, *, at_high: bool) -> list[Vec]:
    a, b = (i for i in range(3) if i != axis)
    found = []
    for u, v in ((0, 0), (1, 0), (1, 1), (0, 1)):
        corner = [0.0, 0.0, 0.0]
        corner[axis] = high[axis] if at_high else low[axis]
        corner[a], corner[b] = (low[a], high[a])[u], (low[b], high[b])[v]
        found.append((corner[0], corner[1], corner[2]))
    return found


def ordered(points: Sequence[Point]) -> Polygon:
    """The same way round for all, so that those of one path unite."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, (*points[1:], points[0]), strict=True))
    return tuple(points) if area >= 0 else tuple(points[::-1])


def chamfered(points: Polygon, cut: float) -> Polygon:
    """The polygon without its corners."""
    found = []
    for before, here, after in zip((points[-1], *points[:-1]), points, (*points[1:], points[0]), strict=True):
        for other in (before, after):
            d = hypot(other[0] - here[0], other[1] - here[1])
            k = min(0.4, cut / d) if d > 1e-9 else 0.0
            found.append((here[0] + (other[0] - here[0]) * k, here[1] + (other[1] - here[1]) * k))
    return tuple(found)


def disc(view: Camera, centre: Vec, radius: float, paint: str) -> Painted:
    """A ball."""
    x, y = view.flat(centre)
    r = radius * _INSIDE
    return Painted(paint, tuple((x + r * c, y + r * s) for c, s in _ROUND), "smooth")


def corners(low: Vec, high: Vec) -> tuple[Vec, ...]:
    return tuple((x, y, z) for x, y, z in product(*zip(low, high, strict=True)))


def hull(points: Sequence[Point]) -> Polygon:
    """The convex hull, in the same way round as `ordered` has it."""
    found = sorted(set(points))
    if len(found) < 3:
        return tuple(found)
    half: list[list[Point]] = []
    for row in (found, found[::-1]):
        way: list[Point] = []
        for p in row:
            while len(way) > 1 and _turn(way[-2], way[-1], p) <= 0:
                way.pop()
            way.append(p)
        half.append(way[:-1])
    return tuple(half[0] + half[1])


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def clipped(points: Polygon, left: float, right: float, top: float, bottom: float) -> Polygon:
    """What lies within a rectangle of a convex polygon."""
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, bottom, 1), (1, top, -1)):
        points = tuple(_cut(points, axis, limit, sign))
    return points


def _cut(points: Polygon, axis: int, limit: float, sign: int) -> Iterator[Point]:
    for before, here in zip((*points[-1:], *points[:-1]), points, strict=True):
        a, b = (before[axis] - limit) * sign, (here[axis] - limit) * sign
        if (a < 0) != (b < 0):
            k = a / (a - b)
            yield (before[0] + (here[0] - before[0]) * k, before[1] + (here[1] - before[1]) * k)
        if b >= 0:
            yield here

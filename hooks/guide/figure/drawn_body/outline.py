"""Outlines on paper: skins over ellipses, and how those of two positions fit. Knows no anatomy, makes no text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, dist, hypot, inf, pi, radians, sin, sqrt
from typing import NamedTuple

from guide.figure.drawn_body.camera import Camera, Point
from guide.figure.posing.vector import Vec

Outline = tuple[Point, ...]
"""Control points of a quadratic B-spline, in body heights to the right and up: closed, unless it is `Open`."""


class Open(tuple[Point, ...]):
    """An outline that does not close: a stroke, or a skin whose end runs into its neighbour without a line. It begins
    in the middle between its first two points and ends in the middle between its last two."""

    __slots__ = ()


_CAP = (cos(radians(38)), sin(radians(38)))  # where the corners of a round end are
_SWELL = 1.08  # a spline runs inside its control polygon; caps are pushed out by as much
_LIGHT = (0.55, 0.83)  # direction on paper from which the light comes
_SHADED = 0.62  # most of a half width that lies in the shade
_TINY = 1e-12


Ellipse = tuple[float, float, float, float, float]
"""A cross-section on paper: x and y of its centre and xx, xy, yy of the matrix of its extent (width along n is
sqrt(n·M·n)). Plain numbers, since nothing else is made as often."""


def ellipse(view: Camera, centre: Vec, axes: Sequence[tuple[Vec, float]]) -> Ellipse:
    """The ellipsoid with these half-axes (direction, length), as it appears on paper."""
    (rx, ry, rz), (ux, uy, uz) = view.right, view.up
    cx, cy, cz = centre
    xx = xy = yy = 0.0
    for (ax, ay, az), length in axes:
        dx = (ax * rx + ay * ry + az * rz) * length
        dy = (ax * ux + ay * uy + az * uz) * length
        xx += dx * dx
        xy += dx * dy
        yy += dy * dy
    return cx * rx + cy * ry + cz * rz, cx * ux + cy * uy + cz * uz, xx, xy, yy


def touch(section: Ellipse, nx: float, ny: float, swell: float = _SWELL) -> Point:
    """The point of a cross-section that is furthest in a direction."""
    x, y, xx, xy, yy = section
    square = xx * nx * nx + 2 * xy * nx * ny + yy * ny * ny
    w = (sqrt(square) if square > _TINY else 1e-6) / swell
    return (x + (xx * nx + xy * ny) / w, y + (xy * nx + yy * ny) / w)


class Skin(NamedTuple):
    """The outline over cross-sections, and the strip of it that lies in the shade."""

    outline: Outline
    shade: Outline
    edge: Outline
    """The way across its beginning."""


class _Side(NamedTuple):
    """One cross-section: its middle, and from there the way to its left edge, seen along the limb."""

    middle: Point
    left: Point


def skin(sections: Sequence[Ellipse], true_length: float, *, is_open: bool = False, pointed: bool = False) -> Skin:
    """The skin over cross-sections; `is_open`, without a line at its beginning; `pointed`, with a slim end. Each kind
    has a number of points of its own whatever the position, so that two poses can be blended.

    A skin that points at the viewer has no sides: there the outline becomes the hull of the sections.
    """
    seen = 0.0
    for a, b in pairwise(sections):
        seen += hypot(b[0] - a[0], b[1] - a[1])
    share = (seen / max(true_length, 1e-9) - 0.2) / 0.3
    k = 0.0 if share <= 0 else 1.0 if share >= 1 else share * share * (3 - 2 * share)
    ways, sides = _sides(sections)
    outline = _around(sections, ways, sides, is_open, pointed)
    if k < 1:
        hull = _hull(sections, len(outline))
        outline = tuple(
            [(h[0] + (s[0] - h[0]) * k, h[1] + (s[1] - h[1]) * k) for h, s in zip(hull, outline, strict=True)]
        )
    return Skin(_opened(outline) if is_open else outline, _shade(sides, k), _edge(sides[0], ways[0]))


def tube(sections: Sequence[Ellipse], true_length: float, *, pointed: bool = False) -> Outline:
    """The closed outline of a skin."""
    return skin(sections, true_length, pointed=pointed).outline


def _sides(sections: Sequence[Ellipse]) -> tuple[list[Point], list[_Side]]:
    """Directions of the skin along its sections, and their edges."""
    first, last = sections[0], sections[-1]
    before = first
    ways: list[Point] = []
    sides: list[_Side] = []
    for here, after in zip(sections, (*sections[1:], last), strict=True):
        x, y, xx, xy, yy = here
        ax, ay = after[0] - before[0], after[1] - before[1]
        d = hypot(ax, ay)
        ax, ay = (ax / d, ay / d) if d >= 1e-4 else _end_to_end(first, last)
        square = xx * ay * ay - 2 * xy * ax * ay + yy * ax * ax
        w = sqrt(square) if square > _TINY else 1e-6
        sides.append(_Side((x, y), (-ay * w, ax * w)))
        ways.append((ax, ay))
        before = here
    return ways, sides


def _around(
    sections: Sequence[Ellipse], ways: Sequence[Point], sides: Sequence[_Side], is_open: bool, pointed: bool
) -> Outline:
    left = [(x + dx, y + dy) for (x, y), (dx, dy) in sides]
    right = [(x - dx, y - dy) for (x, y), (dx, dy) in reversed(sides)]
    (ax, ay), (bx, by) = ways[0], ways[-1]
    end = (touch(sections[-1], bx, by),) if pointed else _cap(sections[-1], bx, by)
    if is_open:
        return (*left, *end, *right)
    start = (touch(sections[0], -ax, -ay),) if pointed else _cap(sections[0], -ax, -ay)
    return (*start, *left, *end, *right)


def _opened(points: Outline) -> Open:
    """The same as an open outline that begins at its first point and ends at its last."""
    (ax, ay), (bx, by) = points[:2]
    (cx, cy), (dx, dy) = points[-2:]
    return Open(((2 * ax - bx, 2 * ay - by), *points[1:-1], (2 * dx - cx, 2 * dy - cy)))


def stroke(points: Sequence[Point]) -> Open:
    """A line from the first point to the last."""
    return Open(points) if len(points) == 2 else _opened(tuple(points))


def _edge(side: _Side, way: Point) -> Open:
    """A line over the beginning of a skin, bent a little around it."""
    (x, y), (dx, dy) = side
    bent = -0.12 * hypot(dx, dy)
    return stroke(((x + dx, y + dy), (x + way[0] * bent * 2, y + way[1] * bent * 2), (x - dx, y - dy)))


def _shade(sides: Sequence[_Side], k: float) -> Outline:
    """The strip along the side that looks away from the light; none of a limb that points at the viewer (k = 0)."""
    away = sum(dx * _LIGHT[0] + dy * _LIGHT[1] for _, (dx, dy) in sides)
    sign = -1 if away > 0 else 1
    outer, inner = [], []
    for (x, y), (dx, dy) in sides:
        length = hypot(dx, dy)
        dark = -sign * (dx * _LIGHT[0] + dy * _LIGHT[1]) / length if length > 1e-9 else 0.0
        kept = sign * (1 - _SHADED * k * max(0.0, dark))
        outer.append((x + sign * dx, y + sign * dy))
        inner.append((x + kept * dx, y + kept * dy))
    inner.reverse()
    return (*outer, *inner)


def _cap(section: Ellipse, ax: float, ay: float) -> tuple[Point, Point]:
    """The two corners of a round end that looks this way."""
    c, k = _CAP
    return touch(section, ax * c - ay * k, ay * c + ax * k), touch(section, ax * c + ay * k, ay * c - ax * k)


def _end_to_end(first: Ellipse, last: Ellipse) -> Point:
    """Direction of a skin at a section whose neighbours lie on each other."""
    x, y = last[0] - first[0], last[1] - first[1]
    d = hypot(x, y)
    return (x / d, y / d) if d > 1e-9 else (0.0, -1.0)


def _hull(sections: Sequence[Ellipse], n: int) -> Outline:
    a, b = sections[0], sections[-1]
    return hull(sections, n, atan2(a[1] - b[1], a[0] - b[0]) + pi / n)


def hull(sections: Sequence[Ellipse], n: int, first: float = 0.0) -> Outline:
    """What surrounds all sections, in n points; `first` is the direction of the first in radians."""
    return tuple([_furthest(sections, first - 2 * pi * i / n) for i in range(n)])


def _furthest(sections: Sequence[Ellipse], angle: float) -> Point:
    nx, ny = cos(angle), sin(angle)
    best, most = sections[0], -inf
    for section in sections:
        x, y, xx, xy, yy = section
        reach = x * nx + y * ny + sqrt(max(_TINY, xx * nx * nx + 2 * xy * nx * ny + yy * ny * ny))
        if reach > most:
            best, most = section, reach
    return touch(best, nx, ny, 1.03)


def align(forms: Sequence[tuple[Outline, ...]]) -> list[tuple[Outline, ...]]:
    """The same outlines, all the same way round, each beginning at the point that is nearest to where the one before
    it begins, so that blending goes from point to point and nothing turns inside out. Open ones stay as they are."""
    rounds = [tuple(map(same_way_round, form)) for form in forms]
    if len({tuple(map(len, form)) for form in rounds}) > 1:
        return rounds
    return list(zip(*map(_turn, zip(*rounds, strict=True)), strict=True))


def _turn(track: Sequence[Outline]) -> list[Outline]:
    """The positions of one outline, each beginning where the one before it begins."""
    if isinstance(track[0], Open):
        return list(track)
    found, there = [track[0]], _centre(track[0])
    for points in track[1:]:
        # Compared about their middles: what moves far must not turn because of that.
        here = _centre(points)
        start = _nearest_start(here, there)
        found.append(points[start:] + points[:start])
        there = here[start:] + here[:start]
    return found


def _nearest_start(here: Outline, there: Outline) -> int:
    """Where the one outline begins so that its points are, in sum, nearest to those of the other."""
    return min(range(len(here)), key=lambda start: sum(map(dist, here[start:] + here[:start], there)))


def _centre(points: Outline) -> Outline:
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return tuple([(px - x, py - y) for px, py in points])


def same_way_round(outline: Outline) -> Outline:
    """All closed outlines run the same way round: where two of one path overlap, they unite instead of leaving a
    hole. Open skins are made so."""
    if isinstance(outline, Open):
        return outline
    (x, y), area = outline[-1], 0.0
    for next_x, next_y in outline:
        area += x * next_y - next_x * y
        x, y = next_x, next_y
    return outline if area <= 0 else outline[::-1]

"""Outlines on paper: tubes through ellipses, and how those of two positions fit. Knows no anatomy, makes no text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, dist, hypot, inf, pi, radians, sin, sqrt

from guide.figure.camera import Camera, Point
from guide.figure.vector import Vec

Outline = tuple[Point, ...]
"""Control points of a closed quadratic B-spline, in body heights to the right and up."""

_CAP = (cos(radians(38)), sin(radians(38)))  # where the corners of a round end are
_SWELL = 1.08  # a spline runs inside its control polygon; caps are pushed out by as much


Ellipse = tuple[float, float, float, float, float]
"""A cross-section on paper: x and y of its centre and xx, xy, yy of the matrix of its extent (width along n is
sqrt(n·M·n)). Plain numbers, since nothing else is made as often."""


def ellipse(view: Camera, centre: Vec, axes: Sequence[tuple[Vec, float]]) -> Ellipse:
    """The ellipsoid with these half-axes (direction, length), as it appears on paper."""
    x, y = view.flat(centre)
    xx = xy = yy = 0.0
    for axis, length in axes:
        dx, dy = view.flat(axis)
        xx += (dx * length) ** 2
        xy += dx * dy * length * length
        yy += (dy * length) ** 2
    return x, y, xx, xy, yy


def touch(section: Ellipse, nx: float, ny: float, swell: float = _SWELL) -> Point:
    """The point of a cross-section that is furthest in a direction."""
    x, y, xx, xy, yy = section
    square = xx * nx * nx + 2 * xy * nx * ny + yy * ny * ny
    w = (sqrt(square) if square > 1e-12 else 1e-6) / swell
    return (x + (xx * nx + xy * ny) / w, y + (xy * nx + yy * ny) / w)


def tube(sections: Sequence[Ellipse], true_length: float, *, pointed: bool = False) -> Outline:
    """The outline of a skin over cross-sections: always 2·n + 4 points (2 fewer with pointed ends), so that
    two poses can be blended.

    A tube that points at the viewer has no sides: there the outline becomes the hull of the sections.
    """
    seen = 0.0
    for a, b in pairwise(sections):
        seen += hypot(b[0] - a[0], b[1] - a[1])
    share = (seen / max(true_length, 1e-9) - 0.2) / 0.3
    if share >= 1:
        return _sides(sections, pointed)
    hull = _hull(sections, 2 * len(sections) + (2 if pointed else 4))
    if share <= 0:
        return hull
    k = share * share * (3 - 2 * share)
    pairs = zip(hull, _sides(sections, pointed), strict=True)
    return tuple((h[0] + (s[0] - h[0]) * k, h[1] + (s[1] - h[1]) * k) for h, s in pairs)


def _sides(sections: Sequence[Ellipse], pointed: bool) -> Outline:
    first, last = sections[0], sections[-1]
    before = first
    left: list[Point] = []
    right: list[Point] = []
    ways: list[Point] = []
    for here, after in zip(sections, (*sections[1:], last), strict=True):
        x, y, xx, xy, yy = here
        ax, ay = after[0] - before[0], after[1] - before[1]
        d = hypot(ax, ay)
        ax, ay = (ax / d, ay / d) if d >= 1e-4 else _end_to_end(first, last)
        square = xx * ay * ay - 2 * xy * ax * ay + yy * ax * ax
        w = sqrt(square) if square > 1e-12 else 1e-6
        dx, dy = ay * w, ax * w
        left.append((x - dx, y + dy))
        right.append((x + dx, y - dy))
        ways.append((ax, ay))
        before = here
    right.reverse()
    (ax, ay), (bx, by) = ways[0], ways[-1]
    if pointed:
        return (touch(first, -ax, -ay), *left, touch(last, bx, by), *right)
    return (*_cap(first, -ax, -ay), *left, *_cap(last, bx, by), *right)


def _cap(section: Ellipse, ax: float, ay: float) -> tuple[Point, Point]:
    """The two corners of a round end that looks this way."""
    c, k = _CAP
    return touch(section, ax * c - ay * k, ay * c + ax * k), touch(section, ax * c + ay * k, ay * c - ax * k)


def _end_to_end(first: Ellipse, last: Ellipse) -> Point:
    """Direction of a tube at a section whose neighbours lie on each other."""
    x, y = last[0] - first[0], last[1] - first[1]
    d = hypot(x, y)
    return (x / d, y / d) if d > 1e-9 else (0.0, -1.0)


def _hull(sections: Sequence[Ellipse], n: int) -> Outline:
    a, b = sections[0], sections[-1]
    first = atan2(a[1] - b[1], a[0] - b[0]) + pi / n
    return tuple(_furthest(sections, first - 2 * pi * i / n) for i in range(n))


def _furthest(sections: Sequence[Ellipse], angle: float) -> Point:
    nx, ny = cos(angle), sin(angle)
    best, most = sections[0], -inf
    for section in sections:
        x, y, xx, xy, yy = section
        reach = x * nx + y * ny + sqrt(max(1e-12, xx * nx * nx + 2 * xy * nx * ny + yy * ny * ny))
        if reach > most:
            best, most = section, reach
    return touch(best, nx, ny, 1.03)


def align(forms: Sequence[tuple[Outline, ...]]) -> list[tuple[Outline, ...]]:
    """The same outlines, all the same way round, each beginning at the point that is nearest to where the one before
    it begins, so that blending goes from point to point and nothing turns inside out."""
    rounds = [tuple(map(same_way_round, form)) for form in forms]
    if len({tuple(map(len, form)) for form in rounds}) > 1:
        return rounds
    return list(zip(*map(_turn, zip(*rounds, strict=True)), strict=True))


def _turn(track: Sequence[Outline]) -> list[Outline]:
    """The positions of one outline, each beginning where the one before it begins."""
    if len(track[0]) == 2:
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
    """All outlines run the same way round: where two of one path overlap, they unite instead of leaving a hole."""
    (x, y), area = outline[-1], 0.0
    for next_x, next_y in outline:
        area += x * next_y - next_x * y
        x, y = next_x, next_y
    return outline if area <= 0 else outline[::-1]

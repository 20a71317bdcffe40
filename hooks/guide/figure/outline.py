"""Outlines on paper: tubes through ellipses, and the compact spline text of a closed outline. Knows no anatomy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, hypot, inf, pi, radians, sin, sqrt

from guide.figure.camera import UNITS, Camera, Point
from guide.figure.vector import Vec

Outline = tuple[Point, ...]
"""Control points of a closed quadratic B-spline, in body heights to the right and up."""

_CAP = radians(38)
_SWELL = 1.08  # a spline runs inside its control polygon; caps are pushed out by as much


@dataclass(frozen=True)
class Ellipse:
    """A cross-section on paper: centre and the matrix of its extent (width along n is sqrt(n·M·n))."""

    x: float
    y: float
    xx: float
    xy: float
    yy: float

    def width(self, nx: float, ny: float) -> float:
        return sqrt(max(1e-12, self.xx * nx * nx + 2 * self.xy * nx * ny + self.yy * ny * ny))

    def touch(self, nx: float, ny: float, swell: float = _SWELL) -> Point:
        """The point that is furthest in a direction."""
        w = self.width(nx, ny) / swell
        return (self.x + (self.xx * nx + self.xy * ny) / w, self.y + (self.xy * nx + self.yy * ny) / w)


def ellipse(view: Camera, centre: Vec, axes: Sequence[tuple[Vec, float]]) -> Ellipse:
    """The ellipsoid with these half-axes (direction, length), as it appears on paper."""
    x, y = view.flat(centre)
    (rx, ry, rz), (ux, uy, uz) = view.right, view.up  # written out: nothing else is computed as often
    xx = xy = yy = 0.0
    for (a, b, c), length in axes:
        dx, dy = a * rx + b * ry + c * rz, a * ux + b * uy + c * uz
        xx += (dx * length) ** 2
        xy += dx * dy * length * length
        yy += (dy * length) ** 2
    return Ellipse(x, y, xx, xy, yy)


def tube(sections: Sequence[Ellipse], true_length: float, *, pointed: bool = False) -> Outline:
    """The outline of a skin over cross-sections: always 2·n + 4 points (2 fewer with pointed ends), so that
    two poses can be blended.

    A tube that points at the viewer has no sides: there the outline becomes the hull of the sections.
    """
    seen = sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(sections))
    share = min(1.0, max(0.0, (seen / max(true_length, 1e-9) - 0.2) / 0.3))
    if share >= 1:
        return _sides(sections, pointed)
    hull = _hull(sections, 2 * len(sections) + (2 if pointed else 4))
    if share <= 0:
        return hull
    k = share * share * (3 - 2 * share)
    pairs = zip(hull, _sides(sections, pointed), strict=True)
    return tuple((h[0] + (s[0] - h[0]) * k, h[1] + (s[1] - h[1]) * k) for h, s in pairs)


def _sides(sections: Sequence[Ellipse], pointed: bool) -> Outline:
    ways = [_way(sections, i) for i in range(len(sections))]
    left, right = [], []
    for s, (ax, ay) in zip(sections, ways, strict=True):
        w = s.width(-ay, ax)
        left.append((s.x - ay * w, s.y + ax * w))
        right.append((s.x + ay * w, s.y - ax * w))
    (ax, ay), (bx, by) = ways[0], ways[-1]
    c, k = (1.0, 0.0) if pointed else (cos(_CAP), sin(_CAP))
    start = [sections[0].touch(-ax * c - m * ay * k, -ay * c + m * ax * k) for m in ((1,) if pointed else (-1, 1))]
    end = [sections[-1].touch(bx * c - m * by * k, by * c + m * bx * k) for m in ((1,) if pointed else (1, -1))]
    return (*start, *left, *end, *reversed(right))


def _way(sections: Sequence[Ellipse], i: int) -> Point:
    """Direction of the tube at a section; from end to end where neighbours lie on each other."""
    a, b = sections[max(i - 1, 0)], sections[min(i + 1, len(sections) - 1)]
    d = hypot(b.x - a.x, b.y - a.y)
    if d < 1e-4:
        a, b = sections[0], sections[-1]
        d = hypot(b.x - a.x, b.y - a.y)
    return ((b.x - a.x) / d, (b.y - a.y) / d) if d > 1e-9 else (0.0, -1.0)


def _hull(sections: Sequence[Ellipse], n: int) -> Outline:
    a, b = sections[0], sections[-1]
    first = atan2(a.y - b.y, a.x - b.x) + pi / n
    return tuple(_furthest(sections, first - 2 * pi * i / n) for i in range(n))


def _furthest(sections: Sequence[Ellipse], angle: float) -> Point:
    nx, ny = cos(angle), sin(angle)
    best = max(sections, key=lambda s: s.x * nx + s.y * ny + s.width(nx, ny))
    return best.touch(nx, ny, 1.03)


def path_data(outlines: Iterable[Outline]) -> str:
    """SVG path text of closed quadratic B-splines through the given control points; two points are a stroke.

    Control points sit on a grid of 2 units, so every knot (the middle of two) is a whole number and the
    shorthand `t`, whose control points are mirror images, repeats them exactly.
    """
    return "".join(_spline(outline) for outline in outlines)


def aligned(forms: Sequence[tuple[Outline, ...]]) -> list[tuple[Outline, ...]]:
    """The same outlines, each beginning at the point that is nearest to where the one before it begins, so that
    blending goes from point to point and nothing turns inside out."""
    found = [tuple(map(_same_way_round, forms[0]))]
    for form in forms[1:]:
        alike = [len(each) for each in form] == [len(each) for each in found[-1]]
        found.append(tuple(map(_turned, form, found[-1])) if alike else form)
    return found


def _turned(outline: Outline, before: Outline) -> Outline:
    if len(outline) == 2:
        return outline
    points = _same_way_round(outline)
    # Compared about their middles: what moves far must not turn because of that.
    here, there = _centred(points), _centred(before)
    best, least = 0, inf
    for start in range(len(points)):
        apart = _apart(here[start:] + here[:start], there, least)
        if apart < least:
            best, least = start, apart
    return points[best:] + points[:best]


def _apart(a: Outline, b: Outline, limit: float) -> float:
    """The sum of the distances from point to point; not added up further than to the limit."""
    total = 0.0
    for (ax, ay), (bx, by) in zip(a, b, strict=True):
        total += hypot(ax - bx, ay - by)
        if total >= limit:
            break
    return total


def _centred(points: Outline) -> Outline:
    n = len(points)
    x, y = sum(p[0] for p in points) / n, sum(p[1] for p in points) / n
    return tuple((px - x, py - y) for px, py in points)


def _spline(outline: Outline) -> str:
    if len(outline) == 2:
        return _stroke(outline)
    p = [(2 * round(x * UNITS / 2), -2 * round(y * UNITS / 2)) for x, y in _same_way_round(outline)]
    knots = [((a[0] + b[0]) // 2, (a[1] + b[1]) // 2) for a, b in zip(p, p[1:] + p[:1], strict=True)]
    numbers = [p[1][0] - knots[0][0], p[1][1] - knots[0][1]]
    numbers += [knots[1][0] - knots[0][0], knots[1][1] - knots[0][1]]
    rest = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(knots[1:], knots[2:] + knots[:1], strict=True)]
    steps = [value for step in rest for value in step]
    return f"M{joined(knots[0])}q{joined(numbers)}t{joined(steps)}z"


def _stroke(ends: Outline) -> str:
    (ax, ay), (bx, by) = ((round(x * UNITS), -round(y * UNITS)) for x, y in ends)
    return f"M{joined((ax, ay))}l{joined((bx - ax, by - ay))}"


def _same_way_round(outline: Outline) -> Outline:
    """All outlines run the same way round: where two of one path overlap, they unite instead of leaving a hole."""
    (x, y), area = outline[-1], 0.0
    for next_x, next_y in outline:
        area += x * next_y - next_x * y
        x, y = next_x, next_y
    return outline if area <= 0 else outline[::-1]


def joined(numbers: Iterable[int]) -> str:
    """Whole numbers as SVG reads them, with a separator only where it is needed."""
    text = ""
    for number in numbers:
        text += f"{number}" if number < 0 or not text else f" {number}"
    return text

"""Bodies where no body can be: below the floor, inside a thing, one part through another. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist, sqrt
from typing import NamedTuple

from guide.figure.flesh import Capsule, capsules
from guide.figure.skeleton import Skeleton
from guide.figure.solids import Solid, solids
from guide.figure.vector import Vec
from guide.model.figure import Prop

_HALVINGS = 12  # of a part of the body, when looking for its deepest point


class Clash(NamedTuple):
    """Something that is where it cannot be."""

    part: str
    """The part of the body."""
    other: str
    """What it is in: the floor, a thing, or another part."""
    depth: float
    """How deep, in body heights."""
    prop: Prop | None
    thin: bool = False


def below_floor(parts: tuple[Capsule, ...]) -> Iterator[Clash]:
    """Every part with its lowest point below the floor."""
    for part, a, b, start, end in parts:
        low = min(a[1] - start, b[1] - end)
        if low < 0:
            yield Clash(part, "the floor", -low, None)


def inside_props(parts: tuple[Capsule, ...], props: tuple[Prop, ...]) -> Iterator[Clash]:
    """Every part inside a thing, and how deep its deepest point is."""
    for solid in solids(props):
        for part in parts:
            if (depth := -_nearest(part, solid)) > 0:
                yield Clash(part.part, f"the {solid.name}", depth, solid.prop, solid.thin)


def _nearest(part: Capsule, solid: Solid) -> float:
    """Distance between the two; minus where one is inside the other, and some number above 0 where they are apart."""
    _, a, b, start, end = part
    wide = max(start, end)
    for i in range(3):
        if max(a[i], b[i]) + wide < solid.low[i] or min(a[i], b[i]) - wide > solid.high[i]:
            return 1.0
    (ax, ay, az), dx, dy, dz, dr = a, b[0] - a[0], b[1] - a[1], b[2] - a[2], end - start
    distance = solid.distance

    def at(t: float) -> float:
        return distance(ax + dx * t, ay + dy * t, az + dz * t) - start - dr * t

    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):  # of a convex thing the distance falls and then rises
        one, two = low + (high - low) * 0.4, low + (high - low) * 0.6
        if at(one) < at(two):
            high = two
        else:
            low = one
    return min(at(0.0), at(1.0), at((low + high) / 2))


_TRUNK = ("trunk",)
_THROUGH = {
    "right hand": ("trunk", "head", "right thigh", "left thigh", "right shank", "left shank", "left forearm"),
    "left hand": ("trunk", "head", "right thigh", "left thigh", "right shank", "left shank", "right forearm"),
    "right forearm": ("trunk", "head", "right thigh", "left thigh", "left forearm"),
    "left forearm": ("trunk", "head", "right thigh", "left thigh"),
    "right upper arm": ("head",),
    "left upper arm": ("head",),
    "right shank": ("left shank", "left thigh", "left foot"),
    "left shank": ("right thigh", "right foot"),
    "right thigh": ("left thigh", "head"),
    "left thigh": ("head",),
    "right foot": ("left foot",),
}
"""Pairs of parts that may touch and never pass through each other."""


def through_itself(skeleton: Skeleton, parts: tuple[Capsule, ...]) -> Iterator[Clash]:
    """Parts that are inside other parts of the same body, the deepest place of each pair."""
    named: dict[str, list[Capsule]] = {}
    for part in parts:
        named.setdefault(part.part, []).append(part)
    for name, others in _THROUGH.items():
        for other in others:
            depth = max(_overlap(one, two) for one in named[name] for two in named[other])
            if depth > 0:
                yield Clash(name, f"the {other}", depth, None)


def _overlap(one: Capsule, two: Capsule) -> float:
    """How deep two parts are in each other; 0 or less where they are apart."""
    wide = max(one.start, one.end) + max(two.start, two.end)
    for i in range(3):
        if max(one.a[i], one.b[i]) + wide < min(two.a[i], two.b[i]):
            return 0.0
        if min(one.a[i], one.b[i]) - wide > max(two.a[i], two.b[i]):
            return 0.0
    s, t, gap = _closest(one.a, one.b, two.a, two.b)
    return one.start + (one.end - one.start) * s + two.start + (two.end - two.start) * t - gap


def _closest(a: Vec, b: Vec, c: Vec, d: Vec) -> tuple[float, float, float]:
    """Where on a–b and on c–d, from 0 to 1, the two lines are nearest, and how near (Ericson 2005, 5.1.9)."""
    ux, uy, uz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
    vx, vy, vz = d[0] - c[0], d[1] - c[1], d[2] - c[2]
    wx, wy, wz = a[0] - c[0], a[1] - c[1], a[2] - c[2]
    uu, vv, uv = ux * ux + uy * uy + uz * uz, vx * vx + vy * vy + vz * vz, ux * vx + uy * vy + uz * vz
    uw, vw = ux * wx + uy * wy + uz * wz, vx * wx + vy * wy + vz * wz
    denominator = uu * vv - uv * uv
    s = min(1.0, max(0.0, (uv * vw - uw * vv) / denominator)) if denominator > 1e-12 else 0.0
    t = (uv * s + vw) / vv
    if not 0.0 <= t <= 1.0:
        t = min(1.0, max(0.0, t))
        s = min(1.0, max(0.0, (uv * t - uw) / uu))
    x, y, z = wx + ux * s - vx * t, wy + uy * s - vy * t, wz + uz * s - vz * t
    return s, t, sqrt(x * x + y * y + z * z)

"""What stands in the scene as simple solids that no body passes through: boxes, posts, balls. Draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from math import hypot, sqrt
from typing import NamedTuple

from guide.figure.posing.extent import CHAIR_BACK, extent
from guide.figure.posing.vector import Vec
from guide.model.scene import Prop

Distance = Callable[[float, float, float], float]
"""How far a point is from the surface; minus inside."""


class Solid(NamedTuple):
    """A convex thing, so that on a line through it one point is deepest."""

    name: str
    """In words, such as `back of the chair`."""
    prop: Prop
    low: Vec
    high: Vec
    """Corners of the box around it."""
    distance: Distance
    thin: bool
    """Whether a hand closes round it."""


_THICK = {"bench": 0.045, "chair": 0.026, "table": 0.03}
_POST = 0.011
_SLAB = 0.012  # half of its thickness


@lru_cache(maxsize=64)
def solids(props: tuple[Prop, ...]) -> tuple[Solid, ...]:
    """The solids of all props; a partner, a strap and a towel give way."""
    return tuple(solid for prop in props for solid in _solids(prop))


def _solids(prop: Prop) -> Iterator[Solid]:
    x0, x1, z0, z1 = extent(prop)
    top = prop.height
    match prop.kind:
        case "partner" | "strap":
            return
        case "ball":
            yield _ball(prop, (x0 + top / 2, top / 2, (z0 + z1) / 2), top / 2)
        case "rail" | "bar" | "doorway":
            a, b = _line(prop)
            if prop.kind != "doorway":
                yield _rod(prop, prop.kind, (a[0], top - _POST, a[1]), (b[0], top - _POST, b[1]))
            for x, z in (a, b) if prop.kind != "bar" else ():
                yield _rod(prop, f"post of the {prop.kind}", (x, 0.0, z), (x, top, z))
        case "chair":
            yield _box(prop, "seat of the chair", (x0, top - _THICK["chair"], z0), (x1, top, z1))
            yield _box(prop, "back of the chair", (x0 - _SLAB, top, z0), (x0 + _SLAB, top + CHAIR_BACK, z1))
        case kind:
            yield _box(prop, kind, (x0, top - _THICK.get(kind, top), z0), (x1, top, z1))


def _line(prop: Prop) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends of what faces the figure: forward, and to its right."""
    x0, x1, z0, z1 = extent(prop)
    if prop.at in ("right", "left"):
        z = z0 if prop.at == "right" else z1
        return (x0, z), (x1, z)
    return (prop.edge, z0), (prop.edge, z1)


def _box(prop: Prop, name: str, low: Vec, high: Vec) -> Solid:
    (x0, y0, z0), (x1, y1, z1) = low, high

    def distance(x: float, y: float, z: float) -> float:
        a, b, c = max(x0 - x, x - x1), max(y0 - y, y - y1), max(z0 - z, z - z1)
        most = max(a, b, c)
        if most <= 0:
            return most
        return hypot(max(a, 0.0), max(b, 0.0), max(c, 0.0))

    return Solid(name, prop, low, high, distance, thin=False)


def _ball(prop: Prop, centre: Vec, radius: float) -> Solid:
    cx, cy, cz = centre

    def distance(x: float, y: float, z: float) -> float:
        return hypot(x - cx, y - cy, z - cz) - radius

    low, high = (cx - radius, cy - radius, cz - radius), (cx + radius, cy + radius, cz + radius)
    return Solid("ball", prop, low, high, distance, thin=False)


def _rod(prop: Prop, name: str, a: Vec, b: Vec) -> Solid:
    """A round rod from a to b."""
    (ax, ay, az), (dx, dy, dz) = a, (b[0] - a[0], b[1] - a[1], b[2] - a[2])
    length = dx * dx + dy * dy + dz * dz

    def distance(x: float, y: float, z: float) -> float:
        t = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / length))
        ex, ey, ez = x - ax - dx * t, y - ay - dy * t, z - az - dz * t
        return sqrt(ex * ex + ey * ey + ez * ez) - _POST

    low, high = ((f(a[0], b[0]), f(a[1], b[1]), f(a[2], b[2])) for f in (min, max))
    low, high = tuple(v - _POST for v in low), tuple(v + _POST for v in high)  # type: ignore[assignment]
    return Solid(name, prop, low, high, distance, thin=True)

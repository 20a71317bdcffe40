"""The floor and the shadows on it, of bodies in any position and of props. Knows heights, not contacts."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from guide.figure.drawn_body.camera import Camera, Point
from guide.figure.drawn_body.painted import Painted, Piece, hull, ordered
from guide.figure.posing import body
from guide.figure.posing.extent import extent
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.figure.posing.vector import Vec
from guide.model.scene import Prop

FLOOR_DEPTH = 0.026
_NEAR = 0.10  # what is less high above the floor has a shadow
_LOW = 0.03  # a mat or less: what lies on it has its shadow there
_THICK = {"pelvis": 0.075, "chest": 0.075, "head": 0.07, "thigh": 0.055, "shank": 0.036, "foot": 0.03}
_ARM = 0.026
_RING = tuple((cos(i * pi / 4), sin(i * pi / 4)) for i in range(8))
_LIMBS: tuple[tuple[str, ...], ...] = (
    ("pelvis", "chest", "head"),
    *((f"{side}_thigh", f"{side}_shank") for side in SIDES),
    *((f"{side}_upper_arm", f"{side}_forearm", f"{side}_hand") for side in SIDES),
)
_FEET = tuple((f"{side}_foot",) for side in SIDES)
_OPEN = frozenset({"wall", "rail", "doorway", "bar", "strap", "partner"})
Disc = tuple[float, float, float, float]
"""Of a place on the ground: forward, to the right, radius, height of what is above it."""


def floor(left: float, right: float, low: float = -FLOOR_DEPTH, high: float = 0.0) -> Painted:
    """The floor, from the left to the right end of the picture; seen from above, from its near to its far end."""
    return Painted("floor", ((left, high), (right, high), (right, low), (left, low)))


def floor_span(skeleton: Skeleton, view: Camera, props: tuple[Prop, ...]) -> tuple[float, float]:
    """How far down and up on paper the floor reaches: a line for an eye at its height, else all that stands on it."""
    if view.level:
        return -FLOOR_DEPTH, 0.0
    places = [(segment.end[0], segment.end[2]) for segment in skeleton.values()]
    places += [(x, z) for prop in props if prop.kind not in _OPEN for x, z in _corners(prop)]
    ups = [view.flat((x, 0.0, z))[1] for x, z in places]
    margin = 0.03 + 0.12 * view.towards[1]
    return min(ups) - margin, max(ups) + margin


def _corners(prop: Prop) -> tuple[tuple[float, float], ...]:
    x0, x1, z0, z1 = extent(prop)
    return (x0, z0), (x1, z0), (x1, z1), (x0, z1)


def shadows(skeleton: Skeleton, view: Camera, props: tuple[Prop, ...]) -> tuple[Painted, ...]:
    """A shadow on the floor below what stands or lies near it, smaller the higher it is."""
    standing = [prop for prop in props if prop.kind not in _OPEN]
    if view.level:
        groups = [*_body(skeleton, standing, _LIMBS)]
        feet = [shoe for side in SIDES if (shoe := _shoe(skeleton, view, side, standing))]
        spans = [_span(group, view) for group in groups] + [_base(prop, view) for prop in standing]
        return tuple(Painted("shadow", _flat(*span)) for span in _merged([*feet, *spans]))
    groups = [*_body(skeleton, standing, (*_LIMBS, *_FEET))]
    return tuple(Painted("shadow", _spread(group, view), "smooth") for group in groups if not group[0][3])


def raised_shadows(skeleton: Skeleton, view: Camera, props: tuple[Prop, ...]) -> Iterator[Piece]:
    """For an eye above the floor: the shadows of what lies on a mat."""
    standing = [prop for prop in props if prop.kind not in _OPEN]
    for group in _body(skeleton, standing, (*_LIMBS, *_FEET)) if not view.level else ():
        if ground := group[0][3]:
            xs, zs = [x for x, _, _, _ in group], [z for _, z, _, _ in group]
            low, high = (min(xs), ground, min(zs)), (max(xs), ground + 1e-3, max(zs))
            yield Piece(low, high, (Painted("shade", _spread(group, view), "smooth"),))


def prop_shadows(view: Camera, props: tuple[Prop, ...]) -> tuple[Painted, ...]:
    """For an eye above the floor: what lies in the shade beside a prop."""
    found = []
    for prop in props if not view.level else ():
        if prop.kind not in _OPEN:
            if prop.kind == "ball":
                x0, x1, z0, z1 = extent(prop)
                disc = ((x0 + x1) / 2, (z0 + z1) / 2, prop.height * 0.36, 0.0)
                found.append(Painted("shadow", _spread((disc,), view), "smooth"))
                continue
            spread = min(0.05, 0.3 * prop.height)
            base = [
                view.flat((x + dx, 0.0, z + dz)) for x, z in _corners(prop) for dx, dz in ((0, 0), (-spread, spread))
            ]
            found.append(Painted("shadow", ordered(hull(base))))
    return tuple(found)


def _body(skeleton: Skeleton, props: list[Prop], parts: tuple[tuple[str, ...], ...]) -> Iterator[tuple[Disc, ...]]:
    """Places near the ground, part by part."""
    for names in parts:
        found = tuple(disc for name in names for disc in _discs(skeleton, name, props))
        if found:
            yield found


def _discs(skeleton: Skeleton, name: str, props: list[Prop]) -> Iterator[Disc]:
    segment = skeleton[name]
    r = _THICK.get(name.partition("_")[2] or name, _THICK.get(name, _ARM))
    for share in (0.0, 0.5, 1.0):
        x, y, z = segment.point(share)
        ground = _under(x, z, props)
        height = y - r - ground
        if ground <= _LOW and height < _NEAR:
            yield x, z, r * (1 - max(0.0, height) / _NEAR * 0.5), ground


def _under(x: float, z: float, props: list[Prop]) -> float:
    """Height of the highest thing below a place."""
    tops = [prop.height for prop in props for x0, x1, z0, z1 in [extent(prop)] if x0 <= x <= x1 and z0 <= z <= z1]
    return max(tops, default=0.0)


def _spread(group: tuple[Disc, ...], view: Camera) -> tuple[Point, ...]:
    points = [view.flat((x + r * c, ground, z + r * s)) for x, z, r, ground in group for c, s in _RING]
    return _swollen(hull(points))


def _swollen(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Control points of the spline that runs about where these are."""
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return tuple((x + (px - x) * 1.06, y + (py - y) * 1.06) for px, py in points)


Span = tuple[float, float, float]
"""Left and right end on paper, and how high above the floor."""


def _span(group: tuple[Disc, ...], view: Camera) -> Span:
    ends = [view.flat((x, 0.0, z))[0] + sign * r for x, z, r, _ in group for sign in (1, -1)]
    return min(ends), max(ends), 0.0


def _base(prop: Prop, view: Camera) -> Span:
    ends = [view.flat((x, 0.0, z))[0] for x, z in _corners(prop)]
    return min(ends), max(ends), 0.0


def _shoe(skeleton: Skeleton, view: Camera, side: str, props: list[Prop]) -> Span | None:
    foot = skeleton[f"{side}_foot"]
    ends = [view.flat(foot.point(reach / body.TOE))[0] for reach in (body.HEEL - 0.01, body.TOE + 0.012)]
    height = max(0.0, min(foot.at[1], foot.end[1]) - body.ANKLE_HEIGHT)
    if height >= 0.18 or _over(foot.at, props):
        return None
    spare = 0.03 if not view.sideways else 0.0
    low, high = min(ends) - spare, max(ends) + spare
    slack = (high - low) * min(0.35, height)
    return low + slack, high - slack, height


def _over(place: Vec, props: list[Prop]) -> bool:
    x, y, _ = place
    return any(extent(prop)[0] - 0.1 < x < extent(prop)[1] and y > prop.height for prop in props)


def _merged(spans: list[Span]) -> list[Span]:
    """Shadows that touch are one."""
    found: list[Span] = []
    for low, high, height in sorted(spans):
        if found and low < found[-1][1]:
            last = found.pop()
            low, high, height = last[0], max(last[1], high), min(last[2], height)
        found.append((low, high, height))
    return found


def _flat(low: float, high: float, height: float) -> tuple[Point, ...]:
    deep = FLOOR_DEPTH * (0.45 if height < 0.02 else 0.3)
    return ((low, 0.0), (high, 0.0), (high - 0.01, -deep), (low + 0.01, -deep))

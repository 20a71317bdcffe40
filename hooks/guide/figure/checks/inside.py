"""Checks for what no body can be in: the floor, a thing, itself. Knows no joints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from math import hypot, sqrt

from guide.figure.checks.finding import Off, length
from guide.figure.checks.flesh import TOUCHING, Capsule, capsules
from guide.figure.checks.solids import Solid, solids
from guide.figure.posing.contact import contacts_of
from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.vector import Vec
from guide.model.figure import Figure, Frame

DEEP = 0.01  # of body height: what people do not see
PRESSED = 0.03  # what flesh gives way where it rests on something
THROUGH = 0.02  # what it gives way where two parts of a body press on each other
_HALVINGS = 12  # of a part of the body, when looking for its deepest point
_HANDS = frozenset({"right hand", "left hand", "right forearm", "left forearm"})

Pressing = Mapping[str, frozenset[str]]
"""For each thing that is touched, and the floor, the parts that do."""


def inside(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """Every part of the body that is deeper in the floor, in a thing or in another part than flesh gives way."""
    parts, pressing = capsules(skeleton), _pressing(figure, frame)
    yield from _below_floor(parts, pressing)
    yield from _in_things(figure, parts, pressing)
    yield from _in_itself(parts)


def _pressing(figure: Figure, frame: Frame) -> Pressing:
    found: dict[str, set[str]] = {}
    for contact in contacts_of(figure, frame):
        found.setdefault(contact.surface, set()).update(name.format(contact.side) for name in TOUCHING[contact.part])
    return {on: frozenset(parts) for on, parts in found.items()}


def _below_floor(parts: tuple[Capsule, ...], pressing: Pressing) -> Iterator[Off]:
    told: set[str] = set()
    for number, part in enumerate(parts):
        allowed = PRESSED if part.part in pressing.get("floor", ()) else DEEP
        if (depth := _sunk(part)) > allowed and part.part not in told:
            told.add(part.part)
            text = f"the {part.part} is {length(depth)} below the floor"
            yield Off(("pose",), text, "change the pose", partial(_depth_below, number=number), allowed, True)


def _depth_below(skeleton: Skeleton, number: int) -> float:
    return _sunk(capsules(skeleton)[number])


def _sunk(part: Capsule) -> float:
    """How deep its lowest point is below the floor."""
    return max(part.start - part.a[1], part.end - part.b[1])


def _in_things(figure: Figure, parts: tuple[Capsule, ...], pressing: Pressing) -> Iterator[Off]:
    for solid in solids(figure.props):
        names = {solid.prop.kind, solid.prop.name}
        touching = {part for on, pressed in pressing.items() if on in names for part in pressed}
        told: set[str] = set()
        for number, part in enumerate(parts):
            if _apart(part, solid) or (solid.thin and part.part in touching) or part.part in told:
                continue
            allowed = PRESSED if part.part in touching else DEEP
            if (depth := -_distance(part, solid)) > allowed:
                told.add(part.part)
                text = f"the {part.part} is {length(depth)} inside the {solid.name}"
                remedy = f"move the {solid.prop.kind}, or change the pose"
                yield Off(("pose",), text, remedy, partial(_depth_in, number=number, solid=solid), allowed, True)


def _depth_in(skeleton: Skeleton, number: int, solid: Solid) -> float:
    return -_distance(capsules(skeleton)[number], solid)


def _apart(part: Capsule, solid: Solid) -> bool:
    """Whether the boxes around both are apart, so that nothing has to be measured."""
    wide = max(part.start, part.end)
    return any(
        max(part.a[i], part.b[i]) + wide < solid.low[i] or min(part.a[i], part.b[i]) - wide > solid.high[i]
        for i in range(3)
    )


def _distance(part: Capsule, solid: Solid) -> float:
    """Distance between a part and a thing; minus inside."""
    _, a, b, start, end = part
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


_ARM = ("trunk", "head", "right thigh", "left thigh")
_THROUGH: Mapping[str, tuple[str, ...]] = {
    "right hand": (*_ARM, "right shank", "left shank", "left forearm"),
    "left hand": (*_ARM, "right shank", "left shank", "right forearm"),
    "right forearm": (*_ARM, "left forearm"),
    "left forearm": _ARM,
    "right upper arm": ("head",),
    "left upper arm": ("head",),
    "right shank": ("left shank", "left thigh", "left foot"),
    "left shank": ("right thigh", "right foot"),
    "right thigh": ("left thigh", "head"),
    "left thigh": ("head",),
    "right foot": ("left foot",),
}
"""Pairs of parts that may touch and never pass through each other."""


def _in_itself(parts: tuple[Capsule, ...]) -> Iterator[Off]:
    named: dict[str, list[int]] = {}
    for number, part in enumerate(parts):
        named.setdefault(part.part, []).append(number)
    balls = [_ball(part) for part in parts]
    for name, others in _THROUGH.items():
        for other in others:
            pairs = [(i, j) for i in named[name] for j in named[other] if _near(balls[i], balls[j])]
            depth, deepest = max(((_overlap(parts[i], parts[j]), (i, j)) for i, j in pairs), default=(0.0, (0, 0)))
            if depth > THROUGH:
                text = f"the {name} is {length(depth)} inside the {other}"
                yield Off(("pose",), text, "change the pose", partial(_depth, pair=deepest), THROUGH, True)


def _ball(part: Capsule) -> tuple[float, float, float, float]:
    """The middle and the radius of a ball round a part: what is outside need not be measured."""
    (ax, ay, az), (bx, by, bz) = part.a, part.b
    reach = hypot(ax - bx, ay - by, az - bz) / 2 + max(part.start, part.end)
    return (ax + bx) / 2, (ay + by) / 2, (az + bz) / 2, reach


def _near(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    x, y, z, reach = one[0] - two[0], one[1] - two[1], one[2] - two[2], one[3] + two[3]
    return x * x + y * y + z * z < reach * reach


def _depth(skeleton: Skeleton, pair: tuple[int, int]) -> float:
    parts = capsules(skeleton)
    return _overlap(parts[pair[0]], parts[pair[1]])


def _overlap(one: Capsule, two: Capsule) -> float:
    """How deep two parts are in each other; minus where they are apart."""
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

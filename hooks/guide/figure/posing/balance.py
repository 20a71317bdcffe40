"""Where the body's mass is, and what it rests on. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist

from guide.figure.posing import body
from guide.figure.posing.skeleton import SIDES, Skeleton, sole_point
from guide.figure.posing.surface import FLOOR, Surface, surface_of
from guide.figure.posing.touch import touches
from guide.figure.posing.vector import Vec, along, scale
from guide.model.scene import Contact, Prop

Ground = tuple[float, float]
"""A point of the floor: forward, and to the figure's right."""

_MIDDLE = ("pelvis", "chest", "head")
_MASSES = {name: body.MASSES[name] for name in _MIDDLE} | {
    f"{side}_{part}": mass for side in SIDES for part, mass in body.MASSES.items() if part not in _MIDDLE
}
_WIDE = 0.028  # half a sole
_ENDS = {
    "sole": (body.HEEL, body.TOE),
    "ball": (body.BALL - 0.01, body.TOE),
    "heel": (body.HEEL, body.HEEL + 0.02),
    "toes": (body.TOE - 0.02, body.TOE),
    "laces": (0.0, body.TOE),
}
_BROAD = {"seat": 0.06, "back": 0.09, "shoulders": 0.09, "chest": 0.09, "belly": 0.07, "head": 0.03}
_BROAD |= dict.fromkeys(("knee", "shin", "elbow", "forearm", "hand"), 0.02)
"""Half the width of what carries a body."""


def centre_of_mass(skeleton: Skeleton) -> Vec:
    """The body's centre, from segment masses and centres after Winter."""
    total, whole = (0.0, 0.0, 0.0), 0.0
    for name, (mass, share) in _MASSES.items():
        total = along(total, skeleton[name].point(share), mass)
        whole += mass
    return scale(total, 1 / whole)


def support(skeleton: Skeleton, contacts: tuple[Contact, ...], props: tuple[Prop, ...]) -> tuple[Ground, ...]:
    """Corners of all that carries the body, as seen from above: soles, knees, hands, the trunk, backs on walls."""
    planted = ((contact, surface_of(props, contact.surface)) for contact in contacts)
    return tuple(
        (corner[0], corner[2])
        for contact, surface in planted
        for corner in _corners(skeleton, contact, surface or FLOOR)
    )


def _corners(skeleton: Skeleton, contact: Contact, surface: Surface) -> Iterator[Vec]:
    if contact.part in _ENDS:
        foot = skeleton[f"{contact.side}_foot"]
        for reach in _ENDS[contact.part]:
            for sign in (1, -1):
                yield along(sole_point(foot, reach), foot.out, _WIDE * sign)
        return
    wide, out = _BROAD.get(contact.part, 0.0), skeleton["chest"].out
    for touch in touches(skeleton, contact, surface):
        point = surface.nearest(touch.point) if surface.bar else touch.point
        yield from (along(point, out, wide * sign) for sign in ((1, -1) if wide else (0,)))
    if contact.part == "hand" and not surface.bar:
        yield skeleton[f"{contact.side}_hand"].end


def held(contacts: tuple[Contact, ...], props: tuple[Prop, ...]) -> bool:
    """Whether something also pulls: a part that is held, or a hand on a bar beside or in front of a body that has
    other support."""
    bars = [each for each in contacts if (surface := surface_of(props, each.surface)) and surface.bar]
    return any(each.held for each in contacts) or 0 < len(bars) < len(contacts)


def falling(skeleton: Skeleton, contacts: tuple[Contact, ...], props: tuple[Prop, ...]) -> float:
    """How far the centre of mass is beside what carries the body; 0 or less where it stays, also when it is held."""
    if not contacts or held(contacts, props):
        return 0.0
    centre = centre_of_mass(skeleton)
    return overhang((centre[0], centre[2]), support(skeleton, contacts, props))


def overhang(point: Ground, corners: tuple[Ground, ...]) -> float:
    """How far a point lies outside the convex hull of the corners; 0 or less inside."""
    hull = _hull(sorted(set(corners)))
    if len(hull) < 3:
        return _from_line(point, hull[0], hull[-1])
    sides = zip(hull, (*hull[1:], hull[0]), strict=True)
    return max(-_left(point, a, b) / max(1e-9, dist(a, b)) for a, b in sides)


def _from_line(point: Ground, a: Ground, b: Ground) -> float:
    long = dist(a, b)
    share = 0.0 if long < 1e-9 else ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / long**2
    share = max(0.0, min(1.0, share))
    return dist(point, (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))


def _hull(points: list[Ground]) -> list[Ground]:
    """The corners of the convex hull of sorted points, the inside on the left (monotone chain)."""
    if len(points) < 3:
        return points
    return [*_chain(points)[:-1], *_chain(points[::-1])[:-1]]


def _chain(points: list[Ground]) -> list[Ground]:
    chain: list[Ground] = []
    for point in points:
        while len(chain) > 1 and _left(point, chain[-2], chain[-1]) <= 1e-12:
            chain.pop()
        chain.append(point)
    return chain


def _left(p: Ground, a: Ground, b: Ground) -> float:
    """Above 0 on the left of the way from a to b."""
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

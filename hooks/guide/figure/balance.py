"""Where the body's mass is, and what it rests on. Judges nothing."""

from __future__ import annotations

from math import hypot

from guide.figure import body
from guide.figure.contact import foot_of, kneeling, touching
from guide.figure.skeleton import SIDES, Skeleton, sole_point
from guide.figure.vector import Vec, along, scale
from guide.model.figure import Feet, Touch

Ground = tuple[float, float]
"""A point of the floor: forward, and to the figure's right."""

_MASSES = body.MASSES | {f"{side}_{part}": mass for side in SIDES for part, mass in body.MASSES.items()}
_WIDE = 0.028  # half a sole
_ENDS: dict[Touch, tuple[float, ...]] = {
    "flat": (body.HEEL, body.TOE),
    "ball": (body.BALL - 0.01, body.TOE),
    "laces": (0.0, body.TOE),
    "air": (),
}


def centre_of_mass(skeleton: Skeleton) -> Vec:
    """The body's centre, from segment masses and centres after Winter."""
    total, whole = (0.0, 0.0, 0.0), 0.0
    for name, segment in skeleton.items():
        mass, share = _MASSES[name]
        total = along(total, segment.point(share), mass)
        whole += mass
    return scale(total, 1 / whole)


def support(skeleton: Skeleton, feet: Feet) -> tuple[Ground, ...]:
    """Corners of the soles (or insteps) and the knees that rest on something, as seen from above."""
    knees = (skeleton[f"{side}_shank"].at for side in touching(feet) if kneeling(skeleton, side, foot_of(feet, side)))
    soles = (
        (corner[0], corner[2])
        for side in touching(feet)
        for reach in _ENDS[foot_of(feet, side).touch]
        for sign in (1, -1)
        for foot in [skeleton[f"{side}_foot"]]
        for corner in [along(sole_point(foot, reach), foot.out, _WIDE * sign)]
    )
    return (*soles, *((knee[0], knee[2]) for knee in knees))


def overhang(point: Ground, corners: tuple[Ground, ...]) -> float:
    """How far a point lies outside the convex hull of the corners; 0 or less inside."""
    hull = _hull(corners)
    if not hull:  # of a foot that stands on its edge, all corners are one point from above
        return hypot(point[0] - corners[0][0], point[1] - corners[0][1])
    return max(_outside(point, a, b) for a, b in zip(hull, hull[1:] + hull[:1], strict=True))


def _outside(p: Ground, a: Ground, b: Ground) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = max(1e-9, hypot(dx, dy))
    return -((p[1] - a[1]) * dx - (p[0] - a[0]) * dy) / length


def _hull(points: tuple[Ground, ...]) -> list[Ground]:
    """Convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _chain(points: list[Ground]) -> list[Ground]:
    chain: list[Ground] = []
    for p in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], p) <= 0:
            chain.pop()
        chain.append(p)
    return chain


def _turn(a: Ground, b: Ground, c: Ground) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

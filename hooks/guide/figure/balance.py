"""Where the body's mass is, and what it rests on. Judges nothing."""

from __future__ import annotations

from itertools import permutations
from math import dist

from guide.figure import body
from guide.figure.contact import foot_of, kneeling, touching
from guide.figure.skeleton import SIDES, Skeleton, sole_point
from guide.figure.vector import Vec, along, scale
from guide.model.figure import Feet, Touch

Ground = tuple[float, float]
"""A point of the floor: forward, and to the figure's right."""

_MIDDLE = ("pelvis", "chest", "head")
_MASSES = {name: body.MASSES[name] for name in _MIDDLE} | {
    f"{side}_{part}": mass for side in SIDES for part, mass in body.MASSES.items() if part not in _MIDDLE
}
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
    for name, (mass, share) in _MASSES.items():
        total = along(total, skeleton[name].point(share), mass)
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
    pairs = permutations(sorted(set(corners)), 2)
    sides = [(a, b) for a, b in pairs if all(_left(corner, a, b) >= -1e-12 for corner in corners)]
    if not sides:  # of a foot that stands on its edge, all corners are one point from above
        return dist(point, corners[0])
    return max(-_left(point, a, b) / max(1e-9, dist(a, b)) for a, b in sides)


def _left(p: Ground, a: Ground, b: Ground) -> float:
    """Above 0 on the left of the way from a to b."""
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

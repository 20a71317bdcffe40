"""A skeleton → its parts as thick lines: where a body has flesh, on the lean side, for checks. Draws nothing."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure.posing import body
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.figure.posing.vector import Vec


class Capsule(NamedTuple):
    """A part of the body: all that is near a line, at one end as near as `start`, at the other as `end`."""

    part: str
    """In words, such as `left thigh`."""
    a: Vec
    b: Vec
    start: float
    end: float


# Radii are those of the firm core, so that a part that rests presses flat without being told.
_LIMBS: dict[str, tuple[float, float, float, float]] = {
    "thigh": (0.05, 1.0, 0.045, 0.028),
    "shank": (0.0, 1.0, 0.028, 0.020),
    "upper_arm": (0.05, 1.0, 0.028, 0.020),
    "forearm": (0.0, 1.0, 0.020, 0.015),
    "hand": (0.3, 1.7, 0.009, 0.007),
}
"""Shares of the segment at which the line begins and ends, and the radii there."""
TOUCHING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("sole", "ball", "heel", "toes"), ("{} foot",)),
    "laces": ("{} foot", "{} shank"),
    **dict.fromkeys(("knee", "shin"), ("{} shank", "{} thigh", "{} foot")),
    **dict.fromkeys(("hip", "thigh"), ("{} thigh", "trunk")),
    "shoulder": ("{} upper arm", "trunk"),
    **dict.fromkeys(("elbow", "forearm"), ("{} forearm", "{} upper arm", "{} hand")),
    "hand": ("{} hand", "{} forearm"),
    "seat": ("trunk", "right thigh", "left thigh"),
    **dict.fromkeys(("back", "shoulders", "chest", "belly"), ("trunk",)),
    "head": ("head",),
}
"""The parts that press on something where a contact says that its part touches it."""
_TRUNK = {"pelvis": 0.05, "spine_1": 0.048, "spine_2": 0.05, "spine_3": 0.048}
_TRUNK_OUT = 0.035
_HEAD = (0.75, 1.06, 0.054)
_SHOE = (-0.028, 0.092, 0.015)  # heel and toes in front of the ankle, and how thick it is
_SHOE_BALL = 0.066


def capsules(skeleton: Skeleton) -> tuple[Capsule, ...]:
    """Every part of the body: trunk (a line on either side of the spine), head, limbs, hands and shoes."""
    parts = []
    for name, radius in _TRUNK.items():
        segment = skeleton[name]
        for out in (-_TRUNK_OUT, _TRUNK_OUT):
            parts.append(Capsule("trunk", segment.point(0.0, 0.0, out), segment.point(1.0, 0.0, out), radius, radius))
    low, high, radius = _HEAD
    parts.append(Capsule("head", skeleton["head"].point(low), skeleton["head"].point(high), radius, radius))
    for side in SIDES:
        for name, (share, far, start, end) in _LIMBS.items():
            segment = skeleton[f"{side}_{name}"]
            parts.append(
                Capsule(f"{side} {name.replace('_', ' ')}", segment.point(share), segment.point(far), start, end)
            )
        parts.append(_shoe(skeleton, f"{side}_foot", side))
    return tuple(parts)


def _shoe(skeleton: Skeleton, name: str, side: str) -> Capsule:
    """The sole's edge is the capsule's; toes that are bent up end the shoe at its ball."""
    foot = skeleton[name]
    heel, toe, radius = _SHOE
    up = radius - body.ANKLE_HEIGHT
    far = _SHOE_BALL if foot.bend else toe
    return Capsule(f"{side} foot", foot.point(heel / body.TOE, up), foot.point(far / body.TOE, up), radius, radius)

"""Where things are on the body: in a hand, between both, at a height of the legs. Draws nothing."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure.drawn_body.shapes import Grip as HandForm
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.figure.posing.vector import UP, Vec, along, dot, mix, norm, scale, sub, unit
from guide.model.pose import SideName
from guide.model.scene import Contact, Prop, Thing, ThingPlace

_ROUND = frozenset({"rail", "bar"})
_IN_BOTH = frozenset({"dumbbell", "barbell"})  # held before the chest; the horns of a kettlebell lie between flat hands
_FLAT = frozenset({"ball", "slider"})


class Grip(NamedTuple):
    """A closed hand, or both."""

    side: str
    """Which hand; empty for both."""
    at: Vec
    axis: Vec
    """Direction of what it closes round."""
    down: Vec
    """Where a weight below it hangs."""
    over: tuple[str, ...]
    """Parts of the body that lie over a handle: the fingers."""


def hand_forms(
    things: tuple[Thing, ...], contacts: tuple[Contact, ...], props: tuple[Prop, ...]
) -> dict[SideName, HandForm]:
    """Hands that are closed round something, or lie flat on it."""
    round_ = {name for prop in props if prop.kind in _ROUND for name in (prop.kind, prop.name)}
    found: dict[SideName, HandForm] = {
        side: "grip" if each.surface in round_ else "flat"
        for each in contacts
        if each.part == "hand" and (side := _side(each))
    }
    for thing in things:
        for place in (thing.at, thing.to):
            if place and (place.endswith(("hand", "hands")) or (place == "chest" and thing.kind in _IN_BOTH)):
                found |= dict.fromkeys(sides_of(place), "flat" if thing.kind in _FLAT else "grip")
    return found


def _side(contact: Contact) -> SideName | None:
    return contact.side if contact.side != "both" else None


def sides_of(place: ThingPlace) -> tuple[SideName, ...]:
    """The sides that a place names; what lies in the middle or says nothing of a side has both."""
    return tuple(side for side in SIDES if place.startswith(side)) or SIDES


def grips(place: ThingPlace, skeleton: Skeleton) -> tuple[Grip, ...]:
    """The hands that hold something each for itself."""
    return tuple(_grip(skeleton, side) for side in sides_of(place))


def _grip(skeleton: Skeleton, side: SideName) -> Grip:
    hand = skeleton[f"{side}_hand"]
    return Grip(side, hand.point(0.95, 0.0, -0.012), hand.front, hand.axis, (f"{side}_hand",))


def between_hands(skeleton: Skeleton) -> Grip:
    """Both hands on one thing; its axis runs from the left hand to the right."""
    right, left = (_grip(skeleton, side) for side in SIDES)
    way = sub(right.at, left.at)
    axis = unit(way) if norm(way) > 0.02 else skeleton["chest"].out
    down = unit(mix(right.down, left.down, 0.5))
    # What hangs from both hands hangs down, unless it is swung.
    down = unit(mix(down, scale(UP, -1), 0.5)) if dot(down, UP) < 0 else down
    down = unit(along(down, axis, -dot(down, axis)))
    return Grip("", mix(right.at, left.at, 0.5), axis, down, right.over + left.over)


def places(place: ThingPlace, skeleton: Skeleton) -> tuple[tuple[Vec, float], ...]:
    """The points of the body at a place and how thick it is there (half): one for each side where there are two."""
    if place.endswith(("hand", "hands")):
        return tuple((skeleton[f"{side}_hand"].point(0.95), 0.014) for side in sides_of(place))
    if place in ("chest", "shoulders", "back", "hips", "head"):
        segment, share = {"hips": ("pelvis", 0.1), "head": ("head", 1.0)}.get(place, ("chest", 0.8))
        return ((skeleton[segment].point(share), 0.07),)
    bone, share, thick = _ON_LEGS[place.rpartition("_")[2]]
    return tuple((skeleton[f"{side}_{bone}"].point(share), thick) for side in sides_of(place))


_ON_LEGS: dict[str, tuple[str, float, float]] = {
    "thighs": ("thigh", 0.62, 0.049),
    "knees": ("thigh", 0.84, 0.042),
    "ankles": ("shank", 0.82, 0.024),
    "feet": ("foot", 0.5, 0.036),
    "foot": ("foot", 0.5, 0.036),
}
"""Where on the legs a band lies, and half the thickness there."""


def limb_axis(place: ThingPlace, skeleton: Skeleton, side: SideName) -> Vec:
    """The direction of the leg or the arm at such a place."""
    bone = "forearm" if place.endswith(("hand", "hands")) else _ON_LEGS[place.rpartition("_")[2]][0]
    return skeleton[f"{side}_{bone}"].axis

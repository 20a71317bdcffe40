"""Which points of the body touch, with the flesh around them, and how far they are off. Moves nothing."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure.posing import body
from guide.figure.posing.skeleton import Skeleton, sole_point
from guide.figure.posing.surface import Surface, surface_of
from guide.figure.posing.vector import Vec, dot
from guide.model.scene import Contact, Prop

_SOLE = {"ball": (body.BALL,), "heel": (body.HEEL,), "toes": (body.TOE,), "sole": (body.HEEL, body.BALL)}
_JOINT = {
    **dict.fromkeys(("sole", "ball", "heel", "toes", "laces"), "foot"),
    "knee": "shank",
    "shin": "shank",
    "hip": "thigh",
    "thigh": "thigh",
    "shoulder": "upper_arm",
    "elbow": "forearm",
    "forearm": "forearm",
    "hand": "hand",
}
SIDEWAYS = 0.7  # cosine: a pelvis that is turned this far lies on its side
TRUNK = frozenset({"seat", "back", "shoulders", "chest", "belly", "hip", "shoulder", "thigh"})
"""Parts that carry the trunk without a limb between."""


class Touch(NamedTuple):
    """A point in the body, and how thick the flesh between it and what it touches is."""

    point: Vec
    flesh: float


def touches(skeleton: Skeleton, contact: Contact, surface: Surface) -> tuple[Touch, ...]:
    """The points of the body that touch; of a sole, its heel and its ball."""
    part, side = contact.part, contact.side
    if part in _SOLE:
        foot = skeleton[f"{side}_foot"]
        if on_side(skeleton, surface):
            return (Touch(foot.at, body.SOLE_SIDE),)
        return tuple(Touch(sole_point(foot, reach), 0.0) for reach in _SOLE[part])
    if part == "laces":
        return (Touch(skeleton[f"{side}_foot"].at, laces_flesh(surface)),)
    if part in ("knee", "shin"):
        shank = skeleton[f"{side}_shank"]
        knee = Touch(shank.at, knee_flesh(skeleton, surface))
        return (knee, Touch(shank.end, shin_flesh(skeleton, surface))) if part == "shin" else (knee,)
    if part in ("elbow", "forearm"):
        forearm = skeleton[f"{side}_forearm"]
        flesh = arm_flesh(skeleton, surface)
        elbow = Touch(forearm.at, flesh)
        return (elbow, Touch(forearm.end, flesh)) if part == "forearm" else (elbow,)
    if part == "hand":
        hand = skeleton[f"{side}_hand"]
        return (Touch(hand.end, body.GRIP),) if surface.bar else (Touch(hand.at, body.WRIST),)
    return (_trunk(skeleton, contact, surface),)


def gap(skeleton: Skeleton, contact: Contact, props: tuple[Prop, ...]) -> float:
    """How far the worst point of a contact is above (+) or inside (-) what it touches, in body heights; 0 of what is
    held in the air."""
    surface = surface_of(props, contact.surface)
    if surface is None:
        return 0.0
    return max((surface.above(point) - flesh for point, flesh in touches(skeleton, contact, surface)), key=abs)


def laces_flesh(surface: Surface) -> float:
    """Ankle above what the laces lie on; on a bench the instep bends."""
    return body.INSTEP if surface.edge else body.SHIN


def on_side(skeleton: Skeleton, surface: Surface) -> bool:
    """Whether the body lies on its side, so that knees, shins and feet rest on theirs."""
    return abs(dot(skeleton["pelvis"].out, surface.normal)) > SIDEWAYS


def knee_flesh(skeleton: Skeleton, surface: Surface) -> float:
    """Knee joint above what it rests on."""
    return body.KNEE_SIDE if on_side(skeleton, surface) else body.KNEE


def shin_flesh(skeleton: Skeleton, surface: Surface) -> float:
    """Ankle above what the shin rests on."""
    return body.SHIN_SIDE if on_side(skeleton, surface) else body.SHIN


def arm_flesh(skeleton: Skeleton, surface: Surface) -> float:
    """Elbow and wrist above what the forearm rests on."""
    return body.ARM_SIDE if on_side(skeleton, surface) else body.FOREARM_FLESH


def _trunk(skeleton: Skeleton, contact: Contact, surface: Surface) -> Touch:
    pelvis, chest = skeleton["pelvis"], skeleton["chest"]
    side, wall = contact.side, not surface.level
    if contact.part == "seat":
        lying = abs(pelvis.axis[1]) < 0.5 and not wall
        return Touch(pelvis.at, body.TRUNK_WALL if wall else body.BUTTOCKS if lying else body.SEAT)
    if contact.part == "back":
        return Touch(chest.point(0.35), body.TRUNK_WALL if wall else body.TRUNK_BACK)
    if contact.part == "shoulders":
        if over_edge(contact, surface):
            return Touch(chest.point(1 - body.EDGE / chest.length, -body.TRUNK_BACK), 0.0)
        return Touch(chest.end, body.TRUNK_WALL if wall else body.SHOULDER_BLADES)
    if contact.part == "head":
        return Touch(skeleton["head"].end, body.HEAD_BACK)
    if contact.part == "chest":
        return Touch(chest.point(0.7), body.CHEST_FRONT)
    if contact.part == "belly":
        return Touch(pelvis.end, body.BELLY)
    if contact.part == "shoulder":
        return Touch(skeleton[f"{side}_upper_arm"].at, body.SHOULDER_SIDE)
    thigh = skeleton[f"{side}_thigh"]
    return Touch(thigh.at, body.HIP_SIDE) if contact.part == "hip" else Touch(thigh.point(0.5), body.THIGH_SIDE)


def over_edge(contact: Contact, surface: Surface) -> bool:
    """Whether the shoulders lean on the edge of something, rather than lie on it."""
    return surface.edge and contact.forward is None


def reference(skeleton: Skeleton, contact: Contact, surface: Surface) -> Vec:
    """The point that `forward` and `out` of a contact of a limb place, and that stays while it is planted."""
    part, side = contact.part, contact.side
    if surface.bar:
        return surface.nearest(skeleton[f"{side}_hand"].end)
    if part in ("ball", "heel", "toes"):
        return sole_point(skeleton[f"{side}_foot"], _SOLE[part][0])
    return joint(skeleton, contact)


def joint(skeleton: Skeleton, contact: Contact) -> Vec:
    """The joint that a contact of a limb is about: of every part of a foot, its ankle."""
    return skeleton[f"{contact.side}_{_JOINT[contact.part]}"].at

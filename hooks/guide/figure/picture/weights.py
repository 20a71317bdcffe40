"""Dumbbells, kettlebells and barbells in the hands or on the body."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.grips import Grip, between_hands, grips
from guide.figure.drawn_body.parts import Part
from guide.figure.picture.depth import Held
from guide.figure.picture.rounds import drum, oval, rod
from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.vector import Vec, along, cross, dot, mix, scale, sub, unit
from guide.model.scene import Thing, ThingPlace

_HANDLE = 0.011
_LYING = {"thighs": ("thigh", 0.68, 0.046, 0.042, 0.07), "feet": ("foot", 0.6, 0.022, 0.022, 0.07)}
"""Of one weight across both legs: on which bone, how far along it, how thick that is there, and its own two sizes."""
_FINGERS = ("right_hand", "left_hand")
_PLATE = 0.128  # a bar with large plates on the floor lies 0.13 of body height above it
_END_ON = 0.75  # a plate turned to the viewer by more is a ring, so that what is behind it stays seen


def dumbbell(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    if thing.at in ("both_hands", "chest"):
        yield from _upright_dumbbell(skeleton, view)
        return
    if thing.at in _LYING:
        yield from _lying_dumbbell(thing.at, skeleton, view)
        return
    for grip in grips(thing.at, skeleton):
        yield from _weights(view, grip, 0.052, 0.034, 0.022)


def _weights(view: Camera, grip: Grip, reach: float, radius: float, half: float) -> Iterator[Held]:
    """A handle and the weight at each of its ends."""
    ends = [along(grip.at, grip.axis, sign * reach) for sign in (-1, 1)]
    handle = Part(f"{grip.side}_handle", "metal", (rod(view, ends[0], ends[1], _HANDLE),))
    yield Held(handle, (grip.at,), below=grip.over)
    for name, end in zip("ab", ends, strict=True):
        yield Held(Part(f"{grip.side}_weight_{name}", "iron", (drum(view, end, grip.axis, radius, half),)), (end,))


def _upright_dumbbell(skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """One weight held in both hands below its upper end."""
    grip = between_hands(skeleton)
    chest = skeleton["chest"].axis
    top, bottom = along(grip.at, chest, 0.03), along(grip.at, chest, -0.075)
    yield Held(Part("handle", "metal", (rod(view, top, bottom, _HANDLE * 1.2),)), (grip.at,), below=grip.over)
    for name, end in (("top", top), ("bottom", bottom)):
        shape = drum(view, end, chest, 0.04, 0.02)
        yield Held(Part(f"weight_{name}", "iron", (shape,)), (end,), below=grip.over if name == "bottom" else ())


def _lying_dumbbell(place: ThingPlace, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """One weight across both thighs, between the hands that keep it there, or across both feet."""
    bone, share, thick, radius, reach = _LYING[place]
    right, left = (skeleton[f"{side}_{bone}"].point(share, thick + radius) for side in ("right", "left"))
    centre, axis = mix(right, left, 0.5), unit(sub(right, left))
    ends = [along(centre, axis, sign * reach) for sign in (-1, 1)]
    yield Held(Part("handle", "metal", (rod(view, ends[0], ends[1], _HANDLE),)), (centre,), below=_FINGERS)
    for name, end in zip("ab", ends, strict=True):
        yield Held(Part(f"weight_{name}", "iron", (drum(view, end, axis, radius, 0.024),)), (end,), below=_FINGERS)


def kettlebell(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    if thing.at == "chest":
        grip = between_hands(skeleton)
        chest = skeleton["chest"]
        held = grip._replace(at=along(grip.at, chest.front, 0.02))
        yield from _bell(view, held, scale(chest.axis, -1), 0.035)
        return
    found = (between_hands(skeleton),) if thing.at == "both_hands" else grips(thing.at, skeleton)
    for grip in found:
        yield from _bell(view, grip, grip.down, 0.0)


def _bell(view: Camera, grip: Grip, down: Vec, lift: float) -> Iterator[Held]:
    """A ball under a handle that is bent like a bow."""
    axis = unit(along(grip.axis, down, -dot(grip.axis, down)))
    at = along(grip.at, down, -lift)
    ball = along(at, down, 0.088)
    corners = [along(along(at, axis, sign * 0.03), down, 0.004) for sign in (-1, 1)]
    feet = [along(along(at, axis, sign * 0.04), down, 0.05) for sign in (-1, 1)]
    bow = tuple(rod(view, a, b, 0.009) for a, b in zip((*corners, corners[0]), (*feet, corners[1]), strict=True))
    name = grip.side or "both"
    yield Held(Part(f"{name}_bow", "iron", bow), (at,), below=grip.over)
    side = cross(axis, down)
    shape = oval(view, ball, ((axis, 0.056), (down, 0.052), (side, 0.056)))
    yield Held(Part(f"{name}_bell", "iron", (shape,)), (ball,), below=grip.over if lift else ())


def barbell(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    centre, axis, below = across_body(thing, skeleton)
    ends = [along(centre, axis, sign * 0.44) for sign in (-1, 1)]
    yield Held(Part("bar", "metal", (rod(view, ends[0], ends[1], 0.009),)), (centre,), below=below)
    if abs(view.depth(axis)) > _END_ON:
        near = max(ends, key=view.depth)
        plate = 0.085 if thing.at in ("shoulders", "back", "chest") else _PLATE  # beside the head a small one
        for name, paint, radius in (("plate", "ring", plate), ("hub", "iron", 0.017)):
            yield Held(Part(name, paint, (drum(view, centre, axis, radius, 0.0),)), (near,))
        return
    for name, sign in (("a", -1), ("b", 1)):
        where = along(centre, axis, sign * 0.34)
        yield Held(Part(f"plate_{name}", "iron", (drum(view, where, axis, _PLATE, 0.014),)), (where,))


def across_body(thing: Thing, skeleton: Skeleton) -> tuple[Vec, Vec, tuple[str, ...]]:
    """The middle of a bar that lies across the body or the hands, its direction, and what closes round it."""
    chest, pelvis = skeleton["chest"], skeleton["pelvis"]
    if thing.at in ("shoulders", "back"):
        return chest.point(1.0, -0.062), chest.out, _FINGERS
    if thing.at == "chest":
        return chest.point(0.96, 0.07), chest.out, _FINGERS
    if thing.at == "hips":
        return pelvis.point(-0.15, 0.092), pelvis.out, _FINGERS
    grip = between_hands(skeleton)
    return grip.at, grip.axis, grip.over

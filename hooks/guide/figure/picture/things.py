"""What is held or worn, placed on the skeleton and drawn from any side. Knows where it is, not what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.grips import between_hands, places, sides_of
from guide.figure.drawn_body.outline import ellipse, tube
from guide.figure.drawn_body.parts import Part
from guide.figure.picture.bands import anchored, linked, loop
from guide.figure.picture.depth import Held
from guide.figure.picture.rounds import oval, rod
from guide.figure.picture.weights import across_body, barbell, dumbbell, kettlebell
from guide.figure.posing import body
from guide.figure.posing.skeleton import Skeleton, sole_point
from guide.figure.posing.vector import UP, add, along, cross, dot, mix, norm, scale, sub, unit
from guide.model.scene import Thing, ThingKind


def held_things(things: tuple[Thing, ...], skeleton: Skeleton, view: Camera) -> tuple[Held, ...]:
    """Every thing in parts that go between those of the body."""
    return tuple(
        held._replace(part=held.part._replace(name=f"thing{i}_{held.part.name}"))
        for i, thing in enumerate(things)
        for held in _KINDS[thing.kind](thing, skeleton, view)
    )


def _broomstick(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    chest = skeleton["chest"]
    if thing.at == "back":
        a, b = along(skeleton["pelvis"].point(-0.5, -0.08), chest.axis, -0.02), skeleton["head"].point(1.0, -0.074)
        way = unit(sub(b, a))
        b = along(a, way, 0.62)
    else:
        centre, axis, _ = across_body(thing, skeleton)
        a, b = along(centre, axis, -0.34), along(centre, axis, 0.34)
    stick = Part("stick", "wood", (rod(view, a, b, 0.0085),))
    below = ("right_hand", "left_hand")
    yield Held(stick, tuple(mix(a, b, k / 6) for k in range(7)), below=below)


def _backpack(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """A soft bag along the back (or the chest) with its straps over the shoulders; or one that lies on the hips."""
    if thing.at == "hips":
        pelvis = skeleton["pelvis"]
        centre = pelvis.point(0.1, 0.095)
        shape = oval(view, centre, ((pelvis.axis, 0.075), (pelvis.front, 0.045), (pelvis.out, 0.09)))
        yield Held(Part("bag", "bag", (shape,)), (centre,), below=("right_hand", "left_hand"))
        return
    sign = 1 if thing.at == "chest" else -1
    chest = skeleton["chest"]
    rows = (
        (0.0, 0.105, 0.030, 0.055),
        (0.2, 0.125, 0.062, 0.088),
        (0.75, 0.120, 0.058, 0.085),
        (1.0, 0.095, 0.030, 0.05),
    )
    sections, middle = [], []
    for share, away, deep, wide in rows:
        middle.append(chest.point(share, sign * away))
        sections.append(ellipse(view, middle[-1], ((chest.front, deep), (chest.out, wide), (chest.axis, 0.03))))
    yield Held(Part("bag", "bag", (tube(sections, chest.length),)), tuple(middle))
    for side, out in (("right", 1), ("left", -1)):
        over = [
            chest.point(0.98, sign * 0.06, out * 0.058),
            chest.point(1.04, -sign * 0.015, out * 0.062),
            chest.point(0.8, -sign * 0.07, out * 0.062),
            chest.point(0.4, -sign * 0.062, out * 0.075),
        ]
        strap = tuple(rod(view, a, b, 0.009) for a, b in pairwise(over))
        probes = (chest.point(0.8, -sign * 0.08, out * 0.06),)
        yield Held(Part(f"{side}_strap", "bag", strap), probes)


def _band(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    if thing.anchor:
        yield from anchored(thing, skeleton, view)
    elif thing.to:
        yield from linked(thing, skeleton, view)
    else:
        yield from loop(thing.at, skeleton, view)


def _towel(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    if thing.to:
        yield from (held._replace(part=held.part._replace(paint="cloth")) for held in linked(thing, skeleton, view))
    elif thing.at in ("both_hands", "each_hand"):
        right, left = (skeleton[f"{side}_hand"].point(1.0) for side in ("right", "left"))
        way = scale(unit(sub(right, left)), 0.05)
        ends = (add(right, way), sub(left, way))
        yield Held(
            Part("towel", "cloth", (rod(view, *ends, 0.016),)), (mix(*ends, 0.5),), below=("right_hand", "left_hand")
        )
    else:
        yield from _under_feet(thing, skeleton, view, "cloth", 0.1, 0.06)


def _slider(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    yield from _under_feet(thing, skeleton, view, "soft", 0.062, 0.062)


def _under_feet(thing: Thing, skeleton: Skeleton, view: Camera, paint: str, long: float, wide: float) -> Iterator[Held]:
    """Something flat under a foot or a hand."""
    hands = thing.at.endswith(("hand", "hands"))
    for side in sides_of(thing.at):
        if hands:
            segment = skeleton[f"{side}_hand"]
            centre, axis, up = segment.point(0.9, 0.0, 0.014), segment.axis, segment.out
        else:
            segment = skeleton[f"{side}_foot"]
            on_heel = not segment.bend and segment.axis[1] > 0.3
            reach = body.HEEL if on_heel else body.BALL if segment.bend or segment.axis[1] < -0.3 else 0.03
            centre, axis, up = sole_point(segment, reach), segment.axis, segment.front
        if abs(axis[1]) < 0.98:  # it lies on the floor, whatever the foot does
            axis, up = unit((axis[0], 0.0, axis[2])), UP
        centre = along(centre, up, -0.007)
        shape = oval(view, centre, ((axis, long), (cross(up, axis), wide), (up, 0.009)))
        below = tuple(f"{side}_{name}" for name in ("foot", "shoe", "sole", "hand", "arm", "leg"))
        yield Held(Part(f"{side}_under", paint, (shape,)), (along(centre, up, -0.02),), below=below)


def _cushion(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """Between the knees, thighs or feet; under what lies on it."""
    if thing.at in ("knees", "thighs", "ankles", "feet"):
        yield from _between_legs(thing, skeleton, view, "cloth", flat=0.6)
        return
    name = {"head": "head", "chest": "chest", "back": "chest", "shoulders": "chest"}.get(thing.at, "pelvis")
    segment = skeleton[name]
    depth = {"head": 0.085, "pelvis": 0.095}.get(name, 0.085)
    behind = scale(segment.front, -1) if segment.front[1] >= 0 else segment.front
    side_up = abs(segment.out[1]) > 0.7
    behind = scale(segment.out, -1 if segment.out[1] > 0 else 1) if side_up else behind
    at = segment.point({"head": 1.0, "chest": 0.5}.get(name, 0.0))
    centre = along(at, behind, depth)
    across = cross(behind, segment.axis)
    shape = oval(view, centre, ((segment.axis, 0.075), (behind, 0.026), (across, 0.1)))
    yield Held(
        Part("cushion", "cloth", (shape,)), (along(centre, behind, 0.05),), below=("head", "hair", "top", "hips")
    )


def _ball(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    if thing.at in ("knees", "thighs", "ankles", "feet"):
        yield from _between_legs(thing, skeleton, view, "soft", flat=1.0)
        return
    grip = between_hands(skeleton)
    centre, r = grip.at, 0.07
    if thing.at not in ("both_hands", "each_hand", "chest"):
        ((centre, _),) = places(thing.at, skeleton)[:1]
    shape = oval(view, centre, (((1.0, 0.0, 0.0), r), (UP, r), ((0.0, 0.0, 1.0), r)))
    yield Held(Part("ball", "soft", (shape,)), (centre,), below=grip.over)


def _between_legs(thing: Thing, skeleton: Skeleton, view: Camera, paint: str, *, flat: float) -> Iterator[Held]:
    (a, thick), (b, _) = places(thing.at, skeleton)
    centre = mix(a, b, 0.5)
    r = min(0.11, max(0.024, norm(sub(a, b)) / 2 - thick * 0.7))
    out = unit(sub(a, b))
    axis = skeleton["right_thigh"].axis
    axis = unit(along(axis, out, -dot(axis, out)))
    other = cross(out, axis)
    long = max(r, 0.045)
    shape = oval(view, centre, ((out, r), (axis, long), (other, long * flat)))
    yield Held(Part("between", paint, (shape,)), (centre,))


def _rope(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """A skipping rope: from hand to hand under the feet."""
    right, left = (skeleton[f"{side}_hand"].point(0.45) for side in ("right", "left"))
    middle = mix(right, left, 0.5)
    forward = skeleton["pelvis"].at[0] + 0.06
    way = [right]
    for k, spread in ((0.35, 1.25), (0.75, 1.05), (1.0, 0.45), (1.0, -0.45), (0.75, -1.05), (0.35, -1.25)):
        z = (right[2] - left[2]) / 2 * spread
        way.append((right[0] + (forward - right[0]) * k, right[1] + (0.005 - right[1]) * k, middle[2] + z))
    way.append(left)
    there = [view.flat(p) for p in way]
    yield Held(Part("rope", "cord", ((*there, *there[-2:0:-1]),)), tuple(way))
    for side, hand in (("right", right), ("left", left)):
        tip = along(hand, skeleton[f"{side}_hand"].front, 0.06)
        yield Held(Part(f"{side}_end", "wood", (rod(view, hand, tip, 0.009),)), (hand,), below=(f"{side}_hand",))


_Draw = Callable[[Thing, Skeleton, Camera], Iterator[Held]]
_KINDS: dict[ThingKind, _Draw] = {
    "dumbbell": dumbbell,
    "kettlebell": kettlebell,
    "barbell": barbell,
    "backpack": _backpack,
    "band": _band,
    "broomstick": _broomstick,
    "towel": _towel,
    "slider": _slider,
    "cushion": _cushion,
    "ball": _ball,
    "rope": _rope,
}

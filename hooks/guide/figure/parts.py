"""Skeleton and look → the painted parts of the body, back to front. Knows neither props nor SVG elements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from guide.figure import shapes
from guide.figure.camera import Camera
from guide.figure.muscles import ARM, LEG, MUSCLES, TRUNK, Muscle
from guide.figure.outline import Outline
from guide.figure.profile import ears, eyes, head_outline, ponytail, shoe_outline, sole_outline
from guide.figure.shapes import Section
from guide.figure.skeleton import SIDES, Skeleton
from guide.figure.skin import MIDDLE, seen_share, skin
from guide.model.pose import SideName


@dataclass(frozen=True)
class Part:
    """One painted shape: which it is, a paint name and the outlines that it unites."""

    name: str
    paint: str
    outlines: tuple[Outline, ...]
    seen: bool = True
    """Unseen parts exist only in pictures that move, where every part is in every position."""


Parts = tuple[Part, ...]
Coloured = Mapping[tuple[str, SideName], str]
"""Paint of the coloured muscles, by muscle and side."""


@dataclass(frozen=True)
class Look:
    """How a body is shown."""

    view: Camera
    coloured: Coloured = field(default_factory=dict)
    tail: bool = True
    """Whether the ponytail hangs behind; not where the head rests on something."""
    through: bool = False
    """Whether muscles show through the shoes, as on the body map."""
    raised: frozenset[SideName] | None = None
    """Legs drawn in front of the hips in a front view; None finds out. Fixed for pictures that move, in which
    every part must be in every position: muscles that turn away are there, but unseen."""


def body_parts(skeleton: Skeleton, look: Look) -> Parts:
    """The whole figure, furthest part first."""
    parts = _sideways(skeleton, look) if look.view.sideways else _frontal(skeleton, look)
    return tuple(part for part in parts if part.outlines and (look.tail or part.name != "tail"))


def hidden(parts: Parts, muscles: Collection[tuple[str, SideName]]) -> Parts:
    """The same parts, these muscles unseen."""
    names = {f"{side}_{name}" for name, side in muscles}
    return tuple(replace(part, seen=part.seen and part.name not in names) for part in parts)


def raised_legs(skeleton: Skeleton, view: Camera) -> frozenset[SideName]:
    """Legs whose thigh points so far towards the viewer that it covers the hips."""
    return frozenset(side for side in SIDES if view.depth(skeleton[f"{side}_thigh"].axis) > 0.82)


def _sideways(skeleton: Skeleton, look: Look) -> Parts:
    near, far = _near_far(skeleton, look)
    return (
        *_arm(skeleton, look, far, "far"),
        *_leg(skeleton, look, far, "far"),
        Part(f"{far}_shorts", "far_shorts", (_skin(skeleton, look, far, shapes.SHORTS_LEG),)),
        *_muscles(skeleton, look, far, LEG),
        Part("top", "top", (_skin(skeleton, look, "right", shapes.TOP),)),
        *_muscles(skeleton, look, near, TRUNK),
        *_head(skeleton, look),
        *_leg(skeleton, look, near, "near"),
        _hips(skeleton, look, (near,)),
        *_muscles(skeleton, look, near, LEG),
        *_arm(skeleton, look, near, "near"),
        *_muscles(skeleton, look, near, ARM),
    )


def _frontal(skeleton: Skeleton, look: Look) -> Parts:
    order = _near_far(skeleton, look)[::-1]
    raised = look.raised if look.raised is not None else raised_legs(skeleton, look.view)
    middle = look.view.depth(skeleton["chest"].point(0.4))
    before = [side for side in SIDES if look.view.depth(skeleton[f"{side}_hand"].at) > middle]
    return (
        *_each(_arm(skeleton, look, side, "near") for side in SIDES if side not in before),
        *_each(_leg(skeleton, look, side, "near") for side in order if side not in raised),
        Part("top", "top", (_skin(skeleton, look, "right", shapes.TOP),)),
        *_each(_muscles(skeleton, look, side, TRUNK) for side in SIDES),
        *_each(_leg(skeleton, look, side, "near") for side in order if side in raised),
        _hips(skeleton, look, SIDES),
        *_each(_muscles(skeleton, look, side, LEG) for side in order),
        *_head(skeleton, look),
        *_each(_arm(skeleton, look, side, "near") for side in SIDES if side in before),
        *_each(_muscles(skeleton, look, side, ARM) for side in SIDES),
    )


def _each(groups: Iterable[Parts]) -> Iterable[Part]:
    return (part for group in groups for part in group)


def _near_far(skeleton: Skeleton, look: Look) -> tuple[SideName, SideName]:
    """Sides ordered by the hip in a side view, by the knee in a front view."""
    joint = "thigh" if look.view.sideways else "shank"
    right, left = (look.view.depth(skeleton[f"{side}_{joint}"].at) for side in SIDES)
    return ("right", "left") if right >= left else ("left", "right")


def _hips(skeleton: Skeleton, look: Look, sides: tuple[SideName, ...]) -> Part:
    legs = (_skin(skeleton, look, side, shapes.SHORTS_LEG) for side in sides)
    return Part("hips", "near_shorts", (_skin(skeleton, look, "right", shapes.HIPS), *legs))


def _leg(skeleton: Skeleton, look: Look, side: SideName, half: str) -> Parts:
    outlines = (_skin(skeleton, look, side, shapes.THIGH), _skin(skeleton, look, side, shapes.SHANK))
    foot = skeleton[f"{side}_foot"]
    return (
        Part(f"{side}_leg", f"{half}_skin", outlines),
        Part(f"{side}_shoe", f"{half}_shoe", (shoe_outline(foot, look.view),)),
        Part(f"{side}_sole", f"{half}_sole", (sole_outline(foot, look.view),)),
    )


def _arm(skeleton: Skeleton, look: Look, side: SideName, half: str) -> Parts:
    thumb = (shapes.THUMB,) if half == "near" else ()
    rows = (shapes.UPPER_ARM, shapes.FOREARM, shapes.HAND, *thumb)
    return (Part(f"{side}_arm", f"{half}_skin", tuple(_skin(skeleton, look, side, row) for row in rows)),)


def _head(skeleton: Skeleton, look: Look) -> Parts:
    head, view = skeleton["head"], look.view
    behind = view.depth(head.front) < -0.35
    neck = _skin(skeleton, look, "right", shapes.NECK)
    tail = Part("tail", "hair", (ponytail(head, view),))
    face = Part("head", "near_skin", (neck, head_outline(head, view, shapes.HEAD)))
    hair = Part("hair", "hair", (head_outline(head, view, shapes.HAIR_BEHIND if behind else shapes.HAIR),))
    eye, ear = Part("eyes", "eye", eyes(head, view)), Part("ear", "near_skin", ears(head, view))
    return (face, hair, ear, tail) if behind else (tail, face, eye, hair, ear)


_COVERED = (shapes.SHANK, shapes.FOREARM, shapes.NECK, shapes.THUMB)
"""Tubes whose ends lie inside their neighbours, or are slim: they need no round caps."""


def _skin(skeleton: Skeleton, look: Look, side: SideName, rows: tuple[Section, ...]) -> Outline:
    return skin(skeleton, look.view, side, rows, pointed=any(rows is each for each in _COVERED))


def _muscles(skeleton: Skeleton, look: Look, side: SideName, among: frozenset[str]) -> Parts:
    """The coloured muscles of one side that face the viewer, the primary ones on top."""
    found = [name for name in MUSCLES if name in among and (name, side) in look.coloured]
    return tuple(
        _muscle(skeleton, look, side, name)
        for paint in ("secondary", "primary")
        for name in found
        if look.coloured[name, side] == paint
    )


def _muscle(skeleton: Skeleton, look: Look, side: SideName, name: str) -> Part:
    muscle = MUSCLES[name]
    seen = _seen(skeleton, look, side, muscle)
    drawn = seen or look.raised is not None
    outlines = (skin(skeleton, look.view, side, muscle.sections, pointed=True),) if drawn else ()
    return Part(f"{side}_{name}", look.coloured[name, side], outlines, seen)


def _seen(skeleton: Skeleton, look: Look, side: SideName, muscle: Muscle) -> bool:
    if muscle.shod and look.through:
        return True
    first = muscle.sections[0].on
    segment = skeleton[first if first in MIDDLE else f"{side}_{first}"]
    sign = -1 if first in MIDDLE and side == "left" else 1
    return seen_share(segment, look.view, muscle.front, muscle.out * sign) > muscle.least

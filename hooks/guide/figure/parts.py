"""Skeleton and look → the painted parts of the body, back to front. Knows neither props nor SVG elements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from guide.figure import shapes
from guide.figure.camera import Camera
from guide.figure.muscles import DrawnBelly, Zone
from guide.figure.outline import Outline
from guide.figure.profile import ears, eyes, head_outline, ponytail, shoe_outline, sole_outline
from guide.figure.skeleton import SIDES, Skeleton
from guide.figure.skin import Sight, Tube
from guide.figure.subject import PLAIN, Subject
from guide.model.pose import SideName


class Part(NamedTuple):
    """One painted shape: which it is, a paint name and the outlines that it unites."""

    name: str
    paint: str
    outlines: tuple[Outline, ...]
    seen: bool = True
    """Unseen parts exist only in pictures that move, where every part is in every position."""
    muscle: str = ""
    """Of which muscle it is a part."""


Parts = tuple[Part, ...]
Coloured = Mapping[tuple[str, SideName], str]
"""Paint of the coloured muscles, by muscle and side."""


@dataclass(frozen=True)
class Look:
    """How a body is shown."""

    view: Camera
    subject: Subject = PLAIN
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
    sight = Sight(skeleton, look.view)
    parts = _sideways(sight, look) if look.view.sideways else _frontal(sight, look)
    return tuple(part for part in parts if part.outlines and (look.tail or part.name != "tail"))


def hidden(parts: Parts, muscles: Collection[tuple[str, SideName]]) -> Parts:
    """The same parts, these muscles unseen."""
    unseen = {(name, str(side)) for name, side in muscles}
    return tuple(
        part._replace(seen=False) if (part.muscle, part.name.partition("_")[0]) in unseen else part for part in parts
    )


def raised_legs(skeleton: Skeleton, view: Camera) -> frozenset[SideName]:
    """Legs whose thigh points so far towards the viewer that it covers the hips."""
    return frozenset(side for side in SIDES if view.depth(skeleton[f"{side}_thigh"].axis) > 0.82)


_THIGH, _UPPER_ARM, _HAND = Tube(shapes.THIGH), Tube(shapes.UPPER_ARM), Tube(shapes.HAND)
_TOP, _HIPS, _SHORTS_LEG = Tube(shapes.TOP), Tube(shapes.HIPS), Tube(shapes.SHORTS_LEG)
# Their ends lie inside their neighbours, or are slim: they need no round caps.
_SHANK, _FOREARM = Tube(shapes.SHANK, pointed=True), Tube(shapes.FOREARM, pointed=True)
_NECK, _THUMB = Tube(shapes.NECK, pointed=True), Tube(shapes.THUMB, pointed=True)


def _sideways(sight: Sight, look: Look) -> Parts:
    near, far = _near_far(sight, look)
    return (
        *_arm(sight, look, far, "far"),
        *_leg(sight, look, far, "far"),
        Part(f"{far}_shorts", "far_shorts", (sight.outline(far, _SHORTS_LEG),)),
        *_muscles(sight, look, far, "leg"),
        Part("top", "top", (sight.outline("right", _TOP),)),
        *_muscles(sight, look, near, "trunk"),
        *_head(sight, look),
        *_leg(sight, look, near, "near"),
        _hips(sight, look, (near,)),
        *_muscles(sight, look, near, "leg"),
        *_arm(sight, look, near, "near"),
        *_muscles(sight, look, near, "arm"),
    )


def _frontal(sight: Sight, look: Look) -> Parts:
    order = _near_far(sight, look)[::-1]
    raised = look.raised if look.raised is not None else raised_legs(sight.skeleton, look.view)
    middle = look.view.depth(sight.skeleton["chest"].point(0.4))
    before = [side for side in SIDES if look.view.depth(sight.skeleton[f"{side}_hand"].at) > middle]
    return (
        *_each(_arm(sight, look, side, "near") for side in SIDES if side not in before),
        *_each(_leg(sight, look, side, "near") for side in order if side not in raised),
        Part("top", "top", (sight.outline("right", _TOP),)),
        *_each(_muscles(sight, look, side, "trunk") for side in SIDES),
        *_each(_leg(sight, look, side, "near") for side in order if side in raised),
        _hips(sight, look, SIDES),
        *_each(_muscles(sight, look, side, "leg") for side in order),
        *_head(sight, look),
        *_each(_arm(sight, look, side, "near") for side in SIDES if side in before),
        *_each(_muscles(sight, look, side, "arm") for side in SIDES),
    )


def _each(groups: Iterable[Parts]) -> Iterable[Part]:
    return (part for group in groups for part in group)


def _near_far(sight: Sight, look: Look) -> tuple[SideName, SideName]:
    """Sides ordered by the hip in a side view, by the knee in a front view."""
    joint = "thigh" if look.view.sideways else "shank"
    right, left = (look.view.depth(sight.skeleton[f"{side}_{joint}"].at) for side in SIDES)
    return ("right", "left") if right >= left else ("left", "right")


def _hips(sight: Sight, look: Look, sides: tuple[SideName, ...]) -> Part:
    legs = (sight.outline(side, _SHORTS_LEG) for side in sides)
    return Part("hips", "near_shorts", (sight.outline("right", _HIPS), *legs))


def _leg(sight: Sight, look: Look, side: SideName, half: str) -> Parts:
    outlines = (sight.outline(side, _THIGH), sight.outline(side, _SHANK))
    foot, view = sight.skeleton[f"{side}_foot"], look.view
    return (
        Part(f"{side}_leg", f"{half}_skin", outlines),
        Part(f"{side}_shoe", f"{half}_shoe", (shoe_outline(foot, view),)),
        Part(f"{side}_sole", f"{half}_sole", (sole_outline(foot, view),)),
    )


def _arm(sight: Sight, look: Look, side: SideName, half: str) -> Parts:
    thumb = (_THUMB,) if half == "near" else ()
    tubes = (_UPPER_ARM, _FOREARM, _HAND, *thumb)
    return (Part(f"{side}_arm", f"{half}_skin", tuple([sight.outline(side, tube) for tube in tubes])),)


def _head(sight: Sight, look: Look) -> Parts:
    head, view = sight.skeleton["head"], look.view
    behind = view.depth(head.front) < -0.35
    rim = shapes.HAIR_BEHIND if behind else shapes.HAIR
    tail = Part("tail", "hair", (ponytail(head, view),))
    face = Part("head", "near_skin", (sight.outline("right", _NECK), head_outline(head, view, shapes.HEAD)))
    hair = Part("hair", "hair", (head_outline(head, view, rim),))
    eye, ear = Part("eyes", "eye", eyes(head, view)), Part("ear", "near_skin", ears(head, view))
    return (face, hair, ear, tail) if behind else (tail, face, eye, hair, ear)


def _muscles(sight: Sight, look: Look, side: SideName, zone: Zone) -> Parts:
    """The coloured muscles of one side that face the viewer, the primary ones on top."""
    found = [belly for belly in look.subject.bellies if belly.zone == zone and (belly.muscle, side) in look.coloured]
    return tuple(
        _belly(sight, look, side, belly)
        for paint in ("secondary", "primary")
        for belly in found
        if look.coloured[belly.muscle, side] == paint and not (belly.in_middle and side == "left")
    )


def _belly(sight: Sight, look: Look, side: SideName, belly: DrawnBelly) -> Part:
    seen = _faces(sight, look, side, belly)
    drawn = seen or look.raised is not None
    outlines = (sight.outline(side, Tube(belly.sections, pointed=True)),) if drawn else ()
    name = f"{side}_{belly.muscle}{f'_{belly.number}' if belly.number > 1 else ''}"
    return Part(name, look.coloured[belly.muscle, side], outlines, seen, belly.muscle)


def _faces(sight: Sight, look: Look, side: SideName, belly: DrawnBelly) -> bool:
    """Whether it faces the viewer."""
    if belly.shod and look.through:
        return True
    return sight.shows(side, belly.sections[0].on, belly.front, belly.out) > belly.least

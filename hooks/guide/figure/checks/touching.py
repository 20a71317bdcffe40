"""Checks of contacts: what touches touches, what stays stays. Knows no balance."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from guide.figure.checks.finding import Off, Place, in_words, length
from guide.figure.posing.contact import contacts_of
from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.solve import solve
from guide.figure.posing.surface import FLOOR, Surface, surface_of
from guide.figure.posing.touch import gap, reference
from guide.model.figure import Figure, Frame
from guide.model.scene import Contact

TOLERANCE = 0.01  # of body height: what people do not see
NEAR = 0.0055
"""A suggestion brings a part nearer than a centimetre."""
_STAYING = frozenset({"sole", "ball", "heel", "toes", "laces", "knee", "shin", "elbow", "forearm", "hand"})
"""Parts that stay where they are; a back slides down its wall."""
_PARTS = {
    "sole": "foot",
    "ball": "ball of the {} foot",
    "toes": "toes of the {} foot",
    "laces": "instep of the {} foot",
    "shoulders": "upper back",
}


def contacts(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """Every part is on what it touches."""
    for place, contact in written_contacts(figure, frame):
        missing = gap(skeleton, contact, figure.props)
        if abs(missing) > TOLERANCE:
            surface = surface_of(figure.props, contact.surface) or FLOOR
            out, into = ("above", "below") if surface.level else ("away from", "inside")
            way = out if missing > 0 or surface.bar else into
            text = f"the {part_name(contact)} is {length(missing)} {way} the {in_words(contact.surface)}"
            moved = "" if contact.surface == "floor" else f"move the {in_words(contact.surface)}, or "
            close = partial(gap, contact=contact, props=figure.props)
            yield Off(place, text, f"{moved}change the pose", close, NEAR)


def written_contacts(figure: Figure, frame: Frame) -> Iterator[tuple[Place, Contact]]:
    """Each contact as drawn, one for each side, and where in the frame it is written, or the pose that it holds for."""
    written = [i for i, each in enumerate(frame.contacts or ()) for _ in range(2 if each.side == "both" else 1)]
    for number, contact in enumerate(contacts_of(figure, frame)):
        yield ("contacts", written[number]) if number < len(written) else ("pose",), contact


def part_name(contact: Contact) -> str:
    """`left hand`, `ball of the left foot`, `back`."""
    name, side = _PARTS.get(contact.part, contact.part), contact.side or ""
    return name.format(side) if "{}" in name else f"{side} {name}".strip()


def sliding(figure: Figure, before: Frame, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """A part with the same contact in two frames in a row has not moved between them."""
    if before.flight or frame.flight:
        return
    earlier = {contact for contact in contacts_of(figure, before) if contact.part in _STAYING}
    for place, contact in written_contacts(figure, frame):
        surface = surface_of(figure.props, contact.surface)
        if contact not in earlier or surface is None:
            continue
        here, there = (reference(each, contact, surface) for each in (skeleton, solve(figure, before)))
        axis = max(range(3), key=lambda axis: abs(here[axis] - there[axis]))
        slid = here[axis] - there[axis]
        if abs(slid) > TOLERANCE:
            words = (("back", "forward"), ("down", "up"), ("to its left", "to its right"))[axis][slid > 0]
            text = f"the {part_name(contact)} slides {length(slid)} {words} since the frame before"
            out = -there[2] if contact.side == "left" else there[2]
            remedy = f"write its place in both frames, `forward: {there[0]:.3f}, out: {out:.3f}`"
            yield Off(
                place, text, remedy, partial(_way, contact=contact, surface=surface, axis=axis, there=there[axis]), NEAR
            )


def _way(skeleton: Skeleton, contact: Contact, surface: Surface, axis: int, there: float) -> float:
    return reference(skeleton, contact, surface)[axis] - there

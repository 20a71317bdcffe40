"""What is held or worn, in words. Draws nothing."""

from __future__ import annotations

from guide.model.figure import Figure, Frame
from guide.model.scene import Thing

_PLACES: dict[str, str] = {
    "right_hand": "in the right hand",
    "left_hand": "in the left hand",
    "each_hand": "in each hand",
    "both_hands": "in both hands",
    "chest": "held to the chest",
    "shoulders": "on the shoulders",
    "back": "on the back",
    "hips": "on the hips",
    "thighs": "on the thighs",
    "knees": "between the knees",
    "ankles": "between the ankles",
    "feet": "under each foot",
    "right_foot": "under the right foot",
    "left_foot": "under the left foot",
    "head": "under the head",
}
_ROUND: dict[str, str] = {
    "chest": "round the chest",
    "shoulders": "round the shoulders",
    "back": "round the back",
    "hips": "round the hips",
    "thighs": "round the thighs",
    "knees": "round both legs just above the knees",
    "ankles": "round the ankles",
    "feet": "round the feet",
    "right_foot": "round the right foot",
    "left_foot": "round the left foot",
    "head": "round the head",
}
"""Where a band is."""
_EXCHANGED = {"right": "left", "left": "right"}
_ASIDE = 0.15  # of body height


def things_text(figure: Figure, frame: Frame) -> list[str]:
    """`a dumbbell in each hand`, one phrase for each thing."""
    things = figure.things if frame.things is None else frame.things
    return [_thing(thing, mirrored=frame.mirrored) for thing in things]


def _thing(thing: Thing, *, mirrored: bool) -> str:
    at = _exchanged(thing.at) if mirrored else thing.at
    if thing.kind == "dumbbell" and at == "feet":
        return "a dumbbell across both feet"
    if thing.kind != "band":
        return f"a {thing.kind} {_PLACES[at]}"
    if thing.to:
        end = _exchanged(thing.to) if mirrored else thing.to
        return f"a band from {_bare(at)} to {_bare(end)}"
    text = f"a band {_ROUND.get(at, _PLACES[at])}"
    return f"{text}, fixed {_whence(thing.anchor, mirrored=mirrored)}" if thing.anchor else text


def _exchanged(at: str) -> str:
    side, _, rest = at.partition("_")
    return f"{_EXCHANGED[side]}_{rest}" if side in _EXCHANGED else at


def _bare(at: str) -> str:
    return at.replace("_", " ") if at.startswith(("each", "both")) else f"the {at.replace('_', ' ')}"


def _whence(anchor: tuple[float, float, float], *, mirrored: bool) -> str:
    x, _, z = anchor
    if abs(z) > max(_ASIDE, abs(x)):
        return f"at the {'right' if (z > 0) != mirrored else 'left'}"
    return "in front" if x > 0 else "behind"

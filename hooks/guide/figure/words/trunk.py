"""The trunk and the arms in words, of a body that is upright. Draws nothing."""

from __future__ import annotations

from guide.figure.posing.skeleton import SIDES
from guide.figure.words.posture import Posture, fives
from guide.model.pose import HandPlace, SideName

_HANDS: dict[HandPlace, tuple[str, str]] = {
    "hip": ("hand on the hip", "hands on the hips"),
    "chest": ("hand in front of the chest", "hands together in front of the chest"),
    "ear": ("fingertips at the ear", "fingertips at the ears"),
    "thigh": ("hand on the thigh", "hands on the thighs"),
}
"""One hand, and both."""
_SEEN = 20  # degrees of a spine that is not straight, and
_TURNED = 15
_PULLED = 60


def trunk_text(seen: Posture) -> str:
    """How the trunk is held."""
    back = seen.part("back", "shoulders")
    if back and seen.is_wall(back.surface):
        return f"back and head on the {back.surface}"
    if back and back.surface != "floor":
        return f"back on the {back.surface}"
    lean, chest = seen.angles["right"]["trunk"], seen.skeleton["chest"]
    words = (
        (-22, "trunk leaning back"),
        (-8, "trunk leaning slightly back"),
        (6, "trunk upright"),
        (22, "trunk leaning slightly forward"),
        (58, "trunk leaning forward"),
    )
    text = next((each for limit, each in words if lean < limit), "trunk almost level with the floor")
    tilt = chest.axis[2] - seen.skeleton["pelvis"].axis[2]
    return f"{text} and a little to the {'right' if tilt > 0 else 'left'}" if abs(tilt) > 0.08 else text


def spine_text(seen: Posture) -> list[str]:
    """What is not straight about the spine."""
    trunk = seen.pose.trunk
    return [
        "upper back rounded" if trunk.round >= _SEEN and trunk.arch > -_SEEN else "",
        "back rounded" if trunk.arch <= -_SEEN else "",
        "lower back hollow" if trunk.arch >= _SEEN else "",
        f"ribs turned to the {'right' if trunk.twist > 0 else 'left'}" if abs(trunk.twist) >= _TURNED else "",
    ]


def arms_text(seen: Posture) -> str:
    """Where the hands rest, or how the arms are held from gravity's point of view."""
    if text := resting_text(seen):
        return text
    right, left = (seen.angles[side] for side in SIDES)
    if abs(right["shoulder"] - left["shoulder"]) > 25:
        front = "right" if right["shoulder"] > left["shoulder"] else "left"
        return f"{front} arm swung forward, the other back"
    if right["elbow"] > 50 and right["shoulder"] < 60:
        return "elbows bent at the sides"
    return _arm(right["shoulder"] - right["trunk"], right["shoulder"])


def resting_text(seen: Posture) -> str:
    """Hands on things or on the body; nothing where both are free."""
    on = {side: contact for side in SIDES if (contact := seen.of(side, "hand"))}
    if seen.both("hand"):
        return f"hands on the {on['right'].surface}"
    places = {side: seen.pose.hand(side) for side in SIDES}
    if not on and places["right"] == places["left"] != "free":
        return _HANDS[places["right"]][1]
    parts = [f"{side} hand on the {contact.surface}" for side, contact in on.items()]
    parts += [f"{side} {_HANDS[places[side]][0]}" for side in SIDES if places[side] != "free" and side not in on]
    if len(parts) == 1:
        parts += [bent for side in SIDES if side not in on and (bent := _bent_arm(seen, side))]
    return " and ".join(parts)


def _bent_arm(seen: Posture, side: SideName) -> str:
    """The other arm, where it does something."""
    elbow = seen.angles[side]["elbow"]
    if seen.pose.hand(side) != "free" or elbow < _PULLED:
        return ""
    drawn = " drawn back" if seen.angles[side]["shoulder"] < -_TURNED else ""
    return f"{side} elbow{drawn}{',' if drawn else ''} bent {fives(elbow)} degrees"


def _arm(from_hanging: float, from_trunk: float) -> str:
    if from_trunk < -25:
        return "arms swung back"
    if from_trunk > 135:
        return "arms overhead" if from_hanging > 120 else "arms reaching forward"
    if from_hanging > 42:
        return "arms reaching forward"
    return "arms hanging" if from_hanging < 18 else "arms a little in front"

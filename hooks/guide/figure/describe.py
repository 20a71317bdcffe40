"""A solved pose in words: what somebody who cannot see the picture needs to copy it. Draws nothing."""

from __future__ import annotations

from guide.figure.contact import contacts_of, foot_contact, frame_pose, hand_contact, kneeling
from guide.figure.measure import joint_angles
from guide.figure.measures import measure_of
from guide.figure.skeleton import SIDES, Skeleton
from guide.figure.solve import solve
from guide.model.figure import Contact, Figure, Frame
from guide.model.pose import HandPlace, Pose, SideName

Angles = dict[str, float]

_HANDS: dict[HandPlace, tuple[str, str]] = {
    "hip": ("hand on the hip", "hands on the hips"),
    "chest": ("hand in front of the chest", "hands together in front of the chest"),
    "ear": ("fingertips at the ear", "fingertips at the ears"),
    "thigh": ("hand on the thigh", "hands on the thighs"),
}
"""One hand, and both."""


def frame_text(figure: Figure, number: int) -> str:
    """The caption of a key frame (the first is 1), and the pose in words."""
    return describe(figure, figure.frames[number - 1])


def describe(figure: Figure, frame: Frame) -> str:
    """The caption of a frame, and the pose in words composed from its solved angles."""
    return f"{frame.caption}. {pose_text(figure, frame)}"


def pose_text(figure: Figure, frame: Frame) -> str:
    skeleton = solve(figure, frame)
    angles = {side: joint_angles(skeleton, side) for side in SIDES}
    contacts = contacts_of(figure, frame)
    alike = _alike(angles, contacts, in_air=bool(frame.flight))
    each = (_leg(figure, frame, skeleton, side, angles[side]) for side in SIDES)
    legs = _both_legs(figure, frame, skeleton, angles) if alike else each
    parts = [*legs, _trunk(contacts, angles["right"]["trunk"], skeleton), _arms(frame_pose(frame), contacts, angles)]
    text = ", ".join(part for part in parts if part)
    return ("In the air: " + text if frame.flight else text[0].upper() + text[1:]) + "."


def _alike(angles: dict[SideName, Angles], contacts: tuple[Contact, ...], *, in_air: bool) -> bool:
    """Whether both legs are bent, and stand, in the same way."""
    right, left = (foot_contact(contacts, side) for side in SIDES)
    stand = (right and (right.part, right.on)) == (left and (left.part, left.on))
    joints = ("hip", "knee", "hip_abduction")
    return (in_air or stand) and all(abs(angles["right"][name] - angles["left"][name]) < 8 for name in joints)


def _both_legs(figure: Figure, frame: Frame, skeleton: Skeleton, angles: dict[SideName, Angles]) -> list[str]:
    contacts = contacts_of(figure, frame)
    foot = foot_contact(contacts, "right")
    if kneeling(contacts, "right"):
        return ["kneeling, shins on the floor"]
    level = measure_of(skeleton, "thigh_from_level", "right", contacts, figure.props)
    wide = abs(skeleton["right_foot"].at[2] - skeleton["left_foot"].at[2]) > 0.3
    turned = ", toes turned out" if angles["right"]["toes_out"] > 20 else ""
    return [
        f"feet wide apart{turned}" if wide and not frame.flight else "",
        _thigh(angles["right"]["knee"], level, "thighs", "knees", "legs"),
        "" if frame.flight else _heel(figure, frame, skeleton, "right", foot, angles["right"], "heels"),
    ]


def _leg(figure: Figure, frame: Frame, skeleton: Skeleton, side: SideName, angles: Angles) -> str:
    contacts = contacts_of(figure, frame)
    foot = foot_contact(contacts, side)
    level = measure_of(skeleton, "thigh_from_level", side, contacts, figure.props)
    if frame.flight or not foot:
        return f"{side} leg {_free_leg(angles, level, in_air=bool(frame.flight))}"
    if foot.part == "laces":
        return f"{side} foot behind on the {foot.on}, laces down, {_knee(skeleton, side, angles)}"
    carried = foot_contact(contacts, _other(side)) is not None
    ahead = skeleton[f"{side}_foot"].at[0] - skeleton[f"{_other(side)}_foot"].at[0]
    if foot.part == "ball" and carried and ahead < -0.12:
        return f"{side} foot behind on its ball, {_knee(skeleton, side, angles)}"
    where = "in front " if carried and ahead > 0.25 else ""
    thigh = _thigh(angles["knee"], level, "thigh", "knee", "leg")
    heel = _heel(figure, frame, skeleton, side, foot, angles, "heel")
    return ", ".join(each for each in (f"{side} foot {where}on the {foot.on}", thigh, heel) if each)


def _other(side: SideName) -> SideName:
    return "left" if side == "right" else "right"


def _knee(skeleton: Skeleton, side: SideName, angles: Angles) -> str:
    if skeleton[f"{side}_shank"].at[1] < 0.12:
        return "knee just above the floor"
    return "leg almost straight" if angles["knee"] < 20 else f"knee bent {_fives(angles['knee'])} degrees"


def _free_leg(angles: Angles, level: float, *, in_air: bool) -> str:
    bend = "straight" if angles["knee"] < 28 else f"bent {_fives(angles['knee'])} degrees at the knee"
    if angles["hip_abduction"] > 25:
        return f"lifted out to the side, {bend}"
    if angles["thigh"] < -8 or (angles["thigh"] < 20 and angles["knee"] > 35):
        stretched = "stretched out behind" if in_air else f"stretched out behind, {_height(level)}"
        return stretched if angles["knee"] < 29 else f"behind, {bend}"
    return f"in front, {bend}" if angles["thigh"] > 20 else f"hanging, {bend}"


def _height(level: float) -> str:
    if level < 15:
        return "level with the floor"
    if level < 30:
        return "almost level with the floor"
    return "halfway to level" if level < 60 else "near the floor"


def _thigh(knee: float, level: float, thigh: str, knee_word: str, leg: str) -> str:
    """How deep a standing leg is bent."""
    if knee < 7:
        return f"{leg} straight"
    if knee < 30:
        return f"{knee_word} slightly bent"
    depths = ((5, "level with the floor"), (15, "almost level with the floor"), (35, "a little above level"))
    depth = next((words for limit, words in depths if level <= limit), None)
    bend = f"{knee_word} bent {_fives(knee)} degrees"
    return f"{bend}, {thigh} {depth}" if depth else bend


def _heel(
    figure: Figure, frame: Frame, skeleton: Skeleton, side: SideName, foot: Contact | None, angles: Angles, word: str
) -> str:
    if foot and foot.part == "ball":
        up = measure_of(skeleton, "heel_above_support", side, contacts_of(figure, frame), figure.props)
        edge = f"the {foot.on}"
        return f"{word} {'below' if up < 0 else 'above'} {edge}" if abs(up) > 0.012 else f"{word} level with {edge}"
    return f"{word} down" if angles["knee"] > 30 else ""


def _trunk(contacts: tuple[Contact, ...], lean: float, skeleton: Skeleton) -> str:
    if any(each.part == "back" for each in contacts):
        return "back and head on the wall"
    words = ((6, "trunk upright"), (22, "trunk leaning slightly forward"), (58, "trunk leaning forward"))
    text = next((each for limit, each in words if lean < limit), "trunk almost level with the floor")
    tilt = skeleton["chest"].axis[2] - skeleton["pelvis"].axis[2]
    return f"{text} and a little to the {'right' if tilt > 0 else 'left'}" if abs(tilt) > 0.08 else text


def _arms(pose: Pose, contacts: tuple[Contact, ...], angles: dict[SideName, Angles]) -> str:
    on = {side: contact.on for side in SIDES if (contact := hand_contact(contacts, side))}
    if len(set(on.values())) == 1 and len(on) == len(SIDES):
        return f"hands on the {on['right']}"
    if on:
        return " and ".join(f"{side} hand on the {name}" for side, name in on.items())
    places = {side: pose.hand(side) for side in SIDES}
    if places["right"] == places["left"] != "free":
        return _HANDS[places["right"]][1]
    resting = [side for side in SIDES if places[side] != "free"]
    if resting:
        return " and ".join(f"{side} {_HANDS[places[side]][0]}" for side in resting)
    if abs(angles["right"]["shoulder"] - angles["left"]["shoulder"]) > 25:
        front = "right" if angles["right"]["shoulder"] > angles["left"]["shoulder"] else "left"
        return f"{front} arm swung forward, the other back"
    if angles["right"]["elbow"] > 50 and angles["right"]["shoulder"] < 60:
        return "elbows bent at the sides"
    return _arm(angles["right"]["shoulder"] - angles["right"]["trunk"], angles["right"]["shoulder"])


def _arm(from_hanging: float, from_trunk: float) -> str:
    if from_trunk < -25:
        return "arms swung back"
    if from_trunk > 135:
        return "arms overhead" if from_hanging > 120 else "arms reaching forward"
    if from_hanging > 42:
        return "arms reaching forward"
    return "arms hanging" if from_hanging < 18 else "arms a little in front"


def _fives(angle: float) -> int:
    return round(angle / 5) * 5

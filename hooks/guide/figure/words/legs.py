"""The legs of a standing or flying body in words. Draws nothing."""

from __future__ import annotations

from guide.figure.posing.measures import measure_of
from guide.figure.posing.skeleton import SIDES
from guide.figure.words.posture import Angles, Posture, fives, listed, other
from guide.model.pose import SideName
from guide.model.scene import Contact

ASIDE = 0.16  # of body height: a foot that is farther from the other than hips are wide


def legs_text(seen: Posture) -> list[str]:
    """Both legs at once where they do the same, else one after the other."""
    return _both_legs(seen) if alike(seen) else [_leg(seen, side) for side in SIDES]


def alike(seen: Posture) -> bool:
    """Whether both legs are bent, and stand, in the same way."""
    right, left = (seen.foot(side) for side in SIDES)
    stand = (right and (right.part, right.surface)) == (left and (left.part, left.surface))
    joints = ("hip", "knee", "hip_abduction")
    bent = all(abs(seen.angles["right"][name] - seen.angles["left"][name]) < 8 for name in joints)
    return bent and bool(stand or seen.frame.flight)


def _both_legs(seen: Posture) -> list[str]:
    angles, in_air = seen.angles["right"], bool(seen.frame.flight)
    foot = seen.foot("right")
    if foot and foot.part == "heel":
        return ["on the heels, toes up", thigh_text(angles["knee"], 90, "thighs", "knees", "legs")]
    level = measure_of(seen.skeleton, "thigh_from_level", "right", seen.contacts, seen.figure.props)
    wide = abs(seen.skeleton["right_foot"].at[2] - seen.skeleton["left_foot"].at[2]) > 0.3
    turned = ", toes turned out" if angles["toes_out"] > 20 else ""
    return [
        f"feet wide apart{turned}" if wide and not in_air else "",
        thigh_text(angles["knee"], level, "thighs", "knees", "legs"),
        "" if in_air else _heel(seen, "right", foot, angles, "heels"),
    ]


def _leg(seen: Posture, side: SideName) -> str:
    angles, foot, props = seen.angles[side], seen.foot(side), seen.figure.props
    level = measure_of(seen.skeleton, "thigh_from_level", side, seen.contacts, props)
    if seen.frame.flight or not foot:
        return f"{side} leg {_free_leg(angles, level, in_air=bool(seen.frame.flight))}"
    if foot.part == "laces":
        return f"{side} foot behind on the {foot.surface}, laces down, {_knee(seen, side, angles)}"
    carried = seen.foot(other(side)) is not None
    here, there = (seen.skeleton[f"{each}_foot"].at for each in (side, other(side)))
    ahead = here[0] - there[0]
    if foot.part in ("ball", "toes") and carried and ahead < -0.12:
        return f"{side} foot behind on its {foot.part}, {_knee(seen, side, angles)}"
    if foot.part == "heel":
        where = "in front " if carried and ahead > 0.12 else ""
        return f"{side} heel {where}on the {foot.surface}, toes up, {_knee(seen, side, angles)}"
    where = "in front " if carried and ahead > 0.25 else _aside(seen, side) if carried else ""
    thigh = thigh_text(angles["knee"], level, "thigh", "knee", "leg")
    return listed([f"{side} foot {where}on the {foot.surface}", thigh, _heel(seen, side, foot, angles, "heel")])


def _aside(seen: Posture, side: SideName) -> str:
    """Of a foot that stands far out, the other under its hip or nearer to it."""
    hips = seen.skeleton["pelvis"].at[2]
    mine, theirs = (abs(seen.skeleton[f"{each}_foot"].at[2] - hips) for each in (side, other(side)))
    return "out to the side " if mine > ASIDE and mine > theirs + 0.04 else ""


def _knee(seen: Posture, side: SideName, angles: Angles) -> str:
    if seen.height(f"{side}_shank") < 0.12:
        return "knee just above the floor"
    return "leg almost straight" if angles["knee"] < 20 else f"knee bent {fives(angles['knee'])} degrees"


def _free_leg(angles: Angles, level: float, *, in_air: bool) -> str:
    bend = bend_text(angles["knee"])
    if angles["hip_abduction"] > 25:
        return f"lifted out to the side, {bend}"
    if angles["thigh"] < -8 or (angles["thigh"] < 20 and angles["knee"] > 35):
        stretched = "stretched out behind" if in_air else f"stretched out behind, {height_text(level)}"
        return stretched if angles["knee"] < 29 else f"behind, {bend}"
    return f"in front, {bend}" if angles["thigh"] > 20 else f"hanging, {bend}"


def bend_text(knee: float) -> str:
    """How far a free leg is bent."""
    return "straight" if knee < 28 else f"bent {fives(knee)} degrees at the knee"


def height_text(level: float) -> str:
    """How near a free leg is to level."""
    if level < 15:
        return "level with the floor"
    if level < 30:
        return "almost level with the floor"
    return "halfway to level" if level < 60 else "near the floor"


def thigh_text(knee: float, level: float, thigh: str, knee_word: str, leg: str) -> str:
    """How deep a standing leg is bent."""
    if knee < 7:
        return f"{leg} straight"
    if knee < 30:
        return f"{knee_word} slightly bent"
    depths = ((5, "level with the floor"), (15, "almost level with the floor"), (35, "a little above level"))
    depth = next((words for limit, words in depths if level <= limit), None)
    bend = f"{knee_word} bent {fives(knee)} degrees"
    return f"{bend}, {thigh} {depth}" if depth else bend


def _heel(seen: Posture, side: SideName, foot: Contact | None, angles: Angles, word: str) -> str:
    if foot and foot.part == "ball":
        up = measure_of(seen.skeleton, "heel_above_support", side, seen.contacts, seen.figure.props)
        edge = f"the {foot.surface}"
        return f"{word} {'below' if up < 0 else 'above'} {edge}" if abs(up) > 0.012 else f"{word} level with {edge}"
    on_toes = foot is not None and foot.part == "toes"
    return f"{word} down" if angles["knee"] > 30 and not on_toes else ""

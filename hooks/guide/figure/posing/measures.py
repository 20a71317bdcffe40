"""What the rules of a frame may measure on a solved skeleton. Judges nothing."""

from __future__ import annotations

from collections.abc import Callable
from math import asin, atan2, degrees, dist

from guide.figure.posing import body
from guide.figure.posing.balance import centre_of_mass
from guide.figure.posing.contact import foot_contact
from guide.figure.posing.measure import leg_angles, trunk_line
from guide.figure.posing.skeleton import Skeleton, sole_point
from guide.figure.posing.surface import FLOOR, surface_of
from guide.figure.posing.vector import UP, Vec, across, along, angle_between, dot, scale, sub, unit
from guide.model.figure_rule import Measure
from guide.model.pose import SideName
from guide.model.scene import Contact, Prop

KNEE_RADIUS = 0.03
Measured = Callable[[Skeleton, SideName], float]


def measure_of(
    skeleton: Skeleton, measure: Measure, side: SideName, contacts: tuple[Contact, ...], props: tuple[Prop, ...]
) -> float:
    """One measure that a rule may name: degrees, or shares of body height."""
    if measure == "heel_above_support":
        foot = foot_contact(contacts, side)
        surface = (surface_of(props, foot.surface) if foot else None) or FLOOR
        return surface.above(sole_point(skeleton[f"{side}_foot"], body.HEEL))
    return _MEASURES[measure](skeleton, side)


def _sign(side: SideName) -> int:
    return 1 if side == "right" else -1


def _tilt(name: str) -> Measured:
    """Degrees that a limb points away from straight down (or up), whichever is nearer."""

    def measured(skeleton: Skeleton, side: SideName) -> float:
        angle = angle_between(skeleton[f"{side}_{name}"].axis, UP)
        return min(angle, 180 - angle)

    return measured


def _height(name: str) -> Measured:
    return lambda skeleton, side: skeleton[f"{side}_{name}"].at[1]


def _level(axis: Vec) -> float:
    return degrees(asin(max(-1.0, min(1.0, axis[1]))))


def _sole(skeleton: Skeleton, side: SideName, reach: float) -> Vec:
    return sole_point(skeleton[f"{side}_foot"], reach)


def _outside(skeleton: Skeleton, side: SideName, point: Vec, other: Vec) -> float:
    """How far one point is to the side of another, away from the middle."""
    return dot(sub(point, other), skeleton["pelvis"].out) * _sign(side)


def _hip_off_line(skeleton: Skeleton, side: SideName) -> float:
    """How far the hips are in front of the straight line from the shoulders to the ankle; minus is behind it."""
    shoulders, hips, ankle = skeleton["chest"].end, skeleton["pelvis"].at, skeleton[f"{side}_foot"].at
    line = unit(sub(ankle, shoulders))
    way = sub(hips, shoulders)
    return dot(along(way, line, -dot(way, line)), trunk_line(skeleton)[1])


def _trunk_turn(skeleton: Skeleton, side: SideName) -> float:
    """Degrees that the chest is turned to the figure's right against the pelvis."""
    chest, pelvis = skeleton["chest"], skeleton["pelvis"]
    front = across(chest.axis, pelvis.front)
    return degrees(atan2(dot(chest.front, across(chest.axis, pelvis.out)), dot(chest.front, front)))


def _head_nod(skeleton: Skeleton, side: SideName) -> float:
    """Degrees that the chin is nearer to the chest than in line with the trunk."""
    chest, head = skeleton["chest"], skeleton["head"]
    return degrees(atan2(dot(head.axis, chest.front), dot(head.axis, chest.axis)))


_MEASURES: dict[Measure, Measured] = {
    "thigh_from_level": lambda s, side: abs(_level(s[f"{side}_thigh"].axis)),
    "thigh_from_vertical": _tilt("thigh"),
    "shin_from_vertical": lambda s, side: angle_between(scale(s[f"{side}_shank"].axis, -1), UP),
    "upper_arm_from_vertical": _tilt("upper_arm"),
    "forearm_from_vertical": _tilt("forearm"),
    "trunk_lean": lambda s, side: angle_between(s["chest"].axis, UP),
    "trunk_from_level": lambda s, side: abs(_level(trunk_line(s)[0])),
    "trunk_side": lambda s, side: degrees(asin(dot(s["chest"].axis, s["pelvis"].out))),
    "trunk_turn": _trunk_turn,
    "head_nod": _head_nod,
    "hip_bend": lambda s, side: leg_angles(s, side)["hip"],
    "knee_bend": lambda s, side: angle_between(s[f"{side}_thigh"].axis, s[f"{side}_shank"].axis),
    "ankle_bend": lambda s, side: leg_angles(s, side)["ankle"],
    "elbow_bend": lambda s, side: angle_between(s[f"{side}_upper_arm"].axis, s[f"{side}_forearm"].axis),
    "hip_spread": lambda s, side: degrees(asin(dot(s[f"{side}_thigh"].axis, s["pelvis"].out))) * _sign(side),
    "arm_from_trunk": lambda s, side: angle_between(s[f"{side}_upper_arm"].axis, scale(s["chest"].axis, -1)),
    "thighs_apart": lambda s, side: angle_between(s["right_thigh"].axis, s["left_thigh"].axis),
    "leg_to_trunk_line": lambda s, side: angle_between(
        sub(s[f"{side}_shank"].end, s[f"{side}_thigh"].at), scale(s["chest"].axis, -1)
    ),
    "hip_off_line": _hip_off_line,
    "pelvis_tilt": lambda s, side: abs(_level(s["pelvis"].out)),
    "hip_above_floor": _height("thigh"),
    "shoulder_above_floor": _height("upper_arm"),
    "hand_above_floor": _height("hand"),
    "knee_above_floor": lambda s, side: s[f"{side}_shank"].at[1] - KNEE_RADIUS,
    "heel_above_floor": lambda s, side: _sole(s, side, body.HEEL)[1],
    "toes_above_floor": lambda s, side: _sole(s, side, body.TOE)[1],
    "toes_above_heel": lambda s, side: _sole(s, side, body.TOE)[1] - _sole(s, side, body.HEEL)[1],
    "knee_gap": lambda s, side: dist(s["right_shank"].at, s["left_shank"].at),
    "ankle_gap": lambda s, side: dist(s["right_foot"].at, s["left_foot"].at),
    "feet_apart": lambda s, side: abs(s["right_foot"].at[2] - s["left_foot"].at[2]),
    "hip_to_foot_across": lambda s, side: abs(s[f"{side}_thigh"].at[2] - s[f"{side}_shank"].end[2]),
    "knee_outside_ankle": lambda s, side: _outside(s, side, s[f"{side}_shank"].at, s[f"{side}_foot"].at),
    "hand_from_middle": lambda s, side: _outside(s, side, s[f"{side}_hand"].at, s["pelvis"].at),
    "shoulder_ahead_of_hand": lambda s, side: s[f"{side}_upper_arm"].at[0] - s[f"{side}_hand"].at[0],
    "hand_ahead_of_ankle": lambda s, side: s[f"{side}_hand"].end[0] - s[f"{side}_foot"].at[0],
    "weight_ahead_of_ankle": lambda s, side: centre_of_mass(s)[0] - s[f"{side}_foot"].at[0],
}

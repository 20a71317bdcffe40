"""A solved skeleton → the angles and distances that a coach would measure on it. Judges nothing."""

from __future__ import annotations

from math import asin, atan2, degrees

from guide.figure import body
from guide.figure.contact import surface_height
from guide.figure.skeleton import Skeleton, sole_point
from guide.figure.vector import UP, Vec, angle_between, cross, dot, scale, sub, unit
from guide.model.figure import Foot, Measure, Prop
from guide.model.pose import SideName

KNEE_RADIUS = 0.03


def joint_angles(skeleton: Skeleton, side: SideName) -> dict[str, float]:
    """Angles in the conventions of the pose, measured on the bones, in degrees."""
    pelvis, chest = skeleton["pelvis"], skeleton["chest"]
    thigh, shank, foot = (skeleton[f"{side}_{part}"] for part in ("thigh", "shank", "foot"))
    arm, forearm = skeleton[f"{side}_upper_arm"], skeleton[f"{side}_forearm"]
    sign = 1 if side == "right" else -1
    return leg_angles(skeleton, side) | {
        "hip_abduction": _arcsine(dot(thigh.axis, pelvis.out) * sign),
        "shoulder": _overhead(_angle_raised(arm.axis, chest.front, chest.axis)),
        "shoulder_abduction": _arcsine(dot(arm.axis, chest.out) * sign),
        "elbow": angle_between(arm.axis, forearm.axis),
        "trunk": degrees(atan2(dot(chest.axis, (1.0, 0.0, 0.0)), chest.axis[1])),
        "thigh": _angle_raised(thigh.axis, (1.0, 0.0, 0.0), UP),
        "shank": _shin(shank.axis, _heading(foot.out, sign)),
        "foot": _arcsine(foot.axis[1]),
        "toes_out": degrees(atan2(foot.axis[2] * sign, foot.axis[0])),
    }


def leg_angles(skeleton: Skeleton, side: SideName) -> dict[str, float]:
    """Of these only the hip, the knee and the ankle."""
    pelvis = skeleton["pelvis"]
    thigh, shank, foot = (skeleton[f"{side}_{part}"] for part in ("thigh", "shank", "foot"))
    return {
        "hip": _angle_raised(thigh.axis, pelvis.front, pelvis.axis),
        "knee": angle_between(thigh.axis, shank.axis),
        "ankle": 90 - angle_between(foot.axis, scale(shank.axis, -1)),
    }


def _angle_raised(limb: Vec, front: Vec, up: Vec) -> float:
    """Degrees that a limb is raised to the front from hanging down."""
    return degrees(atan2(dot(limb, front), -dot(limb, up)))


def _overhead(angle: float) -> float:
    """An arm that is raised past the ear is raised further; no arm goes that far back."""
    return angle + 360 if angle < -120 else angle


def _heading(out: Vec, sign: int) -> Vec:
    return unit(scale(cross(UP, (out[0], 0.0, out[2])), sign))


def _shin(axis: Vec, heading: Vec) -> float:
    """Degrees that the shin leans forward from upright, in the direction of the toes."""
    return degrees(atan2(-dot(axis, heading), -axis[1]))


def _arcsine(value: float) -> float:
    return degrees(asin(max(-1.0, min(1.0, value))))


def measure_of(skeleton: Skeleton, measure: Measure, side: SideName, foot: Foot, props: tuple[Prop, ...]) -> float:
    """One measure that a rule may name: degrees, or shares of body height."""
    thigh, shank = skeleton[f"{side}_thigh"], skeleton[f"{side}_shank"]
    if measure == "thigh_from_level":
        return abs(_arcsine(thigh.axis[1]))
    if measure == "shin_from_vertical":
        return angle_between(scale(shank.axis, -1), UP)
    if measure == "knee_bend":
        return angle_between(thigh.axis, shank.axis)
    if measure == "knee_above_floor":
        return shank.at[1] - KNEE_RADIUS
    if measure == "hip_to_foot_across":
        return abs(thigh.at[2] - shank.end[2])
    if measure == "leg_to_trunk_line":
        return angle_between(sub(shank.end, thigh.at), scale(skeleton["chest"].axis, -1))
    if measure == "heel_above_support":
        heel = sole_point(skeleton[f"{side}_foot"], body.HEEL)
        return heel[1] - surface_height(props, foot.surface)
    if measure == "pelvis_tilt":
        return abs(_arcsine(skeleton["pelvis"].out[1]))
    return angle_between(skeleton["chest"].axis, UP)

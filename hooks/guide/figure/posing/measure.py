"""A solved skeleton → the joint angles that a coach would measure on it, standing or lying. Judges nothing."""

from __future__ import annotations

from math import asin, atan2, degrees

from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.vector import UP, Vec, across, angle_between, cross, dot, scale, sub, unit
from guide.model.pose import SideName


def joint_angles(skeleton: Skeleton, side: SideName) -> dict[str, float]:
    """Angles in the conventions of the pose, measured on the bones, in degrees. Trunk, thigh and shank are tilts seen
    from the side: thigh is hip minus trunk, shank is knee minus thigh, however far round that goes."""
    pelvis, chest = skeleton["pelvis"], skeleton["chest"]
    thigh, shank, foot = (skeleton[f"{side}_{part}"] for part in ("thigh", "shank", "foot"))
    arm, forearm = skeleton[f"{side}_upper_arm"], skeleton[f"{side}_forearm"]
    sign = 1 if side == "right" else -1
    legs = leg_angles(skeleton, side)
    line = sub(chest.end, pelvis.at)
    trunk = degrees(atan2(line[0], line[1]))
    tilt = _near(_angle_raised(thigh.axis, (1.0, 0.0, 0.0), UP), legs["hip"] - trunk)
    heading = _heading(foot.out, sign)
    return legs | {
        "hip_abduction": _arcsine(dot(thigh.axis, pelvis.out) * sign),
        "hip_rotation": degrees(atan2(dot(thigh.front, pelvis.out) * sign, dot(thigh.out, pelvis.out) * sign)),
        "shoulder": _overhead(_angle_raised(arm.axis, chest.front, chest.axis)),
        "shoulder_abduction": _arcsine(dot(arm.axis, chest.out) * sign),
        "elbow": angle_between(arm.axis, forearm.axis),
        "trunk": trunk,
        "thigh": tilt,
        "shank": _near(_shin(shank.axis, heading), legs["knee"] - tilt),
        "foot": _pitch(foot.axis, heading),
        "toes_out": degrees(atan2(foot.axis[2] * sign, foot.axis[0])),
    }


def leg_angles(skeleton: Skeleton, side: SideName) -> dict[str, float]:
    """Of these only the hip, the knee and the ankle."""
    thigh, shank, foot = (skeleton[f"{side}_{part}"] for part in ("thigh", "shank", "foot"))
    up, front = trunk_line(skeleton)
    return {
        "hip": _angle_raised(thigh.axis, front, up),
        "knee": angle_between(thigh.axis, shank.axis),
        "ankle": 90 - angle_between(foot.axis, scale(shank.axis, -1)),
    }


def trunk_line(skeleton: Skeleton) -> tuple[Vec, Vec]:
    """The straight line from the hips to the shoulders in the plane of the pelvis, and the direction in front of it."""
    pelvis = skeleton["pelvis"]
    up = across(pelvis.out, sub(skeleton["chest"].end, pelvis.at))
    return up, cross(up, pelvis.out)


def _near(angle: float, wanted: float) -> float:
    """The same direction, a whole turn on or back, so that it is nearest to what is wanted."""
    return angle + 360 * round((wanted - angle) / 360)


def _pitch(axis: Vec, heading: Vec) -> float:
    """Degrees that the toes point above level; beyond upright it goes on, as lying on the back."""
    rise = _arcsine(axis[1])
    return 180 - rise if rise > 30 and dot(axis, heading) < 0 else rise


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

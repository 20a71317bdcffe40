"""Joint angles → the skeleton: place and axes of every segment. Knows no contacts, no drawing."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure import body
from guide.figure.vector import FORWARD, RIGHT, UP, Vec, along, scale, swing
from guide.model.pose import Head, Limbs, Pose, SideName

SIDES: tuple[SideName, SideName] = ("right", "left")


class Segment(NamedTuple):
    """One rigid part of the body."""

    at: Vec
    """The joint that it hangs on."""
    axis: Vec
    """Direction from that joint to the next."""
    front: Vec
    """Direction of its anterior face."""
    out: Vec
    """Direction away from the body's middle; for trunk and head, the figure's right."""
    length: float
    bend: float = 0.0
    """Of a foot: how far its toes are bent up to level, 1 fully."""

    @property
    def end(self) -> Vec:
        return along(self.at, self.axis, self.length)

    def point(self, share: float, front: float = 0.0, out: float = 0.0) -> Vec:
        """The point a share of the length along the axis and `front`, `out` beside it (in body heights)."""
        at, a, f, o = self.at, self.axis, self.front, self.out
        k = share * self.length
        return (
            at[0] + a[0] * k + f[0] * front + o[0] * out,
            at[1] + a[1] * k + f[1] * front + o[1] * out,
            at[2] + a[2] * k + f[2] * front + o[2] * out,
        )

    def shift(self, by: Vec) -> Segment:
        return Segment(along(self.at, by, 1), self.axis, self.front, self.out, self.length, self.bend)


Skeleton = dict[str, Segment]


def joints(pose: Pose, side: SideName) -> dict[str, float]:
    """Every joint angle of one side: what `right`/`left` says, else what `both` says, else 0."""
    own: Limbs = getattr(pose, side)
    return {
        name: float(value if (value := getattr(own, name)) is not None else getattr(pose.both, name) or 0)
        for name in body.LIMITS
    }


def pose_skeleton(pose: Pose) -> Skeleton:
    """The skeleton of a pose with the middle of the hips at the origin, feet wherever the angles put them."""
    pelvis, chest = _trunk(pose)
    skeleton = {"pelvis": pelvis, "chest": chest, "head": _head(chest, pose)}
    for side in SIDES:
        angles = joints(pose, side)
        skeleton |= _leg(pelvis, side, angles) | _arm(chest, side, angles)
    return skeleton


def _trunk(pose: Pose) -> tuple[Segment, Segment]:
    front, right = swing(FORWARD, RIGHT, pose.trunk.turn)
    up, front = swing(UP, front, pose.trunk.lean)
    right, up = swing(right, up, pose.trunk.hike)
    pelvis = Segment((0.0, 0.0, 0.0), up, front, right, body.PELVIS)
    up, right = swing(up, right, pose.trunk.side)
    front, right = swing(front, right, pose.trunk.twist)
    return pelvis, Segment(pelvis.end, up, front, right, body.CHEST)


def _head(chest: Segment, pose: Pose) -> Segment:
    chin = lift(pose.head, pose.trunk.lean)
    axis, front = swing(chest.axis, chest.front, -chin)
    front, right = swing(front, chest.out, pose.head.turn)
    return Segment(chest.end, axis, front, right, body.NECK)


def lift(head: Head, lean: float) -> float:
    """Unless written, part of the lean is taken back so that the eyes look a few metres ahead."""
    if head.lift is not None:
        return head.lift
    return 0.45 * lean if lean < 50 else max(6.0, 22.5 - 0.7 * (lean - 50))


def _leg(pelvis: Segment, side: SideName, angles: dict[str, float]) -> Skeleton:
    out = pelvis.out if side == "right" else scale(pelvis.out, -1)
    down, front = swing(scale(pelvis.axis, -1), pelvis.front, angles["hip"])
    down, out_ = swing(down, out, angles["hip_abduction"])
    front, out_ = swing(front, out_, angles["hip_rotation"])
    thigh = Segment(along(pelvis.at, out, body.HIP_OUT), down, front, out_, body.THIGH)
    down, front = swing(down, front, -angles["knee"])
    shank = Segment(thigh.end, down, front, out_, body.SHANK)
    toes, sole = swing(front, down, -angles["ankle"])
    return {
        f"{side}_thigh": thigh,
        f"{side}_shank": shank,
        f"{side}_foot": foot(shank.end, toes, scale(sole, -1), out_),
    }


def foot(ankle: Vec, toes: Vec, top: Vec, out: Vec, bend: float = 0.0) -> Segment:
    """A foot: its axis points to the toes, its `front` is the instep."""
    return Segment(ankle, toes, top, out, body.TOE, bend)


def _arm(chest: Segment, side: SideName, angles: dict[str, float]) -> Skeleton:
    out = chest.out if side == "right" else scale(chest.out, -1)
    down, front = swing(scale(chest.axis, -1), chest.front, angles["shoulder"])
    down, out_ = swing(down, out, angles["shoulder_abduction"])
    front, out_ = swing(front, out_, -angles["shoulder_rotation"])
    upper = Segment(along(chest.end, out, body.SHOULDER_OUT), down, front, out_, body.UPPER_ARM)
    down, front = swing(down, front, angles["elbow"])
    lower = Segment(upper.end, down, front, out_, body.FOREARM)
    hand = Segment(lower.end, down, front, out_, body.PALM)
    return {f"{side}_upper_arm": upper, f"{side}_forearm": lower, f"{side}_hand": hand}


def shift(skeleton: Skeleton, by: Vec) -> Skeleton:
    """The same skeleton, moved as a whole."""
    return {name: segment.shift(by) for name, segment in skeleton.items()}


def lowest_sole(skeleton: Skeleton) -> float:
    """Height of the lowest point of both soles; bent toes lie level with the ball."""
    feet = [skeleton[f"{side}_foot"] for side in SIDES]
    return min(
        sole_point(foot, reach)[1] for foot in feet for reach in (body.HEEL, body.BALL if foot.bend else body.TOE)
    )


def sole_point(foot_segment: Segment, reach: float) -> Vec:
    """A point of the sole, `reach` in front of the ankle."""
    return foot_segment.point(reach / body.TOE, -body.ANKLE_HEIGHT)

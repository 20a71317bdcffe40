"""Joint angles → the skeleton: place and axes of every segment. Knows no contacts, no drawing."""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

from guide.figure.posing import body
from guide.figure.posing.vector import FORWARD, RIGHT, UP, Vec, across, along, cross, norm, scale, sub, swing, unit
from guide.model.pose import Head, Limbs, Pose, Position, SideName

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
    toes: float = 0.0
    """Of a foot: degrees that its toes are bent up against it; minus is curled down."""

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
        return self._replace(at=along(self.at, by, 1))


Skeleton = dict[str, Segment]

_SIDE = (2 / 3, 1 / 3, 1 / 3)  # shares of a lean to the side; the middle part of the spine has all of it
_LYING: dict[Position, int] = {"on_left_side": 1, "on_right_side": -1}


def joints(pose: Pose, side: SideName) -> dict[str, float]:
    """Every joint angle of one side: what `right`/`left` says, else what `both` says, else 0."""
    own: Limbs = getattr(pose, side)
    return {
        name: float(value if (value := getattr(own, name)) is not None else getattr(pose.both, name) or 0)
        for name in body.LIMITS
    }


def pose_skeleton(pose: Pose, position: Position = "standing") -> Skeleton:
    """The skeleton of a pose with the middle of the hips at the origin, feet wherever the angles put them.

    `chest` is the straight line from the waist joint to the shoulder line, on which the arms hang; `spine_1` to
    `spine_3` is the way that the spine takes between the two.
    """
    trunk = pose.trunk
    lying = _LYING.get(position, 0)
    front, right = swing(FORWARD, RIGHT, trunk.turn)
    up, front = swing(UP, front, trunk.lean)
    right, up = swing(right, up, trunk.hike + lying * (90 - trunk.slope))
    front, right = swing(front, right, lying * trunk.roll)
    line = Segment((0.0, 0.0, 0.0), up, front, right, body.PELVIS)
    pelvis, spine, nod = _spine(line, pose)
    way = sub(spine[-1].end, pelvis.end)
    axis = unit(way)
    front = across(axis, spine[-1].front)
    chest = Segment(pelvis.end, axis, front, cross(front, axis), norm(way))
    skeleton = {"pelvis": pelvis, "chest": chest, "head": _head(chest, nod, pose)}
    skeleton |= {f"spine_{number}": each for number, each in enumerate(spine, start=1)}
    for side in SIDES:
        angles = joints(pose, side)
        skeleton |= _leg(line, side, angles) | _arm(chest, side, angles)
    return skeleton


def _spine(line: Segment, pose: Pose) -> tuple[Segment, list[Segment], float]:
    """Pelvis and spine bent about the straight line of the trunk, so that hips and shoulders stay on it; and how many
    degrees the top of the spine is nodded against the chest."""
    trunk, part = pose.trunk, body.CHEST / body.SPINE
    bends = (-0.6 * trunk.arch, 0.4 * (trunk.round - trunk.arch), 0.6 * trunk.round)
    tilts = [sum(bends[: i + 1]) for i in range(body.SPINE)]
    above, ahead = (sum(part * f(radians(tilt)) for tilt in tilts) for f in (cos, sin))
    up, front = swing(line.axis, line.front, -degrees(atan2(ahead, body.PELVIS + above)))
    pelvis = line._replace(axis=up, front=front)
    spine, at, right = [], pelvis.end, line.out
    for bend, share in zip(bends, _SIDE, strict=True):
        up, front = swing(up, front, bend)
        up, right = swing(up, right, share * trunk.side)
        front, right = swing(front, right, trunk.twist / body.SPINE)
        spine.append(Segment(at, up, front, right, part))
        at = spine[-1].end
    return pelvis, spine, tilts[-1] - degrees(atan2(ahead, above))


def _head(chest: Segment, nod: float, pose: Pose) -> Segment:
    axis, front = swing(chest.axis, chest.front, nod - lift(pose.head, pose.trunk.lean))
    axis, right = swing(axis, chest.out, pose.head.side)
    front, right = swing(front, right, pose.head.turn)
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
        f"{side}_foot": foot(shank.end, toes, scale(sole, -1), out_, toes=angles["toes"]),
    }


def foot(ankle: Vec, axis: Vec, top: Vec, out: Vec, bend: float = 0.0, toes: float = 0.0) -> Segment:
    """A foot: its axis points to the toes, its `front` is the instep."""
    return Segment(ankle, axis, top, out, body.TOE, bend, toes)


def _arm(chest: Segment, side: SideName, angles: dict[str, float]) -> Skeleton:
    out = chest.out if side == "right" else scale(chest.out, -1)
    down, front = swing(scale(chest.axis, -1), chest.front, angles["shoulder"])
    down, out_ = swing(down, out, angles["shoulder_abduction"])
    front, out_ = swing(front, out_, -angles["shoulder_rotation"])
    upper = Segment(_shoulder(chest, out, angles), down, front, out_, body.UPPER_ARM)
    down, front = swing(down, front, angles["elbow"])
    front, out_ = swing(front, out_, -angles["forearm_turn"])
    lower = Segment(upper.end, down, front, out_, body.FOREARM)
    down, out_ = swing(down, out_, angles["wrist"])
    hand = Segment(lower.end, down, front, out_, body.PALM)
    return {f"{side}_upper_arm": upper, f"{side}_forearm": lower, f"{side}_hand": hand}


def _shoulder(chest: Segment, out: Vec, angles: dict[str, float]) -> Vec:
    """The shoulder joint at the end of the collar bone, which the shoulder blade carries up and forward."""
    bone, _ = swing(out, chest.axis, angles["shoulder_raise"])
    bone, _ = swing(bone, across(bone, chest.front), angles["shoulder_forward"])
    return along(chest.end, bone, body.SHOULDER_OUT)


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

"""Poses as rows of numbers, to go through them on splines; feet and directions on the way. Knows no contacts."""

from __future__ import annotations

from math import hypot

from guide.figure.posing import body
from guide.figure.posing.skeleton import SIDES, Segment, foot, joints, lift
from guide.figure.posing.vector import Vec, across, mix, sub, unit, weighted_sum
from guide.model.pose import Head, Limbs, Pose, Position, Trunk

_NONE = Limbs()
_TRUNK = tuple(Trunk.model_fields)
_HEAD = ("lift", "turn", "side")
_LIMB = tuple(body.LIMITS)
_LYING = {"on_left_side": 1, "on_right_side": -1}
_UPRIGHT = 90.0  # slope of a body that does not lie at all


def pose_row(pose: Pose, position: Position, *, lies: bool) -> tuple[float, ...]:
    """Every angle of a pose in degrees, both sides written out. Where another frame of the figure lies on a side
    (`lies`), all are told as lying on the left one, more or less, so that the body can roll there."""
    trunk, head = pose.trunk, pose.head
    angles = {name: float(getattr(trunk, name)) for name in _TRUNK}
    if lies:
        sign = _LYING.get(position, 0)
        angles["slope"] = _UPRIGHT - sign * (_UPRIGHT - trunk.slope)
        angles["roll"] = sign * trunk.roll
    limbs = [joints(pose, side)[name] for side in SIDES for name in _LIMB]
    return (*angles.values(), lift(head, trunk.lean), head.turn, head.side, *limbs)


def row_pose(row: tuple[float, ...]) -> Pose:
    """The pose of a row, hands free. Between sound angles none is wrong, so the models are made without a look."""
    trunk, head, limbs = len(_TRUNK), len(_HEAD), len(_LIMB)
    right, left = row[-2 * limbs : -limbs], row[-limbs:]
    return Pose.model_construct(
        None,
        trunk=Trunk.model_construct(None, **dict(zip(_TRUNK, row[:trunk], strict=True))),
        head=Head.model_construct(None, **dict(zip(_HEAD, row[trunk : trunk + head], strict=True))),
        both=_NONE,
        right=Limbs.model_construct(None, hand=None, **dict(zip(_LIMB, right, strict=True))),
        left=Limbs.model_construct(None, hand=None, **dict(zip(_LIMB, left, strict=True))),
    )


def foot_row(segment: Segment) -> tuple[float, ...]:
    """How a foot is turned."""
    return (*segment.axis, *segment.front, *segment.out, segment.bend, segment.toes)


def row_foot(row: tuple[float, ...]) -> Segment:
    """The foot of a row, its ankle at the origin."""
    toes = unit((row[0], row[1], row[2]))
    top = across(toes, (row[3], row[4], row[5]))
    return foot((0.0, 0.0, 0.0), toes, top, across(toes, (row[6], row[7], row[8])), row[9], row[10])


def mix_feet(here: Segment, there: Segment, share: float) -> Segment:
    """A foot between two, turned and moved at once."""
    toes = unit(mix(here.axis, there.axis, share))
    top = across(toes, mix(here.front, there.front, share))
    out = across(toes, mix(here.out, there.out, share))
    bend, curl = (a + (b - a) * share for a, b in ((here.bend, there.bend), (here.toes, there.toes)))
    return foot(mix(here.at, there.at, share), toes, top, out, bend, curl)


def on_its(reach: float | None, point: Vec, turned: Segment) -> Segment:
    """A foot whose sole is at the point, `reach` in front of the ankle; without a reach its ankle is there."""
    if reach is None:
        return turned._replace(at=point)
    return turned._replace(at=sub(point, weighted_sum(turned.axis, reach, turned.front, -body.ANKLE_HEIGHT)))


def soft(share: float) -> float:
    """From rest to rest."""
    return share * share * (3 - 2 * share)


def distance(a: Vec, b: Vec) -> float:
    return hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

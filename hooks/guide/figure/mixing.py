"""Two poses or two feet → the one a share of the way between them. Knows no contacts."""

from __future__ import annotations

from guide.figure import body
from guide.figure.skeleton import SIDES, Segment, foot, joints, lift
from guide.figure.vector import Vec, across, mix, sub, unit, weighted_sum
from guide.model.pose import Head, Limbs, Pose, SideName, Trunk

_NONE = Limbs()
_TRUNK = tuple(Trunk.model_fields)


def mix_feet(here: Segment, there: Segment, share: float, ball: Vec) -> Segment:
    """A foot that turns about its ball, so that a heel can rise while the ball stays."""
    toes = unit(mix(here.axis, there.axis, share))
    top = across(toes, mix(here.front, there.front, share))
    out = across(toes, mix(here.out, there.out, share))
    ankle = sub(ball, weighted_sum(toes, body.BALL, top, -body.ANKLE_HEIGHT))
    bend, toes_bent = _angle(here.bend, there.bend, share), _angle(here.toes, there.toes, share)
    return foot(ankle, toes, top, out, bend, toes_bent)


def mix_poses(a: Pose, b: Pose, share: float) -> Pose:
    """Every angle in between; hands that rest at both ends in one place rest there. Between sound angles none is
    wrong, so the models are made without another look."""
    here, there = a.trunk, b.trunk
    trunk = {name: _angle(getattr(here, name), getattr(there, name), share) for name in _TRUNK}
    head = Head.model_construct(
        lift=_angle(lift(a.head, a.trunk.lean), lift(b.head, b.trunk.lean), share),
        turn=_angle(a.head.turn, b.head.turn, share),
        side=_angle(a.head.side, b.head.side, share),
    )
    right, left = (_limbs(a, b, side, share) for side in SIDES)
    return Pose.model_construct(
        trunk=Trunk.model_construct(None, **trunk), head=head, both=_NONE, right=right, left=left
    )


def _limbs(a: Pose, b: Pose, side: SideName, share: float) -> Limbs:
    here, there = joints(a, side), joints(b, side)
    angles = {name: _angle(here[name], there[name], share) for name in here}
    places = [a.hand(side), b.hand(side)]
    return Limbs.model_construct(None, hand=places[0] if places[0] == places[1] else "free", **angles)


def _angle(a: float, b: float, share: float) -> float:
    return a + (b - a) * share

"""In-betweens: the skeleton on the way from one key frame to the next. Planted feet stay planted; times nothing."""

from __future__ import annotations

from math import pi, sin

from guide.figure import body
from guide.figure.contact import foot_of, frame_feet, frame_pose, place_hands, reach_foot, reach_hand, solve
from guide.figure.hands import HandGoal
from guide.figure.skeleton import SIDES, Segment, Skeleton, foot, joints, lift, pose_skeleton, shifted, sole_point
from guide.figure.vector import UP, across, along, mix, mixed, scale, sub, unit
from guide.model.figure import Figure, Frame
from guide.model.pose import Head, Limbs, Pose, SideName, Trunk

STEP = 0.035  # how far a stepping foot is lifted off the floor on its way


def between(figure: Figure, before: Frame, after: Frame, share: float) -> Skeleton:
    """The skeleton a share of the way: angles in between, legs bent so that the feet are where they belong."""
    a, b = solve(figure, before), solve(figure, after)
    if share <= 0 or share >= 1:
        return a if share <= 0 else b
    pose = _pose(frame_pose(before), frame_pose(after), share)
    skeleton = shifted(pose_skeleton(pose), mix(a["pelvis"].at, b["pelvis"].at, share))
    for side in SIDES:
        if not (_free(figure, before, side) and _free(figure, after, side)):
            skeleton = reach_foot(skeleton, side, _foot(a, b, side, share, _lift(figure, before, after, side)))
        skeleton = _hand(skeleton, a, b, side, share, frame_pose(before), frame_pose(after))
    return place_hands(skeleton, pose, figure.props)


def _free(figure: Figure, frame: Frame, side: SideName) -> bool:
    return bool(frame.flight) or foot_of(frame_feet(figure, frame), side).touch == "air"


def _lift(figure: Figure, before: Frame, after: Frame, side: SideName) -> float:
    """A foot that goes from one place to another steps; one that stays, or flies, does not."""
    if before.flight or after.flight:
        return 0.0
    here, there = (foot_of(frame_feet(figure, frame), side) for frame in (before, after))
    return STEP if here.forward != there.forward and "air" not in (here.touch, there.touch) else 0.0


def _foot(a: Skeleton, b: Skeleton, side: SideName, share: float, raised: float) -> Segment:
    """The foot on its way: it turns about its ball, so that a heel can rise while the ball stays."""
    here, there = a[f"{side}_foot"], b[f"{side}_foot"]
    ball = mix(sole_point(here, body.BALL), sole_point(there, body.BALL), share)
    ball = along(ball, UP, raised * sin(pi * share))
    toes = unit(mix(here.axis, there.axis, share))
    top = across(toes, mix(here.front, there.front, share))
    out = across(toes, mix(here.out, there.out, share))
    ankle = sub(ball, mixed(toes, body.BALL, top, -body.ANKLE_HEIGHT))
    return foot(ankle, toes, top, out, here.bend + (there.bend - here.bend) * share)


def _hand(
    skeleton: Skeleton, a: Skeleton, b: Skeleton, side: SideName, share: float, before: Pose, after: Pose
) -> Skeleton:
    """A hand that rests only at one end of the way is carried there."""
    if _place(before, side) == _place(after, side):
        return skeleton
    here, there = a[f"{side}_hand"], b[f"{side}_hand"]
    from_elbow, to_elbow = (scale(each[f"{side}_upper_arm"].front, -1) for each in (a, b))
    wrist = mix(here.at, there.at, share)
    goal = HandGoal(wrist, unit(mix(from_elbow, to_elbow, share)), unit(mix(here.axis, there.axis, share)))
    return reach_hand(skeleton, side, goal)


def _place(pose: Pose, side: SideName) -> str:
    limbs = pose.right if side == "right" else pose.left
    return limbs.hand or pose.both.hand or "free"


def _pose(a: Pose, b: Pose, share: float) -> Pose:
    """Every angle in between; hands that rest at both ends in one place rest there."""
    trunk = {name: _angle(getattr(a.trunk, name), getattr(b.trunk, name), share) for name in Trunk.model_fields}
    head = Head.model_construct(
        lift=_angle(lift(a.head, a.trunk.lean), lift(b.head, b.trunk.lean), share),
        turn=_angle(a.head.turn, b.head.turn, share),
    )
    right, left = (_limbs(a, b, side, share) for side in SIDES)
    return Pose.model_construct(trunk=Trunk.model_validate(trunk), head=head, both=Limbs(), right=right, left=left)


def _limbs(a: Pose, b: Pose, side: SideName, share: float) -> Limbs:
    here, there = joints(a, side), joints(b, side)
    angles = {name: _angle(here[name], there[name], share) for name in here}
    place = _place(a, side) if _place(a, side) == _place(b, side) else "free"
    return Limbs.model_validate({**angles, "hand": place})


def _angle(a: float, b: float, share: float) -> float:
    return a + (b - a) * share

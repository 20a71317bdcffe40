"""In-betweens: the skeleton on the way from one key frame to the next. Planted feet stay planted; times nothing."""

from __future__ import annotations

from collections.abc import Mapping
from math import pi, sin

from guide.figure import body
from guide.figure.contact import ARM_PARTS, contacts_of, foot_contact, frame_pose, of_side
from guide.figure.hands import HandGoal
from guide.figure.jump import airborne, clear, over
from guide.figure.mixing import mix_feet, mix_poses
from guide.figure.reach import reach_foot, reach_hand
from guide.figure.skeleton import SIDES, Segment, Skeleton, pose_skeleton, shift, sole_point
from guide.figure.solve import place_hands, solve
from guide.figure.vector import UP, along, mix, norm, scale, sub, unit
from guide.model.figure import Contact, Figure, Frame
from guide.model.pose import Pose, SideName

STEP = 0.035  # how far a stepping foot is lifted off the floor on its way
STEPS = 0.02  # and how far its ball goes at least
CLIMB = 0.1  # how much higher a foot has to come to be on something


def between(figure: Figure, before: Frame, after: Frame, share: float) -> Skeleton:
    """The skeleton a share of the way: angles in between, legs bent so that the feet are where they belong."""
    if share <= 0 or share >= 1:
        return solve(figure, before if share <= 0 else after)
    if after.flight and not before.flight:
        return airborne(figure, before, after, share)
    if before.flight and not after.flight:
        return airborne(figure, after, before, 1 - share)
    a, b = solve(figure, before), solve(figure, after)
    feet = {
        side: clear(_foot(a, b, side, share, _lift(figure, (before, after), (a, b), side)), figure.props)
        if _climbs(a, b, side)
        else _foot(a, b, side, share, _lift(figure, (before, after), (a, b), side))
        for side in SIDES
        if not (_free(figure, before, side) and _free(figure, after, side))
    }
    contacts = (*contacts_of(figure, before), *contacts_of(figure, after))
    return _on_the_way(contacts, (a, b), (frame_pose(before), frame_pose(after)), feet, share)


def _on_the_way(
    contacts: tuple[Contact, ...],
    ends: tuple[Skeleton, Skeleton],
    poses: tuple[Pose, Pose],
    feet: Mapping[SideName, Segment],
    share: float,
) -> Skeleton:
    a, b = ends
    pose = mix_poses(*poses, share)
    skeleton = shift(pose_skeleton(pose), mix(a["pelvis"].at, b["pelvis"].at, share))
    for side in SIDES:
        if side in feet:
            skeleton = reach_foot(skeleton, side, feet[side])
        if of_side(contacts, side, ARM_PARTS) or poses[0].hand(side) != poses[1].hand(side):
            skeleton = _hand(skeleton, ends, side, share)
    return place_hands(skeleton, pose, contacts)


def _free(figure: Figure, frame: Frame, side: SideName) -> bool:
    return foot_contact(contacts_of(figure, frame), side) is None


def _lift(figure: Figure, frames: tuple[Frame, Frame], ends: tuple[Skeleton, Skeleton], side: SideName) -> float:
    """A foot that goes from one place to another steps; one that stays does not."""
    stands = not any(_free(figure, frame, side) for frame in frames)
    a, b = (sole_point(skeleton[f"{side}_foot"], body.BALL) for skeleton in ends)
    return STEP if stands and norm(sub(a, b)) > STEPS else 0.0


def _climbs(a: Skeleton, b: Skeleton, side: SideName) -> bool:
    """Whether the foot goes up to something, or down from it, and so past its edge."""
    rise = sole_point(b[f"{side}_foot"], body.BALL)[1] - sole_point(a[f"{side}_foot"], body.BALL)[1]
    return abs(rise) > CLIMB


def _foot(a: Skeleton, b: Skeleton, side: SideName, share: float, raised: float) -> Segment:
    here, there = a[f"{side}_foot"], b[f"{side}_foot"]
    start, end = sole_point(here, body.BALL), sole_point(there, body.BALL)
    if not _climbs(a, b, side):
        ball = mix(start, end, share)
    else:
        ball = over(start, end, share) if end[1] > start[1] else over(end, start, 1 - share)
    return mix_feet(here, there, share, along(ball, UP, raised * sin(pi * share)))


def _hand(skeleton: Skeleton, ends: tuple[Skeleton, Skeleton], side: SideName, share: float) -> Skeleton:
    """A hand that rests at one end of the way is carried there; one that holds on at both stays."""
    here, there = (end[f"{side}_hand"] for end in ends)
    from_elbow, to_elbow = (scale(end[f"{side}_upper_arm"].front, -1) for end in ends)
    turned = (unit(mix(here.axis, there.axis, share)), unit(mix(here.out, there.out, share)))
    wrist = mix(here.at, there.at, share)
    goal = HandGoal(wrist, unit(mix(from_elbow, to_elbow, share)), *turned)
    return reach_hand(skeleton, side, goal)

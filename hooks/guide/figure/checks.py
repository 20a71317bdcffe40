"""What may be wrong with a figure, each finding at the place where it was written. Pure generators; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import dist, inf

from guide.figure import body
from guide.figure.balance import centre_of_mass, overhang, support
from guide.figure.contact import BACK, foot_of, frame_feet, solve, surface_height, touching
from guide.figure.limits import Finding, Place, hands, in_words, joint_limits, limb_lengths, solved_angles
from guide.figure.measure import KNEE_RADIUS, measure_of
from guide.figure.props import is_seated
from guide.figure.skeleton import SIDES, Skeleton, lowest_sole, sole_point
from guide.figure.vector import Vec
from guide.model.figure import Figure, Foot, Frame
from guide.model.pose import SideName

TOLERANCE = 0.01  # of body height


def figure_findings(figure: Figure) -> Iterator[Finding]:
    """Every finding of every check, frame by frame, of the exercise and of its versions."""
    for place, seen in _figures(figure):
        for i, frame in enumerate(seen.frames):
            skeleton = solve(seen, frame)
            for check in FRAME_CHECKS:
                found = check(seen, frame, skeleton)
                yield from (((*place, "frames", i, *location), message, hint) for location, message, hint in found)
        yield from ((place + location, message, hint) for location, message, hint in sliding_feet(seen))


def _figures(figure: Figure) -> Iterator[tuple[Place, Figure]]:
    yield (), figure
    for i, version in enumerate(figure.modifications):
        yield ("modifications", i), figure.drawn_as(version)


def contacts(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """What stands stands, what does not touches nothing, and what carries a foot is there."""
    feet = frame_feet(figure, frame)
    kinds = {prop.kind for prop in figure.props}
    for side in touching(feet) if not frame.flight else ():
        foot = foot_of(feet, side)
        if foot.surface != "floor" and foot.surface not in kinds:
            yield ("feet", side), f"there is no {foot.surface} in the scene", f"add a {foot.surface} to the props"
        elif abs(gap := _gap(skeleton, side, foot, figure)) > TOLERANCE:
            way = "above" if gap > 0 else "below"
            text = f"the {side} foot is {abs(gap):.1%} of height {way} what carries it"
            yield ("feet", side), text, "change the pose"
    if lowest_sole(skeleton) < -TOLERANCE:
        yield ("pose",), "a foot is below the floor", "bend that knee or hip more"
    for side in SIDES:
        if skeleton[f"{side}_shank"].at[1] < KNEE_RADIUS - TOLERANCE:
            yield ("pose", side, "knee"), f"the {side} knee is below the floor", "bend the front leg less"
    if frame.back_on_wall and abs(_back_gap(figure, skeleton)) > TOLERANCE:
        yield ("back_on_wall",), "the back does not lie on the wall", "keep the trunk upright, its lean near 0"


def _gap(skeleton: Skeleton, side: SideName, foot: Foot, figure: Figure) -> float:
    """How far the touching part of the foot is above its surface."""
    segment, height = skeleton[f"{side}_foot"], surface_height(figure.props, foot.surface)
    if foot.touch == "laces":
        return segment.at[1] - height - 0.032
    reaches = (body.BALL,) if foot.touch == "ball" else (body.HEEL, body.TOE)
    return max((sole_point(segment, reach)[1] - height for reach in reaches), key=abs)


def _back_gap(figure: Figure, skeleton: Skeleton) -> float:
    wall = next((prop.edge for prop in figure.props if prop.kind == "wall"), 0.0)
    chest = skeleton["chest"]
    return max((point[0] - BACK - wall for point in (chest.at, chest.end)), key=abs)


def balance(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """A body that stands still has its centre of mass over its feet."""
    feet = frame_feet(figure, frame)
    hands = {limbs.hand for limbs in (frame.pose.both, frame.pose.right, frame.pose.left)}
    if frame.flight or frame.moving or frame.back_on_wall or hands & {"rail", "wall"} or not touching(feet):
        return
    if is_seated(skeleton, figure.props):
        return
    centre = centre_of_mass(skeleton)
    over = overhang((centre[0], centre[2]), support(skeleton, feet))
    if over > TOLERANCE / 2:
        yield (
            ("pose", "trunk"),
            f"this body would fall over: its centre of mass is {over:.1%} of height beside its feet",
            "change the lean of the trunk or the hip, or say `moving: true` if it is caught in motion",
        )


def rules(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """What the exercise says about itself."""
    for i, rule in enumerate(frame.rules):
        side: SideName = rule.side if not frame.mirrored else ("left" if rule.side == "right" else "right")
        value = measure_of(skeleton, rule.measure, side, foot_of(frame_feet(figure, frame), side), figure.props)
        low = -inf if rule.at_least is None else rule.at_least
        high = inf if rule.at_most is None else rule.at_most
        if not low <= value <= high:
            wanted = f"at least {low:g}" if value < low else f"at most {high:g}"
            yield (
                ("rules", i),
                f"{in_words(rule.measure)} on the {side} is {value:.4g}, but must be {wanted}",
                "change the pose until it is, or the rule if the exercise is meant otherwise",
            )


def sliding_feet(figure: Figure) -> Iterator[Finding]:
    """A foot with the same contact in two frames in a row has not moved between them."""
    for i, (before, after) in enumerate(pairwise(figure.frames)):
        for side in SIDES:
            here, there = (foot_of(frame_feet(figure, frame), side) for frame in (before, after))
            if here != there or here.touch == "air" or before.flight or after.flight:
                continue
            way = dist(*(_planted_point(solve(figure, frame), side, here) for frame in (before, after)))
            if way > TOLERANCE:
                text = f"the {side} foot slides by {way:.1%} of height since the frame before"
                yield ("frames", i + 1, "feet", side), text, "give its place with `forward` and `out`"


def _planted_point(skeleton: Skeleton, side: SideName, foot: Foot) -> Vec:
    segment = skeleton[f"{side}_foot"]
    return segment.at if foot.touch == "laces" else sole_point(segment, body.BALL)


FrameCheck = Callable[[Figure, Frame, Skeleton], Iterator[Finding]]
FRAME_CHECKS: tuple[FrameCheck, ...] = (joint_limits, solved_angles, limb_lengths, hands, contacts, balance, rules)

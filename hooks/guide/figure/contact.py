"""Contacts → the skeleton in the scene: feet and hands where they rest. Angles give way, lengths never."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, cos, degrees, radians, sin, sqrt

from guide.figure import body
from guide.figure.hands import HandGoal, hand_goal
from guide.figure.skeleton import SIDES, Segment, Skeleton, foot, lowest_sole, pose_skeleton, shift
from guide.figure.vector import UP, Vec, across, along, cross, dot, norm, scale, sub, unit, weighted_sum
from guide.model.figure import Feet, Figure, Foot, Frame, Prop, Surface
from guide.model.pose import Pose, SideName

INSTEP = 0.032  # ankle above the surface when the laces lie on it
BACK = 0.066  # middle of the trunk to the wall behind it
KNEELING = 0.038  # knee joint above the floor when it rests there
POINTED = 78.0  # how far a resting foot is pointed at most
KEPT = 64
"""Solved frames of the last few figures: checks, words and every picture ask for the same ones. Nobody changes them."""


def solve(figure: Figure, frame: Frame) -> Skeleton:
    """The skeleton of one frame, standing, hanging or flying where the frame says."""
    return _solve(frame, frame_feet(figure, frame), figure.props)


@lru_cache(maxsize=KEPT)
def _solve(frame: Frame, feet: Feet, props: tuple[Prop, ...]) -> Skeleton:
    pose = frame_pose(frame)
    skeleton = pose_skeleton(pose)
    if frame.flight:
        rise = frame.flight.height - lowest_sole(skeleton)
        skeleton = shift(skeleton, (frame.flight.forward, rise, frame.flight.across))
    else:
        skeleton = _stand(skeleton, feet, props, back_on_wall=frame.back_on_wall)
    return place_hands(skeleton, pose, props)


def frame_pose(frame: Frame) -> Pose:
    """The pose as drawn: exchanged right for left where the frame is mirrored."""
    if not frame.mirrored:
        return frame.pose
    pose, t = frame.pose, frame.pose.trunk
    trunk = t.model_copy(update={"side": -t.side, "turn": -t.turn, "twist": -t.twist, "hike": -t.hike})
    head = pose.head.model_copy(update={"turn": -pose.head.turn})
    return pose.model_copy(update={"trunk": trunk, "head": head, "right": pose.left, "left": pose.right})


def frame_feet(figure: Figure, frame: Frame) -> Feet:
    """What the feet do in this frame, exchanged right for left where it is mirrored."""
    feet = frame.feet or figure.feet
    if not frame.mirrored:
        return feet
    other: SideName = "left" if feet.anchor == "right" else "right"
    return Feet(right=feet.left, left=feet.right, anchor=other)


def touching(feet: Feet) -> tuple[SideName, ...]:
    """The sides whose foot touches something, the anchor first."""
    order = SIDES if feet.anchor == "right" else SIDES[::-1]
    return tuple(side for side in order if foot_of(feet, side).touch != "air")


def foot_of(feet: Feet, side: SideName) -> Foot:
    return feet.right if side == "right" else feet.left


def kneeling(skeleton: Skeleton, side: SideName, foot: Foot) -> bool:
    """Whether a foot that lies on its laces has its knee on the floor with it."""
    return foot.touch == "laces" and skeleton[f"{side}_shank"].at[1] < KNEELING


def surface_height(props: tuple[Prop, ...], surface: Surface) -> float:
    """Height of what carries a foot; a prop that is missing counts as floor (and is reported by the checks)."""
    return next((prop.height for prop in props if prop.kind == surface), 0.0)


def _stand(skeleton: Skeleton, feet: Feet, props: tuple[Prop, ...], *, back_on_wall: bool) -> Skeleton:
    sides = touching(feet)
    if not sides:
        return skeleton
    first = _goal(skeleton, sides[0], foot_of(feet, sides[0]), props)
    move = sub(first.at, skeleton[f"{sides[0]}_foot"].at)
    if foot_of(feet, sides[0]).forward is None and foot_of(feet, sides[0]).touch == "flat":
        move = (-skeleton[f"{sides[0]}_foot"].at[0], move[1], move[2])
    move = (move[0], move[1], _sideways(skeleton, sides, feet))
    if back_on_wall:
        wall = next((prop.edge for prop in props if prop.kind == "wall"), 0.0)
        move = (wall + BACK - skeleton["chest"].at[0], move[1], move[2])
    skeleton = shift(skeleton, move)
    for side in sides:
        skeleton = reach_foot(skeleton, side, _goal(skeleton, side, foot_of(feet, side), props))
    return skeleton


def _sideways(skeleton: Skeleton, sides: tuple[SideName, ...], feet: Feet) -> float:
    """The way to the right that brings the feet, on average, to where they are said to be."""
    ways = [
        (spec.out if side == "right" else -spec.out) - skeleton[f"{side}_foot"].at[2]
        for side in sides
        if (spec := foot_of(feet, side)).out is not None
    ]
    return sum(ways) / len(ways) if ways else 0.0


def _goal(skeleton: Skeleton, side: SideName, spec: Foot, props: tuple[Prop, ...]) -> Segment:
    """The foot where its contact wants it; what the contact leaves open stays as the angles have it."""
    now = skeleton[f"{side}_foot"]
    sign = 1 if side == "right" else -1
    out, heading = _level_axes(now, sign, spec.toes_out)
    pitch = _pitch(skeleton[f"{side}_shank"], now, heading, spec)
    toes = weighted_sum(heading, cos(pitch), UP, sin(pitch))
    top = weighted_sum(UP, cos(pitch), heading, -sin(pitch))
    height = surface_height(props, spec.surface)
    drop = weighted_sum(toes, body.BALL, top, -body.ANKLE_HEIGHT) if spec.touch == "ball" else (0.0, 0.0, 0.0)
    rise = {"flat": body.ANKLE_HEIGHT, "ball": -drop[1], "laces": INSTEP}.get(spec.touch, 0.0)
    x = now.at[0] if spec.forward is None else spec.forward - drop[0]
    z = now.at[2] if spec.out is None else sign * spec.out
    return foot((x, height + rise, z), toes, top, out, bend=float(spec.touch == "ball"))


def _level_axes(now: Segment, sign: int, toes_out: float | None) -> tuple[Vec, Vec]:
    """Outward and heading directions of a foot without roll."""
    if toes_out is not None:
        a = radians(toes_out)
        return (-sin(a), 0.0, sign * cos(a)), (cos(a), 0.0, sign * sin(a))
    out = unit((now.out[0], 0.0, now.out[2]))
    return out, scale(cross(UP, out), sign)


def _pitch(shank: Segment, now: Segment, heading: Vec, spec: Foot) -> float:
    """Radians that the toes point above level; a foot that lies on its laces points backwards."""
    if spec.touch == "flat":
        return 0.0
    if spec.touch == "ball":
        return atan2(dot(now.axis, UP), dot(now.axis, heading))
    shin = degrees(atan2(dot(shank.axis, UP), dot(shank.axis, heading))) % 360
    return radians(min(200.0, max(188.0, shin + 90 - POINTED)))


def reach_foot(skeleton: Skeleton, side: SideName, goal: Segment) -> Skeleton:
    """Bend hip and knee so that the ankle comes to the goal; the knee keeps pointing where it did."""
    thigh, shank = skeleton[f"{side}_thigh"], skeleton[f"{side}_shank"]
    knee_way = unit(weighted_sum(thigh.front, 0.5, shank.front, 0.5))
    if norm(sub(goal.at, skeleton[f"{side}_foot"].at)) < 1e-9:
        return skeleton | {f"{side}_foot": goal}
    upper, lower = two_bones(thigh, shank, goal.at, knee_way)
    return skeleton | {f"{side}_thigh": upper, f"{side}_shank": lower, f"{side}_foot": goal}


def two_bones(upper: Segment, lower: Segment, goal: Vec, bulge: Vec) -> tuple[Segment, Segment]:
    """Both segments turned so that the second ends at the goal, the joint between pointing along `bulge`."""
    way = sub(goal, upper.at)
    reach = min(max(norm(way), 0.02), (upper.length + lower.length) * 0.99999)
    straight = unit(way)
    side = across(straight, bulge)
    near = (upper.length**2 - lower.length**2 + reach**2) / (2 * reach)
    joint = along(along(upper.at, straight, near), side, sqrt(max(0.0, upper.length**2 - near**2)))
    end = along(upper.at, straight, reach)
    out = cross(straight, side)
    out = out if dot(out, upper.out) >= 0 else scale(out, -1)
    return _hung(upper, upper.at, joint, out, side), _hung(lower, joint, end, out, side)


def _hung(old: Segment, start: Vec, end: Vec, out: Vec, bulge: Vec) -> Segment:
    axis = unit(sub(end, start))
    front = cross(out, axis)
    front = front if dot(front, bulge) >= 0 else scale(front, -1)
    return Segment(start, axis, front, out, old.length)


def place_hands(skeleton: Skeleton, pose: Pose, props: tuple[Prop, ...]) -> Skeleton:
    """Hands that rest somewhere are brought there; free hands hang from their angles."""
    for side in SIDES:
        place = pose.hand(side)
        if place != "free":
            skeleton = reach_hand(skeleton, side, hand_goal(skeleton, side, place, props))
    return skeleton


def reach_hand(skeleton: Skeleton, side: SideName, goal: HandGoal) -> Skeleton:
    upper, lower = skeleton[f"{side}_upper_arm"], skeleton[f"{side}_forearm"]
    upper, lower = two_bones(upper, lower, goal.wrist, goal.elbow)
    upper = Segment(upper.at, upper.axis, scale(upper.front, -1), upper.out, upper.length)
    lower = Segment(lower.at, lower.axis, scale(lower.front, -1), lower.out, lower.length)
    hand = Segment(lower.end, goal.fingers, across(goal.fingers, lower.front), lower.out, body.PALM)
    return skeleton | {f"{side}_upper_arm": upper, f"{side}_forearm": lower, f"{side}_hand": hand}

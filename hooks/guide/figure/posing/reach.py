"""Limbs that reach a goal: angles give way, lengths never. Knows no contacts."""

from __future__ import annotations

from math import sqrt

from guide.figure.posing import body
from guide.figure.posing.hands import HandGoal
from guide.figure.posing.skeleton import Segment, Skeleton
from guide.figure.posing.vector import Vec, across, along, cross, dot, norm, scale, sub, unit, weighted_sum
from guide.model.pose import SideName

LEG = ("thigh", "shank", "foot")
ARM = ("upper_arm", "forearm", "hand")


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


def reach_hand(skeleton: Skeleton, side: SideName, goal: HandGoal) -> Skeleton:
    """Bend shoulder and elbow so that the wrist comes to the goal."""
    upper, lower = skeleton[f"{side}_upper_arm"], skeleton[f"{side}_forearm"]
    upper, lower = two_bones(upper, lower, goal.wrist, goal.elbow)
    upper = Segment(upper.at, upper.axis, scale(upper.front, -1), upper.out, upper.length)
    lower = Segment(lower.at, lower.axis, scale(lower.front, -1), lower.out, lower.length)
    front, out = across(goal.fingers, lower.front), lower.out
    if goal.back:
        out = across(goal.fingers, goal.back)
        front = scale(cross(out, goal.fingers), 1 if side == "right" else -1)
    hand = Segment(lower.end, goal.fingers, front, out, body.PALM)
    return skeleton | {f"{side}_upper_arm": upper, f"{side}_forearm": lower, f"{side}_hand": hand}


def turn_limb(skeleton: Skeleton, side: SideName, parts: tuple[str, ...], old: Vec, new: Vec) -> Skeleton:
    """These parts turned as one about the joint that the first hangs on, so that the direction `old` becomes `new`."""
    names = [f"{side}_{part}" for part in parts]
    pivot = skeleton[names[0]].at
    turn = Turn.between(old, new)
    return skeleton | {name: turn.segment(skeleton[name], pivot) for name in names}


class Turn:
    """The shortest turn from one direction to another."""

    def __init__(self, axis: Vec, c: float, s: float) -> None:
        self.axis, self.c, self.s = axis, c, s

    @classmethod
    def between(cls, old: Vec, new: Vec) -> Turn:
        axis = cross(old, new)
        return cls(unit(axis), dot(old, new), norm(axis))

    def vector(self, v: Vec) -> Vec:
        turned = weighted_sum(v, self.c, cross(self.axis, v), self.s)
        return along(turned, self.axis, dot(self.axis, v) * (1 - self.c))

    def segment(self, segment: Segment, pivot: Vec) -> Segment:
        at = along(pivot, self.vector(sub(segment.at, pivot)), 1)
        axis, front, out = (self.vector(each) for each in (segment.axis, segment.front, segment.out))
        return segment._replace(at=at, axis=axis, front=front, out=out)


def rise_to(way: Vec, normal: Vec, rise: float, heading: Vec | None = None) -> Vec:
    """A vector as long as `way` that goes `rise` along the normal; its other part points along `heading`, or stays."""
    length = norm(way)
    rise = max(-length, min(length, rise))
    rest = across(normal, heading or way)
    return weighted_sum(normal, rise, rest, sqrt(max(0.0, length * length - rise * rise)))

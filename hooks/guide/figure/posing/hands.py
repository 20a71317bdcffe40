"""Where a hand goes that rests on the body: wrist, direction of the elbow and of the fingers. Moves nothing."""

from __future__ import annotations

from dataclasses import dataclass

from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.vector import Vec, scale, unit
from guide.model.pose import HandPlace, SideName


@dataclass(frozen=True)
class HandGoal:
    """A place for one hand."""

    wrist: Vec
    elbow: Vec
    """Direction in which the elbow points."""
    fingers: Vec
    """Direction in which the fingers point."""
    back: Vec | None = None
    """Direction in which the back of the hand looks; left out, it follows the forearm."""


def body_goal(skeleton: Skeleton, side: SideName, place: HandPlace) -> HandGoal:
    """The goal of a hand that rests on the body."""
    sign = 1 if side == "right" else -1
    pelvis, chest, head = skeleton["pelvis"], skeleton["chest"], skeleton["head"]
    up, front, out = chest.axis, chest.front, scale(chest.out, sign)
    if place == "hip":
        wrist = pelvis.point(1.05, -0.005, 0.115 * sign)
        return HandGoal(wrist, _sum((out, 1), (front, -1.0)), _sum((front, 1), (up, -0.55), (out, -0.55)))
    if place == "chest":
        wrist = chest.point(0.50, 0.115, 0.050 * sign)
        return HandGoal(wrist, _sum((out, 0.9), (up, -1), (front, -0.3)), _sum((up, 1), (front, 0.5), (out, -0.45)))
    if place == "ear":
        wrist = head.point(0.66, -0.010, 0.105 * sign)
        return HandGoal(wrist, _sum((out, 1), (front, 0.25), (up, -0.1)), _sum((up, 1), (out, -0.45), (front, -0.35)))
    thigh = skeleton[f"{side}_thigh"]
    wrist = thigh.point(0.45, 0.07, 0.02)
    return HandGoal(wrist, _sum((out, 1), (front, -0.6)), _sum((thigh.axis, 1), (thigh.front, -0.1)))


def _sum(*parts: tuple[Vec, float]) -> Vec:
    x = sum(vector[0] * k for vector, k in parts)
    y = sum(vector[1] * k for vector, k in parts)
    z = sum(vector[2] * k for vector, k in parts)
    return unit((x, y, z))

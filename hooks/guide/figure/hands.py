"""Where a resting hand goes: wrist, direction of the elbow and of the fingers. Moves nothing itself."""

from __future__ import annotations

from dataclasses import dataclass

from guide.figure.skeleton import Skeleton
from guide.figure.vector import FORWARD, UP, Vec, add, scale, unit
from guide.model.figure import Prop
from guide.model.pose import HandPlace, SideName


@dataclass(frozen=True)
class HandGoal:
    """A place for one hand."""

    wrist: Vec
    elbow: Vec
    """Direction in which the elbow points."""
    fingers: Vec
    """Direction in which the fingers point."""


def hand_goal(skeleton: Skeleton, side: SideName, place: HandPlace, props: tuple[Prop, ...]) -> HandGoal:
    """The goal of a hand that rests on the body or on a prop."""
    if place in ("rail", "wall"):
        return _on_prop(skeleton, side, place, props)
    return _on_body(skeleton, side, place)


def _on_body(skeleton: Skeleton, side: SideName, place: HandPlace) -> HandGoal:
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


def _on_prop(skeleton: Skeleton, side: SideName, place: HandPlace, props: tuple[Prop, ...]) -> HandGoal:
    sign = 1 if side == "right" else -1
    edge = next((prop.edge for prop in props if prop.kind == place), 0.4)
    shoulder = skeleton[f"{side}_upper_arm"].at
    height = next((prop.height + 0.016 for prop in props if prop.kind == place), 0.6)
    if place == "wall":
        height = shoulder[1] - 0.04
    wrist = (edge - 0.045, height, sign * 0.13)
    fingers = add(scale(FORWARD, 0.94), scale(UP, 0.3 if place == "wall" else -0.25))
    return HandGoal(wrist, (-0.45, -1.0, 0.3 * sign), fingers)


def _sum(*parts: tuple[Vec, float]) -> Vec:
    x = sum(vector[0] * k for vector, k in parts)
    y = sum(vector[1] * k for vector, k in parts)
    z = sum(vector[2] * k for vector, k in parts)
    return unit((x, y, z))

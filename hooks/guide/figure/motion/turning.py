"""Turns of a whole body as rotation vectors: their direction is the axis, their length the angle in radians."""

from __future__ import annotations

from math import acos, cos, sin

from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.vector import Vec, along, cross, dot, norm, scale, sub, unit, weighted_sum

_SMALL = 1e-7


def residue(posed: Skeleton, solved: Skeleton) -> Vec:
    """By how much the pelvis of a solved skeleton is turned against the one of its angles; less than half a turn."""
    a, b = posed["pelvis"], solved["pelvis"]
    axes = ((a.axis, b.axis), (a.front, b.front), (a.out, b.out))
    twice = (0.0, 0.0, 0.0)
    for old, new in axes:
        twice = along(twice, cross(old, new), 1)
    angle = acos(max(-1.0, min(1.0, (sum(dot(old, new) for old, new in axes) - 1) / 2)))
    return scale(unit(twice), angle) if angle > _SMALL else (0.0, 0.0, 0.0)


def turned(skeleton: Skeleton, by: tuple[float, ...]) -> Skeleton:
    """The skeleton turned about the middle of its hips."""
    vector = (by[0], by[1], by[2])
    angle = norm(vector)
    if angle < _SMALL:
        return skeleton
    axis, c, s, middle = scale(vector, 1 / angle), cos(angle), sin(angle), skeleton["pelvis"].at

    def turn(v: Vec) -> Vec:
        return along(weighted_sum(v, c, cross(axis, v), s), axis, dot(axis, v) * (1 - c))

    return {
        name: each._replace(
            at=along(turn(sub(each.at, middle)), middle, 1),
            axis=turn(each.axis),
            front=turn(each.front),
            out=turn(each.out),
        )
        for name, each in skeleton.items()
    }

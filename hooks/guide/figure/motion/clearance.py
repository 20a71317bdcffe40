"""Shoes that stay above the floor and out of what stands in the scene."""

from __future__ import annotations

from guide.figure.posing import body
from guide.figure.posing.extent import solid
from guide.figure.posing.skeleton import Segment, sole_point
from guide.figure.posing.vector import UP, Vec, along
from guide.model.scene import Prop

SHOE = (-0.06, 0.03, 0.126)  # heel, middle and toes of a shoe, in front of the ankle


def clear(shoe: Segment, props: tuple[Prop, ...]) -> Segment:
    """The foot, moved the shortest way out of what it would otherwise be inside."""
    points = [shoe_point(shoe, reach) for reach in SHOE]
    floor = -min(sole_point(shoe, body.HEEL)[1], *(point[1] for point in points[1:]))
    blocks = filter(None, map(solid, props))
    inside = [
        (x - low, high - x, top - y) for low, high, top in blocks for x, y, _ in points if low < x < high and y < top
    ]
    if not inside:
        return shoe.shift((0.0, floor, 0.0)) if floor > 0 else shoe
    back, ahead, up = (max(way) for way in zip(*inside, strict=True))
    if up <= min(back, ahead):
        return shoe.shift((0.0, max(up, floor), 0.0))
    return shoe.shift((-back if back < ahead else ahead, max(0.0, floor), 0.0))


def shoe_point(shoe: Segment, reach: float) -> Vec:
    """A point under the shoe; bent toes lie level with the ball."""
    level = max(0.0, reach - body.BALL) * shoe.bend * -shoe.axis[1]
    return along(sole_point(shoe, reach), UP, level)

"""Shoes that stay above the floor and out of what stands in the scene."""

from __future__ import annotations

from guide.figure import body
from guide.figure.props import solid
from guide.figure.skeleton import Segment, sole_point
from guide.figure.vector import UP, Vec, along
from guide.model.figure import Prop

SHOE = (-0.06, 0.03, 0.126)  # heel, middle and toes of a shoe, in front of the ankle


def clear(shoe: Segment, props: tuple[Prop, ...]) -> Segment:
    """The foot, lifted as far as it would otherwise be inside something."""
    points = [shoe_point(shoe, reach) for reach in SHOE]
    floor = -min(sole_point(shoe, reach)[1] for reach in (body.HEEL, body.BALL))
    blocks = [block for prop in props if (block := solid(prop))]
    depths = [top - y for x, y, _ in points for low, high, top in blocks if low < x < high]
    rise = max(0.0, floor, *depths, 0.0)
    return shoe.shift((0.0, rise, 0.0)) if rise else shoe


def shoe_point(shoe: Segment, reach: float) -> Vec:
    """A point under the shoe; bent toes lie level with the ball."""
    level = max(0.0, reach - body.BALL) * shoe.bend * -shoe.axis[1]
    return along(sole_point(shoe, reach), UP, level)

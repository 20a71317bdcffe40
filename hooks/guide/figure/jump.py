"""The way from the ground into the air: feet push until the legs are nearly straight. Backwards, it is a landing."""

from __future__ import annotations

from math import cos, degrees, radians, sin, sqrt

from guide.figure import body
from guide.figure.contact import contacts_of, frame_pose, on_feet
from guide.figure.mixing import mix_feet, mix_poses
from guide.figure.props import solid
from guide.figure.reach import reach_foot
from guide.figure.skeleton import Segment, Skeleton, foot, pose_skeleton, shift, sole_point
from guide.figure.solve import place_hands, solve
from guide.figure.vector import UP, Vec, across, along, mix, sub, unit, weighted_sum
from guide.model.figure import Figure, Frame, Prop
from guide.model.pose import Pose, SideName

STRAIGHT = 0.985  # of the leg's length when the foot leaves the ground: the knee is bent by 20 degrees
HEEL_UP = radians(35)  # pitch of a foot that leaves the ground
WAY = 0.6  # share of the level way, and
RISE = 0.8  # the most of the rise, that the body has behind it when its feet leave the ground
TURNED = 0.75  # share of the change of trunk and arms at that moment
SHOE = (-0.06, 0.03, 0.126)  # heel, middle and toes of a shoe, in front of the ankle


def airborne(figure: Figure, ground: Frame, flight: Frame, share: float) -> Skeleton:
    """The skeleton a share of the way from a frame on the ground to one in the air."""
    sides = on_feet(contacts_of(figure, ground))
    stand, fly = solve(figure, ground), solve(figure, flight)
    before, after = frame_pose(ground), frame_pose(flight)
    leaving, lifted, push = stand, before, 0.0
    toe_off = _toe_off(stand, fly, sides, pose := mix_poses(before, after, TURNED))
    rise = toe_off["pelvis"].at[1] - stand["pelvis"].at[1]
    if rise > 0.02:
        leaving, lifted = toe_off, pose
        push = rise / (fly["pelvis"].at[1] - stand["pelvis"].at[1])
    if share < push:
        return _way(figure, (stand, leaving), mix_poses(before, lifted, share / push), share / push, sides)
    k = (share - push) / (1 - push)
    return _way(figure, (leaving, fly), mix_poses(lifted, after, k), k, sides, props=figure.props)


def _way(
    figure: Figure,
    ends: tuple[Skeleton, Skeleton],
    pose: Pose,
    share: float,
    sides: tuple[SideName, ...],
    *,
    props: tuple[Prop, ...] = (),
) -> Skeleton:
    a, b = ends
    skeleton = shift(pose_skeleton(pose), mix(a["pelvis"].at, b["pelvis"].at, share))
    for side in sides:
        here, there = a[f"{side}_foot"], b[f"{side}_foot"]
        path = over if any(map(solid, props)) else mix
        ball = path(sole_point(here, body.BALL), sole_point(there, body.BALL), share)
        skeleton = reach_foot(skeleton, side, clear(mix_feet(here, there, share, ball), props))
    return place_hands(skeleton, pose)


def _toe_off(stand: Skeleton, fly: Skeleton, sides: tuple[SideName, ...], pose: Pose) -> Skeleton:
    """The last moment on the ground: on the balls of the feet, as high as legs that are nearly straight reach."""
    low, high = stand["pelvis"].at, fly["pelvis"].at
    way = mix(low, high, WAY)
    skeleton = shift(pose_skeleton(pose), (way[0], 0.0, way[2]))
    feet = {side: _risen(stand[f"{side}_foot"]) for side in sides}
    reach = [_height(skeleton[f"{side}_thigh"].at, feet[side].at) for side in sides]
    skeleton = shift(skeleton, (0.0, min(*reach, low[1] + RISE * (high[1] - low[1]), 9.0), 0.0))
    for side in sides:
        skeleton = reach_foot(skeleton, side, feet[side])
    return skeleton


def _risen(flat: Segment) -> Segment:
    """The foot with its heel up, turned about its ball; one that is steeper already stays."""
    if flat.axis[1] < -sin(HEEL_UP):
        return flat
    heading = unit((flat.axis[0], 0.0, flat.axis[2]))
    toes = weighted_sum(heading, cos(HEEL_UP), UP, -sin(HEEL_UP))
    top = across(toes, UP)
    ankle = sub(sole_point(flat, body.BALL), weighted_sum(toes, body.BALL, top, -body.ANKLE_HEIGHT))
    return foot(ankle, toes, top, flat.out, bend=1.0, toes=degrees(HEEL_UP))


def _height(hip: Vec, ankle: Vec) -> float:
    """How far the body rises until the leg between this hip and this ankle is nearly straight."""
    aside = (hip[0] - ankle[0]) ** 2 + (hip[2] - ankle[2]) ** 2
    return ankle[1] - hip[1] + sqrt(max(0.0, (STRAIGHT * (body.THIGH + body.SHANK)) ** 2 - aside))


def over(low: Vec, high: Vec, share: float) -> Vec:
    """Up first and then on, as feet do that jump over an edge."""
    level, rise = mix(low, high, share * share), mix(low, high, share * (2 - share))
    return (level[0], rise[1], level[2])


def clear(shoe: Segment, props: tuple[Prop, ...]) -> Segment:
    """The foot, lifted as far as it would otherwise be inside something."""
    points = [shoe_point(shoe, reach) for reach in SHOE]
    blocks = [block for prop in props if (block := solid(prop))]
    depths = [top - y for x, y, _ in points for low, high, top in blocks if low < x < high]
    return shoe.shift((0.0, max(0.0, *depths, 0.0), 0.0))


def shoe_point(shoe: Segment, reach: float) -> Vec:
    """A point under the shoe; bent toes lie level with the ball."""
    level = max(0.0, reach - body.BALL) * shoe.bend * -shoe.axis[1]
    return along(sole_point(shoe, reach), UP, level)

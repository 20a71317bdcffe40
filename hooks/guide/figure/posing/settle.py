"""The whole body moved a little, as one, where its contacts would tear a limb or leave its trunk in the air."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import atan2, cos, inf, radians, sin
from typing import NamedTuple

from guide.figure.posing import body
from guide.figure.posing.balance import centre_of_mass
from guide.figure.posing.contact import ARM_PARTS, SOLES
from guide.figure.posing.goal import foot_goal, hand_goal, placed
from guide.figure.posing.skeleton import SIDES, Segment, Skeleton
from guide.figure.posing.surface import Surface
from guide.figure.posing.touch import TRUNK, arm_flesh, knee_flesh, over_edge, touches
from guide.figure.posing.vector import FORWARD, RIGHT, UP, Vec, along, dot, norm, sub, weighted_sum
from guide.model.pose import Position, SideName
from guide.model.scene import Contact

LOOSE = 0.002  # what a trunk contact may be off before the body moves, and
TORN = 0.0005  # what a limb may be too short
STRAIGHT = 0.9962  # of a limb's length: it is bent by less than 10 degrees, and shall stay so
MOST = (radians(9), 0.07)
"""Farther than this nothing is moved: then the pose is wrong, and the checks say so."""

Planted = tuple[tuple[Contact, Surface], ...]


class Move(NamedTuple):
    """A turn in the plane in which the body lies or stands, and a shift in it."""

    turn: float
    level: float
    rise: float


class Plane(NamedTuple):
    """Where the body turns: about `pivot`, from up towards `level`."""

    pivot: Vec
    level: Vec

    def point(self, point: Vec, move: Move) -> Vec:
        return along(along(self.vector_from(point, move.turn), self.level, move.level), UP, move.rise)

    def vector_from(self, point: Vec, turn: float) -> Vec:
        return along(self.pivot, self.turned(sub(point, self.pivot), turn), 1)

    def turned(self, v: Vec, turn: float) -> Vec:
        up, level = v[1], dot(v, self.level)
        c, s = cos(turn), sin(turn)
        rest = along(v, self.level, -level)
        return weighted_sum((rest[0], up * c - level * s, rest[2]), 1, self.level, level * c + up * s)


Miss = Callable[[Plane, Move], float]
"""By how much something is off after a move, weighted."""


def settle(skeleton: Skeleton, planted: Planted, position: Position) -> Skeleton:
    """The skeleton moved as one, by a few degrees at most, so that trunk and limbs can all be where they belong."""
    plane = Plane(_pivot(skeleton, planted), RIGHT if position in ("on_left_side", "on_right_side") else FORWARD)
    rests = any(contact.part in TRUNK for contact, _ in planted)
    misses = list(_misses(skeleton, planted, standing=position in ("standing", "seated"), rests=rests))
    still = Move(0.0, 0.0, 0.0)
    if not any(abs(miss(plane, still)) / weight > least for miss, weight, least in misses):
        return skeleton
    move = _least([miss for miss, _, _ in misses], plane)
    if abs(move.turn) > MOST[0] or max(abs(move.level), abs(move.rise)) > MOST[1]:
        return skeleton
    return {name: _moved(segment, plane, move) for name, segment in skeleton.items()}


def hang(skeleton: Skeleton, planted: Planted) -> Skeleton:
    """A body that has nothing but its hands on a bar, swung until its centre of mass is below them."""
    if not all(surface.bar and contact.part == "hand" for contact, surface in planted):
        return skeleton
    plane = Plane(planted[0][1].at, FORWARD)
    centre = sub(centre_of_mass(skeleton), plane.pivot)
    move = Move(atan2(centre[0], -centre[1]), 0.0, 0.0)
    return {name: _moved(segment, plane, move) for name, segment in skeleton.items()}


def _moved(segment: Segment, plane: Plane, move: Move) -> Segment:
    axis, front, out = (plane.turned(each, move.turn) for each in (segment.axis, segment.front, segment.out))
    return segment._replace(at=plane.point(segment.at, move), axis=axis, front=front, out=out)


def _pivot(skeleton: Skeleton, planted: Planted) -> Vec:
    contact, surface = planted[0]
    return touches(skeleton, contact, surface)[0].point


def _misses(
    skeleton: Skeleton, planted: Planted, *, standing: bool, rests: bool
) -> Iterator[tuple[Miss, float, float]]:
    """What shall be right, with its weight and with what it may be off."""
    for contact, surface in planted:
        if contact.part in TRUNK and contact.part != "thigh":
            point, flesh = touches(skeleton, contact, surface)[0]
            yield _height(point, surface, flesh), 10, LOOSE
            if contact is planted[0][0] or over_edge(contact, surface):
                yield _place(point), 10, LOOSE
    for side in SIDES:
        mine = [each for each in planted if each[0].side == side]
        yield from _leg(skeleton, side, mine, first=planted[0][0], bends=standing, rests=rests)
        if not standing:
            yield from _arm(skeleton, side, mine, first=planted[0][0])


def _leg(
    skeleton: Skeleton,
    side: SideName,
    planted: list[tuple[Contact, Surface]],
    *,
    first: Contact,
    bends: bool,
    rests: bool,
) -> Iterator[tuple[Miss, float, float]]:
    thigh, shank = skeleton[f"{side}_thigh"], skeleton[f"{side}_shank"]
    knee = next((each for each in planted if each[0].part in ("knee", "shin")), None)
    if knee:
        contact, surface = knee
        goal = placed(shank.at, contact, surface, knee_flesh(skeleton, surface))
        yield from _bone(thigh.at, goal, thigh.length, contact, first)
        return
    for contact, surface in planted:
        if contact.part in SOLES:
            goal = foot_goal(skeleton, contact, surface).at
            bends = bends and not (rests and _straight(thigh, shank))
            yield from _limb(thigh.at, shank.end, goal, body.THIGH + body.SHANK, contact, first, bends=bends)


def _straight(upper: Segment, lower: Segment) -> bool:
    return norm(sub(lower.end, upper.at)) > STRAIGHT * (upper.length + lower.length)


def _arm(
    skeleton: Skeleton, side: SideName, planted: list[tuple[Contact, Surface]], *, first: Contact
) -> Iterator[tuple[Miss, float, float]]:
    upper, lower = skeleton[f"{side}_upper_arm"], skeleton[f"{side}_forearm"]
    for contact, surface in planted:
        if contact.part in ("elbow", "forearm"):
            goal = placed(lower.at, contact, surface, arm_flesh(skeleton, surface))
            yield from _bone(upper.at, goal, upper.length, contact, first)
            return
        if contact.part in ARM_PARTS:
            wrist = hand_goal(skeleton, contact, surface).wrist
            yield from _limb(upper.at, lower.end, wrist, body.UPPER_ARM + body.FOREARM, contact, first, bends=False)


def _bone(
    start: Vec, goal: Vec, length: float, contact: Contact, first: Contact
) -> Iterator[tuple[Miss, float, float]]:
    """A single bone between the trunk and a place: its length, or where no place is given, that it can come down."""
    weight = 3 if contact.part == first.part else 2
    if contact.forward is None and contact.part != first.part:
        yield (lambda plane, move: weight * max(0.0, plane.point(start, move)[1] - goal[1] - length)), weight, TORN
    else:
        yield (lambda plane, move: weight * (norm(sub(plane.point(start, move), goal)) - length)), weight, LOOSE / 2


def _limb(
    start: Vec, end: Vec, goal: Vec, length: float, contact: Contact, first: Contact, *, bends: bool
) -> Iterator[tuple[Miss, float, float]]:
    """Two bones: never longer than they are; nearly straight ones stay as long as the angles make them."""
    posed = norm(sub(end, start))
    yield (
        (lambda plane, move: 4 * max(0.0, norm(sub(plane.point(start, move), goal)) - length * 0.9999)),
        4,
        inf if bends else TORN,
    )
    anchored = contact is first or (contact.part == first.part and not bends)
    if anchored or (posed > STRAIGHT * length and not bends and contact.forward is not None):
        weight = 3 if anchored else 1
        least = inf if bends else LOOSE if posed < STRAIGHT * length else TORN
        yield (lambda plane, move: weight * (norm(sub(plane.point(start, move), goal)) - posed)), weight, least


def _height(point: Vec, surface: Surface, flesh: float) -> Miss:
    return lambda plane, move: 10 * (surface.above(plane.point(point, move)) - flesh)


def _place(point: Vec) -> Miss:
    return lambda plane, move: 10 * dot(sub(plane.point(point, move), point), plane.level)


def _least(misses: list[Miss], plane: Plane) -> Move:
    """The move that makes all misses small: a few steps of Gauss and Newton, a little damped."""
    move, eps = Move(0.0, 0.0, 0.0), 1e-5
    for _ in range(6):
        now = [miss(plane, move) for miss in misses]
        slopes = []
        for i in range(3):
            near = move._replace(**{Move._fields[i]: move[i] + eps})
            slopes.append([(miss(plane, near) - value) / eps for miss, value in zip(misses, now, strict=True)])
        step = _solve3(slopes, now)
        move = Move(*(value + by for value, by in zip(move, step, strict=True)))
        if max(map(abs, step)) < 1e-5:
            break
    return move


def _solve3(slopes: list[list[float]], now: list[float]) -> Vec:
    """The step of three numbers that takes the misses to zero, by the normal equations (Cramer's rule)."""
    damp = (0.02, 0.01, 0.01)
    rows = [[sum(a * b for a, b in zip(slopes[i], slopes[j], strict=True)) for j in range(3)] for i in range(3)]
    for i in range(3):
        rows[i][i] += damp[i]
    right = [-sum(a * b for a, b in zip(slope, now, strict=True)) for slope in slopes]
    whole = _det(rows)
    columns = [[[right[r] if c == i else rows[r][c] for c in range(3)] for r in range(3)] for i in range(3)]
    x, y, z = (_det(each) / whole for each in columns)
    return (x, y, z)


def _det(m: list[list[float]]) -> float:
    return dot(
        (m[0][0], m[0][1], m[0][2]),
        (
            m[1][1] * m[2][2] - m[1][2] * m[2][1],
            m[1][2] * m[2][0] - m[1][0] * m[2][2],
            m[1][0] * m[2][1] - m[1][1] * m[2][0],
        ),
    )

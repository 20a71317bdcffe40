"""Hair and beard: patches on the head, and what stands off it. Knows styles, not persons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import acos, atan2, cos, hypot, pi, radians, sin
from typing import NamedTuple

from guide.figure.drawn_body.head import Ball, View, around, spot, vec
from guide.figure.drawn_body.outline import Outline, tube
from guide.figure.posing.vector import UP, Vec, along, cross, dot, scale, unit, weighted_sum


class Patch(NamedTuple):
    """A part of a ball's surface: in the middle plane the direction (forward, up) of its middle, and in degrees how
    far it reaches over the crown, back under, and to the sides."""

    ball: Ball
    forward: float
    up: float
    over: float
    under: float
    aside: float


SHELL = Ball((-0.010, 0.018, 0.0), (0.0705, 0.069, 0.0575))
CURLY = Ball((-0.012, 0.022, 0.0), (0.079, 0.074, 0.068))
BEARD = Patch(Ball((0.014, -0.031, 0.0), (0.0395, 0.0375, 0.0415)), 0.62, -0.78, 70, 44, 82)

_CROWN, _NAPE = Patch(SHELL, -0.2, 1.0, 72, 62, 92), Patch(SHELL, -1.0, 0.3, 62, 62, 98)
_OTHERS = {
    "curls": (Patch(CURLY, -0.25, 1.0, 60, 62, 80), Patch(CURLY, -1.0, 0.0, 62, 52, 80)),
    "bald": (Patch(SHELL, -1.0, -0.35, 34, 30, 76),),
}
_BUN = Ball((-0.070, 0.046, 0.0), (0.026, 0.025, 0.028))
_CURLS = (
    (0.62, 0.80, 0.00),
    (0.45, 0.75, 0.55),
    (-0.10, 1.00, 0.30),
    (-0.10, 0.70, 0.80),
    (-0.60, 0.80, 0.10),
    (-0.75, 0.30, 0.65),
    (-1.00, 0.10, 0.00),
    (-0.65, -0.55, 0.85),
    (-0.30, 0.05, 0.95),
)
"""Directions of curls on the right, forward, up and to the right; those on the left are their mirror images."""
_CORNERS = 18


def hair_marks(view: View, style: str) -> tuple[tuple[Outline, bool], ...]:
    """The hair on the head, each patch with whether it is seen."""
    return tuple(patch_outline(view, patch) for patch in _OTHERS.get(style, (_CROWN, _NAPE)))


def loose_hair(view: View, style: str) -> Iterator[tuple[str, tuple[Outline, ...], float]]:
    """Hair that stands off the head: its name, its outlines and how far in front of the head it lies."""
    back = -view.towards()[0]
    if style == "ponytail":
        yield "tail", (_tail(view),), back
    elif style == "bun":
        yield "bun", (around(view, (_BUN,), 10),), view.faces(_BUN.middle)
    elif style == "curls":
        sides = {(f, u, o * side): None for f, u, o in _CURLS for side in (1, -1)}
        yield "curls", tuple([_curl(view, direction) for direction in sides]), back - 0.2


def _curl(view: View, direction: Vec) -> Outline:
    here = zip(CURLY.middle, CURLY.half, unit(direction), strict=True)
    return spot(view, Ball(vec(m + 0.93 * h * d for m, h, d in here), (0.019, 0.019, 0.019)))


def _tail(view: View) -> Outline:
    """A short ponytail that hangs from the back of the head, as gravity has it."""
    head = view.head
    root = view.place((-0.068, 0.030, 0.0))
    away = unit(weighted_sum(scale(head.front, -1), 1.0, UP, 0.1))
    into = max(0.0, -head.front[1])
    hang = unit(weighted_sum(weighted_sum(scale(UP, -1), 1.0, head.front, -into), 1.0, head.axis, -0.6 * into))
    middle, end = (along(along(root, away, out), hang, down) for out, down in ((0.026, 0.014), (0.030, 0.076)))
    places = (root, 0.011), (middle, 0.0205), (end, 0.006)
    return tube([(*view.camera.flat(place), r * r, 0.0, r * r) for place, r in places], 0.09)


def patch_outline(view: View, patch: Patch) -> tuple[Outline, bool]:
    """What the viewer sees of a patch, and whether it is anything. It always has the same number of corners: those
    that the viewer does not see lie on the edge of the ball."""
    ball = patch.ball
    facing = unit(vec(t / h for t, h in zip(view.towards(), ball.half, strict=True)))
    corners, pole = _corners(patch)
    middle = _seen_middle(pole, facing)
    seen = dot(middle, facing) > 0 and _is_within(patch, pole, middle)
    points = [_seen_corner(corner, middle, facing) if seen else _edge(pole, facing) for corner in corners]
    places = (vec(m + h * p for m, h, p in zip(ball.middle, ball.half, point, strict=True)) for point in points)
    return tuple([view.flat(place) for place in places]), seen


def _seen_middle(pole: Vec, facing: Vec) -> Vec:
    """The middle of a patch, or the next point towards the viewer that is seen."""
    depth = dot(pole, facing)
    turn = 0.15 - depth
    return unit(weighted_sum(_edge(pole, facing), 1.0, facing, 0.15)) if turn > 0 else pole


def _is_within(patch: Patch, pole: Vec, point: Vec) -> bool:
    over = (pole[1], -pole[0], 0.0)
    way, aside = dot(point, over), dot(point, cross(pole, over))
    turn = atan2(aside, way)
    reach = radians(patch.over if way > 0 else patch.under), radians(patch.aside)
    return acos(max(-1.0, min(1.0, dot(point, pole)))) < hypot(reach[0] * cos(turn), reach[1] * sin(turn))


def _seen_corner(corner: Vec, middle: Vec, facing: Vec) -> Vec:
    """A corner, or where the way from the middle to it leaves what is seen; a little outward, since splines cut
    corners."""
    depth = dot(corner, facing)
    if depth >= 0:
        return corner
    return scale(unit(weighted_sum(middle, -depth, corner, dot(middle, facing))), 1.015)


def _edge(pole: Vec, facing: Vec) -> Vec:
    """Where the edge of what is seen is next to the middle of a patch."""
    return unit(weighted_sum(pole, 1.0, facing, -dot(pole, facing)))


@cache
def _corners(patch: Patch) -> tuple[tuple[Vec, ...], Vec]:
    """Corners of a patch on the ball of radius 1, and its middle."""
    pole = unit((patch.forward, patch.up, 0.0))
    corners = []
    for i in range(_CORNERS):
        c, s = cos(2 * pi * i / _CORNERS), sin(2 * pi * i / _CORNERS)
        way, aside = radians(patch.over if c > 0 else patch.under) * c, radians(patch.aside) * s
        angle = hypot(way, aside)
        direction = unit((pole[1] * way, -pole[0] * way, aside))
        corners.append(unit(weighted_sum(pole, cos(angle), direction, sin(angle))))
    return tuple(corners), pole

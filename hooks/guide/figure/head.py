"""Head, face and hair: ellipsoids and patches on them, so that it is the same person from wherever one looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import cos, hypot, pi, radians, sin
from typing import NamedTuple

from guide.figure.camera import Camera, Point
from guide.figure.outline import Ellipse, Outline, ellipse, hull, stroke, touch, tube
from guide.figure.skeleton import Segment
from guide.figure.vector import UP, Vec, along, dot, scale, unit, weighted_sum


class Ball(NamedTuple):
    """An ellipsoid in the head: its middle forward, up and to the right, and half axes in the same order."""

    middle: Vec
    half: Vec


class Patch(NamedTuple):
    """A part of a ball's surface: in the middle plane the direction (forward, up) of its middle, and in degrees how
    far it reaches over the crown, back under, and to the sides."""

    ball: Ball
    forward: float
    up: float
    over: float
    under: float
    aside: float


SKULL = Ball((-0.008, 0.014, 0.0), (0.066, 0.062, 0.053))
JAW = Ball((0.012, -0.028, 0.0), (0.037, 0.033, 0.0385))
CHIN = Ball((0.033, -0.050, 0.0), (0.0155, 0.0125, 0.0175))
BRIDGE, TIP = Ball((0.055, 0.004, 0.0), (0.006, 0.007, 0.006)), Ball((0.0605, -0.0145, 0.0), (0.0095, 0.0075, 0.009))
SHELL = Ball((-0.010, 0.017, 0.0), (0.0705, 0.067, 0.0575))
CURLY = Ball((-0.012, 0.022, 0.0), (0.079, 0.074, 0.068))
BEARD = Ball((0.014, -0.031, 0.0), (0.0395, 0.0375, 0.0415))

_CROWN, _NAPE = Patch(SHELL, -0.2, 1.0, 72, 62, 92), Patch(SHELL, -1.0, 0.2, 62, 62, 97)
HAIR: dict[str, tuple[Patch, ...]] = {
    "short": (_CROWN, _NAPE),
    "ponytail": (_CROWN, _NAPE),
    "bun": (_CROWN, _NAPE),
    "curls": (Patch(CURLY, -0.25, 1.0, 58, 62, 78), Patch(CURLY, -1.0, 0.0, 62, 52, 76)),
    "long": (_CROWN, Patch(SHELL, -1.0, -0.05, 64, 52, 80)),
    "bald": (Patch(SHELL, -1.0, -0.35, 34, 30, 76),),
}
BEARDED = Patch(BEARD, 0.62, -0.78, 70, 44, 82)
_CORNERS = 18


class View(NamedTuple):
    """A head as one viewer sees it."""

    head: Segment
    camera: Camera

    def place(self, at: Vec) -> Vec:
        """The point in space that lies so far forward, up and to the right of the middle of the head."""
        head = self.head
        return along(along(along(head.end, head.front, at[0]), head.axis, at[1]), head.out, at[2])

    def ellipse(self, ball: Ball) -> Ellipse:
        """A ball on paper."""
        head = self.head
        return ellipse(self.camera, self.place(ball.middle), tuple(zip((head.front, head.axis, head.out), ball.half, strict=True)))

    def towards(self) -> Vec:
        """The direction to the viewer: forward, up and to the right of the head."""
        head, towards = self.head, self.camera.towards
        return dot(head.front, towards), dot(head.axis, towards), dot(head.out, towards)

    def flat(self, at: Vec) -> Point:
        return self.camera.flat(self.place(at))


def face_outlines(view: View) -> tuple[Outline, ...]:
    """Skull, jaw and chin as one, and the nose."""
    skull = hull([view.ellipse(ball) for ball in (SKULL, JAW, CHIN)], 18)
    nose = tube([view.ellipse(BRIDGE), view.ellipse(TIP)], 0.02, pointed=True)
    return (skull, nose)


def patch_outline(view: View, patch: Patch) -> tuple[Outline, bool]:
    """What the viewer sees of a patch, and whether it is anything. It always has the same number of corners: those
    that the viewer does not see lie on the edge of the ball."""
    half = patch.ball.half
    facing = unit(tuple_of(t / h for t, h in zip(view.towards(), half, strict=True)))
    corners, pole, reach = _corners(patch)
    depth = dot(pole, facing)
    middle = pole
    turn = 0.2 - depth
    if turn > 0:
        middle = unit(weighted_sum(pole, 1.0, facing, turn + abs(depth) * 0.3))
    front = dot(middle, facing)
    seen = front > 0 and dot(middle, pole) > cos(reach)
    points = [_seen_corner(corner, middle, front, facing) if seen else _edge(pole, depth, facing) for corner in corners]
    at = patch.ball.middle
    return tuple([view.flat(tuple_of(m + h * p for m, h, p in zip(at, half, point, strict=True))) for point in points]), seen


def _seen_corner(corner: Vec, middle: Vec, front: float, facing: Vec) -> Vec:
    depth = dot(corner, facing)
    if depth >= 0:
        return corner
    # Where the way from the middle to this corner leaves what is seen; a little outward, since splines cut corners.
    return scale(unit(weighted_sum(middle, -depth, corner, front)), 1.03)


def _edge(pole: Vec, depth: float, facing: Vec) -> Vec:
    return unit(weighted_sum(pole, 1.0, facing, -depth))


@cache
def _corners(patch: Patch) -> tuple[tuple[Vec, ...], Vec, float]:
    """Corners of a patch on the ball of radius 1, its middle, and its smallest reach in radians."""
    pole = unit((patch.forward, patch.up, 0.0))
    over = (pole[1], -pole[0], 0.0)
    corners = []
    for i in range(_CORNERS):
        c, s = cos(2 * pi * i / _CORNERS), sin(2 * pi * i / _CORNERS)
        along_, aside = radians(patch.over if c > 0 else patch.under), radians(patch.aside)
        angle = hypot(along_ * c, aside * s)
        way = unit((over[0] * along_ * c, over[1] * along_ * c, aside * s))
        corners.append(unit(weighted_sum(pole, cos(angle), way, sin(angle))))
    return tuple(corners), pole, radians(min(patch.over, patch.under, patch.aside))


def tuple_of(numbers: Iterable[float]) -> Vec:
    x, y, z = numbers
    return (x, y, z)


def eyes(view: View) -> tuple[tuple[Outline, bool], ...]:
    """Right and left eye, as short strokes, and whether it is seen."""
    return tuple(_mark(view, ((0.0525, 0.0115, 0.0215 * side), (0.0525, 0.0035, 0.0215 * side)), (0.88, 0.05, 0.5 * side)) for side in (1, -1))


def brows(view: View) -> tuple[tuple[Outline, bool], ...]:
    """Right and left eyebrow."""
    ways = (((0.0555, 0.0265, 0.011 * side), (0.0535, 0.031, 0.022 * side), (0.046, 0.0265, 0.032 * side)) for side in (1, -1))
    return tuple(_mark(view, way, (0.88, 0.2, 0.5 * side)) for way, side in zip(ways, (1, -1), strict=True))


def mouth(view: View) -> tuple[tuple[Outline, bool], ...]:
    """Both halves of the mouth."""
    ways = (((0.0495, -0.0385, 0.0), (0.0485, -0.0385, 0.009 * side), (0.044, -0.0345, 0.0145 * side)) for side in (1, -1))
    return tuple(_mark(view, way, (0.85, -0.1, 0.5 * side)) for way, side in zip(ways, (1, -1), strict=True))


def nose_line(view: View) -> tuple[tuple[Outline, bool], ...]:
    """The shadow beside the nose, where one sees it from the front."""
    seen = abs(view.towards()[2]) < 0.75
    way = ((0.066, -0.008, 0.0075), (0.067, -0.0185, 0.0085), (0.068, -0.019, -0.001))
    outline, faces = _mark(view, way, (1.0, 0.0, 0.0))
    return ((outline, faces and seen),)


def _mark(view: View, way: Sequence[Vec], normal: Vec) -> tuple[Outline, bool]:
    return stroke([view.flat(at) for at in way]), dot(unit(normal), view.towards()) > 0.12


def ears(view: View) -> tuple[tuple[Outline, bool], ...]:
    """Right and left ear, and whether it is seen."""
    found = []
    for side in (1, -1):
        spot = view.ellipse(Ball((-0.012, -0.002, 0.0515 * side), (0.0115, 0.0165, 0.006)))
        outline = tuple(touch(spot, sin(i * pi / 3), cos(i * pi / 3), 1.13) for i in range(6))
        found.append((outline, view.towards()[2] * side > 0.22))
    return tuple(found)


def tail(view: View) -> Outline:
    """A short ponytail that hangs from the back of the head, as gravity has it."""
    head = view.head
    root = view.place((-0.068, 0.030, 0.0))
    away = unit(weighted_sum(scale(head.front, -1), 1.0, UP, 0.1))
    into = max(0.0, -head.front[1])
    hang = unit(weighted_sum(weighted_sum(scale(UP, -1), 1.0, head.front, -into), 1.0, head.axis, -0.6 * into))
    middle = along(along(root, away, 0.026), hang, 0.014)
    end = along(along(root, away, 0.030), hang, 0.076)
    return _balls(view, ((root, 0.011), (middle, 0.0205), (end, 0.006)))


def _balls(view: View, places: Sequence[tuple[Vec, float]]) -> Outline:
    flat = [(*view.camera.flat(centre), r * r, 0.0, r * r) for centre, r in places]
    return tube(flat, 0.09)


BUN = Ball((-0.070, 0.044, 0.0), (0.026, 0.025, 0.028))
BOB = (Ball((-0.028, -0.010, 0.0), (0.046, 0.062, 0.057)), Ball((-0.034, -0.056, 0.0), (0.034, 0.026, 0.052)))


def ball_outline(view: View, balls: Sequence[Ball], n: int = 10) -> Outline:
    """What surrounds some balls."""
    return hull([view.ellipse(ball) for ball in balls], n)


_CURLS = tuple(
    unit((f, u, o))
    for f, u, o in (
        (0.62, 0.8, 0.0), (0.45, 0.75, 0.55), (0.45, 0.75, -0.55), (-0.1, 1.0, 0.3), (-0.1, 0.7, 0.8), (-0.1, 0.7, -0.8),
        (-0.6, 0.8, 0.1), (-0.75, 0.3, 0.65), (-0.75, 0.3, -0.65), (-1.0, 0.1, 0.0), (-0.8, -0.4, 0.5), (-0.8, -0.4, -0.5),
        (-0.3, 0.05, 0.95), (-0.3, 0.05, -0.95),
    )
)  # fmt: skip


def curls(view: View) -> tuple[Outline, ...]:
    """Bumps all over the hair."""
    found = []
    for direction in _CURLS:
        middle = tuple_of(m + 0.93 * h * d for m, h, d in zip(CURLY.middle, CURLY.half, direction, strict=True))
        spot = view.ellipse(Ball(middle, (0.019, 0.019, 0.019)))
        found.append(tuple(touch(spot, sin(i * pi / 3), cos(i * pi / 3), 1.13) for i in range(6)))
    return tuple(found)


def loose_hair(view: View, style: str) -> Iterator[tuple[str, tuple[Outline, ...], float]]:
    """Hair that stands off the head: its name, its outlines and how far in front of the head it lies."""
    if style == "ponytail":
        yield "tail", (tail(view),), -view.towards()[0]
    elif style == "bun":
        yield "bun", (ball_outline(view, (BUN,)),), dot(unit((BUN.middle[0], BUN.middle[1], 0.0)), view.towards())
    elif style == "long":
        yield "bob", (ball_outline(view, BOB),), -view.towards()[0] - 0.3
    elif style == "curls":
        yield "curls", curls(view), -view.towards()[0] - 0.2

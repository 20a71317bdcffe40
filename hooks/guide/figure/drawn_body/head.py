"""Head and face: ellipsoids and marks on them, so that it is the same face from wherever one looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import pi, sin
from typing import NamedTuple

from guide.figure.drawn_body.camera import Camera, Point
from guide.figure.drawn_body.outline import Ellipse, Outline, ellipse, hull, stroke, touch, tube
from guide.figure.posing.skeleton import Segment
from guide.figure.posing.vector import Vec, dot, unit, weighted_sum

Marks = tuple[tuple[Outline, bool], ...]
"""Outlines on the head, each with whether the viewer sees it."""


class Ball(NamedTuple):
    """An ellipsoid in the head: its middle forward, up and to the right, and half axes in the same order."""

    middle: Vec
    half: Vec


SKULL = Ball((-0.008, 0.014, 0.0), (0.066, 0.062, 0.053))
JAW = Ball((0.012, -0.028, 0.0), (0.037, 0.033, 0.0385))
CHIN = Ball((0.033, -0.050, 0.0), (0.0155, 0.0125, 0.0175))
BRIDGE, TIP = Ball((0.055, 0.004, 0.0), (0.006, 0.007, 0.006)), Ball((0.0605, -0.0145, 0.0), (0.0095, 0.0075, 0.009))
EAR = Ball((-0.012, -0.002, 0.0535), (0.0115, 0.0165, 0.0085))

# Points of the right half, forward, up and to the right, and the direction that they face.
_EYE = ((0.0525, 0.0115, 0.0215), (0.0525, 0.0035, 0.0215)), (0.88, 0.05, 0.5)
_BROW = ((0.0555, 0.0285, 0.0105), (0.0535, 0.0315, 0.021), (0.046, 0.0265, 0.032)), (0.88, 0.2, 0.55)
_MOUTH = ((0.0495, -0.0385, 0.0), (0.0485, -0.0385, 0.009), (0.044, -0.0345, 0.0145)), (0.85, -0.1, 0.5)
_NOSE = ((0.066, -0.008, 0.0075), (0.067, -0.0185, 0.0085), (0.068, -0.019, -0.001)), (1.0, 0.0, 0.0)
_ASIDE = 0.3  # cosine between the viewer and the side of an ear from which it is seen on the head
_ROUND = tuple((sin(i * pi / 3), sin(i * pi / 3 + pi / 2)) for i in range(6))


class View(NamedTuple):
    """A head as one viewer sees it."""

    head: Segment
    camera: Camera

    def place(self, at: Vec) -> Vec:
        """The point in space that lies so far forward, up and to the right of the middle of the head."""
        head = self.head
        x, y, z = weighted_sum(head.front, at[0], head.axis, at[1])
        (ox, oy, oz), (ex, ey, ez), k = head.out, head.end, at[2]
        return ex + x + ox * k, ey + y + oy * k, ez + z + oz * k

    def flat(self, at: Vec) -> Point:
        """The same point on paper."""
        return self.camera.flat(self.place(at))

    def ellipse(self, ball: Ball) -> Ellipse:
        """A ball on paper."""
        head, (deep, high, wide) = self.head, ball.half
        axes = (head.front, deep), (head.axis, high), (head.out, wide)
        return ellipse(self.camera, self.place(ball.middle), axes)

    def towards(self) -> Vec:
        """The direction to the viewer: forward, up and to the right of the head."""
        head, towards = self.head, self.camera.towards
        return dot(head.front, towards), dot(head.axis, towards), dot(head.out, towards)

    def faces(self, direction: Vec) -> float:
        """Cosine between the viewer and a direction given so."""
        return dot(unit(direction), self.towards())


def vec(numbers: Iterable[float]) -> Vec:
    """Three numbers as a vector."""
    x, y, z = numbers
    return (x, y, z)


def face_outlines(view: View) -> tuple[Outline, ...]:
    """Skull, jaw and chin as one, and the nose."""
    return (around(view, (SKULL, JAW, CHIN), 18), tube([view.ellipse(BRIDGE), view.ellipse(TIP)], 0.02, pointed=True))


def around(view: View, balls: Sequence[Ball], corners: int) -> Outline:
    """What surrounds some balls."""
    return hull([view.ellipse(ball) for ball in balls], corners)


def spot(view: View, ball: Ball) -> Outline:
    """A small ball, in few points."""
    flat = view.ellipse(ball)
    return tuple([touch(flat, across, up, 1.13) for across, up in _ROUND])


def eyes(view: View) -> Marks:
    """Right and left eye, as short strokes."""
    return _both(view, *_EYE)


def lines(view: View) -> Marks:
    """Eyebrows, both halves of the mouth and, where one sees it from the front, the shadow beside the nose."""
    way, normal = _NOSE
    nose = _mark(view, way, normal, 1)
    return (*_both(view, *_BROW), *_both(view, *_MOUTH), (nose[0], nose[1] and abs(view.towards()[2]) < 0.75))


def ears(view: View) -> Marks:
    """Right and left ear where they lie on the head."""
    return tuple((ear, aside > _ASIDE) for ear, aside in _ears(view))


def ear_rims(view: View) -> Marks:
    """Right and left ear where one sees their rims behind the head."""
    return tuple((ear, -0.4 < aside <= _ASIDE) for ear, aside in _ears(view))


def _ears(view: View) -> tuple[tuple[Outline, float], ...]:
    aside = view.towards()[2]
    return tuple((spot(view, Ball(_mirrored(EAR.middle, side), EAR.half)), aside * side) for side in (1, -1))


def _both(view: View, way: Sequence[Vec], normal: Vec) -> Marks:
    return tuple(_mark(view, way, normal, side) for side in (1, -1))


def _mark(view: View, way: Sequence[Vec], normal: Vec, side: int) -> tuple[Outline, bool]:
    points = [view.flat(_mirrored(at, side)) for at in way]
    return stroke(points), view.faces(_mirrored(normal, side)) > 0.17


def _mirrored(at: Vec, side: int) -> Vec:
    return (at[0], at[1], at[2] * side)

"""A bare foot seen from its inner side, large: arch, ball, big toe and the four behind it. Knows no body."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, radians, sin

from guide.figure.drawn_body.camera import Point
from guide.figure.drawn_body.painted import Painted, Polygon
from guide.model.figure import BareFoot

_LARGE = 5.0
_SHIN, _HEEL = 0.125, -0.0455
_SHORTER = 0.9
"""How far the ball slides towards the heel while the arch rises by 1."""
_FROM = ((-0.008, 0.002), (0.012, 0.009), (0.032, 0.0125), (0.051, 0.008), (0.066, 0.0012))
_RISES = (0.1, 0.8, 1.0, 0.75, 0.1)
"""The arch from the heel to the ball, and what share of its rise each point takes."""
_LEG = ((0.02, _SHIN), (-0.023, _SHIN), (-0.022, 0.09), (-0.027, 0.062), (-0.042, 0.036), (_HEEL, 0.016))
_UNDER_HEEL = ((-0.037, 0.002), (-0.022, 0.0))
_INSTEP = ((0.056, 0.038), (0.036, 0.054), (0.023, 0.078))
_TOE, _OTHERS = (0.029, 0.0088), (0.0275, 0.0078)
"""Length and half thickness of the big toe and of the others."""
_KNUCKLE, _CLAWED = 0.5, 0.62
"""Where a toe bends, as a share of its length; a clawed one shows more of its first part."""


def bare_foot(foot: BareFoot) -> tuple[Painted, ...]:
    """The foot on the floor, furthest first; a dotted line shows where the arch was at rest."""
    arch, ball = foot.arch / 1000, foot.ball / 1000
    back = -_SHORTER * arch
    joint = (0.081 + back, 0.0098 + ball)
    others = _toe((joint[0] - 0.002, joint[1] - 0.0012), foot.toes, *_OTHERS)
    big = _toe(joint, foot.big_toe, *_TOE)
    pad = (
        (0.078 + back, ball),
        (0.087 + back, 0.003 + ball),
        (0.09 + back, 0.011 + ball),
        (0.084 + back, 0.0205 + ball),
    )
    instep = tuple((x + back * 0.5, y + arch * 0.7) for x, y in _INSTEP)
    body = _through((*_LEG, *_UNDER_HEEL, *_arch(arch, back, ball), *pad, *instep))
    marks = [Painted("weight_foot", _bar(-0.026))]
    marks += [Painted("weight_foot", _bar(0.074 + back))] if not foot.ball else []
    rest = [Painted("trail_halo", _arch(), "open"), Painted("trail", _arch(), "open")] if foot.arch else []
    nail = Painted("trim", big[len(big) // 4 - 5 : len(big) // 4 + 2], "open")
    bone = Painted("trim", ((-0.006, 0.046), (0.001, 0.053), (0.008, 0.047)), "open")
    drawn = (
        Painted("far_skin", others),
        Painted("near_skin", big),
        nail,
        Painted("near_skin", body),
        bone,
        *marks,
        *rest,
    )
    return tuple(shape._replace(points=tuple((x * _LARGE, y * _LARGE) for x, y in shape.points)) for shape in drawn)


def _arch(rise: float = 0.0, back: float = 0.0, ball: float = 0.0) -> Polygon:
    """The inner edge of the sole between heel and ball."""
    shares = (i / (len(_FROM) - 1) for i in range(len(_FROM)))
    edge = zip(_FROM, _RISES, shares, strict=True)
    return tuple((x + back * share, y + rise * k + ball * share**1.5) for (x, y), k, share in edge)


def _toe(joint: Point, up: float, length: float, half: float) -> Polygon:
    """A toe that is raised, or, with minus, clawed: its knuckle up and its tip down."""
    half = half if up >= 0 else 0.76 * half
    knuckle = _along(joint, abs(up), length * (_KNUCKLE if up >= 0 else _CLAWED))
    tip = _along(knuckle, up, length * (1 - _KNUCKLE) - half) if up >= 0 else (knuckle[0] + 0.006, half)
    line = (joint, knuckle, tip)
    over, under = [], []
    for (x, y), (dx, dy) in zip(line, _ways(line), strict=True):
        over.append((x - dy * half, y + dx * half))
        under.append((x + dy * half, y - dx * half))
    dx, dy = (half * each for each in _ways(line)[-1])
    end = tuple((tip[0] + dx * a - dy * b, tip[1] + dy * a + dx * b) for a, b in ((0.7, 0.75), (1, 0), (0.7, -0.75)))
    return _through((*over, *end, *reversed(under)))


def _ways(line: tuple[Point, ...]) -> list[Point]:
    steps = [((b[0] - a[0]), (b[1] - a[1])) for a, b in pairwise(line)]
    way = [(x / hypot(x, y), y / hypot(x, y)) for x, y in steps]
    middle = (way[0][0] + way[1][0], way[0][1] + way[1][1])
    size = hypot(*middle)
    return [way[0], (middle[0] / size, middle[1] / size), way[1]]


def _along(at: Point, degrees: float, length: float) -> Point:
    return at[0] + length * cos(radians(degrees)), at[1] + length * sin(radians(degrees))


def _bar(x: float) -> Polygon:
    """A mark on the floor under a point that carries."""
    return (x - 0.009, -0.0012), (x + 0.009, -0.0012), (x + 0.009, -0.0038), (x - 0.009, -0.0038)


def _through(points: Polygon, steps: int = 4) -> Polygon:
    """A closed line that is curved between these points; sharp at the two at the top of the leg."""
    count, line = len(points), []
    for i in range(count):
        before, a, b, after = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        cut = a[1] == b[1] == _SHIN
        before = a if a[1] == _SHIN else before
        after = b if b[1] == _SHIN else after
        for step in range(1 if cut else steps):
            line.append(_between(before, a, b, after, step / steps))
    return tuple(line)


def _between(p: Point, a: Point, b: Point, q: Point, t: float) -> Point:
    """A point of the curve from a to b."""
    at = [
        0.5
        * (
            2 * a[k]
            + (b[k] - p[k]) * t
            + (2 * p[k] - 5 * a[k] + 4 * b[k] - q[k]) * t**2
            + (3 * a[k] - p[k] - 3 * b[k] + q[k]) * t**3
        )
        for k in (0, 1)
    ]
    return at[0], at[1]

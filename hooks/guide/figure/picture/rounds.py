"""Round things on paper: rods, discs, balls, from any side. Knows nothing of bodies."""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, cos, hypot, pi, radians, sin, sqrt

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.outline import Outline, ellipse, tube
from guide.figure.posing.vector import UP, Vec, cross, norm, sub, unit

_INSIDE = 1.08  # a spline runs inside its control points
_RIM = tuple(radians(turn) for turn in (10, 45, 90, 135, 170, 190, 225, 270, 315, 350))


def rod(view: Camera, a: Vec, b: Vec, thick: float, share: float = 1.0) -> Outline:
    """A straight round thing from a to b; `share`, how thick its far end is against the near one."""
    axis = unit(sub(b, a))
    side = unit(cross(axis, UP if abs(axis[1]) < 0.9 else (1.0, 0.0, 0.0)))
    other = cross(axis, side)
    ends = [
        ellipse(view, at, ((side, r), (other, r), (axis, min(r, 0.008)))) for at, r in ((a, thick), (b, thick * share))
    ]
    return tube(ends, norm(sub(b, a)))


def drum(view: Camera, centre: Vec, axis: Vec, radius: float, half: float) -> Outline:
    """A round weight across its axis: a disc as thick as twice `half`, whatever side it turns to the viewer."""
    (x, y), (ax, ay) = view.flat(centre), view.flat(axis)
    tilt = hypot(ax, ay)
    mx, my = (ax / tilt, ay / tilt) if tilt > 1e-6 else (1.0, 0.0)
    face = sqrt(max(0.0, 1 - tilt * tilt))
    points = []
    for turn in _RIM:
        long = radius * cos(turn) * _INSIDE
        short = copysign(half * tilt, sin(turn)) + radius * face * sin(turn) * _INSIDE
        points.append((x - my * long + mx * short, y + mx * long + my * short))
    return tuple(points)


def oval(view: Camera, centre: Vec, axes: Sequence[tuple[Vec, float]]) -> Outline:
    """An ellipsoid with these half-axes (direction, length)."""
    x, y, xx, xy, yy = ellipse(view, centre, axes)
    a = sqrt(max(xx, 1e-9))
    b, c = xy / a, sqrt(max(1e-9, yy - xy * xy / max(xx, 1e-9)))
    ring = [(cos(turn * pi / 4) * _INSIDE, sin(turn * pi / 4) * _INSIDE) for turn in range(8)]
    return tuple((x + a * u, y + b * u + c * v) for u, v in ring)

"""Arithmetic of points and directions in three dimensions: x forward, y up, z to the figure's right."""

from __future__ import annotations

from math import acos, cos, degrees, radians, sin, sqrt

Vec = tuple[float, float, float]

FORWARD: Vec = (1.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)
RIGHT: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, k: float) -> Vec:
    return (a[0] * k, a[1] * k, a[2] * k)


def along(point: Vec, direction: Vec, distance: float) -> Vec:
    """The point `distance` away from `point` in `direction`."""
    return (
        point[0] + direction[0] * distance,
        point[1] + direction[1] * distance,
        point[2] + direction[2] * distance,
    )


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def norm(a: Vec) -> float:
    return sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """The direction of `a`; the zero vector stays as it is."""
    x, y, z = a
    length = sqrt(x * x + y * y + z * z)
    if length <= 1e-12:
        return a
    k = 1 / length
    return (x * k, y * k, z * k)


def mix(a: Vec, b: Vec, t: float) -> Vec:
    """The point a share `t` of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def swing(a: Vec, b: Vec, angle: float) -> tuple[Vec, Vec]:
    """Turn the perpendicular pair (a, b) by `angle` degrees: a moves towards b, b away from a."""
    turn = radians(angle)
    c, s = cos(turn), sin(turn)
    (ax, ay, az), (bx, by, bz) = a, b
    return (ax * c + bx * s, ay * c + by * s, az * c + bz * s), (bx * c - ax * s, by * c - ay * s, bz * c - az * s)


def weighted_sum(a: Vec, k: float, b: Vec, m: float) -> Vec:
    """k·a + m·b."""
    return (a[0] * k + b[0] * m, a[1] * k + b[1] * m, a[2] * k + b[2] * m)


def across(direction: Vec, wish: Vec) -> Vec:
    """The part of `wish` at a right angle to `direction`, as a direction."""
    return unit(along(wish, direction, -dot(wish, direction)))


def angle_between(a: Vec, b: Vec) -> float:
    """Degrees between two directions."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))

"""Motion arrows: the way a part of the body took between two frames, curved where it is curved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import atan2, dist, hypot, pi

from guide.figure.drawn_body.camera import Camera, Point
from guide.figure.drawn_body.outline import Outline
from guide.figure.motion.way import way_between
from guide.figure.posing import body
from guide.figure.posing.skeleton import Skeleton, sole_point
from guide.figure.posing.solve import solve
from guide.figure.posing.vector import Vec, mix
from guide.model.figure import Figure, Frame, Landmark

HEAD = 0.036
MOVED = 0.01  # a way that is worth an arrow
SHORTEST, LONGEST = 0.13, 0.3  # an arrow shows where to, not how far
BENT = 0.09  # a way that leaves its chord by this share of it is drawn as a curve
UPRIGHT = pi / 15  # a way that is this near to upright or level is meant so
FACE = 0.1  # from the middle of the head, where no arrow goes
_STEPS = 8


def landmark(skeleton: Skeleton, of: Landmark) -> Vec:
    """Where a named part of the body is."""
    if of == "hips":
        return skeleton["pelvis"].at
    if of == "head":
        return skeleton["head"].end
    if of == "hands":
        return mix(skeleton["right_hand"].end, skeleton["left_hand"].end, 0.5)
    side = "left" if of.startswith("other") else "right"
    if of.endswith("knee"):
        return skeleton[f"{side}_shank"].at
    foot = skeleton[f"{side}_foot"]
    return sole_point(foot, body.HEEL) if of == "heel" else foot.at


def way_of(figure: Figure, before: Frame, after: Frame, of: Landmark, view: Camera, steps: int = _STEPS) -> Outline:
    """The way of a part of the body on paper from one key frame to the next."""
    moved = way_between(figure, before, after)
    return tuple(view.flat(_followed(moved(k / steps), of)) for k in range(steps + 1))


def arrow_line(figure: Figure, before: Frame, after: Frame, view: Camera) -> tuple[Outline, ...]:
    """The shaft and the head as open lines; nothing where the part hardly moved."""
    assert after.arrow
    way = way_of(figure, before, after, after.arrow.of, view)
    chord = dist(way[0], way[-1])
    if chord < MOVED:
        return ()
    shaft = _middle(way) if _is_bent(way, chord) else straight(way[0], way[-1])
    shift = after.arrow.shift
    shaft = tuple((x + shift[0], y + shift[1]) for x, y in shaft)
    heads = [view.flat(solve(figure, frame)["head"].end) for frame in (before, after)]
    shaft = _clear_of(shaft, heads[1:])
    (ax, ay), tip = shaft[-2], shaft[-1]
    d = dist(shaft[-2], tip)
    ux, uy = (tip[0] - ax) / d, (tip[1] - ay) / d
    return (shaft, (_barb(tip, ux, uy, 1), tip, _barb(tip, ux, uy, -1)))


def straight(start: Point, end: Point) -> Outline:
    """A shaft from point to point, neither too short nor too long; one that is nearly upright or level is so."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    turn = atan2(dy, dx)
    near = round(turn / (pi / 2)) * (pi / 2)
    if abs(turn - near) < UPRIGHT:
        dx, dy = (0.0, dy) if abs(dy) > abs(dx) else (dx, 0.0)
    length = hypot(dx, dy)
    half = min(max(length, SHORTEST), LONGEST) / 2
    x, y, ux, uy = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2, dx / length, dy / length
    return ((x - ux * half, y - uy * half), (x + ux * half, y + uy * half))


def _is_bent(way: Outline, chord: float) -> bool:
    (ax, ay), (bx, by) = way[0], way[-1]
    off = max(abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / chord for x, y in way)
    return chord >= SHORTEST and off > BENT * chord


def _middle(way: Outline) -> Outline:
    """As much of a way as an arrow is long at most (half as much again, since a curve is shorter across)."""
    reach = list(accumulate((dist(a, b) for a, b in pairwise(way)), initial=0.0))
    spare = max(0.0, reach[-1] - 1.5 * LONGEST) / 2
    return tuple(_at(way, reach, spare + (reach[-1] - 2 * spare) * k / 4) for k in range(5))


def _at(way: Outline, reach: Sequence[float], place: float) -> Point:
    i = max(k for k in range(len(way) - 1) if reach[k] <= place + 1e-9)
    k = (place - reach[i]) / max(1e-9, reach[i + 1] - reach[i])
    (ax, ay), (bx, by) = way[i], way[i + 1]
    return (ax + (bx - ax) * k, ay + (by - ay) * k)


def _clear_of(shaft: Outline, heads: Sequence[Point]) -> Outline:
    """The arrow moved aside, across its own direction, as little as keeps it off the face."""
    (ax, ay), (bx, by) = shaft[0], shaft[-1]
    d = dist(shaft[0], shaft[-1])
    nx, ny = -(by - ay) / d, (bx - ax) / d
    tries = (sign * k * 0.02 for k in range(15) for sign in (1, -1))
    moved = (tuple((x + nx * far, y + ny * far) for x, y in shaft) for far in tries)
    return next((each for each in moved if all(_off(each, head) >= FACE for head in heads)), shaft)


def _off(shaft: Outline, place: Point) -> float:
    return min(_distance(place, a, b) for a, b in pairwise(shaft))


def _distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    k = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / max(1e-12, dx * dx + dy * dy)))
    return dist(p, (a[0] + dx * k, a[1] + dy * k))


def _followed(skeleton: Skeleton, of: Landmark) -> Vec:
    """A knee is followed as seen from the middle of the body, which shifts over the other foot when it is lifted."""
    x, y, z = landmark(skeleton, of)
    return (x, y, z - skeleton["pelvis"].at[2]) if of.endswith("knee") else (x, y, z)


def _barb(tip: Point, ux: float, uy: float, sign: int) -> Point:
    back, out = HEAD * 0.8, HEAD * 0.62 * sign
    return (tip[0] - ux * back - uy * out, tip[1] - uy * back + ux * out)

"""Motion arrows: the way a part of the body took between two frames."""

from __future__ import annotations

from math import hypot

from guide.figure import body
from guide.figure.camera import Camera, Point
from guide.figure.outline import Outline
from guide.figure.skeleton import Skeleton, sole_point
from guide.figure.vector import Vec, mix
from guide.model.figure import Arrow, Landmark

HEAD = 0.036
MOVED = 0.01  # a way that is worth an arrow
SHORTEST, LONGEST = 0.13, 0.3  # an arrow shows where to, not how far


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


def arrow_line(before: Skeleton, after: Skeleton, arrow: Arrow, view: Camera) -> tuple[Outline, ...]:
    """The shaft and the head as open lines; nothing where the part hardly moved."""
    start, end = (view.flat(_point_followed(skeleton, arrow.of)) for skeleton in (before, after))
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if length < MOVED:
        return ()
    ux, uy = dx / length, dy / length
    half = min(max(length, SHORTEST), LONGEST) / 2
    x, y = (start[0] + end[0]) / 2 + arrow.shift[0], (start[1] + end[1]) / 2 + arrow.shift[1]
    a, b = (x - ux * half, y - uy * half), (x + ux * half, y + uy * half)
    return ((a, b), (_barb(b, ux, uy, 1), b, _barb(b, ux, uy, -1)))


def _point_followed(skeleton: Skeleton, of: Landmark) -> Vec:
    """A knee is followed as seen from the middle of the body, which shifts over the other foot when it is lifted."""
    x, y, z = landmark(skeleton, of)
    return (x, y, z - skeleton["pelvis"].at[2]) if of.endswith("knee") else (x, y, z)


def _barb(tip: Point, ux: float, uy: float, sign: int) -> Point:
    back, out = HEAD * 0.8, HEAD * 0.62 * sign
    return (tip[0] - ux * back - uy * out, tip[1] - uy * back + ux * out)

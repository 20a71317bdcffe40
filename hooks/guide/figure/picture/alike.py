"""How far the body of one key frame is from that of another on paper. Judges nothing."""

from __future__ import annotations

from math import dist

from guide.figure.drawn_body.camera import view_camera
from guide.figure.posing.skeleton import Segment
from guide.figure.posing.solve import solve
from guide.figure.posing.vector import Vec
from guide.model.figure import Figure, ViewName

FACE = 0.06
"""Body heights from the middle of a part to its surface, about."""


def most_apart(figure: Figure, view: ViewName) -> float:
    """The farthest that any part of the body moves on paper between the first two frames, in body heights; without end
    where what stands or is held differs."""
    before, after = figure.frames[:2]
    if (before.things, before.flight, before.foot) != (after.things, after.flight, after.foot):
        return float("inf")
    flat = view_camera(view).flat
    old, new = (solve(figure, frame) for frame in (before, after))
    return max(
        dist(flat(one), flat(other))
        for name in old.keys() & new.keys()
        for one, other in zip(_points(old[name]), _points(new[name]), strict=True)
    )


def _points(part: Segment) -> tuple[Vec, ...]:
    """Both ends, and a point before the second, which shows how the part is turned."""
    return part.at, part.end, part.point(1.0, front=FACE)

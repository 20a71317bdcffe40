"""Sections on a skeleton → the outline of a limb, a trunk or a muscle on paper."""

from __future__ import annotations

from itertools import pairwise

from guide.figure.camera import Camera
from guide.figure.outline import Ellipse, Outline, ellipse, tube
from guide.figure.shapes import Section
from guide.figure.skeleton import Segment, Skeleton
from guide.figure.vector import Vec, dot, mixed, norm, sub, unit
from guide.model.pose import SideName

MIDDLE = frozenset({"pelvis", "chest", "head"})


def skin(
    skeleton: Skeleton, view: Camera, side: SideName, rows: tuple[Section, ...], *, pointed: bool = False
) -> Outline:
    """The outline of a tube through sections; on trunk and head, `side` mirrors what lies off the middle."""
    placed = [_placed(skeleton, side, row) for row in rows]
    length = sum(norm(sub(b, a)) for (a, _), (b, _) in pairwise(placed))
    sections = [_section(view, segment, centre, row) for (centre, segment), row in zip(placed, rows, strict=True)]
    return tube(sections, length, pointed=pointed)


def _placed(skeleton: Skeleton, side: SideName, row: Section) -> tuple[Vec, Segment]:
    middle = row.on in MIDDLE
    segment = skeleton[row.on if middle else f"{side}_{row.on}"]
    out = -row.out if middle and side == "left" else row.out
    return segment.point(row.share, row.front, out), segment


def _section(view: Camera, segment: Segment, centre: Vec, row: Section) -> Ellipse:
    thick = 0.9 * min(row.deep, row.wide)
    return ellipse(view, centre, ((segment.front, row.deep), (segment.out, row.wide), (segment.axis, thick)))


def seen_share(segment: Segment, view: Camera, front: float, out: float) -> float:
    """Cosine between the viewer and a direction given in the segment's own axes."""
    return dot(unit(mixed(segment.front, front, segment.out, out)), view.towards)

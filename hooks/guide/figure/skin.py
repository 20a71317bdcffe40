"""Sections on a skeleton → the outline of a limb, a trunk or a muscle on paper, as one viewer sees them."""

from __future__ import annotations

from itertools import groupby, pairwise
from math import dist, hypot
from operator import attrgetter

from guide.figure import body
from guide.figure.camera import Camera, Point
from guide.figure.outline import Ellipse, Outline, tube
from guide.figure.shapes import Section
from guide.figure.skeleton import Segment, Skeleton
from guide.figure.vector import Vec, dot, unit, weighted_sum
from guide.model.pose import SideName

MIDDLE = frozenset({"pelvis", "chest", "head"})

LENGTHS = {
    "pelvis": body.PELVIS,
    "thigh": body.THIGH,
    "shank": body.SHANK,
    "foot": body.TOE,
    "upper_arm": body.UPPER_ARM,
    "forearm": body.FOREARM,
}
"""Of the segments that have a tube to themselves."""

_Row = tuple[float, float, float, float, float, float]
"""A section: share of the length, shift to the front and outward, squares of half depth, half width, half thickness."""


class Tube:
    """A skin over sections, with all worked out that depends on no pose. It is the same as itself alone."""

    def __init__(self, sections: tuple[Section, ...], *, pointed: bool = False) -> None:
        self.sections, self.pointed = sections, pointed
        groups = groupby(sections, key=attrgetter("on"))
        self.rows = tuple((on, on in MIDDLE, tuple(map(_row, rows))) for on, rows in groups)
        self.length = _own_length(sections) if len(self.rows) == 1 and sections[0].on != "hand" else None
        """Of a tube that lies on one segment, whatever the pose; but a hand that rests somewhere may be askew."""


def _row(section: Section) -> _Row:
    _, share, front, out, deep, wide = section
    thick = 0.9 * min(deep, wide)
    return share, front, out, deep * deep, wide * wide, thick * thick


def _own_length(sections: tuple[Section, ...]) -> float:
    long = LENGTHS[sections[0].on]
    return sum(hypot((b.share - a.share) * long, b.front - a.front, b.out - a.out) for a, b in pairwise(sections))


_Flat = tuple[Point, Point, Point, Point, Vec, Vec, Vec]
"""A segment on paper: its beginning, its length, front and outward axes, and what makes an ellipse of half depth, half
width and half thickness (squares and product of an axis)."""


class Sight:
    """A skeleton as one viewer sees it."""

    def __init__(self, skeleton: Skeleton, view: Camera) -> None:
        self.skeleton, self.view = skeleton, view
        self._flat: dict[str, _Flat] = {}

    def outline(self, side: SideName, skin: Tube) -> Outline:
        """The outline of a tube; on trunk and head, `side` mirrors what lies off the middle."""
        length = skin.length or _length(self.skeleton, side, skin)
        return tube(self._sections(side, skin), length, pointed=skin.pointed)

    def _sections(self, side: SideName, skin: Tube) -> list[Ellipse]:
        found: list[Ellipse] = []
        for on, middle, rows in skin.rows:
            name = on if middle else f"{side}_{on}"
            at, axis, front_axis, out_axis, d, w, t = self._flat.get(name) or self._flatten(name)
            (x, y), (ax, ay), (fx, fy), (ox, oy) = at, axis, front_axis, out_axis
            (dxx, dxy, dyy), (wxx, wxy, wyy), (txx, txy, tyy) = d, w, t
            if middle and side == "left":
                ox, oy = -ox, -oy
            for share, front, out, deep, wide, thick in rows:
                found.append(
                    (
                        x + ax * share + fx * front + ox * out,
                        y + ay * share + fy * front + oy * out,
                        dxx * deep + wxx * wide + txx * thick,
                        dxy * deep + wxy * wide + txy * thick,
                        dyy * deep + wyy * wide + tyy * thick,
                    )
                )
        return found

    def _flatten(self, name: str) -> _Flat:
        segment, flat = self.skeleton[name], self.view.flat
        at, axis, front, out = map(flat, segment[:4])
        (ax, ay), (fx, fy), (ox, oy), long = axis, front, out, segment.length
        deep, wide, thick = (fx * fx, fx * fy, fy * fy), (ox * ox, ox * oy, oy * oy), (ax * ax, ax * ay, ay * ay)
        made = self._flat[name] = at, (ax * long, ay * long), front, out, deep, wide, thick
        return made


def _length(skeleton: Skeleton, side: SideName, skin: Tube) -> float:
    """The true length of a tube, from the middle of a section to the next."""
    places: list[Vec] = []
    for on, middle, rows in skin.rows:
        segment = skeleton[on if middle else f"{side}_{on}"]
        sign = -1 if middle and side == "left" else 1
        places += [segment.point(row[0], row[1], row[2] * sign) for row in rows]
    return sum(map(dist, places, places[1:]))


def seen_share(segment: Segment, view: Camera, front: float, out: float) -> float:
    """Cosine between the viewer and a direction given in the segment's own axes."""
    return dot(unit(weighted_sum(segment.front, front, segment.out, out)), view.towards)

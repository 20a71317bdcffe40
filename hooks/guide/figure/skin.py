"""Sections on a skeleton → the outline of a limb, a trunk or a muscle on paper, as one viewer sees them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import groupby, pairwise
from math import hypot
from operator import attrgetter
from typing import NamedTuple

from guide.figure import body
from guide.figure.camera import Camera
from guide.figure.outline import Ellipse, Outline, tube
from guide.figure.shapes import Section
from guide.figure.skeleton import Segment, Skeleton
from guide.figure.vector import Vec, dot, mixed, norm, sub, unit
from guide.model.pose import SideName

MIDDLE = frozenset({"pelvis", "chest", "head"})
KEPT = 32
"""Skeletons of the last few figures as seen; a frame is drawn for itself, for cards, large, and where it moves."""

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


class _Flat(NamedTuple):
    """A segment on paper: where it begins, its own axes there, and the products that make an ellipse of them."""

    x: float
    y: float
    along_x: float
    along_y: float
    front_x: float
    front_y: float
    out_x: float
    out_y: float
    deep: Vec
    wide: Vec
    thick: Vec


class Sight:
    """A skeleton as one viewer sees it; what has been traced once is kept."""

    def __init__(self, skeleton: Skeleton, view: Camera) -> None:
        self.skeleton, self.view = skeleton, view
        self._flat: dict[str, _Flat] = {}
        self._traced: dict[tuple[SideName, Tube], Outline] = {}
        self._once: dict[str, tuple[Outline, ...]] = {}

    def outline(self, side: SideName, skin: Tube) -> Outline:
        """The outline of a tube; on trunk and head, `side` mirrors what lies off the middle."""
        key = side, skin
        found = self._traced.get(key)
        if found is None:
            sections = self._sections(side, skin)
            length = skin.length or _length(self.skeleton, side, skin)
            found = tube(sections, length, pointed=skin.pointed)
            self._traced[key] = found
        return found

    def once(self, name: str, trace: Callable[[], tuple[Outline, ...]]) -> tuple[Outline, ...]:
        """Outlines that are no tubes, by a name of theirs."""
        if name not in self._once:
            self._once[name] = trace()
        return self._once[name]

    def _sections(self, side: SideName, skin: Tube) -> list[Ellipse]:
        found: list[Ellipse] = []
        for on, middle, rows in skin.rows:
            name = on if middle else f"{side}_{on}"
            x, y, ax, ay, fx, fy, ox, oy, d, w, t = self._flat.get(name) or self._flatten(name)
            if middle and side == "left":
                ox, oy = -ox, -oy
            (dxx, dxy, dyy), (wxx, wxy, wyy), (txx, txy, tyy) = d, w, t
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
        (x, y), (ax, ay), (fx, fy), (ox, oy) = map(flat, segment[:4])
        long, deep, wide = segment.length, (fx * fx, fx * fy, fy * fy), (ox * ox, ox * oy, oy * oy)
        made = _Flat(x, y, ax * long, ay * long, fx, fy, ox, oy, deep, wide, (ax * ax, ax * ay, ay * ay))
        self._flat[name] = made
        return made


class _Itself(NamedTuple):
    """A key for a skeleton: no other is equal to it, as to compare all of its numbers takes long."""

    skeleton: Skeleton

    def __hash__(self) -> int:
        return id(self.skeleton)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.skeleton is other.skeleton


def sight_of(skeleton: Skeleton, view: Camera) -> Sight:
    """The skeleton as the viewer sees it, which is kept as long as the last few are."""
    return _sight_of(_Itself(skeleton), view)


@lru_cache(maxsize=KEPT)
def _sight_of(itself: _Itself, view: Camera) -> Sight:
    return Sight(itself.skeleton, view)


def _length(skeleton: Skeleton, side: SideName, skin: Tube) -> float:
    """The true length of a tube, from the middle of a section to the next."""
    return sum(norm(sub(b, a)) for a, b in pairwise(_placed(skeleton, side, row) for row in skin.sections))


def _placed(skeleton: Skeleton, side: SideName, row: Section) -> Vec:
    middle = row.on in MIDDLE
    segment = skeleton[row.on if middle else f"{side}_{row.on}"]
    return segment.point(row.share, row.front, -row.out if middle and side == "left" else row.out)


def seen_share(segment: Segment, view: Camera, front: float, out: float) -> float:
    """Cosine between the viewer and a direction given in the segment's own axes."""
    return dot(unit(mixed(segment.front, front, segment.out, out)), view.towards)

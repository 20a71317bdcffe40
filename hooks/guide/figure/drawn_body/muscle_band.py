"""A muscle on the skin: the part of the body's surface that it takes up, as far as the viewer sees it, with fibres.

The cross-sections of a muscle say where on the rim of the limb's own cross-section it lies. So its sides run over the
surface, end where the surface turns away, and never leave the outline of the limb."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from math import asin, atan2, cos, dist, hypot, pi, sin
from typing import NamedTuple

from guide.figure.drawn_body.camera import Point
from guide.figure.drawn_body.outline import Open, Outline, stroke
from guide.figure.drawn_body.shapes import Section, Sections, height
from guide.figure.drawn_body.skin import MIDDLE, Sight
from guide.figure.posing import body
from guide.figure.posing.vector import dot
from guide.model.pose import SideName

_RIM = 1.31  # radians from where the surface faces the viewer up to which a muscle is drawn; the rest is the rim
_WIDEST = 1.2  # most half width of a muscle in radians
_BROAD = 0.017  # body heights
_FIBRES = (0.33, 0.67)
LEAST = 0.25  # share of its width that must be seen


Direction = tuple[float, float]


class Band(NamedTuple):
    """The sides of a muscle on paper, and the largest share of its width that is seen."""

    left: tuple[Point, ...]
    right: tuple[Point, ...]
    seen: float

    def outline(self) -> Outline:
        """Its sides and two tips."""
        return (self._tip(0, 1), *self.left, self._tip(-1, -2), *reversed(self.right))

    def open_outline(self) -> Open:
        """The same without a line at its far end."""
        return stroke((*reversed(self.left), self._tip(0, 1), *self.right))

    def fibres(self) -> tuple[Open, ...]:
        """Lines that run along it."""
        return tuple(stroke([_between(a, b, k) for a, b in zip(self.left, self.right, strict=True)]) for k in _FIBRES)

    def is_broad(self) -> bool:
        """Whether there is room for fibres."""
        return max(dist(a, b) for a, b in zip(self.left, self.right, strict=True)) > _BROAD

    def _tip(self, end: int, next_to: int) -> Point:
        a, b = self.left[end], self.right[end]
        x, y = _between(a, b, 0.5)
        nx, ny = _between(self.left[next_to], self.right[next_to], 0.5)
        d, r = hypot(x - nx, y - ny), 0.5 * hypot(a[0] - b[0], a[1] - b[1])
        k = min(r / d, 1.0) if d > 1e-9 else 0.0
        return (x + (x - nx) * k, y + (y - ny) * k)


def band(sight: Sight, side: SideName, sections: Sequence[Section], faces: Direction, *, through: bool = False) -> Band:
    """The muscle over these sections. The deeper it lies, the more decides which way (forward, outward) it faces;
    `through`, as if one looked through what lies before it."""
    left, right, most = [], [], 0.0
    for section in sections:
        a, b, seen = _edges(sight, side, section, faces, pi if through else _RIM)
        left.append(a)
        right.append(b)
        most = max(most, seen)
    return Band(tuple(left), tuple(right), most)


def _edges(sight: Sight, side: SideName, section: Section, faces: Direction, rim: float) -> tuple[Point, Point, float]:
    """Both sides of a muscle at one of its sections, and how much of its width lies between them."""
    on, share, front, out, deep, wide = _on_spine(section)
    segment, sign = sight.segment(side, on)
    _, _, shift, aside, limb_deep, limb_wide = _limb(sight, on, share)
    f, o = (front - shift) / limb_deep, (out - aside) / limb_wide
    depth = max(0.0, 0.6 - hypot(f, o)) / hypot(*faces)
    middle = atan2(o + depth * faces[1], f + depth * faces[0])
    across = hypot(deep / limb_deep * sin(middle), wide / limb_wide * cos(middle))
    half = min(_WIDEST, asin(min(1.0, across)))
    towards = sight.view.towards
    facing = atan2(dot(segment.out, towards) * sign / limb_wide, dot(segment.front, towards) / limb_deep)
    # Angles counted from where the surface faces the viewer, the middle of the muscle between -pi and pi.
    centre = (middle - facing + pi) % (2 * pi) - pi
    low, high = (max(-rim, min(rim, centre + by)) for by in (-half, half))
    ends = []
    for angle in (low + facing, high + facing):
        place = segment.point(share, shift + limb_deep * cos(angle), (aside + limb_wide * sin(angle)) * sign)
        ends.append(sight.view.flat(place))
    return ends[0], ends[1], (high - low) / (2 * half)


def _on_spine(section: Section) -> Section:
    """What is given on the straight line of the chest, on the part of the spine that runs beside it."""
    if section.on != "chest":
        return section
    number = min(body.SPINE - 1, max(0, int(section.share * body.SPINE)))
    return section._replace(on=f"spine_{number + 1}", share=section.share * body.SPINE - number)


def _limb(sight: Sight, on: str, share: float) -> Section:
    """The cross-section of the body there."""
    surface = sight.form.surface
    if on == "head":
        return Section(on, share, 0.0, 0.0, 0.06, 0.052)
    if on in MIDDLE:
        return _between_sections(surface["trunk"], height(on, share))
    return _between_sections(surface[on], share)


def _between_sections(sections: Sections, share: float) -> Section:
    at = min(max(bisect([section.share for section in sections], share), 1), len(sections) - 1)
    a, b = sections[at - 1], sections[at]
    k = min(1.0, max(0.0, (share - a.share) / (b.share - a.share)))
    mixed = (x + (y - x) * k for x, y in zip(a[2:], b[2:], strict=True))
    return Section(a.on, share, *mixed)


def _between(a: Point, b: Point, k: float) -> Point:
    return (a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k)

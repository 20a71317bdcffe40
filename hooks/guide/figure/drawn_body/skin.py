"""Sections on a skeleton → the outline of a limb or a trunk on paper, as one viewer sees them."""

from __future__ import annotations

from math import dist
from typing import NamedTuple

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.outline import Ellipse, Skin, ellipse, skin
from guide.figure.drawn_body.shapes import Form, Sections
from guide.figure.posing import body
from guide.figure.posing.skeleton import Segment, Skeleton
from guide.figure.posing.vector import Vec, along, dot, mix, unit, weighted_sum
from guide.model.pose import SideName

MIDDLE = frozenset({"pelvis", "chest", "head", "spine_1", "spine_2", "spine_3"})

_BALL = body.BALL / body.TOE


class Sight(NamedTuple):
    """A body as one viewer sees it."""

    skeleton: Skeleton
    view: Camera
    form: Form

    def segment(self, side: SideName, on: str) -> tuple[Segment, int]:
        """The segment, and whether (-1) what lies outward on it is mirrored: on trunk and head, `side` does so."""
        if on in MIDDLE:
            return self.skeleton[on], -1 if side == "left" else 1
        return self.skeleton[f"{side}_{on}"], 1

    def skin(
        self, side: SideName, name: str, *, is_open: bool = False, pointed: bool = False, flat: bool = False
    ) -> Skin:
        """The skin of the tube of this name; `flat`, with ends as those of sleeves."""
        places, ellipses = self._places(side, self.form.tubes[name], flat=flat)
        return skin(ellipses, sum(map(dist, places, places[1:])), is_open=is_open, pointed=pointed)

    def _places(self, side: SideName, sections: Sections, *, flat: bool) -> tuple[list[Vec], list[Ellipse]]:
        """The middles of sections in space, and their extents on paper."""
        places, ellipses = [], []
        for number, (on, share, front, out, deep, wide) in enumerate(sections, start=1):
            segment, sign = self.segment(side, on)
            if on == "foot" and segment.bend and share > _BALL:
                segment = _toes(segment)
            bulge = 0.2 if flat and number == len(sections) else 0.9
            axes = (segment.front, deep), (segment.out, wide), (segment.axis, bulge * min(deep, wide))
            places.append(segment.point(share, front, out * sign))
            ellipses.append(ellipse(self.view, places[-1], axes))
        return places, ellipses

    def shows(self, side: SideName, on: str, front: float, out: float) -> float:
        """Cosine between the viewer and a direction given in the axes of a segment."""
        segment, sign = self.segment(side, on)
        return dot(unit(weighted_sum(segment.front, front, segment.out, out * sign)), self.view.towards)


def _toes(foot: Segment) -> Segment:
    """The foot in front of its ball, which bends there so that the toes lie level. A share counts from the heel."""
    level = unit((foot.out[2], 0.0, -foot.out[0]))
    level = level if dot(level, foot.axis) + dot(level, foot.front) > 0 else (-level[0], 0.0, -level[2])
    axis = unit(mix(foot.axis, level, foot.bend))
    front = unit(weighted_sum(foot.front, 1.0, axis, -dot(foot.front, axis)))
    ball = foot.point(_BALL, -body.ANKLE_HEIGHT)
    base = along(along(ball, front, body.ANKLE_HEIGHT), axis, -body.BALL)
    return Segment(base, axis, front, foot.out, foot.length)

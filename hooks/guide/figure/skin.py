"""Sections on a skeleton → the outline of a limb, a trunk or a muscle on paper, as one viewer sees them."""

from __future__ import annotations

from math import dist
from typing import NamedTuple

from guide.figure.camera import Camera
from guide.figure.outline import Outline, ellipse, tube
from guide.figure.shapes import Section
from guide.figure.skeleton import Segment, Skeleton
from guide.figure.vector import dot, unit, weighted_sum
from guide.model.pose import SideName

MIDDLE = frozenset({"pelvis", "spine_1", "spine_2", "spine_3", "chest", "head"})


class Tube(NamedTuple):
    """A skin over sections."""

    sections: tuple[Section, ...]
    pointed: bool = False


class Sight(NamedTuple):
    """A skeleton as one viewer sees it."""

    skeleton: Skeleton
    view: Camera

    def segment(self, side: SideName, on: str) -> tuple[Segment, int]:
        """The segment, and whether (-1) what lies outward on it is mirrored: on trunk and head, `side` does so."""
        if on in MIDDLE:
            return self.skeleton[on], -1 if side == "left" else 1
        return self.skeleton[f"{side}_{on}"], 1

    def outline(self, side: SideName, skin: Tube) -> Outline:
        """The outline of a tube."""
        places, ellipses = [], []
        for on, share, front, out, deep, wide in skin.sections:
            segment, sign = self.segment(side, on)
            axes = (segment.front, deep), (segment.out, wide), (segment.axis, 0.9 * min(deep, wide))
            places.append(segment.point(share, front, out * sign))
            ellipses.append(ellipse(self.view, places[-1], axes))
        return tube(ellipses, sum(map(dist, places, places[1:])), pointed=skin.pointed)

    def shows(self, side: SideName, on: str, front: float, out: float) -> float:
        """Cosine between the viewer and a direction given in the axes of a segment."""
        segment, sign = self.segment(side, on)
        return dot(unit(weighted_sum(segment.front, front, segment.out, out * sign)), self.view.towards)

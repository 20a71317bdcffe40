"""What the body can touch: the floor, tops, walls and bars of the scene. Draws nothing."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure.posing.vector import FORWARD, RIGHT, UP, Vec, add, along, dot, norm, scale, sub
from guide.model.scene import Prop

BAR = 0.011  # half as thick as a bar or a rail
FACES = frozenset({"wall", "doorway"})
BARS = frozenset({"bar", "rail"})
HOLDS = frozenset({"partner", "strap"})
"""What holds a part wherever it is."""
_LOW = frozenset({"mat", "pad", "ball"})


class Surface(NamedTuple):
    """A plane, or the middle of a bar."""

    at: Vec
    """A point of it."""
    normal: Vec
    """Out of it; of a bar, up."""
    bar: Vec | None = None
    """Direction of a bar."""
    edge: bool = False
    """Whether `at` lies on an edge, over which a trunk may lean."""

    @property
    def level(self) -> bool:
        return self.normal[1] > 0.5 and not self.bar

    def above(self, point: Vec) -> float:
        """How far a point is out of it; of a bar, its distance from the middle."""
        return norm(sub(point, self.nearest(point))) if self.bar else dot(sub(point, self.at), self.normal)

    def nearest(self, point: Vec) -> Vec:
        """The nearest point of a bar's middle."""
        bar = self.bar or self.normal
        return along(self.at, bar, dot(sub(point, self.at), bar))


FLOOR = Surface((0.0, 0.0, 0.0), UP)


def prop_of(props: tuple[Prop, ...], on: str) -> Prop | None:
    """The prop that is called so, else the first of this kind."""
    named = (prop for prop in props if prop.name == on)
    return next(named, next((prop for prop in props if prop.kind == on), None))


def surface_of(props: tuple[Prop, ...], on: str) -> Surface | None:
    """What carries a contact; a prop that is missing counts as floor (the checks report it). None holds anywhere."""
    prop = prop_of(props, on)
    if on in HOLDS or (prop and prop.kind in HOLDS):
        return None
    if prop is None:
        return FLOOR
    towards = _towards(prop)
    edge = (prop.edge, 0.0, 0.0) if towards[0] else scale(towards, abs(prop.edge))
    if prop.kind in FACES:
        return Surface(edge, scale(towards, -1))
    if prop.kind in BARS:
        return Surface(add(edge, (0.0, prop.height - BAR, 0.0)), UP, RIGHT if towards[0] else FORWARD)
    return Surface(add(edge, (0.0, prop.height, 0.0)), UP, edge=prop.kind not in _LOW)


def _towards(prop: Prop) -> Vec:
    """From the figure to the prop."""
    if prop.at in ("right", "left"):
        return RIGHT if prop.at == "right" else scale(RIGHT, -1)
    behind = prop.at == "behind" or (prop.at is None and prop.edge < 0)
    return scale(FORWARD, -1) if behind else FORWARD

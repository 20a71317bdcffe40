"""What stands in the scene, drawn to scale: floor, shadows and props. Knows no body beyond its feet."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figure import body
from guide.figure.camera import Camera, Point
from guide.figure.skeleton import SIDES, Skeleton
from guide.figure.vector import Vec
from guide.model.figure import Prop

FLOOR_DEPTH = 0.026
Polygon = tuple[Point, ...]
Painted = tuple[str, Polygon]
"""A paint name and the corners of a straight-edged shape."""

_HALF = {"step": 0.17, "box": 0.19, "bench": 0.15, "chair": 0.13, "wall": 0.2, "rail": 0.16}
_BEHIND = frozenset({"bench", "chair", "wall"})
_SEAT = frozenset({"bench", "box", "chair"})
_SOLID = frozenset({"step", "box"})
_SITTING = 0.062  # hip joint above what it sits on


def prop_shapes(prop: Prop, view: Camera) -> tuple[Painted, ...]:
    """One prop, its far faces first."""
    x0, x1 = _span(prop)
    half, top = _HALF[prop.kind], prop.height
    if prop.kind == "rail":
        return tuple(_rail(view, prop.edge, top, half))
    if prop.kind == "bench":
        return tuple(_bench(view, x0, x1, top, half))
    if prop.kind == "chair":
        return tuple(_chair(view, x0, x1, top, half))
    return tuple(_block(view, (x0, 0.0, -half), (x1, top, half)))


def _span(prop: Prop) -> tuple[float, float]:
    """Where it begins and ends along the line of sight: away from the figure, also when that is in front of it."""
    behind = prop.kind in _BEHIND and prop.edge < 0
    return (prop.edge - prop.length, prop.edge) if behind else (prop.edge, prop.edge + prop.length)


def solid(prop: Prop) -> tuple[float, float, float] | None:
    """Where it begins and ends along the line of sight, and its top, if nothing can pass through it."""
    return (*_span(prop), prop.height) if prop.kind in _SOLID else None


def is_seated(skeleton: Skeleton, props: tuple[Prop, ...]) -> bool:
    """Whether the hips rest on a prop."""
    x, y, _ = skeleton["pelvis"].at
    seats = (prop for prop in props if prop.kind in _SEAT)
    return any(_span(seat)[0] < x < _span(seat)[1] and abs(y - seat.height - _SITTING) < 0.015 for seat in seats)


def _block(view: Camera, low: Vec, high: Vec) -> Iterator[Painted]:
    """The faces of a cuboid that the viewer sees."""
    if view.towards[0] > 0.02:
        yield "prop_side", _face(view, (high[0], low[1], low[2]), (high[0], high[1], high[2]))
    if view.towards[2] > 0.02:
        yield "prop", _face(view, (low[0], low[1], high[2]), (high[0], high[1], high[2]))
    elif abs(view.towards[0]) > 0.9:
        yield "prop", _face(view, (high[0], low[1], low[2]), (high[0], high[1], high[2]))


def _face(view: Camera, a: Vec, b: Vec) -> Polygon:
    (x0, y0), (x1, y1) = view.flat(a), view.flat(b)
    x0, x1 = sorted((x0, x1))  # all run the same way round, so that those of one paint unite
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def _bench(view: Camera, x0: float, x1: float, top: float, half: float) -> Iterator[Painted]:
    yield from _legs(view, x0 + 0.012, x1 - 0.012, top - 0.02, half - 0.02)
    yield from _block(view, (x0, top - 0.045, -half), (x1, top, half))


def _chair(view: Camera, x0: float, x1: float, top: float, half: float) -> Iterator[Painted]:
    yield from _legs(view, x0 + 0.006, x1 - 0.012, top - 0.01, half - 0.01)
    yield from _block(view, (x0 - 0.012, top - 0.01, -half), (x0 + 0.012, top + 0.26, half))
    yield from _block(view, (x0, top - 0.026, -half), (x1, top, half))


def _legs(view: Camera, x0: float, x1: float, top: float, half: float) -> Iterator[Painted]:
    for z in (-half, half):
        for x in (x0, x1):
            yield "prop_side", _face(view, (x - 0.01, 0.0, z), (x + 0.01, top, z))


def _rail(view: Camera, x: float, top: float, half: float) -> Iterator[Painted]:
    for z in (-half, half):
        yield "prop_side", _face(view, (x - 0.009, 0.0, z), (x + 0.009, top, z))
    yield from _block(view, (x - 0.014, top - 0.022, -half - 0.02), (x + 0.014, top, half + 0.02))


def shadows(skeleton: Skeleton, view: Camera, props: tuple[Prop, ...]) -> tuple[Painted, ...]:
    """A shadow on the floor below each shoe that is over the floor, smaller the higher it is."""
    found = []
    for side in SIDES:
        foot = skeleton[f"{side}_foot"]
        ends = [view.flat(foot.point(reach / body.TOE))[0] for reach in (body.HEEL - 0.01, body.TOE + 0.012)]
        height = max(0.0, min(foot.at[1], foot.end[1]) - body.ANKLE_HEIGHT)
        if height < 0.18 and not any(_over(prop, foot.at[0], foot.at[1]) for prop in props):
            spare = 0.03 if not view.sideways else 0.0
            low, high = min(ends) - spare, max(ends) + spare
            slack = (high - low) * min(0.35, height)
            found.append(("shadow", _flat(low + slack, high - slack, height)))
    return tuple(found)


def _over(prop: Prop, x: float, y: float) -> bool:
    x0, x1 = _span(prop)
    return prop.kind not in ("rail", "wall") and x0 - 0.1 < x < x1 and y > prop.height


def _flat(low: float, high: float, height: float) -> Polygon:
    deep = FLOOR_DEPTH * (0.45 if height < 0.02 else 0.3)
    return ((low, 0.0), (high, 0.0), (high - 0.01, -deep), (low + 0.01, -deep))


def floor(low: float, high: float) -> Painted:
    """The floor, from the left to the right end of the picture."""
    return "floor", ((low, 0.0), (high, 0.0), (high, -FLOOR_DEPTH), (low, -FLOOR_DEPTH))

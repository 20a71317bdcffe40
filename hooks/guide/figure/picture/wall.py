"""A wall at any side of the figure: a plane that runs out of the picture, with a skirting board along the floor."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.painted import Painted, Piece, box, ordered
from guide.figure.posing.vector import Vec
from guide.model.scene import Prop

_FAR = 3.0  # out of every picture
_CUT = 0.16  # half the width of what is seen of a wall whose edge faces the viewer
_ROOM = 0.08  # of such a wall, how much the picture leaves room for
_SKIRT = 0.055
_BOARD = 0.010


def wall_pieces(prop: Prop, view: Camera) -> Iterator[Piece]:
    """Seen from before, all of its face; from its edge, a cut through it; from behind, its foot only."""
    axis, sign = _away(prop)
    facing = -sign * view.towards[axis]
    if facing > 0.3:
        yield _face(prop, view, axis, sign)
    elif facing > -0.5:
        yield _cut(prop, view, axis, sign)
    else:
        foot = [view.flat(_point(axis, prop.edge, 0.0, across)) for across in (-_CUT, _CUT)]
        yield Piece(*_bounds(prop, axis, sign), (Painted("prop_edge", tuple(foot), "open"),))


def _away(prop: Prop) -> tuple[int, int]:
    """The axis on which it stands and the direction away from the figure."""
    if prop.at in ("right", "left"):
        return 2, 1 if prop.at == "right" else -1
    behind = prop.at == "behind" or (prop.at is None and prop.edge < 0)
    return 0, -1 if behind else 1


def edge_of(prop: Prop) -> float:
    """Where its face is on that axis."""
    axis, sign = _away(prop)
    return abs(prop.edge) * sign if axis == 2 else prop.edge


def _point(axis: int, edge: float, y: float, across: float) -> Vec:
    return (edge, y, across) if axis == 0 else (across, y, edge)


def _bounds(prop: Prop, axis: int, sign: int) -> tuple[Vec, Vec]:
    edge = edge_of(prop)
    near, far = sorted((edge, edge + sign * _FAR))
    return _point(axis, near, -_FAR, -_FAR), _point(axis, far, _FAR, _FAR)


def _face(prop: Prop, view: Camera, axis: int, sign: int) -> Piece:
    edge = edge_of(prop)

    def strip(low: float, high: float, at: float) -> tuple[tuple[float, float], ...]:
        places = ((low, -_FAR), (low, _FAR), (high, _FAR), (high, -_FAR))
        return ordered([view.flat(_point(axis, at, y, across)) for y, across in places])

    shapes = (
        Painted("wall", strip(0.0, _FAR, edge), endless=True),
        Painted("skirting", strip(0.0, _SKIRT, edge - sign * _BOARD), endless=True),
    )
    return Piece(*_bounds(prop, axis, sign), shapes)


def _cut(prop: Prop, view: Camera, axis: int, sign: int) -> Piece:
    edge = edge_of(prop)

    def block(reach: float, top: float, start: float = 0.0) -> tuple[Vec, Vec]:
        near, far = sorted((edge + sign * start, edge + sign * reach))
        return _point(axis, near, 0.0, -_CUT), _point(axis, far, top, _CUT)

    shapes = (
        *box(view, *block(_ROOM, 0.2), paint="wall").shapes,
        *(shape._replace(endless=True) for shape in box(view, *block(_FAR, _FAR), paint="wall").shapes),
        *(shape._replace(paint="skirting") for shape in box(view, *block(0.0, _SKIRT, -_BOARD)).shapes),
    )
    return Piece(*_bounds(prop, axis, sign), shapes)

"""What stands in the scene, drawn to scale from any side: boxes and what is built of them. Knows no body."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.painted import Painted, Piece, box, disc
from guide.figure.picture.bars import ROD, bar, doorway, post, rail, strap
from guide.figure.picture.wall import wall_pieces
from guide.figure.posing.extent import CHAIR_BACK, Extent, extent
from guide.model.scene import Prop, PropKind

_BLOCKS = frozenset({"step", "box", "bench", "mat", "pad", "table"})
_FOOT = 0.055  # a foot from the middle line
_LEAF = 0.012  # half thickness of a chair's back


def prop_pieces(prop: Prop, view: Camera) -> tuple[Piece, ...]:
    """One prop in pieces that a body can be before or behind, the far ones first."""
    draw = _KINDS.get(prop.kind)
    return tuple(draw(prop, view, *_seen(prop, view))) if draw else ()


def _seen(prop: Prop, view: Camera) -> Extent:
    """What a prop covers as it is drawn. From the side, the near face of a block stands in line with the near foot: its
    true place, a few degrees off on paper, would let the foot's tip hang over the edge or sink into it."""
    x0, x1, z0, z1 = extent(prop)
    if not (prop.kind in _BLOCKS and view.level and view.sideways and z0 < -_FOOT and z1 > _FOOT):
        return x0, x1, z0, z1
    return (x0, x1, z0, _FOOT) if view.towards[2] > 0 else (x0, x1, -_FOOT, z1)


def _step(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A block with a tread."""
    top = prop.height
    tread = min(0.018, top / 3)
    block = box(view, (x0, 0.0, z0), (x1, top - tread, z1))
    cover = box(view, (x0 - 0.004, top - tread, z0 - 0.004), (x1 + 0.004, top, z1 + 0.004), paint="soft")
    yield Piece((x0, 0.0, z0), (x1, top, z1), (*block.shapes, *cover.shapes), firm=True)


def _box(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A box with a hole for the hand in the face that is seen best."""
    whole = box(view, (x0, 0.0, z0), (x1, prop.height, z1))._replace(firm=True)
    x, y, z = (x0 + x1) / 2, prop.height * 0.72, (z0 + z1) / 2
    sideways = abs(view.towards[2]) > abs(view.towards[0])
    face = z1 if view.towards[2] > 0 else z0
    front = x1 if view.towards[0] > 0 else x0
    ends = ((x - 0.03, y, face), (x + 0.03, y, face)) if sideways else ((front, y, z - 0.03), (front, y, z + 0.03))
    hole = Painted("prop_hole", tuple(map(view.flat, ends)), "open")
    yield whole._replace(shapes=(*whole.shapes, hole))


def _soft(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A mat or a pad."""
    soft = min(0.014, prop.height * 0.45)
    yield box(view, (x0, 0.0, z0), (x1, prop.height, z1), paint="soft", soft=soft)._replace(firm=True)


def _bench(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A padded board on a leg at each corner."""
    top, pad = prop.height, min(0.05, prop.height / 2)
    yield from _legs(view, (x0 + 0.015, x1 - 0.015), (z0 + 0.02, z1 - 0.02), top - pad)
    yield box(view, (x0, top - pad, z0), (x1, top, z1), paint="soft", soft=0.014)._replace(firm=True)


def _table(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    top, thick = prop.height, min(0.026, prop.height / 2)
    yield from _legs(view, (x0 + 0.025, x1 - 0.025), (z0 + 0.025, z1 - 0.025), top - thick)
    yield box(view, (x0, top - thick, z0), (x1, top, z1), soft=0.004)._replace(firm=True)


def _chair(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A seat with a back at its end that is behind the figure's back."""
    top, thick = prop.height, min(0.03, prop.height / 2)
    legs = list(_legs(view, (x0, x1 - ROD), (z0 + ROD, z1 - ROD), top - thick))
    seat = box(view, (x0, top - thick, z0), (x1, top, z1), paint="soft", soft=0.008)._replace(firm=True)
    rise = top + CHAIR_BACK
    posts = [post(view, x0, z, top, rise) for z in _far_first((z0 + ROD, z1 - ROD), view.towards[2])]
    leaf = box(view, (x0 - _LEAF, rise - 0.15, z0), (x0 + _LEAF, rise, z1), soft=0.012)
    back = [posts[0], leaf, posts[1]] if abs(view.towards[2]) > 0.3 else [*posts, leaf]
    yield from (*back, *legs, seat) if view.towards[0] >= 0 else (*legs, seat, *back)


def _legs(view: Camera, xs: tuple[float, float], zs: tuple[float, float], top: float) -> Iterator[Piece]:
    for x in _far_first(xs, view.towards[0]):
        for z in _far_first(zs, view.towards[2]):
            yield post(view, x, z, 0.0, top)


def _far_first(ends: tuple[float, float], towards: float) -> tuple[float, float]:
    return (min(ends), max(ends)) if towards >= 0 else (max(ends), min(ends))


def _ball(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    r = prop.height / 2
    centre = ((x0 + x1) / 2, r, (z0 + z1) / 2)
    x, y = view.flat(centre)
    shine = Painted(
        "shine", ((x - r * 0.62, y + r * 0.2), (x - r * 0.5, y + r * 0.56), (x - r * 0.1, y + r * 0.68)), "open"
    )
    low, high = (x0, 0.0, centre[2] - r), (x1, 2 * r, centre[2] + r)
    yield Piece(low, high, (disc(view, centre, r, "soft"), shine))


def _wall(prop: Prop, view: Camera, *_ground: float) -> Iterator[Piece]:
    return wall_pieces(prop, view)


_Draw = Callable[..., Iterator[Piece]]
_KINDS: dict[PropKind, _Draw] = {
    "wall": _wall,
    "step": _step,
    "box": _box,
    "chair": _chair,
    "bench": _bench,
    "table": _table,
    "rail": rail,
    "bar": bar,
    "mat": _soft,
    "pad": _soft,
    "ball": _ball,
    "doorway": doorway,
    "strap": strap,
}
"""How each kind is drawn; a partner is a body and drawn with it."""

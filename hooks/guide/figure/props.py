"""What stands in the scene, drawn to scale from any side: boxes and what is built of them. Knows no body."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.figure.camera import Camera
from guide.figure.painted import Painted, Piece, box, disc, ordered
from guide.figure.vector import Vec
from guide.figure.wall import wall_pieces
from guide.model.figure import Prop, PropKind

WIDTHS: dict[PropKind, float] = {
    "step": 0.34,
    "box": 0.38,
    "bench": 0.3,
    "chair": 0.3,
    "wall": 1.0,
    "table": 0.5,
    "rail": 0.36,
    "bar": 0.7,
    "mat": 0.36,
    "pad": 0.26,
    "doorway": 0.54,
    "partner": 0.3,
    "strap": 0.34,
}
"""How wide a kind is where its `width` is left out; a ball is as wide as it is high."""
CHAIR_BACK = 0.26  # above the seat
_BEHIND = frozenset({"bench", "chair", "wall", "table", "partner"})
_SOLID = frozenset({"step", "box"})
_ROD = 0.011  # half thickness of bars, posts and legs
_LEAF = 0.012  # half thickness of a chair's back

Extent = tuple[float, float, float, float]
"""Forward from and to, and to the figure's right from and to."""


def extent(prop: Prop) -> Extent:
    """The ground that a prop covers: from its `edge` away from the figure; at its sides, `across` goes forward."""
    half = (prop.width or WIDTHS.get(prop.kind, prop.height)) / 2
    length = prop.height if prop.kind == "ball" else prop.length
    near, far = abs(prop.edge), abs(prop.edge) + length
    if prop.at in ("right", "left"):
        z0, z1 = (near, far) if prop.at == "right" else (-far, -near)
        return prop.across - half, prop.across + half, z0, z1
    behind = prop.at == "behind" or (prop.at is None and prop.kind in _BEHIND and prop.edge < 0)
    x0, x1 = (prop.edge - length, prop.edge) if behind else (prop.edge, prop.edge + length)
    return x0, x1, prop.across - half, prop.across + half


def solid(prop: Prop) -> tuple[float, float, float] | None:
    """Where it begins and ends along the line of sight, and its top, if nothing can pass through it."""
    return (*extent(prop)[:2], prop.height) if prop.kind in _SOLID else None


def prop_shapes(prop: Prop, view: Camera) -> tuple[Painted, ...]:
    """One prop, its far faces first."""
    return tuple(shape for piece in prop_pieces(prop, view) for shape in piece.shapes)


def prop_pieces(prop: Prop, view: Camera) -> tuple[Piece, ...]:
    """One prop in pieces that a body can be before or behind, the far ones first."""
    draw = _KINDS.get(prop.kind)
    return tuple(draw(prop, view, *extent(prop))) if draw else ()


def _step(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A block with a tread."""
    top = prop.height
    tread = min(0.018, top / 3)
    block = box(view, (x0, 0.0, z0), (x1, top - tread, z1))
    cover = box(view, (x0 - 0.004, top - tread, z0 - 0.004), (x1 + 0.004, top, z1 + 0.004), paint="soft")
    yield Piece((x0, 0.0, z0), (x1, top, z1), (*block.shapes, *cover.shapes))


def _box(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A box with a hole for the hand in the face that is seen best."""
    whole = box(view, (x0, 0.0, z0), (x1, prop.height, z1))
    x, y, z = (x0 + x1) / 2, prop.height * 0.72, (z0 + z1) / 2
    sideways = abs(view.towards[2]) > abs(view.towards[0])
    face = z1 if view.towards[2] > 0 else z0
    front = x1 if view.towards[0] > 0 else x0
    ends = ((x - 0.03, y, face), (x + 0.03, y, face)) if sideways else ((front, y, z - 0.03), (front, y, z + 0.03))
    hole = Painted("prop_hole", tuple(map(view.flat, ends)), "open")
    yield whole._replace(shapes=(*whole.shapes, hole))


def _soft(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A mat or a pad."""
    yield box(view, (x0, 0.0, z0), (x1, prop.height, z1), paint="soft", soft=min(0.014, prop.height * 0.45))


def _bench(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A padded board on a leg at each corner."""
    top, pad = prop.height, min(0.05, prop.height / 2)
    yield from _legs(view, (x0 + 0.015, x1 - 0.015), (z0 + 0.02, z1 - 0.02), top - pad)
    yield box(view, (x0, top - pad, z0), (x1, top, z1), paint="soft", soft=0.014)


def _table(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    top, thick = prop.height, min(0.026, prop.height / 2)
    yield from _legs(view, (x0 + 0.025, x1 - 0.025), (z0 + 0.025, z1 - 0.025), top - thick)
    yield box(view, (x0, top - thick, z0), (x1, top, z1), soft=0.004)


def _chair(prop: Prop, view: Camera, x0: float, x1: float, z0: float, z1: float) -> Iterator[Piece]:
    """A seat with a back at its end that is behind the figure's back."""
    top, thick = prop.height, min(0.03, prop.height / 2)
    legs = list(_legs(view, (x0, x1 - _ROD), (z0 + _ROD, z1 - _ROD), top - thick))
    seat = box(view, (x0, top - thick, z0), (x1, top, z1), paint="soft", soft=0.008)
    rise = top + CHAIR_BACK
    posts = [_post(view, x0, z, top, rise) for z in _far_first((z0 + _ROD, z1 - _ROD), view.towards[2])]
    leaf = box(view, (x0 - _LEAF, rise - 0.15, z0), (x0 + _LEAF, rise, z1), soft=0.012)
    back = [posts[0], leaf, posts[1]] if abs(view.towards[2]) > 0.3 else [*posts, leaf]
    yield from (*back, *legs, seat) if view.towards[0] >= 0 else (*legs, seat, *back)


def _legs(view: Camera, xs: tuple[float, float], zs: tuple[float, float], top: float) -> Iterator[Piece]:
    for x in _far_first(xs, view.towards[0]):
        for z in _far_first(zs, view.towards[2]):
            yield _post(view, x, z, 0.0, top)


def _far_first(ends: tuple[float, float], towards: float) -> tuple[float, float]:
    return (min(ends), max(ends)) if towards >= 0 else (max(ends), min(ends))


def _post(view: Camera, x: float, z: float, low: float, high: float) -> Piece:
    """An upright, as wide from every side as it is thick: too slim for faces."""
    (px, y0), (_, y1) = view.flat((x, low, z)), view.flat((x, high, z))
    strip = ((px - _ROD, y0), (px + _ROD, y0), (px + _ROD, y1), (px - _ROD, y1))
    return Piece((x - _ROD, low, z - _ROD), (x + _ROD, high, z + _ROD), (Painted("prop_side", strip),))


def _line(prop: Prop, x0: float, x1: float, z0: float, z1: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends on the ground of what stands in one line before the figure or beside it."""
    if prop.at in ("right", "left"):
        z = z0 if prop.at == "right" else z1
        return (x0, z), (x1, z)
    return (prop.edge, z0), (prop.edge, z1)


def _rod(view: Camera, a: Vec, b: Vec) -> Piece:
    """A level bar: its length, or its round end where it points at the viewer."""
    low = (min(a[0], b[0]) - _ROD, a[1] - _ROD, min(a[2], b[2]) - _ROD)
    high = (max(a[0], b[0]) + _ROD, a[1] + _ROD, max(a[2], b[2]) + _ROD)
    bar = box(view, low, high, soft=0.006)
    end = max(a, b, key=view.depth)
    seen = abs(view.depth(b) - view.depth(a)) > 0.8 * max(abs(b[0] - a[0]), abs(b[2] - a[2]))
    return bar._replace(shapes=(*bar.shapes, disc(view, end, 0.017, "prop"))) if seen else bar


def _rail(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """A hand rail on two posts."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    y = prop.height - _ROD
    ends = sorted(((ax, 0.0, az), (bx, 0.0, bz)), key=view.depth)
    posts = [_post(view, x, z, 0.0, prop.height - 2 * _ROD) for x, _, z in ends]
    reach = (0.02, 0.0) if prop.at in ("right", "left") else (0.0, 0.02)
    yield posts[0]
    yield _rod(view, (ax - reach[0], y, az - reach[1]), (bx + reach[0], y, bz + reach[1]))
    yield posts[1]


def _bar(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """A bar to hang from, on two posts; the near one would hide who hangs there and is left out."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    y = prop.height - _ROD
    ends = sorted(((ax, 0.0, az), (bx, 0.0, bz)), key=view.depth)
    apart = view.depth(ends[1]) - view.depth(ends[0])
    for x, _, z in ends[:1] if apart > 0.2 else ends:
        yield _post(view, x, z, 0.0, prop.height)
    yield _rod(view, (ax, y, az), (bx, y, bz))


def _doorway(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """Two jambs and what joins them; from the side, the near jamb would hide who stands there and is left out."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    thick, deep = 0.03, 0.04
    along = (thick, deep) if prop.at in ("right", "left") else (deep, thick)
    top = prop.height
    ends = sorted(((ax, 0.0, az), (bx, 0.0, bz)), key=view.depth)
    hidden = view.depth(ends[1]) - view.depth(ends[0]) > 0.3
    for x, _, z in ends[:1] if hidden else ends:
        yield box(view, (x - along[0], 0.0, z - along[1]), (x + along[0], top, z + along[1]))
    low, high = (ax - along[0], top, az - along[1]), (bx + along[0], top + 0.06, bz + along[1])
    yield box(view, low, high)


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


def _strap(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """A strap over what it holds down, fixed to the floor on both sides."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    top, half = prop.height, 0.016
    inner = 0.3
    over = [
        (ax, 0.0, az),
        (ax + (bx - ax) * inner, top, az + (bz - az) * inner),
        (bx + (ax - bx) * inner, top, bz + (az - bz) * inner),
        (bx, 0.0, bz),
    ]
    wide = (0.0, half) if prop.at in ("right", "left") else (half, 0.0)
    # From its edge it is as thick as a strap is.
    edges = [[view.flat((x + s * wide[0], y + s * 0.006, z + s * wide[1])) for x, y, z in over] for s in (1, -1)]
    shape = Painted("band", ordered((*edges[0], *edges[1][::-1])))
    plates = [
        box(view, (x - 0.02, 0.0, z - 0.02), (x + 0.02, 0.02, z + 0.02), paint="prop") for x, _, z in (over[0], over[3])
    ]
    yield plates[0]
    yield plates[1]
    yield Piece((ax - half, top * 0.9, az), (bx + half, top, bz), (shape,))


_Draw = Callable[..., Iterator[Piece]]
_KINDS: dict[PropKind, _Draw] = {
    "wall": _wall,
    "step": _step,
    "box": _box,
    "chair": _chair,
    "bench": _bench,
    "table": _table,
    "rail": _rail,
    "bar": _bar,
    "mat": _soft,
    "pad": _soft,
    "ball": _ball,
    "doorway": _doorway,
    "strap": _strap,
}
"""How each kind is drawn; a partner is a body and drawn with it."""

"""What is built of posts and bars: rails, bars to hang from, doorways, straps that hold something down."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.painted import Painted, Piece, box, disc, hull, ordered
from guide.figure.posing.vector import Vec
from guide.model.scene import Prop

ROD = 0.011  # half thickness of bars, posts and legs
_BODY = 0.13  # half the width of a body


def post(view: Camera, x: float, z: float, low: float, high: float) -> Piece:
    """An upright, as wide from every side as it is thick: too slim for faces."""
    (px, y0), (_, y1) = view.flat((x, low, z)), view.flat((x, high, z))
    strip = ((px - ROD, y0), (px + ROD, y0), (px + ROD, y1), (px - ROD, y1))
    return Piece((x - ROD, low, z - ROD), (x + ROD, high, z + ROD), (Painted("prop_side", strip),))


def _line(prop: Prop, x0: float, x1: float, z0: float, z1: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends on the ground of what stands in one line before the figure or beside it."""
    if prop.at in ("right", "left"):
        z = z0 if prop.at == "right" else z1
        return (x0, z), (x1, z)
    return (prop.edge, z0), (prop.edge, z1)


def _rod(view: Camera, a: Vec, b: Vec) -> Piece:
    """A level bar: its length, or its round end where it points at the viewer."""
    low = (min(a[0], b[0]) - ROD, a[1] - ROD, min(a[2], b[2]) - ROD)
    high = (max(a[0], b[0]) + ROD, a[1] + ROD, max(a[2], b[2]) + ROD)
    bar = box(view, low, high, soft=0.006)
    end = max(a, b, key=view.depth)
    seen = abs(view.depth(b) - view.depth(a)) > 0.8 * max(abs(b[0] - a[0]), abs(b[2] - a[2]))
    return bar._replace(shapes=(*bar.shapes, disc(view, end, 0.017, "prop"))) if seen else bar


def rail(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """A hand rail on two posts."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    y = prop.height - ROD
    ends = sorted(((ax, 0.0, az), (bx, 0.0, bz)), key=view.depth)
    posts = [post(view, x, z, 0.0, prop.height - 2 * ROD) for x, _, z in ends]
    reach = (0.02, 0.0) if prop.at in ("right", "left") else (0.0, 0.02)
    yield posts[0]
    yield _rod(view, (ax - reach[0], y, az - reach[1]), (bx + reach[0], y, bz + reach[1]))
    yield posts[1]


def bar(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """A bar to hang from, on two posts."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    y = prop.height - ROD
    for x, _, z in _not_in_the_way(((ax, 0.0, az), (bx, 0.0, bz)), view):
        yield post(view, x, z, 0.0, prop.height)
    yield _rod(view, (ax, y, az), (bx, y, bz))


def _not_in_the_way(ends: tuple[Vec, Vec], view: Camera) -> list[Vec]:
    """The feet of two uprights, the far one first; a near one that would hide the figure is left out."""
    far, near = sorted(ends, key=view.depth)
    hides = abs(view.flat(near)[0]) < _BODY and view.depth(near) > _BODY
    return [far] if hides else [far, near]


def doorway(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """Two jambs and what joins them; a near jamb that would hide who stands there is left out."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    thick, deep = 0.03, 0.04
    along = (thick, deep) if prop.at in ("right", "left") else (deep, thick)
    top = prop.height
    for x, _, z in _not_in_the_way(((ax, 0.0, az), (bx, 0.0, bz)), view):
        yield box(view, (x - along[0], 0.0, z - along[1]), (x + along[0], top, z + along[1]))
    low, high = (ax - along[0], top, az - along[1]), (bx + along[0], top + 0.06, bz + along[1])
    yield box(view, low, high)


def strap(prop: Prop, view: Camera, *ground: float) -> Iterator[Piece]:
    """A strap over what it holds down, fixed to the floor on both sides."""
    (ax, az), (bx, bz) = _line(prop, *ground)
    top, half = prop.height, 0.016
    inner = 0.2
    over = [
        (ax, 0.0, az),
        (ax + (bx - ax) * inner, top, az + (bz - az) * inner),
        (bx + (ax - bx) * inner, top, bz + (az - bz) * inner),
        (bx, 0.0, bz),
    ]
    wide = (0.0, half) if prop.at in ("right", "left") else (half, 0.0)
    # From its edge it is as thick as a strap is.
    edges = [[view.flat((x + s * wide[0], y + s * 0.006, z + s * wide[1])) for x, y, z in over] for s in (1, -1)]
    outline = (*edges[0], *edges[1][::-1])
    along = abs(view.depth(over[3]) - view.depth(over[0])) > 0.8 * abs(bx - ax + bz - az)
    shape = Painted("band", hull(outline) if along else ordered(outline))
    plates = [
        box(view, (x - 0.02, 0.0, z - 0.02), (x + 0.02, 0.02, z + 0.02), paint="prop") for x, _, z in (over[0], over[3])
    ]
    yield plates[0]
    yield plates[1]
    # Over what it holds, whatever that is.
    yield Piece((ax - half, top + 0.1, az), (bx + half, top + 0.1, bz), (shape,))

"""The room that a prop takes up. Draws nothing."""

from __future__ import annotations

from guide.model.scene import Prop, PropKind

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

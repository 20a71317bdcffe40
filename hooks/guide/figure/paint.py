"""Names of paints → how SVG says them: a short class for the site, literal colours where there is no stylesheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Paint(NamedTuple):
    """A fill and a contour."""

    letter: str
    """Class in docs/stylesheets/figure.css."""
    fill: str
    line: str = "none"
    width: float = 0.0


LINE, FAINT = "#1f3248", "#8b9fb2"
_W = 3.6
PAINTS: dict[str, Paint] = {
    "near_skin": Paint("n", "#c9d6e2", LINE, _W),
    "far_skin": Paint("f", "#e6edf3", FAINT, _W),
    "near_shorts": Paint("k", "#3d5975", LINE, _W),
    "far_shorts": Paint("g", "#a3b5c6", FAINT, _W),
    "top": Paint("t", "#7592ad", LINE, _W),
    "hair": Paint("h", "#26394f", LINE, _W),
    "near_shoe": Paint("s", "#26394f", LINE, _W),
    "far_shoe": Paint("z", "#8b9fb2", FAINT, _W),
    "near_sole": Paint("w", "#ffffff", LINE, 2.2),
    "far_sole": Paint("v", "#ffffff", FAINT, 2.2),
    "eye": Paint("e", "none", LINE, 4.2),
    "primary": Paint("p", "#e4572e", LINE, 1.8),
    "secondary": Paint("q", "#f4ad7c", LINE, 1.8),
    "floor": Paint("o", "#dbe3ea"),
    "shadow": Paint("y", "#b9c6d2"),
    "prop": Paint("r", "#dfe5ea", "#8d9cab", _W),
    "prop_side": Paint("u", "#c8d2da", "#8d9cab", _W),
    "arrow": Paint("a", "none", "#0b7a75", 7.0),
}

Style = Callable[[str], str]
"""Name of a paint, or `svg` for the outermost element → the attributes of an element."""


def by_class(name: str) -> str:
    """For figures inside a page: everything stands in the stylesheet, for light, dark and print."""
    return 'class="fig"' if name == "svg" else f'class="{PAINTS[name].letter}"'


def literal(name: str) -> str:
    """For files, and for programs that know neither classes nor CSS variables (Typst)."""
    if name == "svg":
        joins = 'stroke-linejoin="round" stroke-linecap="round" paint-order="stroke"'
        return f'xmlns="http://www.w3.org/2000/svg" {joins}'
    paint = PAINTS[name]
    line = f' stroke="{paint.line}" stroke-width="{paint.width:g}"' if paint.width else ""
    return f'fill="{paint.fill}"{line}'

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
    dashes: str = ""


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

PROP_LINE = "#8d9cab"
PAINTS |= {
    # What stands in the scene: three tones of one thing, the top the lightest.
    "prop_top": Paint("tt", "#f1f4f7", PROP_LINE, 2.6),
    "prop_hole": Paint("oo", "none", PROP_LINE, 12.0),
    "prop_edge": Paint("ee", "none", PROP_LINE, 4.0),
    "soft": Paint("ss", "#a9bfb6", "#6f8a80", 2.6),
    "soft_side": Paint("dd", "#8fa89e", "#6f8a80", 2.6),
    "soft_top": Paint("uu", "#c0d2ca", "#6f8a80", 2.6),
    "shine": Paint("zz", "none", "#d7e4de", 5.0),
    "shade": Paint("yy", "#8fa89e"),
    "wall": Paint("ww", "#e4e9ee"),
    "wall_side": Paint("xx", "#d2dae2"),
    "wall_top": Paint("ff", "#e4e9ee"),
    "skirting": Paint("kk", "#c3ced8"),
    "partner": Paint("pp", "#e3e9ee", FAINT, 3.0),
    "partner_dark": Paint("qq", "#b4c2cf", FAINT, 3.0),
    # What is held or worn.
    "iron": Paint("ii", "#4a545e", "#20272e", 2.6),
    "metal": Paint("mm", "#b9c2ca", "#4a545e", 2.2),
    "ring": Paint("rr", "none", "#4a545e", 9.0),
    "wood": Paint("bb", "#d3ab75", "#7d5b2e", 2.2),
    "cloth": Paint("cc", "#d9cfe0", "#7d6b8a", 2.6),
    "bag": Paint("gg", "#a39a85", "#57503f", 2.6),
    "band": Paint("nn", "#e0b33a", "#7a5c0c", 2.0),
    "band_far": Paint("ll", "#b58f2c", "#7a5c0c", 2.0),
    "cord": Paint("hh", "none", "#7a5c0c", 4.5),
    # Layers that teach.
    "ghost": Paint("aa", "#eaeff3", "#b4c1cd", 3.0),
    "trail": Paint("vv", "none", "#0b7a75", 7.0, "0 14"),
    "trail_halo": Paint("vh", "none", "#ffffff", 12.0, "0 14"),
    "halo": Paint("hl", "none", "#ffffff", 10.0),
    "weight": Paint("wl", "none", "#0b7a75", 4.0, "14 10"),
    "weight_foot": Paint("wf", "#0b7a75"),
    "angle": Paint("an", "none", "#0b7a75", 5.0),
    "angle_zero": Paint("az", "none", "#0b7a75", 3.5, "4 9"),
    "number": Paint("nu", "#0b5f5b", "#ffffff", 8.0),
    # Signs of pairs: told apart by their form.
    "sign_wrong": Paint("sx", "none", "#9b1c31", 7.0),
    "sign_right": Paint("sk", "none", "#0b7a75", 9.0),
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
    line += f' stroke-dasharray="{paint.dashes}"' if paint.dashes else ""
    return f'fill="{paint.fill}"{line}'

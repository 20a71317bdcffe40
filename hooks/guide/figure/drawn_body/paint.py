"""Names of paints → how SVG says them: a short class for the site, literal colours where there is no stylesheet.

What a person looks like is said once, on the outermost element: by classes whose variables the stylesheet knows, or
by a palette of literal colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from guide.figure.drawn_body.palette import palette
from guide.model.person import PLAIN_PERSON, Person


class Paint(NamedTuple):
    """A fill and a contour: names of colours in the palette, or literal ones."""

    letter: str
    """Class in docs/stylesheets/figure.css."""
    fill: str
    line: str = "none"
    width: float = 0.0
    opacity: float = 1.0
    """Of the fill."""
    dashes: str = ""
    is_open: bool = False
    """Whether its outlines may be open skins, whose lines end flat where they run into a neighbour."""


_W = 3.6
_THIN = 2.2
PAINTS: dict[str, Paint] = {
    "near_skin": Paint("n", "skin", "line", _W, is_open=True),
    "far_skin": Paint("f", "far_skin", "far_line", _W, is_open=True),
    "skin": Paint("b", "skin", "line", 1.6, is_open=True),
    "near_shorts": Paint("k", "shorts", "line", _W, is_open=True),
    "far_shorts": Paint("g", "far_shorts", "far_line", _W, is_open=True),
    "top": Paint("t", "top", "line", _W, is_open=True),
    "near_top": Paint("d", "top", "line", _W, is_open=True),
    "far_top": Paint("l", "far_top", "far_line", _W, is_open=True),
    "hair": Paint("h", "hair", "line", _W),
    "near_sock": Paint("c", "sock", "line", _THIN),
    "far_sock": Paint("j", "sock", "far_line", _THIN),
    "near_shoe": Paint("s", "shoe", "line", _W),
    "far_shoe": Paint("z", "far_shoe", "far_line", _W),
    "near_sole": Paint("w", "sole", "line", _THIN),
    "far_sole": Paint("v", "sole", "far_line", _THIN),
    "eye": Paint("e", "none", "ink", 5.0),
    "trim": Paint("i", "none", "ink", _THIN),
    "shading": Paint("x", "shade", opacity=0.13),
    "primary": Paint("p", "muscle", "muscle", 1.6),
    "secondary": Paint("q", "muscle", "muscle", 2.0, 0.2),
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
    "partner": Paint("pp", "#e3e9ee", "far_line", 3.0, is_open=True),
    "partner_dark": Paint("qq", "#b4c2cf", "far_line", 3.0, is_open=True),
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
    "ghost": Paint("aa", "#eaeff3", "#b4c1cd", 3.0, is_open=True),
    "trail": Paint("vv", "none", "#0b7a75", 7.0, dashes="0 14"),
    "trail_halo": Paint("vh", "none", "#ffffff", 12.0, dashes="0 14"),
    "halo": Paint("hl", "none", "#ffffff", 10.0),
    "weight": Paint("wl", "none", "#0b7a75", 4.0, dashes="14 10"),
    "weight_foot": Paint("wf", "#0b7a75"),
    "angle": Paint("an", "none", "#0b7a75", 5.0),
    "angle_zero": Paint("az", "none", "#0b7a75", 3.5, dashes="4 9"),
    "number": Paint("nu", "#0b5f5b", "#ffffff", 8.0),
    # Signs of pairs: told apart by their form.
    "sign_wrong": Paint("sx", "none", "#9b1c31", 7.0),
    "sign_right": Paint("sk", "none", "#0b7a75", 9.0),
}

Style = Callable[[str], str]
"""Name of a paint, or `svg` for the outermost element → the attributes of an element."""


def by_class(name: str) -> str:
    """For figures inside a page: everything stands in the stylesheet, for light, dark and print."""
    return f'class="{looks(PLAIN_PERSON)}"' if name == "svg" else f'class="{PAINTS[name].letter}"'


def literal(name: str) -> str:
    """For files, and for programs that know neither classes nor CSS variables (Typst)."""
    return _literal(PLAIN_PERSON, name)


def dressed(style: Style, person: Person) -> Style:
    """The style for a drawing of this person."""
    if style is literal:
        return lambda name: _literal(person, name)
    if style is by_class:
        return lambda name: f'class="{looks(person)}"' if name == "svg" else by_class(name)
    return style


def looks(person: Person) -> str:
    """The classes of a drawing of this person."""
    return f"fig skin-{person.skin} hair-{person.hair_colour} wear-{person.clothes}"


def _literal(person: Person, name: str) -> str:
    if name == "svg":
        joins = 'stroke-linejoin="round" stroke-linecap="round" paint-order="stroke"'
        return f'xmlns="http://www.w3.org/2000/svg" {joins}'
    paint, colours = PAINTS[name], palette(person)
    fill, stroke = (colours.get(colour, colour) for colour in (paint.fill, paint.line))
    line = f' stroke="{stroke}" stroke-width="{paint.width:g}"' if paint.width else ""
    line += f' stroke-dasharray="{paint.dashes}"' if paint.dashes else ""
    ends = ' stroke-linecap="butt"' if paint.is_open else ""
    faint = f' fill-opacity="{paint.opacity:g}"' if paint.opacity < 1 else ""
    return f'fill="{fill}"{faint}{line}{ends}'

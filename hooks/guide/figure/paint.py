"""Names of paints → how SVG says them: a short class for the site, literal colours where there is no stylesheet.

What a person looks like is said once, on the outermost element: by classes whose variables the stylesheet knows, or
by a palette of literal colours."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from guide.model.person import PLAIN_PERSON, Clothes, HairColour, Person, Skin


class Paint(NamedTuple):
    """A fill and a contour: names of colours in the palette, or literal ones."""

    letter: str
    """Class in docs/stylesheets/figure.css."""
    fill: str
    line: str = "none"
    width: float = 0.0
    opacity: float = 1.0
    """Of the fill."""
    round: bool = False
    """Whether its strokes end round."""


_W = 3.6
_THIN = 2.2
PAINTS: dict[str, Paint] = {
    "near_skin": Paint("n", "skin", "line", _W),
    "far_skin": Paint("f", "far_skin", "far_line", _W),
    "skin": Paint("b", "skin", "line", 1.6),
    "near_shorts": Paint("k", "shorts", "line", _W),
    "far_shorts": Paint("g", "far_shorts", "far_line", _W),
    "top": Paint("t", "top", "line", _W),
    "near_top": Paint("d", "top", "line", _W),
    "far_top": Paint("l", "far_top", "far_line", _W),
    "hair": Paint("h", "hair", "line", _W),
    "near_sock": Paint("c", "sock", "line", _THIN),
    "far_sock": Paint("j", "sock", "far_line", _THIN),
    "near_shoe": Paint("s", "shoe", "line", _W),
    "far_shoe": Paint("z", "far_shoe", "far_line", _W),
    "near_sole": Paint("w", "sole", "line", _THIN),
    "far_sole": Paint("v", "sole", "far_line", _THIN),
    "eye": Paint("e", "none", "ink", 5.0, round=True),
    "trim": Paint("i", "none", "ink", _THIN, round=True),
    "shade": Paint("x", "shade", opacity=0.13),
    "primary": Paint("p", "muscle", "muscle", 1.6),
    "secondary": Paint("q", "muscle", "muscle", 2.0, 0.2),
    "floor": Paint("o", "#dbe3ea"),
    "shadow": Paint("y", "#b9c6d2"),
    "prop": Paint("r", "#dfe5ea", "#8d9cab", _W),
    "prop_side": Paint("u", "#c8d2da", "#8d9cab", _W),
    "arrow": Paint("a", "none", "#0b7a75", 7.0, round=True),
}

SKINS: dict[Skin, str] = {"light": "#f3cbac", "tan": "#dda87f", "brown": "#935d3c", "dark": "#6a4431"}
DEEP: frozenset[Skin] = frozenset({"brown", "dark"})
"""Skins on which muscles are light and clothes dark, so that both stand out."""
HAIRS: dict[HairColour, str] = {
    "black": "#2a2a30",
    "brown": "#5d3c28",
    "blond": "#d9b060",
    "red": "#a8502a",
    "grey": "#aeb4ba",
}
CLOTHES: dict[Clothes, tuple[str, str]] = {
    "blue": ("#a9c8ea", "#83abd8"),
    "green": ("#add6b8", "#86ba98"),
    "purple": ("#e0bbd8", "#c998bb"),
    "grey": ("#ccd3da", "#a6b0ba"),
}
"""Top and shorts."""
DARK_CLOTHES: dict[Clothes, tuple[str, str]] = {
    "blue": ("#2f62a8", "#24487e"),
    "green": ("#23765c", "#1b5745"),
    "purple": ("#7d3f8c", "#5b2c69"),
    "grey": ("#5d6875", "#434c57"),
}
LINE, FAR_LINE = "#1f2a37", "#6f8194"
MUSCLE, LIGHT_MUSCLE = "#47309c", "#ddd2ff"
_SHOE, _SOLE, _SOCK = "#33475c", "#ffffff", "#f4f6f8"
_FADED = 0.5  # how much of the colour of near limbs is left in far ones

Style = Callable[[str], str]
"""Name of a paint, or `svg` for the outermost element → the attributes of an element."""


def by_class(name: str) -> str:
    """For figures inside a page: everything stands in the stylesheet, for light, dark and print."""
    return f'class="fig {_classes(PLAIN_PERSON)}"' if name == "svg" else f'class="{PAINTS[name].letter}"'


def literal(name: str) -> str:
    """For files, and for programs that know neither classes nor CSS variables (Typst)."""
    return _literal(PLAIN_PERSON, name)


def dressed(style: Style, person: Person) -> Style:
    """The style for a drawing of this person."""
    if style is literal:
        return lambda name: _literal(person, name)
    if style is by_class:
        return lambda name: f'class="fig {_classes(person)}"' if name == "svg" else by_class(name)
    return style


def _classes(person: Person) -> str:
    return f"skin-{person.skin} hair-{person.hair_colour} wear-{person.clothes}"


def _literal(person: Person, name: str) -> str:
    if name == "svg":
        joins = 'stroke-linejoin="round" paint-order="stroke"'
        return f'xmlns="http://www.w3.org/2000/svg" {joins}'
    paint, colours = PAINTS[name], palette(person)
    fill, stroke = (colours.get(colour, colour) for colour in (paint.fill, paint.line))
    line = f' stroke="{stroke}" stroke-width="{paint.width:g}"' if paint.width else ""
    ends = ' stroke-linecap="round"' if paint.round else ""
    faint = f' fill-opacity="{paint.opacity:g}"' if paint.opacity < 1 else ""
    return f'fill="{fill}"{faint}{line}{ends}'


@cache
def palette(person: Person) -> dict[str, str]:
    """The colours of a person on white paper, by name."""
    skin = SKINS[person.skin]
    deep = person.skin in DEEP
    top, shorts = (DARK_CLOTHES if deep else CLOTHES)[person.clothes]
    near = {"skin": skin, "top": top, "shorts": shorts, "shoe": _SHOE}
    far = {f"far_{name}": _faded(colour) for name, colour in near.items()}
    return (
        near
        | far
        | {
            "hair": HAIRS[person.hair_colour],
            "sock": _SOCK,
            "sole": _SOLE,
            "line": LINE,
            "far_line": FAR_LINE,
            "ink": LINE,
            "shade": LINE,
            "muscle": LIGHT_MUSCLE if deep else MUSCLE,
        }
    )


def _faded(colour: str) -> str:
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part * _FADED + 255 * (1 - _FADED)):02x}" for part in parts)

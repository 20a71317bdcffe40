"""The colours of persons on white paper. docs/stylesheets/figure.css says the same, and theirs in the dark."""

from __future__ import annotations

from functools import cache

from guide.model.person import Clothes, HairColour, Person, Skin

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

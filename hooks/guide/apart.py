"""What a guide with many exercises keeps in files of their own: pictures on cards, and the catalogue of one's session.

While they are few, all of it is inside the pages, and nothing has to be waited for.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape

from markupsafe import Markup

from guide.catalogue import catalogue
from guide.model import Exercise, Guide
from guide.stylesheet import rules, split, squeezed

MANY = 60
"""More exercises than this are many: drawings are then half a page of 60 cards, about 60 KB compressed."""
FIGURES = "images/figures/"
CATALOGUE = "my-session/catalogue.json"
_HEAD = re.compile(r'<svg class="fig" viewBox="(\S+ \S+ (\S+) (\S+))"')
_CLASS = re.compile(r'class="(\w)"')
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_LIGHT, _DARK = ":root", '[data-md-color-scheme="slate"]'
_XMLNS = '<svg xmlns="http://www.w3.org/2000/svg" '


def are_many(guide: Guide) -> bool:
    """Whether its exercises are too many for drawings and summaries in lists."""
    return len(guide.exercises) > MANY


def figure_uri(exercise: Exercise) -> str:
    """Where the picture on the exercise's card lies."""
    return f"{FIGURES}{exercise.id}.svg"


def picture(guide: Guide, exercise: Exercise, drawing: str, here: str) -> Markup:
    """For a card on the page at the address `here`: the drawing, or its file, which loads when it comes in sight."""
    if not are_many(guide):
        return Markup(drawing)
    head = _HEAD.match(drawing)
    size = f' width="{head[2]}" height="{head[3]}"' if head else ""
    address = escape(posixpath.relpath(figure_uri(exercise), here or "."))
    return Markup(f'<img class="fig" src="{address}" alt="" loading="lazy" decoding="async"{size}>')


def files_apart(guide: Guide, draw: Callable[[Exercise], str], sheet: str) -> Iterator[tuple[str, str]]:
    """(address, content) of every file beside the pages; `sheet` is the stylesheet of figures. None where few do."""
    if not are_many(guide):
        return
    paint = painter(sheet)
    for exercise in guide.exercises.values():
        yield figure_uri(exercise), paint(str(draw(exercise)))
    yield CATALOGUE, json.dumps(catalogue(guide), ensure_ascii=False, separators=(",", ":"))


def painter(sheet: str) -> Callable[[str], str]:
    """A function from a drawing inside a page to the same as a file, which brings its colours, light and dark.

    Browsers tell a picture the scheme of the page around it, so the page's own switch reaches it.
    """
    found = {name: _said(body) for head, body in rules(squeezed(sheet)) if body for name in split(head)}
    says = {name.rpartition(".")[2]: said for name, said in found.items()}

    def paint(svg: str) -> str:
        used = ["fig", *sorted(set(_CLASS.findall(svg)))]
        day = "".join(f".{name}{{{_filled(says[name], found[_LIGHT])}}}" for name in used)
        coloured = {name: {key: value for key, value in says[name].items() if "var(" in value} for name in used}
        night = "".join(f".{name}{{{_filled(said, found[_DARK])}}}" for name, said in coloured.items() if said)
        style = f"<style>{day}@media(prefers-color-scheme:dark){{{night}}}</style>"
        start, end = svg.split(">", 1)
        return f"{start.replace('<svg ', _XMLNS, 1)}>{style}{end}"

    return paint


def _said(body: str) -> dict[str, str]:
    """The declarations of a rule."""
    parts = (declaration.partition(":") for declaration in body.split(";"))
    return {name.strip(): value.strip() for name, colon, value in parts if colon}


def _filled(said: Mapping[str, str], colours: Mapping[str, str]) -> str:
    """Declarations with these colours for their variables."""
    return ";".join(
        f"{name}:{_VARIABLE.sub(lambda variable: colours[variable[1]], value)}" for name, value in said.items()
    )

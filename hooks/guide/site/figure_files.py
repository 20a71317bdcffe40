"""Pictures on the cards of a large guide, and its catalogue, as files beside the pages. Draws none."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

from guide.model import Exercise, Guide
from guide.pages.large_guide import CATALOGUE, are_many, figure_uri
from guide.session.exercise_catalogue import catalogue
from guide.site.stylesheets import rules, split_selectors, squeeze

_CLASS = re.compile(r'class="(\w)"')
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_LIGHT, _DARK = ":root", '[data-md-color-scheme="slate"]'
_XMLNS = '<svg xmlns="http://www.w3.org/2000/svg" '


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
    found = {
        name: _declarations(body) for head, body in rules(squeeze(sheet)) if body for name in split_selectors(head)
    }
    says = {name.rpartition(".")[2]: said for name, said in found.items()}

    def paint(svg: str) -> str:
        used = ["fig", *sorted(set(_CLASS.findall(svg)))]
        day = "".join(f".{name}{{{_with_colours(says[name], found[_LIGHT])}}}" for name in used)
        coloured = {name: {key: value for key, value in says[name].items() if "var(" in value} for name in used}
        night = "".join(f".{name}{{{_with_colours(said, found[_DARK])}}}" for name, said in coloured.items() if said)
        style = f"<style>{day}@media(prefers-color-scheme:dark){{{night}}}</style>"
        start, end = svg.split(">", 1)
        return f"{start.replace('<svg ', _XMLNS, 1)}>{style}{end}"

    return paint


def _declarations(body: str) -> dict[str, str]:
    """The declarations of a rule."""
    parts = (declaration.partition(":") for declaration in body.split(";"))
    return {name.strip(): value.strip() for name, colon, value in parts if colon}


def _with_colours(said: Mapping[str, str], colours: Mapping[str, str]) -> str:
    """Declarations with these colours for their variables."""
    return ";".join(
        f"{name}:{_VARIABLE.sub(lambda variable: colours[variable[1]], value)}" for name, value in said.items()
    )

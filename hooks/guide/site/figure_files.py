"""Drawings as files beside the pages, on cards and below the fold; the catalogue of one's own session. Draws none."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from guide.pages import finder
from guide.pages.card_pictures import figure_uri
from guide.pages.drawings import Drawings
from guide.pages.late_pictures import late_uri
from guide.session.exercise_catalogue import CATALOGUE, catalogue
from guide.site.stylesheets import rules, squeeze, used_rules

_CLASS = re.compile(r'class="([^"]*)"')
_USE = re.compile(r"var\((--[\w-]+)")
_COLOUR = re.compile(r"(--[\w-]+):[^;}]*;?")
_EMPTY = re.compile(r"[^{}]+\{\}")
_OF_PAGES = ":is(path,g)"
"""What keeps its rules from the classes of a page; a file has no others."""
_SCHEME = "slate"
_DARK = f'[data-md-color-scheme="{_SCHEME}"]'
_BEGIN = '<svg xmlns="http://www.w3.org/2000/svg"'
_ROOT = re.compile(r'<svg( class="[^"]*")?([^>]*)>(.*)</svg>', re.DOTALL)


def files_apart(drawings: Drawings, sheet: str) -> Iterator[tuple[str, str]]:
    """(address, content) of every file beside the pages; `sheet` is the stylesheet of figures."""
    paint, guide = painter(sheet), drawings.guide
    for exercise in guide.exercises.values():
        yield figure_uri(exercise), paint(drawings.thumbnail(exercise))
        if late := drawings.late_file(exercise):
            yield late_uri(exercise), paint(late)
    if body := drawings.touch_map(finder.muscles(guide)):
        yield finder.TOUCH_MAP, str(body).replace("<svg", _BEGIN, 1)
    yield CATALOGUE, json.dumps(catalogue(guide), ensure_ascii=False, separators=(",", ":"))


def painter(sheet: str) -> Callable[[str], str]:
    """A function from a drawing inside a page to the same as a file, which brings its colours, light and dark.

    Browsers tell a picture the scheme of the page around it, so the page's own switch reaches it; Safari tells it that
    of the device. The class stands inside, since what it says of size is meant for a page.
    """
    by_device = "".join(_by_device(head, body) for head, body in rules(squeeze(sheet))).replace(_OF_PAGES, "")

    def paint(svg: str) -> str:
        used = {name for names in _CLASS.findall(svg) for name in names.split()}
        root = _ROOT.fullmatch(svg)
        if not root:
            raise LookupError(f"this is no drawing of ours: {svg[:80]}")
        looks, rest, content = root.groups("")
        style = _used_colours(used_rules(by_device, used))
        return f"{_BEGIN}{rest}><style>{style}</style><g{looks}>{content}</g></svg>"

    return paint


def _used_colours(css: str) -> str:
    """The rules without colours that none of them shows."""
    used = set(_USE.findall(css))
    shown = _COLOUR.sub(lambda found: found[0] if found[1] in used else "", css)
    return _EMPTY.sub("", _EMPTY.sub("", shown))  # first rules, then what is left of media queries


def _by_device(head: str, body: str | None) -> str:
    """A rule of the page's stylesheet for a file: there is no switch, but the device's choice."""
    if head == _DARK:
        return f"@media(prefers-color-scheme:dark){{:root{{{body}}}}}"
    return head if body is None else f"{head}{{{body}}}"

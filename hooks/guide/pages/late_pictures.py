"""Pictures below the first screen: one file an exercise, of which pages show parts as a reader comes near. Draws none.

Each part is a view of the file, which all browsers cut out and size by the element's width and height, as long as the
file has no size of its own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from guide.model import Exercise
from guide.pages.card_pictures import FIGURES

BETWEEN = 100
"""Drawing units between two pictures, so that no outline reaches into the next."""
_SVG = re.compile(r'<svg (class="[^"]*") viewBox="(\S+) (\S+) (\S+) (\S+)"(?: role="img" aria-label=("[^"]*"))?[^>]*>')


class _Drawing(NamedTuple):
    """An SVG element in its parts; numbers are drawing units."""

    looks: str
    """Its class, as an attribute."""
    left: int
    top: int
    width: int
    height: int
    text: str
    """Its alternative text as a value of an attribute."""
    content: str


def late_uri(exercise: Exercise) -> str:
    """Where the pictures of an exercise lie that load late."""
    return f"{FIGURES}{exercise.id}/more.svg"


def late_picture(exercise: Exercise, name: str, svg: str) -> Markup:
    """For the exercise's page, in place of the drawing: the view of this name of its file."""
    drawn = _read(svg)
    file = posixpath.relpath(late_uri(exercise), f"exercises/{exercise.id}")
    size = f'width="{drawn.width}" height="{drawn.height}"'
    return Markup(f'<img class="fig" src="{file}#{name}" alt={drawn.text} {size} loading="lazy" decoding="async">')


def in_one_file(drawings: Mapping[str, str]) -> str:
    """All drawings beside each other, each under its name as a view."""
    views = pictures = ""
    at = 0
    for name, svg in drawings.items():
        drawn = _read(svg)
        views += f'<view id="{name}" viewBox="{at} {drawn.top} {drawn.width} {drawn.height}"/>'
        pictures += f'<g {drawn.looks} transform="translate({at - drawn.left})">{drawn.content}</g>'
        at += drawn.width + BETWEEN
    return f"<svg>{views}{pictures}</svg>"


def _read(svg: str) -> _Drawing:
    head = _SVG.match(svg)
    if not head:
        raise LookupError(f"this is no drawing of ours: {svg[:80]}")
    looks, *sides, text = head.groups()
    left, top, width, height = map(int, sides)
    return _Drawing(looks, left, top, width, height, text or '""', svg[head.end() :].removesuffix("</svg>"))

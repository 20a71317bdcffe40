"""The pictures on cards: a file for each exercise, which loads as a reader comes near it. Draws none."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape

from markupsafe import Markup

from guide.model import Exercise

FIGURES = "images/figures/"
_HEAD = re.compile(r'<svg class="[^"]*" viewBox="\S+ \S+ (\S+) (\S+)"')


def figure_uri(exercise: Exercise) -> str:
    """Where the picture on the exercise's card lies."""
    return f"{FIGURES}{exercise.id}.svg"


def pictures(draw: Callable[[Exercise], Markup], here: str) -> Callable[[Exercise], Markup]:
    """For the cards of the page at the address `here`: the file of the drawing, in its size."""

    def picture(exercise: Exercise) -> Markup:
        head = _HEAD.match(draw(exercise))
        size = f' width="{head[1]}" height="{head[2]}"' if head else ""
        address = escape(posixpath.relpath(figure_uri(exercise), here or "."))
        return Markup(f'<img class="fig" src="{address}" alt="" loading="lazy" decoding="async"{size}>')

    return picture

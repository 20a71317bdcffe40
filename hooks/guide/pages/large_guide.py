"""What pages keep in files of their own: pictures on all cards but the first, which load as a reader comes near them;
where exercises are many, on all cards, and the catalogue of one's session besides."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape

from markupsafe import Markup

from guide.model import Exercise, Guide

MANY = 60
"""More exercises than this are many: drawings are then half a page of 60 cards, about 60 KB compressed."""
AT_ONCE = 6
"""Cards of a page that hold their drawings, about as many as the first screens show; a file each would weigh more."""
FIGURES = "images/figures/"
CATALOGUE = "my-session/catalogue.json"
_HEAD = re.compile(r'<svg class="[^"]*" viewBox="\S+ \S+ (\S+) (\S+)"')


def are_many(guide: Guide) -> bool:
    """Whether its exercises are too many for drawings and summaries in lists."""
    return len(guide.exercises) > MANY


def figure_uri(exercise: Exercise) -> str:
    """Where the picture on the exercise's card lies."""
    return f"{FIGURES}{exercise.id}.svg"


def pictures(guide: Guide, draw: Callable[[Exercise], Markup], here: str) -> Callable[[Exercise], Markup]:
    """For the cards of the page at the address `here`, in order: the drawing, or its file, which loads late."""
    shown: set[str] = set()

    def picture(exercise: Exercise) -> Markup:
        shown.add(exercise.id)
        is_early = len(shown) <= AT_ONCE and not are_many(guide)
        return draw(exercise) if is_early else _late(exercise, draw(exercise), here)

    return picture


def late_pictures(draw: Callable[[Exercise], Markup], here: str) -> Callable[[Exercise], Markup]:
    """For what is folded, or far down, on the page at the address `here`: each a file, which loads late."""
    return lambda exercise: _late(exercise, draw(exercise), here)


def _late(exercise: Exercise, drawing: str, here: str) -> Markup:
    head = _HEAD.match(drawing)
    size = f' width="{head[1]}" height="{head[2]}"' if head else ""
    address = escape(posixpath.relpath(figure_uri(exercise), here or "."))
    return Markup(f'<img class="fig" src="{address}" alt="" loading="lazy" decoding="async"{size}>')

"""What a guide with many exercises keeps in files of their own: pictures on cards, and the catalogue of one's session.

While they are few, all of it is inside the pages, and nothing has to be waited for.
"""

from __future__ import annotations

import posixpath
import re
from html import escape

from markupsafe import Markup

from guide.model import Exercise, Guide

MANY = 60
"""More exercises than this are many: drawings are then half a page of 60 cards, about 60 KB compressed."""
FIGURES = "images/figures/"
CATALOGUE = "my-session/catalogue.json"
_HEAD = re.compile(r'<svg class="fig[^"]*" viewBox="(\S+ \S+ (\S+) (\S+))"')


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

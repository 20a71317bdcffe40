"""Pictures of the figures for link previews and home screens, which take no drawings."""

from __future__ import annotations

from collections.abc import Iterator

from guide.app import ICON_SIZES, PAPER, icon_svg, icon_uri
from guide.figure import figure_svg, literal
from guide.handout import raster
from guide.model import Exercise, Guide

WIDTH, HEIGHT, MARGIN = 1200, 630, 60
"""Pixels; the proportions that link previews are cut to."""
FOLDER = "images/share/"


def pictures(guide: Guide) -> Iterator[tuple[str, bytes]]:
    """(address below the root, PNG) of a preview of every exercise, and of the icon in the sizes phones ask for."""
    for exercise in guide.exercises.values():
        yield preview_uri(exercise.id), _preview(exercise)
    icon = icon_svg(guide)
    for size in ICON_SIZES:
        yield icon_uri(size), raster(icon, width=size, height=size, ground=PAPER)


def preview_uri(exercise: str) -> str:
    """Where the preview of an exercise lies."""
    return f"{FOLDER}{exercise}.png"


def _preview(exercise: Exercise) -> bytes:
    muscles = exercise.muscles
    row = figure_svg(exercise.figure, primary=muscles.primary, secondary=muscles.secondary, style=literal)
    return raster(row, width=WIDTH, height=HEIGHT, ground=PAPER, margin=MARGIN)

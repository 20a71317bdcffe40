"""Pictures of the figures for link previews and home screens, which take no drawings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from guide.app import ICON_SIZES, PAPER, icon_svg, icon_uri
from guide.cores import on_all_cores
from guide.figure import figure_svg, literal
from guide.kept import code, digest, is_whole, kept, write
from guide.model import Exercise, Guide
from guide.printing import ground, raster

WIDTH, HEIGHT, MARGIN = 1200, 630, 60
"""Pixels; the proportions that link previews are cut to."""
END = b"IEND\xaeB`\x82"
FOLDER = "images/share/"


def pictures(guide: Guide) -> Iterator[tuple[str, bytes]]:
    """(address below the root, PNG) of a preview of every exercise, and of the icon in the sizes phones ask for."""
    for exercise in guide.exercises.values():
        yield preview_uri(exercise.id), _preview(exercise)
    icon = icon_svg(guide)
    for size in ICON_SIZES:
        yield icon_uri(size), raster(icon, width=size, height=size, ground=PAPER)


def kept_pictures(guide: Guide, folder: Path) -> Iterator[tuple[str, Path]]:
    """(address, file) of the same pictures; the folder keeps them, and what it lacks is made on all cores."""
    same = digest(code(), ground())
    places = {each.id: folder / f"{_preview_key(each, same)}.png" for each in guide.exercises.values()}
    lacking = [(each, places[each.id]) for each in guide.exercises.values() if not is_whole(places[each.id], END)]
    on_all_cores(_keep_preview, lacking)
    yield from ((preview_uri(name), place) for name, place in places.items())
    icon = icon_svg(guide)
    for size in ICON_SIZES:
        place = folder / f"{digest(same, icon, str(size))}.png"
        kept(place, END, partial(raster, icon, width=size, height=size, ground=PAPER))
        yield icon_uri(size), place


def _keep_preview(wanted: tuple[Exercise, Path]) -> None:
    exercise, place = wanted
    write(place, _preview(exercise))


def _preview_key(exercise: Exercise, same: str) -> str:
    return digest(same, exercise.figure.model_dump_json(), exercise.muscles.model_dump_json())


def preview_uri(exercise: str) -> str:
    """Where the preview of an exercise lies."""
    return f"{FOLDER}{exercise}.png"


def _preview(exercise: Exercise) -> bytes:
    muscles = exercise.muscles
    row = figure_svg(exercise.figure, primary=muscles.primary, secondary=muscles.secondary, style=literal)
    return raster(row, width=WIDTH, height=HEIGHT, ground=PAPER, margin=MARGIN)

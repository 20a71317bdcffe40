"""Pictures of the figures for link previews and home screens, which take no drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from guide.app import ICON_SIZES, PAPER, icon_svg, icon_uri
from guide.disk_cache import cached, digest, is_kept, keep, program
from guide.figure import figure_svg, literal
from guide.model import Exercise, Guide
from guide.printing import ground, raster
from guide.processes import on_all_cores

WIDTH, HEIGHT, MARGIN = 1200, 630, 60
"""Pixels; the proportions that link previews are cut to."""
FOLDER = "images/share/"


def pictures(guide: Guide, folder: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """(address below the root, what gives the PNG) of a preview of every exercise, and of the icons for phones.

    The folder keeps them; those it lacks are made first, on all cores.
    """
    same = digest(program(), ground())
    lacking = [each for each in guide.exercises.values() if not is_kept(folder, _key(each, same))]
    on_all_cores(_keep_preview, [(exercise, folder, same) for exercise in lacking])
    for exercise in guide.exercises.values():
        yield preview_uri(exercise.id), partial(_kept_preview, exercise, folder, same)
    icon = icon_svg(guide)
    for size in ICON_SIZES:
        draw = partial(raster, icon, width=size, height=size, ground=PAPER)
        yield icon_uri(size), partial(cached, folder, digest(same, icon, str(size)), draw)


def _keep_preview(wanted: tuple[Exercise, Path, str]) -> None:
    exercise, folder, same = wanted
    keep(folder, _key(exercise, same), _preview(exercise))


def _kept_preview(exercise: Exercise, folder: Path, same: str) -> bytes:
    return cached(folder, _key(exercise, same), partial(_preview, exercise))


def _key(exercise: Exercise, same: str) -> str:
    return digest(same, exercise.figure.model_dump_json(), exercise.muscles.model_dump_json())


def preview_uri(exercise: str) -> str:
    """Where the preview of an exercise lies."""
    return f"{FOLDER}{exercise}.png"


def _preview(exercise: Exercise) -> bytes:
    muscles = exercise.muscles
    row = figure_svg(exercise.figure, primary=muscles.primary, secondary=muscles.secondary, style=literal)
    return raster(row, width=WIDTH, height=HEIGHT, ground=PAPER, margin=MARGIN)

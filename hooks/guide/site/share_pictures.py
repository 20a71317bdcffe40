"""Pictures of the figures for link previews and home screens, which take no drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from guide.disk_cache import cached, digest, has, keep, program
from guide.figure import Subject, figure_svg, literal, subject_of
from guide.model import Exercise, Guide
from guide.printing import ground, raster
from guide.processes import on_all_cores
from guide.site.app_manifest import ICON_SIZES, PAPER, icon_svg, icon_uri

WIDTH, HEIGHT, MARGIN = 1200, 630, 60
"""Pixels; the proportions that link previews are cut to."""
FOLDER = "images/share/"


def pictures(guide: Guide, folder: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """(address below the root, what gives the PNG) of a preview of every exercise, and of the icons for phones.

    The folder keeps them; those it lacks are made first, on all cores.
    """
    same = digest(program(), ground())
    drawn = [(exercise, subject_of(guide, exercise)) for exercise in guide.exercises.values()]
    keyed = [(*wanted, folder, _key(*wanted, same)) for wanted in drawn]
    on_all_cores(_keep_preview, [wanted for wanted in keyed if not has(folder, wanted[3])])
    for exercise, subject, _, key in keyed:
        yield preview_uri(exercise.id), partial(cached, folder, key, partial(_preview, exercise, subject))
    icon = icon_svg(guide)
    for size in ICON_SIZES:
        draw = partial(raster, icon, width=size, height=size, ground=PAPER)
        yield icon_uri(size), partial(cached, folder, digest(same, icon, str(size)), draw)


def _key(exercise: Exercise, subject: Subject, same: str) -> str:
    return digest(same, exercise.figure.model_dump_json(), subject.made_from)


def _keep_preview(wanted: tuple[Exercise, Subject, Path, str]) -> None:
    exercise, subject, folder, key = wanted
    keep(folder, key, _preview(exercise, subject))


def preview_uri(exercise: str) -> str:
    """Where the preview of an exercise lies."""
    return f"{FOLDER}{exercise}.png"


def _preview(exercise: Exercise, subject: Subject) -> bytes:
    row = figure_svg(exercise.figure, subject, style=literal)
    return raster(row, width=WIDTH, height=HEIGHT, ground=PAPER, margin=MARGIN)

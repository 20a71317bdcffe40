"""An exercise → every drawing that its pages and handouts ask for, by name. Kept on disk, since drawing is the longest
part of a build: a figure is drawn again when it, its muscles or the code has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from guide.disk_cache import cached, digest, has, keep, program
from guide.figure import (
    Subject,
    animation_svg,
    closeup_svg,
    frame_size,
    frame_svg,
    moving_uri,
    pair_svgs,
    player_html,
    subject_of,
    thumbnail_svg,
    version_player_html,
    version_svgs,
    way_of,
)
from guide.model import Exercise, Guide
from guide.processes import on_all_cores

Sheet: TypeAlias = Mapping[str, str]
"""Drawings by name; those that lie in files of their own are named by their addresses."""
LOW = 0.8
"""Frames that are wider than this share of their height a phone shows one below the other."""
LATE = "late "
"""How the names of drawings begin that stand below the first screen."""
AT_HAND = 64
"""Sheets that are read once for a page that asks for them again and again, and for the next; each is about 0.1 MB."""


def sheet(exercise: Exercise, subject: Subject) -> dict[str, str]:
    """Every drawing of the exercise's page, as SVG text or, where there is none, as nothing."""
    figure = exercise.figure
    width, height = frame_size(figure, 1)
    drawn = {"thumbnail": thumbnail_svg(figure, subject), "low": "yes" if width > LOW * height else "no"}
    for number in range(1, len(figure.frames) + 1):
        for view in figure.views:
            name = frame_id(number, view, exercise)
            drawn[f"frame {number} {view}"] = frame_svg(figure, number, subject, view=view, prefix=name)
        drawn[f"close-up {number}"] = closeup_svg(figure, number, subject) or ""
        drawn[f"again {number}"] = _again(exercise, number)
    drawn["player"] = player_html(exercise)
    drawn[moving_uri(exercise)] = animation_svg(figure, subject, way=way_of(exercise))
    for version in figure.modifications:
        drawn |= _version(exercise, version.name, subject)
    return drawn | {f"{LATE}{name}": svg for name, svg in _late(exercise, subject)}


def late_drawings(drawn: Sheet, first: str = "") -> dict[str, str]:
    """Those below the first screen by their names; only those whose names begin so."""
    return {name.removeprefix(LATE): svg for name, svg in drawn.items() if name.startswith(f"{LATE}{first}")}


def of_version(exercise: Exercise, name: str) -> str:
    """How the names of its drawings begin."""
    names = [version.name for version in exercise.figure.modifications]
    return f"version-{names.index(name) + 1}-" if name in names else "version-none-"


def of_mistake(number: int) -> str:
    """How the names of its two drawings begin; the first mistake is 1."""
    return f"mistake-{number}-"


def _late(exercise: Exercise, subject: Subject) -> Iterator[tuple[str, str]]:
    figure = exercise.figure
    for index, pair in enumerate(figure.pairs):
        for kind, svg in zip(("wrong", "right"), pair_svgs(figure, index, subject), strict=True):
            yield f"{of_mistake(pair.mistake)}{kind}", svg
    for version in figure.modifications:
        for number, svg in enumerate(version_svgs(figure, version.name, subject), start=1):
            yield f"{of_version(exercise, version.name)}{number}", svg


def _version(exercise: Exercise, name: str, subject: Subject) -> dict[str, str]:
    """What an easier or harder version shows besides its key frames: a card, its button and its moving picture."""
    figure = exercise.figure
    own = figure.of_version(name)
    assert own, name
    return {
        f"thumbnail {name}": thumbnail_svg(own, subject),
        f"version player {name}": version_player_html(exercise, name),
        moving_uri(exercise, name): animation_svg(own, subject, way=way_of(exercise, name)),
    }


def frame_id(number: int, view: str, exercise: Exercise) -> str:
    """The id that `again` refers to."""
    return f"frame-{number}" if view == exercise.figure.views[0] else f"frame-{number}-{view}"


def _again(exercise: Exercise, number: int) -> str:
    """A key frame once more, small, beside its step, without the room above it; its text stands above."""
    width, height = frame_size(exercise.figure, number)
    low = frame_size(exercise.figure, number, cropped=True)[1]
    use = f'<use href="#frame-{number}" width="{width}" height="{height}"/>'
    return f'<svg class="fig" viewBox="0 {height - low} {width} {low}" aria-hidden="true">{use}</svg>'


def sheets(guide: Guide, folder: Path | None = None) -> Callable[[str], Sheet]:
    """Answers with the sheet of an exercise. The folder keeps them; those it lacks are drawn first, on all cores."""
    drawn = {name: (exercise, subject_of(guide, exercise)) for name, exercise in guide.exercises.items()}
    keys = {name: _key(*wanted) for name, wanted in drawn.items()} if folder else {}
    if folder:
        on_all_cores(_draw, [(*drawn[name], folder, key) for name, key in keys.items() if not has(folder, key)])

    @lru_cache(maxsize=AT_HAND)
    def sheet_of(exercise: str) -> Sheet:
        if not folder:
            return sheet(*drawn[exercise])
        found: Sheet = json.loads(cached(folder, keys[exercise], lambda: _as_json(*drawn[exercise])))
        return found

    return sheet_of


def _draw(wanted: tuple[Exercise, Subject, Path, str]) -> None:
    exercise, subject, folder, key = wanted
    keep(folder, key, _as_json(exercise, subject))


def _as_json(exercise: Exercise, subject: Subject) -> bytes:
    return json.dumps(sheet(exercise, subject), ensure_ascii=False).encode()


def _key(exercise: Exercise, subject: Subject) -> str:
    wanted = {"id", "figure", "tempo", "sides", "dose", "easier", "harder"}
    return digest(program(), exercise.model_dump_json(include=wanted), subject.made_from)

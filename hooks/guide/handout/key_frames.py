"""The figures as handouts show them: key frames in literal colours, each with its caption and its text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path

from guide.figure import closeup_svg, frame_svg, frame_text, literal, modification_svg, pose_text
from guide.handout.document import Picture, Pictures
from guide.handout.drawing import for_print
from guide.kept import code, digest, kept
from guide.model import Exercise, Guide

AT_HAND = 256
"""Exercises whose drawings are held, about 0.05 MB each: routines and papers ask for the same ones again."""


def key_frames(guide: Guide) -> Pictures:
    """Draws each frame once, on however many handouts it stands."""

    @cache
    def draw(exercise: str, version: str | None) -> tuple[Picture, ...]:
        found = guide.exercises[exercise]
        return _frames(found) if version is None else _version(found, version)

    def pictures(exercise: Exercise, version: str | None) -> Sequence[Picture]:
        return draw(exercise.id, version)

    return pictures


def kept_frames(guide: Guide, folder: Path) -> Pictures:
    """The same, drawn once and then kept in the folder."""

    @lru_cache(maxsize=AT_HAND)
    def draw(exercise: str) -> Mapping[str, tuple[Picture, ...]]:
        return _read(guide.exercises[exercise], folder)

    def pictures(exercise: Exercise, version: str | None) -> Sequence[Picture]:
        return draw(exercise.id).get(version or "", ())

    return pictures


def _read(exercise: Exercise, folder: Path) -> Mapping[str, tuple[Picture, ...]]:
    key = digest(code(), exercise.name, exercise.figure.model_dump_json(), exercise.muscles.model_dump_json())
    text = kept(folder / f"{key}.json", b"}", lambda: _drawn_as_json(exercise))
    found: dict[str, list[dict[str, str]]] = json.loads(text)
    return {name: tuple(Picture(**picture) for picture in drawn) for name, drawn in found.items()}


def _drawn_as_json(exercise: Exercise) -> bytes:
    """The key frames under no name, and those of every version that is drawn under its own."""
    drawn = {"": _frames(exercise)} | {
        version.name: _version(exercise, version.name) for version in exercise.figure.modifications
    }
    return json.dumps({name: [asdict(frame) for frame in frames] for name, frames in drawn.items()}).encode()


def _frames(exercise: Exercise) -> tuple[Picture, ...]:
    return tuple(_frame(exercise, number) for number in range(1, len(exercise.figure.frames) + 1))


def _frame(exercise: Exercise, number: int) -> Picture:
    figure, muscles = exercise.figure, exercise.muscles
    svg = frame_svg(figure, number, primary=muscles.primary, secondary=muscles.secondary, style=literal)
    close = closeup_svg(figure, number, primary=muscles.primary, secondary=muscles.secondary, style=literal)
    return Picture(
        for_print(svg),
        figure.frames[number - 1].caption,
        f"{exercise.name}, picture {number}. {frame_text(figure, number)}",
        for_print(close) if close else None,
    )


def _version(exercise: Exercise, name: str) -> tuple[Picture, ...]:
    """One picture, or none where the version is not drawn."""
    figure, muscles = exercise.figure, exercise.muscles
    svg = modification_svg(figure, name, primary=muscles.primary, secondary=muscles.secondary, style=literal)
    if not svg:
        return ()
    frame = next(version.frame for version in figure.modifications if version.name == name)
    return (Picture(for_print(svg), frame.caption, f"{name}. {frame.caption}. {pose_text(figure, frame)}"),)

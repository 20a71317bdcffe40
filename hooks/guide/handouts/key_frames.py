"""The figures as handouts show them: key frames in literal colours, each with its caption and its text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from guide.disk_cache import cached, digest, program
from guide.figure import (
    Subject,
    closeup_svg,
    frame_svg,
    frame_text,
    literal,
    pair_svgs,
    pair_text,
    subject_of,
    version_svgs,
)
from guide.figure.words.describe import describe
from guide.handouts.pictures import Picture, Pictures
from guide.handouts.print_svg import for_print
from guide.model import Exercise, Guide

AT_HAND = 256
"""Exercises whose drawings are held, about 0.05 MB each: routines and papers ask for the same ones again."""


def key_frames(guide: Guide, folder: Path | None = None) -> Pictures:
    """Draws each frame once, on however many handouts it stands; the folder keeps the drawings between builds."""

    @lru_cache(maxsize=AT_HAND)
    def draw(exercise: str) -> Mapping[str, tuple[Picture, ...]]:
        found = guide.exercises[exercise]
        subject = subject_of(guide, found)
        return _draw(found, subject) if folder is None else _read(found, subject, folder)

    def pictures(exercise: Exercise, version: str | None = None, *, mistake: int = 0) -> Sequence[Picture]:
        return draw(exercise.id).get(_of_mistake(mistake) if mistake else _of_version(version or ""), ())

    return pictures


def _read(exercise: Exercise, subject: Subject, folder: Path) -> Mapping[str, tuple[Picture, ...]]:
    key = digest(program(), "key frames", exercise.name, exercise.figure.model_dump_json(), subject.made_from)
    text = cached(folder, key, lambda: json.dumps(_draw(exercise, subject), default=asdict).encode())
    found: dict[str, list[dict[str, str]]] = json.loads(text)
    return {name: tuple(Picture(**picture) for picture in drawn) for name, drawn in found.items()}


def _draw(exercise: Exercise, subject: Subject) -> Mapping[str, tuple[Picture, ...]]:
    """The key frames as those of a version without a name, those of every version, and the pairs of mistakes."""
    figure = exercise.figure
    frames = tuple(_frame(exercise, subject, number) for number in range(1, len(figure.frames) + 1))
    versions = {_of_version(drawn.name): _version(exercise, subject, drawn.name) for drawn in figure.modifications}
    pairs = {_of_mistake(pair.mistake): _pair(exercise, subject, index) for index, pair in enumerate(figure.pairs)}
    return {_of_version(""): frames, **versions, **pairs}


def _of_version(name: str) -> str:
    return f"version {name}"


def _of_mistake(number: int) -> str:
    return f"mistake {number}"


def _frame(exercise: Exercise, subject: Subject, number: int) -> Picture:
    figure = exercise.figure
    svg = frame_svg(figure, number, subject, style=literal)
    close = closeup_svg(figure, number, subject, style=literal)
    return Picture(
        for_print(svg),
        figure.frames[number - 1].caption,
        f"{exercise.name}, picture {number}. {frame_text(figure, number)}",
        for_print(close) if close else None,
    )


def _version(exercise: Exercise, subject: Subject, name: str) -> tuple[Picture, ...]:
    """The key frames of a version that is drawn."""
    drawn = exercise.figure.of_version(name)
    svgs = version_svgs(exercise.figure, name, subject, style=literal)
    frames = drawn.frames if drawn else ()
    return tuple(
        Picture(for_print(svg), frame.caption, f"{name}, picture {number}. {describe(drawn, frame)}")
        for number, (svg, frame) in enumerate(zip(svgs, frames, strict=True), start=1)
        if drawn
    )


def _pair(exercise: Exercise, subject: Subject, index: int) -> tuple[Picture, ...]:
    """A mistake, wrong and right."""
    svgs = pair_svgs(exercise.figure, index, subject, style=literal)
    drawn, texts = exercise.figure.of_pair(index), pair_text(exercise.figure, index)
    return tuple(
        Picture(for_print(svg), frame.caption, text) for svg, frame, text in zip(svgs, drawn.frames, texts, strict=True)
    )

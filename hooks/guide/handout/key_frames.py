"""The figures as handouts show them: key frames in literal colours, each with its caption and its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from guide.figure import closeup_svg, frame_svg, frame_text, literal, modification_svg, pose_text
from guide.handout.document import Picture, Pictures
from guide.handout.drawing import for_print
from guide.model import Exercise, Guide


def key_frames(guide: Guide) -> Pictures:
    """Draws each frame once, on however many handouts it stands."""

    @cache
    def drawn(exercise: str, version: str | None) -> tuple[Picture, ...]:
        found = guide.exercises[exercise]
        return _frames(found) if version is None else _version(found, version)

    def pictures(exercise: Exercise, version: str | None) -> Sequence[Picture]:
        return drawn(exercise.id, version)

    return pictures


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
    frame = next(each.frame for each in figure.modifications if each.name == name)
    return (Picture(for_print(svg), frame.caption, f"{name}. {frame.caption}. {pose_text(figure, frame)}"),)

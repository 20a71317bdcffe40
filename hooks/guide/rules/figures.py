"""The rules of an exercise's figure: what the drawing engine finds, and steps and versions that it names."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figure import figure_findings
from guide.model import Exercise
from guide.problems.error_sentences import did_you_mean
from guide.problems.explain import Finding


def figure_problems(exercise: Exercise) -> Iterator[Finding]:
    """Everything wrong with the figure, as places in the exercise."""
    for location, message, hint in figure_findings(exercise.figure):
        yield ("figure", *location), message, hint
    yield from _thumbnail(exercise)
    yield from _steps(exercise)
    yield from _versions(exercise)


def _thumbnail(exercise: Exercise) -> Iterator[Finding]:
    number, count = exercise.figure.thumbnail, len(exercise.figure.frames)
    if number and number > count:
        yield ("figure", "thumbnail"), f"frame {number} does not exist", f"write a number from 1 to {count}"


def _steps(exercise: Exercise) -> Iterator[Finding]:
    for index, frame in enumerate(exercise.figure.frames):
        if frame.step and frame.step > len(exercise.steps):
            message = f"step {frame.step} does not exist"
            yield ("figure", "frames", index, "step"), message, f"write a number from 1 to {len(exercise.steps)}"


def _versions(exercise: Exercise) -> Iterator[Finding]:
    names = [each.name for each in exercise.modifications]
    for index, version in enumerate(exercise.figure.modifications):
        if version.name not in names:
            remedy = did_you_mean(version.name, names, otherwise=f"the versions are {', '.join(names)}")
            yield ("figure", "modifications", index, "name"), f"there is no version {version.name!r}", remedy

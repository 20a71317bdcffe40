"""The rules of figures: what the drawing engine finds; steps and versions that they name; muscles that they lack."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figure import figure_findings
from guide.model import Exercise
from guide.problems.error_sentences import did_you_mean
from guide.problems.explain import Finding
from guide.problems.node import Node
from guide.problems.problem import Problem, quote
from guide.rules.pairs import likeness, pair_problems


def figure_problems(exercise: Exercise) -> Iterator[Finding]:
    """Everything wrong with the figure, as places in the exercise."""
    for location, message, hint in figure_findings(exercise.figure):
        yield ("figure", *location), message, hint
    number, count = exercise.figure.thumbnail, len(exercise.figure.frames)
    if number and number > count:
        yield ("figure", "thumbnail"), f"frame {number} does not exist", f"write a number from 1 to {count}"
    yield from _steps(exercise)
    yield from _versions(exercise)
    yield from _looks(exercise)
    yield from pair_problems(exercise)


def undrawn_muscles(muscles: Node, path: str) -> Iterator[Problem]:
    """Muscles of the list that do not say where they lie: no mistake, but no drawing shows them."""
    for muscle in muscles.items():
        written = muscle.get("id")
        if written and isinstance(written.content, str) and not muscle.get("drawn"):
            message = f"{quote(written.content)} does not say where it lies, so no drawing shows it"
            hint = "leave it so, or write drawn: with its place on the body"
            yield Problem(path, written.line, written.column, message, hint)


def _steps(exercise: Exercise) -> Iterator[Finding]:
    for index, frame in enumerate(exercise.figure.frames):
        if frame.step and frame.step > len(exercise.steps):
            message = f"step {frame.step} does not exist"
            yield ("figure", "frames", index, "step"), message, f"write a number from 1 to {len(exercise.steps)}"


def _versions(exercise: Exercise) -> Iterator[Finding]:
    names = [modification.name for modification in exercise.modifications]
    for index, version in enumerate(exercise.figure.modifications):
        if version.name not in names:
            remedy = did_you_mean(version.name, names, otherwise=f"the versions are {', '.join(names)}")
            yield ("figure", "modifications", index, "name"), f"there is no version {version.name!r}", remedy


def _looks(exercise: Exercise) -> Iterator[Finding]:
    """Frames that are to look like a key frame of the exercise, which has to exist, and to be all that is said."""
    count = len(exercise.figure.frames)
    for index, frame in enumerate(exercise.figure.frames):
        if frame.same_as:
            hint = "write its pose, or name this frame in the tempo again"
            yield ("figure", "frames", index, "same_as"), "only a frame of a version may look like another", hint
    for index, version in enumerate(exercise.figure.modifications):
        for number, frame in enumerate(version.frames):
            yield from likeness(frame, ("figure", "modifications", index, "frames", number), count)

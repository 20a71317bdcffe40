"""The rules of a tempo and the figure that follows it: frames that exist and are shown, a length, versions alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.figure.picture.player import takes_turns
from guide.model import Exercise, Modification
from guide.model.figure import VersionFigure
from guide.model.quantity import TempoPhase
from guide.problems.explain import Finding, Location
from guide.rules.ladders import modifications_with_places

Tempo = tuple[TempoPhase, ...]


def tempo_problems(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    """What in the tempo of the exercise, or of a version, its figure cannot follow."""
    count = len(exercise.figure.frames)
    yield from _unknown_frames(exercise.tempo, count, ("tempo",))
    yield from _no_length(exercise.tempo, ("tempo",))
    yield from _unshown(exercise.tempo, count, ("figure", "frames"), both_ways=exercise.figure.returns)
    yield from _not_to_the_end(exercise)
    drawn = {version.name: (index, version) for index, version in enumerate(exercise.figure.modifications)}
    for place, version in modifications_with_places(exercise):
        done = exercises.get(version.other_exercise or exercise.id)
        if done:
            yield from _version(exercise, done, version, place, *drawn.get(version.name, (0, None)))


def _version(
    exercise: Exercise, done: Exercise, version: Modification, place: Location, index: int, drawn: VersionFigure | None
) -> Iterator[Finding]:
    frames = drawn.frames if drawn else done.figure.frames
    if version.tempo:
        yield from _unknown_frames(version.tempo, len(frames), (*place, "tempo"))
        yield from _no_length(version.tempo, (*place, "tempo"))
    if not drawn:
        return
    shown = ("figure", "modifications", index, "frames")
    if version.tempo:
        both_ways = exercise.figure.drawn_as(drawn).returns
        yield from _unshown(version.tempo, len(frames), shown, both_ways=both_ways)
    elif len(frames) not in (1, len(done.figure.frames)):
        message = f"this version has {len(frames)} frames, and the tempo is written for {len(done.figure.frames)}"
        yield shown, message, f"give the version {version.name!r} a tempo of its own, or as many frames"


def _unknown_frames(tempo: Tempo, count: int, place: Location) -> Iterator[Finding]:
    for index, phase in enumerate(tempo):
        if phase.frame > count:
            hint = f"write a number from 1 to {count}"
            yield (*place, index, "frame"), f"frame {phase.frame} does not exist", hint


def _no_length(tempo: Tempo, place: Location) -> Iterator[Finding]:
    if not sum(phase.seconds for phase in tempo):
        yield place, "a repetition of 0 seconds cannot be timed", "give at least one part its seconds"


def _unshown(tempo: Tempo, count: int, place: Location, *, both_ways: bool) -> Iterator[Finding]:
    """Frames that the moving figure never comes to; the first may be where one starts and does not return to."""
    ends = [phase.frame for phase in tempo]
    ways = zip([ends[-1], *ends[:-1]], ends, strict=True)
    passed = {frame for a, b in ways for frame in (range(min(a, b), max(a, b) + 1) if both_ways or a < b else (b,))}
    for number in range(2, count + 1):
        if number not in passed:
            hint = "end a part of the tempo on it, or take the frame out"
            yield (*place, number - 1), f"no part of the tempo comes to frame {number}", hint


def _not_to_the_end(exercise: Exercise) -> Iterator[Finding]:
    """Where every second repetition goes from the last frame to the first, each has to end on the last."""
    last, count = exercise.tempo[-1].frame, len(exercise.figure.frames)
    if takes_turns(exercise) and last < count:
        message = f"sides take turns, so the repetition has to end on the last frame, which is {count}"
        yield (
            ("tempo", len(exercise.tempo) - 1, "frame"),
            message,
            f"write {count}, for the other side goes back from it",
        )

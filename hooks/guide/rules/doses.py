"""The rules of a dose: repetitions to spare where they are counted and nobody lands; sets of a sensible length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model import Exercise
from guide.model.dose import MEASURES, Dose
from guide.model.quantity import TempoPhase
from guide.model.routine import MOST_SECONDS
from guide.problems.explain import Finding, Location
from guide.rules.ladders import modifications_with_places


def dose_problems(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    """What in the dose of the exercise, or of a version, does not fit what is done."""
    yield from _spare(exercise.dose, ("dose",), jumps=exercise.impact != "none")
    yield from _length(exercise.dose, exercise.tempo, ("dose",))
    for place, version in modifications_with_places(exercise):
        done = exercises.get(version.other_exercise or exercise.id)
        if version.dose and done:
            yield from _spare(version.dose, (*place, "dose"), jumps=(version.impact or done.impact) != "none")
            yield from _length(version.dose, version.tempo or done.tempo, (*place, "dose"))


def _spare(dose: Dose, place: Location, *, jumps: bool) -> Iterator[Finding]:
    if dose.left and (jumps or dose.hold_seconds):
        why = "a set of jumps ends with the first poor landing" if jumps else "a hold has no repetitions"
        yield (*place, "left"), f"{why}, so none are left", "delete left"
    if dose.repetitions and not dose.left and not jumps:
        yield place, "left is missing", "add it: how many good repetitions could still be done when a set ends"


def _length(dose: Dose, tempo: tuple[TempoPhase, ...], place: Location) -> Iterator[Finding]:
    once = sum(phase.seconds for phase in tempo)
    longest = dose.measure.high + once if dose.hold_seconds else dose.measure.high * once
    if longest > MOST_SECONDS:
        message = f"a set would take up to {longest / 60:.0f} minutes"
        measure = next(name for name in MEASURES if getattr(dose, name))
        yield (*place, measure), message, f"ask for less, so that it takes at most {MOST_SECONDS // 60}"

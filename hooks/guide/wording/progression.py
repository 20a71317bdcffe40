"""When to move up a ladder and when to step back, in the numbers of one exercise; after docs/use-and-progress.md."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Exercise, Guide, Modification

MORE_REPETITIONS = 2
"""Repetitions above the range, in two sessions, that ask for the next version."""
MORE_SECONDS = "5 to 10"
"""How much longer a hold gets at a time."""


def move_up(exercise: Exercise) -> str:
    """When the next harder version is due, and how to begin it."""
    if hold := exercise.dose.hold_seconds:
        return (
            f"Hold {MORE_SECONDS} seconds longer at a time. When every set reaches {hold.high} seconds and you come up "
            "while you still hold it well, take the next harder version and begin it at the low end of its range."
        )
    top = exercise.dose.measure.high
    side = "" if exercise.sides == "both" else " on each side"
    if exercise.landings_per_repetition:
        return (
            f"First reach {top} repetitions{side} in every set, each landing quiet and in line. When you manage that "
            "in two sessions, take the next harder version and begin it at the low end of its range."
        )
    return (
        f"First reach {top} good repetitions{side} in every set. When you manage {top + MORE_REPETITIONS} in two "
        "sessions, take the next harder version and begin it at the low end of its range."
    )


def move_back(exercise: Exercise) -> str:
    """When the easier version is due."""
    least = exercise.dose.measure.low
    unit = "seconds" if exercise.dose.hold_seconds else "steps" if exercise.dose.steps else "repetitions"
    return (
        f"If your form goes before {least} {unit}, take the easier version. After one missed week, repeat the last "
        "week that you did. After two weeks or more away, go back one stage."
    )


def steps_up(guide: Guide, exercise: Exercise) -> Iterator[tuple[Exercise, Modification | None]]:
    """The exercises one rung above, each with the version that leads there, whichever of the two pages has it."""
    for higher in sorted(guide.harder_than(exercise.id), key=lambda exercise: exercise.level):
        yield higher, _leading(exercise.harder, higher.id)


def steps_down(guide: Guide, exercise: Exercise) -> Iterator[tuple[Exercise, Modification | None]]:
    """The exercises one rung below, each with the version that leads there, where this page has it."""
    for lower in sorted(guide.easier_than(exercise.id), key=lambda exercise: exercise.level):
        yield lower, _leading(exercise.easier, lower.id)


def _leading(versions: tuple[Modification, ...], target: str) -> Modification | None:
    return next((version for version in versions if version.other_exercise == target), None)

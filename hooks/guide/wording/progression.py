"""When to move up and when to step back, in sentences made from the rules of progression. States no number itself."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model import Exercise, Guide, Modification, Routine
from guide.wording import words
from guide.wording.rules import number, words_of

SECTIONS = {
    "harder": ("UP", "EASY", "STALL", "HOLD"),
    "step-back": ("DOWN", "MISS", "FEVER", "SEE"),
    "race": ("RACE",),
    "coming-back": ("BACK",),
}
"""What a page tells together: how the names of these rules begin, in the order of telling."""


def told(guide: Guide, section: str) -> Iterator[tuple[str, str]]:
    """The name and the sentence of every rule of a section."""
    for beginning in SECTIONS[section]:
        names = sorted(rule.id for _, _, rule in guide.progression.rules() if rule.id.startswith(beginning))
        for rule in map(guide.progression.rule, names):
            yield rule.name, words_of(rule)


def pain_besides(guide: Guide) -> Iterator[tuple[str, str]]:
    """What the rules of pain say besides their three bands."""
    for rule in guide.progression.pain:
        if rule.signal is None or (rule.signal == "stop" and not any(when.during for when in rule.when)):
            yield rule.name, words_of(rule)


def move_up(guide: Guide, exercise: Exercise) -> str:
    """When the next harder version is due, and how to begin it."""
    running = number(guide, "UP2", "sessions_running")
    begin = "begin it at the low end of its range."
    if hold := exercise.dose.hold_seconds:
        longest = hold.high + int(number(guide, "UP2", "seconds_over_asked"))
        return (
            f"Hold {number(guide, 'UP1', 'seconds')} seconds longer at a time. When every set lasts {longest:g} "
            f"seconds in {running} sessions running, and you come up while you still hold it well, take the "
            f"next harder version and {begin}"
        )
    top = exercise.dose.measure.high
    side = "" if exercise.sides == "both" else " on each side"
    if exercise.is_jump:
        return f"First reach {top} repetitions{side} in every set, each landing quiet and in line. {_jumps(guide)}"
    return (
        f"First reach {top} good repetitions{side} in every set. When all sets are clean at "
        f"{top + int(number(guide, 'UP2', 'over_asked'))} in {running} sessions running, take the next harder version "
        f"and {begin} Or take {number(guide, 'UP2', 'load_percent')} per cent more load, never both."
    )


def move_back(guide: Guide, exercise: Exercise) -> str:
    """When the easier version is due, and what holds after a pause."""
    least = exercise.dose.measure.low
    unit = "seconds" if exercise.dose.hold_seconds else "steps" if exercise.dose.steps else "repetitions"
    times = number(guide, "DOWN2", "times")
    return (
        f"If your form goes before {least:g} {unit}, or you had to do less in {times} sessions running, take the "
        f"easier version. {after_pauses(guide)}"
    )


def general_lines(guide: Guide, routine: Routine) -> tuple[str, ...]:
    """What holds for every routine that is built up week by week; none for a warm-up, or one that is done now and then.

    A routine's own `progression` says only what is special to it.
    """
    if not 1 <= routine.times_a_week.low <= routine.times_a_week.high <= MOST_A_WEEK:
        return ()
    jumps = (f"Jumps: {words.uncapitalize(_jumps(guide))}",) if guide.routine_landings(routine) else ()
    return (_step_up(guide), *jumps, after_pauses(guide), _before_a_race(guide))


MOST_A_WEEK = 3
"""What is done more often is a warm-up."""


def after_pauses(guide: Guide) -> str:
    """What to do after days without a session, in a sentence."""
    week, stage, start = (number(guide, name, "days_without") for name in ("MISS1", "MISS2", "MISS3"))
    return (
        f"After {week} days without a session repeat the last week that you completed, after {stage} go back one "
        f"stage, and after {start} or more start again with week 1."
    )


def _step_up(guide: Guide) -> str:
    running, over, seconds, load = (
        number(guide, "UP2", name) for name in ("sessions_running", "over_asked", "seconds_over_asked", "load_percent")
    )
    return (
        f"After your first weeks of strength work: when in {running} sessions running every set was clean and painless "
        f"at {over} repetitions more than asked, with as many left as asked, take the next harder version or "
        f"{load} per cent more load, never both. In a hold, {seconds} seconds more count instead."
    )


def _before_a_race(guide: Guide) -> str:
    hard, light = number(guide, "RACE1", "days"), number(guide, "RACE2", "days_to_race")
    return f"Before a race do the last hard leg session {hard} days ahead, and at most a light one {light} days ahead."


def _jumps(guide: Guide) -> str:
    running, sets, weeks = (number(guide, "UP5", name) for name in ("sessions_running", "sets", "weeks"))
    return (
        f"When in {running} sessions running every set ended by its number and not by a loud landing, add {sets} set. "
        f"Jump higher or longer, or take a harder version, only {weeks} weeks after that."
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

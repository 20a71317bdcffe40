"""What is said of a routine and its stages: names, minutes, landings, actions of a warm-up. No markup, no layout."""

from __future__ import annotations

from collections.abc import Iterable

from guide.model import Action, Guide, Part, Routine, Stage
from guide.model.quantity import Weeks
from guide.model.vocabulary import Limits
from guide.wording import words


def stage_name(stage: Stage) -> str:
    """Weeks 1 and 2; From week 5 on; With jumps; From week 5 on: with hops."""
    weeks = words.capitalize(_weeks(stage.weeks)) if stage.weeks else ""
    return f"{weeks}: {words.uncapitalize(stage.name)}" if weeks and stage.name else stage.name or weeks


def title(routine: Routine, stage: Stage) -> str:
    """Hills and power, weeks 1 and 2; only the name where there is one stage."""
    if len(routine.stages) == 1:
        return routine.name
    return f"{routine.name}, {words.uncapitalize(stage_name(stage))}"


def in_stage(stage: Stage) -> str:
    """In weeks 1 and 2; from week 5 on; with jumps."""
    if stage.weeks is None or stage.name:
        return words.uncapitalize(stage_name(stage))
    return _weeks(stage.weeks) if stage.weeks.last is None else f"in {_weeks(stage.weeks)}"


def _weeks(weeks: Weeks) -> str:
    if weeks.last is None:
        return f"from week {weeks.first} on"
    if weeks.last == weeks.first:
        return f"week {weeks.first}"
    return f"weeks {weeks.first} {'and' if weeks.last == weeks.first + 1 else 'to'} {weeks.last}"


def minutes(guide: Guide, routine: Routine) -> str:
    """36–49, or 7: the minutes of its stages, from the shortest to the longest."""
    return _between(work.minutes for work in guide.workloads(routine))


def minutes_between(guide: Guide) -> str:
    """7 to 48 minutes: the shortest stage of all routines and the longest."""
    every = [work.minutes for routine in guide.routines.values() for work in guide.workloads(routine)]
    low, high = min(every), max(every)
    return words.plural(high, "minute") if low == high else f"{low} to {words.plural(high, 'minute')}"


def minutes_when_warm(guide: Guide, routine: Routine) -> str:
    """10 minutes, where that is less because the warm-up may be left out; else empty."""
    works = guide.workloads(routine)
    if all(work.minutes_when_warm == work.minutes for work in works):
        return ""
    return f"{_between(work.minutes_when_warm for work in works)} when you are warm"


def landings(guide: Guide, routine: Routine) -> str:
    """26 in weeks 1 and 2, 39 from week 3 on, and 20 low hops; 18 with jumps; empty where no stage has any."""
    works = [guide.workload(routine, stage) for stage in routine.stages]
    jumps = _by_stage(routine, [str(work.landings or "") for work in works])
    hops = _by_stage(routine, [f"{work.hops} low hops" if work.hops else "" for work in works])
    return ", and ".join(filter(None, (jumps, hops)))


def _by_stage(routine: Routine, counts: list[str]) -> str:
    """The count where all stages have the same, else each with its stage where it has one."""
    if len({*counts}) == 1:
        return counts[0]
    pairs = zip(routine.stages, counts, strict=True)
    return ", ".join(f"{count} {in_stage(stage)}" for stage, count in pairs if count)


def _between(numbers: Iterable[int]) -> str:
    found = sorted({*numbers})
    return str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"


def reserve(stage: Stage) -> str:
    """3 to 4 repetitions left; empty where it is not counted."""
    return f"{words.amount(stage.left, 'repetition')} left" if stage.left else ""


def action_words(action: Action) -> str:
    """Swing one leg to the front and back (15 s each side)."""
    return f"{action.text.removesuffix('.')} ({action_time(action)})"


def action_time(action: Action) -> str:
    """2 min 30 s; 15 s each side; 4 × 1 min."""
    times = f"{action.times} × " if action.times > 1 else ""
    return f"{times}{words.seconds(action.seconds)}{' each side' if action.each_side else ''}"


def part_minutes(part: Part) -> str:
    """5 minutes: of a warm-up or a finish; seconds where it is shorter than one."""
    return (
        words.plural(round(part.seconds / 60), "minute") if part.seconds >= 60 else words.plural(part.seconds, "second")
    )


def hours_between(routine: Routine) -> str:
    """Leave at least 48 hours between two sessions; empty where nothing needs to, or weeks lie between anyway."""
    if not routine.hours_between or not routine.times_a_week.low:
        return ""
    return f"Leave at least {routine.hours_between} hours between two sessions."


def spacing(routine: Routine) -> str:
    """When to do it: how far apart, and where in a week of running."""
    return f"{hours_between(routine)} {words.sentence(routine.spacing)}".strip()


def next_stage(routine: Routine, stage: Stage) -> str:
    """From week 3 on, go on with weeks 3 and 4; empty where no later weeks follow."""
    if not (stage.weeks and stage.weeks.last):
        return ""
    due = stage.weeks.last + 1
    following = [other for other in routine.stages if other.weeks and other.weeks.first == due]
    if not following:
        return ""
    weeks = [stage_name(other) for other in following]
    return f"After this comes another sheet: {words.uncapitalize(words.join_words(weeks))}."


def jump_limits(limits: Limits) -> tuple[str, ...]:
    """The limits of jumping as sentences."""
    weeks = "week" if limits.weeks_new_to_jumps == 1 else f"{limits.weeks_new_to_jumps} weeks"
    return (
        f"In your first {weeks} with jumps, do at most {limits.landings_while_new} landings in a session and "
        f"{limits.landings_a_week_while_new} in a week",
        f"After that, never do more than {limits.landings} in a session and {limits.landings_a_week} in a week",
        f"Jump on at most {limits.sessions_a_week} days a week, at least {limits.hours_between} hours apart",
        f"Rest at least {limits.rest_seconds} seconds after each set of jumps",
        "Small hops on both feet count apart, pogo hops and those of the warm-up together. While you are new to jumps, "
        f"do at most {limits.hops_a_week} of them a week, and none if a line above keeps you from jumping",
        f"Do not jump in the {limits.hours_between} hours before a race",
        "Do not add jumps in the same week in which you add kilometres",
    )

"""The limits of a stage: minutes, and jumps in a session and in a week. Enforces; prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model import Exercise, Guide, Routine, Safety, Stage, WarmUp
from guide.model.vocabulary import Limits
from guide.problems.explain import Finding
from guide.rules.routines import performed_exercise

MOST_MINUTES = 120
"""Of one session: more is nothing that anybody does, and most likely a slip of the pen."""


def stage_limits(
    routine: Routine, exercises: Mapping[str, Exercise], warmups: Mapping[str, WarmUp], safety: Safety | None
) -> Iterator[Finding]:
    """Everything in which a stage goes beyond a limit; what cannot be summed up yet is told elsewhere."""
    warm_ups = {routine.warm_up, *(stage.warm_up for stage in routine.stages if stage.warm_up)}
    if safety is None or not warm_ups <= warmups.keys():
        return
    if not all(performed_exercise(item, exercises) for item in routine.items):
        return
    guide = Guide(exercises, safety, warmups=warmups)
    works = guide.workloads(routine)
    counts = [work.landings for work in works]
    jumps = [any(map(guide.item_jumps, stage.items)) for stage in routine.stages]
    for index, stage in enumerate(routine.stages):
        if works[index].minutes > MOST_MINUTES:
            message = f"the stage takes {works[index].minutes} minutes, and at most {MOST_MINUTES} are allowed"
            yield ("stages", index, "blocks"), message, "take out rounds, repetitions or rests"
        if jumps[index] and not (stage.gate or routine.gate):
            hint = "add gate: an id from data/gates.yml, here or for the whole routine"
            yield ("stages", index), "the stage has jumps but no gate", hint
        yield from _landings(guide, routine, index, is_new=_is_new(routine, counts, index, safety.limits))
        yield from _rests(guide, stage, index)
    if any(jumps):
        yield from _week(routine, safety.limits)


def _is_new(routine: Routine, counts: list[int], index: int, limits: Limits) -> bool:
    """Whether jumps are new to whoever is in this stage: the first weeks with jumps, or any stage without weeks."""
    weeks = routine.stages[index].weeks
    firsts = [stage.weeks.first for stage, count in zip(routine.stages, counts, strict=True) if count and stage.weeks]
    return weeks is None or weeks.first < min(firsts, default=0) + limits.weeks_new_to_jumps


def _landings(guide: Guide, routine: Routine, index: int, *, is_new: bool) -> Iterator[Finding]:
    limits, stage = guide.safety.limits, routine.stages[index]
    work, times = guide.workload(routine, stage), routine.times_a_week.high
    session = limits.landings_while_new if is_new else limits.landings
    week = limits.landings_a_week_while_new if is_new else limits.landings_a_week
    while_new = " while jumps are new" if is_new else ""
    place = ("stages", index, "blocks")
    if work.landings > session:
        message = f"the stage has {work.landings} landings, and at most {session} are allowed{while_new}"
        yield place, message, "take out jumps, rounds or repetitions"
    elif work.landings * times > week:
        message = f"{times} sessions make {work.landings * times} landings a week, and at most {week} are allowed"
        yield place, f"{message}{while_new}", "take out jumps, or lower times_a_week"
    if work.hops * times > limits.hops_a_week:
        message = (
            f"{times} sessions make {work.hops * times} low hops a week, and at most {limits.hops_a_week} are allowed"
        )
        yield ("stages", index), message, "take out hops, choose a warm-up with fewer, or lower times_a_week"


def _rests(guide: Guide, stage: Stage, index: int) -> Iterator[Finding]:
    """Too little rest after a set of jumps, but for the last of all."""
    least = guide.safety.limits.rest_seconds
    for block_index, block in enumerate(stage.blocks):
        for item_index, item in enumerate(block.items):
            ends_round = item_index == len(block.items) - 1
            ends_all = ends_round and block.rounds == 1 and block is stage.blocks[-1]
            field = "rest_after_round_seconds" if ends_round else "rest_between_items_seconds"
            rest: int = getattr(block, field)
            if guide.item_landings(item) and rest < least and not ends_all:
                message = f"{rest} s of rest follow a set of jumps, and at least {least} are needed"
                yield ("stages", index, "blocks", block_index, field), message, f"write {least} or more"
                break


def _week(routine: Routine, limits: Limits) -> Iterator[Finding]:
    times, most = routine.times_a_week.high, limits.sessions_a_week
    if times > most:
        message = f"the routine has jumps and is done {times} times a week, and at most {most} are allowed"
        yield ("times_a_week",), message, f"write at most {most}"
    if routine.hours_between < limits.hours_between:
        message = f"the routine has jumps, which need {limits.hours_between} hours between two sessions"
        yield ("hours_between",), message, f"write {limits.hours_between} or more"

"""The rules of a routine: versions that exist, sides and measures that fit the exercise, and jumps within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model import Exercise, Guide, Item, Routine, Safety
from guide.model.entry import NONE
from guide.problems.error_sentences import did_you_mean
from guide.problems.explain import Finding, Location

MOST_MINUTES = 120
"""Of a whole routine: what takes longer is a slip of the pen."""


def items_with_places(routine: Routine) -> Iterator[tuple[Location, Item]]:
    """Every item with its place in the routine."""
    for block_index, block in enumerate(routine.blocks):
        yield from ((("blocks", block_index, "items", index), item) for index, item in enumerate(block.items))


def misfits(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    """What an item asks of its exercise that the exercise does not have; unknown exercises are told elsewhere."""
    for location, item in items_with_places(routine):
        exercise, done = exercises.get(item.exercise), _performed_exercise(item, exercises)
        names = [version.name for version in exercise.modifications] if exercise else []
        if exercise and item.modification and item.modification not in names:
            remedy = did_you_mean(item.modification, names, otherwise=f"its versions are {', '.join(names)}")
            yield (*location, "modification"), f"{exercise.name!r} has no version {item.modification!r}", remedy
        if exercise and item.offers_version:
            yield from _misoffer(location, exercise, item)
        if done and item.each_side and done.sides == "both":
            yield (*location, "each_side"), f"{done.name!r} works both sides at once", "delete each_side"
        if done and not item.each_side and done.sides == "each":
            yield (*location, "each_side"), f"{done.name!r} is done one side after the other", "add each_side: true"
        if done and item.repetitions and done.dose.hold_seconds:
            yield (*location, "repetitions"), f"{done.name!r} is a hold", "write seconds instead"


def _misoffer(location: Location, exercise: Exercise, item: Item) -> Iterator[Finding]:
    names = [version.name for version in exercise.easier if version.name != item.modification]
    if item.offers_version not in names:
        otherwise = f"its other easier versions are {', '.join(names) or NONE}"
        remedy = did_you_mean(item.offers_version or "", names, otherwise=otherwise)
        message = f"{exercise.name!r} has no other easier version {item.offers_version!r}"
        yield (*location, "offers_version"), message, remedy


def landings(routine: Routine, exercises: Mapping[str, Exercise], safety: Safety | None) -> Iterator[Finding]:
    """Too many landings, or jumps without a gate; or more time than anybody has."""
    if safety is None or not all(_performed_exercise(item, exercises) for item in routine.items):
        return
    guide = Guide(exercises, routines={}, muscles={}, equipment={}, patterns={}, sources={}, safety=safety)
    minutes = guide.routine_minutes(routine)
    if minutes > MOST_MINUTES:
        message = f"the routine takes {minutes} minutes, and at most {MOST_MINUTES} are allowed"
        yield ("blocks",), message, "take out rounds, repetitions or rests"
    count = guide.routine_landings(routine)
    if count > safety.most_landings:
        message = f"the routine has {count} landings, and at most {safety.most_landings} are allowed"
        yield ("blocks",), message, "take out jumps"
    if count and not routine.gate:
        yield ("gate",), "the routine has jumps but no gate", "add gate: what to be able to do first"


def _performed_exercise(item: Item, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """The exercise that is really done, where it and the version asked for are known."""
    exercise = exercises.get(item.exercise)
    links = {version.name: version.exercise for version in exercise.modifications} if exercise else {}
    if item.modification and item.modification not in links:
        return None
    return exercises.get(links.get(item.modification or "") or item.exercise)

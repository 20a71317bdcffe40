"""The rules of a routine: versions that exist, sides and measures that fit the exercise, stages without a hole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model import Exercise, Item, Routine
from guide.model.entry import NONE
from guide.problems.error_sentences import did_you_mean
from guide.problems.explain import Finding, Location


def items_with_places(routine: Routine) -> Iterator[tuple[Location, Item]]:
    """Every item with its place in the routine."""
    for stage_index, stage in enumerate(routine.stages):
        for block_index, block in enumerate(stage.blocks):
            place: Location = ("stages", stage_index, "blocks", block_index, "items")
            yield from (((*place, index), item) for index, item in enumerate(block.items))


def misfits(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    """What an item asks of its exercise that the exercise does not have; unknown exercises are told elsewhere."""
    for location, item in items_with_places(routine):
        exercise, done = exercises.get(item.exercise), performed_exercise(item, exercises)
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


def stage_problems(routine: Routine) -> Iterator[Finding]:
    """Stages of one id, and weeks that no stage, or more than one way of telling them, covers."""
    seen: set[str] = set()
    for index, stage in enumerate(routine.stages):
        if stage.id in seen:
            yield ("stages", index, "id"), f"two stages have the id {stage.id!r}", "give one another id"
        seen.add(stage.id)
    due: int | None = 1
    before = None
    for index, stage in enumerate(routine.stages):
        if stage.weeks is None or stage.weeks == before:
            continue
        if stage.weeks.first != due:
            remedy = f"begin it with week {due}" if due else "end the stage before it with a week instead of +"
            yield ("stages", index, "weeks"), f"the stage begins with week {stage.weeks.first}", remedy
        before, due = stage.weeks, stage.weeks.last and stage.weeks.last + 1
    if before and due:
        last = max(index for index, stage in enumerate(routine.stages) if stage.weeks)
        message = f"nothing is said of week {due} and those after it"
        yield ("stages", last, "weeks"), message, f"write {before.first}+, or add a stage with weeks: {due}+"


def performed_exercise(item: Item, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """The exercise that is really done, with the dose and the sides of the version asked for, where both are known."""
    exercise = exercises.get(item.exercise)
    version = (
        next((each for each in exercise.modifications if each.name == item.modification), None) if exercise else None
    )
    if item.modification and not version:
        return None
    done = exercises.get((version and version.other_exercise) or item.exercise)
    own = {"dose": version.dose, "sides": version.sides} if version else {}
    return done and done.model_copy(update={name: value for name, value in own.items() if value})

"""The facts of an exercise or a routine, each in words with its unit, and how two versions of them differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count

from guide.model import Block, Exercise, Guide, Routine
from guide.review.changes import FactChange, PageChange
from guide.wording import stage_words, words
from guide.wording.facts import EXERCISE_FACTS, HELPING, LANDINGS, NEEDED, ROUTINE_FACTS, TIME, comparison

LISTS = (NEEDED, HELPING, "trains mainly", "also trains")
"""Facts that name several things, with commas between them."""

_AMOUNT = re.compile(r"([0-9]+(?:(?: to |–)[0-9]+)?) ([^0-9]+)")


def fact_changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FactChange, ...]:
    """Facts that are stated differently, in the order in which they are stated now."""
    labels = dict.fromkeys((*after, *before))
    pairs = ((label, before.get(label, ""), after.get(label, "")) for label in labels)
    return tuple(FactChange(label, old, new) for label, old, new in pairs if old != new)


def headlines(change: PageChange) -> Iterator[str]:
    """A new name and each changed fact, as sentences that stand by themselves."""
    if change.former_title != change.page.title:
        yield f"{change.former_title} is now called {change.page.title}."
    for fact in change.facts:
        yield _headline(change.page.title, fact)


def facts_of(guide: Guide, entry: Exercise | Routine, names: Guide) -> Mapping[str, str]:
    """What the top of the page says; of a routine also each block and its exercises, called as they are in `names`."""
    if isinstance(entry, Exercise):
        return comparison(EXERCISE_FACTS, guide, entry)
    facts = comparison(ROUTINE_FACTS, guide, entry)
    for label, fact in _routine_facts(entry, names):
        number = next(number for number in count(1) if _number(label, number) not in facts)
        facts[_number(label, number)] = fact
    return facts


def _routine_facts(routine: Routine, names: Guide) -> Iterator[tuple[str, str]]:
    yield "warm-up", _warm_up(names, routine.warm_up)
    yield "finish", stage_words.part_minutes(routine.finish)
    for stage in routine.stages:
        where = f"{stage_words.stage_name(stage)}: " if len(routine.stages) > 1 else ""
        if stage.warm_up:
            yield f"{where}warm-up", _warm_up(names, stage.warm_up)
        for block in stage.blocks:
            yield from ((f"{where}{label}", fact) for label, fact in _block_facts(block, names))


def _warm_up(names: Guide, warm_up: str) -> str:
    known = names.warmups.get(warm_up)
    return f"{known.name}, {stage_words.part_minutes(known)}" if known else warm_up


def _block_facts(block: Block, names: Guide) -> Iterator[tuple[str, str]]:
    name = f"“{block.name}”"
    yield f"{name}, rounds", words.plural(block.rounds, "round")
    yield f"{name}, rest between exercises", words.plural(block.rest_between_items_seconds, "second")
    yield f"{name}, rest after a round", words.plural(block.rest_after_round_seconds, "second")
    for item in block.items:
        version = f" ({item.modification})" if item.modification else ""
        exercise = names.exercises.get(item.exercise)
        yield f"{name}, {exercise.name if exercise else item.exercise}{version}", words.item_dose(item)


def _number(label: str, number: int) -> str:
    """A label of its own, where the same comes twice."""
    return label if number == 1 else f"{label} ({number})"


def _headline(title: str, fact: FactChange) -> str:
    before, after = _without_common_unit(fact.before, fact.after)
    if fact.label == TIME and fact.before and fact.after:
        return f"{title} now takes {after} instead of {before}."
    if fact.label == LANDINGS and fact.before and fact.after:
        return f"{title}: {after} instead of {before}."
    if fact.label in LISTS and words.NOTHING not in (before, after):
        return f"{title}, {fact.label}: {_comings_and_goings(before.split(', '), after.split(', '))}."
    if not fact.before:
        return f"{title}: {fact.label} is new: {after}."
    if not fact.after:
        return f"{title}: {fact.label} is gone: {before}."
    return f"{title}: {fact.label} {before} → {after}."


def _comings_and_goings(before: list[str], after: list[str]) -> str:
    """Now also step, no longer chair; or that only the order is another."""
    come = [f"now also {thing}" for thing in after if thing not in before]
    gone = [f"no longer {thing}" for thing in before if thing not in after]
    return ", ".join((*come, *gone)) or "in another order"


def _without_common_unit(before: str, after: str) -> tuple[str, str]:
    """`60 to 90` and `90 seconds`: the unit once, where both have the same."""
    old, new = _AMOUNT.fullmatch(before), _AMOUNT.fullmatch(after)
    return (old[1], after) if old and new and old[2] == new[2] else (before, after)

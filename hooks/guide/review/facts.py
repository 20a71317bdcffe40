"""The facts of an exercise or a routine, each in words with its unit, and how two versions of them differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guide.model import Block, Exercise, Guide, Item, Routine
from guide.review.changes import FactChange, PageChange
from guide.wording import words
from guide.wording.facts import EXERCISE_FACTS, HELPING, LANDINGS, NEEDED, ROUTINE_FACTS, TIME, comparison

LISTS = (NEEDED, HELPING, "trains mainly", "also trains")
"""Facts that name several things, with commas between them."""

_AMOUNT = re.compile(r"([0-9]+(?: to [0-9]+)?) ([^0-9]+)")


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


def exercise_facts(guide: Guide, exercise: Exercise) -> dict[str, str]:
    """What the top of the page says, by what it is."""
    return comparison(EXERCISE_FACTS, guide, exercise)


def routine_facts(guide: Guide, routine: Routine, names: Guide) -> dict[str, str]:
    """What the top of the page says, then each block and each of its exercises, called as they are in `names`."""
    facts = comparison(ROUTINE_FACTS, guide, routine) | {
        "warm-up": words.plural(routine.warm_up.minutes, "minute"),
        "finish": words.plural(routine.finish.minutes, "minute"),
    }
    for block in routine.blocks:
        _add(facts, f"“{block.name}”, rounds", words.plural(block.rounds, "round"))
        rest = words.plural(block.rest_between_items_seconds, "second")
        _add(facts, f"“{block.name}”, rest between exercises", rest)
        _add(facts, f"“{block.name}”, rest after a round", words.plural(block.rest_after_round_seconds, "second"))
        for item in block.items:
            _add(facts, _item_label(names, block, item), words.item_dose(item))
    return facts


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


def _add(facts: dict[str, str], label: str, fact: str) -> None:
    """Under a label of its own, where the same comes twice."""
    count = 1
    while (label if count == 1 else f"{label} ({count})") in facts:
        count += 1
    facts[label if count == 1 else f"{label} ({count})"] = fact


def _item_label(names: Guide, block: Block, item: Item) -> str:
    version = f" ({item.modification})" if item.modification else ""
    exercise = names.exercises.get(item.exercise)
    return f"“{block.name}”, {exercise.name if exercise else item.exercise}{version}"

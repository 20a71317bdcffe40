"""Exercises and routines as the data that templates show: words and numbers in order, no layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide import wording
from guide.handout.document import Content, Pictures, Value
from guide.model import Block, Exercise, Guide, Item, Modification, Part, Routine

CUES = 3
"""The cues that a routine's sheet has room for; the card has them all."""
WEEKS = 6
"""How long a log lasts."""
MOST_SESSIONS = 18
"""Columns of a log that a pencil can still write in."""


def routine_content(guide: Guide, routine: Routine, pictures: Pictures) -> Content:
    """A routine from its purpose to its log."""
    return {
        "id": routine.id,
        "title": routine.name,
        "summary": routine.purpose,
        "facts": _pairs(_routine_facts(guide, routine)),
        "who": wording.sentence(routine.who),
        "spacing": wording.sentence(routine.spacing),
        "effort": wording.sentence(routine.effort),
        "gate": _sentences(routine.gate),
        "warm_up": _part(routine.warm_up),
        "blocks": list(_blocks(guide, routine, pictures)),
        "finish": _part(routine.finish),
        "progression": _sentences(routine.progression),
        "log": _log(guide, routine),
    }


def exercise_content(guide: Guide, exercise: Exercise, pictures: Pictures) -> Content:
    """An exercise with all that its page says in words, but for its sources and the how-to of its versions."""
    return {
        "id": exercise.id,
        "title": exercise.name,
        "other_names": wording.listed(exercise.other_names) if exercise.other_names else None,
        "summary": exercise.summary,
        "facts": _pairs(_exercise_facts(guide, exercise)),
        "muscles": _muscles(guide, exercise),
        "dose": wording.dose(exercise),
        "pace": wording.tempo(exercise.tempo),
        "rest": wording.rest(exercise),
        "pictures": _pictures(pictures, exercise, None),
        "set_up": _sentences(exercise.set_up),
        "steps": [
            {"text": each.text, "details": list(each.details), "caution": each.caution} for each in exercise.steps
        ],
        "cues": list(exercise.cues),
        "feel": wording.sentence(exercise.feel_it_in),
        "breathing": exercise.breathing,
        "mistakes": [
            {"mistake": wording.sentence(each.mistake), "correction": each.correction} for each in exercise.mistakes
        ],
        "easier": [each.name for each in exercise.easier],
        "harder": [each.name for each in exercise.harder],
        "adjust": [{"when": wording.sentence(each.when), "change": each.change} for each in exercise.safeguards.adjust],
        "stop": _sentences(exercise.safeguards.stop),
        "leave_out": _sentences(exercise.safeguards.leave_out),
        "note": exercise.note,
    }


def pain_rule(guide: Guide) -> Value:
    """The bands of the pain rule, from carry on to stop."""
    return [
        {"pain": each.pain, "signs": each.signs, "action": each.action, "signal": each.signal}
        for each in guide.safety.pain_rule
    ]


def _routine_facts(guide: Guide, routine: Routine) -> Iterator[tuple[str, str]]:
    yield "Time", f"{guide.routine_minutes(routine)} minutes"
    yield "How often", wording.how_often(routine)
    yield "You need", wording.equipment_names(guide, guide.routine_equipment(routine))
    yield "Level", f"{routine.level} of 3"
    if landings := guide.routine_landings(routine):
        yield "Landings", str(landings)


def _exercise_facts(guide: Guide, exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "You need", wording.equipment_names(guide, exercise.equipment.required)
    yield "Level", f"{exercise.level} of 3"
    yield "Sides", wording.SIDES[exercise.sides]
    yield "Impact", wording.IMPACT[exercise.impact]


def _muscles(guide: Guide, exercise: Exercise) -> str:
    def named(ids: Iterable[str]) -> str:
        return wording.listed(guide.muscles[each].plain_name for each in ids)

    also = f"; also {named(exercise.muscles.secondary)}" if exercise.muscles.secondary else ""
    return f"Works the {named(exercise.muscles.primary)}{also}."


def _blocks(guide: Guide, routine: Routine, pictures: Pictures) -> Iterator[Content]:
    number = 1
    for block in routine.blocks:
        items = [_item(guide, block, item, number + i, pictures) for i, item in enumerate(block.items)]
        yield {"name": block.name, "plan": wording.block_plan(block), "items": items}
        number += len(items)


def _item(guide: Guide, block: Block, item: Item, number: int, pictures: Pictures) -> Content:
    exercise, done, version = guide.exercises[item.exercise], guide.performed(item), guide.modification(item)
    drawn = _pictures(pictures, exercise, item.modification)
    return {
        "number": number,
        "id": exercise.id,
        "name": exercise.name,
        "version": {"name": version.name, "how": version.how} if version else None,
        "dose": _dose(block, item),
        "pace": wording.tempo(guide.item_tempo(item)),
        "rest": _rest(block),
        "alone": len(block.items) == 1,
        "note": item.note and wording.sentence(item.note),
        "cues": list(exercise.cues[:CUES]),
        "feel": wording.sentence(exercise.feel_it_in),
        "pictures": drawn or _pictures(pictures, done, None),
        "pictured": done.name if version and not drawn else None,
    }


def _dose(block: Block, item: Item) -> str:
    """3 × 8 each side; in a circuit, whose rounds stand above it, 10 repetitions."""
    alone = len(block.items) == 1 and block.rounds > 1
    amount = f"{item.seconds} s" if item.seconds else str(item.repetitions)
    if item.each_side:
        amount += " each side"
    elif not alone and not item.seconds:
        amount = wording.plural(item.repetitions or 0, "repetition")
    return f"{block.rounds} × {amount}" if alone else amount


def _rest(block: Block) -> str | None:
    """Rest 90 s: after a round of one exercise, or before the next of several."""
    alone = len(block.items) == 1
    seconds = block.rest_after_round_seconds if alone else block.rest_between_items_seconds
    return f"rest {seconds} s" if seconds else None


def _log(guide: Guide, routine: Routine) -> Content:
    """Rows to fill in, a column a session; `sides` where left and right are written apart."""
    sessions = max(1, routine.times_a_week.high) * WEEKS
    rows: list[Value] = [
        {
            "name": _log_name(guide.exercises[item.exercise], guide.modification(item)),
            "dose": _dose(block, item),
            "sets": block.rounds,
            "sides": item.each_side,
        }
        for block in routine.blocks
        for item in block.items
    ]
    return {
        "sessions": min(sessions, MOST_SESSIONS),
        "weeks": WEEKS if sessions <= MOST_SESSIONS else None,
        "rows": rows,
    }


def _log_name(exercise: Exercise, version: Modification | None) -> str:
    return version.name if version else exercise.name


def _part(part: Part) -> Content:
    minutes = wording.plural(part.minutes, "minute") if part.minutes else None
    return {"minutes": minutes, "steps": _sentences(part.steps)}


def _pictures(pictures: Pictures, exercise: Exercise, version: str | None) -> Value:
    return [{"svg": each.svg, "caption": each.caption, "alt": each.alt} for each in pictures(exercise, version)]


def _pairs(facts: Iterable[tuple[str, str]]) -> Value:
    return [{"name": name, "value": value} for name, value in facts]


def _sentences(texts: Iterable[str]) -> Value:
    return [wording.sentence(text) for text in texts]

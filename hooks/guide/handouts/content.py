"""Exercises and routines as the data that templates show: words and numbers in order, no layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from guide.handouts.doses import item_name, log, rest
from guide.handouts.pictures import Pictures
from guide.handouts.safety import exercise_safety, item_instead, item_leave_out, routine_safety
from guide.model import Block, Exercise, Guide, Item, Modification, Part, Routine
from guide.printing import Content, Value
from guide.wording import words
from guide.wording.facts import EXERCISE_FACTS, ROUTINE_FACTS, paper_rows
from guide.wording.gates import gate_points

CUES = 3
"""The cues that a routine's sheet has room for; the card has them all."""


def routine_content(guide: Guide, routine: Routine, pictures: Pictures) -> Content:
    """A routine from its purpose to its log."""
    return {
        "id": routine.id,
        "title": routine.name,
        "summary": routine.purpose,
        "facts": _pairs(paper_rows(ROUTINE_FACTS, guide, routine)),
        "who": words.sentence(routine.who),
        "spacing": words.sentence(routine.spacing),
        "effort": words.sentence(routine.effort),
        "gate": list(gate_points(guide, routine.gate)),
        "warm_up": _part(routine.warm_up),
        "blocks": list(_blocks(guide, routine, pictures)),
        "finish": _part(routine.finish),
        "progression": words.sentences(routine.progression),
        "log": log(guide, routine),
        **routine_safety(guide, routine),
    }


def exercise_content(guide: Guide, exercise: Exercise, pictures: Pictures) -> Content:
    """An exercise with all that its page says in words, but for its sources."""
    return {
        "id": exercise.id,
        "title": exercise.name,
        "other_names": words.join_words(exercise.other_names) if exercise.other_names else None,
        "summary": exercise.summary,
        "facts": _pairs(paper_rows(EXERCISE_FACTS, guide, exercise)),
        "muscles": _muscles(guide, exercise),
        "dose": words.dose(exercise),
        "pace": words.tempo(exercise.tempo),
        "rest": words.rest(exercise),
        "pictures": _pictures(pictures, exercise, None),
        "set_up": words.sentences(exercise.set_up),
        "steps": [step.model_dump(mode="json") for step in exercise.steps],
        "cues": list(exercise.cues),
        "feel": words.sentence(exercise.feel_it_in),
        "breathing": exercise.breathing,
        "mistakes": [
            {"mistake": words.sentence(mistake.mistake), "correction": mistake.correction}
            for mistake in exercise.mistakes
        ],
        "easier": _versions(exercise.easier),
        "harder": _versions(exercise.harder),
        "note": exercise.note and words.sentence(exercise.note),
        "note_needed": bool(exercise.landings_per_repetition or exercise.dose.hold_seconds),
        **exercise_safety(guide, exercise),
    }


def _muscles(guide: Guide, exercise: Exercise) -> str:
    def names_of(ids: Iterable[str]) -> str:
        return words.join_words(guide.muscles[muscle].plain_name for muscle in ids)

    also = f"; also {names_of(exercise.muscles.secondary)}" if exercise.muscles.secondary else ""
    return f"Works the {names_of(exercise.muscles.primary)}{also}."


def _blocks(guide: Guide, routine: Routine, pictures: Pictures) -> Iterator[Content]:
    number = 1
    for block in routine.blocks:
        last = block is routine.blocks[-1]
        items = [_item(guide, block, item, number + i, pictures, last=last) for i, item in enumerate(block.items)]
        yield {"name": block.name, "plan": words.block_plan(block), "items": items}
        number += len(items)


def _item(guide: Guide, block: Block, item: Item, number: int, pictures: Pictures, *, last: bool) -> Content:
    exercise, done, version = guide.exercises[item.exercise], guide.performed_exercise(item), guide.modification(item)
    drawn = _pictures(pictures, exercise, item.modification)
    return {
        "number": number,
        "id": exercise.id,
        "name": item_name(guide, item),
        "version_of": exercise.name if version else None,
        "how": version.how if version else None,
        "dose": words.block_dose(block, item, brief=True),
        "pace": words.tempo(guide.item_tempo(item)),
        "rest": rest(block, item, last=last),
        "note": item.note and words.sentence(item.note),
        "instead": item_instead(guide, item),
        "leave_out": item_leave_out(guide, item),
        "cues": list(exercise.cues[:CUES]),
        "feel": words.sentence(guide.item_feel(item)),
        "pictures": drawn or _pictures(pictures, done, None),
        "pictured": done.name if version and not drawn else None,
    }


def _part(part: Part) -> Content:
    minutes = words.plural(part.minutes, "minute") if part.minutes else None
    return {"minutes": minutes, "steps": words.sentences(part.steps)}


def _pictures(pictures: Pictures, exercise: Exercise, version: str | None) -> Value:
    return [asdict(picture) for picture in pictures(exercise, version)]


def _versions(versions: Iterable[Modification]) -> Value:
    return [{"name": version.name, "how": words.sentence(version.how)} for version in versions]


def _pairs(facts: Iterable[tuple[str, str]]) -> Value:
    return [{"name": name, "value": value} for name, value in facts]

"""Exercises and routines as the data that templates show: words and numbers in order, no layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from guide.handouts.doses import item_name, log, rest
from guide.handouts.pictures import Pictures
from guide.handouts.safety import exercise_safety, item_instead, item_leave_out, routine_safety
from guide.model import Block, Claim, Exercise, Guide, Item, Modification, Part, Routine, Stage, WarmUp
from guide.model.workload import finish_of
from guide.printing import Content, Value
from guide.wording import gates, stage_words, words
from guide.wording.facts import EXERCISE_FACTS, ROUTINE_FACTS, SHEET_FACTS, paper_rows
from guide.wording.progression import general_lines
from guide.wording.reviewed import checked

CUES = 3
"""The cues that a routine's sheet has room for; the card has them all."""


def sheet_content(guide: Guide, routine: Routine, stage: Stage, pictures: Pictures) -> Content:
    """A routine in one of its stages, from its purpose to its log."""
    here, following = routine.in_stage(stage), stage_words.next_stage(routine, stage)
    return {
        **_shared(guide, here),
        "title": stage_words.title(routine, stage),
        "facts": _pairs(paper_rows(SHEET_FACTS, guide, here)),
        "who": words.sentence(stage.who) if stage.who else None,
        **_stage(guide, routine, stage, pictures),
        "progression": words.sentences(filter(None, (*stage.notes, *_progression(guide, routine), following))),
        "log": log(guide, routine, stage),
    }


def routine_content(guide: Guide, routine: Routine, pictures: Pictures) -> Content:
    """A routine with all its stages: the first as on its sheet, of those after it what is asked for."""
    first, *later = routine.stages
    return {
        **_shared(guide, routine),
        "title": routine.name,
        "facts": _pairs(paper_rows(ROUTINE_FACTS, guide, routine)),
        "who": words.sentence(routine.who),
        **_stage(guide, routine, first, pictures),
        "stage": stage_words.stage_name(first) if later else None,
        "later": [_later_stage(guide, routine, stage) for stage in later],
        "progression": words.sentences((*first.notes, *_progression(guide, routine))),
        "sources": [number for number, _ in guide.numbered(routine.cited)],
    }


def _shared(guide: Guide, routine: Routine) -> dict[str, Value]:
    return {
        "id": routine.id,
        "summary": routine.purpose,
        "checked": checked(guide, routine),
        "spacing": stage_words.spacing(routine),
        "effort": words.sentence(routine.effort),
        **routine_safety(guide, routine),
    }


def _progression(guide: Guide, routine: Routine) -> tuple[str, ...]:
    return (*routine.progression, *general_lines(guide, routine))


def _stage(guide: Guide, routine: Routine, stage: Stage, pictures: Pictures) -> dict[str, Value]:
    return {
        "gate": list(gates.stage_points(guide, routine, stage)),
        "warm_up": _part(guide.warm_up(routine, stage)),
        "blocks": list(_blocks(guide, stage, pictures)),
        "finish": _part(finish_of(routine, stage)),
    }


def _later_stage(guide: Guide, routine: Routine, stage: Stage) -> Content:
    """What a stage asks for, in brief: how each exercise is done stands on its own page."""
    blocks: list[Value] = [
        {"plan": words.block_plan(block), "items": [_in_brief(guide, item) for item in block.items]}
        for block in stage.blocks
    ]
    return {
        "name": stage_words.stage_name(stage),
        "minutes": words.plural(guide.workload(routine, stage).minutes, "minute"),
        "who": words.sentence(stage.who) if stage.who else None,
        "gate": list(gates.gate_points(guide, stage.gate)),
        "warm_up": _part(guide.warm_up(routine, stage)) if stage.warm_up else None,
        "blocks": blocks,
        "finish": _part(stage.finish) if stage.finish else None,
        "notes": words.sentences(stage.notes),
    }


def exercise_content(guide: Guide, exercise: Exercise, pictures: Pictures) -> Content:
    """An exercise with all that its page says in words; sources by their numbers in the list of all."""
    return {
        "id": exercise.id,
        "title": exercise.name,
        "other_names": words.join_words(exercise.other_names) if exercise.other_names else None,
        "summary": exercise.summary,
        "checked": checked(guide, exercise),
        "facts": _pairs(paper_rows(EXERCISE_FACTS, guide, exercise)),
        "muscles": _muscles(guide, exercise),
        "dose": words.dose(exercise),
        "pace": words.tempo(exercise.tempo),
        "rest": words.rest(exercise.dose),
        "left": words.left(exercise.dose) or None,
        "load": words.load(exercise.dose) or None,
        "pictures": _pictures(pictures, exercise, None),
        "set_up": words.sentences(exercise.set_up),
        "steps": [step.model_dump(mode="json") for step in exercise.steps],
        "cues": list(exercise.cues),
        "feel": words.sentence(exercise.feel_it_in),
        "breathing": exercise.breathing,
        "mistakes": [_mistake(exercise, number, pictures) for number in range(1, len(exercise.mistakes) + 1)],
        "easier": _versions(exercise.easier),
        "harder": _versions(exercise.harder),
        "known": _claims(guide, exercise.known),
        "note": exercise.note and words.sentence(exercise.note),
        "note_needed": bool(exercise.is_jump or exercise.dose.hold_seconds),
        **exercise_safety(guide, exercise),
    }


def _claims(guide: Guide, claims: Iterable[Claim]) -> list[Value]:
    """What is said, and the numbers of what it rests on."""
    return [
        {"text": words.sentence(claim.text), "sources": [number for number, _ in guide.numbered(claim.sources)]}
        for claim in claims
    ]


def _mistake(exercise: Exercise, number: int, pictures: Pictures) -> Content:
    """A mistake with its pictures, wrong and right, where it can be seen; the first is 1."""
    said = exercise.mistakes[number - 1]
    pair: list[Value] = [asdict(picture) for picture in pictures(exercise, mistake=number)]
    return {"mistake": words.sentence(said.mistake), "correction": said.correction, "pair": pair}


def _muscles(guide: Guide, exercise: Exercise) -> str:
    def names_of(ids: Iterable[str]) -> str:
        return words.join_words(guide.muscles[muscle].plain_name for muscle in ids)

    also = f"; also {names_of(exercise.muscles.secondary)}" if exercise.muscles.secondary else ""
    return f"Works the {names_of(exercise.muscles.primary)}{also}."


def _in_brief(guide: Guide, item: Item) -> str:
    return f"{item_name(guide, item)} {words.item_dose(item, steps=guide.counts_steps(item))}"


def _blocks(guide: Guide, stage: Stage, pictures: Pictures) -> Iterator[Content]:
    number = 1
    for block in stage.blocks:
        last = block is stage.blocks[-1]
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
        "dose": words.block_dose(block, item, brief=True, steps=guide.counts_steps(item)),
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
    steps = [words.sentence(stage_words.action_words(action)) for action in part.actions]
    notes = words.sentences(part.notes)
    if isinstance(part, WarmUp) and part.leave_out_when:
        notes.append(f"Go without it if {words.sentence(part.leave_out_when)}")
    return {"minutes": stage_words.part_minutes(part) if part.actions else None, "steps": steps, "notes": notes}


def _pictures(pictures: Pictures, exercise: Exercise, version: str | None) -> Value:
    return [asdict(picture) for picture in pictures(exercise, version)]


def _versions(versions: Iterable[Modification]) -> Value:
    return [{"name": version.name, "how": words.sentence(version.how)} for version in versions]


def _pairs(facts: Iterable[tuple[str, str]]) -> Value:
    return [{"name": name, "value": value} for name, value in facts]

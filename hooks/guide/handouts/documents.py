"""Guide → documents: what stands on a routine's sheet, an exercise's card and in the booklet. Decides no layout."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO

import segno

from guide.handouts.content import exercise_content, routine_content, sheet_content
from guide.handouts.pictures import Pictures, no_pictures
from guide.handouts.safety import pain_rule
from guide.model import Equipment, Exercise, Guide, Muscle, Pattern, Routine, Source, Stage, Test
from guide.printing import Content, Document, Paper, Value
from guide.settings import Edition
from guide.wording import conditions, gates, stage_words, words
from guide.wording.rules import stop_set


def sheet_document(
    guide: Guide,
    routine: Routine,
    stage: Stage,
    edition: Edition,
    *,
    paper: Paper = "a4",
    pictures: Pictures = no_pictures,
) -> Document:
    """The sheet of a routine in one of its stages."""
    content = {
        **sheet_content(guide, routine, stage, pictures),
        **_frame(edition, f"routines/{routine.id}/", "This routine on the web"),
        "keywords": ["running", "strength", "legs", routine.name],
    }
    return Document("handout.typ", content, paper, edition.timestamp, f"the sheet of {routine.id}, {stage.id}")


def exercise_document(
    guide: Guide, exercise: Exercise, edition: Edition, *, paper: Paper = "a4", pictures: Pictures = no_pictures
) -> Document:
    """The card of an exercise."""
    content = {
        **exercise_content(guide, exercise, pictures),
        **_frame(edition, f"exercises/{exercise.id}/", "This exercise on the web"),
        "evidence": _link(edition, "evidence/"),
        "keywords": ["running", "strength", "legs", exercise.name, *exercise.other_names],
    }
    return Document("card.typ", content, paper, edition.timestamp, f"the card of {exercise.id}")


def booklet_document(
    guide: Guide, edition: Edition, *, paper: Paper = "a4", pictures: Pictures = no_pictures
) -> Document:
    """The booklet of the whole guide."""
    exercises, routines = len(guide.exercises), len(guide.routines)
    content: Content = {
        "title": edition.guide,
        "summary": f"{exercises} exercises and {routines} routines: how to do them, how much, and when not to.",
        **_frame(edition, "", "The guide on the web"),
        "keywords": ["running", "strength", "legs", "exercises", "routines"],
        "safety": _safety(guide),
        "patterns": [_pattern(guide, pattern, pictures) for pattern in guide.patterns.values()],
        "routines": [routine_content(guide, routine, pictures) for routine in _by_level(guide.routines.values())],
        "topics": [_topic(guide, topic, sources) for topic, sources in guide.sources_by_topic.items()],
        "muscles": [_muscle(guide, muscle) for muscle in guide.muscles.values()],
        "equipment": [_equipment(guide, thing) for thing in guide.equipment.values()],
    }
    return Document("booklet.typ", content, paper, edition.timestamp, "the booklet")


def _frame(edition: Edition, address: str, invitation: str) -> dict[str, Value]:
    """What every document has: the way back to its page, and which edition it belongs to."""
    link = _link(edition, address)
    url = str(link["url"])
    return {
        "language": "en",
        "edition": {"guide": edition.guide, "version": edition.version, "licence": edition.licence},
        "address": {**link, "invitation": invitation, "qr": _qr(url), "alt": f"QR code that opens {url}"},
    }


def _link(edition: Edition, address: str) -> dict[str, Value]:
    """A page of the site: its address, and the same as it is printed."""
    url = edition.site_url.rstrip("/") + "/" + address
    return {"url": url, "short": url.split("://", 1)[-1].rstrip("/")}


@cache
def _qr(url: str) -> str:
    """SVG; the white around it is the paper's. Both papers ask for it."""
    drawing = BytesIO()
    segno.make(url, error="m", micro=False).save(drawing, kind="svg", border=0, svgclass=None, lineclass=None)
    return drawing.getvalue().decode()


def _safety(guide: Guide) -> Content:
    safety = guide.safety
    return {
        "ask_first": list(conditions.ask_first(guide)),
        "pain_rule": pain_rule(guide),
        "stop_set": words.sentences((*stop_set(guide), safety.stop_jumps)),
        "warm_up": _warm_up(guide, safety.warm_up),
        "warm_up_before_jumps": _warm_up(guide, safety.warm_up_before_jumps),
        "no_jumps": list(conditions.no_jumps(guide)),
        "jump_gate": list(gates.gate_points(guide, safety.jump_gate)),
        "most_landings": safety.limits.landings,
        "most_landings_while_new": safety.limits.landings_while_new,
        "tests": [_test(guide, test) for test in guide.tests.values()],
    }


def _test(guide: Guide, test: Test) -> Content:
    """How to do it, what counts, what it is needed for, and what others manage."""
    pace = (test.pace,) if test.pace else ()
    return {
        "name": test.name,
        "how": words.sentences((*test.how, *pace)),
        "counts": words.sentence(test.counts),
        "needed_for": gates.asked_only_before(guide, test),
        "yardsticks": [gates.yardstick(guide, each) for each in test.yardsticks],
    }


def _warm_up(guide: Guide, name: str) -> Value:
    part = guide.warmups[name]
    return words.sentences((*map(stage_words.action_words, part.actions), *part.notes))


def _pattern(guide: Guide, pattern: Pattern, pictures: Pictures) -> Content:
    exercises = guide.exercises_of_pattern(pattern.id)
    return {
        "name": pattern.name,
        "summary": pattern.summary,
        "exercises": [exercise_content(guide, exercise, pictures) for exercise in exercises],
    }


def _by_level(routines: Iterable[Routine]) -> list[Routine]:
    return sorted(routines, key=lambda routine: routine.level)


def _topic(guide: Guide, topic: str, sources: Iterable[Source]) -> Content:
    numbered = guide.numbered(source.id for source in sources)
    return {"name": words.capitalize(topic), "sources": [_source(number, source) for number, source in numbered]}


def _source(number: int, source: Source) -> Content:
    return {
        "number": number,
        "label": source.label,
        "citation": source.citation,
        "doi": None if source.doi == "none" else source.doi,
        "strength": words.STRENGTH[source.strength],
        "cited_for": source.cited_for,
        "limits": source.limits,
    }


def _muscle(guide: Guide, muscle: Muscle) -> Content:
    return {
        "name": words.capitalize(muscle.plain_name),
        "detail": muscle.name,
        "mainly": _links(guide.exercises_training(muscle.id, primarily=True)),
        "also": _links(guide.exercises_training(muscle.id, primarily=False)),
    }


def _equipment(guide: Guide, thing: Equipment) -> Content:
    versions = (exercise for exercise, _ in guide.modifications_needing(thing.id))
    return {
        "name": thing.name,
        "detail": None,
        "mainly": _links(guide.exercises_needing(thing.id)),
        "also": _links(dict.fromkeys((*guide.exercises_helped_by(thing.id), *versions))),
    }


def _links(exercises: Iterable[Exercise]) -> list[Value]:
    return [{"id": exercise.id, "name": exercise.name} for exercise in exercises]

"""Letters that paper cannot show: which fields of the data stand on a handout, and what the fonts have."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

import pytest
from pydantic import StringConstraints

from guide.handouts import Picture, booklet_document, exercise_document, sheet_document
from guide.model import Exercise, Gate, Guide, Modification
from guide.model.entry import Entry
from guide.model.kinds import KINDS, REDIRECTS, RELEASED
from guide.model.reviewed import fingerprint, reviewed_entries
from guide.printing import Document, PrintError, missing_letter, render
from guide.problems.explain import Finding, model_within
from guide.rules.lettering import UNPRINTED, missing_letters
from guide.settings import Edition

LETTER = "你"
EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/", 1_790_000_000)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 100"><path d="M5 95h50" stroke="#000"/></svg>'

Place = tuple[type[Entry], str]
_Entry = TypeVar("_Entry", bound=Entry)


def _texts(model: type[Entry]) -> Iterator[Place]:
    """Every field of free text in a model and what it is made of."""
    for name, field in model.model_fields.items():
        if within := model_within(field.annotation):
            yield from _texts(within)
        elif StringConstraints.__name__ in f"{field.annotation!r} {field.metadata!r}":
            yield model, name


MODELS = [kind.model for kind in KINDS if kind.name not in (REDIRECTS, RELEASED)]
ONLY_IN_USE = {(Modification, "feel_it_in"), (Gate, "name")}
"""Printed where a routine asks for the version, and where some gates alone ask for a test; in small ones none does."""
PLACES = sorted({place for model in MODELS for place in _texts(model)}, key=lambda place: (place[0].__name__, place[1]))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place[0].__name__}.{place[1]}")
def test_a_field_is_looked_at_where_it_is_printed(place: Place, small_guide: Guide) -> None:
    guide = _planted_guide(small_guide, place)
    if _planted_guide(small_guide, place, "{}") == guide:
        pytest.skip("the small guide makes no use of the field")
    is_printed = any(LETTER in json.dumps(document.content, ensure_ascii=False) for document in _documents(guide))
    is_left_out = place[1] in UNPRINTED.get(place[0], ()) or place in ONLY_IN_USE
    assert is_printed == (not is_left_out)


@pytest.mark.parametrize(("letter", "is_there"), [
    ("é", True), ("Ж", True), ("→", True), ("\N{GRINNING FACE}", True), (LETTER, False), ("深", False),
    ("\N{ARABIC LETTER ALEF}", True), ("\N{THAI CHARACTER KO KAI}", False), ("\N{GEORGIAN LETTER AN}", True),
    ("a\N{COMBINING ACUTE ACCENT}", True), ("e\N{COMBINING ENCLOSING CIRCLE}", False),
])  # fmt: skip
def test_a_letter_is_there_where_it_can_be_printed(letter: str, is_there: bool, small_guide: Guide) -> None:
    routine = small_guide.routines["evening-legs"].model_copy(update={"purpose": f"For {letter}."})
    try:
        render(sheet_document(small_guide, routine, routine.stages[0], EDITION))
    except PrintError:
        assert not is_there
    assert missing_letter(letter) == ("" if is_there else letter)


def test_a_letter_without_a_capital_cannot_begin_a_sentence() -> None:
    """Names begin sentences in capitals, and this capital is in no font."""
    assert missing_letter("the ɜ of phonetics") == "ɜ"


@pytest.mark.parametrize("letter", [
    LETTER, "\N{THAI CHARACTER KO KAI}", "\N{ARABIC LETTER ALEF}", "\N{GEORGIAN LETTER AN}", "\N{RUNNER}", "ɜ",
    "e\N{COMBINING ENCLOSING CIRCLE}",
])  # fmt: skip
@pytest.mark.parametrize("is_first", [False, True])
def test_what_the_check_lets_pass_can_be_printed(letter: str, is_first: bool, small_guide: Guide) -> None:
    """The letter in all fields at once of which the check says nothing, as a word at their end or their beginning."""
    guide = small_guide
    for place in PLACES:
        planted = _planted_guide(guide, place, f"{letter} {{}}" if is_first else f"{{}} {letter}")
        guide = guide if any(map(_findings, _entries(planted))) else planted
    assert letter in repr(guide)
    for document in _documents(guide):
        render(document)


def _documents(guide: Guide) -> Iterator[Document]:
    yield booklet_document(guide, EDITION, pictures=_pictures)
    yield from (
        sheet_document(guide, routine, stage, EDITION, pictures=_pictures)
        for routine in guide.routines.values()
        for stage in routine.stages
    )
    yield from (
        exercise_document(guide, known_exercise, EDITION, pictures=_pictures)
        for known_exercise in guide.exercises.values()
    )


def _pictures(exercise: Exercise, version: str | None = None, *, mistake: int = 0) -> tuple[Picture, ...]:
    versions = [frame for variant in exercise.figure.modifications for frame in variant.frames]
    frames = versions if version else exercise.figure.frames
    return tuple(Picture(DRAWING, frame.caption, "A figure.") for frame in frames)


def _findings(entry: Entry) -> list[Finding]:
    return [*missing_letters(entry)]


def _entries(guide: Guide) -> Iterator[Entry]:
    """What the guide holds of kinds with texts."""
    for kind in KINDS:
        if kind.name not in (REDIRECTS, RELEASED):
            found = getattr(guide, kind.group)
            entries = found.values() if isinstance(found, Mapping) else found
            yield from (found,) if isinstance(found, Entry) else entries


def _planted_guide(guide: Guide, place: Place, form: str = f"{{}} {LETTER}") -> Guide:
    """The guide with the letter in every text of that field."""

    def planted(entries: Mapping[str, _Entry]) -> dict[str, _Entry]:
        return {name: _planted(entry, place, form) for name, entry in entries.items()}

    changed = replace(
        guide,
        exercises=planted(guide.exercises),
        routines=planted(guide.routines),
        muscles=planted(guide.muscles),
        equipment=planted(guide.equipment),
        patterns=planted(guide.patterns),
        tests=planted(guide.tests),
        gates=planted(guide.gates),
        sources=planted(guide.sources),
        warmups=planted(guide.warmups),
        reviews=tuple(_planted(review, place, form) for review in guide.reviews),
        safety=_planted(guide.safety, place, form),
    )
    hashes = {address: fingerprint(changed, entry) for address, entry in reviewed_entries(changed).items()}
    counting = tuple(review.model_copy(update={"hash": hashes[review.entry]}) for review in changed.reviews)
    return replace(changed, reviews=counting)


def _planted(entry: _Entry, place: Place, form: str) -> _Entry:
    def planted(name: str, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(planted(name, part) for part in value)
        if isinstance(value, str) and place == (type(entry), name):
            return form.format(value)
        return _planted(value, place, form) if isinstance(value, Entry) else value

    return entry.model_copy(update={name: planted(name, value) for name, value in entry})

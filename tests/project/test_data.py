"""The real data: what it promises is true, what it lists is used, and it claims nothing that must not be printed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from guide.model import Guide
from guide.reading.load import load

PROJECT = Path(__file__).parents[2]
NO_EQUIPMENT = "no-equipment"

NEVER = (
    "prevents injur", "strengthens joints", "must never pass", "targets the inner thigh", "sleepy glutes",
    "healthy runner",
)  # fmt: skip
"""Claims that the evidence does not bear, each by the words that give it away."""


@pytest.fixture(scope="module")
def guide() -> Guide:
    result = load(PROJECT / "data")
    assert isinstance(result, Guide), "\n".join(map(str, result))
    return result


def _promised_in_vain(guide: Guide) -> list[str]:
    """Routines whose address says that they need no equipment, although they need some."""
    named = (routine for routine in guide.routines.values() if NO_EQUIPMENT in routine.id)
    return [routine.id for routine in named if guide.routine_equipment(routine)]


def test_a_routine_without_equipment_in_its_address_needs_none(guide: Guide) -> None:
    assert _promised_in_vain(guide) == []


def test_a_routine_that_needs_equipment_against_its_address_is_noticed(small_guide: Guide) -> None:
    (routine,) = small_guide.routines.values()
    named = routine.model_copy(update={"id": f"evening-{NO_EQUIPMENT}"})
    assert _promised_in_vain(replace(small_guide, routines={named.id: named})) == [named.id]


def _unused(guide: Guide) -> set[str]:
    """Entries of a vocabulary that no exercise names: pages that say nothing. A muscle's page shows where it lies."""
    exercises = guide.exercises.values()
    named = {name for one in exercises for name in (one.pattern, *one.muscles.primary, *one.muscles.secondary)}
    named |= {name for one in exercises for name in (*one.equipment.required, *one.equipment.helpful)}
    named |= {name for one in exercises for version in one.modifications for name in version.equipment or ()}
    named |= {one.figure.person for one in exercises if one.figure.person}
    undrawn = {muscle.id for muscle in guide.muscles.values() if not muscle.drawn}
    return {*guide.patterns, *undrawn, *guide.equipment, *guide.people} - named


def test_every_entry_of_a_vocabulary_is_used(guide: Guide) -> None:
    assert _unused(guide) == set(), "name it in an exercise, or leave it out until an exercise needs it"


def test_an_entry_that_no_exercise_names_is_noticed(small_guide: Guide) -> None:
    (first, *others) = small_guide.equipment.values()
    spare = first.model_copy(update={"id": "spare"})
    planted = replace(small_guide, equipment={thing.id: thing for thing in (first, *others, spare)})
    assert _unused(planted) - _unused(small_guide) == {"spare"}


def _texts() -> dict[str, str]:
    """Everything that is written for readers, by its file."""
    paths = (
        *(PROJECT / "data").rglob("*.yml"),
        *(PROJECT / "docs").rglob("*.md"),
        *(path for room in (PROJECT / "hooks" / "guide").glob("*/templates") for path in room.iterdir()),
        *(PROJECT / "overrides").rglob("*.html"),
    )
    return {path.relative_to(PROJECT).as_posix(): path.read_text("utf-8") for path in paths}


def _forbidden(texts: dict[str, str]) -> list[tuple[str, str]]:
    """(file, phrase) for every phrase of NEVER, whatever its capitals and line breaks."""
    plain = {path: re.sub(r"[\s*_]+", " ", re.sub(r"<[^>]*>", " ", text)).casefold() for path, text in texts.items()}
    return [(path, phrase) for path, text in plain.items() for phrase in NEVER if phrase in text]


def test_no_text_claims_what_must_not_be_printed() -> None:
    texts = _texts()
    assert {path.split("/")[0] for path in texts} == {"data", "docs", "hooks", "overrides"}
    assert _forbidden(texts) == []


@pytest.mark.parametrize("phrase", NEVER)
def test_a_planted_claim_is_noticed(phrase: str) -> None:
    first, rest = phrase.split(" ", 1)
    for planted in (f"It {phrase}ies.", f"{first.title()}\n    {rest.upper()}", f"<b>{first}</b> **{rest}**"):
        assert _forbidden({"a.yml": planted}) == [("a.yml", phrase)]

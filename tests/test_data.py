"""The real data: the entries that were promised, the amounts of the facts, and claims that must not be printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.load import load
from guide.model import Guide

PROJECT = Path(__file__).parent.parent

EXERCISES = {
    "squat": (1, "both"),
    "squat-to-hydrant": (2, "alternating"),
    "sumo-squat": (1, "both"),
    "bulgarian-split-squat": (2, "each"),
    "single-leg-squat": (3, "each"),
    "calf-raise-eccentric-drop": (1, "both"),
    "single-leg-calf-raise-eccentric-drop": (2, "each"),
    "reverse-lunge": (1, "alternating"),
    "jumping-lunge": (3, "alternating"),
    "box-jump": (3, "both"),
    "single-leg-deadlift": (2, "each"),
    "good-morning": (1, "both"),
    "wall-sit": (1, "both"),
    "skater-jump": (3, "alternating"),
}
"""Level and sides of the fourteen, as the facts have them."""

ROUTINES = {
    "first-steps": (range(18, 23), 0),
    "ten-minutes-no-equipment": (range(9, 12), 0),
    "hills-and-power": (range(33, 42), 55),
    "pre-run-warm-up": (range(5, 7), 0),
    "tour-of-all-fourteen": (range(27, 34), 18),
}
"""Minutes, within a tenth of the facts, and landings."""

NEVER = (
    "prevents injur",
    "strengthens joints",
    "must never pass",
    "targets the inner thigh",
    "sleepy glutes",
    "healthy runner",
)
"""Claims that the evidence does not bear, each by the words that give it away."""


@pytest.fixture(scope="module")
def guide() -> Guide:
    result = load(PROJECT / "data")
    assert isinstance(result, Guide), "\n".join(map(str, result))
    return result


@pytest.mark.parametrize(("exercise", "facts"), EXERCISES.items())
def test_each_of_the_fourteen_has_its_level_and_sides(exercise: str, facts: tuple[int, str], guide: Guide) -> None:
    assert (guide.exercises[exercise].level, guide.exercises[exercise].sides) == facts


@pytest.mark.parametrize(("routine", "facts"), ROUTINES.items())
def test_each_routine_takes_the_time_and_the_landings_of_the_facts(
    routine: str, facts: tuple[range, int], guide: Guide
) -> None:
    minutes, landings = facts
    assert guide.routine_minutes(guide.routines[routine]) in minutes
    assert guide.routine_landings(guide.routines[routine]) == landings


def test_the_tour_visits_every_one_of_the_fourteen_once(guide: Guide) -> None:
    visited = [item.exercise for item in guide.routines["tour-of-all-fourteen"].items]
    assert sorted(visited) == sorted(EXERCISES)


def test_the_routines_without_equipment_need_none(guide: Guide) -> None:
    assert guide.routine_equipment(guide.routines["ten-minutes-no-equipment"]) == ()
    assert guide.routine_equipment(guide.routines["pre-run-warm-up"]) == ()


def test_every_entry_of_a_vocabulary_is_used(guide: Guide) -> None:
    exercises = guide.exercises.values()
    muscles = {each for exercise in exercises for each in (*exercise.muscles.primary, *exercise.muscles.secondary)}
    things = {each for exercise in exercises for each in (*exercise.equipment.required, *exercise.equipment.helpful)}
    things |= {each for exercise in exercises for version in exercise.modifications for each in version.equipment or ()}
    assert set(guide.muscles) == muscles
    assert set(guide.equipment) == things
    assert set(guide.patterns) == {exercise.pattern for exercise in exercises}


def _texts() -> dict[str, str]:
    """Everything that is written for readers, by its file."""
    paths = (
        *(PROJECT / "data").rglob("*.yml"),
        *(PROJECT / "docs").rglob("*.md"),
        *(PROJECT / "hooks" / "guide" / "templates").rglob("*.*"),
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

"""Facts of exercises and routines: each told where its declaration says so, and in words for all that it may hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from guide.model import Exercise, Guide
from guide.wording import facts, words
from guide.wording.facts import EXERCISE_FACTS, ROUTINE_FACTS, Fact


@pytest.fixture
def hop(small_guide: Guide) -> Exercise:
    return small_guide.exercises["side-hop"]


def _saying(words: str) -> Callable[[Guide, Exercise], str]:
    return lambda guide, exercise: words


def test_a_fact_is_told_where_its_declaration_says_so(small_guide: Guide, hop: Exercise) -> None:
    declared: tuple[Fact[Exercise], ...] = (
        Fact("Surface", _saying("Grass"), beside=_saying("or carpet")),
        Fact("Shoes", _saying(""), absent="None", first_on_paper=True),
        Fact("Light", _saying("Day"), first_on_paper=True),
        Fact("Elsewhere", _saying("Shown"), on_page=False, on_paper=False),
    )
    assert list(facts.page_rows(declared, small_guide, hop)) == [
        ("Surface", "Grass", "or carpet"),
        ("Shoes", "None", ""),
        ("Light", "Day", ""),
    ]
    assert list(facts.paper_rows(declared, small_guide, hop)) == [("Light", "Day"), ("Surface", "Grass")]
    told = {"surface": "grass", "light": "day", "elsewhere": "shown"}
    assert facts.comparison(declared, small_guide, hop) == told


def test_a_comparison_may_tell_a_fact_in_parts(small_guide: Guide, hop: Exercise) -> None:
    parts = {"sets": _saying("2 sets"), "hold": _saying("")}
    declared: tuple[Fact[Exercise], ...] = (Fact("How much", _saying("2 × 4"), compared=parts),)
    assert facts.comparison(declared, small_guide, hop) == {"sets": "2 sets"}
    assert facts.comparison_labels(declared) == {"How much": ("sets", "hold")}


def test_a_session_gathers_things_or_else_the_words(
    small_guide: Guide, hop: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = (
        Fact("Surface", _saying("Grass"), gathered_as="surface"),
        Fact("Shoes", _saying("Two"), gathered_as="shoes", things=lambda guide, exercise: ("left", "right")),
        Fact("Light", _saying("Day")),
    )
    monkeypatch.setattr(facts, "EXERCISE_FACTS", declared)
    assert facts.session_words(small_guide, hop) == {"surface": ("Grass",), "shoes": ("left", "right")}


def test_readers_may_ask_for_every_value_that_a_fact_can_have(small_guide: Guide) -> None:
    for fact in EXERCISE_FACTS:
        if fact.filter:
            choices = [value for value, *_ in fact.filter.choices(small_guide)]
            used = {getattr(exercise, fact.filter.field) for exercise in small_guide.exercises.values()}
            allowed = get_args(Exercise.model_fields[fact.filter.field].annotation)
            assert choices == list(allowed) or (not allowed and set(choices) == used), fact.label


def test_facts_have_labels_of_their_own() -> None:
    for declared in (EXERCISE_FACTS, ROUTINE_FACTS):
        labels = [label for fact in declared for label in fact.in_comparison()]
        assert len(labels) == len(set(labels))


def test_a_dose_is_said_as_a_whole_and_in_parts(small_guide: Guide) -> None:
    lift, hold, hop = (small_guide.exercises[name] for name in ("heel-lift", "wall-hold", "side-hop"))
    assert [words.repetitions(exercise) for exercise in (lift, hold, hop)] == [
        "8 to 15 repetitions",
        "",
        "4 to 6 repetitions each side",
    ]
    assert [words.hold(exercise) for exercise in (lift, hold)] == ["", "15 to 60 seconds"]


def test_the_dose_of_an_item_in_its_block(small_guide: Guide) -> None:
    block = small_guide.routines["evening-legs"].stages[0].blocks[0]
    item = block.items[0].model_copy(update={"repetitions": 10, "seconds": None, "each_side": False})
    alone = block.model_copy(update={"rounds": 3, "items": (item,)})
    assert words.block_dose(alone, item) == "3 × 10 repetitions"
    assert words.block_dose(alone, item, brief=True) == "3 × 10"
    assert words.block_dose(alone.model_copy(update={"items": (item, item)}), item, brief=True) == "10 repetitions"
    each = item.model_copy(update={"each_side": True})
    assert words.block_dose(alone, each, brief=True) == "3 × 10 each side"

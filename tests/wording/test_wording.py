"""The words that a reader sees, for every kind of value."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from guide.model import Exercise, Guide, Item, Source
from guide.model.dose import Dose
from guide.model.exercise import Impact, Level, Sides
from guide.model.quantity import Range, TempoPhase
from guide.wording import words


@pytest.fixture
def lift(small_guide: Guide) -> Exercise:
    return small_guide.exercises["heel-lift"]


@pytest.fixture
def hold(small_guide: Guide) -> Exercise:
    return small_guide.exercises["wall-hold"]


@pytest.fixture
def hop(small_guide: Guide) -> Exercise:
    return small_guide.exercises["side-hop"]


def test_every_choice_has_words() -> None:
    assert tuple(words.LEVELS) == get_args(Level)
    assert tuple(words.SIDES) == get_args(Sides)
    assert tuple(words.IMPACT) == get_args(Impact)
    assert tuple(words.STRENGTH) == get_args(Source.model_fields["strength"].annotation)


def test_level() -> None:
    assert words.level(1) == "Level 1: start here"
    assert words.level(3) == "Level 3: for trained legs"


def test_plural() -> None:
    assert [words.plural(each, "exercise") for each in (0, 1, 2)] == ["0 exercises", "1 exercise", "2 exercises"]
    assert words.plural(2, "repetition of the body", "repetitions of the body") == "2 repetitions of the body"


@pytest.mark.parametrize(
    ("several", "shown"),
    [((), "none"), (("one",), "one"), (("one", "two"), "one and two"), (("a", "b", "c"), "a, b and c")],
)
def test_listed(several: tuple[str, ...], shown: str) -> None:
    assert words.join_words(iter(several)) == shown


def test_listed_with_another_word_for_nothing() -> None:
    assert words.join_words((), otherwise="nothing") == "nothing"


@pytest.mark.parametrize(("text", "shown"), [("Stop", "Stop."), ("Stop.", "Stop."), ("Why?", "Why?"), ("Go!", "Go!")])
def test_sentence(text: str, shown: str) -> None:
    assert words.sentence(text) == shown


def test_dose(lift: Exercise, hold: Exercise, hop: Exercise) -> None:
    assert words.dose(lift) == "2–3 × 8–15"
    assert words.dose(hold) == "1 × 15–60 s"
    assert words.dose(hop) == "2 × 4–6 each side"
    steps = Dose.model_validate({"sets": 2, "steps": "8-12", "load": "none", "rest_seconds": 60})
    version = lift.easier[0].model_copy(update={"dose": steps})
    assert words.dose(lift, version) == "2 × 8–12 steps"
    halves = Dose.model_validate({"sets": 2, "hold_seconds": "2.5-5", "load": "none", "rest_seconds": 60})
    assert words.dose(lift, version.model_copy(update={"dose": halves, "sides": "each"})) == "2 × 2.5–5 s each side"


@pytest.mark.parametrize(("load", "said"), [
    ("none", ""),
    ({"kind": "household", "choose": "Take a light bag."}, "Take a light bag."),
    ({"kind": "kilograms", "amount": "4-8", "choose": "Begin low"}, "4–8 kg. Begin low."),
    ({"kind": "share-of-body-weight", "amount": 10, "choose": "Begin low"}, "10 % of your body weight. Begin low."),
])  # fmt: skip
def test_load(load: object, said: str) -> None:
    asked = {"sets": 2, "repetitions": 8, "left": "2-3", "load": load, "rest_seconds": 60}
    assert words.load(Dose.model_validate(asked)) == said
    assert words.left(Dose.model_validate(asked)) == "2–3 left"


def test_dose_in_words(lift: Exercise, hold: Exercise, hop: Exercise) -> None:
    between = "of rest between sets"
    assert words.dose_in_words(lift) == f"2 to 3 sets of 8 to 15 repetitions with 2 to 3 to spare, 60 seconds {between}"
    assert words.dose_in_words(hold) == f"1 set of 15 to 60 seconds, 60 to 90 seconds {between}"
    assert words.dose_in_words(hop) == f"2 sets of 4 to 6 repetitions each side, 90 seconds {between}"


def test_rest(lift: Exercise, hold: Exercise) -> None:
    assert (words.rest(lift.dose), words.rest(hold.dose)) == ("60\N{NO-BREAK SPACE}s", "60–90\N{NO-BREAK SPACE}s")


def test_tempo(lift: Exercise, hop: Exercise) -> None:
    assert words.tempo(lift.tempo) == "Lift 2 s, hold 1 s, lower 3 s"
    assert words.tempo(hop.tempo) == "Push off fast, land 1 s, settle 2 s"
    assert [words.tempo_phase(each) for each in hop.tempo] == [
        "Push off: as fast as control allows",
        "Land: 1 s",
        "Settle: 2 s",
    ]
    assert words.tempo_phase(TempoPhase(action="x", seconds=1.5, frame=1)) == "X: 1.5 s"


@pytest.mark.parametrize(("fields", "shown"), [
    ({"repetitions": 1}, "1 repetition"), ({"repetitions": 10}, "10 repetitions"),
    ({"repetitions": 6, "each_side": True}, "6 each side"), ({"seconds": 25}, "25 s"),
    ({"seconds": 25, "each_side": True}, "25 s each side"),
])  # fmt: skip
def test_the_dose_of_an_item(fields: dict[str, object], shown: str) -> None:
    assert words.item_dose(Item.model_validate({"exercise": "heel-lift", **fields})) == shown


@pytest.mark.parametrize(("rounds", "between", "after", "items", "shown"), [
    (2, 20, 30, 2, "2 rounds, 20 s between exercises, 30 s rest after each round"),
    (1, 20, 30, 2, "1 round, 20 s between exercises, 30 s rest after it"), (3, 20, 0, 1, "3 rounds"),
    (1, 0, 0, 2, "1 round"),
])  # fmt: skip
def test_the_plan_of_a_block(rounds: int, between: int, after: int, items: int, shown: str, small_guide: Guide) -> None:
    block = small_guide.routines["evening-legs"].stages[0].blocks[0]
    changes = {
        "rounds": rounds,
        "rest_between_items_seconds": between,
        "rest_after_round_seconds": after,
        "items": block.items[:items],
    }
    assert words.block_plan(block.model_copy(update=changes)) == shown


@pytest.mark.parametrize(("written", "shown"), [("1-2", "1–2 × a week"), (2, "2 × a week"), ("0-1", "Now and then")])
def test_how_often(written: object, shown: str, small_guide: Guide) -> None:
    changes = {"times_a_week": Range.model_validate(written)}
    assert words.how_often(small_guide.routines["evening-legs"].model_copy(update=changes)) == shown


def test_equipment_names(small_guide: Guide) -> None:
    assert words.equipment_names(small_guide, ("weight", "wall")) == "Weight and wall"
    assert words.equipment_names(small_guide, ()) == "Nothing"
    accented = small_guide.equipment["wall"].model_copy(update={"name": "Échelle"})
    assert words.equipment_names(replace(small_guide, equipment={"wall": accented}), ("wall",)) == "Échelle"

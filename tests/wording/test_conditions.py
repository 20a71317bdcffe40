"""How safeguards and gates are told: own words before those of the condition, places by name, alternatives behind."""

from __future__ import annotations

from guide.model import Guide
from guide.wording import conditions, gates


def test_own_words_stand_in_place_of_those_of_the_condition(small_guide: Guide) -> None:
    hop, hold = small_guide.exercises["side-hop"], small_guide.exercises["wall-hold"]
    assert conditions.signs(small_guide, hop.safeguards.stop) == ["A crooked landing."]
    assert conditions.signs(small_guide, hold.safeguards.stop) == ["Your knee doesn't move."]


def test_signs_are_told_apart_from_places(small_guide: Guide) -> None:
    lift = small_guide.exercises["heel-lift"]
    assert conditions.own_changes(small_guide, lift) == [('Cramp in the "calf".', "Straighten the knee & wait.")]
    place = ("knee", "Knee & kneecap · Back of the knee", "Make it smaller & slower.")
    assert conditions.changes_by_place(small_guide, lift) == [place]


def test_a_place_with_words_of_its_own_is_a_sign(small_guide: Guide) -> None:
    lift = small_guide.exercises["heel-lift"]
    first, *others = lift.safeguards.adjust
    adjust = (first.model_copy(update={"text": "The front knee hurts"}), *others)
    told = lift.model_copy(update={"safeguards": lift.safeguards.model_copy(update={"adjust": adjust})})
    assert conditions.own_changes(small_guide, told)[0] == ("The front knee hurts.", "Make it smaller & slower.")
    assert conditions.changes_by_place(small_guide, told) == []


def test_a_jump_is_left_out_for_what_holds_for_all_jumps(small_guide: Guide) -> None:
    assert conditions.leave_out(small_guide, small_guide.exercises["side-hop"]) == ['You\'ve "sprained" an ankle.']


def test_a_gate_is_told_as_points_with_weeks_first(small_guide: Guide) -> None:
    weeks = "You have at least 4 weeks of strength work behind you."
    asked = 'You can do 10 "clean" heel lifts. If you\'re 60 or older, 6 are enough.'
    assert gates.gate_points(small_guide, "hops") == (weeks, asked)
    assert gates.gate_points(small_guide, None) == ()


def test_a_yardstick_says_who_was_tested_and_where_that_stands(small_guide: Guide) -> None:
    measured = small_guide.tests["heel-lifts"].yardsticks[0]
    label = small_guide.sources["wu-2024"].label
    said = f"20 adults managed 15. They were 20 to 30 years old ({label})."
    assert gates.yardstick(small_guide, measured) == said
    nameless = measured.model_copy(update={"ages": None})
    assert gates.yardstick(small_guide, nameless) == f"20 adults managed 15 ({label})."


def test_a_test_that_only_some_gates_ask_for_says_which(real_guide: Guide) -> None:
    said = {test.id: gates.asked_only_before(real_guide, test) for test in real_guide.tests.values()}
    assert said["squats"] == ""
    assert said["walking-lunges"] == "a session with jumping lunges and the routine Hills and power"

"""Which rule applies: the histories that the facts name, every pair of numbers, pauses, races."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from guide.model import Guide
from guide.progress.fits import Measured, all_that_fit, fits
from guide.progress.pain import Answers, pain_rule_for
from guide.progress.pauses import after_pause, after_race, before_race
from guide.progress.steps import Done, Week, next_step
from progress.histories import answers, many, sessions

NUMBERS = (None, *range(11))


def _expected(during: int | None, morning: int | None) -> str:
    """The bands in plain words, written a second time."""
    if max(during or 0, morning or 0) > 5:
        return "PAIN-RED"
    if (during or 0) >= 3 or (morning or 0) >= 1:
        return "PAIN-AMBER"
    return "PAIN-UNKNOWN" if during is None or morning is None else "PAIN-GREEN"


def test_exactly_one_rule_of_pain_applies_to_any_numbers(real_guide: Guide) -> None:
    for during, morning in product(NUMBERS, NUMBERS):
        rule = pain_rule_for(real_guide.progression, [Answers(0, during, morning)])
        assert rule.id == _expected(during, morning), (during, morning)
        best = [each for each in real_guide.progression.pain if fits(each, _by_itself(during, morning))]
        assert [each.rank for each in best].count(rule.rank) == 1


def _by_itself(during: int | None, morning: int | None) -> Measured:
    return {"during": during, "morning": morning, "sign": frozenset(), "repeated": frozenset()}


@pytest.mark.parametrize(("pairs", "rules"), [
    ([(0, 0)] * 6, ["PAIN-GREEN"] * 6),
    ([(1, None)] * 3, ["PAIN-UNKNOWN"] * 3),
    ([(0, 1)] * 5, ["PAIN-AMBER", "PAIN-AMBER2", "PAIN-SEE", "PAIN-SEE", "PAIN-SEE"]),
    ([(4, 0), (0, 0)], ["PAIN-AMBER", "PAIN-GREEN"]),
    ([(4, 0), (0, 0), (3, 0)], ["PAIN-AMBER", "PAIN-GREEN", "PAIN-AMBER"]),
    ([(4, 0), (0, 0), (3, 0), (0, 0), (0, 2)], ["PAIN-AMBER", "PAIN-GREEN", "PAIN-AMBER", "PAIN-GREEN", "PAIN-SEE"]),
    ([(2, 2)], ["PAIN-AMBER"]), ([(6, 0)], ["PAIN-RED"]), ([(0, 6)], ["PAIN-RED"]), ([(5, None)], ["PAIN-AMBER"]),
    ([(None, None)], ["PAIN-UNKNOWN"]), ([(None, 0)], ["PAIN-UNKNOWN"]), ([(None, 3)], ["PAIN-AMBER"]),
])  # fmt: skip
def test_the_histories_of_pain_that_the_facts_name(
    pairs: list[tuple[int | None, int | None]], rules: list[str], real_guide: Guide
) -> None:
    told = answers(*pairs)
    assert [pain_rule_for(real_guide.progression, told[:count]).id for count in range(1, len(told) + 1)] == rules


def test_pain_that_is_weeks_apart_is_not_counted_together(real_guide: Guide) -> None:
    told = answers((4, 0), (0, 0), (4, 0), (0, 0), (4, 0), every=5)
    assert pain_rule_for(real_guide.progression, told).id == "PAIN-AMBER"


@pytest.mark.parametrize(("signs", "rule"), [
    ({"bone"}, "PAIN-BONE"), ({"joint"}, "PAIN-JOINT"), ({"nerve"}, "PAIN-NERVE"), ({"tendon"}, "PAIN-TENDON"),
    ({"red", "bone"}, "PAIN-RED"), ({"bone", "tendon", "lasting"}, "PAIN-BONE"), ({"lasting"}, "PAIN-SEE"),
    ({"returning"}, "PAIN-SEE"),
])  # fmt: skip
def test_a_sign_decides_whatever_the_number(signs: set[str], rule: str, real_guide: Guide) -> None:
    for during, morning in product((0, 1, 4), (None, 0, 2)):
        assert pain_rule_for(real_guide.progression, [Answers(0, during, morning, frozenset(signs))]).id == rule


def _steps(guide: Guide, done: list[Done], week: Week | None = None) -> list[str]:
    ends = range(1, len(done) + 1)
    return [next_step(guide.progression, done[:end], week or Week()).id for end in ends]


def test_without_pain_and_with_more_left_it_goes_up(real_guide: Guide) -> None:
    done = sessions([10, 11, 12, 12], left=[3, 3, 2, 2])
    assert _steps(real_guide, done) == ["UP1", "UP1", "HOLD", "UP2"]


def test_one_session_alone_decides_no_step(real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([12, 10, 12], left=2)) == ["HOLD", "HOLD", "HOLD"]


def test_always_five_left_is_one_repetition_more_at_a_time(real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([10] * 8, left=5)) == ["UP1"] * 8


def test_repetitions_that_fall_lead_down(real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([10, 9, 8, 7, 7, 5])) == ["HOLD", "HOLD", "HOLD", "DOWN1", "DOWN2", "DOWN2"]


def test_a_morning_that_nobody_told_of_holds(real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([12, 12, 12], left=4, morning=None)) == ["UP7"] * 3


def test_pain_decides_before_anything_else(real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([12, 12], left=4, during=4)) == ["PAIN-AMBER", "PAIN-AMBER2"]
    assert _steps(real_guide, sessions([3], left=0, during=7)) == ["PAIN-RED"]


def test_for_seven_days_after_pain_nothing_gets_harder(real_guide: Guide) -> None:
    hurt, *fine = sessions([12, 12, 12], left=4)
    done = [Done(Answers(0, 4, 0), hurt.sets, asked=10, least=6, left=4), *fine]
    found = [next_step(real_guide.progression, done, Week(day=day)).id for day in (7, 8)]
    assert found == ["UP7", "UP2"]


@pytest.mark.parametrize("week", [
    Week(week_of_strength=1), Week(week_of_strength=2), Week(week="easier"), Week(week="race"),
    Week(kilometres_rise=True),
])  # fmt: skip
def test_there_are_weeks_in_which_nothing_gets_harder(week: Week, real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([12, 12], left=4), week)[-1] == "UP7"


def test_less_goes_before_no_step_up(real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([7], left=0), Week(week_of_strength=1)) == ["DOWN1"]


def test_the_weaker_side_comes_first(real_guide: Guide) -> None:
    one = Done(Answers(0, 0, 0), (12, 12), asked=10, least=6, left=3, sides_differ_by=3)
    other = Done(Answers(4, 0, 0), (12, 12), asked=10, least=6, left=3, sides_differ_by=2)
    assert _steps(real_guide, [one, other]) == ["UP6", "UP2"]


def test_a_set_that_was_left_out_is_no_set_that_went_well(real_guide: Guide) -> None:
    done = [replace(each, left_out=1) for each in sessions([12, 12, 10], left=4)]
    assert _steps(real_guide, done) == ["HOLD"] * 3


def test_nothing_goes_up_that_nobody_called_clean(real_guide: Guide) -> None:
    done = [replace(each, unclean_sets=None) for each in sessions([12, 12, 10], left=4)]
    assert _steps(real_guide, done) == ["HOLD"] * 3


def test_holds_grow_by_seconds(real_guide: Guide) -> None:
    done = [
        Done(Answers(4 * index, 0, 0), (seconds,), asked=30, least=15, is_hold=True)
        for index, seconds in enumerate((30, 35, 40, 40))
    ]
    assert _steps(real_guide, done) == ["UP1", "UP1", "HOLD", "UP2"]


def test_six_sessions_without_a_step_ask_for_a_change(real_guide: Guide) -> None:
    assert _steps(real_guide, sessions([10] * 7)) == ["HOLD"] * 5 + ["STALL"] * 2


def test_any_history_leads_to_one_rule(real_guide: Guide) -> None:
    found = {next_step(real_guide.progression, done, week).id for done, week in many(400)}
    assert found == {rule.id for field, _, rule in real_guide.progression.rules() if field in ("pain", "steps")} - {
        "PAIN-UNKNOWN", "PAIN-GREEN",
    }  # fmt: skip


@pytest.mark.parametrize(("days", "rule"), [
    (0, "MISS0"), (6, "MISS0"), (7, "MISS1"), (13, "MISS1"), (14, "MISS2"), (27, "MISS2"), (28, "MISS3"),
    (400, "MISS3"),
])  # fmt: skip
def test_a_pause_has_one_rule(days: int, rule: str, real_guide: Guide) -> None:
    assert after_pause(real_guide.progression, days).id == rule


@pytest.mark.parametrize(("days", "rules"), [
    (20, []), (14, ["RACE4"]), (10, ["RACE4"]), (7, ["RACE4"]), (6, ["RACE1", "RACE3", "RACE4"]),
    (4, ["RACE1", "RACE2", "RACE3", "RACE4"]), (2, ["RACE1", "RACE3", "RACE4"]), (0, ["RACE1", "RACE3", "RACE4"]),
])  # fmt: skip
def test_before_a_race_all_that_hold_are_told(days: int, rules: list[str], real_guide: Guide) -> None:
    assert [rule.id for rule in before_race(real_guide.progression, days)] == rules


@pytest.mark.parametrize(("measured", "rules"), [
    ({"weeks_since_easier": 2}, []), ({"weeks_since_easier": 3}, ["EASY2"]), ({"week": "easier"}, ["EASY1"]),
    ({"set_sign": "breath-held"}, ["STOPSET"]), ({"changes_this_week": 1}, ["UP4"]), ({"sore_hours": 72}, []),
    ({"sore_hours": 80}, ["DOWN3"]), ({"heel_raises_lost": 5}, ["SEE2"]), ({"hours_without_fever": 10}, ["FEVER"]),
    ({"jumps_ended_by_count": True, "sessions_running": 2, "pain": "PAIN-GREEN"}, ["UP5"]),
    ({"stage_done": True, "sessions_running": 2, "left_over_asked": 1, "pain": "PAIN-GREEN"}, ["UP3"]),
    ({"stage_done": True, "sessions_running": 2, "left_over_asked": 1, "pain": "PAIN-UNKNOWN"}, []),
])  # fmt: skip
def test_what_is_noticed_in_a_week_has_its_rule(measured: Measured, rules: list[str], real_guide: Guide) -> None:
    assert [rule.id for rule in all_that_fit(real_guide.progression.training, measured)] == rules


@pytest.mark.parametrize(("measured", "rule"), [
    ({"walking_minutes": 30, "walking_pain": 1}, "BACK1"), ({"step": "begun", "green_sessions": 2}, "BACK2"),
    ({"step": "begun", "green_sessions": 3}, "BACK3"), ({"step": "full-form"}, "BACK4"),
    ({"step": "left-out"}, "BACK5"),
    ({"pain": "PAIN-AMBER"}, "BACK6"),
])  # fmt: skip
def test_coming_back_goes_step_by_step(measured: Measured, rule: str, real_guide: Guide) -> None:
    assert [each.id for each in all_that_fit(real_guide.progression.coming_back, measured)] == [rule]


@pytest.mark.parametrize(("race", "days", "rests"), [
    ("10-km", 2, True), ("10-km", 3, False), ("half-marathon", 4, True), ("half-marathon", 5, False),
    ("marathon", 10, True), ("marathon", 11, False),
])  # fmt: skip
def test_after_a_race_legs_rest(race: str, days: int, rests: bool, real_guide: Guide) -> None:
    assert bool(after_race(real_guide.progression, race, days)) == rests

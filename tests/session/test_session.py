"""The timeline of a routine: the same minutes as the guide counts, in the order in which a runner goes through it."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from math import floor

import pytest

from guide.model import Guide, Item, Routine, Stage
from guide.model.routine import Action, Part
from guide.session.exercise_catalogue import catalogue
from guide.session.timeline import Phase, Step, actions, move, plain_step, sessions, steps
from guide.wording.gates import stage_points


@pytest.fixture
def routine(small_guide: Guide) -> Routine:
    return small_guide.routines["evening-legs"]


def test_the_seconds_of_all_steps_are_those_of_the_guide(small_guide: Guide, real_guide: Guide) -> None:
    for guide in (small_guide, real_guide):
        for routine, stage in _stages(guide):
            planned = sum(step.seconds for step in steps(guide, routine, stage))
            assert planned == guide.workload(routine, stage).seconds, (routine.id, stage.id)


def test_the_promised_minutes_are_those_of_all_steps(small_guide: Guide, real_guide: Guide) -> None:
    for guide in (small_guide, real_guide):
        for routine, stage in _stages(guide):
            (plain,) = json.loads(json.dumps(sessions(guide, routine.in_stage(stage))))["stages"]
            warm = [step for step in plain["steps"] if step["kind"] != "warm-up"]
            assert plain["minutes"] == _minutes(plain["steps"]), (routine.id, stage.id)
            assert plain["minutes_when_warm"] == _minutes(warm if plain["leave_out_when"] else plain["steps"])
            assert {"ready", "work"} <= {step["kind"] for step in plain["steps"]}


def _minutes(steps: list[dict[str, float]]) -> int:
    return floor(sum(step["seconds"] for step in steps) / 60 + 0.5)


def test_a_stage_has_its_weeks_where_it_has_some(small_guide: Guide, real_guide: Guide) -> None:
    for guide in (small_guide, real_guide):
        for routine, stage in _stages(guide):
            (plain,) = json.loads(json.dumps(sessions(guide, routine.in_stage(stage))))["stages"]
            assert plain.get("weeks") == (stage.weeks and [stage.weeks.first, stage.weeks.last])


def test_low_hops_of_a_warm_up_and_a_finish_are_marked(real_guide: Guide) -> None:
    for routine, stage in _stages(real_guide):
        around = [step for step in steps(real_guide, routine, stage) if step.kind in ("warm-up", "finish")]
        parts = (real_guide.warm_up(routine, stage), stage.finish or routine.finish)
        assert sum(step.hops for step in around) == sum(part.hops for part in parts)


def _stages(guide: Guide) -> list[tuple[Routine, Stage]]:
    return [(routine, stage) for routine in guide.routines.values() for stage in routine.stages]


def test_the_seconds_of_a_move_are_those_of_the_guide(real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        for item in routine.items:
            found = move(real_guide, item)
            sides = 2 if found.each_side and found.sides == "each" else 1
            assert found.seconds * sides == real_guide.item_seconds(item), (routine.id, item.exercise)


def test_the_phases_of_a_move_fill_its_seconds(real_guide: Guide) -> None:
    moves = [move(real_guide, item) for routine in real_guide.routines.values() for item in routine.items]
    counted = [each for each in moves if each.repetitions]
    assert {each.hold for each in counted} == {True, False}
    assert not [each for each in counted if sum(p.seconds for p in each.phases) * each.repetitions != each.seconds]


def test_the_steps_in_order(routine: Routine, small_guide: Guide) -> None:
    found = [(step.kind, step.move, step.seconds) for step in steps(small_guide, routine, routine.stages[0])]
    first = [("work", 0, 60), ("rest", 1, 20), ("work", 1, 30)]
    hops = [("work", 2, 32), ("rest", 3, 50), ("work", 3, 36)]
    assert found == [
        *(("warm-up", 0, seconds) for seconds in (240, 15, 15, 15, 15)),
        *(("ready", 0, 10), *first, ("rest", 0, 30), *first),
        *(("rest", 2, 30), *hops, ("rest", 2, 45), *hops, ("rest", 2, 45), *hops),
        ("finish", 0, 120),
    ]


def test_sides_done_one_after_the_other_are_switched(real_guide: Guide) -> None:
    changed = 0
    for routine, stage in _stages(real_guide):
        found = pairwise(pairwise(steps(real_guide, routine, stage)))
        for before, switch, after in ((a, b, c) for (a, b), (_, c) in found if b.kind == "switch"):
            changed += 1
            assert (before.side, after.side) == ("first", "second")
            assert before.move == switch.move == after.move
    assert changed


def test_work_never_follows_work_at_once(real_guide: Guide) -> None:
    for routine, stage in _stages(real_guide):
        kinds = [step.kind for step in steps(real_guide, routine, stage)]
        assert ("work", "work") not in pairwise(kinds), (routine.id, stage.id)
        assert "rest" not in (kinds[-1], kinds[-2]), "nothing is left to rest for"


def test_sides_that_take_turns_are_one_step_of_twice_the_repetitions(small_guide: Guide) -> None:
    found = move(small_guide, Item(exercise="side-hop", repetitions=4, each_side=True))
    assert (found.sides, found.repetitions, found.seconds) == ("alternating", 8, 32)


def test_a_hold_has_its_way_in_and_out(small_guide: Guide) -> None:
    found = move(small_guide, Item(exercise="wall-hold", seconds=25))
    assert found.phases == (Phase("slide down", 3, 2), Phase("hold", 25, 2), Phase("slide up", 2, 1))
    assert (found.hold, found.repetitions, found.seconds) == (True, 1, 30)


def test_a_hold_on_each_side_is_two_steps_with_a_change_as_long_as_the_dose_says(small_guide: Guide) -> None:
    hold = small_guide.exercises["wall-hold"]
    dose = hold.dose.model_copy(update={"rest_between_sides_seconds": 12})
    sided = replace(
        small_guide,
        exercises={**small_guide.exercises, hold.id: hold.model_copy(update={"sides": "each", "dose": dose})},
    )
    routine = small_guide.routines["evening-legs"]
    first = routine.stages[0]
    block = first.blocks[0].model_copy(
        update={"rounds": 1, "items": (Item(exercise=hold.id, seconds=25, each_side=True),)}
    )
    found = steps(sided, routine, first.model_copy(update={"blocks": (block,)}))
    side = ("work", 3 + 25 + 2)
    between = [step for step in found if step.kind not in ("warm-up", "finish")]
    assert [(each.kind, each.seconds) for each in between] == [("ready", 10), side, ("switch", 12), side]


def test_half_seconds_stay_exact(small_guide: Guide) -> None:
    lift = small_guide.exercises["heel-lift"]
    tempo = (lift.tempo[0].model_copy(update={"seconds": 1.5}), *lift.tempo[1:])
    quick = replace(small_guide, exercises={**small_guide.exercises, lift.id: lift.model_copy(update={"tempo": tempo})})
    assert [move(quick, Item(exercise=lift.id, repetitions=count)).seconds for count in (1, 2, 3)] == [5.5, 11, 16.5]


def test_the_exercise_that_is_really_done_is_shown(small_guide: Guide) -> None:
    found = move(small_guide, Item(exercise="side-hop", repetitions=6, modification="Lifts instead of hops"))
    assert (found.exercise, found.name, found.version) == ("heel-lift", "Side hop", "Lifts instead of hops")
    assert found.cues == small_guide.exercises["heel-lift"].cues


def test_an_action_is_a_step_for_each_time_and_side() -> None:
    swing = Action(text="Swing.", seconds=15, each_side=True, exercise="squat")
    hop = Action(text="Hop.", seconds=20, times=2, hops=10)
    found = list(actions("warm-up", Part(actions=(swing, hop), notes=("A remark has no clock.",))))
    assert [(step.text, step.seconds, step.side, step.round, step.exercise) for step in found] == [
        ("Swing.", 15, "first", 1, "squat"),
        ("Swing.", 15, "second", 1, "squat"),
        ("Hop.", 20, "", 1, ""),
        ("Hop.", 20, "", 2, ""),
    ]


def test_a_written_step_leaves_out_what_is_empty() -> None:
    assert plain_step(Step("finish", 60, "Walk.")) == {"kind": "finish", "seconds": 60, "text": "Walk.", "move": 0}


def test_sessions_are_plain_values(small_guide: Guide, routine: Routine) -> None:
    found = json.loads(json.dumps(sessions(small_guide, routine)))
    assert [stage["name"] for stage in found["stages"]] == [
        'Evening legs & "more", weeks 1 and 2',
        'Evening legs & "more", from week 3 on: longer',
    ]
    for stage, plain in zip(routine.stages, found["stages"], strict=True):
        work = small_guide.workload(routine, stage)
        assert (plain["minutes"], plain["minutes_when_warm"]) == (work.minutes, work.minutes_when_warm)
        assert len(plain["steps"]) == len(steps(small_guide, routine, stage))
        assert plain["gate"] == list(stage_points(small_guide, routine, stage))


def test_whoever_may_not_jump_is_told_before_jumps_and_before_hops(real_guide: Guide) -> None:
    for routine, stage in _stages(real_guide):
        work = real_guide.workload(routine, stage)
        (plain,) = json.loads(json.dumps(sessions(real_guide, routine.in_stage(stage))))["stages"]
        assert bool(plain["leave_out"]) == bool(work.landings or work.hops), (routine.id, stage.id)


def test_the_catalogue_has_every_exercise_with_its_usual_dose(small_guide: Guide) -> None:
    found = json.loads(json.dumps(catalogue(small_guide)))
    assert [each["id"] for each in found["exercises"]] == ["heel-lift", "side-hop", "wall-hold"]
    hold = found["exercises"][2]
    assert (hold["hold"], hold["sets"], hold["amount"], hold["equipment"]) == (True, 1, 15, ["wall"])
    assert [each["action"] for each in hold["phases"]] == ["slide down", "slide up"]
    safety = small_guide.safety
    assert sum(each["seconds"] for each in found["warm_up"]) == small_guide.warmups[safety.warm_up].seconds

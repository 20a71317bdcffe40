"""The timeline of a routine: the same minutes as the guide counts, in the order in which a runner goes through it."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from guide.model import Guide, Item, Routine
from guide.session.exercise_catalogue import WARM_UP, catalogue
from guide.session.timeline import UNPLANNED, Phase, Step, move, plain_step, session, share_out, steps


@pytest.fixture
def routine(small_guide: Guide) -> Routine:
    return small_guide.routines["evening-legs"]


def _minutes(found: tuple[Step, ...]) -> float:
    return sum(step.seconds or 0 for step in found if step.kind not in UNPLANNED) / 60


def test_the_planned_minutes_are_those_of_the_guide(small_guide: Guide, real_guide: Guide) -> None:
    for guide in (small_guide, real_guide):
        for routine in guide.routines.values():
            assert int(_minutes(steps(guide, routine)) + 0.5) == guide.routine_minutes(routine), routine.id


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
    found = [(step.kind, step.move, step.seconds) for step in steps(small_guide, routine)]
    first = [("work", 0, 60), ("rest", 1, 20), ("work", 1, 30)]
    hops = [("work", 2, 32), ("ready", 3, 5), ("work", 3, 36)]
    assert found == [
        ("warm-up", 0, 300),
        *(("ready", 0, 10), *first, ("rest", 0, 30), *first),
        *(("rest", 2, 30), *hops, ("rest", 2, 45), *hops, ("rest", 2, 45), *hops),
        ("finish", 0, 120),
    ]


def test_sides_done_one_after_the_other_are_switched(real_guide: Guide) -> None:
    found = steps(real_guide, real_guide.routines["hills-and-power"])
    switches = [(a, b, c) for (a, b), (_, c) in pairwise(pairwise(found)) if b.kind == "switch"]
    assert len(switches) == 3 + 2
    for before, switch, after in switches:
        assert (before.side, after.side, switch.seconds) == ("first", "second", 5)
        assert before.move == switch.move == after.move


def test_work_never_follows_work_at_once(real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        kinds = [step.kind for step in steps(real_guide, routine)]
        assert ("work", "work") not in pairwise(kinds), routine.id
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
    block = routine.blocks[0].model_copy(
        update={"rounds": 1, "items": (Item(exercise=hold.id, seconds=25, each_side=True),)}
    )
    found = steps(sided, routine.model_copy(update={"blocks": (block,)}))
    side = ("work", 3 + 25 + 2)
    assert [(each.kind, each.seconds) for each in found[1:-1]] == [("ready", 10), side, ("switch", 12), side]


def test_half_seconds_stay_exact(small_guide: Guide) -> None:
    lift = small_guide.exercises["heel-lift"]
    tempo = (lift.tempo[0].model_copy(update={"seconds": 1.5}), *lift.tempo[1:])
    quick = replace(small_guide, exercises={**small_guide.exercises, lift.id: lift.model_copy(update={"tempo": tempo})})
    assert [move(quick, Item(exercise=lift.id, repetitions=count)).seconds for count in (1, 2, 3)] == [5.5, 11, 16.5]


def test_the_exercise_that_is_really_done_is_shown(small_guide: Guide) -> None:
    found = move(small_guide, Item(exercise="side-hop", repetitions=6, modification="Lifts instead of hops"))
    assert (found.exercise, found.name, found.version) == ("heel-lift", "Side hop", "Lifts instead of hops")
    assert found.cues == small_guide.exercises["heel-lift"].cues


@pytest.mark.parametrize(("minutes", "seconds"), [(1, [20, 20, 20]), (5, [100, 100, 100]), (0, [None] * 3)])
def test_a_warm_up_is_shared_out(minutes: int, seconds: list[int | None]) -> None:
    assert [step.seconds for step in share_out("warm-up", minutes, ("a", "b", "c"))] == seconds


def test_odd_seconds_of_a_warm_up_are_not_lost() -> None:
    assert sum(step.seconds or 0 for step in share_out("warm-up", 1, ("a",) * 7)) == 60


def test_a_written_step_leaves_out_what_is_empty() -> None:
    assert plain_step(Step("finish", None, "Walk.")) == {"kind": "finish", "seconds": None, "text": "Walk.", "move": 0}


def test_sessions_are_plain_values(small_guide: Guide, routine: Routine) -> None:
    found = json.loads(json.dumps(session(small_guide, routine)))
    assert (found["minutes"], found["name"]) == (17, 'Evening legs & "more"')
    assert len(found["steps"]) == len(steps(small_guide, routine))


def test_the_catalogue_has_every_exercise_with_its_usual_dose(small_guide: Guide) -> None:
    found = json.loads(json.dumps(catalogue(small_guide)))
    assert [each["id"] for each in found["exercises"]] == ["heel-lift", "side-hop", "wall-hold"]
    hold = found["exercises"][2]
    assert (hold["hold"], hold["sets"], hold["amount"], hold["equipment"]) == (True, 1, 15, ["wall"])
    assert [each["action"] for each in hold["phases"]] == ["slide down", "slide up"]
    assert sum(each["seconds"] for each in found["warm_up"]) == WARM_UP * 60

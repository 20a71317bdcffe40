"""The questions that pages ask of a guide, answered by hand for the three exercises and the routine of tests/small.

Heel lift: 6 seconds a repetition, no equipment. Wall hold: 5 seconds in and out, a wall. Side hop: 4 seconds, a jump.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.model import Block, Guide, Item, Modification, Routine, ladder_edges


@pytest.fixture
def routine(small_guide: Guide) -> Routine:
    return small_guide.routines["evening-legs"]


def _item(exercise: str, **fields: object) -> Item:
    return Item.model_validate({"exercise": exercise, **fields})


# One item


@pytest.mark.parametrize(("item", "seconds"), [
    (_item("heel-lift", repetitions=10), 60), (_item("heel-lift", repetitions=10, each_side=True), 120),
    (_item("heel-lift", seconds=40), 40), (_item("wall-hold", seconds=25), 25 + 5),
    (_item("wall-hold", seconds=25, each_side=True), 2 * (25 + 5)), (_item("side-hop", repetitions=4), 16),
    (_item("side-hop", repetitions=4, each_side=True), 32),
    (_item("side-hop", repetitions=4, modification="Side step"), 16),
    (_item("side-hop", repetitions=4, modification="Lifts instead of hops"), 4 * 6),
    (_item("wall-hold", repetitions=3, modification="Hop instead"), 3 * 4),
])  # fmt: skip
def test_the_seconds_of_an_item(item: Item, seconds: int, small_guide: Guide) -> None:
    assert small_guide.item_seconds(item) == seconds


@pytest.mark.parametrize(("item", "landings"), [
    (_item("heel-lift", repetitions=10), 0), (_item("side-hop", repetitions=4), 4),
    (_item("side-hop", repetitions=4, each_side=True), 8), (_item("side-hop", seconds=20), 20),
    (_item("side-hop", repetitions=4, modification="Side step"), 0),
    (_item("side-hop", repetitions=4, modification="Hop on to a board"), 4),
    (_item("side-hop", repetitions=4, modification="Lifts instead of hops"), 0),
    (_item("wall-hold", repetitions=3, modification="Hop instead"), 3),
])  # fmt: skip
def test_the_landings_of_an_item(item: Item, landings: int, small_guide: Guide) -> None:
    assert small_guide.item_landings(item) == landings


def test_low_hops_on_both_feet_are_no_landings(routine: Routine, small_guide: Guide) -> None:
    hop = small_guide.exercises["side-hop"].model_copy(update={"impact": "low", "sides": "both"})
    guide = replace(small_guide, exercises={**small_guide.exercises, "side-hop": hop})
    counted, clocked = _item("side-hop", repetitions=7), _item("side-hop", seconds=10)
    assert (hop.is_jump, hop.landings_per_repetition, hop.hops_per_repetition) == (True, 0, 1)
    assert [guide.item_hops(each) for each in (counted, clocked)] == [7, 3]
    assert [guide.item_landings(each) for each in (counted, clocked)] == [0, 0]
    still = _item("side-hop", repetitions=7, modification="Lifts instead of hops")
    assert (guide.item_hops(still), guide.item_jumps(still), guide.item_jumps(counted)) == (0, False, True)
    first, before = guide.workloads(routine)[0], small_guide.workloads(routine)[0]
    assert (first.landings, first.hops) == (0, before.hops + 3 * 4)


@pytest.mark.parametrize(("item", "equipment"), [
    (_item("heel-lift", repetitions=1), ()),
    (_item("heel-lift", repetitions=1, modification="Loaded heel lift"), ("weight",)),
    (_item("wall-hold", seconds=1), ("wall",)), (_item("wall-hold", seconds=1, modification="Leaning stand"), ()),
    (_item("wall-hold", seconds=1, modification="Weight in the lap"), ("weight", "wall")),
    (_item("wall-hold", repetitions=1, modification="Hop instead"), ()),
])  # fmt: skip
def test_the_equipment_of_an_item(item: Item, equipment: tuple[str, ...], small_guide: Guide) -> None:
    assert small_guide.item_equipment(item) == equipment


def test_the_exercise_that_is_really_done(small_guide: Guide) -> None:
    plain = _item("side-hop", repetitions=1)
    lifts, step = (plain.model_copy(update={"modification": each}) for each in ("Lifts instead of hops", "Side step"))
    done = [small_guide.performed_exercise(item).id for item in (lifts, step, plain)]
    assert done == ["heel-lift", "side-hop", "side-hop"]
    assert small_guide.modification(plain) is None
    assert small_guide.modification(step) == small_guide.exercises["side-hop"].easier[1]


# The whole routine


def test_the_seconds_of_a_stage_count_everything_but_the_last_rest(routine: Routine, small_guide: Guide) -> None:
    warm_up, steady, hops, finish = 300, 2 * (60 + 20 + 30 + 30), 3 * (32 + 50 + 36 + 45), 120
    work = small_guide.workload(routine, routine.stages[0])
    assert work.seconds == warm_up + 10 + steady + hops - 45 + finish
    assert work.warm_up_seconds == warm_up


def test_a_change_where_no_rest_is_written_takes_its_time(routine: Routine, small_guide: Guide) -> None:
    first = routine.stages[0]
    blocks = (first.blocks[0].model_copy(update={"rest_between_items_seconds": 0}), *first.blocks[1:])
    changed = first.model_copy(update={"blocks": blocks})
    less = small_guide.workload(routine, first).seconds - small_guide.workload(routine, changed).seconds
    assert less == 2 * (20 - 5)


def test_optional_rounds_count_in_no_sum(routine: Routine, small_guide: Guide) -> None:
    last = routine.stages[-1]
    assert last.blocks[0].optional_rounds
    plain = last.model_copy(update={"blocks": (last.blocks[0].model_copy(update={"optional_rounds": 0}),)})
    assert small_guide.workload(routine, last) == small_guide.workload(routine, plain)


@pytest.mark.parametrize(("seconds", "minutes"), [(19, 0), (20, 1), (79, 1), (80, 2), (140, 3), (199, 3)])
def test_half_a_minute_is_rounded_up(seconds: int, minutes: int, routine: Routine, small_guide: Guide) -> None:
    block = Block(
        name="One",
        rounds=1,
        rest_between_items_seconds=0,
        rest_after_round_seconds=600,
        items=(_item("heel-lift", seconds=seconds),),
    )
    short = routine.stages[0].model_copy(update={"blocks": (block,)})
    assert small_guide.workload(routine, short).minutes == minutes + 5 + 2


def test_a_warm_up_that_may_be_left_out_is_told_apart(routine: Routine, small_guide: Guide) -> None:
    work = small_guide.workload(routine, routine.stages[0])
    assert work.minutes - work.minutes_when_warm == 5
    needed = small_guide.warmups["marching"].model_copy(update={"leave_out_when": None})
    cold = replace(small_guide, warmups={"marching": needed}).workload(routine, routine.stages[0])
    assert cold.minutes_when_warm == cold.minutes == work.minutes


def test_landings_hops_and_sets_of_a_stage(routine: Routine, small_guide: Guide) -> None:
    first, later = small_guide.workloads(routine)
    assert (first.landings, first.hops) == (3 * (8 + 0), 2 * 10)
    assert (later.landings, later.hops) == (0, 2 * 10)
    assert small_guide.routine_landings(routine) == first.landings
    assert first.sets == {"thighs": 2 + 3, "calves": 2 + 3 + 3}


def test_the_equipment_of_a_routine_stands_in_the_order_of_the_list(routine: Routine, small_guide: Guide) -> None:
    assert small_guide.routine_equipment(routine) == ("weight", "wall")
    turned = replace(small_guide, equipment=dict(reversed(list(small_guide.equipment.items()))))
    assert turned.routine_equipment(routine) == ("wall", "weight")


def test_the_muscles_of_a_routine_are_the_primary_ones_of_what_is_done(routine: Routine, small_guide: Guide) -> None:
    assert small_guide.routine_muscles(routine) == ("thighs", "calves")
    lifts = _item("side-hop", repetitions=1, modification="Lifts instead of hops")
    block = routine.stages[0].blocks[0].model_copy(update={"items": (lifts,)})
    only = routine.in_stage(routine.stages[0].model_copy(update={"blocks": (block,)}))
    assert small_guide.routine_muscles(only) == ("calves",)


def test_a_routine_lists_each_item_once(routine: Routine) -> None:
    first, later = routine.stages
    assert [item.exercise for item in first.items] == ["heel-lift", "wall-hold", "side-hop", "side-hop"]
    assert routine.items == first.items + later.items


# Ladders


def test_a_rung_shows_on_both_ends_whichever_names_the_other(small_guide: Guide) -> None:
    assert _ids(small_guide.harder_than("heel-lift")) == ["side-hop", "wall-hold"]
    assert _ids(small_guide.easier_than("side-hop")) == ["heel-lift", "wall-hold"]
    assert _ids(small_guide.harder_than("wall-hold")) == ["side-hop"]
    assert _ids(small_guide.easier_than("heel-lift")) == []
    assert _ids(small_guide.harder_than("side-hop")) == []


def test_a_rung_that_both_ends_name_counts_once(small_guide: Guide) -> None:
    lift, hop = small_guide.exercises["heel-lift"], small_guide.exercises["side-hop"]
    up = Modification(name="Hop", how="Hop.", leads_to="side-hop")
    assert ladder_edges((lift.model_copy(update={"harder": (up,)}), hop)) == (("heel-lift", "side-hop"),)


# What uses what


def test_the_exercises_of_a_pattern_begin_with_the_lowest_level(small_guide: Guide) -> None:
    assert _ids(small_guide.exercises_of_pattern("steady")) == ["heel-lift", "wall-hold"]
    raised = small_guide.exercises["heel-lift"].model_copy(update={"level": 3})
    turned = replace(small_guide, exercises={**small_guide.exercises, "heel-lift": raised})
    assert _ids(turned.exercises_of_pattern("steady")) == ["wall-hold", "heel-lift"]
    assert small_guide.exercises_of_pattern("unknown") == ()


def test_the_exercises_of_a_muscle(small_guide: Guide) -> None:
    assert _ids(small_guide.exercises_training("thighs", primarily=True)) == ["side-hop", "wall-hold"]
    assert _ids(small_guide.exercises_training("thighs", primarily=False)) == ["heel-lift"]
    assert _ids(small_guide.exercises_training("calves", primarily=False)) == []


def test_the_uses_of_equipment(small_guide: Guide) -> None:
    assert _ids(small_guide.exercises_needing("wall")) == ["wall-hold"]
    assert _ids(small_guide.exercises_helped_by("wall")) == ["heel-lift"]
    assert small_guide.exercises_needing("weight") == ()
    assert [(each.id, version.name) for each, version in small_guide.modifications_needing("weight")] == [
        ("heel-lift", "Loaded heel lift"),
        ("side-hop", "Hop on to a board"),
        ("wall-hold", "Weight in the lap"),
    ]
    assert small_guide.modifications_needing("wall") == (), "the wall hold itself needs the wall"


def test_the_routines_of_an_exercise_and_of_equipment(small_guide: Guide) -> None:
    assert _ids(small_guide.routines_with("heel-lift")) == ["evening-legs"]
    assert small_guide.routines_with("unknown") == ()
    assert _ids(small_guide.routines_using("weight")) == ["evening-legs"]
    assert small_guide.routines_using("unknown") == ()


def test_the_entries_that_cite_a_source(small_guide: Guide) -> None:
    assert _ids(small_guide.entries_citing("eihara-2022")) == ["heel-lift", "wall-hold", "evening-legs"]
    assert _ids(small_guide.entries_citing("wu-2024")) == ["heel-lift", "wall-hold"]


def test_entries_stand_in_the_order_of_their_files(small_guide: Guide) -> None:
    assert list(small_guide.exercises) == ["heel-lift", "side-hop", "wall-hold"]
    assert list(small_guide.muscles) == ["thighs", "calves"]


def _ids(entries: tuple[object, ...]) -> list[str]:
    return [str(getattr(located, "id", located)) for located in entries]

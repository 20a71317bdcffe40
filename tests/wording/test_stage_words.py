"""What is said of stages: their names, where they lie, minutes and landings over all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.model import Action, Guide, Routine, Stage
from guide.wording import stage_words


@pytest.fixture
def routine(small_guide: Guide) -> Routine:
    return small_guide.routines["evening-legs"]


def _stage(routine: Routine, **fields: object) -> Stage:
    written = {"id": "one", "blocks": routine.stages[0].blocks, **fields}
    return Stage.model_validate(written)


@pytest.mark.parametrize(("fields", "name", "where"), [
    ({"weeks": "1-2"}, "Weeks 1 and 2", "in weeks 1 and 2"),
    ({"weeks": "1-3"}, "Weeks 1 to 3", "in weeks 1 to 3"),
    ({"weeks": 4}, "Week 4", "in week 4"),
    ({"weeks": "5+"}, "From week 5 on", "from week 5 on"),
    ({"name": "With jumps"}, "With jumps", "with jumps"),
    ({"weeks": "5+", "name": "With hops"}, "From week 5 on: with hops", "from week 5 on: with hops"),
])  # fmt: skip
def test_a_stage_is_named_by_its_weeks_or_its_name(
    fields: dict[str, object], name: str, where: str, routine: Routine
) -> None:
    stage = _stage(routine, **fields)
    assert (stage_words.stage_name(stage), stage_words.in_stage(stage)) == (name, where)


def test_the_title_names_the_stage_only_where_there_are_several(routine: Routine) -> None:
    first = routine.stages[0]
    assert stage_words.title(routine, first).endswith(", weeks 1 and 2")
    assert stage_words.title(routine.in_stage(first), first) == routine.name


def test_minutes_and_landings_of_all_stages(routine: Routine, small_guide: Guide) -> None:
    first, later = small_guide.workloads(routine)
    low, high = sorted((first.minutes, later.minutes))
    assert stage_words.minutes(small_guide, routine) == f"{low}–{high}"
    assert stage_words.minutes(small_guide, routine.in_stage(routine.stages[0])) == str(first.minutes)
    told = stage_words.landings(small_guide, routine)
    hops = f"{first.hops} low hops"
    assert told == f"{first.landings} in weeks 1 and 2, and {hops}"
    assert stage_words.landings(small_guide, routine.in_stage(routine.stages[1])) == hops
    calm = {"marching": small_guide.warmups["marching"].model_copy(update={"actions": ()})}
    assert stage_words.landings(replace(small_guide, warmups=calm), routine.in_stage(routine.stages[1])) == ""


@pytest.mark.parametrize(("fields", "time"), [
    ({"seconds": 150}, "2 min 30 s"), ({"seconds": 15, "each_side": True}, "15 s each side"),
    ({"seconds": 60, "times": 4}, "4 × 1 min"),
])  # fmt: skip
def test_the_time_of_an_action(fields: dict[str, object], time: str) -> None:
    action = Action.model_validate({"text": "Walk.", **fields})
    assert stage_words.action_time(action) == time
    assert stage_words.action_words(action) == f"Walk ({time})"


def test_the_next_stage_is_the_one_of_the_following_weeks(routine: Routine) -> None:
    first, later = routine.stages
    assert "from week 3 on" in stage_words.next_stage(routine, first)
    assert stage_words.next_stage(routine, later) == ""


def test_every_limit_of_jumping_is_said(real_guide: Guide) -> None:
    limits = real_guide.safety.limits
    told = " ".join(stage_words.jump_limits(limits))
    for name, value in limits:
        assert str(value) in told, name

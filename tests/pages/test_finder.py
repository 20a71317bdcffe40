"""What the finder is told, when to move on a ladder, what search finds first: on small examples."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import Any

import html5lib

from guide.figure import touch_map_svg
from guide.model import Guide
from guide.pages import finder
from guide.pages.search_names import SHARED_NAME_BOOST, search_boosts
from guide.wording import progression


def _facts(guide: Guide, exercise: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(finder.exercise_facts(guide, guide.exercises[exercise]))
    return facts


# Facts


def test_a_version_that_is_another_exercise_is_left_to_that_exercise(small_guide: Guide) -> None:
    assert [fact["name"] for fact in _facts(small_guide, "side-hop")["easier"]] == ["Side step"]
    assert [fact["jumps"] for fact in _facts(small_guide, "side-hop")["easier"]] == [False]
    assert _facts(small_guide, "side-hop")["jumps"]


def test_a_muscle_that_nothing_is_done_for_counts_where_it_helps(small_guide: Guide) -> None:
    assert _facts(small_guide, "heel-lift")["muscle"] == ["calves"]
    assert _facts(small_guide, "heel-lift")["along"] == ["thighs"]
    alone = replace(small_guide, exercises={"heel-lift": small_guide.exercises["heel-lift"]})
    assert _facts(alone, "heel-lift")["muscle"] == ["calves", "thighs"]


def test_only_lengths_that_tell_routines_apart_are_offered(real_guide: Guide) -> None:
    works = [real_guide.workloads(routine) for routine in real_guide.routines.values()]
    lengths = [min(work.minutes for work in stages) for stages in works]
    offered = finder.minutes(real_guide)
    assert offered
    assert all(min(lengths) <= minute < max(lengths) for minute in offered)


def test_what_serves_at_home_names_household_things_and_other_equipment(small_guide: Guide) -> None:
    assert finder.at_home(small_guide, small_guide.equipment["wall"]) == ("locked door", "weight")


# The body map to touch


def test_every_drawn_muscle_is_one_button_with_a_name(real_guide: Guide) -> None:
    quads, soleus = real_guide.muscles["quads"], real_guide.muscles["soleus"]
    quoted = quads.model_copy(update={"plain_name": 'front "thigh"'})
    tree = html5lib.parseFragment(touch_map_svg([quoted, soleus], label="Map"))
    buttons = [element for element in tree.iter() if element.get("role") == "button"]
    names = [(button.get("data-muscle"), button.get("aria-label"), button.get("tabindex")) for button in buttons]
    assert names == [("quads", 'front "thigh" (quadriceps)', "0"), ("soleus", "deep calf (soleus)", "0")]
    drawn = touch_map_svg(real_guide.muscles.values(), label="Map")
    assert drawn.count('role="button"') == len(real_guide.muscles)


def test_every_button_has_something_to_touch(real_guide: Guide) -> None:
    drawn = touch_map_svg(real_guide.muscles.values(), label="Map")
    buttons = [element for element in html5lib.parseFragment(drawn).iter() if element.get("role") == "button"]
    assert [
        button.get("data-muscle") for button in buttons if not any("d" in each.attrib for each in button.iter())
    ] == []
    turned_away = real_guide.muscles["quads"].drawn[0].faces.model_copy(update={"least": 1.0})
    hidden = real_guide.muscles["quads"].drawn[0].model_copy(update={"faces": turned_away})
    assert (
        " d="
        not in touch_map_svg([real_guide.muscles["quads"].model_copy(update={"drawn": (hidden,)})], label="Map").split(
            'role="button"'
        )[1]
    )


def test_muscles_that_are_not_drawn_have_no_map(real_guide: Guide) -> None:
    wings = real_guide.muscles["quads"].model_copy(update={"id": "wings", "drawn": ()})
    assert touch_map_svg([wings], label="Map") == ""


# When to move


def test_the_rule_for_moving_is_in_the_exercise_s_own_numbers(real_guide: Guide) -> None:
    squat, hold, jump = (real_guide.exercises[each] for each in ("squat", "wall-sit", "box-jump"))
    up, back = partial(progression.move_up, real_guide), partial(progression.move_back, real_guide)
    assert "First reach 15 good repetitions in every set. When all sets are clean at 17 in 2 sessions" in up(squat)
    assert "before 8 repetitions" in back(squat)
    assert "5 seconds longer at a time. When every set lasts 70 seconds in 2 sessions running" in up(hold)
    assert "before 15 seconds" in back(hold)
    assert "quiet and in line" in up(jump)


def test_the_rungs_of_a_ladder_come_lowest_level_first(real_guide: Guide) -> None:
    levels = [each.level for each, _ in progression.steps_up(real_guide, real_guide.exercises["squat"])]
    assert levels == sorted(levels)
    assert len(levels) > 1


# Search


def test_a_name_that_is_part_of_others_counts_more_in_search(real_guide: Guide) -> None:
    boosts = search_boosts(real_guide)
    assert boosts["exercises/squat/"] == boosts["equipment/wall/"] == SHARED_NAME_BOOST
    assert "exercises/wall-sit/" not in boosts


def test_an_address_may_ask_for_a_muscle_by_any_name(real_guide: Guide) -> None:
    muscles = real_guide.muscles.values()
    names = [name.casefold() for muscle in muscles for name in (muscle.plain_name, *json.loads(finder.names(muscle)))]
    assert "bum" in names
    assert len(names) == len(set(names))

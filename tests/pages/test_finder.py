"""What the finder is told, when to move on a ladder, where the ladder map puts an exercise: on small examples."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise
from typing import Any

import html5lib

from guide.figure import touch_map_svg
from guide.model import Exercise, Guide, ladder_edges
from guide.pages import finder
from guide.pages.ladder_layout import Family, families, without_ladder
from guide.pages.ladder_map import ladder_map_svg
from guide.pages.search_names import SHARED_NAME_BOOST, search_boosts
from guide.wording import progression


def _facts(guide: Guide, exercise: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(finder.exercise_facts(guide, guide.exercises[exercise]))
    return facts


def _linked(guide: Guide, **harder: list[str]) -> Guide:
    """Copies of heel-lift, each named for its level and leading to others: a1=["b2"]."""
    model = guide.exercises["heel-lift"]
    version = model.easier[0]
    exercises: dict[str, Exercise] = {}
    for name, targets in harder.items():
        leads = tuple(version.model_copy(update={"leads_to": target, "equipment": None}) for target in targets)
        update = {"id": name, "name": name, "level": int(name[-1]), "harder": leads, "easier": (version,)}
        exercises[name] = model.model_copy(update=update)
    return replace(guide, exercises=exercises, routines={})


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


# The ladder map


def test_a_family_is_whatever_leads_to_one_another(small_guide: Guide) -> None:
    guide = _linked(small_guide, a1=["b2"], b2=[], c1=["d3"], d3=[], e1=["b2"], f1=[])
    found = [[exercise.id for exercise in family.exercises] for family in families(guide)]
    assert found == [["a1", "e1", "b2"], ["c1", "d3"]]
    assert [each.id for each in without_ladder(guide)] == ["f1"]


def test_rows_go_by_level_and_lines_go_down(small_guide: Guide) -> None:
    (family,) = families(_linked(small_guide, a1=["b1", "d3"], b1=["c2"], c2=["d3"], d3=[]))
    assert family.levels == (1, 1, 2, 3)
    assert family.paths["a1", "d3"] == ("a1", ("a1", "d3", 1), ("a1", "d3", 2), "d3")
    assert [start.id for start in family.starts] == ["a1"]


def test_rows_are_put_in_order_so_that_lines_do_not_cross(small_guide: Guide) -> None:
    (family,) = families(_linked(small_guide, a1=["d2"], b1=["c2"], c2=["e3"], d2=["e3"], e3=[]))
    assert not _crossings(family)
    first, *others = family.rows
    assert _crossings(replace(family, rows=(first[::-1], *others)))


def test_no_lines_of_the_real_map_cross(real_guide: Guide) -> None:
    assert not any(map(_crossings, families(real_guide)))


def _crossings(family: Family) -> int:
    """How many lines cross between neighbouring rows."""
    across = {place: (number, index) for number, row in enumerate(family.rows) for index, place in enumerate(row)}
    steps = [(across[one], across[other]) for path in family.paths.values() for one, other in pairwise(path)]
    pairs = [(one, other) for one, other in combinations(steps, 2) if one[0][0] == other[0][0]]
    return sum((one[0] < other[0]) != (one[1] < other[1]) for one, other in pairs if len({*one, *other}) == 4)


def test_every_line_of_the_real_map_leads_down(real_guide: Guide) -> None:
    for family in families(real_guide):
        rows = {place: number for number, row in enumerate(family.rows) for place in row}
        assert all(rows[low] < rows[high] for low, high in family.paths)
        assert all(family.levels[rows[exercise.id]] == exercise.level for exercise in family.exercises)


def test_the_map_draws_every_exercise_and_every_line(real_guide: Guide) -> None:
    found = families(real_guide)
    maps = [ladder_map_svg(each, lambda name: f"<p>{name}</p>", label='A "map"') for each in found]
    for family, drawn in zip(found, maps, strict=True):
        html5lib.HTMLParser(strict=True).parseFragment(drawn)
        assert drawn.count("<foreignObject") == len(family.exercises)
    assert sum(drawn.count("guide-map__line") for drawn in maps) == len(ladder_edges(real_guide.exercises.values()))


def test_cards_of_a_map_do_not_overlap(real_guide: Guide) -> None:
    family: Family = families(real_guide)[0]
    tree = html5lib.parseFragment(ladder_map_svg(family, lambda name: "", label="Map"))
    cards = [element for element in tree.iter() if str(element.tag).endswith("foreignObject")]
    boxes = [tuple(float(card.get(name, "0")) for name in ("x", "y", "width", "height")) for card in cards]
    assert len(boxes) == len(family.exercises)
    for number, (x, y, width, height) in enumerate(boxes):
        for left, top, *_ in boxes[:number]:
            assert abs(left - x) >= width or abs(top - y) >= height


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

"""What is read of a place that hurts: its signs by urgency, its lists of exercises, its sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.model import Exercise, Guide
from guide.model.condition import Region
from guide.model.hurts import URGENCIES, Lists, Row, cited, cited_of_groups, lists, regions_citing, signs


def _ids(rows: tuple[Row, ...]) -> list[str]:
    return [row.exercise.id for row in rows]


def _in_lists(found: Lists) -> list[str]:
    return [*_ids(found.left_out), *_ids(found.changed), *_ids(found.tolerated)]


def test_signs_stand_by_urgency_the_most_urgent_first(small_guide: Guide, real_guide: Guide) -> None:
    found = {urgency: [condition.id for condition in conditions] for urgency, conditions in signs(small_guide)}
    assert found == {"emergency": ["heart"], "today": ["knee-locked"], "days": ["spot"]}
    assert [urgency for urgency, _ in signs(real_guide)] == list(URGENCIES)


def test_signs_of_a_region_are_those_that_name_it(small_guide: Guide) -> None:
    found = {urgency: [condition.id for condition in conditions] for urgency, conditions in signs(small_guide, "knee")}
    assert found == {"today": ["knee-locked"], "days": ["spot"]}
    assert signs(small_guide, "back-of-knee") == ()


def test_lists_are_read_from_the_exercises(small_guide: Guide) -> None:
    found = lists(small_guide, small_guide.regions["knee"])
    assert _ids(found.left_out) == ["side-hop", "wall-hold"], "a jump, and what names the pain under leave_out"
    (changed,) = found.changed
    assert changed.exercise.id == "heel-lift"
    assert changed.changes == tuple(
        each.change for each in changed.exercise.safeguards.adjust if each.condition == "kneecap"
    )
    assert found.tolerated == ()


def test_a_region_takes_over_the_lists_of_another(small_guide: Guide) -> None:
    knee, other = (lists(small_guide, small_guide.regions[name]) for name in ("knee", "back-of-knee"))
    assert (_ids(knee.left_out), _ids(knee.changed)) == (_ids(other.left_out), _ids(other.changed))


def test_what_else_rules_an_exercise_out_stands_with_it_but_for_signs(small_guide: Guide) -> None:
    knee = small_guide.regions["knee"]
    sprain = small_guide.conditions["cramp"].model_copy(update={"id": "sprain", "regions": ("knee",)})
    guide = replace(small_guide, conditions={**small_guide.conditions, "sprain": sprain})
    lift = guide.exercises["heel-lift"]
    (named, *_) = lift.safeguards.leave_out
    out = tuple(named.model_copy(update={"condition": name}) for name in ("sprain", "knee-locked"))
    guards = lift.safeguards.model_copy(update={"leave_out": out})
    lift = lift.model_copy(update={"safeguards": guards})
    guide = replace(guide, exercises={**guide.exercises, "heel-lift": lift})
    assert [row.leave_out_if for row in lists(guide, knee).changed] == [(sprain.words,)]


@pytest.mark.parametrize("kind", ["small_guide", "real_guide"])
def test_every_exercise_stands_once_in_the_lists_of_every_region(kind: str, request: pytest.FixtureRequest) -> None:
    guide: Guide = request.getfixturevalue(kind)
    for region in guide.regions.values():
        assert sorted(_in_lists(lists(guide, region))) == sorted(guide.exercises), region.id


def test_every_jump_is_left_out_wherever_something_hurts(real_guide: Guide) -> None:
    jumps = [exercise.id for exercise in real_guide.exercises.values() if _jumps(exercise)]
    assert jumps
    for region in real_guide.regions.values():
        assert set(jumps) <= set(_ids(lists(real_guide, region).left_out)), region.id


def _jumps(exercise: Exercise) -> bool:
    return exercise.impact != "none"


def test_every_source_of_a_region_is_named_once(small_guide: Guide) -> None:
    assert cited(small_guide, small_guide.regions["knee"]) == ("wu-2024", "eihara-2022", "blagrove-2018")
    assert cited_of_groups(small_guide) == ("wu-2024", "eihara-2022")
    assert [region.id for region in regions_citing(small_guide, "blagrove-2018")] == ["knee"]


def test_every_region_has_signs_of_its_own(real_guide: Guide) -> None:
    assert [region.id for region in real_guide.regions.values() if not signs(real_guide, region.id)] == []


def test_no_region_names_a_diagnosis_in_what_is_printed(real_guide: Guide) -> None:
    assert [told for region in real_guide.regions.values() for told in _printed(region) if "You have" in told] == []


def _printed(region: Region) -> list[str]:
    claims = (*region.known, *region.change, *region.come_back, *region.see_someone)
    return [region.name, *(claim.text for claim in claims)]

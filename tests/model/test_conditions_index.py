"""What exercises and routines say of a condition, answered by hand for tests/small and for the rule on jumps."""

from __future__ import annotations

from guide.model import Guide
from guide.model.conditions_index import left_out, left_out_for, regions_of_pain, routines_touched_by


def test_lists_of_one_region_hold_for_another(small_guide: Guide) -> None:
    assert [region.id for region in regions_of_pain(small_guide, "kneecap")] == ["knee", "back-of-knee"]
    assert regions_of_pain(small_guide, "heart") == ()


def test_pain_in_a_region_leaves_out_jumps_besides_what_names_it(small_guide: Guide) -> None:
    assert [exercise.id for exercise in left_out_for(small_guide, "kneecap")] == ["side-hop", "wall-hold"]


def test_a_reason_against_all_jumps_is_found_with_each(small_guide: Guide) -> None:
    assert [exercise.id for exercise in left_out_for(small_guide, "sprain")] == ["side-hop"]
    hop, hold = small_guide.exercises["side-hop"], small_guide.exercises["wall-hold"]
    assert [sign.condition for sign in left_out(small_guide, hop)] == ["sprain"]
    assert [sign.condition for sign in left_out(small_guide, hold)] == ["kneecap", "heart"]


def test_a_condition_that_ends_an_exercise_for_today_leaves_out_none(small_guide: Guide) -> None:
    assert left_out_for(small_guide, "knee-locked") == ()


def test_a_routine_is_touched_by_what_changes_one_of_its_exercises(small_guide: Guide) -> None:
    (routine,) = small_guide.routines.values()
    assert routines_touched_by(small_guide, "cramp") == (routine,)
    assert routines_touched_by(small_guide, "knee-locked") == ()


def test_every_jump_is_left_out_wherever_something_hurts(real_guide: Guide) -> None:
    jumps = {exercise.id for exercise in real_guide.exercises.values() if exercise.is_jump}
    for region in real_guide.regions.values():
        assert jumps <= {exercise.id for exercise in left_out_for(real_guide, region.pain)}


def test_heel_raises_are_left_out_with_a_sore_achilles_tendon(real_guide: Guide) -> None:
    raises = {"calf-raise-eccentric-drop", "single-leg-calf-raise-eccentric-drop"}
    for pain in ("achilles-pain", "achilles-heel-bone-pain"):
        assert raises <= {exercise.id for exercise in left_out_for(real_guide, pain)}

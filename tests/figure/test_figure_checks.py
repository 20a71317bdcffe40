"""Each check of a figure finds its planted violation, at the place where it was written, and nothing else."""

from __future__ import annotations

import pytest

from figure.data import all_figures, bent, small
from guide.figure.checks import contacts, figure_findings
from guide.figure.describe import frame_text
from guide.figure.limits import Finding
from guide.figure.skeleton import shift
from guide.figure.solve import solve
from guide.model.figure import Figure

RIGHT_SOLE = {"part": "sole", "side": "right", "forward": 0, "out": 0.09}


def found(figure: Figure) -> list[Finding]:
    return list(figure_findings(figure))


def places(figure: Figure) -> list[tuple[str | int, ...]]:
    return [place for place, _, _ in found(figure)]


def test_the_miniature_figure_is_sound() -> None:
    assert found(small()) == []


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_every_exercise_is_sound(name: str) -> None:
    assert found(all_figures()[name]) == []


def test_joint_beyond_human_range() -> None:
    figure = small({"pose": {**bent(knee=20, hip=10), "right": {"elbow": 170}}, "rules": []})
    assert (("frames", 1, "pose", "right", "elbow")) in places(figure)
    assert "a body does not reach" in found(figure)[0][1]


def test_joint_place_of_a_symmetric_pose() -> None:
    figure = small({"pose": bent(knee=20, hip=10, elbow=170), "rules": []})
    assert places(figure) == [("frames", 1, "pose", "both", "elbow")] * 2


def test_joint_place_of_a_mirrored_frame() -> None:
    figure = small({"mirrored": True, "pose": {**bent(knee=20, hip=10), "right": {"elbow": 170}}, "rules": []})
    assert ("frames", 1, "pose", "right", "elbow") in places(figure)


def test_contact_that_needs_another_pose() -> None:
    contacts = [RIGHT_SOLE, {"part": "ball", "side": "left", "forward": -0.4, "out": 0.09}]
    figure = small({"contacts": contacts, "pose": {"right": {"hip": 60, "knee": 60}}, "rules": []})
    assert ("frames", 1, "pose", "both", "knee") in places(figure)
    assert any("the foot's contact needs" in message for _, message, _ in found(figure))


def test_ankle_beyond_human_range() -> None:
    figure = small({"pose": {"trunk": {"lean": 5}, **bent(hip=60, knee=115)}, "moving": True, "rules": []})
    assert ("frames", 1, "pose", "right") in places(figure)
    assert any("ankle would have to bend" in message for _, message, _ in found(figure))


def test_foot_out_of_reach() -> None:
    contacts = [RIGHT_SOLE, {"part": "ball", "side": "left", "forward": -0.9, "out": 0.09}]
    figure = small({"contacts": contacts, "pose": bent(hip=5, knee=10), "moving": True, "rules": []})
    assert any("out of reach" in message for _, message, _ in found(figure))
    assert ("frames", 1, "contacts") in places(figure)


def test_hand_out_of_reach() -> None:
    rail = [{"kind": "rail", "edge": 0.9, "height": 0.6}]
    soles = [RIGHT_SOLE, RIGHT_SOLE | {"side": "left"}]
    hands = [{"part": "hand", "side": "both", "on": "rail"}]
    figure = small({"pose": bent(), "rules": [], "contacts": soles + hands}, props=rail)
    assert places(figure) == [("frames", 1, "contacts")] * 2
    assert "above what carries it" in found(figure)[0][1]


def test_prop_that_is_missing() -> None:
    messages = [message for _, message, _ in found(small({"contacts": [RIGHT_SOLE | {"on": "box"}]}))]
    assert "there is no box in the scene" in messages


@pytest.mark.parametrize(("rise", "word"), [(0.02, "above"), (-0.02, "below")])
def test_floating_and_sinking_feet(rise: float, word: str) -> None:
    figure = small()
    lifted = shift(solve(figure, figure.frames[0]), (0.0, rise, 0.0))
    messages = [message for _, message, _ in contacts(figure, figure.frames[0], lifted)]
    assert messages[0] == f"the right sole is 2.0% of height {word} what carries it"


def test_contacts_are_within_a_tenth_of_the_tolerance() -> None:
    figure = small()
    assert not list(contacts(figure, figure.frames[0], shift(solve(figure, figure.frames[0]), (0.0, 0.009, 0.0))))


def test_free_foot_below_the_floor() -> None:
    figure = small(
        {"contacts": [RIGHT_SOLE | {"out": 0}], "moving": True, "pose": {"right": {"hip": 60, "knee": 70}}, "rules": []}
    )
    assert (("frames", 1, "pose"), "a foot is below the floor", "bend that knee or hip more") in found(figure)


def test_knee_below_the_floor() -> None:
    pose = {"right": {"hip": 110, "knee": 140}, "left": {"hip": -5, "knee": 120}}
    assert ("frames", 1, "pose", "left", "knee") in places(
        small({"contacts": [RIGHT_SOLE], "pose": pose, "moving": True})
    )


def test_back_off_the_wall() -> None:
    wall = [{"kind": "wall", "edge": -0.3, "height": 1}]
    pose = {"trunk": {"lean": 20}, **bent(hip=100, knee=88)}
    contacts = [RIGHT_SOLE, {"part": "seat", "on": "wall"}, {"part": "shoulders", "on": "wall"}]
    figure = small({"contacts": contacts, "pose": pose, "rules": []}, props=wall)
    assert ("frames", 1, "contacts") in places(figure)


def test_body_that_falls_over() -> None:
    figure = small({"pose": {"trunk": {"lean": 88}, **bent(hip=88)}, "rules": []})
    assert places(figure) == [("frames", 1, "pose", "trunk")]
    assert "would fall over" in found(figure)[0][1]


def test_body_on_a_seat_need_not_balance() -> None:
    pose = {"trunk": {"lean": 4}, **bent(hip=92, knee=88)}
    chair = {"kind": "chair", "edge": -0.1, "height": 0.23, "length": 0.25}
    seated = [RIGHT_SOLE, RIGHT_SOLE | {"side": "left"}, {"part": "seat", "on": "chair"}]
    assert places(small({"pose": pose, "rules": []})) == [("frames", 1, "pose", "trunk")]
    assert found(small({"pose": pose, "rules": [], "contacts": seated}, props=[chair])) == []


def test_kneeling_body_rests_on_its_knees() -> None:
    shins = [{"part": "knee", "side": "both", "forward": 0, "out": 0.06}, {"part": "laces", "side": "both"}]
    figure = small(
        {
            "contacts": shins,
            "position": "kneeling",
            "pose": {"trunk": {"lean": 50}, **bent(hip=82, knee=121)},
            "rules": [],
        }
    )
    assert found(figure) == []
    assert "Kneeling, shins on the floor" in frame_text(figure, 2)


def test_body_in_motion_need_not_balance() -> None:
    assert found(small({"pose": {"trunk": {"lean": 88}, **bent(hip=88)}, "rules": [], "moving": True})) == []


@pytest.mark.parametrize("rule", [
    {"measure": "thigh_from_level", "at_most": 0.1}, {"measure": "shin_from_vertical", "at_most": 5},
    {"measure": "trunk_lean", "at_most": 30}, {"measure": "knee_bend", "at_most": 90},
    {"measure": "heel_above_support", "at_least": 0.05}, {"measure": "knee_above_floor", "at_most": 0.1},
    {"measure": "leg_to_trunk_line", "side": "left", "at_most": 10}, {"measure": "pelvis_tilt", "at_least": 5},
    {"measure": "hip_to_foot_across", "at_most": 0.001}, {"measure": "hip_bend", "at_most": 10},
    {"measure": "hip_spread", "at_least": 30}, {"measure": "ankle_bend", "at_most": 5},
    {"measure": "hip_above_floor", "at_least": 0.4}, {"measure": "shoulder_above_floor", "at_least": 0.8},
    {"measure": "hand_above_floor", "at_most": 0.2}, {"measure": "elbow_bend", "at_least": 20},
    {"measure": "toes_above_heel", "at_least": 0.02}, {"measure": "toes_above_floor", "at_least": 0.02},
    {"measure": "heel_above_floor", "at_least": 0.02}, {"measure": "knee_gap", "at_most": 0.1},
    {"measure": "ankle_gap", "at_most": 0.1}, {"measure": "feet_apart", "at_least": 0.3},
    {"measure": "thighs_apart", "at_most": 2}, {"measure": "thigh_from_vertical", "at_most": 20},
    {"measure": "trunk_from_level", "at_most": 20}, {"measure": "trunk_side", "at_least": 5},
    {"measure": "trunk_turn", "at_least": 5}, {"measure": "head_nod", "at_least": 20},
    {"measure": "arm_from_trunk", "at_most": 60}, {"measure": "upper_arm_from_vertical", "at_most": 20},
    {"measure": "forearm_from_vertical", "at_most": 20}, {"measure": "hip_off_line", "at_least": 0},
    {"measure": "knee_outside_ankle", "at_least": 0.1}, {"measure": "hand_from_middle", "at_most": 0.05},
    {"measure": "shoulder_ahead_of_hand", "at_least": 0}, {"measure": "hand_ahead_of_ankle", "at_most": 0.1},
    {"measure": "weight_ahead_of_ankle", "at_most": -0.05},
])  # fmt: skip
def test_rule_of_the_exercise(rule: dict[str, object]) -> None:
    assert places(small({"rules": [rule]})) == [("frames", 1, "rules", 0)]


def test_rule_of_a_modification() -> None:
    frame = {"caption": "Half way", "pose": bent(hip=20, knee=30), "rules": [{"measure": "knee_bend", "at_least": 50}]}
    figure = small(modifications=[{"name": "Half", "frames": [frame]}])
    assert places(figure) == [("modifications", 0, "frames", 0, "rules", 0)]


def test_foot_that_slides() -> None:
    loose = [{"part": "sole", "side": "both"}]
    figure = small({"pose": bent(hip=20, knee=40, hip_abduction=20), "rules": []}, contacts=loose)
    assert ("frames", 1, "contacts") in places(figure)
    assert any("slides by" in message for _, message, _ in found(figure))

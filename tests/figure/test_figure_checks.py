"""Each check of a figure finds its planted violation, at the place where it was written, and nothing else."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from figure.data import all_figures, bent, small
from guide.figure.checks.finding import Finding
from guide.figure.checks.findings import figure_findings
from guide.figure.checks.technique import DEGREES
from guide.figure.checks.touching import contacts
from guide.figure.posing.measures import measure_of
from guide.figure.posing.skeleton import shift
from guide.figure.posing.solve import solve
from guide.model.figure import Figure
from guide.model.figure_rule import Measure

FLAT = {"part": "sole", "forward": 0, "out": 0.09}
RIGHT, LEFT = {**FLAT, "side": "right"}, {**FLAT, "side": "left"}
WALL = {"kind": "wall", "edge": -0.3, "height": 1}


def found(figure: Figure) -> list[Finding]:
    return list(figure_findings(figure))


def places(figure: Figure) -> list[tuple[str | int, ...]]:
    return [place for place, _, _ in found(figure)]


def messages(figure: Figure) -> list[str]:
    return [message for _, message, _ in found(figure)]


def test_the_miniature_figure_is_sound() -> None:
    assert found(small()) == []


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_every_exercise_is_sound(name: str) -> None:
    assert found(all_figures()[name]) == []


def test_joint_beyond_human_range() -> None:
    figure = small({"pose": {**bent(knee=20, hip=10), "right": {"elbow": 170}}, "rules": []})
    assert (("frames", 1, "pose", "right", "elbow")) in places(figure)
    assert "the right elbow is 170 degrees, 20 more than a body reaches" in messages(figure)


def test_joint_place_of_a_symmetric_pose() -> None:
    figure = small({"pose": bent(knee=20, hip=10, elbow=170), "rules": []})
    assert places(figure) == [("frames", 1, "pose", "both", "elbow")] * 2


def test_joint_place_of_a_mirrored_frame() -> None:
    figure = small({"mirrored": True, "pose": {**bent(knee=20, hip=10), "right": {"elbow": 170}}, "rules": []})
    assert ("frames", 1, "pose", "right", "elbow") in places(figure)


@pytest.mark.parametrize(("part", "name", "angle"), [
    ("trunk", "arch", 60), ("trunk", "round", 80), ("trunk", "side", 60), ("trunk", "twist", 70),
    ("trunk", "hike", 40), ("head", "lift", 100), ("head", "turn", -120), ("head", "side", 70),
    ("both", "wrist", 110), ("both", "forearm_turn", 120), ("both", "shoulder_raise", 60), ("both", "toes", 100),
])  # fmt: skip
def test_spine_neck_and_small_joints_have_limits(part: str, name: str, angle: float) -> None:
    pose = {
        **bent(hip=5, knee=6),
        **({part: {name: angle}} if part != "both" else bent(hip=5, knee=6, **{name: angle})),
    }
    assert ("frames", 1, "pose", part, name) in places(small({"pose": pose, "rules": [], "moving": True}))


def test_contact_that_needs_another_pose() -> None:
    ball = {"part": "ball", "side": "left", "forward": -0.4, "out": 0.09}
    figure = small({"contacts": [RIGHT, ball], "pose": {"right": {"hip": 60, "knee": 60}}, "rules": []})
    assert ("frames", 1, "pose", "both", "knee") in places(figure)
    assert any("what it touches bends the left knee" in message for message in messages(figure))


def test_ankle_beyond_human_range() -> None:
    figure = small({"pose": {"trunk": {"lean": 5}, **bent(hip=60, knee=115)}, "moving": True, "rules": []})
    assert any("ankle would have to bend" in message for message in messages(figure))


def test_wrist_that_a_contact_bends_too_far() -> None:
    wall = {"kind": "wall", "edge": 0.2, "height": 1}
    hand = {"part": "hand", "side": "right", "surface": "wall", "toes_out": 180}
    figure = small({"contacts": [RIGHT, LEFT, hand], "pose": bent(shoulder=60, elbow=100), "rules": []}, props=[wall])
    assert any("the right wrist would have to bend" in message for message in messages(figure))


def test_foot_out_of_reach() -> None:
    ball = {"part": "ball", "side": "left", "forward": -0.9, "out": 0.09}
    figure = small({"contacts": [RIGHT, ball], "pose": bent(hip=5, knee=10), "moving": True, "rules": []})
    assert any("the left foot is out of reach by" in message for message in messages(figure))


def test_hand_out_of_reach() -> None:
    rail = [{"kind": "rail", "edge": 0.9, "height": 0.6}]
    hand = {"part": "hand", "side": "both", "surface": "rail"}
    figure = small({"contacts": [RIGHT, LEFT, hand], "pose": bent(hip=5, knee=6), "rules": []}, props=rail)
    assert any("hand" in message for message in messages(figure))


def test_prop_that_is_missing_with_the_nearest_one() -> None:
    box = {"kind": "box", "edge": -0.2, "height": 0.2, "name": "low box"}
    figure = small({"contacts": [RIGHT, {**LEFT, "surface": "low bocks"}]}, props=[box])
    place, message, hint = found(figure)[0]
    assert place == ("frames", 1, "contacts", 1, "surface")
    assert message == "there is no low bocks in the scene"
    assert hint.startswith("did you mean low box?")


def test_prop_that_a_version_takes_away() -> None:
    step = {"kind": "step", "edge": -0.1, "height": 0.1, "length": 0.3}
    on_step = [{"part": "sole", "side": "both", "surface": "step", "forward": 0, "out": 0.09}]
    version = {"name": "Half", "props": [], "frames": [{"caption": "Half way", "pose": bent(hip=5, knee=6)}]}
    figure = small(props=[step], contacts=on_step, modifications=[version])
    assert ("modifications", 0, "frames", 0, "contacts", 0, "surface") in places(figure)


@pytest.mark.parametrize(("rise", "word"), [(0.02, "above"), (-0.02, "below")])
def test_floating_and_sinking_feet_say_how_far(rise: float, word: str) -> None:
    figure = small()
    lifted = shift(solve(figure, figure.frames[0]), (0.0, rise, 0.0))
    told = [off.message for off in contacts(figure, figure.frames[0], lifted)]
    assert told[0] == f"the right foot is 3 cm (0.020 of body height) {word} the floor"


def test_contacts_within_the_tolerance() -> None:
    figure = small()
    assert not list(contacts(figure, figure.frames[0], shift(solve(figure, figure.frames[0]), (0.0, 0.009, 0.0))))


def test_a_body_on_nothing() -> None:
    assert messages(small({"contacts": [], "rules": []})) == ["this body touches nothing"]
    assert messages(small({"contacts": [], "rules": [], "flight": {"height": 0.1}})) == []


def test_back_off_the_wall() -> None:
    back = {"part": "back", "surface": "wall"}
    pose = {"trunk": {"lean": 50}, **bent(hip=100, knee=88)}
    figure = small({"contacts": [RIGHT, LEFT, back], "pose": pose, "rules": []}, props=[WALL])
    assert any("the back is" in message or "the trunk is" in message for message in messages(figure))


def test_body_that_falls_over() -> None:
    figure = small({"pose": {"trunk": {"lean": 88}, **bent(hip=88)}, "rules": []})
    assert places(figure) == [("frames", 1, "pose", "trunk")]
    assert "would fall over: its centre of mass is" in messages(figure)[0]


def test_body_on_a_seat_need_not_balance() -> None:
    pose = {"trunk": {"lean": 4}, **bent(hip=92, knee=88, shoulder=40, elbow=60)}
    chair = {"kind": "chair", "edge": -0.1, "height": 0.23, "length": 0.25}
    seat = {"part": "seat", "surface": "chair"}
    assert places(small({"pose": pose, "rules": []})) == [("frames", 1, "pose", "trunk")]
    assert found(small({"contacts": [RIGHT, LEFT, seat], "pose": pose, "rules": []}, props=[chair])) == []


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


def test_broken_rule_says_by_how_much() -> None:
    degrees = messages(small({"rules": [{"measure": "knee_bend", "at_most": 90}]}))
    assert degrees == ["knee bend on the right is 117 degrees, 26.6 degrees too much: it must be at most 90"]
    height = messages(small({"rules": [{"measure": "heel_above_support", "at_least": 0.05}]}))
    assert height == [
        "heel above support on the right is 0 cm (0.000 of body height), "
        "8 cm (0.050 of body height) too little: it must be at least 0.05"
    ]


def test_measures_in_degrees_are_told_from_lengths() -> None:
    frame = small().frames[1]
    skeleton = solve(small(), frame)
    for measure in get_args(Measure):
        large = abs(measure_of(skeleton, measure, "right", (), ())) > 1.5
        assert bool(DEGREES.search(measure)) or not large
    lengths = [measure for measure in get_args(Measure) if not DEGREES.search(measure)]
    assert all(re.search("above|gap|apart|across|outside|middle|ahead|line", name) for name in lengths)


def test_rule_of_a_modification() -> None:
    frame = {"caption": "Half way", "pose": bent(hip=20, knee=30), "rules": [{"measure": "knee_bend", "at_least": 50}]}
    figure = small(modifications=[{"name": "Half", "frames": [frame]}])
    assert places(figure) == [("modifications", 0, "frames", 0, "rules", 0)]


def test_foot_that_slides_says_where_it_was() -> None:
    loose = [{"part": "sole", "side": "both"}]
    figure = small({"pose": bent(hip=20, knee=40, hip_abduction=20), "rules": []}, contacts=loose)
    slides = [(place, message, hint) for place, message, hint in found(figure) if "slides" in message]
    assert slides
    assert "to its left since the frame before" in slides[-1][1]


FALLING = {"caption": "Fall", "pose": {"trunk": {"lean": 88}, **bent(hip=88)}}
STANDING = {"caption": "Stand", "pose": bent(hip=5, knee=6)}


def test_a_mistake_may_break_technique() -> None:
    assert found(small(pairs=[{"mistake": 1, "wrong": FALLING, "right": STANDING}])) == []
    other_way = small(pairs=[{"mistake": 1, "wrong": STANDING, "right": FALLING}])
    assert places(other_way) == [("pairs", 0, "right", "pose", "trunk")]


def test_a_mistake_keeps_to_human_limits() -> None:
    broken = {"caption": "Break", "pose": bent(hip=5, knee=6, elbow=170)}
    figure = small(pairs=[{"mistake": 1, "wrong": broken, "right": {"caption": "Right", "same_as": 1}}])
    assert places(figure) == [("pairs", 0, "wrong", "pose", "both", "elbow")] * 2


@pytest.mark.parametrize("layer", [
    {"ghost": True}, {"trail": "hips"}, {"arrow": {"of": "hips"}},
])  # fmt: skip
def test_layers_that_need_a_frame_before(layer: dict[str, object]) -> None:
    pair = {"mistake": 1, "wrong": {**STANDING, **layer}, "right": STANDING}
    assert places(small(pairs=[pair])) == [("pairs", 0, "wrong", *layer)]
    assert not found(small({**layer}))


def test_slope_of_a_body_that_stands() -> None:
    figure = small({"pose": {"trunk": {"slope": 10}, **bent(hip=5, knee=6)}, "rules": []})
    assert ("frames", 1, "pose", "trunk", "slope") in places(figure)


def test_arrow_far_away() -> None:
    figure = small({"arrow": {"of": "hips", "shift": [-1.5, 0]}})
    place, message, hint = found(figure)[0]
    assert place == ("frames", 1, "arrow", "shift")
    assert "away from everything" in message
    assert hint.endswith("to the left")


@pytest.mark.parametrize(("kind", "height"), [("chair", 0.9), ("step", 0.6), ("wall", 0.1), ("bar", 0.02)])
def test_props_of_no_room(kind: str, height: float) -> None:
    prop = {"kind": kind, "edge": -1.2, "height": height, "length": 0.2}
    assert places(small(props=[prop])) == [("props", 0, "height")]


def test_props_of_one_name() -> None:
    prop = {"kind": "step", "edge": -1.2, "height": 0.1, "length": 0.2, "name": "board"}
    assert places(small(props=[prop, prop])) == [("props", 1, "name")]


def test_only_a_band_is_fixed() -> None:
    things = [{"kind": "dumbbell", "at": "right_hand", "anchor": [1, 1, 0]}]
    assert places(small(things=things)) == [("things", 0, "anchor")]

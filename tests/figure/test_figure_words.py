"""What the words say of a body: how it lies or stands, on what, what it holds. Sentences for people who see nothing."""

from __future__ import annotations

import pytest

from figure.data import Written, bent, positions, small
from guide.figure.words.describe import describe, frame_text, pose_text
from guide.model.figure import Figure
from guide.model.pose import Pose

SOLES = {"part": "sole", "side": "both", "forward": 0, "out": 0.09}

TOLD = {
    ("glute-bridge", 1): "Lying on the back, both feet flat, knees bent 130 degrees, arms beside the body.",
    ("glute-bridge", 2): "Lying on the back, both feet flat, hips lifted until shoulder, hip and knee make one line, "
    "arms beside the body.",
    (
        "hamstring-walk-out",
        2,
    ): "Lying on the back, heels on the floor, toes up, knees bent 40 degrees, hips lifted until "
    "shoulder, hip and knee make one line, arms beside the body.",
    ("hip-thrust", 1): "Upper back on the bench, both feet flat, hips low, hands on the hips.",
    (
        "nordic-lower",
        2,
    ): "Kneeling, shins on the floor, feet held by the partner, thighs and trunk in one line, leaning "
    "forward 35 degrees, elbows bent at the sides.",
    (
        "dead-bug",
        2,
    ): "Lying on the back, right thigh upright, knee bent 90 degrees, left leg stretched out, just above the "
    "floor, right arm stretched overhead, left arm straight up.",
    ("bird-dog", 1): "On hands and knees, back flat.",
    ("bird-dog", 2): "On the left hand and the right knee, right arm stretched forward, left leg stretched out behind, "
    "level with the floor, back flat.",
    ("front-plank", 1): "Front plank on the forearms, body in one line from head to heels.",
    ("front-plank", 2): "Front plank on the forearms and the knees, body in one line from head to knees.",
    ("side-plank", 2): "Side plank on the left forearm, body in one line, top arm straight up.",
    (
        "clamshell",
        2,
    ): "Lying on the left side, hips bent 45 degrees, knees bent 90 degrees, feet together, top knee opened, "
    "top hand on the floor in front of the chest.",
    ("side-lying-leg-raise", 2): "Lying on the left side, lower leg bent in front, top leg straight, lifted about 30 "
    "degrees, top hand on the floor in front of the chest.",
    ("seated-calf-raise", 2): "Sitting on the chair, heels lifted, knees bent 90 degrees, trunk upright, hands on the "
    "thighs.",
    ("tibialis-raise", 2): "On the heels, toes up, legs straight, back and head on the wall, arms hanging.",
    ("push-up", 2): "Front plank on the hands, elbows bent 115 degrees, body in one line from head to heels.",
    ("bench-push-up", 1): "Front plank on the hands on the bench, body in one line from head to heels.",
    ("dead-hang", 1): "Hanging from the bar, arms straight, legs straight.",
    ("half-kneeling", 1): "Half kneeling, left knee on the floor, right foot in front, trunk upright, arms hanging.",
    ("face-down", 2): "Lying face down, arms beside the body, lower back hollow.",
}


HIPS = [
    ("side-plank", 1, {"trunk": {"slope": 10, "side": 22}}, "hips low"),
    ("side-plank", 1, {"trunk": {"slope": 25, "side": -22}}, "hips high"),
    ("side-plank", 1, {"left": {"hip": 30, "shoulder_abduction": 72, "elbow": 90}}, "hips bent"),
    ("front-plank", 0, {"trunk": {"lean": 75, "arch": 22}}, "hips sagging, lower back hollow"),
]


@pytest.mark.parametrize(("name", "key", "change", "told"), HIPS)
def test_words_say_which_way_the_hips_are_off_the_line(name: str, key: int, change: Written, told: str) -> None:
    figure = positions()[name]
    frame = figure.frames[key]
    pose = Pose.model_validate(frame.pose.model_dump(exclude_unset=True) | change)
    contacts = figure.contacts[:1] if name == "side-plank" else None
    changed = frame.model_copy(update={"pose": pose, "contacts": contacts})
    frames = tuple(changed if each is frame else each for each in figure.frames)
    assert told in pose_text(figure.model_copy(update={"frames": frames}), changed)


def test_words_of_a_straight_lower_leg() -> None:
    figure = positions()["side-lying-leg-raise"]
    straight, bent_leg = {"hip": 0, "hip_abduction": -11, "knee": 0}, {"hip": 50, "hip_abduction": 25, "knee": 95}
    pose = Pose.model_validate({"trunk": {"side": 9}, "left": straight, "right": bent_leg})
    frame = figure.frames[0].model_copy(update={"pose": pose, "contacts": figure.contacts[:2]})
    words = pose_text(figure.model_copy(update={"frames": (frame, *figure.frames[1:])}), frame)
    assert "lower leg straight, lifted, top leg bent, in front" in words


@pytest.mark.parametrize(("name", "number"), TOLD)
def test_words_of_a_position(name: str, number: int) -> None:
    figure = positions()[name]
    assert pose_text(figure, figure.frames[number - 1]) == TOLD[name, number]


@pytest.mark.parametrize("name", sorted(positions()))
def test_every_position_is_told_by_its_own_word(name: str) -> None:
    figure = positions()[name]
    words = {"on_back": ("back",), "face_down": ("plank", "face down"), "all_fours": ("On ",), "hanging": ("Hanging",)}
    words |= {"on_left_side": ("left side", "Side plank on the left"), "kneeling": ("neeling",), "seated": ("Sitting",)}
    for frame in figure.frames:
        text = pose_text(figure, frame)
        assert any(word in text for word in words.get(frame.position, ("",)))
        assert ", ," not in text
        assert text.endswith(".")


def mirrored(figure: Figure, number: int) -> str:
    frame = figure.frames[number - 1]
    return pose_text(figure, frame.model_copy(update={"mirrored": True}))


def test_a_mirrored_body_lies_on_its_other_side() -> None:
    assert mirrored(positions()["side-plank"], 2).startswith("Side plank on the right forearm")


@pytest.mark.parametrize(("thing", "words"), [
    ({"kind": "dumbbell", "at": "each_hand"}, "a dumbbell in each hand"),
    ({"kind": "dumbbell", "at": "feet"}, "a dumbbell across both feet"),
    ({"kind": "kettlebell", "at": "both_hands"}, "a kettlebell in both hands"),
    ({"kind": "barbell", "at": "shoulders"}, "a barbell on the shoulders"),
    ({"kind": "backpack", "at": "back"}, "a backpack on the back"),
    ({"kind": "band", "at": "thighs"}, "a band round the thighs"),
    ({"kind": "band", "at": "left_foot", "to": "right_foot"}, "a band from the left foot to the right foot"),
    ({"kind": "band", "at": "both_hands", "anchor": [0, 0.75, -0.7]}, "a band in both hands, fixed at the left"),
    ({"kind": "slider", "at": "right_foot"}, "a slider under the right foot"),
    ({"kind": "cushion", "at": "knees"}, "a cushion between the knees"),
])  # fmt: skip
def test_words_of_things(thing: dict[str, object], words: str) -> None:
    assert frame_text(small(things=[thing]), 1).endswith(f", {words}.")


def test_things_of_a_mirrored_frame_change_hands() -> None:
    figure = small({"mirrored": True}, things=[{"kind": "dumbbell", "at": "right_hand"}])
    assert frame_text(figure, 2).endswith("a dumbbell in the left hand.")
    assert frame_text(figure, 1).endswith("a dumbbell in the right hand.")


@pytest.mark.parametrize(("hand", "prop", "words"), [
    ({"side": "both", "surface": "wall"}, {"kind": "wall", "edge": 0.35, "height": 1.1}, "hands on the wall"),
    ({"side": "right", "surface": "rail"}, {"kind": "rail", "edge": 0.3, "height": 0.6}, "right hand on the rail"),
    ({"side": "both", "surface": "low bar"}, {"kind": "rail", "edge": 0.3, "height": 0.6, "name": "low bar"},
     "hands on the low bar"),
])  # fmt: skip
def test_words_of_hands_on_things(hand: dict[str, object], prop: dict[str, object], words: str) -> None:
    contacts = [SOLES, {"part": "hand", **hand}]
    figure = small({"contacts": contacts, "pose": bent(hip=5, knee=6), "rules": []}, props=[prop])
    assert pose_text(figure, figure.frames[1]).endswith(f"{words}.")


def test_a_lunge_to_the_side() -> None:
    aside = [{**SOLES, "side": "right", "out": 0.515}, {**SOLES, "side": "left", "out": 0.055}]
    right, left = {"hip": 93, "hip_abduction": 35, "hip_rotation": 11, "knee": 78}, {"hip": 53, "hip_abduction": 43}
    figure = small({"contacts": aside, "pose": {"trunk": {"lean": 39}, "right": right, "left": left}, "rules": []})
    text = pose_text(figure, figure.frames[1])
    assert text.startswith("Right foot on the floor, knee bent")
    assert "left foot out to the side on the floor, leg straight" in text


def test_the_toes_of_a_foot_behind_have_their_heel_up() -> None:
    feet = [{**SOLES, "side": "right", "out": 0.02}, {"part": "toes", "side": "left", "forward": -0.375, "out": 0.05}]
    right, left = {"hip": 47, "hip_abduction": -4, "knee": 48}, {"hip": -20, "knee": 40}
    figure = small({"contacts": feet, "pose": {"trunk": {"lean": 10}, "right": right, "left": left}, "rules": []})
    text = pose_text(figure, figure.frames[1])
    assert "left foot behind on its toes, knee bent" in text
    assert text.count("heel down") == 1


@pytest.mark.parametrize(("trunk", "words"), [
    ({"round": 35}, "upper back rounded"), ({"arch": -25, "round": 30}, "back rounded"),
    ({"arch": 25}, "lower back hollow"), ({"twist": 25}, "ribs turned to the right"),
])  # fmt: skip
def test_words_of_a_spine_that_is_not_straight(trunk: dict[str, object], words: str) -> None:
    figure = small({"pose": {"trunk": trunk, **bent(hip=5, knee=6)}, "rules": []})
    assert pose_text(figure, figure.frames[1]).endswith(f"{words}.")


def test_both_pictures_of_a_mistake_have_words() -> None:
    sagging = {"caption": "Hips sag", "position": "face_down", "pose": {"trunk": {"lean": 81}, **bent(hip=-20)}}
    plank = positions()["front-plank"]
    raw = plank.model_dump(exclude_unset=True)
    raw["pairs"] = [{"mistake": 1, "wrong": sagging, "right": {"caption": "One line", "same_as": 1}}]
    figure = Figure.model_validate(raw)
    drawn = figure.of_pair(0)
    wrong, right = (describe(drawn, frame) for frame in drawn.frames)
    assert wrong.startswith("Hips sag. Front plank on the forearms, hips sagging")
    assert right.startswith("One line. Front plank on the forearms, body in one line")

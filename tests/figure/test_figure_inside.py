"""No part of a body is below the floor, in a thing or in itself: each planted place is found, and resting ones not."""

from __future__ import annotations

import pytest

from figure.data import bent, small
from guide.figure.checks.findings import figure_findings
from guide.figure.checks.flesh import Capsule, capsules
from guide.figure.checks.inside import inside
from guide.figure.checks.solids import solids
from guide.figure.posing.extent import extent
from guide.figure.posing.skeleton import pose_skeleton, shift
from guide.figure.posing.solve import solve
from guide.model.figure import Figure
from guide.model.pose import Pose
from guide.model.scene import Prop

STEP = {"kind": "step", "edge": -1.2, "height": 0.1, "length": 0.2}


def messages(figure: Figure) -> list[str]:
    return [message for _, message, _ in figure_findings(figure)]


def moved(x: float = 0.0, y: float = 0.0, z: float = 0.0, **changes: object) -> list[str]:
    """What is found of the miniature figure's first frame, moved as a whole."""
    figure = small(None, **changes)
    frame = figure.frames[0]
    return [off.message for off in inside(figure, frame, shift(solve(figure, frame), (x, y, z)))]


def test_every_part_is_looked_at() -> None:
    parts = {part.part for part in capsules(pose_skeleton(Pose()))}
    limbs = {f"{side} {limb}" for side in ("right", "left") for limb in ("thigh", "shank", "foot", "hand", "forearm")}
    assert {"head", "trunk", "right upper arm", *limbs} <= parts


def test_a_body_that_stands_touches_nothing() -> None:
    assert moved() == []


def test_feet_below_the_floor() -> None:
    assert "the right foot is 8 cm (0.050 of body height) below the floor" in moved(y=-0.05)


def test_feet_that_press_into_the_floor_less_than_flesh_gives() -> None:
    assert moved(y=-0.025) == []


@pytest.mark.parametrize("pose", [
    {"trunk": {"lean": 120}, "both": {"hip": 140, "knee": 30, "shoulder": 130}},
    {"trunk": {"lean": 90}, "both": {"hip": 120, "knee": 120, "shoulder": 90}},
])  # fmt: skip
def test_hands_below_the_floor(pose: dict[str, object]) -> None:
    assert any("hand is" in text and "below the floor" in text for text in messages(small({"pose": pose, "rules": []})))


def test_the_head_below_the_floor_in_flight() -> None:
    figure = small({"flight": {"height": 0.05}, "pose": {"trunk": {"lean": 175}, **bent(hip=0)}, "rules": []})
    assert any(text.startswith("the head is") and text.endswith("below the floor") for text in messages(figure))


def test_a_knee_below_the_floor() -> None:
    right = {"part": "sole", "side": "right", "forward": 0, "out": 0.09}
    pose = {"right": {"hip": 110, "knee": 140}, "left": {"hip": -5, "knee": 120}}
    figure = small({"contacts": [right], "pose": pose, "moving": True, "rules": []})
    assert any("the left shank" in text and "below the floor" in text for text in messages(figure))


@pytest.mark.parametrize(("prop", "part"), [
    ({"kind": "box", "edge": -0.05, "height": 0.4, "length": 0.1}, "shank"),
    ({"kind": "wall", "edge": -0.02, "height": 1.2, "length": 0.06, "at": "behind"}, "trunk"),
    ({"kind": "wall", "edge": 0.05, "height": 1.2, "length": 0.3, "at": "right"}, "right hand"),
    ({"kind": "table", "edge": 0.02, "height": 0.45, "length": 0.4}, "thigh"),
    ({"kind": "chair", "edge": 0.1, "height": 0.3, "length": 0.3, "at": "behind"}, "shank"),
    ({"kind": "ball", "edge": -0.1, "height": 0.3}, "shank"),
    ({"kind": "bar", "edge": 0.0, "height": 0.9}, "head"),
])  # fmt: skip
def test_a_part_inside_a_thing(prop: dict[str, object], part: str) -> None:
    assert any(part in text and "inside the" in text for text in moved(props=[prop]))


def test_things_beside_a_body() -> None:
    assert (
        moved(props=[STEP, {**STEP, "kind": "wall", "height": 1}, {"kind": "ball", "edge": 0.6, "height": 0.3}]) == []
    )


def test_a_thing_that_a_foot_stands_on() -> None:
    on_step = [{"part": "sole", "side": "both", "surface": "step", "forward": 0, "out": 0.09}]
    step = {"kind": "step", "edge": -0.1, "height": 0.1, "length": 0.3}
    assert messages(small(props=[step], contacts=on_step)) == []


@pytest.mark.parametrize(("pose", "parts"), [
    ({"right": {"shoulder": -35, "elbow": 110, "shoulder_rotation": 60}}, ("right hand", "trunk")),
    ({"both": {"hip_abduction": -12}}, ("right shank", "left shank")),
    ({"both": {"shoulder": 170, "shoulder_abduction": -40, "elbow": 0}}, ("right", "head")),
])  # fmt: skip
def test_a_body_that_passes_through_itself(pose: dict[str, object], parts: tuple[str, str]) -> None:
    figure = small({"flight": {"height": 0.1}, "pose": pose, "rules": []})
    assert any(text.startswith(f"the {parts[0]}") and text.endswith(parts[1]) for text in messages(figure))


@pytest.mark.parametrize(("at", "edge", "ends"), [
    ("ahead", 0.2, (0.2, 0.5)), ("behind", -0.2, (-0.5, -0.2)), ("right", 0.2, (0.2, 0.5)), ("left", 0.2, (-0.5, -0.2)),
])  # fmt: skip
def test_things_stand_at_any_side(at: str, edge: float, ends: tuple[float, float]) -> None:
    x0, x1, z0, z1 = extent(Prop.model_validate({"kind": "box", "edge": edge, "height": 0.3, "length": 0.3, "at": at}))
    assert (x0, x1) == pytest.approx(ends) if at in ("ahead", "behind") else (z0, z1) == pytest.approx(ends)


def test_distances_from_every_kind_of_solid() -> None:
    props = (
        Prop.model_validate({"kind": "box", "edge": 0, "height": 0.2, "length": 0.2, "width": 0.2}),
        Prop.model_validate({"kind": "ball", "edge": 0, "height": 0.2}),
        Prop.model_validate({"kind": "bar", "edge": 0.1, "height": 0.1}),
    )
    for solid in solids(props):
        assert solid.distance(0.1, 0.1, 0.0) < 0
        assert solid.distance(0.1, 0.5, 0.0) == pytest.approx(0.3 if solid.name != "bar" else 0.4, abs=0.002)


def test_flesh_is_thin_enough_to_rest() -> None:
    """No part is thicker than the facts' distance of its joint from what it rests on."""
    thickest = {part.part: max(part.start, part.end) for part in capsules(pose_skeleton(Pose()))}
    assert thickest["trunk"] <= 0.058
    assert thickest["right forearm"] <= 0.02
    assert all(isinstance(part, Capsule) for part in capsules(pose_skeleton(Pose())))

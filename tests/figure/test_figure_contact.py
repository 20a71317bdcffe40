"""Bodies in every position: each contact of the facts' poses touches, and the angles stay near what is written."""

from __future__ import annotations

from math import dist

import pytest

from figure.data import all_figures, bent, positions, small
from guide.figure.checks.findings import figure_findings
from guide.figure.checks.limits import limb_lengths
from guide.figure.posing.balance import centre_of_mass, falling
from guide.figure.posing.contact import contacts_of, frame_pose, frame_position
from guide.figure.posing.measure import joint_angles
from guide.figure.posing.skeleton import SIDES, joints, pose_skeleton
from guide.figure.posing.solve import solve
from guide.figure.posing.surface import surface_of
from guide.figure.posing.touch import gap
from guide.figure.posing.vector import Vec, angle_between
from guide.model.figure import Frame
from guide.model.pose import Pose
from guide.model.scene import Prop

CLOSE = 0.003  # of body height
GIVEN = 16.0  # degrees that a joint may give way


def every_frame() -> list[tuple[str, int]]:
    return [(name, i) for name, figure in positions().items() for i in range(len(figure.frames))]


@pytest.mark.parametrize(("name", "i"), every_frame())
def test_every_contact_touches(name: str, i: int) -> None:
    figure = positions()[name]
    frame = figure.frames[i]
    skeleton = solve(figure, frame)
    off = {each.part: gap(skeleton, each, figure.props) for each in contacts_of(figure, frame)}
    assert {part: value for part, value in off.items() if abs(value) > CLOSE} == {}


@pytest.mark.parametrize(("name", "i"), every_frame())
def test_a_mirrored_frame_is_the_mirror_image(name: str, i: int) -> None:
    figure = positions()[name]
    if any(prop.at in ("right", "left") for prop in figure.props):
        pytest.skip("its props stand on one side")
    frame = figure.frames[i]
    here, there = (solve(figure, each) for each in (frame, frame.model_copy(update={"mirrored": True})))
    for one, other in SIDES, SIDES[::-1]:
        for part in ("hand", "foot", "shank", "forearm"):
            x, y, z = there[f"{other}_{part}"].at
            assert dist(here[f"{one}_{part}"].at, (x, y, -z)) < CLOSE


@pytest.mark.parametrize(("name", "i"), every_frame())
def test_joints_stay_near_what_is_written(name: str, i: int) -> None:
    figure = positions()[name]
    frame = figure.frames[i]
    skeleton = solve(figure, frame)
    for side in SIDES:
        written, solved = joints(frame.pose, side), joint_angles(skeleton, side)
        free = frame.pose.hand(side) == "free"
        for joint in ("hip", "knee", *(["elbow"] if free else [])):
            assert abs(written[joint] - solved[joint]) < GIVEN, f"{side} {joint} {solved[joint]:.0f}"


@pytest.mark.parametrize("name", sorted(positions()))
def test_the_positions_are_sound(name: str) -> None:
    assert list(figure_findings(positions()[name])) == []


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_bones_keep_their_length_and_hang_together(name: str) -> None:
    figure = all_figures()[name]
    for frame in figure.frames:
        skeleton = solve(figure, frame)
        for side in SIDES:
            for upper, lower in (("thigh", "shank"), ("shank", "foot"), ("upper_arm", "forearm"), ("forearm", "hand")):
                assert dist(skeleton[f"{side}_{upper}"].end, skeleton[f"{side}_{lower}"].at) < 0.002


def test_points_of_the_facts() -> None:
    """Joints where the facts' own model has them: bridge, thrust, plank, push-up, side plank."""
    wanted = [
        ("glute-bridge", 1, "right_shank", (0.48, 0.28)),
        ("glute-bridge", 1, "pelvis", (0.26, 0.18)),
        ("hip-thrust", 1, "pelvis", (0.19, 0.29)),
        ("hip-thrust", 0, "pelvis", (0.17, 0.13)),
        ("nordic-lower", 2, "pelvis", (0.21, 0.17)),
        ("dead-bug", 1, "left_foot", (0.49, 0.11)),
        ("bird-dog", 1, "left_foot", (-0.76, 0.21)),
        ("front-plank", 0, "right_foot", (-0.77, 0.08)),
        ("push-up", 1, "right_upper_arm", (0.13, 0.14)),
    ]
    for name, i, part, place in wanted:
        figure = positions()[name]
        at = solve(figure, figure.frames[i])[part].at
        assert dist(at[:2], place) < 0.012, (name, part, at)


def test_a_body_that_hangs_is_below_its_hands() -> None:
    figure = positions()["dead-hang"]
    for frame in figure.frames:
        assert abs(centre_of_mass(solve(figure, frame))[0]) < CLOSE


def test_what_holds_the_feet_keeps_a_body_from_falling() -> None:
    figure = positions()["nordic-lower"]
    frame = figure.frames[1]
    loose = tuple(each.model_copy(update={"held": False}) for each in contacts_of(figure, frame))
    skeleton = solve(figure, frame)
    assert falling(skeleton, contacts_of(figure, frame), figure.props) <= 0
    assert falling(skeleton, loose, figure.props) > 0.05


def test_a_frame_in_the_air_has_the_contacts_that_it_lists() -> None:
    rail = {"kind": "rail", "edge": 0.27, "height": 0.62}
    hand = [{"part": "hand", "side": "right", "surface": "rail"}]
    flight = {"flight": {"height": 0.03}, "pose": bent(hip=5, knee=10), "rules": []}
    free = small(flight, props=[rail])
    assert contacts_of(free, free.frames[1]) == ()
    figure = small(flight | {"contacts": hand}, props=[rail])
    held = contacts_of(figure, figure.frames[1])
    assert [each.part for each in held] == ["hand"]
    assert abs(gap(solve(figure, figure.frames[1]), held[0], figure.props)) < CLOSE


def test_a_contact_out_of_reach_is_not_forced() -> None:
    figure = positions()["push-up"]
    far = [{"part": "hand", "side": "both", "forward": 0}, {"part": "ball", "side": "both", "forward": -1.5}]
    frame = Frame.model_validate(
        {"caption": "Far", "position": "face_down", "pose": {"trunk": {"lean": 71}}} | {"contacts": far}
    )
    assert any("out of reach" in off.message for off in limb_lengths(figure, frame, solve(figure, frame)))


def test_toes_bend_on_the_ball_of_the_foot() -> None:
    figure = positions()["seated-calf-raise"]
    flat, raised = (solve(figure, frame)["right_foot"] for frame in figure.frames)
    assert flat.toes == 0
    assert 25 < raised.toes < 40


def test_angles_of_a_lying_body_go_on_where_those_of_a_standing_one_end() -> None:
    """Thigh is hip minus trunk and shank is knee minus thigh, also on the back and with the face down."""
    for name, i, wanted in (
        ("dead-bug", 0, {"trunk": -94, "thigh": 180, "shank": -90, "foot": 90}),
        ("glute-bridge", 1, {"trunk": -115, "thigh": 115, "shank": 0, "foot": 0}),
        ("hamstring-walk-out", 1, {"trunk": -102, "thigh": 102, "shank": -62, "foot": 62}),
        ("front-plank", 0, {"trunk": 81, "thigh": -81, "shank": 81}),
        ("nordic-lower", 1, {"trunk": 35, "thigh": -30, "shank": 90}),
    ):
        figure = positions()[name]
        angles = joint_angles(solve(figure, figure.frames[i]), "right")
        assert {key: angles[key] for key in wanted} == pytest.approx(wanted, abs=3)


@pytest.mark.parametrize(("on", "point", "normal"), [
    ("floor", (0, 0, 0), (0, 1, 0)), ("step", (0.2, 0.1, 0), (0, 1, 0)), ("behind", (-0.3, 0, 0), (1, 0, 0)),
    ("beside", (0, 0, -0.25), (0, 0, 1)), ("rail", (0.4, 0.589, 0), (0, 1, 0)),
])  # fmt: skip
def test_surfaces_are_where_the_props_stand(on: str, point: Vec, normal: Vec) -> None:
    written = [
        {"kind": "step", "edge": 0.2, "height": 0.1},
        {"kind": "wall", "edge": -0.3, "height": 1, "name": "behind"},
        {"kind": "wall", "edge": 0.25, "height": 1, "at": "left", "name": "beside"},
        {"kind": "rail", "edge": 0.4, "height": 0.6},
    ]
    surface = surface_of(tuple(Prop.model_validate(prop) for prop in written), on)
    assert surface
    assert surface.at == pytest.approx(point)
    assert surface.normal == pytest.approx(normal)


@pytest.mark.parametrize("lean", [0, 55, 90])
def test_roll_turns_the_trunk_about_itself_however_far_it_leans(lean: float) -> None:
    trunk = {"lean": lean}
    plain, rolled = (pose_skeleton(Pose.model_validate({"trunk": trunk | roll})) for roll in ({}, {"roll": -30}))
    assert dist(plain["chest"].axis, rolled["chest"].axis) < CLOSE
    assert angle_between(plain["pelvis"].front, rolled["pelvis"].front) == pytest.approx(30)
    assert rolled["pelvis"].front[2] < 0


@pytest.mark.parametrize("position", ["standing", "on_left_side"])
def test_a_rolled_trunk_is_mirrored(position: str) -> None:
    pose = {"trunk": {"lean": 40, "roll": 20}}
    frame = Frame.model_validate({"caption": "Rolled", "position": position, "pose": pose})
    there, here = (
        pose_skeleton(frame_pose(each), frame_position(each))["pelvis"]
        for each in (frame, frame.model_copy(update={"mirrored": True}))
    )
    x, y, z = there.front
    assert here.front == pytest.approx((x, y, -z))

"""The moving figures: planted feet stay, nothing passes through anything, and only what works is marked."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from figure.data import all_figures, small, subject
from guide.figure import animation_svg, frame_size, frame_svg
from guide.figure.animate import sample_skeletons
from guide.figure.between import between
from guide.figure.body import BALL
from guide.figure.camera import Camera, camera
from guide.figure.contact import contacts_of, foot_contact
from guide.figure.jump import SHOE, shoe_point
from guide.figure.measure import joint_angles
from guide.figure.outline import align
from guide.figure.parts import Look, body_parts
from guide.figure.props import solid
from guide.figure.skeleton import SIDES, Skeleton, pose_skeleton, sole_point
from guide.figure.touching import TOLERANCE
from guide.figure.vector import Vec, norm, sub
from guide.model.figure import Figure, Frame, Prop
from guide.model.pose import Limbs, Pose, SideName

SHARES = [i / 48 for i in range(49)]
STRAIGHT = 40.0  # degrees in the knee of a leg that has pushed off
BOX = Prop(kind="box", edge=0.2, height=0.2)

Leap = tuple[Frame, list[Skeleton]]
"""A frame on the ground, and the way from it into the air (a landing is told backwards)."""


def leaps(figure: Figure) -> list[Leap]:
    found = []
    for a, b in pairwise(figure.frames):
        way = [between(figure, a, b, share) for share in SHARES]
        if bool(a.flight) != bool(b.flight):
            found.append((a, way) if b.flight else (b, way[::-1]))
    return found


def ball(skeleton: Skeleton, side: SideName) -> Vec:
    return sole_point(skeleton[f"{side}_foot"], BALL)


def on_the_ground(figure: Figure, ground: Frame, way: list[Skeleton], side: SideName) -> list[Skeleton]:
    """The part of the way on which this foot is still where it stood."""
    if not foot_contact(contacts_of(figure, ground), side):
        return []
    return [each for each in way if norm(sub(ball(each, side), ball(way[0], side))) < 1e-6]


JUMPS = ["jumping-lunge", "skater-jump"]


@pytest.mark.parametrize("name", JUMPS)
def test_feet_leave_the_ground_only_when_the_legs_are_nearly_straight(name: str) -> None:
    figure = all_figures()[name]
    assert len(leaps(figure)) == 2
    for ground, way in leaps(figure):
        for side in SIDES:
            planted = on_the_ground(figure, ground, way, side)
            assert not planted or joint_angles(planted[-1], side)["knee"] < STRAIGHT


@pytest.mark.parametrize("name", JUMPS)
def test_the_heel_leaves_the_ground_before_the_ball(name: str) -> None:
    figure = all_figures()[name]
    for ground, way in leaps(figure):
        for side in SIDES:
            planted = on_the_ground(figure, ground, way, side)
            assert not planted or (len(planted) > 12 and planted[-1][f"{side}_foot"].axis[1] < -0.3)


def inside(point: Vec, prop: Prop) -> bool:
    low, high, top = solid(prop) or (0.0, 0.0, 0.0)
    return low < point[0] < high and point[1] < top - TOLERANCE


def leg_points(skeleton: Skeleton, side: SideName) -> list[Vec]:
    """The shoe, and the middle of the leg."""
    shoe = [shoe_point(skeleton[f"{side}_foot"], reach) for reach in SHOE]
    return shoe + [skeleton[f"{side}_{part}"].point(share) for part in ("thigh", "shank") for share in (0.5, 1.0)]


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_nothing_passes_through_the_props(name: str) -> None:
    figure = all_figures()[name]
    for skeleton in sample_skeletons(figure, 12):
        points = [point for side in SIDES for point in leg_points(skeleton, side)]
        assert not [(point, prop.kind) for point in points for prop in figure.props if inside(point, prop)]


def test_a_foot_in_a_box_is_noticed() -> None:
    assert inside((0.25, 0.1, 0.0), BOX)
    assert not inside((0.25, 0.2, 0.0), BOX)
    assert not inside((0.15, 0.1, 0.0), BOX)


def paths(text: str, paint: str) -> list[dict[str, str]]:
    """Attributes of the paths of one paint, whether it stands on the path or on the group around it."""
    root = ElementTree.fromstring(text)
    own = [each for each in root.iter("path") if each.get("class") == paint]
    grouped = [each for group in root.iter("g") if group.get("class") == paint for each in group.iter("path")]
    return [dict(each.attrib) for each in own + grouped]


@pytest.mark.parametrize("name", JUMPS)
def test_the_muscles_are_marked_on_the_leg_that_works(name: str) -> None:
    right, left = sorted(
        paths(animation_svg(all_figures()[name], subject(["quads"])), "p"), key=lambda p: "visibility" in p
    )
    n = len(right["data-seen"])
    assert right["data-seen"] == "1" * (n * 5 // 8) + "0" * (n - n * 5 // 8)
    assert left["data-seen"] == "0" * (n * 5 // 8) + "1" * (n - n * 5 // 8)
    assert left["visibility"] == "hidden"


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_what_is_seen_is_told_for_every_position_and_as_the_frames_have_it(name: str) -> None:
    figure = all_figures()[name]
    muscles = ["quads", "glute-max", "hamstrings", "soleus", "adductors", "foot"]
    moving = paths(animation_svg(figure, subject(muscles)), "p")
    for each in moving:
        assert len(each.get("data-seen", "1")) in (1, len(each["data-v"].split(";")) + 1)
    last = sum(each.get("data-seen", "1")[-1] == "1" for each in moving)
    assert last == len(paths(frame_svg(figure, len(figure.frames), subject(muscles)), "p"))


def test_no_part_is_blended_from_a_dot() -> None:
    for figure in all_figures().values():
        for path in paths(animation_svg(figure, subject(["hamstrings", "quads", "soleus"])), "p"):
            for form in [path["d"], *path.get("data-v", path["d"]).split(";")]:
                assert any(int(number) for number in re.findall(r"-?\d+", form)[2:])


def test_blended_outlines_begin_at_the_same_corner() -> None:
    square = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0))
    turned = tuple((x + 5, y) for x, y in (*square[2:], *square[:2]))
    assert align([(square,), (turned,)])[1] == (tuple((x + 5, y) for x, y in square),)
    assert align([(square,), (square[::-1],)])[1] == (square,)


FRONT, BELOW = camera(0), camera(0, -80)


@pytest.mark.parametrize(("view", "shown"), [(FRONT, False), (camera(80), False), (BELOW, True)])
def test_muscles_of_the_foot_show_only_on_the_sole(view: Camera, shown: bool) -> None:
    look = Look(view, subject(["foot"]), {("foot", "right"): "primary"})
    parts = body_parts(pose_skeleton(Pose()), look)
    assert any(part.name == "right_foot" for part in parts) == shown


def test_muscles_of_a_raised_foot_do_not_lie_on_the_shoe() -> None:
    lifted = Pose(both=Limbs(hip=45, hip_abduction=42, hip_rotation=8, knee=85, ankle=22))
    parts = body_parts(pose_skeleton(lifted), Look(FRONT, subject(["foot"]), {("foot", "right"): "primary"}))
    assert "right_foot" not in {part.name for part in parts}


def test_a_foot_that_rises_on_its_ball_does_not_step() -> None:
    figure = all_figures()["box-jump"]
    for share in SHARES:
        skeleton = between(figure, figure.frames[0], figure.frames[1], share)
        assert all(abs(ball(skeleton, side)[1]) < 1e-6 for side in SIDES)


def test_cropped_frame_is_as_wide_and_no_higher_than_it_needs() -> None:
    (wide, high), (cropped_wide, cropped_high) = frame_size(small(), 2), frame_size(small(), 2, cropped=True)
    assert cropped_wide == wide
    assert cropped_high < high * 0.8
    assert frame_size(small(), 1, cropped=True) == frame_size(small(), 1)

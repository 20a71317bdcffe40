"""The moving figures: they run through their key frames, planted parts stay, jumps take their time, nothing passes
through anything, and only what works is marked."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from math import dist, sqrt
from xml.etree import ElementTree

import pytest

from figure.data import all_figures, all_guide, small, subject
from guide.figure import animation_svg, frame_size, frame_svg, way_of
from guide.figure.drawn_body.camera import Camera, camera
from guide.figure.drawn_body.outline import align
from guide.figure.drawn_body.parts import Look, Part, body_parts
from guide.figure.motion.apart import OBSTACLES, apart, depth_in
from guide.figure.motion.clearance import SHOE, shoe_point
from guide.figure.motion.flight import GRAVITY, Leap
from guide.figure.motion.spline import spline
from guide.figure.motion.way import Motion, motion_of
from guide.figure.picture.animate import HEAVIEST, sample_skeletons
from guide.figure.picture.pieces import changes, orders, together
from guide.figure.posing.balance import centre_of_mass
from guide.figure.posing.body import BALL
from guide.figure.posing.contact import contacts_of
from guide.figure.posing.extent import extent, solid
from guide.figure.posing.measure import joint_angles
from guide.figure.posing.skeleton import SIDES, Skeleton, lowest_sole, pose_skeleton, sole_point
from guide.figure.posing.surface import surface_of
from guide.figure.posing.touch import touches
from guide.figure.posing.vector import Vec
from guide.model.figure import Figure
from guide.model.pose import Limbs, Pose, SideName
from guide.model.scene import Contact, Prop

STEPS = 24  # looks at each stretch between two key frames
TOLERANCE = 0.01
STRAIGHT = 40.0  # degrees in the knee of a leg that has pushed off
PLANTED = 0.005  # body heights that what is planted may move
THROUGH = 0.02  # and a hand or a foot be deeper in the body than it is in a key frame
STEP = 0.02  # and what is farther apart in two key frames has been put elsewhere
BOX = Prop(kind="box", edge=0.2, height=0.2)
JUMPS = ["jumping-lunge", "skater-jump"]


def every_figure() -> dict[str, Figure]:
    """The figures of all exercises and of their versions that move."""
    found = {}
    for name, figure in all_figures().items():
        found[name] = figure
        drawn = {f"{name}: {version.name}": figure.drawn_as(version) for version in figure.modifications}
        found |= {name: version for name, version in drawn.items() if len(version.frames) > 1}
    return found


FIGURES = every_figure()


def stretch(motion: Motion, number: int) -> list[Skeleton]:
    """The way from a key frame (the first is 0) to the next, both included."""
    return [motion.between(number, step / STEPS) for step in range(STEPS + 1)]


def touched(skeleton: Skeleton, contact: Contact, props: tuple[Prop, ...]) -> list[Vec]:
    """The points of a contact; none of what is held in the air."""
    surface = surface_of(props, contact.surface)
    return [point for point, _ in touches(skeleton, contact, surface)] if surface else []


def slips(figure: Figure) -> list[str]:
    """Contacts that are the same in two key frames in a row, and do not stay between them."""
    motion, found = motion_of(figure), []
    for number, (before, after) in enumerate(pairwise(figure.frames)):
        there = [(contact.part, contact.side, contact.surface) for contact in contacts_of(figure, after)]
        for contact in contacts_of(figure, before):
            if (contact.part, contact.side, contact.surface) not in there:
                continue
            way = [touched(skeleton, contact, figure.props) for skeleton in stretch(motion, number)]
            starts_and_ends = zip(way[0], way[-1], strict=True)
            if any(dist(start, end) > STEP for start, end in starts_and_ends):
                continue
            looks = [pair for pair in pairwise(way) if pair[0]]
            worst = max((dist(a, b) for look in looks for a, b in zip(*look, strict=True)), default=0)
            if worst > PLANTED:
                found.append(f"{contact.part} {contact.side}, frame {number + 1}: {worst:.4f}")
    return found


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_what_is_planted_stays(name: str) -> None:
    assert slips(FIGURES[name]) == []


def torn(skeleton: Skeleton) -> float:
    """How far apart the bones of a joint are, at most."""
    joints = [("thigh", "shank"), ("shank", "foot"), ("upper_arm", "forearm"), ("forearm", "hand")]
    pairs = ((skeleton[f"{side}_{a}"], skeleton[f"{side}_{b}"]) for side in SIDES for a, b in joints)
    return max(dist(a.end, b.at) for a, b in pairs)


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_no_joint_is_torn_and_no_shoe_is_in_the_floor(name: str) -> None:
    motion = motion_of(FIGURES[name])
    for number in range(len(motion.spans)):
        for skeleton in stretch(motion, number)[1:-1]:
            assert torn(skeleton) < PLANTED
            assert lowest_sole(skeleton) > -TOLERANCE


def jerks(motion: Motion) -> list[str]:
    """Places at which some end of a bone goes much farther in one look than in those before and after."""
    found = []
    for number in range(len(motion.spans)):
        way = stretch(motion, number)
        steps = [max(dist(a[name].end, b[name].end) for name in a) for a, b in pairwise(way)]
        for at in range(1, len(steps) - 1):
            if steps[at] > 0.02 and steps[at] > 2.5 * max(steps[at - 1], steps[at + 1]):
                found.append(f"frame {number + 1 + at / STEPS:.2f}: {steps[at]:.3f}")
    return found


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_nothing_jerks(name: str) -> None:
    assert jerks(motion_of(FIGURES[name])) == []


def speed(motion: Motion, number: int, share: float, near: float = 0.01) -> float:
    """How fast the body goes at a place, in body heights a second of the fast movement, by all its bones together."""
    a, b = motion.between(number, share), motion.between(number, share + near)
    return sum(dist(a[name].end, b[name].end) for name in a) / (near * motion.spans[number])


def turns_back(motion: Motion, key: int) -> bool:
    """Whether the hips or the trunk go back from where they came at an inner key frame."""
    before, here, after = (motion.keys[number] for number in (key - 1, key, key + 1))
    ways = [(before[name].end, here[name].end, after[name].end) for name in ("pelvis", "chest")]
    return any(sum((b - a) * (c - b) for a, b, c in zip(*way, strict=True)) < 0.001 for way in ways)


def lands(figure: Figure, key: int) -> bool:
    """Whether something begins or ceases to touch at an inner key frame, or is put down elsewhere."""
    found = (contacts_of(figure, frame) for frame in figure.frames[key - 1 : key + 2])
    places = ("part", "side", "surface", "forward", "out")
    told = {frozenset(tuple(getattr(each, name) for name in places) for each in contacts) for contacts in found}
    return len(told) > 1


def test_a_body_runs_through_its_inner_key_frames() -> None:
    looked_at = []
    for name, figure in FIGURES.items():
        motion = motion_of(figure)
        for key in range(1, len(figure.frames) - 1):
            if any(motion.leaps[key - 1 : key + 1]) or turns_back(motion, key) or lands(figure, key):
                continue
            looked_at.append(name)
            into, out = speed(motion, key - 1, 0.99), speed(motion, key, 0.0)
            usual = (speed(motion, key - 1, 0.5) + speed(motion, key, 0.5)) / 2
            assert min(into, out) > 0.25 * usual, name
            assert max(into, out) < 2 * min(into, out) + 0.2, name
    assert looked_at


def test_a_spline_neither_halts_nor_overshoots() -> None:
    ways = spline((0.0, 1.0, 3.0, 4.0), [(0.0, 5.0), (10.0, 0.0), (20.0, 0.0), (15.0, 0.0)])
    first, second = ([ways.at(number, step / 20) for step in range(21)] for number in (0, 1))
    assert first[-1] == pytest.approx(second[0])
    rises = [b[0] - a[0] for a, b in pairwise(first)] + [(b[0] - a[0]) / 2 for a, b in pairwise(second)]
    assert rises[19] == pytest.approx(rises[20], rel=0.2)
    assert max(row[0] for row in second) <= 20
    assert all(row[1] == 0 for row in second)
    assert all(rise > 0 for rise in rises[:21])


def leaps(name: str) -> list[Leap]:
    """The ways into the air and back, of an exercise that jumps."""
    return [leap for leap in motion_of(all_figures()[name]).leaps if leap]


def upward(leap: Leap, looks: int = 240) -> list[Skeleton]:
    """From the ground to the top of the flight."""
    shares = [step / looks for step in range(looks + 1)]
    way = [leap.skeleton(share) for share in shares]
    return way[::-1] if leap.lands else way


def ball(skeleton: Skeleton, side: SideName) -> Vec:
    return sole_point(skeleton[f"{side}_foot"], BALL)


def on_the_ground(leap: Leap, side: SideName) -> list[Skeleton]:
    """The part of the way on which this foot is still where it stood."""
    way = upward(leap)
    return [each for each in way if dist(ball(each, side), ball(way[0], side)) < 1e-6] if side in leap.sides else []


@pytest.mark.parametrize("name", JUMPS)
def test_feet_leave_the_ground_only_when_the_legs_are_nearly_straight(name: str) -> None:
    assert len(leaps(name)) == 2
    for leap in leaps(name):
        for side in SIDES:
            planted = on_the_ground(leap, side)
            assert not planted or joint_angles(planted[-1], side)["knee"] < STRAIGHT


@pytest.mark.parametrize("name", JUMPS)
def test_the_heel_leaves_the_ground_before_the_ball(name: str) -> None:
    for leap in leaps(name):
        for side in SIDES:
            planted = on_the_ground(leap, side)
            assert not planted or (len(planted) > 12 and planted[-1][f"{side}_foot"].axis[1] < -0.3)


@pytest.mark.parametrize("name", JUMPS)
def test_a_jump_is_in_the_air_as_long_as_a_body_that_rises_so_far(name: str) -> None:
    for leap in leaps(name):
        way = upward(leap)
        side = leap.sides[0]
        grounded = len(on_the_ground(leap, side))
        seconds = (len(way) - grounded) / (len(way) - 1) * leap.seconds
        rise = centre_of_mass(way[-1])[1] - centre_of_mass(way[grounded])[1]
        assert seconds == pytest.approx(sqrt(2 * rise / GRAVITY), abs=0.02)


@pytest.mark.parametrize("name", JUMPS)
def test_in_the_air_the_centre_of_mass_falls_as_everything_falls(name: str) -> None:
    for leap in leaps(name):
        way = upward(leap)
        heights = [centre_of_mass(skeleton)[1] for skeleton in way[round(leap.push / leap.seconds * 240) + 2 :]]
        second = leap.seconds / 240
        falls = [(a - 2 * b + c) / second**2 for a, b, c in zip(heights, heights[1:], heights[2:], strict=False)]
        assert falls == pytest.approx([-GRAVITY] * len(falls), rel=0.05)


def test_each_flight_fits_into_its_part_of_the_tempo() -> None:
    for exercise in all_guide().exercises.values():
        motion = motion_of(exercise.figure)
        fast = [(phase.seconds, phase.frame) for phase in exercise.tempo if phase.fast]
        for seconds, frame in fast:
            flying = [span for span, leap in zip(motion.spans[: frame - 1], motion.leaps, strict=False) if leap]
            assert sum(flying) <= seconds, exercise.id


def test_a_foot_that_goes_through_the_other_leg_goes_around_it() -> None:
    stand = pose_skeleton(Pose())
    foot, shank = stand["left_foot"], stand["right_shank"]
    inside = stand | {"left_foot": foot._replace(at=shank.point(0.5))}
    moved = apart(inside, {"left_foot"}, (stand, stand), (), 0.5)
    before, after = (dist(each["left_foot"].point(0.5), shank.point(0.6)) for each in (inside, moved))
    assert after > before
    assert apart(stand, {"left_foot"}, (stand, stand), (), 0.5) == stand


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_no_hand_or_foot_goes_through_the_body_on_its_way(name: str) -> None:
    motion = motion_of(FIGURES[name])
    for number in range(len(motion.spans)):
        way = stretch(motion, number)[::2]
        for mover, others in OBSTACLES.items():
            for part in others:
                deep = [depth_in(skeleton, mover, part)[0] for skeleton in way]
                assert max(deep) - max(0.0, deep[0], deep[-1]) < THROUGH, (number, mover, part)


def parts(*names: str) -> tuple[Part, ...]:
    return tuple(Part(name, "top", ()) for name in names)


def test_the_order_of_pieces_is_told_only_where_it_changes() -> None:
    bodies = [parts("leg", "shoe", "arm"), parts("leg", "shoe", "arm"), parts("arm", "leg", "shoe")]
    found = orders(bodies)
    assert together(found) == [["leg", "shoe"], ["arm"]]
    assert changes(found, together(found)) == "0:0 1;2:1 0"
    assert together(orders(bodies[:2])) == [["leg", "shoe", "arm"]]


def test_a_part_that_is_missing_somewhere_keeps_its_neighbour() -> None:
    assert orders([parts("a", "b", "c"), parts("c", "a")]) == [["a", "b", "c"], ["c", "a", "b"]]


def inside(point: Vec, prop: Prop) -> bool:
    back, front, near, far = extent(prop)
    over = back < point[0] < front and near < point[2] < far
    return bool(solid(prop)) and over and point[1] < prop.height - TOLERANCE


def leg_points(skeleton: Skeleton, side: SideName) -> list[Vec]:
    """The shoe, and the middle of the leg."""
    shoe = [shoe_point(skeleton[f"{side}_foot"], reach) for reach in SHOE]
    return shoe + [skeleton[f"{side}_{part}"].point(share) for part in ("thigh", "shank") for share in (0.5, 1.0)]


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_nothing_passes_through_the_props(name: str) -> None:
    figure = all_figures()[name]
    for skeleton in sample_skeletons(motion_of(figure), 12):
        points = [point for side in SIDES for point in leg_points(skeleton, side)]
        assert not [(point, prop.kind) for point in points for prop in figure.props if inside(point, prop)]


def test_a_foot_in_a_box_is_noticed() -> None:
    assert inside((0.25, 0.1, 0.0), BOX)
    assert not inside((0.25, 0.2, 0.0), BOX)
    assert not inside((0.15, 0.1, 0.0), BOX)
    beside = BOX.model_copy(update={"at": "right", "edge": 0.02})
    assert inside((0.0, 0.1, 0.1), beside)
    assert not inside((0.0, 0.1, -0.1), beside), "a foot that hangs beside a step is not in it"


def paths(text: str, paint: str) -> list[dict[str, str]]:
    """Attributes of the paths of one paint, whether it stands on the path or on the group around it."""
    root = ElementTree.fromstring(text)
    own = [each for each in root.findall(".//{*}path") if each.get("class") == paint]
    groups = [group for group in root.findall(".//{*}g") if group.get("class") == paint]
    grouped = [each for group in groups for each in group.findall(".//{*}path")]
    return [dict(each.attrib) for each in own + grouped]


def forms(path: dict[str, str]) -> list[list[int]]:
    """The numbers of a path at every drawn position."""
    first, *changes = ([int(n) for n in re.findall(r"-?\d+", text)] for text in (path["d"], *_changes(path)))
    return list(
        accumulate(changes, lambda form, change: [a + b for a, b in zip(form, change, strict=True)], initial=first)
    )


def _changes(path: dict[str, str]) -> list[str]:
    return path["data-v"].split(";") if "data-v" in path else []


@pytest.mark.parametrize("name", JUMPS)
def test_the_muscles_are_marked_on_the_leg_that_works(name: str) -> None:
    moving = paths(animation_svg(all_figures()[name], subject(["quads"])), "p")
    n = len(moving[0]["data-seen"])
    right, left = "1" * (n * 5 // 8) + "0" * (n - n * 5 // 8), "0" * (n * 5 // 8) + "1" * (n - n * 5 // 8)
    assert {each["data-seen"] for each in moving} == {right, left}
    assert all(("visibility" in each) == (each["data-seen"] == left) for each in moving)


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_what_is_seen_is_told_for_every_position_and_as_the_frames_have_it(name: str) -> None:
    figure = all_figures()[name]
    muscles = ["quads", "glute-max", "hamstrings", "soleus", "adductors", "foot"]
    moving = paths(animation_svg(figure, subject(muscles)), "p")
    for each in moving:
        assert "data-v" in each or "data-seen" not in each, "what never moves is always seen"
        assert len(each.get("data-seen", "1")) in (1, len(each.get("data-v", "").split(";")) + 1)
    last = sum(each.get("data-seen", "1")[-1] == "1" for each in moving)
    assert last == len(paths(frame_svg(figure, len(figure.frames), subject(muscles)), "p"))


def test_no_part_is_blended_from_a_dot() -> None:
    for figure in all_figures().values():
        for path in paths(animation_svg(figure, subject(["hamstrings", "quads", "soleus"])), "p"):
            assert all(any(form[2:]) for form in forms(path))


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
    motion = motion_of(all_figures()["box-jump"])
    for skeleton in stretch(motion, 0):
        assert all(abs(ball(skeleton, side)[1]) < 1e-6 for side in SIDES)


def test_a_figure_with_one_frame_stands_still() -> None:
    version = small().model_copy(update={"frames": small().frames[:1]})
    assert "data-v" not in animation_svg(version)


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_versions_move_at_their_own_tempo_and_are_no_heavier(name: str) -> None:
    exercise = all_guide().exercises[name]
    for version in exercise.figure.modifications:
        drawn, way = exercise.figure.drawn_as(version), way_of(exercise, version.name)
        text = animation_svg(drawn, subject(["quads"]), way=way)
        assert len(text) <= HEAVIEST
        assert f'data-keys="{len(drawn.frames)}"' in text
        frames = [int(part.split(":")[1]) for part in way["tempo"].split()]
        assert max(frames) <= len(drawn.frames)


def test_a_version_changes_sides_where_it_ends_in_the_mirror_of_its_beginning() -> None:
    exercise = all_guide().exercises["jumping-lunge"]
    turning = {version.name: way_of(exercise, version.name)["turns"] for version in exercise.figure.modifications}
    assert turning["Continuous rhythm"] == "yes"
    assert turning["Lunge and small hop"] == "no"


def test_an_exercise_changes_sides_only_where_it_ends_in_the_mirror_of_its_beginning() -> None:
    assert way_of(all_guide().exercises["skater-jump"])["turns"] == "yes"
    assert way_of(all_guide().exercises["bounding"])["turns"] == "no"


def test_cropped_frame_is_as_wide_and_no_higher_than_it_needs() -> None:
    (wide, high), (cropped_wide, cropped_high) = frame_size(small(), 2), frame_size(small(), 2, cropped=True)
    assert cropped_wide == wide
    assert cropped_high < high * 0.8
    assert frame_size(small(), 1, cropped=True) == frame_size(small(), 1)

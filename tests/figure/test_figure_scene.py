"""What stands around a body, what it holds, and what a picture adds: drawn from every view, in the right order."""

from __future__ import annotations

import re
from itertools import product
from typing import get_args
from xml.etree import ElementTree

import pytest

from figure.data import Written, bent, small
from guide.figure import closeup_svg, frame_svg, literal, pair_svgs, pair_text, thumbnail_svg, version_svgs
from guide.figure.drawn_body.camera import camera, view_camera
from guide.figure.drawn_body.grips import hand_forms
from guide.figure.drawn_body.paint import PAINTS
from guide.figure.drawn_body.painted import Painted, clipped, hull
from guide.figure.drawn_body.parts import Look, Part, body_parts
from guide.figure.drawn_body.subject import PLAIN, Subject
from guide.figure.picture.arrow import FACE, arrow_line, straight
from guide.figure.picture.depth import Body, Held, Shape, in_order
from guide.figure.picture.scene import Scene, frame_scene, room
from guide.figure.picture.things import held_things
from guide.figure.posing.solve import solve
from guide.figure.posing.vector import dot, sub
from guide.model.figure import Figure, ViewName
from guide.model.scene import Contact, Prop, PropKind, Thing, ThingKind, ThingPlace

PROPS: tuple[PropKind, ...] = get_args(PropKind)
THINGS: tuple[ThingKind, ...] = get_args(ThingKind)
VIEWS: tuple[ViewName, ...] = get_args(ViewName)
HEAVIEST = 8192
"""Bytes of a key frame with all that stands in it."""
PLACES: dict[ThingKind, ThingPlace] = {
    "dumbbell": "each_hand",
    "kettlebell": "both_hands",
    "barbell": "shoulders",
    "backpack": "back",
    "band": "ankles",
    "broomstick": "back",
    "towel": "right_foot",
    "slider": "left_foot",
    "cushion": "knees",
    "ball": "knees",
    "rope": "each_hand",
}


def prop(kind: PropKind, **more: object) -> Prop:
    height = {"wall": 1.0, "doorway": 1.2, "bar": 1.2, "mat": 0.02}.get(kind, 0.25)
    return Prop.model_validate({"kind": kind, "edge": 0.3, "height": height} | more)


def scene(view: ViewName, last: Written | None = None, **changes: object) -> Scene:
    figure = small(last, **{"props": []} | changes)
    return frame_scene(figure, figure.frames[-1], view_camera(view), PLAIN, before=figure.frames[-2])


def names(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.name if isinstance(shape, Part) else shape.paint for shape in shapes]


@pytest.mark.parametrize(("kind", "view"), list(product(PROPS, VIEWS)))
def test_every_prop_is_drawn_in_every_view(kind: PropKind, view: ViewName) -> None:
    drawn = scene(view, props=[prop(kind)])
    shapes = [shape for shape in drawn.body if isinstance(shape, Painted)]
    assert shapes
    shown = room([drawn])
    for shape in shapes:
        points = (
            clipped(shape.points, shown.left, shown.right, shown.top, shown.bottom) if shape.endless else shape.points
        )
        assert all(shown.left - 1e-9 <= x <= shown.right + 1e-9 for x, _ in points)
        assert all(shown.bottom - 1e-9 <= y <= shown.top + 1e-9 for _, y in points)


@pytest.mark.parametrize(("kind", "view"), list(product(THINGS, VIEWS)))
def test_every_thing_is_drawn_in_every_view(kind: ThingKind, view: ViewName) -> None:
    held = [
        each for each in names(scene(view, {"things": [{"kind": kind, "at": PLACES[kind]}]}).body) if "thing0" in each
    ]
    assert held
    assert not [each for each in names(scene(view).body) if "thing" in each]


@pytest.mark.parametrize(("kind", "place"), list(product(THINGS, get_args(ThingPlace))))
def test_a_thing_at_any_place_breaks_nothing(kind: ThingKind, place: ThingPlace) -> None:
    figure = small()
    found = held_things((Thing(kind=kind, at=place),), solve(figure, figure.frames[-1]), camera(80))
    assert all(len(outline) > 2 for each in found for outline in each.part.outlines)


@pytest.mark.parametrize("kind", PROPS)
def test_a_frame_with_a_prop_and_things_is_light(kind: PropKind) -> None:
    things = [{"kind": "dumbbell", "at": "each_hand"}, {"kind": "backpack", "at": "back"}]
    layers = {"ghost": True, "weight_line": True}
    for view in VIEWS:
        assert len(frame_svg(small({"things": things, **layers}, props=[prop(kind)]), 2, view=view)) <= HEAVIEST


def order(drawn: Scene, *wanted: str) -> list[int]:
    found = names(drawn.body)
    return [next(i for i, name in enumerate(found) if re.fullmatch(pattern, name)) for pattern in wanted]


def test_a_far_dumbbell_lies_behind_the_near_leg_and_a_near_one_before_it() -> None:
    drawn = scene("side", {"pose": {"both": {"shoulder": 5}}, "things": [{"kind": "dumbbell", "at": "each_hand"}]})
    far, near, leg = order(drawn, r"thing0_left_weight_a", r"thing0_right_weight_a", r"right_(leg|thigh)")
    assert far < leg < near


def test_a_handle_lies_under_the_hand_that_closes_round_it() -> None:
    drawn = scene("side", {"things": [{"kind": "kettlebell", "at": "right_hand"}]})
    bow, hand = order(drawn, r"thing0_right_bow", r"right_(arm|hand)")
    assert bow < hand


def test_the_plates_of_a_bar_in_the_hands_are_as_large_as_real_ones() -> None:
    def width(place: ThingPlace) -> float:
        body = scene("side", {"things": [{"kind": "barbell", "at": place}]}).body
        plate = next(shape for shape in body if isinstance(shape, Part) and shape.name.endswith("plate"))
        across = [point[0] for outline in plate.outlines for point in outline]
        return max(across) - min(across)

    assert width("both_hands") == pytest.approx(0.26, abs=0.02)
    assert width("shoulders") < width("both_hands")


@pytest.mark.parametrize("place", ["thighs", "feet"])
def test_a_dumbbell_on_the_legs_is_one_weight_under_both_hands(place: ThingPlace) -> None:
    seated = {"both": {"hip": 90, "knee": 90, "shoulder": -10, "elbow": 82}}
    drawn = scene("side", {"pose": seated, "things": [{"kind": "dumbbell", "at": place}]})
    assert sum(name.startswith("thing0_weight") for name in names(drawn.body)) == 2
    far, near, hand = order(drawn, r"thing0_weight_a", r"thing0_weight_b", r"right_(arm|hand)")
    assert far < near < hand


@pytest.mark.parametrize(("view", "behind"), [("front", True), ("back", False)])
def test_a_backpack_is_hidden_by_the_trunk_only_from_before(view: ViewName, behind: bool) -> None:
    bag, top = order(scene(view, {"things": [{"kind": "backpack", "at": "back"}]}), r"thing0_bag", r"top")
    assert (bag < top) == behind


@pytest.mark.parametrize(("view", "before"), [("front", False), ("back", True)])
def test_the_back_of_a_chair_hides_the_trunk_only_from_behind(view: ViewName, before: bool) -> None:
    seat = {"kind": "chair", "edge": -0.01, "height": 0.26, "length": 0.25}
    drawn = scene(view, {"pose": {"both": {"hip": 90, "knee": 90}}}, props=[seat])
    found = names(drawn.body)
    assert (max(i for i, name in enumerate(found) if name == "prop") > found.index("top")) == before


@pytest.mark.parametrize(("view", "before"), [("front", True), ("back", False)])
def test_a_box_before_the_figure_hides_the_shoes_only_from_before(view: ViewName, before: bool) -> None:
    block = [{"kind": "box", "edge": 0.2, "height": 0.3}]
    box, shoe = order(scene(view, props=block), "prop", "right_(shoe|foot)")
    assert (box > shoe) == before


@pytest.mark.parametrize(("at", "edge"), [("ahead", 0.4), ("behind", -0.4), ("right", 0.4), ("left", 0.4)])
def test_a_wall_stands_at_any_side_and_runs_out_of_the_picture(at: str, edge: float) -> None:
    view: ViewName = "front" if at in ("right", "left") else "side"
    drawn = scene(view, props=[{"kind": "wall", "edge": edge, "height": 1, "at": at}])
    shown = room([drawn])
    walls = [shape.points for shape in drawn.body if isinstance(shape, Painted) and shape.endless]
    across, up = zip(*(point for wall in walls for point in wall), strict=True)
    assert max(up) > shown.top
    assert min(across) < shown.left or max(across) > shown.right


def test_hands_close_round_what_they_hold_and_lie_flat_on_what_they_lean_on() -> None:
    hands = (Contact(part="hand", side="right", surface="wall"), Contact(part="hand", side="left", surface="rail"))
    props = (prop("wall"), prop("rail"))
    assert hand_forms((), hands, props) == {"right": "flat", "left": "grip"}
    assert hand_forms((Thing(kind="dumbbell", at="right_hand"),), (), ()) == {"right": "grip"}
    assert hand_forms((Thing(kind="band", at="feet", to="each_hand"),), (), ()) == {"right": "grip", "left": "grip"}
    assert hand_forms((Thing(kind="backpack", at="back"),), (), ()) == {}


def test_layers_are_off_unless_asked_for() -> None:
    paints = ("ghost", "trail", "weight", "angle", "number")
    plain = frame_svg(small(), 2)
    assert not [paint for paint in paints if f'class="{PAINTS[paint].letter}"' in plain]
    asked = small({"ghost": True, "trail": "hips", "weight_line": True, "angle": {"of": "knee"}})
    drawn = frame_svg(asked, 2)
    assert all(f'class="{PAINTS[paint].letter}"' in drawn for paint in paints)
    assert "117°</text>" in drawn


def test_the_angle_of_a_mirrored_frame_is_that_of_the_other_side() -> None:
    one_leg = {"pose": {"right": {"elbow": 40}}, "angle": {"of": "elbow"}, "rules": []}
    assert ">40°<" in frame_svg(small(one_leg), 2)
    assert ">40°<" in frame_svg(small(one_leg | {"mirrored": True}), 2)


def test_a_number_needs_no_stylesheet() -> None:
    text = frame_svg(small({"angle": {"of": "trunk"}}), 2, style=literal)
    letters = ElementTree.fromstring(text).find(".//{*}text")
    assert letters is not None
    assert letters.text == "42°"
    assert float(letters.get("font-size", "0")) > 30


PAIR = {
    "mistake": 1,
    "view": "front",
    "wrong": {"caption": "Knees fall in", "pose": {"trunk": {"lean": 42}, **bent(hip=128, hip_rotation=-25, knee=117)}},
    "right": {"caption": "Knees over the toes", "same_as": 2},
}


def test_pairs_are_told_apart_by_sign_and_by_word() -> None:
    wrong, right = pair_svgs(small(pairs=[PAIR]), 0)
    assert 'aria-label="Wrong: Knees fall in.' in wrong
    assert 'aria-label="Right: Knees over the toes.' in right
    assert f'class="{PAINTS["sign_wrong"].letter}"' in wrong
    assert f'class="{PAINTS["sign_right"].letter}"' in right
    assert PAINTS["sign_wrong"].letter not in re.findall(r'class="(\w+)"', right)


def test_a_pair_shows_the_person_of_the_exercise() -> None:
    other = PLAIN.person.model_copy(update={"skin": "dark"})
    assert all("skin-dark" in svg for svg in pair_svgs(small(pairs=[PAIR]), 0, Subject(other)))


def test_a_pair_is_drawn_to_one_scale() -> None:
    boxes = {box for svg in pair_svgs(small(pairs=[PAIR]), 0) for box in re.findall(r'viewBox="([^"]*)"', svg)}
    assert len(boxes) == 1


def test_the_right_one_of_a_pair_may_be_a_key_frame() -> None:
    figure = small(pairs=[PAIR])
    assert figure.of_pair(0).frames[1].pose == figure.frames[1].pose
    assert pair_text(figure, 0)[1].startswith("Right: Knees over the toes. Knees bent 115 degrees")


def arrow_of(figure: Figure, number: int) -> tuple[tuple[float, float], ...]:
    before, after = figure.frames[number - 2 : number]
    return arrow_line(figure, before, after, view_camera("side"))[0]


def test_arrows_are_straight_where_the_way_is_and_curved_where_it_is_curved() -> None:
    low = {"trunk": {"lean": 2}, "both": {"hip": 32, "hip_abduction": 5, "knee": 60}}
    assert len(arrow_of(small({"pose": low, "rules": []}), 2)) == 2
    swing = small({"arrow": {"of": "hands"}, "pose": bent(shoulder=170), "rules": []})
    assert len(arrow_of(swing, 2)) > 2


def test_an_arrow_keeps_off_the_face() -> None:
    figure = small({"arrow": {"of": "head"}})
    x, y = view_camera("side").flat(solve(figure, figure.frames[1])["head"].end)
    assert all((px - x) ** 2 + (py - y) ** 2 >= (FACE - 1e-9) ** 2 for px, py in arrow_of(figure, 2))


def test_a_way_that_is_nearly_upright_or_level_is_drawn_so() -> None:
    up, level, slant = straight((0, 0), (0.03, 0.3)), straight((0, 0), (-0.3, 0.03)), straight((0, 0), (0.2, 0.2))
    assert up[0][0] == up[1][0]
    assert level[0][1] == level[1][1]
    assert slant[1][0] - slant[0][0] == pytest.approx(slant[1][1] - slant[0][1])


def test_what_runs_out_of_a_rectangle_is_cut_off() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    assert set(clipped(square, 1, 2, 2, 1)) == {(1, 1), (2, 1), (2, 2), (1, 2)}
    assert clipped(square, 5, 6, 6, 5) == ()


def test_a_hull_has_no_inner_points() -> None:
    assert set(hull([(0, 0), (1, 0), (1, 1), (0, 1), (0.5, 0.5)])) == {(0, 0), (1, 0), (1, 1), (0, 1)}


@pytest.mark.parametrize(("z", "first"), [(1.0, False), (-1.0, True)])
def test_a_thing_is_put_before_or_behind_the_whole_body(z: float, first: bool) -> None:
    view, figure = camera(90), small()
    skeleton = solve(figure, figure.frames[0])
    thing = Part("thing", "iron", (((-0.3, 0.0), (0.3, 0.0), (0.3, 1.0), (-0.3, 1.0)),))
    body = Body(body_parts(skeleton, Look(view)), skeleton, PLAIN)
    found = names(in_order(body, view, (), (Held(thing, ((0.0, 0.5, z),)),)))
    assert found.index("thing") == (0 if first else len(found) - 1)


def test_a_backpack_on_the_hips_has_no_straps_and_lies_before_the_belly() -> None:
    body = solve(small(), small().frames[-1])
    (bag,) = held_things((Thing(kind="backpack", at="hips"),), body, camera(80))
    pelvis = body["pelvis"]
    assert dot(sub(bag.probes[0], pelvis.point(0.0)), pelvis.front) > 0.05


def test_a_bare_foot_is_the_closeup_of_a_key_frame_and_stands_alone_in_a_version() -> None:
    version = {"name": "Shorter", "frames": [{"caption": "Shorter", "foot": {"arch": 4}}]}
    figure = small({"foot": {}}, closeup="foot", barefoot=True, modifications=[version])
    relaxed, alone = closeup_svg(figure, 2) or "", version_svgs(figure, "Shorter")[0]
    assert 'class="s"' not in frame_svg(figure, 2), "no shoe on a bare foot"
    assert 'class="h"' in frame_svg(figure, 2)
    assert 'class="h"' not in relaxed + alone
    assert 'class="vv"' in alone, "a dotted line shows where the arch was"
    assert 'class="vv"' not in relaxed
    assert "the arch raised, all toes flat" in alone
    assert 'class="h"' not in thumbnail_svg(figure), "a card shows the foot"

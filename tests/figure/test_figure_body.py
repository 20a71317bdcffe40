"""The drawn body: pieces in the order of depth, one contour, faces and hair from all sides, colours that stand out."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, product
from random import Random

import pytest
import yaml

from figure.data import HERE, all_guide, subject
from guide.figure.drawn_body.camera import Camera, camera, view_camera
from guide.figure.drawn_body.order import PARENT, PIECES, depth_order
from guide.figure.drawn_body.outline import Open, Outline
from guide.figure.drawn_body.paint import PAINTS, by_class, dressed, literal
from guide.figure.drawn_body.palette import CLOTHES, HAIRS, SKINS, palette
from guide.figure.drawn_body.parts import Look, Part, Parts, body_parts
from guide.figure.drawn_body.path import path_data, path_numbers
from guide.figure.drawn_body.shapes import form
from guide.figure.drawn_body.skin import Sight
from guide.figure.drawn_body.subject import Subject
from guide.figure.posing.skeleton import SIDES, Segment, Skeleton, pose_skeleton
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame, ViewName
from guide.model.person import PLAIN_PERSON, Build, Person
from guide.model.pose import Limbs, Pose, Trunk

SHEET = (HERE.parent / "docs" / "stylesheets" / "figure.css").read_text("utf-8")
VIEWS: tuple[ViewName, ...] = ("side", "front", "back", "three_quarter", "above")
LIMBS = [piece for piece in PIECES if piece.startswith(SIDES)]
HEAVIEST = 8192
"""Bytes of a body."""
CLEAR = 0.06
"""Body heights between two limbs, of which one then lies clearly before the other."""
STRAIGHT = Pose(both=Limbs(hip_abduction=6, shoulder_abduction=20))


def random_pose(chance: Random) -> Pose:
    right, left = (
        Limbs(
            hip=chance.uniform(-20, 120),
            hip_abduction=chance.uniform(0, 45),
            knee=chance.uniform(0, 130),
            shoulder=chance.uniform(-40, 170),
            shoulder_abduction=chance.uniform(0, 80),
            elbow=chance.uniform(0, 140),
        )
        for _ in SIDES
    )
    return Pose(trunk=Trunk(lean=chance.uniform(-90, 90), turn=chance.uniform(-60, 60)), right=right, left=left)


def covered(skeleton: Skeleton, view: Camera, order: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pairs of limbs of which the first lies clearly before the second wherever they cross, and is drawn before it."""
    found = []
    for a, b in combinations(LIMBS, 2):
        if PARENT.get(a) == b or PARENT.get(b) == a:
            continue
        leads = crossings(skeleton[a], skeleton[b], view)
        if leads and min(map(abs, leads)) > CLEAR and len({lead > 0 for lead in leads}) == 1:
            near, far = (a, b) if leads[0] > 0 else (b, a)
            if order.index(near) < order.index(far):
                found.append((near, far))
    return found


def crossings(a: Segment, b: Segment, view: Camera) -> list[float]:
    """By how much the first lies before the second wherever they meet on paper."""
    shares = [i / 12 for i in range(13)]
    pairs = ((a.point(s), b.point(t)) for s, t in product(shares, shares))
    near = ((p, q) for p, q in pairs if apart(view, p, q) < 0.03)
    return [view.depth(p) - view.depth(q) for p, q in near]


def apart(view: Camera, p: tuple[float, float, float], q: tuple[float, float, float]) -> float:
    (px, py), (qx, qy) = view.flat(p), view.flat(q)
    return float(abs(complex(px - qx, py - qy)))


@pytest.mark.parametrize("seed", range(60))
def test_no_limb_is_covered_by_one_that_lies_behind_it(seed: int) -> None:
    chance = Random(seed)
    skeleton = pose_skeleton(random_pose(chance))
    for view in (*map(view_camera, VIEWS), camera(chance.uniform(0, 360), chance.uniform(-30, 60))):
        assert not covered(skeleton, view, depth_order(skeleton, view))


def test_a_limb_that_is_covered_is_noticed() -> None:
    crossed = Pose(right=Limbs(shoulder=60, elbow=90, shoulder_rotation=80), left=Limbs(shoulder=10))
    skeleton, view = pose_skeleton(crossed), view_camera("side")
    order = depth_order(skeleton, view)
    assert not covered(skeleton, view, order)
    assert covered(skeleton, view, order[::-1])


def test_an_arm_behind_the_back_is_behind_it_and_before_it_in_the_other_view() -> None:
    skeleton = pose_skeleton(Pose(both=Limbs(shoulder=-30, elbow=90, shoulder_rotation=80)))
    front, back = (depth_order(skeleton, view_camera(view)) for view in ("front", "back"))
    assert front.index("right_forearm") < front.index("top")
    assert back.index("right_forearm") > back.index("top")


def whole(pose: Pose, view: ViewName, person: Person = PLAIN_PERSON, *, moving: bool = False) -> Parts:
    """The body as it is drawn."""
    look = Look(view_camera(view), Subject(person), moving=moving)
    return body_parts(pose_skeleton(pose), look)


def named(parts: Parts) -> dict[str, Part]:
    return {part.name: part for part in parts}


@pytest.mark.parametrize("view", VIEWS)
def test_no_line_crosses_a_joint(view: ViewName) -> None:
    skeleton, parts = pose_skeleton(STRAIGHT), named(whole(STRAIGHT, view))
    for side, (piece, part) in product(SIDES, [("shank", "shank"), ("forearm", "forearm"), ("hand", "hand")]):
        joint, outline = skeleton[f"{side}_{piece}"].at, parts[f"{side}_{part}"].outlines[0]
        assert isinstance(outline, Open)
        assert "z" not in path_data([outline])
        x, y = view_camera(view).flat(joint)
        assert all(abs(complex(px - x, py - y)) < 0.06 for px, py in ends(outline))


def ends(outline: Outline) -> tuple[tuple[float, float], ...]:
    """Where the line of an open outline begins and ends."""
    return tuple(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in (outline[:2], outline[-2:]))


def test_a_closed_skin_has_a_line_at_its_joint() -> None:
    sight = Sight(pose_skeleton(STRAIGHT), view_camera("front"), form(Build()))
    assert "z" in path_data([sight.skin("right", "shank").outline])


def test_a_face_looks_at_the_viewer_only_from_before() -> None:
    front, back, side = (named(whole(STRAIGHT, view)) for view in ("front", "back", "side"))
    assert len(front["eyes"].outlines) == 2
    assert len(side["eyes"].outlines) == 1
    assert "eyes" not in back
    assert all("hair" in parts for parts in (front, back, side))


@cache
def positions() -> tuple[tuple[Figure, Frame], ...]:
    written = yaml.safe_load((HERE / "figure" / "positions.yml").read_text("utf-8"))
    figures = [Figure.model_validate(each) for each in written.values()]
    return tuple((figure, frame) for figure in figures for frame in figure.frames)


@pytest.mark.parametrize("person", sorted(all_guide().people))
def test_everybody_is_drawn_in_every_position(person: str) -> None:
    shown = subject(["quads", "glute-max", "erectors"], ["hamstrings", "abdominals", "soleus"])
    shown = Subject(all_guide().people[person], shown.primary, shown.secondary)
    muscles = {(muscle.id, side): "primary" for muscle in shown.primary for side in SIDES}
    muscles |= {(muscle.id, side): "secondary" for muscle in shown.secondary for side in SIDES}
    for number, (figure, frame) in enumerate(positions()):
        view = view_camera(VIEWS[number % len(VIEWS)])
        parts = body_parts(solve(figure, frame), Look(view, shown, muscles))
        assert {part.piece for part in parts} == set(PIECES)
        assert sum(len(path_data(part.outlines)) + 30 for part in parts) < HEAVIEST


def test_build_makes_a_body_wider_and_not_taller() -> None:
    heavy = PLAIN_PERSON.model_copy(update={"build": Build(waist=1.3, hips=1.2, legs=1.2, chest=1.2)})
    slim, wide = (named(whole(STRAIGHT, "front", person)) for person in (PLAIN_PERSON, heavy))
    for name in ("top", "hips", "right_thigh", "right_shank"):
        assert spread(wide[name], 0) > 1.08 * spread(slim[name], 0)
        assert spread(wide[name], 1) < 1.08 * spread(slim[name], 1)


def spread(part: Part, axis: int) -> float:
    values = [point[axis] for outline in part.outlines for point in outline]
    return max(values) - min(values)


def test_moving_parts_have_as_many_numbers_in_every_position() -> None:
    chance = Random(7)
    seen = [named(whole(random_pose(chance), "three_quarter", moving=True)) for _ in range(12)]
    for parts in seen[1:]:
        assert parts.keys() == seen[0].keys()
        for name, part in parts.items():
            numbers = [[len(path_numbers(outline)) for outline in each.outlines] for each in (part, seen[0][name])]
            assert numbers[0] == numbers[1], name


# Colours


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@cache
def scheme(name: str) -> dict[str, str]:
    """The variables of a scheme of the stylesheet: light, dark or print."""
    screen, printed = SHEET.split("@media print", 1)
    printed += "".join(re.findall(r"@media print \{(.*?\n)\}", SHEET, re.DOTALL))
    blocks = [*re.findall(r"^:root \{(.*?)\}", screen, re.DOTALL | re.MULTILINE)]
    if name == "dark":
        blocks += re.findall(r'^\[data-md-color-scheme="slate"\] \{(.*?)\}', SHEET, re.DOTALL | re.MULTILINE)
    if name == "print":
        blocks += re.findall(r':root, \[data-md-color-scheme="slate"\] \{(.*?)\}', printed, re.DOTALL)
    return {key: value for block in blocks for key, value in re.findall(r"(--fig-[\w-]+): ([^;]+);", block)}


def colours(person: Person, name: str) -> dict[str, str]:
    """The colours of a person in a scheme, as the stylesheet has them."""
    classes = set(re.findall(r"[\w-]+", dressed(by_class, person)("svg")))
    found = dict(scheme(name))
    for selectors, body in re.findall(r"^(\.(?:skin|hair|wear)-[^{]*) \{(.*?)\}", SHEET, re.MULTILINE):
        if any(set(selector.strip().strip(".").split(".")) <= classes for selector in selectors.split(",")):
            found |= dict(re.findall(r"(--fig-[\w-]+): ([^;]+);", body))
    return {key: found[value[4:-1]] if value.startswith("var(") else value for key, value in found.items()}


PEOPLE = [
    PLAIN_PERSON.model_copy(update={"skin": skin, "clothes": clothes, "hair_colour": hair})
    for skin, (clothes, hair) in product(SKINS, zip(CLOTHES, HAIRS, strict=False))
]


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_muscles_stand_out_from_skin_and_clothes(name: str) -> None:
    for person in PEOPLE:
        has = colours(person, name)
        for ground in ("--fig-skin", "--fig-top", "--fig-shorts"):
            assert contrast(has["--fig-muscle"], has[ground]) >= 3, (person.skin, person.clothes, ground)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_far_limbs_are_seen_on_white_and_on_black(name: str) -> None:
    paper = {"light": ("#ffffff", "#000000"), "dark": ("#1e2129", "#000000"), "print": ("#ffffff",)}[name]
    assert all(contrast(scheme(name)["--fig-far-line"], ground) >= 3 for ground in paper)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: f"{person.skin}-{person.clothes}")
def test_files_have_the_colours_of_the_stylesheet(person: Person) -> None:
    has, said = palette(person), colours(person, "light")
    for name in ("skin", "hair", "top", "shorts", "muscle", "shoe", "far_line"):
        assert has[name] == said[f"--fig-{name.replace('_', '-')}"], name
    assert dressed(literal, person)("near_skin").startswith(f'fill="{has["skin"]}"')


def test_lines_of_skins_end_flat_in_files_and_pages() -> None:
    flat = re.search(r"(:is\(path, g\)\.[^{]*) \{ stroke-linecap: butt", SHEET)
    assert flat
    letters = set(re.findall(r"\.(\w+)", flat[1]))
    assert letters == {paint.letter for paint in PAINTS.values() if paint.is_open}

"""The drawing: light, quick, always the same bytes, and true to the skeleton."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from figure.angles import Fact, Row, compared, table_text
from figure.data import HERE, all_facts, all_figures, all_guide, bent, small, subject
from figure.review import review_page
from guide.figure import (
    animation_svg,
    body_map_svg,
    closeup_svg,
    figure_svg,
    frame_svg,
    frame_text,
    literal,
    player_html,
    pose_text,
    thumbnail_svg,
    version_svgs,
)
from guide.figure.drawn_body.camera import camera
from guide.figure.drawn_body.paint import PAINTS
from guide.figure.drawn_body.palette import MUSCLE
from guide.figure.motion.way import motion_of
from guide.figure.picture.animate import HEAVIEST, sample_skeletons
from guide.figure.picture.props import prop_pieces
from guide.figure.posing.body import BALL, LIMITS, SHANK, THIGH
from guide.figure.posing.skeleton import SIDES, sole_point
from guide.figure.posing.vector import norm, sub
from guide.model.pose import Limbs
from guide.model.scene import Prop

GOLDEN = HERE / "figure" / "small.svg"
FRAME = 8192
"""Bytes of a frame."""
TRAINED = ("quads", "glute-max", "hamstrings", "gastrocnemius", "adductors", "soleus", "abdominals")


def golden() -> str:
    return figure_svg(small(), subject(["quads"], ["hamstrings", "abdominals"])) + "\n"


def test_golden() -> None:
    """If the change is meant: PYTHONPATH=hooks:tests python tests/figure/test_figure_drawing.py"""
    assert golden() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_weight(name: str) -> None:
    figure = all_figures()[name]
    heaviest = max(len(frame_svg(figure, i + 1, subject(TRAINED))) for i in range(len(figure.frames)))
    assert heaviest <= FRAME
    assert len(thumbnail_svg(figure, subject(TRAINED))) <= FRAME
    assert len(animation_svg(figure, subject(TRAINED))) <= HEAVIEST


@pytest.mark.parametrize("name", sorted(all_figures()))
def test_svg_is_plain_vector_xml(name: str) -> None:
    figure = all_figures()[name]
    lettered = {"text"} if any(frame.angle for frame in figure.frames) else set()
    for text, more in (
        (figure_svg(figure, subject(TRAINED)), lettered),
        (animation_svg(figure, subject(TRAINED)), set()),
    ):
        root = ElementTree.fromstring(text)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "g", "path"} | more
        assert not re.search(r"href=|url\(|<image|style=", text)
    assert figure_svg(figure, subject(TRAINED)) == figure_svg(figure, subject(TRAINED))


def test_prefix_is_the_only_id() -> None:
    text = frame_svg(small(), 1, prefix="squat-1")
    assert re.findall(r' id="([^"]*)"', text) == ["squat-1"]
    assert " id=" not in frame_svg(small(), 1)


def test_literal_colours_need_no_stylesheet() -> None:
    text = frame_svg(small(), 2, subject(["quads"]), style=literal)
    assert 'class="n"' not in text
    assert "var(" not in text
    assert MUSCLE in text


def test_every_paint_has_its_class_in_the_stylesheet() -> None:
    css = (HERE.parent / "docs" / "stylesheets" / "figure.css").read_text("utf-8")
    used = {paint.letter for paint in PAINTS.values()}
    assert len(used) == len(PAINTS)
    assert set(re.findall(r":is\(path, g\)\.(\w+)\b", css)) == used


@pytest.mark.parametrize("muscle", sorted(all_guide().muscles))
def test_every_muscle_shows_on_the_body_map(muscle: str) -> None:
    assert 'class="p"' in body_map_svg(subject([muscle]))
    assert 'class="q"' in body_map_svg(subject((), [muscle]))
    assert 'class="p"' not in body_map_svg(subject())


def test_muscles_show_only_where_they_face_the_viewer() -> None:
    standing = small()
    assert 'class="p"' in frame_svg(standing, 1, subject(["quads"]), view="front")
    assert 'class="p"' not in frame_svg(standing, 1, subject(["quads"]), view="back")
    assert 'class="p"' not in frame_svg(standing, 1, subject(["hamstrings"]), view="front")


def test_planted_feet_stay_planted_and_limbs_keep_their_length() -> None:
    skeletons = sample_skeletons(motion_of(small()), 5)
    for side in SIDES:
        balls = [sole_point(skeleton[f"{side}_foot"], BALL) for skeleton in skeletons]
        assert max(norm(sub(ball, balls[0])) for ball in balls) < 1e-6
        for skeleton in skeletons:
            thigh, shank, foot = (skeleton[f"{side}_{part}"] for part in ("thigh", "shank", "foot"))
            assert norm(sub(thigh.at, shank.at)) == pytest.approx(THIGH, abs=1e-6)
            assert norm(sub(shank.at, foot.at)) == pytest.approx(SHANK, abs=1e-4)


def test_moving_picture_is_inert_and_starts_with_the_first_frame() -> None:
    text = animation_svg(small(), subject(["quads"]))
    player = player_html(all_guide().exercises["squat"])
    assert "<animate" not in text
    assert "data-v=" in text
    assert re.search(r'<div class="fig-player"[^>]* hidden>', player)
    assert '<button type="button"' in player


def test_closeup_shows_the_foot_and_leaves_out_the_head() -> None:
    figure = small(closeup="heel")
    text = closeup_svg(figure, 1) or ""
    assert 'class="s"' in text
    assert 'class="h"' not in text
    assert closeup_svg(small(), 1) is None


def test_versions_are_light() -> None:
    heaviest = max(
        len(svg)
        for figure in all_figures().values()
        for version in figure.modifications
        for svg in version_svgs(figure, version.name, subject(TRAINED))
    )
    assert heaviest < 2 * FRAME


def test_a_version_that_is_not_drawn_has_no_frames() -> None:
    assert version_svgs(small(), "No such thing") == ()


def test_a_version_starts_as_the_exercise_does() -> None:
    frames = [{"caption": "Stand", "same_as": 1}, {"caption": "Bend a little", "pose": bent(hip=20, knee=30)}]
    figure = small(modifications=[{"name": "Half", "frames": frames}])
    first, last = version_svgs(figure, "Half")
    assert "Stand. Legs straight" in first
    assert "Bend a little. Knees slightly bent" in last


def test_words_come_from_the_pose() -> None:
    assert frame_text(small(), 1) == "Stand tall. Legs straight, trunk upright, arms hanging."
    assert frame_text(small(), 2) == (
        "Sit back and down. Knees bent 115 degrees, thighs level with the floor, heels down, "
        "trunk leaning forward, arms reaching forward."
    )


def test_words_name_the_hand_that_rests() -> None:
    rail = [{"kind": "rail", "edge": 0.2, "height": 0.6}]
    contacts = [{"part": "sole", "side": "both"}, {"part": "hand", "side": "right", "surface": "rail"}]
    assert frame_text(small({"contacts": contacts, "rules": []}, props=rail), 2).endswith("right hand on the rail.")


def test_words_know_the_props_of_a_version() -> None:
    balls = [{"part": "ball", "side": "both", "surface": "box"}]
    frame = {"caption": "Lower", "contacts": balls, "pose": {"both": {"ankle": 20}}}
    box = {"kind": "box", "edge": 0.05, "height": 0.2}
    figure = small(modifications=[{"name": "Lower", "frames": [frame], "props": [box]}])
    drawn = figure.drawn_as(figure.modifications[0])
    assert "heels below the box" in pose_text(drawn, drawn.frames[0])


def test_words_tell_a_lifted_foot_from_a_standing_one() -> None:
    sole = [{"part": "sole", "side": "right"}]
    text = frame_text(small({"contacts": sole, "pose": {"both": {"hip": 90, "knee": 90}}, "rules": []}), 2)
    assert "right foot on the floor" in text.lower()
    assert "left leg in front" in text


def test_words_follow_an_arm_past_the_ear() -> None:
    assert "arms overhead" in frame_text(small({"pose": {"both": {"shoulder": 184}}, "rules": []}), 2)


@pytest.mark.parametrize(("edge", "ends"), [(-0.3, (-0.38, -0.3)), (0.3, (0.3, 0.38))])
def test_wall_reaches_away_from_the_figure(edge: float, ends: tuple[float, float]) -> None:
    wall = Prop(kind="wall", edge=edge, height=1, length=0.06)
    near = next(
        shape.points for piece in prop_pieces(wall, camera(90)) for shape in piece.shapes if shape.paint == "wall"
    )
    assert (min(x for x, _ in near), max(x for x, _ in near)) == pytest.approx(ends)


def test_limits_name_the_joints_of_the_model() -> None:
    assert set(LIMITS) == set(Limbs.model_fields) - {"hand"}


def test_angles_agree_with_the_facts() -> None:
    rows = compared(all_figures(), all_facts())
    off = tuple(row for row in rows if row.difference > 2)
    assert rows
    assert not off, table_text(off)


def test_difference_counts_only_outside_the_range() -> None:
    fact = Fact("squat", 2, "right", "knee", 115, 120)
    assert [Row(fact, ours).difference for ours in (110, 117, 122)] == [5, 0, 2]


def test_review_page_shows_every_frame() -> None:
    squat = all_guide().exercises["squat"]
    page, figure = review_page([squat], "", css="", script=""), squat.figure
    shown = len(figure.frames) + sum(len(version.frames) for version in figure.modifications) + 2 * len(figure.pairs)
    assert page.count("<figcaption>") == 2 * shown
    assert "no findings" in page


if __name__ == "__main__":
    GOLDEN.write_text(golden(), "utf-8")

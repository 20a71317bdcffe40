"""Muscles as the data has them: on every part of the body, in several pieces, in the middle."""

from __future__ import annotations

from typing import get_args

import pytest

from figure.data import all_guide, small, subject
from guide.figure import body_map_svg, frame_svg
from guide.figure.drawn_body.muscles import drawn_bellies, on_trunk
from guide.figure.drawn_body.subject import plain_subject
from guide.figure.picture.bodymap import both_ways
from guide.model import Muscle
from guide.model.vocabulary import BodyPart

ENDS = (0.2, 0.8)


def muscle(part: str, out: float = 0.01, **faces: float) -> Muscle:
    """A made-up one in one piece."""
    sections = [{"part": part, "share": share, "front": 0, "out": out, "deep": 0.02, "wide": 0.02} for share in ENDS]
    drawn = [{"faces": {"front": 1, "out": 0, **faces}, "sections": sections}]
    names = {"id": "made-up", "name": "Made up", "plain_name": "made up", "other_names": [], "in_running": "Helps."}
    return Muscle.model_validate({**names, "drawn": drawn}, strict=False)


@pytest.mark.parametrize("part", get_args(BodyPart))
def test_a_muscle_may_lie_on_every_part_of_the_body(part: str) -> None:
    assert 'class="p"' in body_map_svg(plain_subject([muscle(part, least=-1)]))


def test_a_muscle_of_two_pieces_is_seen_from_both_sides() -> None:
    arms = all_guide().muscles["arms"]
    assert len(drawn_bellies([arms])) == len(arms.drawn) > 1
    front, back = both_ways(plain_subject([arms]))
    seen = [{part.name for part in parts if part.muscle == "arms" and part.seen} for parts in (front, back)]
    assert all(seen)
    assert seen[0].isdisjoint(seen[1])


def test_what_lies_in_the_middle_is_drawn_once() -> None:
    counts = []
    for out in (0.0, 0.01):
        front, _ = both_ways(plain_subject([muscle("spine_2", out)]))
        counts.append(sum(part.muscle == "made-up" for part in front))
    assert counts == [1, 2]


def test_the_deepest_piece_is_drawn_first() -> None:
    layers = [belly.layer for belly in drawn_bellies(all_guide().muscles.values())]
    assert layers == sorted(layers)
    assert len(set(layers)) > 1


def test_muscles_of_the_trunk_work_on_both_sides_whichever_leg_does() -> None:
    assert on_trunk(all_guide().muscles["abdominals"])
    assert not on_trunk(all_guide().muscles["hip-flexors"])
    one_sided = small(working="right")
    trunk, leg = (frame_svg(one_sided, 1, subject([each]), view="front") for each in ("abdominals", "quads"))
    both = frame_svg(small(working="both"), 1, subject(["quads"]), view="front")
    assert trunk.count("<path") == both.count("<path")
    assert leg != both


def test_muscle_shows_not_where_it_is_turned_away() -> None:
    behind = muscle("shank", front=-1)
    front, back = both_ways(plain_subject([behind]))
    assert not any(part.muscle for part in front)
    assert any(part.muscle for part in back)

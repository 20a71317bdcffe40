"""The map of ladders: which exercise stands where, and that every rung is drawn and told."""

from __future__ import annotations

import re
from dataclasses import replace

import html5lib
import pytest

from guide.model import Exercise, Guide, ladder_edges
from guide.pages import ladder_layout
from guide.pages.ladder_layout import Family, Lane, families
from guide.pages.ladder_map import head_lines, row_lines
from guide.pages.outputs import outputs

RUNG = re.compile(r'<li id="rung-([^"]+)">(.*?)</li>', re.DOTALL)


def _linked(guide: Guide, **harder: list[str]) -> Guide:
    """Copies of heel-lift, each named for its level and leading to others: a1=["b2"]."""
    model = guide.exercises["heel-lift"]
    version = model.easier[0]
    exercises: dict[str, Exercise] = {}
    for name, targets in harder.items():
        leads = tuple(version.model_copy(update={"leads_to": target, "equipment": None}) for target in targets)
        update = {"id": name, "name": name, "level": int(name[-1]), "harder": leads, "easier": (version,)}
        exercises[name] = model.model_copy(update=update)
    return replace(guide, exercises=exercises, routines={})


def _rows(family: Family) -> list[str]:
    return [exercise.id for exercise in family.exercises]


def _rungs(family: Family) -> set[tuple[str, str]]:
    """What the lines say, read from where they run."""
    names = _rows(family)
    lanes = {(names[source], names[lane.target]) for lane in family.lanes for source in lane.sources}
    return lanes | {(names[row], names[row + 1]) for row in family.straight}


def _ladders(guide: Guide) -> str:
    return next(output.body for output in outputs(guide) if output.address == "ladders/")


def test_a_family_is_what_one_pattern_trains(real_guide: Guide) -> None:
    found = families(real_guide)
    patterns = [pattern.id for pattern in real_guide.patterns.values() if real_guide.exercises_of_pattern(pattern.id)]
    assert [family.pattern.id for family in found] == patterns
    assert sorted(name for family in found for name in _rows(family)) == sorted(real_guide.exercises)


def test_rows_go_by_level_and_lines_go_down(small_guide: Guide) -> None:
    (family,) = families(_linked(small_guide, c2=["d3"], a1=["b1", "d3"], d3=[], b1=["c2"]))
    assert _rows(family) == ["a1", "b1", "c2", "d3"]
    assert family.levels == {1: range(2), 2: range(2, 3), 3: range(3, 4)}
    assert family.straight == {0, 1, 2}
    assert family.lanes == (Lane((0,), 3, 1),)


def test_lines_to_one_exercise_share_a_lane_and_others_lie_beside_it(small_guide: Guide) -> None:
    (family,) = families(_linked(small_guide, a1=["d2", "e2"], b1=["d2", "e2"], c1=["d2", "e2"], d2=[], e2=[]))
    assert [(lane.sources, lane.target, lane.place) for lane in family.lanes] == [((0, 1), 3, 1), ((0, 1, 2), 4, 2)]
    assert [lane.passes(3) for lane in family.lanes] == [False, True]


def test_exercises_move_inside_their_level_where_lanes_become_shorter(small_guide: Guide) -> None:
    (family,) = families(_linked(small_guide, a1=["f2"], b1=[], c1=["e2"], e2=[], f2=[]))
    assert _rows(family) == ["b1", "a1", "c1", "e2", "f2"]


def test_of_a_family_too_large_the_order_is_what_it_was(small_guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder_layout, "MOST_MOVED", 4)
    (family,) = families(_linked(small_guide, a1=["f2"], b1=[], c1=["e2"], e2=[], f2=[]))
    assert _rows(family) == ["a1", "b1", "c1", "e2", "f2"]


def test_every_rung_of_the_real_map_is_drawn_and_leads_down(real_guide: Guide) -> None:
    found = families(real_guide)
    pattern = {name: exercise.pattern for name, exercise in real_guide.exercises.items()}
    edges = {(low, high) for low, high in ladder_edges(real_guide.exercises.values()) if pattern[low] == pattern[high]}
    assert set().union(*map(_rungs, found)) == edges
    for family in found:
        rows = {name: row for row, name in enumerate(_rows(family))}
        assert all(rows[low] < rows[high] for low, high in edges if low in rows)
        assert [exercise.level for exercise in family.exercises] == sorted(each.level for each in family.exercises)


def test_no_two_lanes_of_the_real_map_lie_on_each_other(real_guide: Guide) -> None:
    for family in families(real_guide):
        for row in range(len(family.exercises)):
            places = [lane.place for lane in family.lanes if lane.passes(row)]
            assert len(places) == len(set(places)), family.pattern.id


def test_a_rung_that_is_not_drawn_is_noticed(small_guide: Guide) -> None:
    (family,) = families(_linked(small_guide, a1=["b2", "c3"], b2=["c3"], c3=[]))
    assert _rungs(family) == {("a1", "b2"), ("a1", "c3"), ("b2", "c3")}
    assert _rungs(replace(family, lanes=())) == {("a1", "b2"), ("b2", "c3")}


def test_every_piece_of_the_map_is_valid_and_of_one_width(real_guide: Guide) -> None:
    for family in families(real_guide):
        pieces = [draw(family, row) for row in range(len(family.exercises)) for draw in (row_lines, head_lines)]
        assert len({re.findall(r'width="([^"]+)"', piece)[0] for piece in pieces}) == 1
        for piece in pieces:
            html5lib.HTMLParser(strict=True).parseFragment(piece)


def test_many_lanes_lie_closer_and_take_no_more_room(small_guide: Guide) -> None:
    lanes = tuple(Lane((0,), 2, place) for place in range(1, 41))
    (family,) = families(_linked(small_guide, a1=[], b2=[], c3=[]))
    assert float(re.findall(r'width="([^"]+)"', row_lines(replace(family, lanes=lanes), 1))[0]) < 120


def test_every_rung_is_told_in_words_at_both_ends(real_guide: Guide) -> None:
    told = dict(RUNG.findall(_ladders(real_guide)))
    assert told.keys() == real_guide.exercises.keys()
    for low, high in ladder_edges(real_guide.exercises.values()):
        easier, harder = real_guide.exercises[low], real_guide.exercises[high]
        if easier.pattern == harder.pattern:
            assert f'<a href="#rung-{high}">{harder.name}</a>' in told[low]
        else:
            assert f'href="#{harder.pattern}">{harder.name} <small>' in told[low]
            assert f'href="#{easier.pattern}">{easier.name} <small>' in told[high]


def test_what_leads_nowhere_says_how_it_goes_on(small_guide: Guide) -> None:
    told = dict(RUNG.findall(_ladders(small_guide)))
    assert "The hardest here" in told["side-hop"]
    assert "harder versions" not in told["heel-lift"]


def test_an_exercise_leads_to_its_family(real_guide: Guide) -> None:
    bodies = {output.address: output.body for output in outputs(real_guide)}
    for name, exercise in real_guide.exercises.items():
        assert f'href="../../ladders/#{exercise.pattern}"' in bodies[f"exercises/{name}/"]
        assert f'<h2 id="{exercise.pattern}">' in bodies["ladders/"]

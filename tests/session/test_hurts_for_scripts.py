"""What every place that hurts changes in a session: the lists of its page, in the words of its page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guide.model import Guide
from guide.model.hurts import lists, signs
from guide.session.hurts_for_scripts import ALL_JUMPS, EVERYTHING, HURTS_FILE, hurts_for_scripts
from guide.site.offline_cache import manifest

MOST_WORDS = 25


@pytest.fixture(scope="module")
def places(real_guide: Guide) -> list[dict[str, Any]]:
    """The file as scripts read it."""
    found: list[dict[str, Any]] = json.loads(json.dumps(hurts_for_scripts(real_guide)))
    return found


def test_the_places_are_the_pages_in_their_order(real_guide: Guide, places: list[dict[str, Any]]) -> None:
    assert [(each["id"], each["name"]) for each in places] == [
        (region.id, region.name) for region in real_guide.regions.values()
    ]


def test_every_page_says_what_the_place_says(real_bodies: dict[str, str], places: list[dict[str, Any]]) -> None:
    for place in places:
        page = real_bodies[place["page"]].replace("<strong>", "").replace("</strong>", "").replace("&#39;", "'")
        told = [line for group in place["signs"] for line in (group["urgency"], *group["lines"])]
        told += [line for lines in place["change"].values() for line in lines]
        assert [line for line in told if line not in page] == []


def test_the_lists_are_those_of_the_page(real_guide: Guide, places: list[dict[str, Any]]) -> None:
    for region, place in zip(real_guide.regions.values(), places, strict=True):
        found = lists(real_guide, region)
        if region.all_left_out:
            assert (place["out"].keys(), place["change"]) == (real_guide.exercises.keys(), {})
            continue
        assert [*place["out"]] == [row.exercise.id for row in found.left_out]
        assert [*place["change"]] == [row.exercise.id for row in found.changed]
        unless = [row.exercise.id for row in (*found.changed, *found.tolerated) if row.leave_out_if]
        assert [*place["unless"]] == unless
        assert len(place["signs"]) == len(signs(real_guide, region.id))


def test_reasons_are_short_sentences(real_guide: Guide, places: list[dict[str, Any]]) -> None:
    for place in places:
        for exercise, reason in place["out"].items():
            assert reason.endswith(".")
            assert len(reason.split()) <= MOST_WORDS
            if not place["everything"]:
                assert (reason == ALL_JUMPS) == real_guide.exercises[exercise].is_jump
        assert place["jumps"] == (EVERYTHING if place["everything"] else ALL_JUMPS)


def test_every_jump_is_left_out_wherever_something_hurts(real_guide: Guide, places: list[dict[str, Any]]) -> None:
    jumps = {exercise.id for exercise in real_guide.exercises.values() if exercise.is_jump}
    assert jumps
    assert all(jumps <= place["out"].keys() for place in places)


def test_it_is_kept_for_use_without_a_network() -> None:
    assert HURTS_FILE in dict(manifest({HURTS_FILE: b"[]"}))

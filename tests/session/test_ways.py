"""What every exercise and version can become: easier, harder and without kit, as entries that scripts put together."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import chain
from operator import gt, lt
from typing import Any

import pytest

from guide.model import Guide
from guide.session.timeline import move, moves_of
from guide.session.ways import MOST, VERSIONS_FILE, Way, item_of, move_of, offers, ways
from guide.site.offline_cache import LARGEST, manifest

SMALL = 250_000
"""Bytes that the file may have, before compression."""


@pytest.fixture(scope="module")
def written(real_guide: Guide) -> dict[str, Any]:
    """The file as scripts read it."""
    found: dict[str, Any] = json.loads(json.dumps(ways(real_guide)))
    return found


def _every(guide: Guide) -> list[Way]:
    return [
        Way(exercise, version)
        for exercise in guide.exercises.values()
        for version in (None, *(each for each in exercise.modifications if not each.other_exercise))
    ]


def _whole(written: dict[str, Any], number: int) -> dict[str, Any]:
    way = written["ways"][number]
    plain = written["ways"][way["of"]]["move"] if "of" in way else {}
    return {**plain, **way["move"]}


def test_every_exercise_and_version_of_its_own_is_there_once(real_guide: Guide, written: dict[str, Any]) -> None:
    moves = [_whole(written, number) for number in range(len(written["ways"]))]
    assert [(each["exercise"], each["version"]) for each in moves] == [
        (way.exercise.id, way.version.name if way.version else "") for way in _every(real_guide)
    ]
    assert moves == [
        json.loads(json.dumps(asdict(move_of(real_guide, item_of(real_guide, way))))) for way in _every(real_guide)
    ]


def test_a_move_has_the_lowest_dose_of_its_version(real_guide: Guide) -> None:
    for way in _every(real_guide):
        item = item_of(real_guide, way)
        dose = real_guide.item_dose(item)
        assert (item.seconds if dose.hold_seconds else item.repetitions) == -(-dose.measure.low // 1), way.key


def test_the_moves_of_routines_are_found(real_guide: Guide, written: dict[str, Any]) -> None:
    known = {
        (_whole(written, number)["exercise"], way["move"].get("version", ""))
        for number, way in enumerate(written["ways"])
    }
    for routine in real_guide.routines.values():
        for stage in routine.stages:
            for item, each in zip(stage.items, moves_of(real_guide, stage), strict=True):
                version = real_guide.modification(item)
                own = each.version if version and not version.other_exercise else ""
                assert (each.exercise, own) in known


def test_from_inside_a_list_of_versions_easier_is_lower_and_harder_is_higher(real_guide: Guide) -> None:
    for way in _every(real_guide):
        exercise, found = way.exercise, offers(real_guide, way)
        order = [each.name for each in exercise.easier] + [""] + [each.name for each in exercise.harder]
        place = order.index(way.version.name if way.version else "")
        for kind, is_there in (("easier", lt), ("harder", gt)):
            own = [offer.way for offer in found[kind] if offer.way.exercise == exercise]
            places = [order.index(each.version.name if each.version else "") for each in own]
            assert all(is_there(at, place) for at in places), (way.key, kind)


def test_easier_and_harder_end_with_what_versions_lead_to_or_with_the_exercise_itself(real_guide: Guide) -> None:
    squat = real_guide.exercises["squat"]
    (lowest, *_), (*_, highest) = squat.easier, [each for each in squat.harder if not each.other_exercise]
    assert not offers(real_guide, Way(squat, lowest))["easier"]
    assert offers(real_guide, Way(squat, lowest))["harder"][-1].way == Way(squat)
    assert offers(real_guide, Way(squat, highest))["easier"][-1].way == Way(squat)
    last = offers(real_guide, Way(squat))["harder"][-1]
    (link,) = (each for each in squat.harder if each.other_exercise == last.way.exercise.id)
    assert (last.way.version, last.how) == (None, link.how)


def test_offers_are_few_and_none_is_the_move_itself_or_told_twice(real_guide: Guide) -> None:
    for way in _every(real_guide):
        for found in offers(real_guide, way).values():
            keys = [offer.way.key for offer in found]
            assert way.key not in keys
            assert len({*keys}) == len(keys) <= 2 * MOST


def test_without_this_kit_needs_none_of_it_and_is_no_harder_exercise(real_guide: Guide) -> None:
    found = 0
    for way in _every(real_guide):
        kit = {*real_guide.item_equipment(item_of(real_guide, way))}
        for offer in offers(real_guide, way)["without"]:
            found += 1
            assert kit.isdisjoint(real_guide.item_equipment(item_of(real_guide, offer.way))), way.key
            assert offer.way.exercise.level <= way.exercise.level
            assert offer.way.exercise not in real_guide.harder_than(way.exercise.id)
            assert offer.way.version not in offer.way.exercise.harder or way.version in way.exercise.harder
    assert found


def test_jumps_are_marked_with_their_gate_and_take_no_place_from_others(
    real_guide: Guide, written: dict[str, Any]
) -> None:
    for way, entry in zip(_every(real_guide), written["ways"], strict=True):
        item = item_of(real_guide, way)
        assert bool(entry.get("gate")) == real_guide.item_jumps(item), way.key
        assert entry.get("lands", False) == bool(real_guide.item_landings(item))
        for kind in ("easier", "harder", "without"):
            numbers = [each[0] if isinstance(each, list) else each for each in entry.get(kind, ())]
            jumps = ["gate" in written["ways"][number] for number in numbers]
            assert jumps == sorted(jumps)
            assert max(jumps.count(True), jumps.count(False)) <= MOST
    assert {entry["gate"] for entry in written["ways"] if "gate" in entry} == written["gates"].keys()
    assert all(written["gates"].values())


def test_what_a_version_needs_is_told(small_guide: Guide) -> None:
    written = json.loads(json.dumps(ways(small_guide)))
    for way, entry in zip(_every(small_guide), written["ways"], strict=True):
        kit = small_guide.item_equipment(item_of(small_guide, way))
        names = [small_guide.equipment[thing].name.lower() for thing in kit]
        assert [name for name in names if name not in entry.get("needs", "").lower()] == []
        assert bool(entry.get("needs")) == bool(kit)


def test_what_is_left_is_told_of_repetitions_that_are_no_jumps(real_guide: Guide) -> None:
    for way in _every(real_guide):
        item = item_of(real_guide, way)
        found, left = move_of(real_guide, item), real_guide.item_dose(item).left
        assert found.left == ("" if real_guide.item_jumps(item) else str(left or ""))
        assert not (found.left and found.hold)


def test_a_stage_and_the_file_reckon_alike(real_guide: Guide) -> None:
    items = chain.from_iterable(routine.items for routine in real_guide.routines.values())
    for item in items:
        version = real_guide.modification(item)
        if version and version.other_exercise:
            continue
        lowest = item_of(real_guide, Way(real_guide.exercises[item.exercise], version))
        assert (lowest.seconds is None) == (item.seconds is None)
        assert lowest.each_side == item.each_side
        amount = {"repetitions": item.repetitions, "seconds": item.seconds, "note": item.note}
        assert move(real_guide, lowest.model_copy(update=amount)) == move(real_guide, item)


def test_the_file_is_small_and_kept_for_use_without_a_network(written: dict[str, Any]) -> None:
    content = json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(content) < SMALL < LARGEST
    assert VERSIONS_FILE in dict(manifest({VERSIONS_FILE: content}))

"""A review counts as long as its entry says what it said, however it is written; small_guide has one out of date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guide.model import Guide
from guide.model.reviewed import counting_reviews, fingerprint, reviews_of
from guide.reading.load import load
from guide.wording.reviewed import checked, day, standing


def _reviewed(guide: Guide, **changes: str) -> Guide:
    """The guide in which its review counts."""
    current = fingerprint(guide, guide.exercises["wall-hold"])
    return replace(guide, reviews=(guide.reviews[0].model_copy(update={"hash": current, **changes}),))


def _hash(folder: Path) -> str:
    guide = load(folder)
    assert isinstance(guide, Guide)
    return fingerprint(guide, guide.exercises["wall-hold"])


def _rewrite(change: Callable[[str], str], path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_bytes(change(text).encode())
    assert path.read_bytes() != text.encode()


@pytest.mark.parametrize("change", [
    lambda text: text.replace("id: wall-hold\nname: Wall hold\n", "name: Wall hold\nid: wall-hold\n"),
    lambda text: f"# A comment.\n{text}", lambda text: text.replace("name: Wall hold", 'name: "Wall hold"'),
    lambda text: text.replace("facts_checked: 2026-11-27", "facts_checked: 2027-01-02"),
    lambda text: text.replace("\n", "\r\n"),
], ids=["order", "comment", "quotes", "facts checked again", "line ends"])  # fmt: skip
def test_how_an_entry_is_written_does_not_matter(change: Callable[[str], str], data: Path) -> None:
    before = _hash(data)
    _rewrite(change, data / "exercises" / "wall-hold.yml")
    assert _hash(data) == before


@pytest.mark.parametrize(("file", "old", "new"), [
    ("exercises/wall-hold.yml", "name: Leaning stand", "name: Leaning stands"),
    ("exercises/wall-hold.yml", "level: ", "note: Breathe.\nlevel: "), ("patterns.yml", "summary: ", "summary: Now "),
])  # fmt: skip
def test_what_an_entry_says_matters_and_so_does_its_heading(file: str, old: str, new: str, data: Path) -> None:
    before = _hash(data)
    _rewrite(lambda text: text.replace(old, new, 1), data / file)
    assert _hash(data) != before


def test_other_entries_do_not_matter(data: Path) -> None:
    before = _hash(data)
    _rewrite(lambda text: text.replace("Heel lift", "Heel rise", 1), data / "exercises" / "heel-lift.yml")
    assert _hash(data) == before


def test_a_review_counts_for_the_entry_as_it_is(small_guide: Guide) -> None:
    guide, wall_hold = _reviewed(small_guide), small_guide.exercises["wall-hold"]
    assert counting_reviews(guide, wall_hold) == guide.reviews
    assert counting_reviews(small_guide, wall_hold) == ()
    assert reviews_of(small_guide, wall_hold) == small_guide.reviews
    assert reviews_of(guide, guide.exercises["heel-lift"]) == ()


def test_an_entry_says_plainly_who_looked_at_it(small_guide: Guide) -> None:
    facts = "Facts last checked 27 November 2026."
    wall_hold, heel_lift = small_guide.exercises["wall-hold"], small_guide.exercises["heel-lift"]
    reviewed = _reviewed(small_guide)
    assert checked(small_guide, heel_lift) == f"Not reviewed by a professional yet. {facts}"
    assert checked(small_guide, wall_hold) == f"Not reviewed by a professional since it was last changed. {facts}"
    who = "Reviewed by Éva Example, physiotherapist, 5 October 2026"
    assert checked(reviewed, wall_hold) == f"{who}: the safety lines only. {facts}"
    whole = _reviewed(small_guide, scope="whole page")
    assert checked(whole, wall_hold) == f"{who}: the whole page. {facts}"


def test_the_guide_says_how_much_of_it_was_looked_at(small_guide: Guide) -> None:
    assert standing(small_guide) == "No professional has reviewed this guide as it is now."
    assert standing(_reviewed(small_guide)) == "Professionals have reviewed 1 of 3 exercises and 0 of 1 routines."


def test_a_day_is_in_words() -> None:
    assert [day("2026-01-01"), day("2099-12-31")] == ["1 January 2026", "31 December 2099"]

"""The handouts of the real guide: everything is on them, in order, on as many pages and as large as promised."""

from __future__ import annotations

from itertools import product

import pytest

from guide.handouts import booklet_document, exercise_document, key_frames
from guide.handouts import routine_document as sheet
from guide.model import Guide, Routine
from guide.printing import Paper, render
from guide.settings import Edition
from guide.wording import conditions, words
from guide.wording.gates import gate_points
from guide.wording.rules import pain_bands
from handout_pdf import Handout, squeezed

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/guide/", 1_790_000_000)
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (595.3, 841.9), "us-letter": (612.0, 792.0)}
LARGEST = 150_000
"""Bytes of a routine's sheet."""


@pytest.fixture(scope="module")
def sheets(real_guide: Guide) -> dict[tuple[str, Paper], Handout]:
    """Every routine on both papers."""
    pictures = key_frames(real_guide)
    return {
        (routine.id, paper): Handout(render(sheet(real_guide, routine, EDITION, paper=paper, pictures=pictures)))
        for routine, paper in product(real_guide.routines.values(), PAPERS)
    }


@pytest.fixture(scope="module")
def cards(real_guide: Guide) -> dict[tuple[str, Paper], Handout]:
    """Every exercise on both papers."""
    pictures = key_frames(real_guide)
    return {
        (each.id, paper): Handout(render(exercise_document(real_guide, each, EDITION, paper=paper, pictures=pictures)))
        for each, paper in product(real_guide.exercises.values(), PAPERS)
    }


@pytest.fixture(scope="module")
def booklet(real_guide: Guide) -> Handout:
    return Handout(render(booklet_document(real_guide, EDITION, pictures=key_frames(real_guide))))


def _in_order(text: str, parts: list[str]) -> list[str]:
    """The parts that are not found after the ones before them."""
    missing, at = [], 0
    for part in map(squeezed, parts):
        found = text.find(part, at)
        if found < 0:
            missing.append(part)
        else:
            at = found + len(part)
    return missing


def _told(guide: Guide, routine: Routine) -> list[str]:
    """What a sheet says, in reading order."""
    parts = [
        routine.name, routine.purpose, "runner.example/guide/routines/", f"{guide.routine_minutes(routine)} minutes",
    ]  # fmt: skip
    parts += [words.how_often(routine), words.equipment_names(guide, guide.routine_equipment(routine))]
    parts += [*gate_points(guide, routine.gate), *map(words.sentence, routine.warm_up.steps)]
    for item in routine.items:
        exercise, version = guide.exercises[item.exercise], guide.modification(item)
        parts += [version.name, exercise.name] if version else [exercise.name]
        parts += [f"{item.seconds} s" if item.seconds else str(item.repetitions)]
        parts += [version.how] if version else []
        parts += [exercise.cues[0], "Feel it in", guide.item_feel(item)]
    return [*parts, *map(words.sentence, routine.finish.steps)]


def test_a_sheet_tells_everything_in_order(sheets: dict[tuple[str, Paper], Handout], real_guide: Guide) -> None:
    missing = {at: _in_order(each.text, _told(real_guide, real_guide.routines[at[0]])) for at, each in sheets.items()}
    assert {at: found for at, found in missing.items() if found} == {}


def test_a_sheet_has_the_pain_rule_the_log_and_its_origin(
    sheets: dict[tuple[str, Paper], Handout], real_guide: Guide
) -> None:
    rule = [text for band in pain_bands(real_guide) for text in (band.pain, band.signs, band.action)]
    needed = ["Date", "version 1.2.3", "CC BY-SA 4.0", "Leg Strength for Runners", *rule]
    for drawing in sheets.values():
        assert [part for part in needed if squeezed(part) not in drawing.text] == []


def test_the_log_has_left_and_right_where_sides_differ(sheets: dict[tuple[str, Paper], Handout]) -> None:
    log = sheets["first-steps", "a4"].text.split("Sixweeks")[1]
    assert [log.count(label) for label in ("1L", "1R", "2L", "2R", "3L")] == [1, 1, 1, 1, 0]
    assert [log.count(label) for label in ("+L", "+R")] == [1, 1]
    assert "Week6" in log


def test_dose_and_pace_are_written_as_people_say_them(sheets: dict[tuple[str, Paper], Handout]) -> None:
    text = sheets["hills-and-power", "a4"].text
    assert squeezed("3 × 7 each side") in text
    assert squeezed("Lower 3 s, pause 1 s, lift 1 s; rest 90 s.") in text


def test_a_sheet_is_one_sheet(sheets: dict[tuple[str, Paper], Handout]) -> None:
    assert {at: each.pages for at, each in sheets.items() if each.pages > 2} == {}


def test_a_card_is_one_page(cards: dict[tuple[str, Paper], Handout]) -> None:
    assert {at: each.pages for at, each in cards.items() if each.pages != 1} == {}


def test_papers_are_what_they_are_called(sheets: dict[tuple[str, Paper], Handout]) -> None:
    assert {(paper, each.page_size) for (_, paper), each in sheets.items()} == {*PAPERS.items()}


def test_a_sheet_is_light_to_load(sheets: dict[tuple[str, Paper], Handout]) -> None:
    assert {at: len(each.content) for at, each in sheets.items() if len(each.content) >= LARGEST} == {}


def test_nothing_is_smaller_than_ten_points(
    sheets: dict[tuple[str, Paper], Handout], cards: dict[tuple[str, Paper], Handout], booklet: Handout
) -> None:
    smallest = {at: each.smallest_type() for at, each in (sheets | cards).items()} | {
        ("booklet", ""): booklet.smallest_type()
    }
    assert {at: size for at, size in smallest.items() if size < 9.99} == {}


def test_a_card_tells_everything_in_order(cards: dict[tuple[str, Paper], Handout], real_guide: Guide) -> None:
    for (name, _), each in cards.items():
        exercise = real_guide.exercises[name]
        steps = [text for step in exercise.steps for text in (step.text, *step.details, step.caution or "")]
        aims = [words.dose(exercise), *exercise.cues, exercise.feel_it_in, exercise.breathing]
        parts = [exercise.name, exercise.summary, *exercise.set_up, *steps, *aims]
        parts += [text for pair in conditions.own_changes(real_guide, exercise) for text in pair]
        parts += conditions.signs(real_guide, exercise.safeguards.stop)
        parts += [text for change in conditions.changes_by_place(real_guide, exercise) for text in change[1:]]
        parts += conditions.leave_out(real_guide, exercise)
        parts += ["The pain rule", "Common mistakes"]
        parts += [text for slip in exercise.mistakes for text in (slip.mistake, slip.correction)]
        assert _in_order(each.text, parts) == []
        assert [version.name for version in exercise.modifications if squeezed(version.name) not in each.text] == []


def test_the_code_leads_back_to_the_page(
    sheets: dict[tuple[str, Paper], Handout], cards: dict[tuple[str, Paper], Handout]
) -> None:
    for (name, _), each in sheets.items():
        assert each.codes() == [f"https://runner.example/guide/routines/{name}/"]
    name, paper = next(iter(cards))
    assert cards[name, paper].codes() == [f"https://runner.example/guide/exercises/{name}/"]


def test_nothing_runs_off_the_paper(
    sheets: dict[tuple[str, Paper], Handout], cards: dict[tuple[str, Paper], Handout], booklet: Handout
) -> None:
    for drawing in (*sheets.values(), *cards.values(), booklet):
        assert drawing.off_the_paper() == []


def test_the_booklet_has_everything(booklet: Handout, real_guide: Guide) -> None:
    kinds = (real_guide.exercises, real_guide.routines, real_guide.muscles, real_guide.equipment)
    names = [entry.name for entries in kinds for entry in entries.values()]
    names += [source.label for source in real_guide.sources.values()]
    names += [
        "Contents",
        "Before you start",
        "Index by muscle",
        "Index by equipment",
        *conditions.ask_first(real_guide),
    ]
    text = booklet.text
    assert [name for name in names if squeezed(name) not in text] == []


def test_the_booklets_contents_lead_to_the_pages_they_name(booklet: Handout, real_guide: Guide) -> None:
    with booklet.open() as document:
        inside = [
            each for each in document.pages[1].get("/Annots", []) if "/Dest" in each or "/D" in each.get("/A", {})
        ]
    assert len(inside) >= len(real_guide.exercises) + len(real_guide.routines)

"""Handouts of data that no contributor should write: it comes out as it is written, and the layout holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.handouts import Picture, booklet_document, exercise_document, sheet_document
from guide.handouts.print_svg import for_print
from guide.model import Exercise, Guide, Stage
from guide.printing import render
from guide.settings import Edition
from handout_pdf import Handout, squeezed

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/", 1_790_000_000)
MARKUP = '#panic(1) $x^2$ *b* _i_ `c` \\ // /* <b>&amp;</b> @ref <label> [x] {y} ~ -- ... "q" \'s'
LETTERS = "Ω Ж é ½ ≥ × → –"
LONG = "Pneumono" * 25
WORDS = f"{MARKUP} {LETTERS} {LONG}"
SVG = "http://www.w3.org/2000/svg"
DRAWING = f'<svg xmlns="{SVG}" viewBox="0 0 60 100"><path d="M5 95h50" stroke="#000"/></svg>'


def pictures(exercise: Exercise, version: str | None = None, *, mistake: int = 0) -> tuple[Picture, ...]:
    """Twelve frames of an exercise, two of a mistake, none of a version."""
    return () if version else (Picture(DRAWING, WORDS, f"Alternative {WORDS}"),) * (2 if mistake else 12)


@pytest.fixture(scope="module")
def hostile(real_guide: Guide) -> Guide:
    """The real guide with such words in every place that a routine, its stages and an exercise have."""
    squat, routine = real_guide.exercises["squat"], real_guide.routines["first-steps"]
    actions = tuple(
        action.model_copy(update={"text": text, "times": 2})
        for action, text in zip(real_guide.warmups[routine.warm_up].actions, (WORDS, "Short.", WORDS), strict=False)
    )
    warm_up = {"actions": actions, "notes": (WORDS,), "leave_out_when": WORDS}
    test = {"name": MARKUP, "how": (WORDS,), "counts": WORDS, "asked": WORDS, "alternative": WORDS}
    worse = {
        "name": MARKUP,
        "purpose": WORDS,
        "gate": real_guide.safety.jump_gate,
        "stages": tuple(_worse_stage(stage) for stage in routine.stages),
        "finish": routine.finish.model_copy(update={"actions": actions, "notes": (WORDS,)}),
    }
    changed = squat.model_copy(
        update={"name": MARKUP, "summary": WORDS, "cues": (WORDS,) * 2, "set_up": (WORDS,), "feel_it_in": WORDS}
    )
    return replace(
        real_guide,
        exercises={**real_guide.exercises, "squat": changed},
        routines={"first-steps": routine.model_copy(update=worse)},
        tests={name: each.model_copy(update=test) for name, each in real_guide.tests.items()},
        warmups={name: each.model_copy(update=warm_up) for name, each in real_guide.warmups.items()},
    )


def _worse_stage(stage: Stage) -> Stage:
    (block,) = stage.blocks
    items = tuple(item.model_copy(update={"note": WORDS}) for item in block.items)
    blocks = (block.model_copy(update={"name": MARKUP, "items": items}),)
    texts = {"name": MARKUP, "who": WORDS, "gate": "jumps", "notes": (WORDS,)}
    return stage.model_copy(update={**texts, "blocks": blocks})


@pytest.fixture(scope="module", params=[0, -1], ids=["first stage", "last stage"])
def sheet(hostile: Guide, request: pytest.FixtureRequest) -> Handout:
    routine = hostile.routines["first-steps"]
    return Handout(render(sheet_document(hostile, routine, routine.stages[request.param], EDITION, pictures=pictures)))


@pytest.fixture(scope="module")
def card(hostile: Guide) -> Handout:
    return Handout(render(exercise_document(hostile, hostile.exercises["squat"], EDITION, pictures=pictures)))


def test_markup_comes_out_as_it_is_written(sheet: Handout, card: Handout) -> None:
    for handout in (sheet, card):
        assert handout.text.count(squeezed(MARKUP)) > 4
        assert handout.text.count(squeezed(LETTERS)) > 4


def test_long_words_are_broken_and_complete(sheet: Handout, card: Handout) -> None:
    for handout in (sheet, card):
        assert handout.text.count(LONG) > 4
        assert handout.off_the_paper() == []


def test_the_booklet_holds_too(hostile: Guide) -> None:
    handout = Handout(render(booklet_document(hostile, EDITION, pictures=pictures)))
    assert handout.text.count(squeezed(MARKUP)) > len(hostile.routines["first-steps"].stages)
    assert handout.off_the_paper() == []


def test_other_directions_of_writing_are_kept(real_guide: Guide) -> None:
    text = _summary(real_guide, "Knie שלום עולם und مرحبا end").text
    assert [word for word in ("Knie", "שלום", "עולם", "und", "مرحبا", "end") if word not in text] == []


def test_a_picture_character_without_glyph_becomes_a_frame_that_says_it(real_guide: Guide) -> None:
    handout = _summary(real_guide, "Run 🏃 and smile 😀.")
    assert [tag.alt for tag in handout.tags() if tag.kind == "Figure"][:2] == ["🏃", "😀"]
    assert squeezed("Run and smile .") in handout.text


def test_forty_exercises_flow_over_pages(real_guide: Guide) -> None:
    routine = real_guide.routines["first-steps"]
    stage = _long_stage(routine.stages[0])
    handout = Handout(render(sheet_document(real_guide, routine, stage, EDITION, pictures=pictures)))
    assert handout.pages > 2
    assert all(
        squeezed(f"{number}{item.modification or real_guide.exercises[item.exercise].name}") in handout.text
        for number, item in enumerate(stage.items, 1)
    )
    assert handout.off_the_paper() == []


def test_a_guide_without_drawings_prints(real_guide: Guide) -> None:
    routine = real_guide.routines["first-steps"]
    for stage in routine.stages:
        handout = Handout(render(sheet_document(real_guide, routine, stage, EDITION)))
        assert handout.pages == 2
        assert handout.off_the_paper() == []


def test_a_drawing_for_print_covers_the_same_view() -> None:
    path = '<path fill="#000" stroke="#111" stroke-width="2" d="M1-2q3 4.5 6 7z"/>'
    changed = for_print(f'<svg xmlns="{SVG}" viewBox="-10 0 60 90" paint-order="stroke">{path}</svg>')
    assert 'viewBox="-30 0 180 270"' in changed
    assert 'd="M3-6q9 13.5 18 21z"' in changed
    assert 'stroke-width="3"' in changed


@pytest.mark.parametrize("part", ['<path d="M0 0a5 5 0 0 1 9 9"/>', '<circle r="4"/>', '<g transform="scale(2)"/>'])
def test_a_drawing_that_it_does_not_understand_is_left_alone(part: str) -> None:
    drawing = f'<svg xmlns="{SVG}" viewBox="0 0 9 9">{part}</svg>'
    assert for_print(drawing) == drawing


def _summary(guide: Guide, text: str) -> Handout:
    exercise = guide.exercises["squat"].model_copy(update={"summary": text})
    return Handout(render(exercise_document(guide, exercise, EDITION)))


def _long_stage(stage: Stage) -> Stage:
    (block,) = stage.blocks
    return stage.model_copy(update={"blocks": (block.model_copy(update={"items": (block.items * 7)[:40]}),)})

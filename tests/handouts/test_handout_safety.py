"""What handouts say so that nobody gets hurt: on every sheet and card, however little room there is."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import pytest

from guide.handouts import exercise_document, key_frames, routine_document
from guide.handouts.doses import rest
from guide.handouts.safety import item_instead, item_leave_out, routine_safety
from guide.model import Guide, Modification
from guide.printing import Paper, render
from guide.settings import Edition
from guide.wording import conditions, words
from guide.wording.gates import gate_points
from guide.wording.rules import pain_bands
from handout_pdf import Handout, squeezed

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/guide/", 1_790_000_000)
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
LOWEST_ON_SHEET, LOWEST_ON_CARD = 16, 20
"""Millimetres of a figure."""

Handouts = dict[tuple[str, Paper], Handout]


@pytest.fixture(scope="module")
def sheets(real_guide: Guide) -> Handouts:
    pictures = key_frames(real_guide)
    return {
        (each.id, paper): Handout(render(routine_document(real_guide, each, EDITION, paper=paper, pictures=pictures)))
        for each, paper in product(real_guide.routines.values(), PAPERS)
    }


@pytest.fixture(scope="module")
def cards(real_guide: Guide) -> Handouts:
    pictures = key_frames(real_guide)
    return {
        (each.id, paper): Handout(render(exercise_document(real_guide, each, EDITION, paper=paper, pictures=pictures)))
        for each, paper in product(real_guide.exercises.values(), PAPERS)
    }


def _missing(handout: Handout, texts: tuple[str, ...]) -> list[str]:
    return [text for text in texts if squeezed(text) not in handout.text]


def test_every_sheet_says_where_it_goes_in_the_week_and_how_it_grows(sheets: Handouts, real_guide: Guide) -> None:
    for (name, _), each in sheets.items():
        routine = real_guide.routines[name]
        assert _missing(each, (routine.spacing, routine.effort, *routine.progression)) == []


def test_every_sheet_says_whom_to_ask_first(sheets: Handouts, real_guide: Guide) -> None:
    asked = tuple(text[1:].rstrip(".") for text in conditions.ask_first(real_guide))
    for drawing in sheets.values():
        assert _missing(drawing, ("Before you start", *asked)) == []


def test_a_sheet_with_jumps_even_in_its_finish_says_who_leaves_them_out(sheets: Handouts, real_guide: Guide) -> None:
    reasons = conditions.no_jumps(real_guide)
    for (name, _), each in sheets.items():
        jumps = real_guide.routine_landings(real_guide.routines[name]) > 0 or name == "pre-run-warm-up"
        assert _missing(each, reasons) == ([] if jumps else list(reasons))


def test_a_jump_comes_with_the_version_without_a_landing(sheets: Handouts, real_guide: Guide) -> None:
    for (name, _), each in sheets.items():
        for item in real_guide.routines[name].items:
            if real_guide.item_landings(item):
                versions = real_guide.exercises[item.exercise].easier
                free = next(version for version in versions if version.impact == "none")
                assert _missing(each, (f"{free.name}: {free.how}",)) == []


def test_what_only_one_jump_forbids_is_said_beside_it(sheets: Handouts, real_guide: Guide) -> None:
    jumps = [exercise for exercise in real_guide.exercises.values() if exercise.is_jump]
    assert any(jump.safeguards.leave_out for jump in jumps)
    for name, paper in sheets:
        if name in real_guide.routines:
            items = [item for item in real_guide.routines[name].items if real_guide.item_landings(item)]
            done = [real_guide.performed_exercise(item) for item in items]
            own = [reason for jump in done for reason in conditions.signs(real_guide, jump.safeguards.leave_out)]
            assert _missing(sheets[name, paper], tuple(own)) == []


def test_a_hold_says_who_leaves_it_out_even_where_a_note_offers_it(sheets: Handouts, real_guide: Guide) -> None:
    reasons = tuple(conditions.leave_out(real_guide, real_guide.exercises["wall-sit"]))
    for name, paper in product(("first-steps", "tour-of-all-fourteen", "ten-minutes-no-equipment"), PAPERS):
        assert _missing(sheets[name, paper], reasons) == []


def test_the_last_item_of_a_block_has_the_rest_after_the_round(real_guide: Guide) -> None:
    blocks = (each for routine in real_guide.routines.values() for each in routine.blocks if each.rounds == 1)
    block = next(blocks).model_copy(update={"rest_between_items_seconds": 20, "rest_after_round_seconds": 70})
    *others, final = [rest(block, item, last=False) for item in block.items]
    assert others
    assert (set(others), final) == ({"rest 20 s"}, "rest 70 s")
    assert rest(block, block.items[-1], last=True) is None
    twice = block.model_copy(update={"rounds": 2})
    assert rest(twice, twice.items[-1], last=True) == "rest 70 s between rounds"
    none = block.model_copy(update={"rest_after_round_seconds": 0})
    assert rest(none, none.items[-1], last=False) is None


def test_the_rest_of_the_last_item_is_printed(sheets: Handouts) -> None:
    assert squeezed("slide up 2 s; rest 60 s between rounds.") in sheets["first-steps", "a4"].text
    assert squeezed("Slide down 3 s, slide up 2 s.") in sheets["tour-of-all-fourteen", "a4"].text
    assert squeezed("rest 20 s between rounds") not in sheets["ten-minutes-no-equipment", "a4"].text


def test_a_version_is_felt_where_it_says(real_guide: Guide) -> None:
    squat, routine = real_guide.exercises["squat"], real_guide.routines["first-steps"]
    easier = tuple(_felt_elsewhere(version) for version in squat.easier)
    exercises = {**real_guide.exercises, "squat": squat.model_copy(update={"easier": easier})}
    guide = replace(real_guide, exercises=exercises)
    handout = Handout(render(routine_document(guide, routine, EDITION)))
    assert squeezed("Feel it in Somewhere else.") in handout.text


def _felt_elsewhere(version: Modification) -> Modification:
    return version.model_copy(update={"feel_it_in": "Somewhere else."})


def test_list_and_log_call_an_item_by_the_same_name(real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        content = json.loads(json.dumps(routine_document(real_guide, routine, EDITION).content))
        listed = [item["name"] for block in content["blocks"] for item in block["items"]]
        assert listed == [row["name"] for row in content["log"]["rows"]]
        assert listed == [item.modification or real_guide.exercises[item.exercise].name for item in routine.items]


@pytest.mark.parametrize(("progression", "spare"), [("Add a third round.", True), ("Stay as you are.", False)])
def test_a_row_to_spare_stands_only_where_another_round_is_asked_for(
    progression: str, spare: bool, small_guide: Guide
) -> None:
    (written,) = small_guide.routines.values()
    routine = written.model_copy(update={"progression": (progression,)})
    handout = Handout(render(routine_document(small_guide, routine, EDITION)))
    assert (squeezed("Rows marked +") in handout.text) == spare


def test_a_card_says_when_to_change_and_when_to_stop(cards: Handouts, real_guide: Guide) -> None:
    rule = pain_bands(real_guide)
    pain = (*(band.pain for band in rule), *(band.action for band in rule), rule[-1].signs)
    for (name, _), each in cards.items():
        exercise = real_guide.exercises[name]
        changes = [text for pair in conditions.own_changes(real_guide, exercise) for text in pair]
        changes += [f"{place}: {change}" for _, place, change in conditions.changes_by_place(real_guide, exercise)]
        stop = conditions.signs(real_guide, exercise.safeguards.stop)
        assert _missing(each, (*changes, *stop, *pain)) == []


def test_a_jumps_card_has_the_gate_and_the_limits(cards: Handouts, real_guide: Guide) -> None:
    safety = real_guide.safety
    gate = (
        *(text[1:].rstrip(".") for text in gate_points(real_guide, safety.jump_gate)),
        f"At most {safety.most_landings} landings",
    )
    for (name, _), each in cards.items():
        exercise = real_guide.exercises[name]
        jumps = exercise.landings_per_repetition > 0
        assert (_missing(each, gate) == []) == jumps
        assert not jumps or _missing(each, (exercise.note or "",)) == []


def test_no_figure_is_too_small(sheets: Handouts, cards: Handouts) -> None:
    for lowest, handouts in ((LOWEST_ON_SHEET, sheets), (LOWEST_ON_CARD, cards)):
        for at, each in handouts.items():
            heights = [tag.height for tag in each.tags() if tag.kind == "Figure" and "Close up" not in tag.alt]
            assert min(heights) > lowest - 0.1, at


def test_a_foot_that_matters_is_shown_close_up(cards: Handouts, real_guide: Guide) -> None:
    for (name, _), each in cards.items():
        close = [tag for tag in each.tags() if tag.alt.endswith("Close up.")]
        figure = real_guide.exercises[name].figure
        assert len(close) == (len(figure.frames) if figure.closeup else 0)


def test_who_leaves_out_jumps_hangs_on_a_field_and_on_no_word(small_guide: Guide) -> None:
    calm = small_guide.routines["evening-legs"].model_copy(update={"blocks": ()})
    worded = calm.model_copy(update={"warm_up": calm.warm_up.model_copy(update={"steps": ("No jumping here.",)})})
    marked = calm.model_copy(update={"finish": calm.finish.model_copy(update={"has_jumps": True})})
    found = [bool(routine_safety(small_guide, routine)["no_jumps"]) for routine in (calm, worded, marked)]
    assert found == [False, False, True]


def test_what_a_note_offers_hangs_on_fields_and_on_no_word(small_guide: Guide) -> None:
    item = small_guide.routines["evening-legs"].blocks[0].items[0]
    worded = item.model_copy(update={"note": "Or the half heel lift, or the wall hold."})
    assert item_instead(small_guide, worded) is None
    assert item_leave_out(small_guide, worded) == []
    marked = worded.model_copy(update={"offers_version": "Half heel lift", "offers_exercise": "wall-hold"})
    offered = small_guide.exercises["wall-hold"]
    assert item_instead(small_guide, marked) == {"lead": None, "name": "Half heel lift", "how": "Rise half as high."}
    reasons = conditions.leave_out(small_guide, offered)
    assert item_leave_out(small_guide, marked) == [f"{offered.name}: {reason}" for reason in reasons]

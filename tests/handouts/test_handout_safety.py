"""What handouts say so that nobody gets hurt: on every sheet and card, however little room there is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from guide.figure import pair_text
from guide.handouts import sheet_document
from guide.handouts.doses import rest
from guide.handouts.safety import item_instead, item_leave_out, routine_safety
from guide.model import Guide, Item, Modification, Routine, Stage
from guide.printing import render
from guide.wording import conditions, stage_words, words
from guide.wording.gates import gate_points
from guide.wording.rules import pain_bands
from handout_pdf import Handout, squeezed
from printed_handouts import EDITION, Cards, Sheet, sheet_of

SMALLEST_ON_SHEET, SMALLEST_ON_CARD, SMALLEST_MISTAKE = 16, 20, 15
"""Millimetres of a figure's longer side."""
PAIRED = ("Wrong:", "Right:")
"""How the alternative texts of mistakes begin."""


def _missing(handout: Handout, texts: Iterable[str]) -> list[str]:
    return [text for text in texts if squeezed(text) not in handout.text]


def _stages(guide: Guide) -> Iterator[tuple[Routine, Stage]]:
    for routine in guide.routines.values():
        for stage in routine.stages:
            yield routine, stage


def test_every_sheet_says_where_it_goes_in_the_week_and_how_it_grows(sheets: list[Sheet]) -> None:
    for each in sheets:
        routine = each.routine
        said = (stage_words.hours_between(routine), routine.spacing, routine.effort, *each.stage.notes)
        assert _missing(each.handout, (*said, *routine.progression)) == [], each


def test_every_sheet_says_which_weeks_come_after_it(sheets: list[Sheet]) -> None:
    for each in sheets:
        last = each.stage.weeks.last if each.stage.weeks else None
        later = [stage for stage in each.routine.stages if last and stage.weeks and stage.weeks.first == last + 1]
        following = [words.uncapitalize(stage_words.stage_name(stage)) for stage in later]
        assert (squeezed("After this comes another sheet") in each.handout.text) == bool(later), each
        assert _missing(each.handout, following) == [], each


def test_a_sheet_says_whom_its_stage_is_for(sheets: list[Sheet]) -> None:
    assert any(each.stage.who for each in sheets)
    for each in sheets:
        assert _missing(each.handout, (each.stage.who or "")[1:].split(". ")) == [], each


def test_every_sheet_says_whom_to_ask_first(sheets: list[Sheet], real_guide: Guide) -> None:
    asked = tuple(text[1:].rstrip(".") for text in conditions.ask_first(real_guide))
    for each in sheets:
        assert _missing(each.handout, ("Before you start", *asked)) == [], each


def test_a_sheet_with_jumps_even_in_warm_up_or_finish_says_who_leaves_them_out(
    sheets: list[Sheet], real_guide: Guide
) -> None:
    reasons, seen = conditions.no_jumps_in_brief(real_guide), set()
    for each in sheets:
        work = real_guide.workload(each.routine, each.stage)
        jumps = work.landings > 0 or work.hops > 0
        assert _missing(each.handout, reasons) == ([] if jumps else list(reasons)), each
        seen.add((work.landings > 0, work.hops > 0))
    assert {(False, False), (False, True)} < seen


def test_a_jump_comes_with_the_version_without_a_landing(sheets: list[Sheet], real_guide: Guide) -> None:
    for each, item in _jumps(sheets, real_guide):
        versions = real_guide.exercises[item.exercise].easier
        free = next(version for version in versions if version.impact == "none")
        assert _missing(each.handout, (f"{free.name}: {free.how}",)) == [], each


def test_what_only_one_jump_forbids_is_said_beside_it(sheets: list[Sheet], real_guide: Guide) -> None:
    jumps = [exercise for exercise in real_guide.exercises.values() if exercise.is_jump]
    assert any(jump.safeguards.leave_out for jump in jumps)
    for each, item in _jumps(sheets, real_guide):
        own = conditions.signs(real_guide, real_guide.performed_exercise(item).safeguards.leave_out)
        assert _missing(each.handout, own) == [], each


def _jumps(sheets: list[Sheet], guide: Guide) -> Iterator[tuple[Sheet, Item]]:
    """Every sheet with each item that has landings; there are some."""
    found = [(each, item) for each in sheets for item in each.stage.items if guide.item_landings(item)]
    assert found
    yield from found


def test_a_hold_says_who_leaves_it_out_even_where_a_note_offers_it(sheets: list[Sheet], real_guide: Guide) -> None:
    seen = 0
    for each in sheets:
        offered = {item.offers_exercise or real_guide.performed_exercise(item).id for item in each.stage.items}
        for hold in (real_guide.exercises[name] for name in offered):
            if hold.dose.hold_seconds:
                seen += 1
                assert _missing(each.handout, conditions.leave_out(real_guide, hold)) == [], each
    assert seen


def test_the_last_item_of_a_block_has_the_rest_after_the_round(real_guide: Guide) -> None:
    blocks = (each for _, stage in _stages(real_guide) for each in stage.blocks if each.rounds == 1)
    block = next(blocks).model_copy(update={"rest_between_items_seconds": 20, "rest_after_round_seconds": 70})
    *others, final = [rest(block, item, last=False) for item in block.items]
    assert others
    assert (set(others), final) == ({"rest 20 s"}, "rest 70 s")
    assert rest(block, block.items[-1], last=True) is None
    twice = block.model_copy(update={"rounds": 2})
    assert rest(twice, twice.items[-1], last=True) == "rest 70 s between rounds"
    none = block.model_copy(update={"rest_after_round_seconds": 0})
    assert rest(none, none.items[-1], last=False) is None


def test_the_rest_of_the_last_item_is_printed(sheets: list[Sheet]) -> None:
    first_steps, tour = sheet_of(sheets, "first-steps"), sheet_of(sheets, "tour-of-all-fourteen")
    assert squeezed("rest 60 s between rounds.") in first_steps.text
    assert squeezed("Slide down 3 s, slide up 2 s.") in tour.text
    assert squeezed("rest 60 s between rounds") not in tour.text


def test_a_version_is_felt_where_it_says(real_guide: Guide) -> None:
    squat, routine = real_guide.exercises["squat"], real_guide.routines["first-steps"]
    easier = tuple(_felt_elsewhere(version) for version in squat.easier)
    exercises = {**real_guide.exercises, "squat": squat.model_copy(update={"easier": easier})}
    guide = replace(real_guide, exercises=exercises)
    handout = Handout(render(sheet_document(guide, routine, routine.stages[0], EDITION)))
    assert squeezed("Feel it in Somewhere else.") in handout.text


def _felt_elsewhere(version: Modification) -> Modification:
    return version.model_copy(update={"feel_it_in": "Somewhere else."})


def test_list_and_log_call_an_item_by_the_same_name(real_guide: Guide) -> None:
    for routine, stage in _stages(real_guide):
        content = json.loads(json.dumps(sheet_document(real_guide, routine, stage, EDITION).content))
        listed = [item["name"] for block in content["blocks"] for item in block["items"]]
        assert listed == [row["name"] for row in content["log"]["rows"]]
        assert listed == [item.modification or real_guide.exercises[item.exercise].name for item in stage.items]


@pytest.mark.parametrize("optional", [1, 0])
def test_a_row_to_spare_stands_only_where_another_round_is_offered(optional: int, small_guide: Guide) -> None:
    (routine,) = small_guide.routines.values()
    stage = routine.stages[-1]
    blocks = tuple(block.model_copy(update={"optional_rounds": optional}) for block in stage.blocks)
    document = sheet_document(small_guide, routine, stage.model_copy(update={"blocks": blocks}), EDITION)
    assert (squeezed("Rows marked +") in Handout(render(document)).text) == bool(optional)


def test_a_card_says_when_to_change_and_when_to_stop(cards: Cards, real_guide: Guide) -> None:
    rule = pain_bands(real_guide)
    pain = (*(band.pain for band in rule), *(band.action for band in rule), rule[-1].signs)
    for (name, _), each in cards.items():
        exercise = real_guide.exercises[name]
        changes = [text for pair in conditions.own_changes(real_guide, exercise) for text in pair]
        changes += [f"{place}: {change}" for _, place, change in conditions.changes_by_place(real_guide, exercise)]
        stop = conditions.signs(real_guide, exercise.safeguards.stop)
        assert _missing(each, (*changes, *stop, *pain)) == []


def test_a_jumps_card_has_the_gate_and_the_limits(cards: Cards, real_guide: Guide) -> None:
    limits = real_guide.safety.limits
    for (name, _), each in cards.items():
        exercise = real_guide.exercises[name]
        gate = gate_points(real_guide, real_guide.jump_gate(exercise))
        counted = f"{limits.hops_a_week} low hops" if exercise.hops_per_repetition else f"{limits.landings} landings"
        asked = (*(text[1:].rstrip(".") for text in gate), f"At most {counted}")
        assert (_missing(each, asked) == []) == exercise.is_jump
        assert not exercise.is_jump or _missing(each, (exercise.note or "",)) == []


def test_no_figure_is_too_small(sheets: list[Sheet], cards: Cards) -> None:
    on_sheets = {str(each): each.handout for each in sheets}
    on_cards = {str(at): each for at, each in cards.items()}
    for smallest, handouts in ((SMALLEST_ON_SHEET, on_sheets), (SMALLEST_ON_CARD, on_cards)):
        for at, each in handouts.items():
            figures = [tag for tag in each.tags() if tag.kind == "Figure" and "Close up" not in tag.alt]
            assert min(tag.size for tag in figures if not tag.alt.startswith(PAIRED)) > smallest - 0.1, at
            assert min((tag.size for tag in figures if tag.alt.startswith(PAIRED)), default=99) > SMALLEST_MISTAKE - 0.1


def test_mistakes_are_seen_wrong_and_right_where_there_is_room(cards: Cards, real_guide: Guide) -> None:
    seen = 0
    for (name, _), each in cards.items():
        figure, mistakes = real_guide.exercises[name].figure, real_guide.exercises[name].mistakes
        told = [tag.alt for tag in each.tags() if tag.alt.startswith(PAIRED)]
        pairs = [text for index in range(len(figure.pairs)) for text in pair_text(figure, index)]
        assert told in ([], pairs)
        assert each.text.count("✗Wrong✓Right") == len(told) // 2
        assert _missing(each, [text for slip in mistakes for text in (slip.mistake, slip.correction)]) == []
        seen += bool(told)
    assert seen


def test_a_foot_that_matters_is_shown_close_up(cards: Cards, real_guide: Guide) -> None:
    for (name, _), each in cards.items():
        close = [tag for tag in each.tags() if tag.alt.endswith("Close up.")]
        figure = real_guide.exercises[name].figure
        assert len(close) == (len(figure.frames) if figure.closeup else 0)


def test_who_leaves_out_jumps_hangs_on_a_field_and_on_no_word(small_guide: Guide) -> None:
    routine = small_guide.routines["evening-legs"]
    (action, *_), stage = small_guide.warmups[routine.warm_up].actions, routine.stages[-1]
    found = []
    for text, hops in (("March.", 0), ("No jumping here.", 0), ("March.", 1)):
        part = routine.finish.model_copy(update={"actions": (action.model_copy(update={"text": text, "hops": hops}),)})
        without = {name: each.model_copy(update={"actions": ()}) for name, each in small_guide.warmups.items()}
        calm = routine.in_stage(stage.model_copy(update={"finish": part}))
        found.append(bool(routine_safety(replace(small_guide, warmups=without), calm)["no_jumps"]))
    assert found == [False, False, True]


def test_what_a_note_offers_hangs_on_fields_and_on_no_word(small_guide: Guide) -> None:
    item = small_guide.routines["evening-legs"].items[0]
    worded = item.model_copy(update={"note": "Or the half heel lift, or the wall hold."})
    assert item_instead(small_guide, worded) is None
    assert item_leave_out(small_guide, worded) == []
    marked = worded.model_copy(update={"offers_version": "Half heel lift", "offers_exercise": "wall-hold"})
    offered = small_guide.exercises["wall-hold"]
    assert item_instead(small_guide, marked) == {"lead": None, "name": "Half heel lift", "how": "Rise half as high."}
    reasons = conditions.leave_out(small_guide, offered)
    assert item_leave_out(small_guide, marked) == [f"{offered.name}: {reason}" for reason in reasons]

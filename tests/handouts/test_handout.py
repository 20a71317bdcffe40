"""The handouts of the real guide: everything is on them, in order, on as many pages and as large as promised."""

from __future__ import annotations

from guide.model import Guide, Part
from guide.wording import conditions, stage_words, words
from guide.wording.gates import stage_points
from guide.wording.rules import pain_bands
from handout_pdf import Handout, squeezed
from printed_handouts import Cards, Sheet, sheet_of

SIZES = {"a4": (595.3, 841.9), "us-letter": (612.0, 792.0)}
"""Points."""
LARGEST = 280_000
"""Bytes of a routine's sheet; every drawn body takes about 4,000."""


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


def _told(guide: Guide, sheet: Sheet) -> list[str]:
    """What a sheet says, in reading order."""
    routine, stage = sheet.routine, sheet.stage
    work, warm_up, finish = (
        guide.workload(routine, stage),
        guide.warm_up(routine, stage),
        stage.finish or routine.finish,
    )
    parts = [stage_words.title(routine, stage), routine.purpose, "runner.example/guide/routines/"]
    parts += [f"{work.minutes} minutes", words.how_often(routine), words.equipment_names(guide, work.equipment)]
    parts += [str(work.landings)] if work.landings else []
    parts += stage_points(guide, routine, stage)
    parts += map(words.sentence, (*map(stage_words.action_words, warm_up.actions), *warm_up.notes))
    parts += [f"Go without it if {warm_up.leave_out_when}"] if warm_up.leave_out_when else []
    for item in stage.items:
        exercise, version = guide.exercises[item.exercise], guide.modification(item)
        parts += [version.name, exercise.name] if version else [exercise.name]
        parts += [f"{item.seconds} s" if item.seconds else str(item.repetitions)]
        parts += [version.how] if version else []
        parts += [exercise.cues[0], "Feel it in", guide.item_feel(item)]
    return [*parts, *map(words.sentence, (*map(stage_words.action_words, finish.actions), *finish.notes))]


def test_every_stage_has_a_sheet_of_its_own(sheets: list[Sheet], real_guide: Guide) -> None:
    stages = [(routine.id, stage.id) for routine in real_guide.routines.values() for stage in routine.stages]
    assert [(each.routine.id, each.stage.id, each.paper) for each in sheets] == [
        (*stage, paper) for stage in stages for paper in SIZES
    ]
    titles = {stage_words.title(each.routine, each.stage) for each in sheets}
    assert len(titles) == len(stages), "two stages have the same title"


def test_a_sheet_tells_everything_in_order(sheets: list[Sheet], real_guide: Guide) -> None:
    missing = {str(each): _in_order(each.handout.text, _told(real_guide, each)) for each in sheets}
    assert {at: found for at, found in missing.items() if found} == {}


def test_a_sheet_has_the_pain_rule_the_log_and_its_origin(sheets: list[Sheet], real_guide: Guide) -> None:
    rule = [text for band in pain_bands(real_guide) for text in (band.pain, band.signs, band.action)]
    needed = ["Date", "version 1.2.3", "CC BY-SA 4.0", "Leg Strength for Runners", *rule]
    for each in sheets:
        assert [part for part in needed if squeezed(part) not in each.handout.text] == [], each


def test_the_log_has_left_and_right_where_sides_differ(sheets: list[Sheet]) -> None:
    """In rows of their own, or on a crowded sheet on either side of a stroke."""
    seen = set()
    for each in sheets:
        has_strokes = (
            squeezed("left / right") in each.handout.text or squeezed("either side of the stroke") in each.handout.text
        )
        if len(each.stage.blocks) == 1 and not has_strokes:
            (block,) = each.stage.blocks
            sides, log = sum(item.each_side for item in block.items), _log(each.handout)
            labels = [f"{number}{side}" for number in range(1, block.rounds + 2) for side in "LR"]
            assert [log.count(label) for label in labels] == [sides] * 2 * block.rounds + [0, 0], each
            assert log.count("+L") == log.count("+R") == (sides if block.optional_rounds else 0), each
            seen.add(bool(block.optional_rounds))
    assert seen == {True, False}


def test_the_log_counts_the_weeks_of_its_stage(sheets: list[Sheet]) -> None:
    """Where it has them: a log of a few sessions, for what is left of a side, has none."""
    later = 0
    for each in sheets:
        if each.stage.weeks and "Week" in (log := _log(each.handout)):
            first, last = each.stage.weeks.first, each.stage.weeks.last
            assert not _in_order(
                log, [f"Date Week {first}", *([f"Week {last}"] if last not in (None, first) else [])]
            ), each
            assert (f"Week{first - 1}" in log, last is not None and f"Week{last + 1}" in log) == (False, False), each
            later += first > 1
    assert later


def _log(handout: Handout) -> str:
    """What stands in the log's own section, without what follows."""
    log = handout.text.partition("LogWritewhatyoudid")[2]
    return log.split("Thepainrule")[0].split("Howhard,andwhen")[0]


def test_dose_and_pace_are_written_as_people_say_them(sheets: list[Sheet]) -> None:
    text = sheet_of(sheets, "hills-and-power", "weeks-5-on").text
    assert squeezed("3 × 7 each side") in text
    assert squeezed("Lower 3 s, pause 1 s, lift 1 s; rest 90 s.") in text


def test_a_sheet_is_one_sheet(sheets: list[Sheet]) -> None:
    assert {str(each): each.handout.pages for each in sheets if each.handout.pages > 2} == {}


def test_a_card_is_one_page(cards: Cards) -> None:
    assert {at: each.pages for at, each in cards.items() if each.pages != 1} == {}


def test_papers_are_what_they_are_called(sheets: list[Sheet]) -> None:
    assert {(each.paper, each.handout.page_size) for each in sheets} == {*SIZES.items()}


def test_a_sheet_is_light_to_load(sheets: list[Sheet]) -> None:
    sizes = {str(each): len(each.handout.content) for each in sheets}
    assert {at: size for at, size in sizes.items() if size >= LARGEST} == {}


def test_nothing_is_smaller_than_ten_points(sheets: list[Sheet], cards: Cards, booklet: Handout) -> None:
    smallest = {str(each): each.handout.smallest_type() for each in sheets}
    smallest |= {str(at): each.smallest_type() for at, each in cards.items()}
    smallest["booklet"] = booklet.smallest_type()
    assert {at: size for at, size in smallest.items() if size < 9.99} == {}


def test_a_card_tells_everything_in_order(cards: Cards, real_guide: Guide) -> None:
    for (name, _), each in cards.items():
        exercise = real_guide.exercises[name]
        steps = [text for step in exercise.steps for text in (step.text, *step.details, step.caution or "")]
        aims = [words.dose(exercise), *exercise.cues, exercise.feel_it_in, exercise.breathing]
        parts = [exercise.name, exercise.summary, *exercise.set_up, *steps, *aims]
        parts += [text for pair in conditions.own_changes(real_guide, exercise) for text in pair]
        parts += conditions.signs(real_guide, exercise.safeguards.stop)
        parts += [text for change in conditions.changes_by_place(real_guide, exercise) for text in change[1:]]
        parts += conditions.leave_out_in_brief(real_guide, exercise)
        parts += ["The pain rule", "Common mistakes"]
        drawn = {pair.mistake for pair in exercise.figure.pairs} if "✗" in each.text else set()
        mistakes = sorted(enumerate(exercise.mistakes, start=1), key=lambda numbered: numbered[0] not in drawn)
        parts += [text for _, slip in mistakes for text in (slip.mistake, slip.correction)]
        assert _in_order(each.text, parts) == []
        assert [version.name for version in exercise.modifications if squeezed(version.name) not in each.text] == []


def test_the_code_leads_back_to_the_page(sheets: list[Sheet], cards: Cards) -> None:
    for each in sheets:
        assert each.handout.codes() == [f"https://runner.example/guide/routines/{each.routine.id}/"], each
    name, paper = next(iter(cards))
    assert cards[name, paper].codes() == [f"https://runner.example/guide/exercises/{name}/"]


def test_nothing_runs_off_the_paper(sheets: list[Sheet], cards: Cards, booklet: Handout) -> None:
    for handout in (*(each.handout for each in sheets), *cards.values(), booklet):
        assert handout.off_the_paper() == []


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


def test_the_booklet_asks_for_every_stage(booklet: Handout, real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        parts = [routine.name]
        for stage in routine.stages:
            parts += [stage_words.stage_name(stage)] if len(routine.stages) > 1 else []
            parts += _actions(real_guide.warmups[stage.warm_up]) if stage.warm_up else []
            parts += [item.modification or real_guide.exercises[item.exercise].name for item in stage.items]
            parts += _actions(stage.finish) if stage.finish else []
            parts += map(words.sentence, stage.notes if stage is not routine.stages[0] else ())
        text = booklet.text[booklet.text.rindex(squeezed(routine.purpose)) - 400 :]
        assert _in_order(text, parts) == [], routine.id


def _actions(part: Part) -> list[str]:
    return [words.sentence(stage_words.action_words(action)) for action in part.actions]


def test_the_booklets_contents_lead_to_the_pages_they_name(booklet: Handout, real_guide: Guide) -> None:
    with booklet.open() as document:
        inside = [
            each for each in document.pages[1].get("/Annots", []) if "/Dest" in each or "/D" in each.get("/A", {})
        ]
    assert len(inside) >= len(real_guide.exercises) + len(real_guide.routines)

"""The rules of progression in sentences: numbers from the data, bands without a hole, no rule that nobody is told."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from guide.model import Guide, Routine
from guide.model.bound import Bound
from guide.model.progression import Progression
from guide.model.quantity import Range
from guide.pages.render import render_insert
from guide.wording import progression
from guide.wording.rules import numbers_of, pain_bands, stop_set, words_of

SECTIONS = (*progression.SECTIONS, "pain-rule", "pain-besides", "stop-set", "reserve")


def test_every_rule_is_told_on_a_page_written_by_hand(real_guide: Guide) -> None:
    pages = re.sub(r"<[^>]+>", "", " ".join(render_insert(real_guide, section) for section in SECTIONS))
    for _, _, rule in real_guide.progression.rules():
        assert words_of(rule) in pages, rule.id


def test_the_printed_bands_meet(real_guide: Guide) -> None:
    assert [(band.signal, band.pain) for band in pain_bands(real_guide)] == [
        ("go", "0 to 2 out of 10, and gone the next morning"),
        ("change", "3 to 5 out of 10, or still there the next morning"),
        ("stop", "More than 5 out of 10, or at any number one of these signs"),
    ]


def test_a_number_is_written_once(real_guide: Guide) -> None:
    """A change of a number in the data changes each sentence that names it."""
    changed = _with(real_guide, "UP2", {"load_percent": Range.model_validate("3-6")})
    squat = real_guide.exercises["squat"]
    assert "2 to 10 per cent" in progression.move_up(real_guide, squat)
    assert "3 to 6 per cent" in progression.move_up(changed, squat)
    assert "3 to 6 per cent" in words_of(changed.progression.rule("UP2"))


def test_what_is_left_over_is_told_for_beginners_first(real_guide: Guide) -> None:
    first, *_, last = stop_set(real_guide)
    assert "3 or 4 good repetitions" in first
    assert last.startswith("End a set")


@pytest.mark.parametrize(("text", "told"), [("3-5", "3 to 5"), ("0-7", "7"), ("28 or more", "28"), ("2", "2")])
def test_a_bound_in_a_sentence(text: str, told: str, real_guide: Guide) -> None:
    rule = real_guide.progression.rule("MISS1")
    (when,) = rule.when
    changed = rule.model_copy(update={"when": (when.model_copy(update={"days_without": Bound.model_validate(text)}),)})
    assert numbers_of(changed)["days_without"] == told


@pytest.mark.parametrize(("a_week", "count"), [("2", 3), ("1-2", 3), ("3-5", 0), ("0-1", 0)])
def test_only_what_is_built_up_has_the_general_lines(a_week: str, count: int, real_guide: Guide) -> None:
    routine: Routine = real_guide.routines["first-steps"]
    changed = routine.model_copy(update={"times_a_week": Range.model_validate(a_week)})
    assert len(progression.general_lines(real_guide, changed)) == count


def _with(guide: Guide, name: str, then: dict[str, Range]) -> Guide:
    steps = tuple(
        rule.model_copy(update={"then": rule.then.model_copy(update=then)}) if rule.id == name else rule
        for rule in guide.progression.steps
    )
    rules: Progression = guide.progression.model_copy(update={"steps": steps})
    return replace(guide, progression=rules)

"""Sessions of the log changed, written by hand and deleted, in a real browser; nothing by a slip."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from followed import BEGAN, Followed
from guide.model import Guide
from logged import a_set, done, entry, old_done, old_entry, open_log, said, sessions, stored

NAME = "A, 2 January 2026"
WHOLE = entry(
    began="2026-01-02T07:00:12.345Z",
    stage="weeks-1-2",
    note="Mine",
    answers={"during": 2, "morning": None, "signs": ["numbness"]},
    done=[
        done(a_set(10, load=12.5, left=2, clean=True), a_set(9, load=12.5, left=5, clean=False), planned=3),
        done(a_set(8, 7), exercise="split-squat", name="Split squat", asked=8),
    ],
)


def test_nothing_changes_where_nothing_is_changed(runner: Followed, served: str) -> None:
    page = open_log(runner, served, WHOLE)
    form = _edit(page)
    expect(form.get_by_role("heading")).to_be_focused()
    form.get_by_role("button", name="Save").click()
    expect(said(page)).to_have_text("Your changes were saved.")
    assert stored(page) == [WHOLE]
    expect(page.get_by_role("button", name=f"Edit {NAME}")).to_be_focused()


def test_everything_can_be_changed(runner: Followed, served: str) -> None:
    page = open_log(runner, served, WHOLE)
    form = _edit(page)
    form.get_by_label("Day").fill("2026-01-01")
    form.get_by_label("Time").fill("18:30")
    form.get_by_role("textbox", name="Minutes").fill("25")
    form.get_by_label("Note").fill("Yours")
    form.get_by_label("Highest pain during it").select_option("")
    form.get_by_label("Pain next morning").select_option("0")
    first = form.get_by_role("group", name="Set 1", exact=True)
    first.get_by_label("Repetitions").fill("11")
    first.get_by_label("Load in kg").fill("15,5")
    first.get_by_label("Left in reserve").select_option("5")
    first.get_by_label("All clean").select_option("")
    form.get_by_role("button", name="Remove set 2 of Squat").click()
    expect(form.get_by_role("button", name="Add a set of Squat")).to_be_focused()
    form.get_by_role("button", name="Add a set of Split squat").click()
    added = form.get_by_role("group", name="Set 2, repetitions")
    expect(added.get_by_label("First side")).to_be_focused()
    expect(added.get_by_label("Other side")).to_have_value("7")
    added.get_by_label("First side").fill("6")
    form.get_by_role("button", name="Save").click()
    expect(said(page)).to_have_text("Your changes were saved.")
    squat = done(a_set(11, load=15.5, left=5), planned=3)
    split = done(a_set(8, 7), a_set(6, 7), exercise="split-squat", name="Split squat", asked=8)
    assert stored(page) == [
        {
            **WHOLE,
            "began": "2026-01-01T17:30:00.000Z",
            "minutes": 25,
            "note": "Yours",
            "answers": {"during": None, "morning": 0, "signs": ["numbness"]},
            "done": [squat, split],
        }
    ]


def test_an_exercise_can_be_added_and_taken_out(runner: Followed, served: str, real_guide: Guide) -> None:
    exercise = next(each for each in real_guide.exercises.values() if each.dose.hold_seconds and each.sides == "each")
    page = open_log(runner, served, WHOLE)
    form = _edit(page)
    form.get_by_role("button", name="Remove Squat").click()
    expect(form.get_by_label("Add an exercise")).to_be_focused()
    _add(form, exercise.id)
    expect(form.get_by_role("group", name=exercise.name).get_by_label("First side")).to_be_focused()
    page.keyboard.type("20")
    form.get_by_role("group", name=exercise.name).get_by_label("Other side").fill("25")
    form.get_by_role("button", name="Save").click()
    expect(sessions(page)).to_contain_text(f"{exercise.name}: 20/25 seconds each side")
    (found,) = stored(page)
    assert [each["exercise"] for each in found["done"]] == ["split-squat", exercise.id]  # type: ignore[attr-defined]


def test_a_session_is_added_by_hand(runner: Followed, served: str, real_guide: Guide) -> None:
    routine = next(iter(real_guide.routines.values()))
    page = open_log(runner, served)
    runner.press("Add a session by hand")
    form = page.locator(".own-dialog")
    expect(form.get_by_label("Day")).to_be_focused()
    form.get_by_role("textbox", name="Minutes").fill("20")
    form.get_by_label("Which session").select_option(routine.name)
    _add(form, "squat")
    page.keyboard.type("8")
    form.get_by_role("button", name="Add a set of Squat").click()
    form.get_by_role("button", name="Save").click()
    expect(said(page)).to_have_text("The session was added.")
    expect(sessions(page).locator("> ul > li")).to_have_text("Squat: 8, 8 repetitions")
    expect(page.get_by_role("button", name=f"Edit {routine.name}")).to_be_focused()
    (found,) = stored(page)
    squat = done(a_set(8), a_set(8), name=real_guide.exercises["squat"].name, dose="", asked=0, asked_left=None)
    began = BEGAN.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert found == entry(id=found["id"], began=began, minutes=20, session=routine.id, name=routine.name, done=[squat])
    assert found["id"]


@pytest.mark.parametrize(("label", "written", "told"), [
    ("Minutes", "an hour", "A whole number from 0 to 1440, please."), ("Minutes", "", "How long was it, in minutes?"),
    ("Repetitions", "8.5", "A whole number from 0 to 9999, please."), ("Repetitions", "", "How many were done?"),
    ("Repetitions", "0", "Remove a set in which nothing was done."),
    ("Load in kg", "heavy", "A number from 0 to 999, please."), ("Load in kg", "-2", "A number from 0 to 999, please."),
    ("Day", "", "Choose the day."), ("Time", "", "Choose the time."),
    ("Day", "2026-02-01", "This is still to come. Choose when it was."),
])  # fmt: skip
def test_what_cannot_be_is_told_at_its_field_and_kept(
    label: str, written: str, told: str, runner: Followed, served: str
) -> None:
    page = open_log(runner, served, entry(done=[done(a_set(10))]))
    form = _edit(page)
    form.get_by_label("Note").fill("Not to be lost")
    field = form.get_by_label(label)
    field.fill(written)
    form.get_by_role("button", name="Save").click()
    expect(field).to_be_focused()
    expect(field).to_have_value(written)
    expect(field).to_have_accessible_description(told)
    expect(form.get_by_label("Note")).to_have_value("Not to be lost")
    assert stored(page) == [entry(done=[done(a_set(10))])]


def test_a_session_by_hand_needs_an_exercise(runner: Followed, served: str) -> None:
    page = open_log(runner, served)
    runner.press("Add a session by hand")
    page.get_by_role("textbox", name="Minutes").fill("20")
    runner.press("Save")
    expect(page.get_by_role("alert").filter(has_text="Add an exercise, at least one.")).to_be_visible()


def test_what_an_old_log_does_not_know_may_stay_unknown(runner: Followed, served: str) -> None:
    page = open_log(runner, served, old_entry(done=[old_done(sets=1, short=1)]))
    form = _edit(page)
    expect(form.get_by_label("Repetitions").nth(1)).to_have_value("")
    form.get_by_role("textbox", name="Minutes").fill("13")
    form.get_by_role("button", name="Save").click()
    expect(said(page)).to_have_text("Your changes were saved.")
    assert stored(page) == [entry(minutes=13, done=[done(a_set(10), a_set(None), asked=0, asked_left=None)])]


def test_what_was_written_is_not_lost_by_a_slip(runner: Followed, served: str) -> None:
    page = open_log(runner, served, WHOLE)
    form = _edit(page)
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(page.get_by_role("button", name=f"Edit {NAME}")).to_be_focused()
    form = _edit(page)
    form.get_by_role("textbox", name="Minutes").fill("99")
    page.keyboard.press("Escape")
    expect(form.get_by_role("button", name="Go on writing")).to_be_focused()
    page.keyboard.press("Enter")
    expect(form.get_by_role("textbox", name="Minutes")).to_have_value("99")
    form.get_by_role("button", name="Cancel").click()
    form.get_by_role("button", name="Throw them away").click()
    expect(form).to_have_count(0)
    assert stored(page) == [WHOLE]


def test_without_the_list_of_exercises_sets_can_still_be_changed(runner: Followed, served: str) -> None:
    page = open_log(runner, served, WHOLE)
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('no network')); }")
    form = _edit(page)
    expect(form).to_contain_text("The list of exercises could not be loaded. Try again with a network.")
    form.get_by_role("textbox", name="Minutes").fill("13")
    form.get_by_role("button", name="Save").click()
    expect(said(page)).to_have_text("Your changes were saved.")
    assert stored(page) == [{**WHOLE, "minutes": 13}]


def test_one_session_is_deleted_after_a_question(runner: Followed, served: str) -> None:
    page = open_log(runner, served, WHOLE, entry(id="2", began="2026-01-03T07:00:00.000Z", name="B"))
    runner.press(f"Delete {NAME}")
    expect(page.locator(".own-sure")).to_contain_text(f"Delete {NAME}?")
    runner.press("Keep it")
    expect(sessions(page)).to_have_count(2)
    expect(page.get_by_role("button", name=f"Delete {NAME}")).to_be_focused()
    runner.press(f"Delete {NAME}")
    runner.press("Delete it")
    expect(said(page)).to_have_text("The session was deleted.")
    expect(said(page)).to_be_focused()
    expect(sessions(page).get_by_role("heading")).to_have_text("B, 3 January 2026")


def test_nothing_is_deleted_by_a_slip(runner: Followed, served: str) -> None:
    page = open_log(runner, served, WHOLE)
    runner.press("Delete everything")
    runner.press("Keep it")
    expect(sessions(page)).to_have_count(1)
    runner.press("Delete everything")
    page.keyboard.press("Escape")
    expect(sessions(page)).to_have_count(1)


def _edit(page: Page) -> Locator:
    page.get_by_role("button", name="Edit").first.click()
    form = page.locator(".own-dialog")
    expect(form).to_be_visible()
    return form


def _add(form: Locator, exercise: str) -> None:
    form.get_by_label("Add an exercise").select_option(exercise)
    form.get_by_role("button", name="Add", exact=True).click()

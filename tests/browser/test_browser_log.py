"""The log in a real browser: written at the end of a session, shown, saved, imported, deleted; and sent nowhere."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from followed import Followed
from guide.session.exercise_catalogue import FINISH_SECONDS
from site_fixtures import Visit

NOTE = 'Chair too low, "left" felt stiff,\n=next time higher'
FORMAT = "leg-strength-log"
DAY = 24 * 3600
DONE = {"exercise": "squat", "name": "Squat", "dose": "10 repetitions", "sets": 3, "short": 0, "left_out": 0}


@pytest.fixture
def logged(runner: Followed, served: str) -> Followed:
    """A short session, done, noted and saved; on the page of the log."""
    runner.open(f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30")
    runner.begin()
    runner.sleep(300 + 10 + 50 + 30 + 50 + 30)
    runner.pass_by(6)
    runner.press("Skip")
    runner.pass_by(FINISH_SECONDS + 1)
    runner.page.get_by_label("A note for next time").fill(NOTE)
    runner.press("Save to my log")
    runner.page.wait_for_url("**/log/")
    expect(_sessions(runner.page)).to_have_count(1)
    return runner


def test_the_end_says_what_was_done(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30")
    runner.begin()
    runner.sleep(300 + 10 + 50 + 30)
    runner.press("Stop")
    runner.press("Stop and see what was done")
    expect(runner.page.get_by_role("heading", name="Stopped")).to_be_focused()
    assert runner.part("done").locator("li").all_inner_texts() == [
        "Squat 1 set of 10 repetitions, 1 set left out",
        "Wall sit 1 set left out",
    ]


def test_a_session_is_logged(logged: Followed) -> None:
    entry = _sessions(logged.page)
    expect(entry.get_by_role("heading")).to_have_text("My session, 5 January 2026")
    assert entry.locator("li").all_inner_texts() == ["Squat: 2 sets of 10 repetitions", "Wall sit: 1 set cut short"]
    assert entry.locator(".own-note").inner_text() == NOTE
    expect(entry.get_by_text("9 minutes")).to_be_visible()


def test_the_calendar_marks_the_day(logged: Followed) -> None:
    page = logged.page
    expect(page.locator(".own-month strong")).to_have_text("January 2026")
    marked = page.locator(".own-calendar td.on")
    assert marked.all_text_contents() == ["5: My session"]
    assert marked.evaluate("cell => cell.cellIndex") == 0, "the 5th of January 2026 is a Monday"
    logged.press("Month before")
    expect(page.locator(".own-month strong")).to_have_text("December 2025")
    expect(marked).to_have_count(0)


def test_each_exercise_has_its_history(logged: Followed) -> None:
    rows = logged.page.locator(".own-table tbody tr")
    texts = [shown_page.locator("th, td").all_inner_texts() for shown_page in rows.all()]
    assert texts == [
        ["Squat", "1", "2", "10 repetitions, 5 January 2026"],
        ["Wall sit", "1", "1", "20 s, 5 January 2026"],
    ]
    assert logged.page.locator(".own-table a").first.get_attribute("href") is not None


def test_an_end_that_was_not_saved_is_offered_again(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/?do=squat.1x5")
    runner.begin()
    runner.sleep(300 + 10 + 25 + FINISH_SECONDS + 1)
    runner.page.reload()
    runner.press("Resume")
    expect(runner.page.get_by_role("heading", name="Well done")).to_be_visible()
    runner.press("Close without saving")
    runner.page.reload()
    expect(runner.page.get_by_role("button", name="Start")).to_be_visible()
    expect(runner.page.get_by_role("button", name="Resume")).to_be_hidden()


@pytest.mark.parametrize("kind", ["CSV", "JSON"])
def test_a_saved_log_can_be_imported(kind: str, logged: Followed, tmp_path: Path) -> None:
    page, path = logged.page, tmp_path / f"log.{kind.lower()}"
    with page.expect_download() as download:
        logged.press(f"Save as {kind}")
    download.value.save_as(path)
    before = page.locator("[data-log=whole]").inner_html()
    logged.press("Delete everything")
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    _import(page, path)
    expect(page.get_by_text("1 session imported.")).to_be_visible()
    assert page.locator("[data-log=whole]").inner_html() == before
    _import(page, path)
    expect(_sessions(page)).to_have_count(1)


def test_a_csv_opens_in_a_table_programme_without_running_anything(logged: Followed, tmp_path: Path) -> None:
    logged.press("Delete My session, 5 January 2026")
    page = logged.page
    _import(page, _file(_entry(note="=1+1", name="-2")))
    expect(page.get_by_text("1 session imported.")).to_be_visible()
    with page.expect_download() as download:
        logged.press("Save as CSV")
    download.value.save_as(tmp_path / "log.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "log.csv").read_text("utf-8-sig")))
    assert (row["note"], row["name"], row["exercise"], row["sets"]) == ("'=1+1", "'-2", "squat", "3")


def test_nothing_is_deleted_by_a_slip(logged: Followed) -> None:
    logged.press("Delete everything")
    logged.press("Keep it")
    expect(_sessions(logged.page)).to_have_count(1)
    logged.press("Delete everything")
    logged.page.keyboard.press("Escape")
    expect(_sessions(logged.page)).to_have_count(1)


@pytest.mark.parametrize("text", [
    "", "{", "[]", "null", '{"format": "other", "sessions": []}', "a,b\n1,2", "\x00\x01",
    '{"format": "leg-strength-log"}',
])  # fmt: skip
def test_what_is_no_log_is_refused(text: str, runner: Followed, served: str) -> None:
    runner.open(f"{served}log/")
    _import(runner.page, {"name": "x.json", "mimeType": "text/plain", "buffer": text.encode()})
    expect(runner.page.locator("[data-log=said]")).to_contain_text("Nothing was imported.")
    expect(_sessions(runner.page)).to_have_count(0)


@pytest.mark.parametrize("wrong", [
    {"began": "yesterday"}, {"began": None}, {"minutes": -1}, {"minutes": "ten"}, {"note": "x" * 1001}, {"note": None},
    {"id": ""}, {"done": None}, {"answers": {"during": 11, "morning": None, "signs": []}}, {"answers": None},
    {"answers": {"during": 1, "morning": None, "signs": ["<b>"]}},
    {"done": [{**DONE, "asked": 10, "hold": False, "fewest": -1, "left_over": 2, "unclean": 0}]},
    {"done": [{"exercise": "../x", "name": "x", "dose": "", "sets": 1, "short": 0, "left_out": 0}]},
    {"done": [{"exercise": "squat", "name": "x", "dose": "", "sets": 1.5, "short": 0, "left_out": 0}]},
])  # fmt: skip
def test_a_broken_entry_is_left_out_and_the_rest_is_taken(
    wrong: dict[str, object], runner: Followed, served: str
) -> None:
    runner.open(f"{served}log/")
    _import(runner.page, _file(_entry(), {**_entry(id="2"), **wrong}))
    said = runner.page.locator("[data-log=said]")
    expect(said).to_contain_text("1 session imported. Session 2 was left out: ")
    expect(_sessions(runner.page)).to_have_count(1)


def test_imported_text_stays_text(runner: Followed, served: str) -> None:
    evil = "<img src=x onerror=alert(1)>"
    runner.open(f"{served}log/")
    _import(runner.page, _file(_entry(note=evil, name=evil)))
    expect(runner.page.locator(".own-note")).to_have_text(evil)
    assert runner.page.locator("#own-log img").count() == 0


def test_what_was_answered_says_what_comes_next(runner: Followed, served: str) -> None:
    _follow(runner, f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30", pain="0", left="3")
    last = _sessions(runner.page).locator(".session__last")
    expect(last).to_contain_text("Your log asks for it tomorrow.")
    assert last.locator("li").count() == 0, "the morning after has not been yet"
    runner.sleep(2 * DAY)
    runner.open(f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30")
    runner.press("Start")
    before = runner.part("last")
    expect(before).to_contain_text("Last time, 5 January")
    morning = before.get_by_role("group", name="How was the morning after?")
    morning.get_by_role("button", name="2", exact=True).click()
    expect(before.locator("li")).to_have_count(1)
    expect(before).to_contain_text("Take an easier version, or half the movement, or 20 to 30 per cent less weight")
    expect(before).to_be_focused()
    expect(morning).to_have_count(0)
    runner.open(f"{served}log/")
    expect(_sessions(runner.page)).to_contain_text("Pain from 0 to 10: 0 during it, 2 next morning")


def test_strong_pain_and_signs_are_answered_at_once(runner: Followed, served: str) -> None:
    _to_the_end(runner, f"{served}my-session/?do=squat.1x10")
    page, message = runner.page, runner.part("asked").locator(".session__message")
    boxes = runner.part("signs")
    expect(boxes).to_be_hidden()
    page.get_by_label("The highest pain").select_option("1")
    expect(message).to_have_text("")
    page.get_by_label("numbness or tingling").check()
    expect(message).to_have_text("Leave it out until somebody has assessed it.")
    page.get_by_label("numbness or tingling").uncheck()
    page.get_by_label("The highest pain").select_option("6")
    expect(message).to_contain_text("until a doctor or physiotherapist has seen it")


def test_a_pause_is_noticed(runner: Followed, served: str) -> None:
    _follow(runner, f"{served}my-session/?do=squat.1x10")
    runner.sleep(15 * DAY)
    runner.open(f"{served}my-session/?do=squat.1x10")
    runner.press("Start")
    expect(runner.part("last").locator("li")).to_have_text([re.compile("Two weeks or more missed: Go back one stage")])


@pytest.mark.parametrize("kind", ["CSV", "JSON"])
def test_answers_are_saved_and_imported(kind: str, runner: Followed, served: str, tmp_path: Path) -> None:
    _follow(runner, f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30", pain="1", left="3")
    page, path = runner.page, tmp_path / f"log.{kind.lower()}"
    with page.expect_download() as download:
        runner.press(f"Save as {kind}")
    download.value.save_as(path)
    before = page.locator("[data-log=whole]").inner_html()
    runner.press("Delete My session, 5 January 2026")
    _import(page, path)
    expect(page.get_by_text("1 session imported.")).to_be_visible()
    assert page.locator("[data-log=whole]").inner_html() == before
    text = path.read_text("utf-8-sig")
    said = json.loads(text)["sessions"][0]["done"][0] if kind == "JSON" else next(csv.DictReader(io.StringIO(text)))
    assert {name: str(said[name]).lower() for name in ("asked", "hold", "fewest", "left_over", "unclean")} == {
        "asked": "10", "hold": "false", "fewest": "10", "left_over": "3", "unclean": "0",
    }  # fmt: skip


def test_a_csv_from_before_there_were_questions_is_taken(runner: Followed, served: str) -> None:
    head = "id,began,minutes,session,name,note,exercise,title,dose,sets,short,left_out"
    row = "1,2026-01-02T07:00:00.000Z,12,own,A,,squat,Squat,10 repetitions,3,0,0"
    runner.open(f"{served}log/")
    _import(runner.page, {"name": "log.csv", "mimeType": "text/csv", "buffer": f"{head}\r\n{row}\r\n".encode()})
    expect(runner.page.get_by_text("1 session imported.")).to_be_visible()


def test_the_page_says_that_nothing_leaves_the_device(served: str, visit: Visit) -> None:
    page = visit(f"{served}log/", scripts=False)
    expect(page.get_by_text("Nothing leaves it")).to_be_visible()
    expect(page.get_by_text("scripts are switched off")).to_be_visible()
    expect(page.locator("#own-log")).to_be_hidden()


def _to_the_end(runner: Followed, address: str) -> None:
    runner.open(address)
    runner.begin()
    runner.sleep(300 + 10 + 50 + 30 + 50 + 30 + 40 + FINISH_SECONDS)
    expect(runner.page.get_by_label("The highest pain")).to_be_visible()


def _follow(runner: Followed, address: str, *, pain: str = "", left: str = "") -> None:
    """A session, what is answered after it, and the log."""
    _to_the_end(runner, address)
    if pain:
        runner.page.get_by_label("The highest pain").select_option(pain)
        runner.page.get_by_text("How did the sets go?").click()
        runner.page.get_by_label("Could have done more").select_option(left)
    runner.press("Save to my log")
    runner.page.wait_for_url("**/log/")


def _import(page: Page, file: Path | FilePayload) -> None:
    expect(page.locator("#own-log")).to_be_visible()
    page.get_by_label("Import").set_input_files(file)


def _sessions(page: Page) -> Locator:
    return page.locator(".own-sessions > li")


def _entry(**fields: object) -> dict[str, object]:
    plain = {"id": "1", "began": "2026-01-02T07:00:00.000Z", "minutes": 12, "session": "own", "name": "A", "note": ""}
    return {**plain, "done": [DONE], **fields}


def _file(*entries: dict[str, object]) -> FilePayload:
    text = json.dumps({"format": FORMAT, "version": 1, "sessions": entries})
    return {"name": "log.json", "mimeType": "application/json", "buffer": text.encode()}

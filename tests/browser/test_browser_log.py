"""The page of the log in a real browser: what it shows of its store, and what it does where there is none."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from followed import BEGAN, Followed
from guide.model import Guide
from in_page import wait_until
from logged import (
    ASIDE,
    a_set,
    done,
    entry,
    json_file,
    old_done,
    old_entry,
    open_log,
    put,
    said,
    sessions,
    stored,
    take_in,
)
from site_fixtures import Visit

REFUSED = "This browser does not let the page keep a log."
_OLD_STORE = """([path, entries]) => new Promise((done, failed) => {
  const request = indexedDB.open(`leg-strength-log ${path}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("sessions", {keyPath: "id"});
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction("sessions", "readwrite");
    entries.forEach((entry) => transaction.objectStore("sessions").put(entry));
    transaction.oncomplete = () => { request.result.close(); done(); };
  };
})"""
_SILENT = "indexedDB.open = () => ({})"
_REFUSING = "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); }"
_UNASKED = """() => {
  window.asked = 0;
  navigator.storage.persist = async () => { window.asked += 1; return true; };
}"""


def test_sets_are_shown_as_they_were_done(runner: Followed, served: str) -> None:
    squat = done(a_set(10, load=12.5), a_set(10, load=12.5), a_set(7, load=12.5, left=2), planned=4)
    lunge = done(a_set(8, 8, left=3), a_set(8, 7, left=5, clean=False), exercise="lunge", name="Lunge", asked=8)
    page = open_log(runner, served, entry(done=[squat, lunge], answers={"during": 1, "morning": None, "signs": []}))
    assert sessions(page).locator("> ul > li").all_inner_texts() == [
        "Squat: 10, 10, 7 repetitions, 10 asked, 12.5 kg, 2 left, 1 set left out",
        "Lunge: 8, 8/7 repetitions each side, 8 asked, 3, 5 or more left, 1 set not clean",
    ]
    expect(sessions(page)).to_contain_text("Pain from 0 to 10: 1 during it")


def test_a_log_of_the_first_format_is_taken_over_whole(runner: Followed, served: str) -> None:
    runner.open(f"{served}{ASIDE}")
    told = old_done(sets=2, short=1, left_out=1, asked=10, hold=False, asked_left=2, fewest=7, left_over=3, unclean=1)
    hold = old_done(exercise="wall-sit", name="Wall sit", dose="20 s", short=1)
    path = runner.page.evaluate("new URL('..', location).pathname")
    old = [
        old_entry(done=[told, hold], note="Stiff", answers={"during": 2, "morning": 0, "signs": ["numbness"]}),
        old_entry(id="2", began="2026-01-01T07:00:00.000Z"),
    ]
    runner.page.evaluate(_OLD_STORE, [path, old])
    runner.open(f"{served}log/")
    expect(sessions(runner.page)).to_have_count(2)
    latest, first = stored(runner.page)
    assert latest == {
        **entry(note="Stiff", answers={"during": 2, "morning": 0, "signs": ["numbness"]}),
        "done": [
            done(a_set(10, clean=True), a_set(10, clean=True), a_set(7, left=3, clean=False), planned=4),
            done(
                a_set(20), a_set(20), a_set(20), a_set(None),
                exercise="wall-sit", name="Wall sit", dose="20 s", asked=0, asked_left=None, unit="seconds",
            ),
        ],
    }  # fmt: skip
    assert first == entry(
        id="2", began="2026-01-01T07:00:00.000Z", done=[done(a_set(), a_set(), a_set(), asked=0, asked_left=None)]
    )
    assert sessions(runner.page).first.locator("> ul > li").last.inner_text() == (
        "Wall sit: 20, 20, 20 seconds, 1 set cut short"
    )


@pytest.mark.parametrize(("said_before", "amounts"), [
    ({"fewest": 12}, [12, 12, 12]), ({"fewest": 10}, [10, 10, 10]), ({"fewest": 7}, [10, 10, 7]),
    ({"fewest": 7, "sets": 1, "short": 2}, [10, 7, 7]), ({"fewest": 10, "sets": 2, "short": 1}, [10, 10, None]),
])  # fmt: skip
def test_what_was_said_of_all_sets_becomes_sets(
    said_before: dict[str, int], amounts: list[int | None], runner: Followed, served: str
) -> None:
    before = old_done(asked=10, hold=False, asked_left=None, left_over=5, unclean=0, **said_before)
    page = open_log(runner, served, old_entry(done=[before]))
    sets = [a_set(amount, clean=True) for amount in amounts]
    sets[-1]["left"] = 5
    assert stored(page) == [entry(done=[done(*sets, asked_left=None)])]


@pytest.mark.parametrize("broken", [_SILENT, _REFUSING])
def test_a_store_that_cannot_be_reached_is_told_and_nothing_waits_for_ever(
    broken: str, runner: Followed, served: str
) -> None:
    runner.page.add_init_script(broken)
    runner.open(f"{served}log/")
    runner.page.clock.resume()  # patience takes its time
    expect(said(runner.page)).to_have_text(REFUSED)
    take_in(runner.page, json_file(entry()))
    expect(said(runner.page)).to_have_text(f"{REFUSED} Nothing was imported.")
    runner.press("Add a session by hand")
    form = runner.page.locator(".own-dialog")
    form.get_by_role("textbox", name="Minutes").fill("20")
    form.get_by_label("Add an exercise").select_option("squat")
    form.get_by_role("button", name="Add", exact=True).click()
    form.get_by_label("Repetitions").fill("8")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert").filter(has_text=REFUSED)).to_be_visible()
    expect(form.get_by_label("Repetitions")).to_have_value("8")


def test_the_browser_is_asked_once_to_keep_the_log(runner: Followed, served: str) -> None:
    runner.page.add_init_script(f"({_UNASKED})()")
    runner.open(f"{served}log/")
    runner.page.locator("#own-log.ready").wait_for()
    assert runner.page.evaluate("window.asked") == 0, "nothing was saved yet"
    put(runner.page, entry())
    wait_until(runner.page, "window.asked === 1")
    put(runner.page, entry(id="2"))
    runner.open(f"{served}log/")
    put(runner.page, entry(id="3"))
    assert runner.page.evaluate("window.asked") == 0, "it had been asked before"


def test_the_calendar_marks_the_day(runner: Followed, served: str) -> None:
    page = open_log(runner, served, entry(began="2026-01-05T07:00:00.000Z", name="My session"))
    expect(page.locator(".own-month strong")).to_have_text("January 2026")
    marked = page.locator(".own-calendar td.on")
    assert marked.all_text_contents() == ["5: My session"]
    assert marked.evaluate("cell => cell.cellIndex") == 0, "the 5th of January 2026 is a Monday"
    runner.press("Month before")
    expect(page.locator(".own-month strong")).to_have_text("December 2025")
    expect(marked).to_have_count(0)


def test_each_exercise_has_its_course(runner: Followed, served: str) -> None:
    grown = [_on(BEGAN.replace(day=day), done=[done(a_set(7 + day, load=day * 2.5), a_set(12))]) for day in (1, 3, 4)]
    sit = done(a_set(20), exercise="wall-sit", name="Wall sit", dose="20 s", unit="seconds", hold=True)
    page = open_log(runner, served, *grown, entry(id="9", began="2025-12-01T07:00:00.000Z", done=[sit]))
    rows = page.locator("[data-log=exercises] > tr")
    assert [row.locator("th, td").all_inner_texts()[:4] for row in rows.all()] == [
        ["Squat", "3", "6", "11, 12 repetitions, 10, – kg, 4 January 2026"],
        ["Wall sit", "1", "1", "20 seconds, 1 December 2025"],
    ]
    opener = page.get_by_role("button", name="Course of Squat")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("img", name="3 sessions from 1 Jan 2026 to 4 Jan 2026")).to_have_attribute(
        "aria-label",
        "3 sessions from 1 Jan 2026 to 4 Jan 2026: from 8 to 11 repetitions, at most 11; "
        "from 2.5 to 10 kg, at most 10.",
    )
    places = page.locator(".own-chart__least").first.get_attribute("d") or ""
    across = [float(place.split()[0]) for place in places[1:].split("L")]
    assert across[1] - across[0] == pytest.approx(2 * (across[2] - across[1]), abs=0.2), "by days, not by sessions"
    page.get_by_text("The numbers").click()
    assert page.locator(".own-values tbody tr").first.locator("th, td").all_inner_texts() == [
        "4 Jan 2026",
        "11, 12 repetitions, 10, – kg",
    ]
    page.keyboard.press("Escape")
    opener.press("Enter")
    expect(page.locator(".own-chart")).to_have_count(0)
    page.get_by_role("button", name="Course of Wall sit").click()
    expect(page.locator(".own-inside")).to_contain_text("A line needs two sessions.")


def test_weeks_are_held_against_the_plan(runner: Followed, served: str, real_guide: Guide) -> None:
    weekly = next(each for each in real_guide.routines.values() if each.times_a_week.low)
    seldom = next(each for each in real_guide.routines.values() if not each.times_a_week.low)
    days = ("2026-01-04T22:30:00.000Z", "2026-01-04T23:30:00.000Z", "2026-01-11T22:30:00.000Z")
    mine = [entry(id=day, began=day, session=weekly.id, name=weekly.name, minutes=30) for day in days]
    page = open_log(runner, served, *mine, entry(id="x", began=days[2], session=seldom.id, minutes=5))
    low, high = weekly.times_a_week.low, weekly.times_a_week.high
    plan = str(low) if low == high else f"{low}–{high}"
    assert [row.locator("th, td").all_inner_texts() for row in page.locator("[data-log=weeks] tr").all()] == [
        ["5 Jan 2026", "3", "9", "65", f"{weekly.name}: 2 of {plan}"],
        ["29 Dec 2025", "1", "3", "30", f"{weekly.name}: 1 of {plan}"],
    ], "midnight in Berlin parts Sunday from Monday"


def test_thousands_of_sessions_are_shown_in_parts(runner: Followed, served: str) -> None:
    first = datetime.fromisoformat("2012-01-01T07:00:00+00:00")
    many = [_on(first + timedelta(days=number)) for number in range(5000)]
    page = open_log(runner, served, *many)
    expect(sessions(page)).to_have_count(20)
    expect(page.locator("[data-log=weeks] tr")).to_have_count(8)
    runner.press("Show more sessions")
    expect(sessions(page)).to_have_count(40)
    expect(sessions(page).nth(20).get_by_role("heading")).to_be_focused()
    expect(page.locator("[data-log=exercises] tr td").nth(0)).to_have_text("5000")
    page.get_by_role("button", name="Course of Squat").click()
    expect(page.get_by_role("img", name="5000 sessions")).to_be_visible()


def test_a_copy_is_asked_for_when_much_is_unsaved(runner: Followed, served: str) -> None:
    ten = [_on(BEGAN - timedelta(hours=hours)) for hours in range(1, 11)]
    page = open_log(runner, served, *ten[:9])
    reminder = page.get_by_role("region", name="A copy of your log")
    expect(reminder).to_be_hidden()
    page = open_log(runner, served, ten[9])
    expect(reminder).to_contain_text("10 sessions since your last saved copy.")
    with page.expect_download() as download:
        reminder.get_by_role("button", name="Save a copy").click()
    assert download.value.suggested_filename.endswith(".json")
    expect(reminder).to_be_hidden()
    expect(said(page)).to_be_focused()
    page.reload()
    expect(sessions(page)).to_have_count(10)
    expect(reminder).to_be_hidden()
    runner.sleep(31 * 24 * 3600)
    page = open_log(runner, served, _on(BEGAN + timedelta(hours=2)))
    expect(reminder).to_contain_text("1 session since your last saved copy.")
    reminder.get_by_role("button", name="Not now").click()
    expect(reminder).to_be_hidden()
    page.reload()
    expect(sessions(page)).to_have_count(11)
    expect(reminder).to_be_hidden()


def test_what_is_not_saved_for_a_month_is_told_too(runner: Followed, served: str) -> None:
    page = open_log(runner, served, _on(BEGAN - timedelta(days=31)))
    expect(page.get_by_role("region", name="A copy of your log")).to_contain_text("1 session since")


def test_the_page_says_that_nothing_leaves_the_device(served: str, visit: Visit) -> None:
    page = visit(f"{served}log/", scripts=False)
    expect(page.get_by_text("Nothing leaves it")).to_be_visible()
    expect(page.get_by_text("scripts are switched off")).to_be_visible()
    expect(page.locator("#own-log")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_on_a_narrow_screen(width: int, runner: Followed, served: str) -> None:
    long = done(a_set(10, 9, load=12.5), exercise="squat", name="A name as long as names of exercises may ever become")
    page = open_log(runner, served, entry(name="Pneumonoultramicroscopicsilicovolcanoconiosis", done=[long, long]))
    page.set_viewport_size({"width": width, "height": 700})
    page.get_by_role("button", name="Course of A name").click()
    expect(page.locator(".own-inside")).to_be_visible()
    assert _overflow(page, "document.documentElement") == 0
    page.get_by_role("button", name="Edit").click()
    expect(page.locator(".own-dialog")).to_be_visible()
    assert _overflow(page, "document.querySelector('.own-dialog')") == 0


def _on(when: datetime, **fields: object) -> dict[str, object]:
    began = when.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return entry(id=began, began=began, **fields)


def _overflow(page: Page, element: str) -> int:
    found: int = page.evaluate(f"(() => {{ const it = {element}; return it.scrollWidth - it.clientWidth; }})()")
    return found

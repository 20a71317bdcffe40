"""The main journeys once more in Firefox: from the exercises to an entry of the log, and a page with its figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, expect

from followed import HERE, Followed
from site_fixtures import NO_WORKERS

BEGAN = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
REPETITIONS = 5
LONGEST = 300
"""Seconds in which a set of them must have ended."""


@pytest.fixture
def reader(firefox: Browser) -> Iterator[Followed]:
    """A page in a fresh profile, its clock at `BEGAN`; an error in it, or a request elsewhere, fails the test."""
    with firefox.new_context(viewport={"width": 390, "height": 800}, locale="en-GB", timezone_id="UTC") as profile:
        profile.add_init_script(NO_WORKERS)
        page, complaints = profile.new_page(), list[str]()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda each: complaints.append(each.url) if not each.url.startswith(HERE) else None)
        page.clock.install(time=BEGAN - timedelta(hours=1))
        page.clock.pause_at(BEGAN)
        yield Followed(page, complaints)
        assert not complaints


def test_it_is_firefox(firefox: Browser, reader: Followed) -> None:
    assert f"Firefox/{firefox.version.split('.')[0]}" in reader.page.evaluate("navigator.userAgent")


def test_from_the_exercises_to_an_entry_of_the_log(reader: Followed, served: str) -> None:
    page = reader.page
    reader.open(f"{served}exercises/")
    page.get_by_role("checkbox", name="Nothing needed").check()
    expect(page.get_by_role("button", name="Wall sit in your session")).to_be_hidden()
    reader.press("Squat in your session")
    page.get_by_role("link", name="Make it a session").click()
    _type(page.get_by_label("Squat: sets"), "3")
    _type(page.get_by_label("Squat: repetitions", exact=True), str(REPETITIONS))
    reader.begin()
    _one_set(reader)
    reader.to_the_end()
    reader.press("Save to my log")
    page.wait_for_url("**/log/")
    expect(page.get_by_role("heading", name="My session").first).to_be_visible()
    expect(page.get_by_text(f"{REPETITIONS} repetitions").first).to_be_visible()
    reader.open(f"{served}my-session/")
    expect(page.get_by_label("Squat: sets")).to_have_value("3")


def test_a_list_is_kept_under_a_name_for_another_tab(reader: Followed, served: str) -> None:
    reader.open(f"{served}my-session/?do=squat.3x10_wall-sit.2x30s&rest=45")
    reader.page.get_by_label("Name", exact=True).fill("Monday")
    reader.press("Save this list")
    other = reader.page.context.new_page()
    other.goto(f"{served}my-session/")
    other.get_by_role("link", name="Monday").click()
    expect(other.locator(".own-list > li > a")).to_have_text(["Squat", "Wall sit"])


def test_a_routine_begins_and_stops(reader: Followed, served: str) -> None:
    reader.open(f"{served}routines/first-steps/")
    reader.begin()
    expect(reader.page.get_by_role("button", name="Skip", exact=True)).to_be_visible()
    reader.press("Stop")
    reader.press("Leave, and resume later")
    expect(reader.page.get_by_role("button", name="Resume", exact=True)).to_be_visible()


def test_an_exercise_is_shown_with_its_figure(reader: Followed, served: str) -> None:
    reader.open(f"{served}exercises/squat/")
    expect(reader.page.get_by_role("heading", name="Squat", level=1)).to_be_visible()
    drawn = reader.page.locator("main svg[viewBox]").filter(visible=True)
    sizes = [box for each in drawn.all() if (box := each.bounding_box())]
    assert max(min(box["width"], box["height"]) for box in sizes) > 100, "pixels"


def _type(field: Locator, text: str) -> None:
    """As a hand does: what Playwright fills into a number in Firefox tells the page of no change."""
    field.focus()
    field.press("ControlOrMeta+a")
    field.press_sequentially(text)
    field.press("Tab")


def _one_set(reader: Followed) -> None:
    """What comes before it is skipped; the set itself takes the time that it takes."""
    while reader.kind != "work":
        reader.press("Skip")
    for _ in range(LONGEST):
        reader.pass_by(1)
        if reader.kind != "work":
            return
    pytest.fail("The set does not end.")

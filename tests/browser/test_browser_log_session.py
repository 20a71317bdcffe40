"""The log and sessions in a real browser: what the end of one writes, and what the log says before the next."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from followed import Followed
from guide.session.exercise_catalogue import FINISH_SECONDS
from logged import sessions

NOTE = 'Chair too low, "left" felt stiff,\n=next time higher'
DAY = 24 * 3600


@pytest.fixture
def logged(runner: Followed, served: str) -> Followed:
    """A short session, done, noted and saved; on the page of the log."""
    runner.open(f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30")
    runner.begin()
    runner.wait(300 + 10 + 50 + 30 + 50 + 30)
    runner.pass_by(6)
    runner.press("Skip")
    runner.pass_by(FINISH_SECONDS + 1)
    runner.page.get_by_label("A note for next time").fill(NOTE)
    runner.press("Save to my log")
    runner.page.wait_for_url("**/log/")
    expect(sessions(runner.page)).to_have_count(1)
    return runner


def test_the_end_says_what_was_done(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30")
    runner.begin()
    runner.wait(300 + 10 + 50 + 30)
    runner.press("Stop")
    runner.press("Stop and see what was done")
    expect(runner.page.get_by_role("heading", name="Stopped")).to_be_focused()
    sets = runner.part("done").get_by_role("button")
    assert [each.get_attribute("aria-label") for each in sets.all()] == [
        "Squat, set 1: 10 of 10 done. Put it right",
        "Squat, set 2: none of 10 done. Put it right",
        "Wall sit, set 1: none of 20 done. Put it right",
    ]


def test_a_session_is_logged(logged: Followed) -> None:
    entry = sessions(logged.page)
    expect(entry.get_by_role("heading")).to_have_text("My session, 5 January 2026")
    squat, wall_sit = entry.locator("li").all_inner_texts()
    assert squat.startswith("Squat: 10, 10 repetitions")
    assert wall_sit.startswith("Wall sit: ")
    assert entry.locator(".own-note").inner_text() == NOTE
    expect(entry.get_by_text(re.compile(r"^\d+ minutes$"))).to_be_visible()


def test_an_end_that_was_not_saved_is_offered_again(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/?do=squat.1x5")
    runner.begin()
    runner.wait(300 + 10 + 25 + FINISH_SECONDS + 1)
    runner.page.reload()
    runner.resume()
    expect(runner.page.get_by_role("heading", name="Well done")).to_be_visible()
    runner.close("Close without saving")
    runner.page.reload()
    expect(runner.page.get_by_role("button", name="Start")).to_be_visible()
    expect(runner.page.get_by_role("button", name="Resume")).to_be_hidden()


def test_what_was_answered_says_what_comes_next(runner: Followed, served: str) -> None:
    _follow(runner, f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30", pain="0", left="3")
    last = sessions(runner.page).locator(".session__last")
    expect(last).to_contain_text("Your log asks for it tomorrow.")
    assert last.locator("li").count() == 0, "the morning after has not been yet"
    runner.sleep(2 * DAY)
    runner.open(f"{served}my-session/?do=squat.2x10_wall-sit.1x20s&rest=30")
    runner.press("Start")
    before = runner.part("last")
    expect(before).to_contain_text("Last time, 5 January")
    expect(before.locator("li").first).to_contain_text("The same numbers.")
    asked = before.get_by_role("group", name="How was the morning after?")
    asked.get_by_role("button", name="2", exact=True).click()
    expect(before.locator("li")).to_have_count(1)
    expect(before).to_contain_text("Take an easier version, or half the movement, or 20 to 30 per cent less weight")
    expect(before).to_be_focused()
    expect(asked).to_have_count(0)
    runner.open(f"{served}log/")
    expect(sessions(runner.page)).to_contain_text("Pain from 0 to 10: 0 during it, 2 next morning")


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
    expect(runner.part("last").locator("li").first).to_contain_text("Two weeks or more missed: Go back one stage")


def _to_the_end(runner: Followed, address: str) -> None:
    runner.open(address)
    runner.begin()
    runner.wait(300 + 10 + 50 + 30 + 50 + 30 + 40 + FINISH_SECONDS)
    expect(runner.page.get_by_label("The highest pain")).to_be_visible()


def _follow(runner: Followed, address: str, *, pain: str = "", left: str = "") -> None:
    """A session, what is answered after it, and the log."""
    _to_the_end(runner, address)
    if pain:
        runner.page.get_by_label("The highest pain").select_option(pain)
        runner.part("done").get_by_role("button").first.click()
        runner.pass_by(1)
        runner.page.get_by_role("group", name="Left over").get_by_role("button", name=left, exact=True).click()
        runner.press("Keep")
    runner.press("Save to my log")
    runner.page.wait_for_url("**/log/")

"""The figures in a real browser: seen at once, playing only when asked, and stopping when told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.model import Guide
from in_page import wait_until
from page_kinds import COUNTED, JUMP
from site_fixtures import Visit

MOVING = ".fig-player path[data-v]"
POSITIONS = "paths => paths.map(path => path.getAttribute('d')).join()"


@contextmanager
def _example(browser: Browser, served: str, *, still: bool) -> Iterator[Page]:
    """The page of an exercise that is counted, for a reader who wants motion reduced or not."""
    with browser.new_context(reduced_motion="reduce" if still else "no-preference") as profile:
        page = profile.new_page()
        page.goto(f"{served}exercises/{COUNTED}/")
        yield page


def _positions(page: Page) -> str:
    return str(page.locator(MOVING).evaluate_all(POSITIONS))


def test_nothing_moves_unasked(browser: Browser, served: str) -> None:
    with _example(browser, served, still=False) as page:
        expect(page.get_by_role("button", name="Play the movement")).to_be_visible()
        before = _positions(page)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert _positions(page) == before
        assert page.evaluate("document.getAnimations().filter(each => each.playState === 'running').length") == 0


def test_it_plays_and_stops_from_the_keyboard(browser: Browser, served: str) -> None:
    with _example(browser, served, still=False) as page:
        before = _positions(page)
        page.get_by_role("button", name="Play the movement").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".fig-player svg")).to_be_visible()
        wait_until(page, f"() => ({POSITIONS})([...document.querySelectorAll('{MOVING}')]) !== {json.dumps(before)}")
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Play the movement")).to_be_visible()
        stopped = _positions(page)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert _positions(page) == stopped


def test_with_reduced_motion_it_goes_from_position_to_position(browser: Browser, served: str) -> None:
    with _example(browser, served, still=True) as page:
        button, seen = page.get_by_role("button", name="Next position"), [_positions(page)]
        for _ in range(2):
            button.click()
            seen.append(_positions(page))
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            assert _positions(page) == seen[-1]
        assert seen[0] != seen[1]


def test_without_scripts_the_frames_are_there_and_no_button(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/{COUNTED}/", scripts=False)
    assert all(shown_page.is_visible() for shown_page in page.locator(".guide-frames svg").all())
    expect(page.locator(".fig-player")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_frames_are_large_enough_and_repeated_beside_their_steps(
    width: int, served: str, visit: Visit, real_guide: Guide
) -> None:
    exercise = real_guide.exercises[JUMP]
    page = visit(f"{served}exercises/{JUMP}/", width=width)
    frames = [shown_page.bounding_box() for shown_page in page.locator(".guide-frames svg").all()]
    small = page.locator(".guide-steps__frame use").evaluate_all("all => all.map(each => each.getBBox().height)")
    assert len(frames) == len(exercise.figure.frames)
    assert all(each and each["width"] >= 140 and each["height"] >= 90 for each in frames)
    assert len(small) == len([frame for frame in exercise.figure.frames if frame.step])
    assert all(height > 100 for height in small)

"""The figures in a real browser: seen at once, playing only when asked, and stopping when told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from guide.model import Guide
from in_page import wait_until
from page_kinds import COUNTED, JUMP
from site_fixtures import Visit

MOVING = ".fig-player path[data-v]"
POSITIONS = "paths => paths.map(path => path.getAttribute('d')).join()"
BESIDE_EACH_OTHER = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="fig" viewBox="0 0 40 40" data-keys="2" data-returns="yes" '
    'data-turns="no" data-tempo="1:2 1:1" data-spans="1" data-order="0:0 1;1:1 0">'
    '<g data-piece=""><path class="n" d="M0 0l9 0" data-v="5 5 0 0"/></g>'
    '<g data-piece=""><path class="t" d="M0 9l9 0" data-v="5 5 0 0"/></g></svg>'
)
"""An arm that is behind the trunk in the first position and in front of it in the second."""
ORDER = "pieces => pieces.map(piece => piece.querySelector('path').getAttribute('class')).join('')"
CHANGES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@contextmanager
def _example(
    browser: Browser, served: str, *, still: bool, exercise: str = COUNTED, planted: str = ""
) -> Iterator[Page]:
    """The page of an exercise for a reader who wants motion reduced or not; `planted` is its moving figure."""
    choice: Literal["reduce", "no-preference"] = "reduce" if still else "no-preference"
    with browser.new_context(reduced_motion=choice, service_workers="block") as profile:
        page, errors = profile.new_page(), list[str]()
        page.on("pageerror", lambda error: errors.append(str(error)))
        if planted:
            page.route(
                "**/images/moving/*.svg", lambda route: route.fulfill(body=planted, content_type="image/svg+xml")
            )
        page.goto(f"{served}exercises/{exercise}/")
        yield page
        assert errors == []


def _player(page: Page) -> Locator:
    """The exercise's own moving figure, above those of its versions."""
    return page.locator(".fig-player").first


def _positions(page: Page) -> str:
    return str(page.locator(MOVING).evaluate_all(POSITIONS))


def test_nothing_moves_unasked(browser: Browser, served: str) -> None:
    with _example(browser, served, still=False) as page:
        expect(page.get_by_role("button", name="Play the movement")).to_be_visible()
        page.evaluate(CHANGES)
        assert page.locator(".fig-player svg").count() == 0
        assert page.evaluate("document.getAnimations().filter(each => each.playState === 'running').length") == 0


def test_it_plays_and_stops_from_the_keyboard(browser: Browser, served: str) -> None:
    with _example(browser, served, still=False) as page:
        page.get_by_role("button", name="Play the movement").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".fig-player svg")).to_be_visible()
        before = _positions(page)
        wait_until(page, f"() => ({POSITIONS})([...document.querySelectorAll('{MOVING}')]) !== {json.dumps(before)}")
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Play the movement")).to_be_visible()
        stopped = _positions(page)
        page.evaluate(CHANGES)
        assert _positions(page) == stopped


def test_pieces_come_into_the_order_in_which_they_hide_each_other(browser: Browser, served: str) -> None:
    with _example(browser, served, still=True, planted=BESIDE_EACH_OTHER) as page:
        button, pieces = _player(page).get_by_role("button", name="Next position"), page.locator("[data-piece]")
        button.click()
        expect(page.locator(".fig-player svg")).to_be_visible()
        seen = [pieces.evaluate_all(ORDER)]
        for _ in range(2):
            button.click()
            seen.append(pieces.evaluate_all(ORDER))
        assert seen == ["tn", "nt", "tn"]


def test_nothing_is_put_elsewhere_while_the_order_stays(browser: Browser, served: str) -> None:
    with _example(browser, served, still=True, planted=BESIDE_EACH_OTHER.replace("1:1 0", "5:1 0")) as page:
        button, pieces = _player(page).get_by_role("button", name="Next position"), page.locator("[data-piece]")
        button.click()
        expect(page.locator(".fig-player svg")).to_be_visible()
        page.evaluate(
            "() => { window.moved = 0; new MutationObserver(all => { window.moved += all.length; })"
            ".observe(document.querySelector('[data-piece]').parentNode, {childList: true}); }"
        )
        button.click()
        page.evaluate(CHANGES)
        assert pieces.evaluate_all(ORDER) == "nt"
        assert page.evaluate("window.moved") == 0


def test_a_figure_that_cannot_be_had_says_so(browser: Browser, served: str) -> None:
    with _example(browser, served, still=False) as page:
        page.route("**/images/moving/*.svg", lambda route: route.abort())
        button = _player(page).get_by_role("button").first
        button.click()
        expect(button).to_contain_text("try again")
        page.unroute("**/images/moving/*.svg")
        button.click()
        expect(_player(page).locator("svg")).to_be_visible()


def test_versions_move_too(browser: Browser, served: str, real_guide: Guide) -> None:
    exercise = real_guide.exercises[COUNTED]
    with _example(browser, served, still=True, exercise=COUNTED) as page:
        players = page.locator("li .fig-player")
        moving = [version for version in exercise.figure.modifications if len(version.frames) > 1]
        assert players.count() == len(moving) > 0
        for player in players.all():
            button = player.get_by_role("button", name="Next position")
            button.click()
            expect(player.locator("svg")).to_be_visible()
            first = player.locator("path[data-v]").evaluate_all(POSITIONS)
            button.click()
            assert player.locator("path[data-v]").evaluate_all(POSITIONS) != first


def test_the_other_side_is_seen_in_the_mirror(browser: Browser, served: str, real_guide: Guide) -> None:
    ones = (each for each in real_guide.exercises.values() if each.figure.working == "right")
    each = next(exercise for exercise in ones if exercise.sides == "each")
    with _example(browser, served, still=True, exercise=each.id) as page:
        player = _player(page)
        expect(player.get_by_role("button", name="Other side")).to_be_hidden()
        player.get_by_role("button", name="Next position").click()
        expect(player.locator(".fig-note")).to_have_text("Right side")
        player.get_by_role("button", name="Other side").click()
        expect(player.locator(".fig-note")).to_have_text("Left side")
        assert player.locator("svg").evaluate("svg => new DOMMatrix(getComputedStyle(svg).transform).a") == -1
        player.get_by_role("button", name="Next position").click()
        assert player.locator("svg").evaluate("svg => new DOMMatrix(getComputedStyle(svg).transform).a") == -1


def test_with_reduced_motion_it_goes_from_position_to_position(browser: Browser, served: str) -> None:
    with _example(browser, served, still=True) as page:
        button, seen = page.get_by_role("button", name="Next position").first, list[str]()
        for _ in range(2):
            button.click()
            expect(page.locator(".fig-player svg")).to_be_visible()
            seen.append(_positions(page))
            page.evaluate(CHANGES)
            assert _positions(page) == seen[-1]
        assert seen[0] != seen[1]


def test_without_scripts_the_frames_are_there_and_no_button(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/{COUNTED}/", scripts=False)
    assert all(shown_page.is_visible() for shown_page in page.locator(".guide-frames svg").all())
    assert not any(player.is_visible() for player in page.locator(".fig-player").all())


@pytest.mark.parametrize("width", [390, 1280])
def test_frames_are_large_enough_and_repeated_beside_their_steps(
    width: int, served: str, visit: Visit, real_guide: Guide
) -> None:
    exercise = real_guide.exercises[JUMP]
    page = visit(f"{served}exercises/{JUMP}/", width=width)
    frames = [shown_page.bounding_box() for shown_page in page.locator(".guide-frames svg").all()]
    small = page.locator(".guide-steps__frame use").evaluate_all("all => all.map(each => each.getBBox().height)")
    assert len(frames) == len(exercise.figure.frames) * len(exercise.figure.views)
    assert all(each and each["width"] >= 140 and each["height"] >= 90 for each in frames)
    assert len(small) == len([frame for frame in exercise.figure.frames if frame.step])
    assert all(height > 100 for height in small)

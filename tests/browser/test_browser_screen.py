"""The screen of a session with the longest texts of the data, in small, wide and enlarged windows: nothing is cut or
covered, everything can be reached and pressed. In a real browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from browser.test_browser_axe import violations
from guide.model import Guide
from painted_screen import (
    CORRECT,
    COVERED,
    FAULTS,
    KINDS,
    MORE,
    PAINT,
    READING,
    SCROLLS,
    longest_texts,
    screen_in,
    view,
)

PLAIN = [
    (320, 568, 1),
    (360, 640, 1),
    (360, 740, 1),
    (390, 844, 1),
    (600, 500, 1),
    (640, 360, 1),
    (844, 390, 1),
    (1280, 800, 1),
]
"""Windows with room for the reader's text: width, height, how much the text is enlarged."""
TINY, ENLARGED, LYING = (320, 180, 1), (360, 740, 2), (844, 390, 2)
"""At 400 %, and with text of twice the size: there the whole screen may scroll."""


@pytest.fixture(scope="module")
def longest(real_guide: Guide) -> Mapping[str, str]:
    """The longest text of each kind in what pages have of sessions and exercises, by the name of its field."""
    return longest_texts(real_guide)


@pytest.fixture
def screen(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Page]:
    """The screen in a window of a size, with text as large as that."""
    width, height, text = request.param
    with screen_in(browser, served, (width, height), text=text) as page:
        yield page


@pytest.mark.parametrize("screen", PLAIN, indirect=True, ids=str)
def test_nothing_is_cut_or_covered(screen: Page, longest: Mapping[str, str]) -> None:
    for kind in KINDS:
        for figure in (True, False):
            screen.evaluate(PAINT, [view(kind, longest), figure])
            assert screen.evaluate(COVERED) == [], kind
            assert kind in READING or not screen.evaluate(SCROLLS), kind
            assert screen.evaluate(FAULTS, [44, False]) == [], kind


@pytest.mark.parametrize(("screen", "least"), [(TINY, 24), (ENLARGED, 44), (LYING, 44)], indirect=["screen"], ids=str)
def test_where_there_is_little_room_all_can_be_reached(screen: Page, least: int, longest: Mapping[str, str]) -> None:
    for kind in KINDS:
        for figure in (True, False):
            screen.evaluate(PAINT, [view(kind, longest), figure])
            assert screen.evaluate(COVERED) == [], kind
            assert not screen.evaluate(SCROLLS), f"{kind} scrolls within what scrolls"
            assert screen.evaluate(FAULTS, [least, True]) == [], kind


@pytest.mark.parametrize("screen", PLAIN, indirect=True, ids=str)
def test_the_figure_has_half_of_the_screen(screen: Page, longest: Mapping[str, str]) -> None:
    window = screen.viewport_size
    assert window is not None
    wide, tall = window["width"] > window["height"], window["height"] >= 740
    for kind in KINDS[:3]:
        screen.evaluate(PAINT, [view(kind, longest), True])
        box = screen.locator(".session__figure").bounding_box()
        assert box is not None
        assert box["width"] * 2 >= window["width"]
        assert wide or box["height"] >= window["height"] * (0.5 if tall else 0.3)


@pytest.mark.parametrize("screen", [(360, 740, 1)], indirect=True, ids=str)
def test_text_grows_with_the_reader_s(screen: Page, longest: Mapping[str, str]) -> None:
    screen.evaluate(PAINT, [view("counted", longest), True])
    size = "name => parseFloat(getComputedStyle(document.querySelector(`.session__${name}`)).fontSize)"
    before = [screen.evaluate(size, name) for name in ("place", "cue", "side", "main")]
    screen.evaluate("document.documentElement.style.fontSize = '40px'")
    after = [screen.evaluate(size, name) for name in ("place", "cue", "side", "main")]
    assert all(large >= 1.5 * small for small, large in zip(before, after, strict=True))


@pytest.mark.parametrize("screen", [*PLAIN, TINY, ENLARGED, LYING], indirect=True, ids=str)
def test_questions_and_forms_fit(screen: Page, longest: Mapping[str, str]) -> None:
    offers = [{"kind": kind, "name": longest["title"], "how": longest["how"], "needs": longest["needs"]}
              for kind in ("easier", "harder", "without")]  # fmt: skip
    screen.evaluate(PAINT, [view("rest", longest), True])
    for ask in (MORE, CORRECT):
        screen.evaluate(ask, offers)
        assert screen.evaluate("shown.panel.scrollTop") == 0, "it is read from its beginning"
        assert screen.evaluate(FAULTS, [44, True]) == []


@pytest.mark.parametrize("screen", [(360, 740, 1)], indirect=True, ids=str)
def test_what_is_chosen_is_told(screen: Page) -> None:
    screen.evaluate(MORE, [{"kind": "harder", "name": "Lunge", "how": "", "needs": ""}])
    screen.get_by_role("button", name="Lunge").click()
    assert screen.evaluate("chosen.kind") == "harder"
    assert [each.inner_text() for each in screen.locator(".session__offers h3").all()] == ["Harder"]
    screen.get_by_role("switch", name="Voice").check()
    assert screen.evaluate("changed") == ["voice", True]
    assert screen.get_by_label("During a set the voice says").input_value() == "phases"
    screen.get_by_label("Begin with").select_option("Left")
    assert screen.evaluate("changed") == ["first", "left"]
    assert screen.evaluate("shown.asked.title") == "More"
    assert screen.evaluate("module.closePanel(shown), shown.asked") is None


@pytest.mark.parametrize("screen", [(360, 740, 1)], indirect=True, ids=str)
def test_a_set_is_put_right(screen: Page) -> None:
    screen.evaluate(CORRECT, [{"name": "Lunge"}])
    assert screen.evaluate("form.read()") == {"amounts": [8, None], "load": 12.5, "clean": None, "left": None}
    screen.get_by_role("button", name="Left side: one less").click()
    screen.get_by_role("button", name="Right side: one more").click()
    screen.get_by_label("Load, in kg").fill("7,5")
    screen.get_by_role("button", name="No", exact=True).click()
    screen.get_by_role("button", name="5 or more").click()
    assert screen.evaluate("form.read()") == {"amounts": [7, 1], "load": 7.5, "clean": False, "left": 5}
    screen.get_by_role("button", name="5 or more").click()
    screen.get_by_label("Load, in kg").fill("heavy")
    assert screen.evaluate("form.read()") == {"amounts": [7, 1], "load": None, "clean": False, "left": None}


@pytest.mark.parametrize("screen", [(360, 740, 1), (640, 360, 1)], indirect=True, ids=str)
def test_a_set_is_told_without_moving_the_buttons(screen: Page, longest: Mapping[str, str]) -> None:
    told = view("rest", longest)
    screen.evaluate(PAINT, [{**told, "set": None}, True])
    before = screen.locator(".session__controls").bounding_box()
    assert screen.locator(".session__set").is_hidden()
    screen.evaluate(PAINT, [told, True])
    assert screen.locator(".session__controls").bounding_box() == before
    pressed = screen.locator(".session__set [aria-pressed=true]")
    assert [each.get_attribute("data-left") for each in pressed.all()] == ["2"]
    screen.evaluate(PAINT, [view("finish", longest), False])
    assert screen.evaluate("shown.set.label.checkVisibility() && !shown.set.chips[0].checkVisibility()")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_colours_can_be_told_apart(
    kind: str, browser: Browser, served: str, longest: Mapping[str, str], *, dark: bool
) -> None:
    with screen_in(browser, served, (390, 844), dark=dark) as page:
        page.evaluate(PAINT, [view(kind, longest), True])
        assert violations(page) == []
        page.evaluate(CORRECT, [{"name": "Lunge"}])
        assert violations(page) == []


@pytest.mark.parametrize("screen", [(360, 740, 1)], indirect=True, ids=str)
def test_what_is_on_is_seen_by_its_colour(screen: Page, longest: Mapping[str, str]) -> None:
    work, rest, ready = (view(kind, longest) for kind in ("counted", "rest", "ready"))
    papers = []
    for shown in (work, rest, ready, {**work, "lead": True}, {**rest, "soon": True}):
        screen.evaluate(PAINT, [shown, True])
        papers.append(screen.evaluate("getComputedStyle(shown.dialog).backgroundColor"))
    assert len(set(papers[:3])) == 3
    assert set(papers[3:]) == {papers[2]}


def test_in_the_reader_s_own_colours_buttons_and_choices_are_seen(
    browser: Browser, served: str, longest: Mapping[str, str]
) -> None:
    look = "css => getComputedStyle(document.querySelector(css.split('|')[0]))[css.split('|')[1]]"
    with screen_in(browser, served, (390, 844), forced=True) as page:
        page.evaluate(PAINT, [view("rest", longest), True])
        chip = ".session__chip[aria-pressed=%s]|backgroundColor"
        assert page.evaluate(look, chip % "true") != page.evaluate(look, chip % "false")
        paper = page.evaluate(look, ".session|backgroundColor")
        for button in ("stop", "main", "more", "longer", "chip"):
            assert page.evaluate(look, f".session__{button}|borderTopColor") != paper
        assert page.evaluate(look, ".session__track i|backgroundColor") != paper

"""The built site in use: search, keyboard, colour scheme, no scripts, an unknown address. In a real browser."""

from __future__ import annotations

import re
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urljoin

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from in_page import add_rules
from page_looks import Focus, focus, luminance, texts
from site_fixtures import Visit

either_scheme = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
MOST_STOPS = 60
"""More than the keyboard has to pass before the content of any page."""


@pytest.fixture(params=["served", "served_below"])
def home(request: pytest.FixtureRequest) -> str:
    """The site's address, at the root of its host, then below it."""
    return str(request.getfixturevalue(request.param))


@pytest.mark.parametrize(("words", "address"), [
    ("pistol", "exercises/single-leg-squat/"), ("shin splints", "when-something-hurts/shin/"),
    ("hills", "routines/hills-and-power/"),
])  # fmt: skip
def test_search_finds_first(words: str, address: str, home: str, visit: Visit) -> None:
    page = visit(f"{home}equipment/chair/")
    first = _search(page, words).first
    expect(first).to_have_attribute("href", re.compile(rf"^{re.escape(home + address)}(\?|$)"))
    first.click()
    expect(page.locator(".md-content h1")).to_be_visible()
    assert page.url.startswith(home + address)


@either_scheme
def test_the_browser_chooses_the_scheme_and_the_reader_may_change_it(dark: bool, served: str, visit: Visit) -> None:
    page = visit(served, dark=dark)
    assert _is_dark(page) == dark
    page.get_by_title(f"Switch to {'light' if dark else 'dark'} mode").filter(visible=True).click()
    page.reload()
    assert _is_dark(page) != dark


def test_forced_colours_leave_a_level_to_be_told_by_its_bars(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/squat/")
    page.emulate_media(forced_colors="active")
    level = page.locator(".md-content .guide-level").first
    assert _middle(level.locator("i.on").first) != _middle(level.locator("i:not(.on)").first)


def test_pages_work_without_scripts(home: str, visit: Visit) -> None:
    page = visit(home, scripts=False)
    page.get_by_role("link", name="Pick an exercise").first.click()
    page.locator(".md-content").get_by_role("link", name="Squat", exact=True).click()
    assert page.url == f"{home}exercises/squat/"
    steps = page.locator("#steps ~ ol > li")
    assert steps.count() >= 4
    assert all(step.is_visible() for step in steps.all())
    assert all(heading.is_visible() for heading in page.locator(".md-content h2").all())


def test_the_skip_link_comes_first_and_leads_into_the_content(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/squat/")
    page.keyboard.press("Tab")
    assert focus(page).words == "Skip to content"
    expect(page.get_by_text("Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focus(page).in_content


@pytest.mark.parametrize("address", ["", "exercises/squat/", "routines/"])
@either_scheme
def test_the_keyboard_reaches_the_content_in_sight(address: str, dark: bool, served: str, visit: Visit) -> None:
    page = visit(served + address, dark=dark)
    first = page.locator(".md-content a").filter(visible=True).first.get_attribute("href")
    reached = _tab_into_content(page)
    assert reached[-1].href == first
    assert not [each.words for each in reached if each.area and each.outline < 2]


def test_hidden_focus_is_noticed(served: str, visit: Visit) -> None:
    page = visit(served)
    add_rules(page, "a:focus-visible { outline: none !important }")
    assert [each.words for each in _tab_into_content(page) if each.area and each.outline < 2]


def test_an_unknown_address_leads_on(home: str, visit: Visit) -> None:
    page = visit(f"{home}exercises/no-such-exercise/really/")
    expect(page.locator("h1")).to_have_text("This page is not here")
    links = {urljoin(page.url, shown_page.get_attribute("href") or "") for shown_page in page.locator("a[href]").all()}
    inside = [link for link in links if link.startswith(home) and not link.startswith(page.url)]
    assert len(inside) >= 4
    assert not [each for each in inside if page.request.get(each).status != HTTPStatus.OK]
    page.locator(".md-content").get_by_role("link", name="All exercises").click()
    assert page.url == f"{home}exercises/"


def _search(page: Page, words: str) -> Locator:
    """The pages found, best first. Material overlooks what is typed while its index is on the way, so this waits."""
    page.locator("[data-md-component=search-query]").focus()
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Initializing search")
    page.keyboard.type(words)
    return page.locator(".md-search-result__item > a.md-search-result__link")


def _tab_into_content(page: Page) -> list[Focus]:
    """Where the keyboard stops on its way to the content, and there."""
    reached: list[Focus] = []
    while not reached or not (reached[-1].in_content or len(reached) == MOST_STOPS):
        page.keyboard.press("Tab")
        reached.append(focus(page))
    return reached


def _is_dark(page: Page) -> bool:
    return luminance(texts(page, ".md-content")[0].paper) < 0.2


def _middle(mark: Locator) -> object:
    """The colour in the middle of it."""
    image = Image.open(BytesIO(mark.screenshot()))
    return image.getpixel((image.width // 2, image.height // 2))

"""One page of each kind in a real browser: what it asks for, whether it fits a phone, its colours, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

import pytest
from playwright.sync_api import Browser, Page

from in_page import add_rules
from page_kinds import KINDS, PHONE, UNKNOWN
from page_looks import Text, luminance, spilling, texts
from site_build import NOT_FOUND, Site
from site_fixtures import Visit, opened


@dataclass(frozen=True)
class Shown:
    """A page in the browser, and what happened while it loaded."""

    page: Page
    home: str
    status: int
    asked: tuple[str, ...]
    """Addresses that the browser asked for."""
    complaints: tuple[str, ...]
    """Errors and warnings in its console."""


@pytest.fixture(scope="module", params=[f"{scheme} {address}" for address in KINDS for scheme in ("light", "dark")])
def shown(request: pytest.FixtureRequest, browser: Browser, served_below: str) -> Iterator[Shown]:
    """Every kind of page, in the light scheme and in the dark one, on a site below the root of its host."""
    scheme, _, address = str(request.param).partition(" ")
    with opened(browser, dark=scheme == "dark") as page:
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda each: asked.append(each.url))
        page.on("console", lambda each: complaints.append(each.text) if each.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        answer = page.goto(served_below + address, wait_until="networkidle" if scheme == "light" else "load")
        yield Shown(page, served_below, answer.status if answer else 0, tuple(asked), tuple(complaints))


def test_every_kind_of_page_is_among_those_tested(site: Site) -> None:
    def kind(address: str) -> tuple[str, bool]:
        folder, _, name = address.partition("?")[0].rstrip("/").partition("/")
        return folder, bool(name)

    assert {kind(page) for page in site.pages if page != NOT_FOUND} == {kind(known_kind) for known_kind in KINDS}


def test_a_page_asks_nobody_else(shown: Shown) -> None:
    assert len(shown.asked) > 3
    assert not [each for each in shown.asked if not each.startswith(shown.home)]


def test_a_page_loads_without_complaint(shown: Shown) -> None:
    unknown = shown.page.url.endswith(UNKNOWN)
    expected = "Failed to load resource: the server responded with a status of 404 (Not Found)" if unknown else None
    assert shown.status == (HTTPStatus.NOT_FOUND if unknown else HTTPStatus.OK)
    assert not [complaint for complaint in shown.complaints if complaint != expected]


def test_every_page_fits_a_phone_even_with_text_twice_as_large(site: Site, served: str, visit: Visit) -> None:
    page = visit(served, width=PHONE)
    problems: list[str] = []
    for address in site.pages:
        page.goto(served + address)
        for size in ("100%", "200%"):
            page.evaluate("size => document.documentElement.style.fontSize = size", size if size == "200%" else "")
            problems += [f"{address} at {size}: {each}" for each in spilling(page)[-3:]]
    assert not problems, "\n".join(problems)


def test_text_stands_out(shown: Shown) -> None:
    found = texts(shown.page, "body")
    assert len(found) > 20
    assert not [f"{each.words}: {each.contrast:.2f}" for each in found if not each.is_legible]


def test_paper_shows_the_content_alone_dark_on_white(shown: Shown) -> None:
    shown.page.emulate_media(media="print")
    furniture = shown.page.locator(".md-header, .md-tabs, .md-sidebar, .md-search, .md-footer, .md-top, .guide-foot")
    seen = [shown_page.get_attribute("class") for shown_page in furniture.filter(visible=True).all()]
    found = texts(shown.page, ".md-content")
    shown.page.emulate_media(media="screen")
    assert furniture.count() >= 5
    assert not seen
    assert found
    assert not [each for each in found if not _is_dark_on_white(each)]


def test_what_is_wide_or_faint_is_noticed(served: str, visit: Visit) -> None:
    page = visit(served, width=PHONE)
    add_rules(page, ".md-content p { min-width: 50em; color: #888 !important; background: #fff }")
    found = texts(page, ".md-content")
    assert spilling(page)
    assert not all(each.is_legible for each in found)
    assert not all(_is_dark_on_white(each) for each in found)


def _is_dark_on_white(text: Text) -> bool:
    """White, or so pale a tint that it costs no legibility."""
    return luminance(text.paper) > 0.8 and luminance(text.ink) < 0.1

"""What the first view of a page costs on a phone: bytes, requests, and nothing that moves. In a real browser."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, expect

from in_page import wait_until
from page_kinds import KINDS, PHONE, UNKNOWN
from site_build import Site
from site_fixtures import opened

BUDGET = 100_000
"""Bytes sent for a page and all that it loads by itself, compressed as hosts do."""
SHIFTS = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries())).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => done([])));
}).then(found => found.reduce((total, each) => total + each.value, 0))"""


@dataclass(frozen=True)
class FirstView:
    """A page's first visit."""

    asked: tuple[str, ...]
    """Addresses below the site's root, each once."""
    shift: float
    """How much of the layout moved, as a share of the window."""


@pytest.fixture(scope="module", params=[known_kind for known_kind in KINDS if known_kind != UNKNOWN])
def first_view(request: pytest.FixtureRequest, browser: Browser, served: str) -> FirstView:
    """Every kind of page, seen first on a phone."""
    with opened(browser, width=PHONE) as page:
        asked: list[str] = []
        page.on("request", lambda each: asked.append(urldefrag(each.url)[0]))
        page.goto(served + str(request.param), wait_until="networkidle")
        shift = float(page.evaluate(SHIFTS))
    return FirstView(
        tuple(dict.fromkeys(each.removeprefix(served) for each in asked if each.startswith(served))), shift
    )


def test_the_first_view_is_light(first_view: FirstView, site: Site) -> None:
    sent = {each: len(gzip.compress(site.file(each.partition("?")[0]).read_bytes())) for each in first_view.asked}
    assert len(sent) > 5
    assert sum(sent.values()) <= BUDGET, sorted(sent.items(), key=lambda item: -item[1])


def test_nothing_is_loaded_that_nobody_asked_for(first_view: FirstView) -> None:
    assert not [each for each in first_view.asked if each.startswith(("search/", "assets/javascripts/workers/"))]
    assert not [each for each in first_view.asked if each.endswith((".woff", ".woff2", ".ttf"))]


def test_nothing_moves(first_view: FirstView) -> None:
    assert first_view.shift < 0.01


def test_a_shift_is_noticed(browser: Browser, served: str) -> None:
    with opened(browser, width=PHONE) as page:
        page.goto(served)
        expect(page.locator(".md-content h1")).to_be_visible()
        page.evaluate("document.querySelector('.md-content').style.paddingTop = '300px'")
        wait_until(page, f"() => ({SHIFTS})().then(total => total > 0.01)")

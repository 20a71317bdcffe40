"""Every kind of page under axe-core, light and dark, on a phone and on a desktop: no violation. In a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page, expect

from in_page import add_rules
from logged import ASIDE, a_set, done, entry, put
from page_kinds import KINDS, PHONE
from site_fixtures import Visit, opened

DESKTOP = 1280
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """async () => {
  const {violations} = await axe.run(document);
  const reason = node => [...node.any, ...node.all, ...node.none].map(each => each.message).join("; ");
  return violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.html} ${reason(node)}`));
}"""
WINDOWS = {
    "phone-light": (PHONE, False),
    "phone-dark": (PHONE, True),
    "desktop-light": (DESKTOP, False),
    "desktop-dark": (DESKTOP, True),
}


@pytest.fixture(scope="module", params=WINDOWS)
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A phone's window and a desktop's, light and dark."""
    width, dark = WINDOWS[request.param]
    with opened(browser, width=width, dark=dark) as page:
        yield page


@pytest.mark.parametrize("address", KINDS)
def test_a_page_keeps_every_rule(address: str, window: Page, served: str) -> None:
    window.goto(served + address)
    assert violations(window) == []


def test_the_open_search_keeps_every_rule(window: Page, served: str) -> None:
    window.goto(served)
    window.locator("[data-md-component=search-query]").focus()
    window.keyboard.type("squat")
    window.locator(".md-search-result__item").first.wait_for()
    assert violations(window) == []


def test_a_log_and_its_form_keep_every_rule(window: Page, served: str) -> None:
    window.goto(served + ASIDE)
    sides = done(a_set(8, 7, load=12.5, left=2, clean=False), exercise="split-squat", name="Split squat")
    days = [entry(id=str(day), began=f"2020-01-0{day}T07:00:00.000Z", note="Stiff", done=[sides]) for day in (1, 2)]
    put(window, *days)
    window.goto(served + "log/")
    expect(window.get_by_role("region", name="A copy of your log")).to_be_visible()
    window.get_by_role("button", name="Course of Split squat").click()
    window.get_by_text("The numbers").click()
    assert violations(window) == []
    window.get_by_role("button", name="Edit").first.click()
    window.get_by_label("First side").fill("many")
    window.get_by_role("button", name="Save", exact=True).click()
    window.keyboard.press("Escape")
    expect(window.get_by_text("Your changes are not saved.")).to_be_visible()
    assert violations(window) == []


def test_a_violation_is_noticed(served: str, visit: Visit) -> None:
    page = visit(served)
    page.evaluate("document.querySelector('.md-search').removeAttribute('aria-label')")
    add_rules(page, ".md-content p { color: #999 !important; background: #fff !important }")
    assert {violation.partition(":")[0] for violation in violations(page)} >= {"aria-dialog-name", "color-contrast"}


def violations(page: Page) -> list[str]:
    """What axe-core finds, each with the element and the reason."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN)
    return found

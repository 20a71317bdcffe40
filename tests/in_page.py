"""What tests do in a page though its security policy forbids it to the page: add style rules, wait for a condition."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page

PATIENCE = 30
"""Seconds until a test gives up; how long anything takes is not tested."""
_ADD = """rules => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}"""


def add_rules(page: Page, rules: str) -> None:
    """Style rules on top of the page's own."""
    page.evaluate(_ADD, rules)


def wait_until(page: Page, expression: str) -> None:
    """Wait for JavaScript to be true, or a promise of it. The browser's own waiting would need eval in the page."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {expression}", pytrace=False)
        page.wait_for_timeout(50)

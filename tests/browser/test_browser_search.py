"""What search finds first for what runners type: every name, and the queries in `queries.txt`. In a real browser.

A query is typed into the search field, and the answer of the theme's own search is read as it comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from guide.model import Guide
from guide.model.address import PAGED
from site_fixtures import opened

QUERIES = Path(__file__).with_name("queries.txt")
LISTEN = """
const Real = window.Worker;
window.answers = [];
window.Worker = class extends Real {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => data.type === 3 && window.answers.push(data.data.items));
  }
};
"""
ASK = """async (typed) => {
  const field = document.querySelector("[data-md-component=search-query]"), before = window.answers.length;
  field.value = typed;
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  while (window.answers.length === before) await new Promise((done) => setTimeout(done, 5));
  return window.answers.at(-1).map(([first]) => first.location.replace(/#.*/, ""));
}"""


@pytest.fixture(scope="module")
def search(browser: Browser, served: str) -> Iterator[Page]:
    """A page whose search is ready."""
    with opened(browser) as page:
        page.add_init_script(LISTEN)
        page.goto(f"{served}equipment/chair/")
        page.locator("[data-md-component=search-query]").focus()
        page.wait_for_function("() => document.querySelector('.md-search-result__meta').textContent.includes('Type')")
        yield page


def test_every_name_of_an_exercise_finds_it_first(search: Page, real_guide: Guide) -> None:
    named = {
        name: f"exercises/{exercise.id}/"
        for exercise in real_guide.exercises.values()
        for name in (exercise.name, *exercise.other_names)
    }
    assert missed(search, named) == {}


def test_what_is_typed_instead_of_a_name_finds_it_first(search: Page, real_guide: Guide) -> None:
    typed = {word: f"{page}/" for page, words in real_guide.typed_for.items() for word in words}
    assert typed
    assert missed(search, typed) == {}


def test_what_runners_type_finds_first_what_they_mean(search: Page) -> None:
    assert missed(search, dict(_queries(QUERIES.read_text("utf-8").splitlines()))) == {}


def test_a_query_that_finds_something_else_is_noticed(search: Page) -> None:
    assert missed(search, {"wall sit": "exercises/squat/"}).keys() == {"wall sit"}


def missed(search: Page, wanted: Mapping[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Queries that do not find first what is wanted: what that is, and what comes instead."""
    found: dict[str, list[str]] = {typed: search.evaluate(ASK, typed) for typed in wanted}
    return {typed: (wanted[typed], pages[:3]) for typed, pages in found.items() if pages[:1] != [wanted[typed]]}


def _queries(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(what is typed, the address that must come first) of every `typed => kind id`; a page goes by its address."""
    for line in lines:
        if "=>" in line and not line.startswith("#"):
            typed, meant = line.split(" => ")
            kind, name = meant.split()
            yield typed, f"{PAGED.get(kind, kind)}/{name}/" if kind != "page" else f"{name}/"

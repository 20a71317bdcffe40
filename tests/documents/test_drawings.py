"""Figures on hand-written pages: drawn below their lines, and checked at them."""

from __future__ import annotations

import re

from guide.documents.drawings import check_drawings, fill_drawings
from guide.figure.drawn_body.subject import PLAIN

FIGURE = """contacts:
  - {part: sole, side: both, forward: 0, out: 0.09}
frames:
  - caption: Stand
    pose:
      both: {hip: 5, knee: 6}
"""
ASKED = "<!-- insert: drawing -->"


def page(figure: str = FIGURE, between: str = "\n") -> str:
    return f"# A page\n\nWords.\n\n```yaml\n{figure}```\n{between}{ASKED}\n\nMore.\n"


def told(text: str) -> list[str]:
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in check_drawings(text, "docs/a.md")]


def test_a_figure_is_drawn_below_its_lines() -> None:
    text = fill_drawings(page(), PLAIN)
    assert FIGURE in text
    assert ASKED not in text
    assert re.search(r"```\n\n<div class=\"guide-single-frame\"><svg .*</svg></div>\n", text)
    assert 'aria-label="Stand. ' in text
    assert told(page()) == []


def test_a_block_that_asks_for_no_drawing_is_left() -> None:
    text = page().replace(ASKED, "")
    assert fill_drawings(text, PLAIN) == text
    assert told(text) == []


def test_only_the_block_right_above_is_drawn() -> None:
    assert told(page(between="\nMore words.\n\n")) == ["16:1: there is no figure above this insert"]


def test_what_is_wrong_with_a_figure_is_told_at_its_line() -> None:
    assert told(page(FIGURE.replace("knee: 6", "knee: 170")))[0].startswith("11:28: the right knee is 170 degrees")
    assert told(page(FIGURE.replace("hip: 5", "hop: 5")))[0].startswith("11:14: 'hop' is not a field")
    assert told(page(FIGURE.replace("{hip", "{hip: {")))[0].startswith("11:")


def test_what_cannot_be_drawn_is_left() -> None:
    text = page(FIGURE.replace("hip: 5", "hop: 5"))
    assert fill_drawings(text, PLAIN) == text


def test_two_figures_on_a_page_are_drawn_each() -> None:
    assert fill_drawings(page() + page(), PLAIN).count("<svg ") == 2

"""Drawings that a page shows more than once: the first is drawn, the others refer to it."""

from __future__ import annotations

from guide.pages.repeats import WORTH, with_each_drawing_once

HEAD = '<svg class="fig skin-light" viewBox="0 0 9 9" aria-hidden="true">'
LONG, OTHER = (f'<path d="M{number}{" 1" * WORTH}"/>' for number in (0, 1))


def test_a_drawing_that_comes_again_is_referred_to() -> None:
    named = HEAD.replace('aria-hidden="true"', 'role="img" aria-label="Again"')
    body = f"<p>{HEAD}{LONG}</svg></p><p>{HEAD}{OTHER}</svg></p><p>{named}{LONG}</svg></p>"
    drawn = with_each_drawing_once(body)
    assert drawn.count(LONG) == drawn.count(OTHER) == 1
    assert drawn.startswith(f'<p>{HEAD}<g id="drawn-1">{LONG}</g></svg></p>')
    assert drawn.endswith(f'<p>{named}<use href="#drawn-1"/></svg></p>'), "it keeps its own words"


def test_what_comes_once_or_is_short_stays_as_it_is() -> None:
    once = f"{HEAD}{LONG}</svg>{HEAD}{OTHER}</svg>"
    short = f'{HEAD}<path d="M0 0"/></svg>' * 3
    assert with_each_drawing_once(once) == once
    assert with_each_drawing_once(short) == short


def test_drawings_that_have_names_of_their_own_keep_them() -> None:
    named = f'<svg class="fig" id="frame-1" viewBox="0 0 9 9" aria-hidden="true">{LONG}</svg>'
    assert with_each_drawing_once(named * 2) == named * 2

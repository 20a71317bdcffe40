"""The nearest word: what was meant, also among thousands."""

from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.problems.nearest import LIKE, nearest

MANY = tuple(f"{first}-{second}-{third}" for first in ("squat", "lunge", "hinge", "hop", "raise")
             for second in ("left", "right", "deep", "slow", "high") for third in range(100))  # fmt: skip


@pytest.mark.parametrize(("word", "known", "meant"), [
    ("sqat", ("squat", "lunge"), "squat"), ("Glute Max", ("glute-med", "glute-max"), "glute-max"),
    ("WALL_SIT", ("wall", "wall-sit"), "wall-sit"), ("bicycle", ("squat", "lunge"), None), ("", ("squat",), None),
    ("squat", (), None), ("x" * 100_000, ("squat",), None),
])  # fmt: skip
def test_the_word_that_was_meant(word: str, known: tuple[str, ...], meant: str | None) -> None:
    assert nearest(word, iter(known)) == meant


@pytest.mark.parametrize("word", ["sqaut-left-12", "lunge-rihgt-7", "hingedeep-99", "hop-slow-5x", "raise high 40"])
def test_among_many_it_is_as_near_as_the_nearest_of_all(word: str) -> None:
    assert nearest(word, MANY) == get_close_matches(word, MANY, n=1, cutoff=LIKE)[0]


@given(st.text(max_size=30), st.lists(st.text(max_size=20), max_size=60))
def test_it_is_one_of_the_known_words_or_none(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, None}

"""From an error of pydantic to a sentence: what the corpus in tests/problems cannot show."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from guide.explain import did_you_mean, explain
from guide.model import Exercise
from guide.model.text import Entry
from guide.problem import Problem
from guide.source import read


class Angles(Entry):
    """A kind of field that exercises do not have."""

    knee: float
    """Degrees."""
    hip: tuple[float, ...] = ()


def _explained(text: str) -> list[Problem]:
    node, _ = read(text.encode(), "a.yml")
    assert node
    with pytest.raises(ValidationError) as caught:
        Angles.model_validate(node.value)
    return list(explain(caught.value, Angles, node, "a.yml"))


def test_an_error_of_an_unforeseen_type_has_a_place_and_a_remedy() -> None:
    assert [str(each) for each in _explained("knee: bent\nhip: [1, x]")] == [
        "a.yml:1:7: knee: Input should be a valid number: compare with another file of this kind.",
        "a.yml:2:10: hip 2: Input should be a valid number: compare with another file of this kind.",
    ]


def test_long_values_are_cut() -> None:
    node, _ = read(b"level: " + b"x" * 99, "a.yml")
    assert node
    with pytest.raises(ValidationError) as caught:
        Exercise.model_validate(node.value)
    (problem,) = (each for each in explain(caught.value, Exercise, node, "a.yml") if "level" in each.message)
    assert problem.message == f"level is '{'x' * 37}...'"


@pytest.mark.parametrize(
    ("word", "remedy"),
    [("sqat", "did you mean squat"), ("box-jmup", "did you mean box-jump"), ("bicycle", "look"), ("", "look")],
)
def test_did_you_mean_offers_the_nearest_word_or_else_the_remedy(word: str, remedy: str) -> None:
    assert did_you_mean(word, iter(("squat", "box-jump")), otherwise="look") == remedy

"""From an error of pydantic to a sentence: what the corpus in tests/problems cannot show."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from guide.model import Exercise
from guide.model.entry import Entry
from guide.problems.error_sentences import did_you_mean
from guide.problems.explain import about, explain
from guide.problems.node import Step
from guide.problems.problem import Problem
from guide.reading.yaml_source import read


class Angles(Entry):
    """A kind of field that exercises do not have."""

    knee: float
    """Degrees."""
    hip: tuple[float, ...] = ()
    turned: complex = 0


def _explained(text: str) -> list[Problem]:
    node, _ = read(text.encode(), "a.yml")
    assert node
    with pytest.raises(ValidationError) as caught:
        Angles.model_validate(node.value)
    return list(explain(caught.value, Angles, node, "a.yml"))


def test_an_error_of_an_unforeseen_type_has_a_place_and_a_remedy() -> None:
    assert [str(each) for each in _explained("knee: 1.5\nhip: [1]\nturned: left")] == [
        "a.yml:3:9: turned: Input should be an instance of complex: compare with another file of this kind."
    ]


def test_long_values_are_cut() -> None:
    node, _ = read(b"level: " + b"x" * 99, "a.yml")
    assert node
    with pytest.raises(ValidationError) as caught:
        Exercise.model_validate(node.value)
    (problem,) = (each for each in explain(caught.value, Exercise, node, "a.yml") if "level" in each.message)
    assert problem.message == f"level is '{'x' * 37}...'"


@pytest.mark.parametrize(("word", "remedy"), [
    ("sqat", "did you mean squat? If not, look"), ("box-jmup", "did you mean box-jump? If not, look"),
    ("bicycle", "look"), ("", "look"),
])  # fmt: skip
def test_did_you_mean_offers_the_nearest_word_or_else_the_remedy(word: str, remedy: str) -> None:
    assert did_you_mean(word, iter(("squat", "box-jump")), otherwise="look") == remedy


@pytest.mark.parametrize(("location", "anchor"), [
    ((), "exercise"), (("name",), "exercise-name"), (("colour",), "exercise"), (("dose",), "exercise-dose"),
    (("dose", "sets"), "dose-sets"), (("dose", "sets", "low"), "range-low"), (("muscles", "colour"), "muscles-worked"),
    (("muscles", "primary", 2), "muscles-worked-primary"),
    (("easier", 0, "tempo", 1, "seconds"), "tempo-phase-seconds"),
    (("figure", "frames", 0, "pose", "left", "knee"), "limbs-knee"), (("name", "first"), "exercise-name"),
])  # fmt: skip
def test_a_problem_names_the_field_that_the_reference_explains(location: tuple[Step, ...], anchor: str) -> None:
    assert about(Exercise, location)[0] == anchor

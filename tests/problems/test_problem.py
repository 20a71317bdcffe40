"""One problem: how it reads, what kind it is of, and that it stands on one line whatever the data held."""

from __future__ import annotations

import pytest

from guide.problems.problem import Problem

FIRST = Problem("data/a.yml", 2, 3, "name is empty", "write one")
SECOND = Problem("data/a.yml", 10, 1, "id is missing")


def test_a_problem_reads_as_place_and_sentence() -> None:
    assert str(FIRST) == "data/a.yml:2:3: name is empty: write one."
    assert str(SECOND) == "data/a.yml:10:1: id is missing."


def test_what_cannot_be_printed_is_spelled_out() -> None:
    problem = Problem("a\nb.yml", 1, 1, "x\r\n\t\x00\u202e\ufeff\ud800y", "é–“😀")
    assert str(problem) == r"a\nb.yml:1:1: x\r\n\t\x00\u202e\ufeff\ud800y: é–“😀."


def test_nothing_in_it_is_a_command_to_a_log_that_github_reads() -> None:
    problem = Problem("data/##[group].yml", 1, 1, "x ##[set-output name=a]b", "##[error]")
    assert "##[" not in str(problem)
    assert str(problem).startswith("data/##\\x5bgroup].yml:1:1: x ##\\x5bset-output")


def test_problems_come_in_the_order_of_their_places() -> None:
    assert sorted([SECOND, FIRST]) == [FIRST, SECOND]


def test_the_field_that_is_concerned_makes_no_other_problem() -> None:
    named = Problem("data/a.yml", 2, 3, "name is empty", "write one", "exercise-name")
    assert named == FIRST
    assert {named, FIRST} == {FIRST}
    assert not named < FIRST


@pytest.mark.parametrize(("message", "kind"), [
    ("level is '9'", "level is …"), ('level is "it\'s"', "level is …"),
    ("'a' is written twice, first on line 12", "… is written twice, first on line …"),
    ("text holds the invisible character U+200B", "text holds the invisible character …"),
    ("the left foot is 1.5% of height above what carries it", "the left foot is … of height above what carries it"),
    ("this is not valid YAML (found '[')", "this is not valid YAML …"), ("cues 2 is too long", "cues … is too long"),
    ("the id 'a\\'b' is not the file's name", "the id … is not the file's name"), ("x\n", "x\\n"),
])  # fmt: skip
def test_the_kind_is_the_message_without_what_the_data_holds(message: str, kind: str) -> None:
    assert Problem("data/a.yml", 1, 1, message).kind == kind

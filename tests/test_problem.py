"""The two printed forms of a problem, each on one line whatever the data held."""

from __future__ import annotations

from guide.problem import Problem, report

FIRST = Problem("data/a.yml", 2, 3, "name is empty", "write one")
SECOND = Problem("data/a.yml", 10, 1, "id is missing")


def test_a_problem_reads_as_place_and_sentence() -> None:
    assert str(FIRST) == "data/a.yml:2:3: name is empty: write one."
    assert str(SECOND) == "data/a.yml:10:1: id is missing."


def test_what_cannot_be_printed_is_spelled_out() -> None:
    problem = Problem("a\nb.yml", 1, 1, "x\r\n\t\x00\u202e\ufeff\ud800y", "é–“😀")
    assert str(problem) == r"a\nb.yml:1:1: x\r\n\t\x00\u202e\ufeff\ud800y: é–“😀."


def test_an_annotation_is_a_workflow_command() -> None:
    assert FIRST.as_annotation() == "::error file=data/a.yml,line=2,col=3::name is empty: write one."


def test_an_annotation_escapes_what_a_workflow_command_would_read() -> None:
    problem = Problem("a%b,c:d\n.yml", 1, 1, "50% of ::error, a:b\r\nx")
    assert problem.as_annotation() == ("::error file=a%25b%2Cc%3Ad%0A.yml,line=1,col=1::50%25 of ::error, a:b\\r\\nx.")


def test_a_report_is_sorted_by_place_without_repetitions_and_counted() -> None:
    assert report([SECOND, FIRST, FIRST]) == f"{FIRST}\n{SECOND}\n2 problems in the data."
    assert report(iter([FIRST])) == f"{FIRST}\n1 problem in the data."
    assert report([SECOND, FIRST], annotations=True) == (
        f"{FIRST.as_annotation()}\n{SECOND.as_annotation()}\n2 problems in the data."
    )

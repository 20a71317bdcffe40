"""Whatever lies in the data folder, loading ends with a guide or with problems that somebody can read and find.

The examples are thought of by hypothesis, the same ones in every run.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from conftest import SMALL
from guide.model import Guide
from guide.model import entry as text_rules
from guide.problems.problem import Problem
from guide.problems.report import Report, as_annotations, report
from guide.reading.load import load
from guide.reading.yaml_source import read
from hostile.strategies import bent, replaced, yaml_like

FILES = ("exercises/heel-lift.yml", "routines/evening-legs.yml", "equipment.yml", "safety.yml", "redirects.yml")
"""One of each kind that has its own shape."""


def steady(examples: int) -> settings:
    """The same examples in every run, however long one takes, and nothing kept between runs."""
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@steady(500)
@given(st.binary(max_size=80))
def test_any_bytes_are_a_value_or_problems(data: bytes) -> None:
    _check_reading(data)


@steady(1000)
@given(yaml_like)
def test_anything_that_looks_like_yaml_is_a_value_or_problems(text: str) -> None:
    _check_reading(text.encode())


@steady(400)
@given(st.text(max_size=60))
def test_any_text_is_a_value_or_problems(text: str) -> None:
    _check_reading(text.encode())


@steady(500)
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_text_in_quotes_is_read_as_it_was_written(text: str) -> None:
    quoted = yaml.safe_dump(text, default_style='"', allow_unicode=False)
    node, problems = read(f"a: {quoted}".encode(), "data/a.yml")
    assert problems == ()
    assert node
    assert node.value == {"a": text}


awkward = st.text(st.sampled_from("aB 1.,:;'-+*_`[](){}<>&#!/?%~\n\té\u0301\u200b…"), max_size=9)


@steady(3000)
@given(awkward)
def test_most_texts_are_fine_at_a_glance_and_none_that_would_be_refused(text: str) -> None:
    assert _hides_nothing(text_rules._HARMLESS, text)


@pytest.mark.parametrize("text", ["a ", "- a", "1. a", "a *b*", "a<b>", "a &amp; b", "a {{ b", "a [b](c)", "a\u200b"])
def test_a_glance_that_overlooks_something_is_noticed(text: str) -> None:
    assert not _hides_nothing(re.compile(".*"), text)


@pytest.mark.parametrize("name", FILES)
@steady(60)
@given(drawn=st.data())
def test_a_file_that_was_bent_is_no_surprise(name: str, data: Path, drawn: st.DataObject) -> None:
    _load_with(data, name, drawn.draw(bent((SMALL / name).read_bytes())))


@pytest.mark.parametrize("name", FILES)
@steady(60)
@given(drawn=st.data())
def test_a_value_of_another_type_is_no_surprise(name: str, data: Path, drawn: st.DataObject) -> None:
    whole = yaml.safe_load((SMALL / name).read_text("utf-8"))
    try:
        text = yaml.safe_dump(drawn.draw(replaced(whole)), sort_keys=False, allow_unicode=drawn.draw(st.booleans()))
    except UnicodeEncodeError:
        assume(False)
    _load_with(data, name, text.encode("utf-8", "surrogatepass"))


@steady(300)
@given(st.lists(st.builds(Problem, st.text(), st.integers(1, 9), st.integers(1, 9), st.text(), st.text()), max_size=3))
def test_any_problem_is_told_on_lines_of_its_own_without_commands(problems: list[Problem]) -> None:
    told = report(problems, shown=None).split("\n")
    assert len(told) == len(set(problems)) + 1
    assert all(line.isprintable() and "##[" not in line for line in told)
    commands = as_annotations(Report(sorted(set(problems)), shown=None)).split("\n")[: len(set(problems))]
    assert all(line.isprintable() and line.startswith("::error file=") for line in commands)


def _check_reading(data: bytes) -> None:
    node, problems = read(data, "data/a.yml")
    assert (node is None) == bool(problems)
    _check(problems, {"data/a.yml": data})


def _hides_nothing(harmless: re.Pattern[str], text: str) -> bool:
    """Whether the rules let the text through wherever it is taken for harmless."""
    if not harmless.fullmatch(text):
        return True
    try:
        return text_rules._plain(text_rules._not_blank(text)) == text
    except PydanticCustomError:
        return False


def _load_with(folder: Path, name: str, content: bytes) -> None:
    """Load the miniature guide with this in place of the file."""
    path = folder / name
    path.write_bytes(content)
    try:
        result = load(folder)
    finally:
        shutil.copy(SMALL / name, path)
    if isinstance(result, Guide):
        return
    assert result
    assert list(result) == sorted(set(result))
    contents = {
        f"data/{found_path.relative_to(folder).as_posix()}": found_path.read_bytes()
        for found_path in folder.rglob("*.yml")
    }
    _check(result, contents | {f"data/{name}": content})


def _check(problems: Iterable[Problem], contents: dict[str, bytes]) -> None:
    """Every problem is one printable line, at a place that its file has."""
    for problem in problems:
        assert str(problem).isprintable()
        text = contents[problem.path].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem

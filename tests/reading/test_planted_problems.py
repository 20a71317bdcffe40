"""Every rule of the data has a broken case whose report is known to the letter.

A folder in tests/problems is a case: what it changes in tests/small, and `expected.txt`, the whole report. A file in
it replaces or adds the file of the same name, in `docs` a page beside the data; `<name>.deleted` deletes it;
`<name>.edit` changes some of its lines, `-` the old ones and `+` the new ones, with an empty line between two places.
After a wanted change of a sentence, `pytest --update-golden` rewrites the expected lines: read the difference before
you commit it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from documents.test_documents import REPORT
from guide.commands.check import find
from guide.problems.problem import Problem
from guide.problems.report import Report, as_text
from hostile.cases import all_cases
from hostile.tricks import MORE, TRICKS, UNREADABLE
from reading.test_loading import BYTES, NOT_PLAIN

PROBLEMS = Path(__file__).parents[1] / "problems" / "cases"
SMALL = PROBLEMS.parents[1] / "small"
GUIDE = Path(__file__).parents[2] / "hooks" / "guide"
CASES = sorted(path.name for path in PROBLEMS.iterdir())
ROOMS = ("model", "problems", "reading", "rules", "documents")
ELSEWHERE = {
    "model/schema_patterns.py", "model/kinds.py", "problems/report.py", "problems/problem.py", "problems/excerpt.py",
    "problems/system_error.py", "documents/drawings.py",
}  # fmt: skip
"""Modules whose texts are not about a problem."""
FINDERS = [
    path
    for room in ROOMS
    for path in sorted((GUIDE / room).glob("*.py"))
    if path.relative_to(GUIDE).as_posix() not in ELSEWHERE
] + [GUIDE / "pages" / "inserts.py"]
"""The modules with sentences about problems of data; what the drawing finds is in test_figure_checks.py."""


@pytest.mark.parametrize("case", CASES)
def test_the_report_on_a_case_is_the_expected_one(case: str, data: Path, pytestconfig: pytest.Config) -> None:
    apply(PROBLEMS / case, data)
    found, _ = find(data)
    lines = as_text(Report(found.problems, found.lines, shown=None))
    expected = PROBLEMS / case / "expected.txt"
    if pytestconfig.getoption("update_golden"):
        expected.write_text(f"{lines}\n", "utf-8")
    assert f"{lines}\n" == expected.read_text("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_problem_is_one_line_and_stands_where_its_file_has_text(case: str, data: Path) -> None:
    apply(PROBLEMS / case, data)
    for problem in _problems(data):
        assert (problem.message + problem.hint).isprintable()
        path = data.parent / problem.path
        lines = path.read_text("utf-8").split("\n") if path.is_file() else [""]
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


def test_places_are_the_same_with_other_line_endings(data: Path) -> None:
    apply(PROBLEMS / "many", data)
    plain = _problems(data)
    for path in data.rglob("*.yml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert _problems(data) == plain


def test_problems_come_sorted_from_all_files_in_one_run(data: Path) -> None:
    apply(PROBLEMS / "many", data)
    problems = _problems(data)
    assert len({problem.path for problem in problems}) >= 9
    assert [*problems] == sorted(
        set(problems), key=lambda problem: (problem.path, problem.line, problem.column, problem.message)
    )


def test_every_sentence_about_a_problem_stands_in_a_report() -> None:
    assert _unreported("\n".join(path.read_text("utf-8") for path in FINDERS)) == set()


@pytest.mark.parametrize("planted", [
    'Problem(path, 1, 1, "the moon is full", "")', 'Problem(path, 1, 1, f"{name} is far too blue", "")',
    'raise PydanticCustomError("moon", "the {phase} moon shines", {})',
])  # fmt: skip
def test_a_sentence_that_no_case_has_is_noticed(planted: str) -> None:
    assert len(_unreported(planted)) == 1


def _problems(folder: Path) -> Sequence[Problem]:
    return find(folder)[0].problems


def apply(case: Path, folder: Path) -> None:
    """Change `folder` as the case says."""
    for path in sorted(case.rglob("*.*")):
        inside = path.relative_to(case)
        target = (folder.parent if inside.parts[0] == "docs" else folder) / inside
        if path.suffix == ".deleted":
            target.with_suffix("").unlink()
        elif path.suffix == ".edit":
            edited = _edited(target.with_suffix("").read_text("utf-8"), path.read_text("utf-8"))
            target.with_suffix("").write_text(edited, "utf-8")
        elif path.name != "expected.txt":
            target.parent.mkdir(exist_ok=True, parents=True)
            target.write_bytes(path.read_bytes())


def _edited(text: str, edits: str) -> str:
    for edit in edits.rstrip("\n").split("\n\n"):
        lines = edit.split("\n")
        old, new = ("".join(f"{line[2:]}\n" for line in lines if line.startswith(sign)) for sign in "-+")
        assert f"\n{text}".count(f"\n{old}") == 1, f"the place of an edit must be there once:\n{old}"
        text = f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:]
    return text


def _unreported(code: str) -> set[str]:
    """The sentences in the code that stand in no report of the corpus."""
    reports = "\n".join(
        [
            *((PROBLEMS / case / "expected.txt").read_text("utf-8") for case in CASES),
            *REPORT,
            *(line for _, line in BYTES.values()),
            NOT_PLAIN,
            f"the file {UNREADABLE}",
            MORE,
            *map(str, find(SMALL)[0].notes),
            *(line for case in all_cases() for line in case.refused),
            *(line for _, lines in TRICKS.values() for line in lines),
        ]
    )
    return {sentence for sentence in _sentences(ast.parse(code)) if not _pattern(sentence).search(reports)}


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(r".+".join(map(re.escape, re.split(r"\{\w*\}", sentence))))


def _sentences(tree: ast.AST) -> Iterator[str]:
    """Every text of more than one word, with {} for what is filled in; no docstrings, types and assertions."""
    for node in _parts(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        else:
            text = str(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if len(re.findall(r"[a-z]{2,}", text)) > 1 and " " in text and "|" not in text:
            yield text


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    children: Iterable[ast.AST] = ast.iter_child_nodes(node)
    if isinstance(node, ast.JoinedStr):
        children = [part for part in children if isinstance(part, ast.FormattedValue)]
    if isinstance(node, ast.Assert | ast.Subscript) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ):
        return
    yield node
    for child in children:
        yield from _parts(child)

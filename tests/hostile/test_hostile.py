"""Data comes from strangers: every file of the corpus is refused with a clear problem, or printed as it is written.

The cases stand in tests/hostile: tables of files, and tricks with links and folders. All are loaded by a process with
bounded memory and time. After a wanted change of a sentence, `pytest tests/hostile --update-golden` rewrites what is
refused: read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import name

import pytest
import yaml

from bodies import body_shape, body_text
from conftest import SMALL
from guide.model import Exercise, Guide
from guide.pages.ladder_layout import families
from guide.pages.outputs import outputs
from guide.pages.structured_data import structured_data
from guide.problems.problem import MOST_PROBLEMS
from guide.reading.data_files import content
from guide.reading.load import load
from hostile.cases import EXTRA, PRINTED, TABLES, Case, Table, all_cases
from hostile.tricks import MORE, TRICKS, UNREADABLE, Trick, deep_folders

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="bounds memory and time as Unix does")
HOOKS = Path(__file__).parents[2] / "hooks"
CASES = all_cases()
TEXTS = [*PRINTED.values()]
LETTERS = (
    "LATIN SMALL", "LATIN CAPITAL", "GREEK", "CYRILLIC", "HEBREW", "ARABIC LETTER", "ARABIC-INDIC DIGIT", "DEVANAGARI",
    "COMBINING", "MATHEMATICAL", "RUNNER", "EMOJI MODIFIER", "REGIONAL INDICATOR", "VARIATION SELECTOR",
    "NARROW NO-BREAK SPACE", "NO-BREAK SPACE", "EN DASH",
)  # fmt: skip
"""What the names of characters begin with, for each script and each kind that fonts and pages treat in its own way."""
SIGNS = ("<", ">", "&", '"', "'", "{", "}}", "%}", "]]>", "*/", "-->", "#", "$", "@", "\\", "%s", "|", ";", "=", ": ")
HARMLESS = "Plain words"
VALID = Case(name="valid", line=f"summary: {HARMLESS}")
Loaded = tuple[tuple[str, int, int], ...]
"""What is said about a folder: each line of the report with the number of its line and column."""
Load = Callable[[Path], Loaded]


@pytest.fixture(scope="module")
def load_apart() -> Iterator[Load]:
    """Loads a folder in a process with bounded memory and time."""
    worker = Path(__file__).parent / "worker.py"
    with subprocess.Popen(
        (sys.executable, worker),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
    ) as process:

        def answer(folder: Path) -> Loaded:
            assert process.stdin
            assert process.stdout
            print(json.dumps(str(folder)), file=process.stdin, flush=True)
            found = json.loads(process.stdout.readline())
            assert isinstance(found, list), found
            return tuple((line, row, column) for line, row, column in found)

        yield answer
        assert process.stdin
        process.stdin.close()


@pytest.fixture
def load_case(load_apart: Load, tmp_path: Path) -> Callable[[Case], Loaded]:
    """Loads the miniature guide with the file of a case in it."""
    return lambda case: load_apart(_planted(case, tmp_path))


def test_every_table_has_cases_and_every_name_is_there_once() -> None:
    assert [path.stem for path in TABLES if not [*Table(path).cases]] == []
    names = Counter(case.name for case in CASES)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("letters", LETTERS)
def test_letters_of_each_kind_are_printed(letters: str) -> None:
    assert any(name(letter, "").startswith(letters) for text in TEXTS for letter in text)


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_that_mean_something_elsewhere_are_printed(sign: str) -> None:
    assert any(sign in text for text in TEXTS)


def test_a_valid_exercise_is_what_cases_begin_with(load_case: Callable[[Case], Loaded]) -> None:
    assert load_case(VALID) == ()


@pytest.mark.parametrize("field", yaml.safe_load(EXTRA))
def test_a_line_stands_in_place_of_its_whole_field(field: str) -> None:
    """So that a case meets its own rule, and not one about what was left of the field."""
    found = yaml.safe_load(Case(name=field, line=f"{field}: new").content)
    assert found == {**yaml.safe_load(EXTRA), field: "new"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_is_accepted_or_refused_as_expected(case: Case, load_case: Callable[[Case], Loaded]) -> None:
    found = load_case(case)
    lines = [line for line, _, _ in found]
    assert lines[: len(case.expected)] == case.expected
    assert len(lines) == (case.problems or len(case.expected))
    assert bool(lines) is not case.accepted
    assert [line for line in lines if not _harmless_line(line)] == []
    places = [(row, column) for line, row, column in found if line.startswith(f"data/{case.file}:")]
    assert [place for place in places if not _is_in(case, *place)] == []


def test_of_many_problems_in_a_file_the_first_are_told(load_case: Callable[[Case], Loaded]) -> None:
    (case,) = (case for case in CASES if case.name == "size/same-field")
    lines = [line for line, _, _ in load_case(case)]
    assert lines[MOST_PROBLEMS].endswith(MORE)
    assert not any(line.endswith(MORE) for line in lines[:MOST_PROBLEMS])


@pytest.mark.parametrize(("trick", "expected"), TRICKS.values(), ids=[*TRICKS])
def test_a_trick_is_refused(trick: Trick, expected: tuple[str, ...], load_apart: Load, data: Path) -> None:
    trick(data)
    assert [line.removeprefix("data").removeprefix("/") for line, _, _ in load_apart(data)] == [*expected]
    if trick is deep_folders:
        subprocess.run(("rm", "-rf", data / "a"), check=True)  # pytest's own way of tidying up does not get so deep


def test_a_file_that_may_not_be_read_is_a_problem(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "heel-lift.yml":
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr("guide.reading.data_files.os.open", refuse)
    result = load(data)
    assert not isinstance(result, Guide)
    assert [str(each) for each in result] == [f"data/exercises/heel-lift.yml:1:1: the file {UNREADABLE}"]


def test_a_folder_that_may_not_be_read_is_a_problem(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "routines":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    result = load(data)
    assert not isinstance(result, Guide)
    assert [str(each) for each in result] == [f"data/routines:1:1: the folder {UNREADABLE}"]


def test_a_pipe_that_comes_after_the_look_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "extra.yml")
    assert not isinstance(content(tmp_path / "extra.yml", "extra.yml", most=1), bytes)


# What hangs, grows or ends a process would be noticed


@pytest.mark.parametrize(
    ("planted", "sign"),
    [
        ("while True: pass", "status"),
        ("x = 'x' * 2**31", "MemoryError"),
        ("import os; os._exit(3)", "status"),
        ("raise LookupError", "LookupError"),
    ],
)
def test_a_loader_that_hangs_or_grows_or_ends_is_noticed(planted: str, sign: str, tmp_path: Path) -> None:
    code = (Path(__file__).parent / "worker.py").read_text("utf-8")
    line = "        result = load(folder, is_laid_out)\n"
    assert line in code
    code = code.replace(line, f"{line}        {planted}\n")
    (tmp_path / "worker.py").write_text(code.replace("SECONDS = 20", "SECONDS = 1"), "utf-8")
    answer = subprocess.run(
        (sys.executable, tmp_path / "worker.py"),
        input=f"{json.dumps(str(SMALL))}\n",
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        check=True,
    ).stdout
    assert sign in json.loads(answer)


# What is accepted


def test_texts_that_are_accepted_are_printed_as_they_are_written(tmp_path: Path) -> None:
    bad, good = (_pages(_guide_with(texts, tmp_path)) for texts in (TEXTS, [HARMLESS] * len(TEXTS)))
    assert bad.keys() == good.keys()
    for address in bad:
        assert body_shape(bad[address]) == body_shape(good[address]), address
    page = body_text(bad["exercises/extra/"])
    assert [text for text in TEXTS if " ".join(text.split()) not in page] == []


def test_linked_data_holds_the_same_texts(tmp_path: Path) -> None:
    guide = _guide_with(TEXTS, tmp_path)
    written = structured_data(guide, "exercises/extra/", "https://runner.example/exercises/extra/")
    assert "<" not in written
    texts = set(_strings(json.loads(written)))
    assert {*guide.exercises["extra"].set_up} <= texts


def test_a_ladder_that_is_longer_than_the_stack_is_laid_out(small_guide: Guide) -> None:
    first = small_guide.exercises["heel-lift"]
    chain = {"rung-0": first.model_copy(update={"id": "rung-0"})}
    for number in range(1, 400):
        easier = first.easier[0].model_copy(update={"leads_to": f"rung-{number - 1}", "equipment": None})
        chain[f"rung-{number}"] = first.model_copy(update={"id": f"rung-{number}", "easier": (easier,)})
    (family,) = families(replace(small_guide, exercises=chain))
    assert [exercise.id for exercise in family.exercises] == [*chain]


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_tables_can_be_rewritten_after_a_wanted_change(
    table: Path, pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    if not pytestconfig.getoption("update_golden"):
        assert Table(table).rewritten(list(Table(table).cases)) == table.read_text("utf-8")
        return
    answered = []
    for case in Table(table).cases:
        result = load(_planted(case, tmp_path))
        lines = [] if isinstance(result, Guide) else [str(each) for each in result]
        answered.append(case.answered(lines))
    table.write_text(Table(table).rewritten(answered), "utf-8")


def _harmless_line(line: str) -> bool:
    return line.isprintable() and line.startswith("data") and "##[" not in line and len(line) < 700


def _is_in(case: Case, row: int, column: int) -> bool:
    text = case.content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return 1 <= row <= len(text) and 1 <= column <= len(text[row - 1]) + 1


def _planted(case: Case, folder: Path) -> Path:
    data = folder / "data"
    if data.exists():
        shutil.rmtree(data)
    shutil.copytree(SMALL, data)
    path = data / case.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case.content)
    return data


def _guide_with(texts: list[str], folder: Path) -> Guide:
    """The miniature guide with the texts in the lists of one exercise, as each by itself was accepted."""
    guide = load(_planted(VALID, folder))
    assert isinstance(guide, Guide)
    extra = guide.exercises["extra"]
    half = len(texts) // 2
    changed = extra.model_copy(update={"set_up": tuple(texts[:half]), "cues": tuple(texts[half:])})
    assert isinstance(changed, Exercise)
    return replace(guide, exercises={**guide.exercises, "extra": changed})


def _pages(guide: Guide) -> dict[str, str]:
    return {each.address: each.body for each in outputs(guide)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(each)

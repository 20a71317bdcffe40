"""`make new` as a coach meets it: a file to fill in, nothing in it valid yet, and no name that would do harm."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from guide.blank import _Writer, blank
from guide.fields import parts_of
from guide.layout import lay_out
from guide.load import load
from guide.model import Guide
from guide.model.kinds import FOLDERS, KINDS, Kind, schema_line
from guide.node import Node
from guide.problem import Problem
from guide.source import read
from site_build import PROJECT

NEW = [kind for kind in KINDS if kind.place.split("/")[0] in FOLDERS]
KINDS_TO_WRITE = pytest.mark.parametrize("kind", NEW, ids=lambda kind: kind.name)


def _run(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, str(PROJECT / "hooks" / "new.py"), *words, "--folder", data.name)
    return subprocess.run(command, cwd=data.parent, capture_output=True, encoding="utf-8")


@KINDS_TO_WRITE
def test_a_new_file_is_written_and_the_check_names_what_is_missing(kind: Kind, data: Path) -> None:
    run = _run(data, f"{kind.name}=step-up")
    path = data / kind.place.replace("<id>", "step-up")
    assert (run.returncode, run.stderr) == (0, "")
    name = path.relative_to(data.parent).as_posix()
    assert run.stdout == f"{name} is there. Fill it in; `make check` names what is still missing.\n"
    assert path.read_text("utf-8").split("\n")[0] == schema_line(kind.place)
    problems = _problems(data)
    assert len(problems) > 15
    assert {each.path for each in problems} == {name}


@KINDS_TO_WRITE
def test_nothing_in_a_blank_file_is_silently_valid(kind: Kind, data: Path) -> None:
    """Every blank is a problem at its own line."""
    text = blank(kind, "step-up", ())
    (data / kind.place.replace("<id>", "step-up")).write_text(text, "utf-8")
    blanks = [
        index for index, line in enumerate(text.split("\n"), 1) if re.fullmatch(r"[ -]*([a-z_]+:)?", line) and line
    ]
    holders = {index for index in blanks if _holds_more(text.split("\n"), index)}
    lines = {each.line for each in _problems(data)}
    assert lines == {*blanks} - holders
    assert len(lines) > 15


@KINDS_TO_WRITE
def test_every_field_is_there_in_its_order_with_its_meaning(kind: Kind, real_guide: Guide) -> None:
    text = blank(kind, "step-up", real_guide.exercises.values())
    top = re.findall(r"^(?:# )?([a-z_]+):(?= |$)(?! a foot)", text, re.MULTILINE)
    assert top == list(kind.model.model_fields)
    words = " ".join(text.replace("#", " ").split())
    for model, part in parts_of(kind, ()).items():
        for field in part.fields:
            assert re.search(rf"^[ #-]*{field.name}:", text, re.MULTILINE), (model, field.name)
            assert " ".join(field.meaning.replace("`", "").split()) in words, (model, field.name)


@KINDS_TO_WRITE
def test_make_fix_leaves_a_blank_file_as_it_is(kind: Kind, real_guide: Guide) -> None:
    text = blank(kind, "step-up", (*real_guide.exercises.values(), *real_guide.routines.values()))
    assert lay_out(text.encode("utf-8"), f"data/{kind.place.replace('<id>', 'step-up')}") == text


@KINDS_TO_WRITE
def test_what_stands_behind_a_hash_is_right_where_it_stands(kind: Kind, real_guide: Guide) -> None:
    """All fields written with their examples: a file in which every field is known, in its place and of its form."""
    entries = (*real_guide.exercises.values(), *real_guide.routines.values())
    writer = _Writer(parts_of(kind, entries))
    lines = [line for field in writer.explain(kind.model) for line in writer.written(field, filled=True)]
    node, problems = read("\n".join(lines).encode(), "filled")
    assert not problems
    assert isinstance(node, Node)
    with pytest.raises(ValidationError) as error:
        kind.model.model_validate(node.value)
    assert {each["type"] for each in error.value.errors()} <= {"one_measure", "one_equipment", "too_short"}


def test_taking_the_hash_and_a_space_away_uses_a_field(real_guide: Guide) -> None:
    text = blank(NEW[0], "step-up", real_guide.exercises.values())
    assert _given(text, "note") is False
    assert _given(re.sub("^# (?=note:)", "", text, flags=re.MULTILINE), "note") is True


def test_two_blank_files_are_equal(real_guide: Guide) -> None:
    texts = {blank(NEW[0], "step-up", real_guide.exercises.values()) for _ in range(3)}
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("exercise=heel-lift", "there is a file of the id 'heel-lift' already: edit it, or choose another id."),
        ("exercise=../../evil", "'../../evil' cannot be an address: use small letters, digits and single hyphens,"),
        ("exercise=/etc/passwd", "'/etc/passwd' cannot be an address: "),
        ("exercise=a/b", "'a/b' cannot be an address: "),
        ("exercise=..", "'..' cannot be an address: "),
        ("exercise=Heel-Lift", "'Heel-Lift' cannot be an address: "),
        ("exercise=heel lift", "'heel lift' cannot be an address: "),
        ("exercise=höhe", "'höhe' cannot be an address: "),
        ("exercise=a.yml", "'a.yml' cannot be an address: "),
        ("exercise=$(touch x)", "'$(touch x)' cannot be an address: "),
        ("exercise=con", "'con' "),
        ("routine=" + "a" * 81, f"'{'a' * 40}' cannot be an address: "),
        ("routine=evening-legs", "there is a file of the id 'evening-legs' already: "),
    ],
)
def test_a_name_that_cannot_be_is_refused(words: str, message: str, data: Path) -> None:
    before = sorted(data.parent.rglob("*"))
    run = _run(data, words)
    assert (run.returncode, run.stderr) == (1, "")
    assert re.fullmatch(rf"data/\S+:1:1: {re.escape(message)}.*\n", run.stdout), run.stdout
    assert sorted(data.parent.rglob("*")) == before


def test_an_address_that_people_keep_is_not_given_to_something_else(data: Path) -> None:
    (data / "redirects.yml").write_text("- {old: exercises/heel-raise, new: exercises/heel-lift}\n", "utf-8")
    shutil.copy(PROJECT / "data" / "released.yml", data / "released.yml")
    for name in ("heel-raise", "box-jump"):
        run = _run(data, f"exercise={name}")
        assert run.returncode == 1
        assert f"the id '{name}' was released, and people keep its address: choose another id." in run.stdout
    assert _run(data, "routine=heel-raise").returncode == 0, "another kind has addresses of its own"


def test_other_problems_in_the_data_do_not_keep_one_from_beginning(data: Path) -> None:
    (data / "exercises" / "side-hop.yml").write_text("id: [", "utf-8")
    assert _run(data, "exercise=step-up").returncode == 0
    assert _run(data, "exercise=side-hop").returncode == 1
    assert _run(data, "exercise=step-up").returncode == 1


@pytest.mark.parametrize(
    "words", [("exercise",), ("exercise=",), ("plan=a",), ("exercise=a", "routine=b"), ("exercise=", "routine=")]
)
def test_a_command_that_says_nothing_is_explained(words: tuple[str, ...], data: Path) -> None:
    run = _run(data, *words)
    assert run.returncode == 2
    assert "say which one: exercise=<id> or routine=<id>" in run.stderr


def test_make_passes_what_was_written_and_an_empty_other(data: Path) -> None:
    assert _run(data, "exercise=step-up", "routine=").returncode == 0


def test_no_folder_is_said(tmp_path: Path) -> None:
    run = _run(tmp_path / "nowhere", "exercise=a")
    assert run.returncode == 2
    assert "there is no folder nowhere" in run.stderr


def _problems(data: Path) -> tuple[Problem, ...]:
    result = load(data)
    return () if isinstance(result, Guide) else result


def _given(text: str, field: str) -> bool:
    node, problems = read(text.encode(), "new")
    assert node, problems
    return node.get(field) is not None


def _holds_more(lines: list[str], number: int) -> bool:
    """Whether what follows the line stands inside it."""
    inside = [line for line in lines[number:] if line.strip() and not line.strip().startswith("#")]
    return bool(inside) and _indent(inside[0]) > _indent(lines[number - 1])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -")) if line.strip(" -") else len(line) + 1

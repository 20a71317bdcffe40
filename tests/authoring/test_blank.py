"""`make new` as a coach meets it: what to fill in, nothing in it valid yet, and no name that would do harm."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from guide.authoring.blank_file import _Writer, blank, blank_entry
from guide.authoring.field_reference import parts_of
from guide.formatting import lay_out
from guide.model import Guide
from guide.model.kinds import KINDS, Kind, schema_line
from guide.problems.problem import Problem
from guide.reading.load import load
from guide.reading.yaml_source import read
from site_build import PROJECT

NAMED = [kind for kind in KINDS if "id" in kind.model.model_fields]
FILES = pytest.mark.parametrize("kind", [kind for kind in NAMED if not kind.is_list], ids=lambda kind: kind.name)
LISTS = pytest.mark.parametrize("kind", [kind for kind in NAMED if kind.is_list], ids=lambda kind: kind.name)


def _run(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, str(PROJECT / "hooks"), "new", *words, "--folder", data.name)
    return subprocess.run(command, cwd=data.parent, capture_output=True, encoding="utf-8")


@FILES
def test_a_new_file_is_written_and_nothing_in_it_is_valid(kind: Kind, data: Path) -> None:
    """Every blank is a problem at its own line."""
    run = _run(data, f"{kind.name}=step-up")
    path = data / kind.place.replace("<id>", "step-up")
    name = path.relative_to(data.parent).as_posix()
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"{name} is there.\nFill it in; `make check` names what is still missing.\n"
    lines = path.read_text("utf-8").split("\n")
    assert lines[0] == schema_line(kind.place)
    blanks = {index for index, line in enumerate(lines, 1) if line and re.fullmatch(r"[ -]*([a-z_]+:)?", line)}
    problems = _problems(data)
    assert {problem.path for problem in problems} == {name}
    assert {problem.line for problem in problems} == {index for index in blanks if not _holds_more(lines, index)}


@FILES
def test_every_field_is_there_in_its_order_with_its_meaning(kind: Kind, small_guide: Guide) -> None:
    text = blank(kind, "step-up", small_guide.exercises.values())
    top = re.findall(r"^(?:# )?([a-z_]+):(?= |$)(?! a foot)", text, re.MULTILINE)
    assert top == list(kind.model.model_fields)
    words = " ".join(text.replace("#", " ").split())
    for model, part in parts_of(kind, ()).items():
        for field in part.fields:
            assert re.search(rf"^[ #-]*{field.name}:", text, re.MULTILINE), (model, field.name)
            assert " ".join(field.meaning.replace("`", "").split()) in words, (model, field.name)


@FILES
def test_make_fix_says_once_that_a_blank_file_is_not_laid_out_yet(kind: Kind) -> None:
    result = lay_out(blank(kind, "step-up", ()).encode(), f"data/{kind.place.replace('<id>', 'step-up')}")
    assert isinstance(result, tuple)
    assert [problem.message for problem in result] == [
        "this file is not laid out, because a comment below its head would lose its place"
    ]


@FILES
def test_what_stands_behind_a_hash_is_right_where_it_stands(kind: Kind, real_guide: Guide) -> None:
    """All fields written with their examples: a file in which every field is known, in its place and of its form."""
    writer = _Writer(parts_of(kind, (*real_guide.exercises.values(), *real_guide.routines.values())))
    lines = [line for field in writer.explain(kind.model) for line in writer.lines_of(field, filled=True)]
    node, problems = read("\n".join(lines).encode(), "filled")
    assert node, problems
    with pytest.raises(ValidationError) as error:
        kind.model.model_validate(node.value)
    assert {detail["type"] for detail in error.value.errors()} <= {
        "one_measure",
        "one_equipment",
        "too_short",
        "load_amount",
        "rule_order",
        "angle_side",
        "contact_side",
        "float_type",
    }


def test_taking_the_hash_and_a_space_away_uses_a_field() -> None:
    text = blank(NAMED[0], "step-up", ())
    for used, changed in ((False, text), (True, re.sub("^# (?=note:)", "", text, flags=re.MULTILINE))):
        node, problems = read(changed.encode(), "new")
        assert node, problems
        assert (node.get("note") is not None) == used


@LISTS
def test_a_new_entry_stands_at_the_end_of_its_list_and_the_terminal_explains_it(kind: Kind, data: Path) -> None:
    path, name = data / kind.place, kind.model.__name__.lower()
    before = path.read_bytes()
    run = _run(data, f"{name}=new-one")
    assert (run.returncode, run.stderr) == (0, "")
    assert path.read_bytes() == before.rstrip() + b"\n\n" + blank_entry(kind, "new-one").encode()
    explained = re.findall(r"^([a-z_]+): ", run.stdout, re.MULTILINE)
    assert explained == [field for field in kind.model.model_fields if field != "id"]
    problems = _problems(data)
    assert {problem.path for problem in problems} == {f"data/{kind.place}"}
    assert len(problems) == blank_entry(kind, "new-one").count(":\n") > 0
    assert isinstance(lay_out(path.read_bytes(), f"data/{kind.place}"), str), "make fix accepts it"


@pytest.mark.parametrize(("before", "status", "after"), [
    (b"# Why.\n[]\n", 0, b"# Why.\n- id: lunge\n"), (b"", 1, b""),
    (b"- {id: squat}\n...\n", 1, b"- {id: squat}\n...\n"), (b"[{id: squat}]\n", 1, b"[{id: squat}]\n"),
    (b"- id: [\n", 1, b"- id: [\n"),
])  # fmt: skip
def test_a_list_to_which_nothing_can_be_added_is_left_as_it_is(
    before: bytes, status: int, after: bytes, data: Path
) -> None:
    (data / "patterns.yml").write_bytes(before)
    run = _run(data, "pattern=lunge")
    assert (run.returncode, run.stderr) == (status, "")
    assert (data / "patterns.yml").read_bytes().startswith(after)
    assert status == 0 or re.match(r"data/patterns.yml:\d+:\d+: ", run.stdout)


@pytest.mark.parametrize(("words", "message"), [
    ("exercise=heel-lift", "the id 'heel-lift' is taken: edit what has it, or choose another id, such as heel-lift-2."),
    ("muscle=calves", "the id 'calves' is taken: edit what has it, or choose another id, such as calves-2."),
    ("exercise=../../evil", "'../../evil' cannot be an address: write evil."),
    ("exercise=/etc/passwd", "'/etc/passwd' cannot be an address: write etc-passwd."),
    ("exercise=..", "'..' cannot be an address: use small letters, digits and single hyphens, "),
    ("exercise=Heel Lift", "'Heel Lift' cannot be an address: write heel-lift-2."),
    ("exercise=höhe", "'höhe' cannot be an address: write hohe."),
    ("source=$(touch x)", "'$(touch x)' cannot be an address: "),
    ("exercise=con", "'con' stands for something else in addresses: choose another word"),
    ("routine=" + "a" * 81, f"'{'a' * 40}' cannot be an address: "),
])  # fmt: skip
def test_a_name_that_cannot_be_is_refused_and_a_free_one_proposed(words: str, message: str, data: Path) -> None:
    before = {path: path.read_bytes() for path in data.parent.rglob("*") if path.is_file()}
    run = _run(data, words)
    assert (run.returncode, run.stderr) == (1, "")
    assert re.match(rf"data/\S+:1:1: {re.escape(message)}", run.stdout), run.stdout
    assert {path: path.read_bytes() for path in data.parent.rglob("*") if path.is_file()} == before


def test_an_address_that_people_keep_is_not_given_to_something_else(data: Path) -> None:
    (data / "redirects.yml").write_text("- {old: exercises/heel-raise, new: exercises/heel-lift}\n", "utf-8")
    run = _run(data, "exercise=heel-raise")
    assert run.returncode == 1
    assert (
        "'heel-raise' was released, and people keep its address: choose another id, such as heel-raise-2" in run.stdout
    )
    assert _run(data, "routine=heel-raise").returncode == 0, "another kind has addresses of its own"


def test_other_problems_in_the_data_do_not_keep_one_from_beginning(data: Path) -> None:
    (data / "exercises" / "side-hop.yml").write_text("id: [", "utf-8")
    assert _run(data, "exercise=step-up", "routine=", "muscle=").returncode == 0, "make passes empty others"
    assert _run(data, "exercise=side-hop").returncode == 1
    shutil.rmtree(data)
    assert "there is no folder data" in _run(data, "exercise=a").stderr


@pytest.mark.parametrize("words", [("exercise",), ("exercise=",), ("plan=a",), ("exercise=a", "muscle=b")])
def test_a_command_that_says_nothing_is_explained(words: tuple[str, ...], data: Path) -> None:
    run = _run(data, *words)
    assert run.returncode == 2
    assert "say which one: exercise=<id> or routine=<id> or muscle=<id>" in run.stderr


def _problems(data: Path) -> tuple[Problem, ...]:
    result = load(data)
    return () if isinstance(result, Guide) else result


def _holds_more(lines: list[str], number: int) -> bool:
    """Whether what follows the line stands inside it."""
    inside = [line for line in lines[number:] if line.strip() and not line.strip().startswith("#")]
    return bool(inside) and _indent(inside[0]) > _indent(lines[number - 1])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -")) if line.strip(" -") else len(line) + 1

"""The contributor's command line, run as a contributor runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECK = Path(__file__).parent.parent / "hooks" / "check.py"


def _check(*words: str, folder: Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", str(CHECK), *words],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def broken(data: Path) -> Path:
    """A data folder with two problems, one of them in a file whose name means something to GitHub."""
    (data / "a,b.yml").write_text("", "utf-8")
    path = data / "routines" / "evening-legs.yml"
    path.write_text(path.read_text("utf-8").replace("rounds: 2", "rounds: nö"), "utf-8")
    return data


def test_nothing_to_report_is_status_0(data: Path) -> None:
    run = _check(folder=data.parent)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "3 exercises and 1 routine: no problem found.\n"


@pytest.mark.parametrize(("where", "argument"), [("..", "data"), (".", "."), ("routines", "../../data")])
def test_problems_are_status_1_and_named_alike_from_everywhere(where: str, argument: str, broken: Path) -> None:
    run = _check(argument, folder=broken / where)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.splitlines() == [
        "data/a,b.yml:1:1: nothing reads this file: name it <id>.yml in exercises or routines, or take it out of data.",
        "data/routines/evening-legs.yml:17:13: rounds must be a whole number: "
        "write digits only, without quotes, unit or a zero in front.",
        "2 problems in the data.",
    ]


def test_problems_as_annotations(broken: Path) -> None:
    run = _check("--format", "github", folder=broken.parent)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.splitlines()[0].startswith("::error file=data/a%2Cb.yml,line=1,col=1::nothing reads this file: ")
    assert run.stdout.splitlines()[1].startswith("::error file=data/routines/evening-legs.yml,line=17,col=13::rounds ")
    assert run.stdout.splitlines()[2:] == ["2 problems in the data."]


def test_letters_that_the_console_lacks_do_not_hide_the_report(data: Path) -> None:
    (data / "עקב.yml").write_text("", "utf-8")
    run = _check(folder=data.parent, encoding="ascii")
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith(r"data/\u05e2\u05e7\u05d1.yml:1:1: nothing reads this file")


@pytest.mark.parametrize("words", [["elsewhere"], ["data/muscles.yml"], ["--format", "html"], ["data", "data"]])
def test_a_command_that_makes_no_sense_is_status_2(words: list[str], data: Path) -> None:
    run = _check(*words, folder=data.parent)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("usage: check.py")

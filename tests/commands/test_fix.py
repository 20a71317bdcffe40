"""`python hooks fix`, run as a contributor runs it; what a layout looks like is in test_layout.py."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guide.model import Guide
from guide.reading.load import load

HOOKS = Path(__file__).parents[2] / "hooks"


def _fix(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", str(HOOKS), "fix", *words]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def tidy(data: Path) -> Path:
    """A data folder in the common layout."""
    assert _fix(folder=data.parent).returncode == 0
    return data


def test_the_data_means_the_same_and_only_what_needs_it_is_written(tidy: Path, small_guide: Guide) -> None:
    assert load(tidy) == small_guide
    path = tidy / "patterns.yml"
    wanted = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + wanted.replace(b"\n", b"  \r\n"))
    path.chmod(0o640)
    others = {other: other.stat().st_ino for other in tidy.rglob("*.yml") if other != path}
    run = _fix(folder=tidy.parent)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("data/patterns.yml: laid out anew.\n")
    assert run.stdout.endswith(" files, 1 changed.\n")
    assert path.read_bytes() == wanted
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert {other: other.stat().st_ino for other in others} == others
    assert not list(tidy.rglob(".*"))


@pytest.mark.parametrize(("content", "message"), [
    (b"id: [", ":1:6: this is not valid YAML"), (b"\xff\xfe", ":1:1: the file is not UTF-8 text"),
    (b"name: A\n# why\nid: a\n", ":2:1: this file is not laid out, because a comment below its head"),
])  # fmt: skip
def test_what_cannot_be_laid_out_is_left_byte_for_byte(content: bytes, message: str, tidy: Path) -> None:
    (tidy / "exercises" / "extra.yml").write_bytes(content)
    (tidy / "patterns.yml").write_bytes((tidy / "patterns.yml").read_bytes() + b"\n")
    run = _fix(folder=tidy.parent)
    assert (run.returncode, run.stderr) == (1, "")
    assert f"data/exercises/extra.yml{message}" in run.stdout
    assert {"data/patterns.yml: laid out anew.", "Files with problems were left as they are."} <= {
        *run.stdout.splitlines()
    }
    assert (tidy / "exercises" / "extra.yml").read_bytes() == content


def test_links_and_what_nothing_reads_are_left_alone(tidy: Path) -> None:
    elsewhere = tidy.parent / "elsewhere.yml"
    elsewhere.write_bytes(b"name: A\nid: a\n")
    (tidy / "exercises" / "link.yml").symlink_to(elsewhere)
    (tidy / "notes.yml").write_bytes(b"b:    1\n")
    run = _fix(folder=tidy.parent)
    assert run.returncode == 1
    assert "data/exercises/link.yml:1:1: the file is not a plain file" in run.stdout
    assert elsewhere.read_bytes() == b"name: A\nid: a\n"
    assert (tidy / "notes.yml").read_bytes() == b"b:    1\n"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is forbidden to root, or so on Windows")
def test_what_must_not_be_written_is_told(tidy: Path) -> None:
    (tidy / "patterns.yml").write_bytes((tidy / "patterns.yml").read_bytes() + b"\n")
    tidy.chmod(0o555)
    try:
        run = _fix(folder=tidy.parent)
    finally:
        tidy.chmod(0o755)
    assert run.returncode == 1
    assert "data/patterns.yml:1:1: the file cannot be written" in run.stdout


@pytest.mark.parametrize("words", [["elsewhere"], ["data", "data"]])
def test_a_command_that_makes_no_sense_is_status_2(words: list[str], data: Path) -> None:
    run = _fix(*words, folder=data.parent)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("usage: python hooks fix")

"""`python hooks/fix.py`, run as a contributor runs it; what a layout looks like is in test_layout.py."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guide.load import load
from guide.model import Guide

ROOT = Path(__file__).parent.parent
FIX = ROOT / "hooks" / "fix.py"


def _fix(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    settings = {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-W", "error", str(FIX), *words],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def tidy(data: Path) -> Path:
    """A data folder in the common layout."""
    assert _fix(folder=data.parent).returncode == 0
    return data


def test_the_data_means_the_same_before_and_after(data: Path, small_guide: Guide) -> None:
    before = _bytes(data)
    assert _fix(folder=data.parent).returncode == 0
    assert _bytes(data) != before
    assert load(data) == small_guide


def test_the_second_time_nothing_changes(tidy: Path) -> None:
    before = _bytes(tidy)
    run = _fix(folder=tidy.parent)
    assert (run.returncode, run.stderr, run.stdout) == (0, "", "11 files, 0 changed.\n")
    assert _bytes(tidy) == before


def test_real_data_needs_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    run = _fix(folder=tmp_path)
    assert run.stdout.endswith(" files, 0 changed.\n")
    assert run.returncode == 0


def test_only_what_needs_it_is_written(tidy: Path) -> None:
    path = tidy / "patterns.yml"
    wanted = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + wanted.replace(b"\n", b"  \r\n"))
    path.chmod(0o640)
    others = {each: each.stat().st_ino for each in tidy.rglob("*.yml") if each != path}
    run = _fix(folder=tidy.parent)
    assert run.stdout == "data/patterns.yml: laid out anew.\n11 files, 1 changed.\n"
    assert path.read_bytes() == wanted
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert {each: each.stat().st_ino for each in others} == others
    assert not list(tidy.rglob(".*"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"id: [", ":1:6: this is not valid YAML"),
        (b"id: a\nid: b\n", ":2:1: 'id' is written twice"),
        (b"id: a\nname: A B # c\n", ":2:11: what follows # is not read"),
        (b"\xff\xfe", ":1:1: the file is not UTF-8 text"),
        (b"", ":1:1: the file is empty"),
        (b'id: a\nname: "\\x23"\n', ":1:1: this file cannot be laid out"),
    ],
)
def test_what_cannot_be_read_is_left_byte_for_byte_and_told(content: bytes, told: str, tidy: Path) -> None:
    (tidy / "exercises" / "extra.yml").write_bytes(content)
    (tidy / "patterns.yml").write_bytes((tidy / "patterns.yml").read_bytes() + b"\n")
    run = _fix(folder=tidy.parent)
    assert (run.returncode, run.stderr) == (1, "")
    assert f"data/exercises/extra.yml{told}" in run.stdout
    assert "data/patterns.yml: laid out anew." in run.stdout.splitlines()
    assert "Files with problems were left as they are." in run.stdout.splitlines()
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


@pytest.mark.parametrize("words", [["elsewhere"], ["data/muscles.yml"], ["data", "data"]])
def test_a_command_that_makes_no_sense_is_status_2(words: list[str], data: Path) -> None:
    run = _fix(*words, folder=data.parent)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("usage: fix.py")

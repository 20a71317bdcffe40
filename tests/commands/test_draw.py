"""The command that draws one file, run as somebody who poses a figure runs it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
EXERCISE = "data/exercises/side-hop.yml"
DRAWN = "The drawing is in .cache/draw.html. Open it with a double click.\n"


def draw(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", str(HOOKS), "draw", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def change(data: Path, name: str, old: str, new: str) -> None:
    path = data / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def page(data: Path) -> str:
    return (data.parent / ".cache" / "draw.html").read_text("utf-8")


def test_every_frame_and_version_is_on_the_page(data: Path) -> None:
    run = draw(data.parent, EXERCISE)
    assert (run.returncode, run.stdout, run.stderr) == (0, DRAWN, "")
    text = page(data)
    for caption in ("Stand tall", "Sit back and down", "Stand as tall as before", "Only a little way down"):
        assert text.count(f"<figcaption>{caption}.") == 2  # on white and on black
    assert "no findings" in text


def test_the_page_asks_for_nothing_else(data: Path) -> None:
    draw(data.parent, EXERCISE)
    assert not re.search(r"(?:src|href)=|url\(|@import", page(data))
    for svg in re.findall(r"<svg.*?</svg>", page(data)):
        ElementTree.fromstring(svg)


def test_findings_are_printed_at_their_place_and_drawn_all_the_same(data: Path) -> None:
    change(data, "exercises/side-hop.yml", "knee: 117, shoulder: 125", "knee: 100, shoulder: 125, elbow: 170")
    run = draw(data.parent, EXERCISE)
    assert run.returncode == 1
    first, *_ = run.stdout.splitlines()
    assert re.match(rf"{EXERCISE}:\d+:\d+: the (left|right) elbow is 170 degrees, 20 more than a body reaches: ", first)
    assert "elbow is 170 degrees" in page(data)
    assert "<svg" in page(data)


def test_one_frame_alone(data: Path) -> None:
    assert draw(data.parent, EXERCISE, "--frame", "2").returncode == 0
    assert "<figcaption>Stand tall." not in page(data)
    assert page(data).count("<figcaption>Sit back and down.") == 2


def test_another_place_for_the_page(data: Path) -> None:
    assert draw(data.parent, EXERCISE, "--out", "there/figure.html").returncode == 0
    assert (data.parent / "there" / "figure.html").is_file()


@pytest.mark.parametrize(("name", "old", "new"), [
    ("exercises/wall-hold.yml", "id: wall-hold", "id: [}"),
    ("muscles.yml", "- id:", "- idd:"),
    ("exercises/side-hop.yml", "level: 3", "level: high"),
    ("exercises/side-hop.yml", "primary: [thighs, calves]", "primary: legs"),
])  # fmt: skip
def test_whatever_else_is_broken(data: Path, name: str, old: str, new: str) -> None:
    change(data, name, old, new)
    run = draw(data.parent, EXERCISE)
    assert (run.returncode, run.stdout) == (0, DRAWN)


def test_a_figure_that_cannot_be_read(data: Path) -> None:
    change(data, "exercises/side-hop.yml", "trunk: {lean: 2}", "trunk: {lean: much}")
    run = draw(data.parent, EXERCISE)
    assert run.returncode == 1
    assert re.match(rf"{EXERCISE}:\d+:\d+: lean must be a number", run.stdout)


def test_a_file_without_a_figure(data: Path) -> None:
    path = data.parent / "empty.yml"
    path.write_text("id: empty\n", "utf-8")
    assert draw(data.parent, "empty.yml").stdout == "empty.yml:1:1: this file has no figure: add figure:.\n"


@pytest.mark.parametrize(
    "words", [(), ("data/exercises/moon.yml",), (EXERCISE, "--frame", "0"), (EXERCISE, "--frame", "9")]
)
def test_a_command_that_makes_no_sense(data: Path, words: tuple[str, ...]) -> None:
    run = draw(data.parent, *words)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr

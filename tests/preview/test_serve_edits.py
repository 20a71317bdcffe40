"""`mkdocs serve` after any edits, once the handouts have followed, has the same site as a build from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from preview.test_serve import Preview, preview, wait
from site_build import SITE_URL, build, files_in

__all__ = ["preview"]  # a fixture, whose process these tests have for themselves
EDITS = 4
Edit = Callable[[str, int], str]


def test_the_preview_after_edits_is_what_a_build_gives(preview: Preview) -> None:
    random = Random(20260101)
    for number in range(EDITS):
        _edit(preview.project, random, number)
        _wait_for_page(preview, number)
    shutil.copytree(preview.project, fresh := preview.project.parent / "fresh", ignore=shutil.ignore_patterns(".cache"))
    result = build(fresh, **{SITE_URL: preview.address})
    assert result.returncode == 0, result.stdout
    expected = files_in(fresh / "site")
    wait(lambda: not _different(_served(preview), expected), preview)
    assert len(expected) > 60


def test_a_difference_is_noticed(tmp_path: Path) -> None:
    assert _different({"a": b"1", "b": b"2"}, {"a": b"1", "b": b"3", "c": b"4"}) == ["b", "c"]


def _edit(project: Path, random: Random, number: int) -> None:
    """The wall sit renamed, so that the page tells when it is there, and a text of another entry changed."""
    path = project / "data/exercises/wall-sit.yml"
    names = ("name: Wall sit", *(f"name: Wall sit {each}" for each in range(number)))
    path.write_text(path.read_text("utf-8").replace(names[-1] + "\n", f"name: Wall sit {number}\n", 1), "utf-8")
    other = random.choice(sorted(set((project / "data/exercises").glob("*.yml")) - {path}))
    text = other.read_text("utf-8")
    other.write_text(text.replace("\nsummary: ", f"\nsummary: Number {number}, ", 1), "utf-8")


def _wait_for_page(preview: Preview, number: int) -> None:
    wait(lambda: f"Wall sit {number}</h1>" in preview.page(), preview)


def _served(preview: Preview) -> Mapping[str, bytes]:
    (folder,) = preview.project.parent.glob("mkdocs_*")
    try:
        return files_in(folder)
    except FileNotFoundError:  # a build has just put another in its place
        return {}


def _different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))

"""How many exercises, routines and jumps there are is counted, and nowhere written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bodies import body_text
from guide.model import Guide
from guide.pages.outputs import outputs
from guide.pages.render import render_insert

PROJECT = Path(__file__).parents[2]
NUMBERS = (
    r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty"
)
WRITTEN = re.compile(
    rf"(?<!or )(?<!more than )\b(?:{NUMBERS})(?: ready sessions|(?: leg)? (?:exercises|routines|sources))\b",
    re.IGNORECASE,
)
"""Four or five exercises are a session, and more than sixty are many, whatever the guide has."""


def _written_by_hand() -> Iterator[tuple[str, str]]:
    """Every text that readers see and that is not made from data, by its path."""
    paths = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", PROJECT / "mkdocs.yml", PROJECT / "pyproject.toml"]
    paths += (PROJECT / "docs").glob("*.md")
    for folder, kind in (("hooks/guide", "*.jinja"), ("hooks/guide", "*.typ"), ("overrides", "*.html")):
        paths += (PROJECT / folder).rglob(kind)
    for path in paths:
        yield path.relative_to(PROJECT).as_posix(), path.read_text("utf-8")


def _counts(text: str) -> list[str]:
    return [found[0] for found in WRITTEN.finditer(text)]


def test_no_count_is_written_by_hand() -> None:
    assert [(path, found) for path, text in _written_by_hand() for found in _counts(text)] == []


@pytest.mark.parametrize("text", [
    "answers with fourteen exercises and data", "14 exercises", "Five ready sessions", "Three exercises leave",
    "all 21 sources",
])  # fmt: skip
def test_a_count_is_noticed(text: str) -> None:
    assert len(_counts(text)) == 1


def _grown(guide: Guide, exercises: int, routines: int) -> Guide:
    """The guide with so many of each, which are copies of one."""
    exercise, routine = guide.exercises["side-hop"], next(iter(guide.routines.values()))
    more = {f"hop-{i}": exercise.model_copy(update={"id": f"hop-{i}", "name": f"Hop {i}"}) for i in range(exercises)}
    others = {f"legs-{i}": routine.model_copy(update={"id": f"legs-{i}"}) for i in range(routines)}
    kept = dict([*guide.exercises.items()][:exercises])
    return replace(
        guide,
        exercises={**guide.exercises, **dict([*more.items()][: exercises - len(kept)])},
        routines={**guide.routines, **dict([*others.items()][: routines - len(guide.routines)])},
    )


@pytest.mark.parametrize(("exercises", "routines"), [(3, 1), (7, 4), (12, 2)])
def test_the_home_page_counts(exercises: int, routines: int, small_guide: Guide) -> None:
    guide = _grown(small_guide, exercises, routines)
    home = next(output for output in outputs(guide) if output.address == "")
    sessions = "1 ready session" if routines == 1 else f"{routines} ready sessions"
    assert f"{exercises} exercises and {sessions}" in body_text(home.body)
    assert f"All {exercises} exercises" in body_text(home.body)
    assert f"{exercises} strength exercises" in home.description
    minutes = [work.minutes for routine in guide.routines.values() for work in guide.workloads(routine)]
    assert f"{min(minutes)} to {max(minutes)} minutes each" in body_text(home.body)


def test_jumps_are_listed_where_a_page_speaks_of_them(small_guide: Guide) -> None:
    assert "1 exercise leaves the floor:" in render_insert(small_guide, "jumps")
    more = render_insert(_grown(small_guide, 5, 1), "jumps")
    assert "3 exercises leave the floor:" in more
    assert '<a href="../exercises/hop-1/">Hop 1</a>' in more
    grounded = replace(small_guide, exercises={"heel-lift": small_guide.exercises["heel-lift"]}, routines={})
    assert "No exercise in this guide leaves the floor." in render_insert(grounded, "jumps")

"""Adding content is green from start to end: what a pull request runs, in a copy with more of everything."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from addition import EXERCISES, ROUTINE, add_content
from site_build import PROJECT, build, copy_project, run

NEEDED = ("tests", ".github")
"""What tests read beside all that a build reads."""
QUICK = (
    "project/test_data", "authoring/test_forms", "authoring/test_schema", "figure/test_figure_checks",
    "pages/test_posing_page",
)  # fmt: skip
"""Tests of the real data that need neither site nor browser."""


@pytest.fixture(scope="module")
def project(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with more content, in the common layout."""
    folder = copy_project(tmp_path_factory.mktemp("addition") / "project")
    for part in NEEDED:
        shutil.copytree(PROJECT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    add_content(folder / "data")
    fixed = run(folder, "hooks", "fix")
    assert fixed.returncode == 0, fixed.stdout
    return folder


def test_the_check_passes(project: Path) -> None:
    checked = run(project, "hooks", "check")
    assert checked.returncode == 0, checked.stdout


def test_the_site_builds_and_shows_what_was_added(project: Path) -> None:
    built = build(project)
    assert built.returncode == 0, built.stdout
    added = [*(f"exercises/{exercise}" for exercise in EXERCISES), f"routines/{ROUTINE}"]
    assert [page for page in added if not (project / "site" / page / "index.html").is_file()] == []


def test_the_tests_of_the_data_pass(project: Path) -> None:
    files = [f"tests/{name}.py" for name in QUICK]
    tested = run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files)
    assert tested.returncode == 0, tested.stdout
    assert " passed" in tested.stdout


def test_a_test_that_counts_the_data_would_be_noticed(project: Path) -> None:
    counts = len(list((PROJECT / "data" / "exercises").glob("*.yml")))
    planted = project / "tests" / "test_planted.py"
    planted.write_text(f"def test_count(real_guide):\n    assert len(real_guide.exercises) == {counts}\n", "utf-8")
    tested = run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(planted))
    planted.unlink()
    assert tested.returncode == 1, tested.stdout

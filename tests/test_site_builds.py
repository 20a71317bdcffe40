"""Building the site anew: the same bytes everywhere, nothing written but the site, nothing lost when data is broken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_build import PROJECT, Site, build, copy_project, files_in, run
from site_fixtures import MOVED

NOW, LATER = "1767225600", "1798761600"
"""Two moments, in seconds since 1970, that MkDocs takes for the present."""
PROBLEM = re.compile(r"^data/\S+:\d+:\d+: .+$", re.MULTILINE)
BREAKS = {
    "data/exercises/squat.yml": ("level: 1", "level: 7"),
    "data/exercises/wall-sit.yml": ("name: Wall sit", "name: Wall sit\nname: Wall chair"),
    "data/routines/first-steps.yml": ("exercise: squat", "exercise: sqat"),
    "data/muscles.yml": ("plain_name: buttocks", "plain_name: <b>buttocks</b>"),
}
"""What to replace in which file, each a problem of another kind."""


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    here, there = tmp_path / "here", copy_project(tmp_path / "somewhere else")
    settings = {"TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": LATER}
    first = build(PROJECT, "-d", str(here), PYTHONHASHSEED="0", TZ="UTC", SOURCE_DATE_EPOCH=NOW)
    second = build(there, **settings)
    ours, theirs = files_in(here), files_in(there / "site")
    assert (first.returncode, second.returncode) == (0, 0), first.stdout + second.stdout
    assert len(ours) > 60
    assert ours.keys() == theirs.keys()
    assert not [name for name, content in ours.items() if content != theirs[name]]


def test_a_build_writes_nothing_but_the_site_and_its_cache(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    before = files_in(project)
    result = build(project)
    after = files_in(project)
    assert result.returncode == 0, result.stdout
    assert "WARNING" not in result.stdout
    assert {name: content for name, content in after.items() if not name.startswith(("site/", ".cache/"))} == before


def test_the_addresses_come_from_the_environment(site: Site, moved_site: Site) -> None:
    old = (site.url, site.repository)
    texts = {name: content.decode("utf-8", "replace") for name, content in files_in(moved_site.folder).items()}
    assert not [name for name, text in texts.items() if any(address in text for address in old)]
    assert all(new in texts["exercises/squat/index.html"] for new in MOVED.values())


def test_broken_data_stops_the_build_and_leaves_the_earlier_site(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    assert build(project).returncode == 0
    earlier = files_in(project / "site")
    for name, (old, new) in BREAKS.items():
        _replace(project / name, old, new)
    failed, checked = build(project), run(project, "hooks/check.py")
    assert failed.returncode != 0
    assert checked.returncode == 1
    assert {each.partition(":")[0] for each in PROBLEM.findall(checked.stdout)} >= BREAKS.keys()
    assert PROBLEM.findall(failed.stdout) == PROBLEM.findall(checked.stdout)
    assert "Traceback" not in failed.stdout + checked.stdout
    assert files_in(project / "site") == earlier


def test_the_real_data_passes_the_check() -> None:
    result = run(PROJECT, "hooks/check.py")
    assert result.returncode == 0, result.stdout
    assert "no problem found" in result.stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("docs/before-you-start.md", "insert: ask-first", "insert: ask-frist", "there is nothing to insert called"),
        ("docs/before-you-start.md", "how-this-guide-is-made.md", "how-it-is-made.md", "how-it-is-made.md"),
        ("hooks/guide/templates/routines.html.jinja", "before-you-start/", "before/", "no page has the address"),
    ],
)
def test_a_broken_page_stops_the_build(name: str, old: str, new: str, sentence: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    _replace(project / name, old, new)
    result = build(project)
    assert result.returncode != 0
    assert sentence in result.stdout
    assert "Traceback" not in result.stdout


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")

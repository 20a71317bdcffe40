"""A copy of the project in which entries have been renamed as a contributor would do it, with redirects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from once import filled_once
from site_build import REPO_URL, SITE_URL, Site, build, copy_project, read_site
from site_fixtures import MOVED
from site_host import serve

REDIRECTS = """\
- old: exercises/squat-to-hydrant
  new: exercises/hydrant-squat
- old: exercises/fire-hydrant
  new: exercises/squat-to-hydrant
- old: exercises/knee-circles
  new: exercises
- old: routines/first-steps
  new: routines/the-very-first-steps
- old: equipment/backpack
  new: equipment/rucksack
- old: muscles/adductors
  new: muscles/inner-thigh
"""
"""One is renamed for the second time, so the first address leads over the second; one is gone without a successor."""
RENAMED = {
    "squat-to-hydrant": "hydrant-squat",
    "first-steps": "the-very-first-steps",
    "backpack": "rucksack",
    "adductors": "inner-thigh",
}


@pytest.fixture(scope="session")
def renamed(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after renamings, with what is drawn and printed already."""
    return filled_once(tmp_path_factory, "renamed", renamed_project)


@pytest.fixture(scope="session")
def renamed_site(renamed: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Its site, below its host's root."""

    def fill(folder: Path) -> None:
        result = build(renamed, "-d", str(folder), **MOVED)
        assert result.returncode == 0, result.stdout

    return read_site(filled_once(tmp_path_factory, "renamed-site", fill), MOVED[SITE_URL], MOVED[REPO_URL])


@pytest.fixture(scope="session")
def served_renamed(renamed_site: Site) -> Iterator[str]:
    with serve(renamed_site.folder, "/guide/") as address:
        yield address


def renamed_project(folder: Path) -> Path:
    """The copy, in a new folder."""
    project = copy_project(folder)
    data = project / "data"
    for path in sorted(data.rglob("*.yml")):
        if path.stem == "released":
            continue
        path.write_text(_renamed(path.read_text("utf-8")), "utf-8")
        path.rename(path.with_stem(RENAMED.get(path.stem, path.stem)))
    for page in (project / "docs").glob("*.md"):
        page.write_text(
            re.sub(r"routines/first-steps\.md", "routines/the-very-first-steps.md", page.read_text("utf-8")), "utf-8"
        )
    (data / "redirects.yml").write_text(REDIRECTS, "utf-8")
    released = data / "released.yml"
    old = released.read_text("utf-8")
    released.write_text(old.replace("exercises:\n", "exercises:\n  - fire-hydrant\n  - knee-circles\n"), "utf-8")
    return project


def _renamed(text: str) -> str:
    """Ids stand after a colon or a hyphen, or in a list; words in sentences stay."""
    for old, new in RENAMED.items():
        alone = rf"(?<=id: ){old}$|(?<=exercise: ){old}$|(?<=leads_to: ){old}$|(?<=  - ){old}$"
        text = re.sub(alone, new, text, flags=re.MULTILINE)
        text = re.sub(rf"^(- page: [\w-]+/){old}$", rf"\g<1>{new}", text, flags=re.MULTILINE)
        text = re.sub(rf"(?<=\[){old}(?=[,\]])|(?<=, ){old}(?=[,\]])", new, text)
    return text

"""Building the site anew: the same bytes everywhere, nothing written but the site, nothing lost when data is broken."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_build import PROJECT, Site, build, copy_project, files_in, run
from site_fixtures import MOVED

SURROUNDINGS = Path(__file__).parents[1] / "surroundings"
HERE = {
    **{"AT": "1767225600", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"},
    **{"ORDER": "forwards", "UMASK": "022", "LOGNAME": "ann"},
}
THERE = {
    **{"AT": "1911686399", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    **{"ORDER": "backwards", "UMASK": "077", "LOGNAME": "bob", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
"""Two machines, on two days; see `surroundings/sitecustomize.py`."""
PROBLEM = re.compile(r"^data/\S+:\d+:\d+: .+$", re.MULTILINE)
BREAKS = {
    "data/exercises/squat.yml": ("level: 1", "level: 7"),
    "data/exercises/wall-sit.yml": ("name: Wall sit", "name: Wall sit\nname: Wall chair"),
    "data/routines/first-steps.yml": ("exercise: squat", "exercise: sqat"),
    "data/muscles.yml": ("plain_name: buttocks", "plain_name: <b>buttocks</b>"),
}
"""What to replace in which file, each a problem of another kind."""


@pytest.mark.usefixtures("site_folder")  # of which everything is drawn and printed already, for the first build
def test_two_builds_are_the_same(tmp_path: Path) -> None:
    here, there = _probed(tmp_path / "here", written=1e9), _probed(tmp_path / "some where else", written=1.7e9)
    shutil.rmtree(there / ".cache")
    builds = build(here, **_on(here, HERE)), build(there, **_on(there, THERE), GUIDE_CACHE="false")
    assert not any(each.returncode for each in builds), builds[0].stdout + builds[1].stdout
    assert not (there / ".cache").exists(), "it was switched off"
    ours, theirs = files_in(here / "site"), files_in(there / "site")
    assert len(ours) > 60
    assert ours.keys() == theirs.keys()
    assert [name for name, content in ours.items() if content != theirs[name]] == ["planted.txt"]
    one, other = (json.loads((each / "surroundings.json").read_text("utf-8")) for each in (here, there))
    assert not [name for name in one if one[name] == other[name]]


@pytest.mark.usefixtures("site_folder")
def test_a_build_writes_nothing_but_the_site_and_its_cache(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    before = files_in(project)
    result = build(project)
    after = files_in(project)
    assert result.returncode == 0, result.stdout
    assert result.stdout.count("\n") <= len(("cleans", "builds", "has built"))
    assert _without_outputs(after) == _without_outputs(before)


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
    failed, checked = build(project), run(project, "hooks", "check")
    assert failed.returncode != 0
    assert checked.returncode == 1
    assert {found.partition(":")[0] for found in PROBLEM.findall(checked.stdout)} >= BREAKS.keys()
    assert PROBLEM.findall(failed.stdout) == PROBLEM.findall(checked.stdout)
    assert "Traceback" not in failed.stdout + checked.stdout
    assert files_in(project / "site") == earlier


LINK = ("docs/before-you-start.md", "(how-this-guide-is-made.md", "(how-it-is-made.md", "link 'how-it-is-made.md")
ANCHOR = ("docs/before-you-start.md", "(use-and-progress.md", "(ladders.md#nope", "anchor '#nope'")
PAGE = ("mkdocs.yml", "Home: index.md", "Home: index.md\n  - Gone: gone.md", "'gone.md' is included in the 'nav'")
INSERT = ("docs/before-you-start.md", "insert: ask-first", "insert: ask-frist", "there is nothing to insert called")
ADDRESS = ("hooks/guide/pages/templates/routines.html.jinja", "before-you-start/", "before/", "no page has the address")
COMMANDS = {
    "Makefile": re.compile(r"^site:.*\n\t@\$\(BIN\)/python (.+)$", re.MULTILINE),
    "README.md": re.compile(r"^\.venv\\Scripts\\python (-m mkdocs build.*)$", re.MULTILINE),
}
"""Where contributors find the command that builds the site."""


@pytest.mark.parametrize("planted", [(LINK, ANCHOR, PAGE), (INSERT,), (ADDRESS,)])
def test_a_broken_page_stops_the_build(planted: tuple[tuple[str, str, str, str], ...], tmp_path: Path) -> None:
    project = _with_earlier_site(tmp_path)
    for name, old, new, _ in planted:
        _replace(project / name, old, new)
    for command in _commands():
        result = run(project, *command)
        assert result.returncode == 1
        assert files_in(project / "site") == {"sw.js": b"earlier"}
        assert not (project / ".site.build").exists()
        assert [sentence for *_, sentence in planted if sentence not in result.stdout] == []
        assert "Traceback" not in result.stdout


def test_a_quiet_build_is_as_strict(tmp_path: Path) -> None:
    project = _with_earlier_site(tmp_path)
    for name, old, new, _ in (PAGE, LINK):
        _replace(project / name, old, new)
    result = build(project, "--quiet")
    assert result.returncode == 1
    assert files_in(project / "site") == {"sw.js": b"earlier"}
    assert all(planted[-1] in result.stdout for planted in (PAGE, LINK))


def _commands() -> set[tuple[str, ...]]:
    """What the Makefile runs and what the README names for those without make; one, as long as they are the same."""
    texts = {name: (PROJECT / name).read_text("utf-8") for name in COMMANDS}
    return {tuple(pattern.findall(texts[name])[0].split()) for name, pattern in COMMANDS.items()}


def _with_earlier_site(folder: Path) -> Path:
    project = copy_project(folder / "guide")
    (project / "site").mkdir()
    (project / "site/sw.js").write_text("earlier", "utf-8")
    return project


def _without_outputs(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: content for name, content in files.items() if not name.startswith(("site/", ".cache/"))}


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def _probed(folder: Path, *, written: float) -> Path:
    """A copy of the project, written at that time, with a hook that tells where it is built."""
    project = copy_project(folder)
    _replace(project / "mkdocs.yml", "hooks/mkdocs_adapter.py", "hooks/mkdocs_adapter.py, hooks/probe.py")
    shutil.copy(SURROUNDINGS / "probe.py", project / "hooks")
    for path in project.rglob("*"):
        os.utime(path, (written, written))
    return project


def _on(project: Path, machine: Mapping[str, str]) -> Mapping[str, str]:
    """The environment of a build on this machine."""
    home = project.parent / f"home of {project.name}"
    home.mkdir()
    return {**machine, "PYTHONPATH": str(SURROUNDINGS), "HOME": str(home), "TMPDIR": str(home)}

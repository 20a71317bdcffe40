"""A site is built beside the earlier one: killed at any moment, the next build heals it; two at once do not mix."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from guide.site.publish import Workshop, close_workshop, open_workshop, publish
from site_build import PROJECT, build, build_environment, copy_project, files_in

FILES = 40
LOOP = f"""
import os, sys
from pathlib import Path
from guide.site import publish as publishing

site, times, way = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
if way == "unlocked":
    publishing.fcntl = None
for version in range(times):
    workshop = publishing.open_workshop(site)
    for number in range({FILES}):
        (workshop.new / f"{{number}}.txt").write_text(f"{{os.getpid()}} {{version}}")
    if way == "piecemeal":
        for path in workshop.new.iterdir():
            path.rename(site / path.name)
    else:
        publishing.publish(workshop)
    assert [path.read_text() for path in site.iterdir()] == [f"{{os.getpid()}} {{version}}"] * {FILES}
    publishing.close_workshop()
    print(version, flush=True)
"""
"""Publishes one version after another. `piecemeal` and `unlocked` are what no build may do."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site published earlier."""
    _publish(tmp_path / "public" / "site", "earlier")
    return tmp_path / "public" / "site"


@pytest.mark.parametrize(("way", "times"), [("publish", 40), ("unlocked", 400)])
def test_two_builds_at_once_wait_for_each_other(way: str, times: int, folder: Path) -> None:
    with _loop(folder, times, way) as one, _loop(folder, times, way) as other:
        failed = any([one.wait(), other.wait()])
    assert failed is (way == "unlocked")
    assert failed or len(_versions(folder)) == 1


@pytest.mark.parametrize(("way", "kills"), [("publish", 20), ("piecemeal", 1000)])
def test_a_build_killed_at_any_moment_is_healed_by_the_next(way: str, kills: int, folder: Path) -> None:
    assert _stays_whole(folder, way, kills=kills) is (way == "publish")
    _publish(folder, "last")
    assert _versions(folder) == {"last"}
    assert list(folder.parent.iterdir()) == [folder]


def test_the_site_is_put_back_after_a_kill_between_the_renames(folder: Path) -> None:
    folder.rename(_fill(open_workshop(folder), "new").earlier)
    open_workshop(folder)
    assert _versions(folder) == {"earlier"}


def test_the_site_is_put_back_where_the_second_rename_fails(folder: Path) -> None:
    workshop = _fill(open_workshop(folder), "new")
    shutil.rmtree(workshop.new)
    with pytest.raises(OSError, match="new"):
        publish(workshop)
    close_workshop()
    assert _versions(folder) == {"earlier"}


def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder, target_is_directory=True)
    _publish(link, "new")
    assert link.is_symlink()
    assert _versions(link) == {"new"}


def test_a_killed_build_of_the_guide_changes_nothing_and_the_next_one_succeeds(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    (project / "site").mkdir()
    (project / "site/sw.js").write_text("earlier", "utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--strict")
    with subprocess.Popen(command, cwd=project, env=build_environment()) as process:
        while not (project / ".site.build/new/sitemap.xml").exists() and process.poll() is None:
            time.sleep(0.01)
        process.kill()
    assert files_in(project / "site") == {"sw.js": b"earlier"}
    result = build(project)
    assert result.returncode == 0, result.stdout
    assert {"sw.js": b"earlier"}.items().isdisjoint(files_in(project / "site").items())
    assert not (project / ".site.build").exists()


def _stays_whole(folder: Path, way: str, *, kills: int) -> bool:
    """Whether every build killed at some moment leaves what the next one makes a whole site of."""
    moments = random.Random(6)
    for _ in range(kills):
        with _loop(folder, 10**9, way) as process:
            process.stdout.readline()  # type: ignore[union-attr] # it has published once
            time.sleep(moments.uniform(0, 0.01))
            process.kill()
        open_workshop(folder)
        close_workshop()
        if len(_versions(folder)) != 1:
            return False
    return True


def _loop(folder: Path, times: int, way: str) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-c", LOOP, str(folder), str(times), way)
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks")}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _publish(site: Path, version: str) -> None:
    publish(_fill(open_workshop(site), version))
    close_workshop()


def _fill(workshop: Workshop, version: str) -> Workshop:
    for number in range(FILES):
        (workshop.new / f"{number}.txt").write_text(version)
    return workshop


def _versions(site: Path) -> set[str]:
    texts = [path.read_text() for path in site.iterdir()]
    return set(texts if len(texts) == FILES else [])

"""A site is published in one step: killed at any moment, it is the old one or the new one, whole."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from guide.site import publish as publishing
from guide.site.publish import close_workshops, open_workshop, publish
from site_build import PROJECT, Site, build, build_environment, copy_project, files_in

FILES = 60
PATIENCE = 60
"""Seconds until a test gives up; how long anything takes is not tested."""
ONE_STEP = pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="this system needs two steps")
LOOP = f"""
import itertools, os, shutil, sys
from pathlib import Path
from guide.site.publish import close_workshops, open_workshop, publish, replace

def piecemeal(workshop):
    shutil.copytree(workshop.new, workshop.site, dirs_exist_ok=True)

def anew(workshop):
    shutil.rmtree(workshop.site)
    workshop.new.rename(workshop.site)

way = {{each.__name__: each for each in (publish, replace, piecemeal, anew)}}[sys.argv[2]]
for version in itertools.count():
    workshop = open_workshop(Path(sys.argv[1]))
    for number in range({FILES}):
        (workshop.new / f"{{number}}.txt").write_text(f"{{os.getpid()}} {{version}}")
    way(workshop)
    close_workshops()
"""
"""Publishes one version after another, for ever. `piecemeal` and `anew` are what no build may do."""


CHANGED, BUILT = "docs/how-this-guide-is-made.md", "how-this-guide-is-made/index.html"
SENTENCE = "This sentence is new."


class NotWholeError(Exception):
    """A reader found no site, or a mixture."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site published earlier."""
    return _written(tmp_path / "site", "earlier 0")


@ONE_STEP
def test_readers_find_whole_sites_while_two_builds_publish(folder: Path) -> None:
    with _publishing("publish", folder) as one, _publishing("publish", folder) as other:
        both = {str(one.pid), str(other.pid)}
        seen = _seen(folder, lambda seen: len(seen) > 20 and both <= _builders(seen))
    assert len(seen) > 20


@pytest.mark.parametrize("way", ["anew", "piecemeal"])
def test_what_is_not_one_step_is_noticed(way: str, folder: Path) -> None:
    with _publishing(way, folder), pytest.raises(NotWholeError):
        _seen(folder, lambda _: False)


@pytest.mark.parametrize("way", [pytest.param("publish", marks=ONE_STEP), "replace"])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(way: str, folder: Path) -> None:
    moments = random.Random(6)
    for _ in range(15):
        with _publishing(way, folder) as process:
            _wait_for_another(folder, _version(folder))
            time.sleep(moments.uniform(0, 0.01))
        assert process.returncode < 0  # it was killed, and had not failed
        if way == "replace":
            open_workshop(folder)
            close_workshops()
        _version(folder)
    publish(_built(folder, "last 1"))
    close_workshops()
    assert _version(folder) == "last 1"
    assert _names(folder.parent) == ["site"]


def test_a_build_that_fails_leaves_the_earlier_site_and_nothing_else(folder: Path) -> None:
    _built(folder, "failed 1")
    _built(folder, "failed 2")
    close_workshops()
    assert _version(folder) == "earlier 0"
    assert _names(folder.parent) == ["site"]


def test_the_first_site_has_no_earlier_one(tmp_path: Path) -> None:
    publish(_built(tmp_path / "public" / "site", "first 1"))
    close_workshops()
    assert _version(tmp_path / "public" / "site") == "first 1"
    assert _names(tmp_path / "public") == ["site"]


def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder, target_is_directory=True)
    publish(_built(link, "new 1"))
    close_workshops()
    assert link.is_symlink()
    assert _version(link) == "new 1"


def test_a_system_that_cannot_swap_takes_two_steps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_swapped", lambda *_: False)
    publish(_built(folder, "new 1"))
    close_workshops()
    assert _version(folder) == "new 1"
    assert _names(folder.parent) == ["site"]


def test_the_site_is_put_back_after_a_kill_between_the_steps(folder: Path) -> None:
    workshop = _built(folder, "new 1")
    folder.rename(workshop.earlier)
    open_workshop(folder)
    close_workshops()
    assert _version(folder) == "earlier 0"


def test_the_site_is_put_back_where_the_second_step_fails(folder: Path) -> None:
    workshop = _built(folder, "new 1")
    shutil.rmtree(workshop.new)
    with pytest.raises(OSError, match="new"):
        publishing.replace(workshop)
    close_workshops()
    assert _version(folder) == "earlier 0"


def test_a_killed_build_of_the_guide_changes_nothing_and_the_next_one_succeeds(site: Site, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    shutil.copytree(site.folder, project / "site")
    with (project / CHANGED).open("a", encoding="utf-8") as page:
        page.write(f"\n{SENTENCE}\n")
    earlier, new = files_in(project / "site"), project / ".site.build/new"
    for has_come_far in (lambda: (new / "index.html").exists(), lambda: (new / "sw.js").exists()):
        _kill_build(project, has_come_far)
        after = files_in(project / "site")
        assert after == earlier or SENTENCE in after[BUILT].decode("utf-8")
        assert after.keys() == earlier.keys()
    result = build(project)
    assert result.returncode == 0, result.stdout
    changed = files_in(project / "site")
    assert SENTENCE in changed[BUILT].decode("utf-8")
    assert changed.keys() == earlier.keys()
    assert not new.parent.exists()


@contextmanager
def _publishing(way: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that publishes for ever, until it is killed."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks")}
    with subprocess.Popen((sys.executable, "-c", LOOP, str(folder), way), env=environment) as process:
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def _kill_build(project: Path, has_come_far: Callable[[], bool]) -> None:
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")
    with subprocess.Popen(command, cwd=project, env=build_environment()) as process:
        _wait(lambda: has_come_far() or process.poll() is not None)
        process.kill()


def _seen(folder: Path, enough: Callable[[set[str]], bool]) -> set[str]:
    """The versions that a reader finds, again and again. NotWholeError where it finds anything else."""
    found: set[str] = set()

    def look() -> bool:
        found.add(_version(folder))
        return enough(found)

    _wait(look)
    return found


def _version(folder: Path) -> str:
    """The version of every file; all are read from one folder, whatever takes its place meanwhile."""
    while True:
        try:
            opened = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:
            raise NotWholeError("there is no site") from None
        try:
            texts = _texts(opened)
            if len(texts) == FILES and len(set(texts)) == 1:
                return texts[0]
            if _is_published(opened, folder):
                raise NotWholeError(f"{len(texts)} files of the versions {sorted(set(texts))}")
        finally:
            os.close(opened)


def _texts(folder: int) -> list[str]:
    found = []
    for number in range(FILES):
        try:
            with open(f"{number}.txt", opener=lambda name, flags: os.open(name, flags, dir_fd=folder)) as file:
                found.append(file.read())
        except FileNotFoundError:
            continue
    return found


def _is_published(opened: int, folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(opened), folder.stat())
    except FileNotFoundError:
        return True


def _builders(versions: set[str]) -> set[str]:
    return {each.partition(" ")[0] for each in versions}


def _wait_for_another(folder: Path, version: str) -> None:
    def has_come() -> bool:
        with suppress(NotWholeError):
            return _version(folder) != version
        return False

    _wait(has_come)


def _written(folder: Path, version: str) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(version)
    return folder


def _built(folder: Path, version: str) -> publishing.Workshop:
    workshop = open_workshop(folder)
    _written(workshop.new, version)
    return workshop


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            pytest.fail("waited in vain", pytrace=False)

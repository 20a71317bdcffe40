"""`mkdocs serve` while somebody edits: mistakes are shown on the page and in the terminal, repairs heal the page."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from site_build import SITE_URL, build_environment, copy_project, run
from site_fixtures import Visit

PATIENCE = 90
"""Seconds until a test gives up; how long anything takes is not tested."""
OLD, NEW = "name: Wall sit", "name: Sitting against a wall"
BROKEN = "name: [Wall sit"
SOUND = "Wall sit</h1>"


@dataclass(frozen=True)
class Preview:
    """A running `mkdocs serve`."""

    project: Path
    address: str
    output: Path
    process: subprocess.Popen[bytes]

    def page(self) -> str:
        """The wall sit's page; empty while nobody answers."""
        return _read(f"{self.address}exercises/wall-sit/")

    def printed(self) -> str:
        return self.output.read_text("utf-8")


@pytest.fixture(scope="module")
def preview(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The real project in a folder of its own, previewed. Every test leaves it sound."""
    folder = tmp_path_factory.mktemp("preview")
    project, port = copy_project(folder / "guide"), _free_port()
    with (folder / "output").open("wb") as output:
        command = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
        settings = build_environment(**{SITE_URL: "https://preview.example/", "TMPDIR": str(folder)})
        process = subprocess.Popen(command, cwd=project, env=settings, stdout=output, stderr=subprocess.STDOUT)
        preview = Preview(project, f"http://127.0.0.1:{port}/", folder / "output", process)
        try:
            wait(lambda: SOUND in preview.page(), preview)
            yield preview
        finally:
            process.terminate()
            process.wait()


@pytest.mark.parametrize(("name", "sound", "broken"), [
    pytest.param("data/exercises/wall-sit.yml", OLD, BROKEN, id="data"),
    pytest.param("data/routines/first-steps.yml", "warm_up: five-minutes", "warm_up: six-minutes", id="reference"),
    pytest.param("hooks/guide/pages/templates/muscles.html.jinja", "endfor", "endfur", id="template"),
    pytest.param("docs/before-you-start.md", "insert: ask-first", "insert: ask-frist", id="insert"),
    pytest.param("docs/before-you-start.md", "(exercises/index.md)", "(exercises/idnex.md)", id="link"),
    pytest.param("overrides/main.html", "{% endblock %}", "{% endblok %}", id="override"),
    pytest.param("mkdocs.yml", "strict: true", "strict: perhaps", id="settings"),
])  # fmt: skip
def test_a_mistake_is_shown_until_it_is_repaired(name: str, sound: str, broken: str, preview: Preview) -> None:
    epoch, seen = _epoch(preview.page()), len(preview.printed())
    with _changed(preview.project / name, sound, broken):
        wait(lambda: _problems(preview.page()) != "", preview)
        page, told = preview.page(), int(_read(f"{preview.address}livereload/{epoch}/1"))
    wait(lambda: SOUND in preview.page() and not _problems(preview.page()), preview)
    assert SOUND in page
    assert all(line.strip() in preview.printed()[seen:] for line in _problems(page).splitlines())
    assert told > epoch


def test_the_page_shows_what_the_check_prints(preview: Preview) -> None:
    with _changed(preview.project / "data/exercises/wall-sit.yml", OLD, BROKEN):
        wait(lambda: _problems(preview.page()) != "", preview)
        shown, checked = _problems(preview.page()), run(preview.project, "hooks", "check").stdout
    wait(lambda: SOUND in preview.page() and not _problems(preview.page()), preview)
    assert re.match(r"data/exercises/wall-sit\.yml:\d+:\d+: ", checked)
    assert shown.endswith(checked.strip())


def test_a_change_is_shown_and_browsers_are_told(preview: Preview) -> None:
    epoch = _epoch(preview.page())
    with _changed(preview.project / "data/exercises/wall-sit.yml", OLD, NEW):
        wait(lambda: "Sitting against a wall</h1>" in preview.page(), preview)
        told = int(_read(f"{preview.address}livereload/{epoch}/2"))
    wait(lambda: SOUND in preview.page(), preview)
    assert told > epoch


def test_an_open_page_reloads_itself_under_its_policy(preview: Preview, visit: Visit) -> None:
    page = visit(f"{preview.address}exercises/wall-sit/")
    complaints: list[str] = []
    page.on("console", lambda each: complaints.append(each.text) if "Content Security Policy" in each.text else None)
    page.reload()
    with _changed(preview.project / "data/exercises/wall-sit.yml", OLD, NEW):
        expect(page.locator("h1")).to_have_text("Sitting against a wall", timeout=PATIENCE * 1000)
    expect(page.locator("h1")).to_have_text("Wall sit", timeout=PATIENCE * 1000)
    with _changed(preview.project / "data/exercises/wall-sit.yml", OLD, BROKEN):
        expect(page.get_by_role("alert")).to_contain_text("data/exercises/wall-sit.yml:", timeout=PATIENCE * 1000)
    expect(page.get_by_role("alert")).to_have_count(0, timeout=PATIENCE * 1000)
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    assert not complaints


@contextmanager
def _changed(file: Path, old: str, new: str) -> Iterator[None]:
    """The file with one place changed, and then as it was."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    try:
        yield
    finally:
        file.write_text(text, "utf-8")


def _problems(page: str) -> str:
    """What the page shows on top of itself; empty where it shows nothing."""
    found = re.search(r'<div id="guide-problems"[^>]*>(.*?)</div>', page, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""


def _epoch(page: str) -> int:
    """Which build the page belongs to, as MkDocs writes it at the page's end."""
    found = re.search(r"livereload\((\d+), \d+\)", page)
    assert found
    return int(found[1])


def _read(address: str) -> str:
    """What the address answers; empty while it does not."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def wait(condition: Callable[[], bool], preview: Preview) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if preview.process.poll() is not None or time.monotonic() > end:
            pytest.fail(f"waited in vain; the preview printed:\n{preview.printed()}", pytrace=False)
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])

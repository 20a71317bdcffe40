"""From an edit to the browser under a preview, in a real browser: `make bench what=serve sizes="14 1000"`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from bench.runs import BUILD, environment, project_with, run
from installed_browser import REMEDY, find_browser
from site_fixtures import LAUNCH, opened

EXERCISE = "wall-sit"
EDITS = 5
HOST = "127.0.0.1:8137"
PATIENCE = 900  # seconds
REST, IDLE = 3, 0.05
"""Seconds without work, but for this share of them: looking for changed files."""


def main(sizes: list[int]) -> None:
    """One sentence is changed again and again while its page is open."""
    browser = find_browser()
    if browser is None:
        raise SystemExit(REMEDY)
    for size in sizes:
        folder = project_with(size)
        run(BUILD, folder)  # which also prints the PDFs
        with sync_playwright() as playwright, _preview(folder) as (first, preview):
            chromium = playwright.chromium.launch(executable_path=browser, args=LAUNCH)
            with opened(chromium) as page:
                page.goto(f"http://{HOST}/exercises/{EXERCISE}/")
                taken = [_edit(folder, page, number, preview) for number in range(EDITS)]
            chromium.close()
        seen = f"{median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f})"
        print(f"{size} exercises: first page after {first:.1f} s, an edit seen after {seen}", flush=True)  # noqa: T201


def _edit(folder: Path, page: Page, number: int, preview: int) -> float:
    """Seconds from saving the file to seeing its new words, once handouts of the edit before are printed and shown."""
    _rest(preview)
    path = folder / "data" / "exercises" / f"{EXERCISE}.yml"
    words = f"Edit number {number} of this summary."
    lines = path.read_text("utf-8").splitlines()
    changed = [f"summary: {words}" if line.startswith("summary:") else line for line in lines]
    start = perf_counter()
    path.write_text("\n".join([*changed, ""]), "utf-8")
    page.get_by_text(words).first.wait_for(timeout=1000 * PATIENCE)
    return perf_counter() - start


def _rest(process: int) -> None:
    """Wait until it has nothing left to do."""
    worked, before = _worked(process), -1.0
    while worked - before > IDLE * REST:
        sleep(REST)
        worked, before = _worked(process), worked


def _worked(process: int) -> float:
    """Seconds of the processor so far, as Linux tells them."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _preview(folder: Path) -> Iterator[tuple[float, int]]:
    """A running preview: seconds until it first answered, and its process."""
    start = perf_counter()
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", HOST)
    settings = {**environment(), "GUIDE_SITE_URL": f"http://{HOST}/"}
    process = subprocess.Popen(command, cwd=folder, env=settings)
    try:
        while not _answers():
            if process.poll() is not None or perf_counter() - start > PATIENCE:
                raise SystemExit("the preview did not come up")
            sleep(0.05)
        yield perf_counter() - start, process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _answers() -> bool:
    try:
        with urlopen(f"http://{HOST}/"):
            return True
    except URLError:
        return False


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [14])

"""From an edit to the browser under `mkdocs serve`, in a real browser. `make bench what=serve sizes="14 1000"`."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from bench.command import options_of, tell
from bench.measure import end_group, group_cpu, group_memory
from bench.projects import environment, project_with
from bench.stages import build
from browser import REMEDY, find_browser
from site_fixtures import LAUNCH, opened

EXERCISE = "wall-sit"
EDITS = 5
PATIENCE = 900.0  # seconds
REST, IDLE = 3.0, 0.05
"""Seconds without work, but for this share of them: looking for changed files."""
HEAD = (
    "| exercises | from start to first page s | from saving to the browser s: median (from to) | edits | memory MB |",
    "| --: | --: | --: | --: | --: |",
)


def main() -> int:
    """0 where every edit came through."""
    options, browser = options_of("Measure how long an edit takes to the browser.", sizes=[14]), find_browser()
    if browser is None:
        raise SystemExit(REMEDY)
    tell("serve", f"One sentence of {EXERCISE}.yml is changed while its page is open.", "", *HEAD, fresh=True)
    for size in options.sizes:
        folder = project_with(size, options.project)
        if failure := build(folder, options.project).failure:  # which also prints the PDFs
            raise SystemExit(failure)
        with sync_playwright() as playwright, _preview(folder, options.project) as (address, first, group):
            chromium = playwright.chromium.launch(executable_path=browser, args=LAUNCH)
            with opened(chromium) as page:
                page.goto(f"{address}exercises/{EXERCISE}/")
                path = folder / "data" / "exercises" / f"{EXERCISE}.yml"
                taken = [_edit(path, page, number, group) for number in range(EDITS)]
            tell("serve", _row(size, first, taken, group))
            chromium.close()
    return 0


def _row(size: int, first: float, taken: list[float], group: int) -> str:
    spread = f"{median(taken):.2f} ({min(taken):.2f} to {max(taken):.2f})"
    return f"| {size} | {first:.1f} | {spread} | {len(taken)} | {group_memory(group) / 1e6:.0f} |"


def _edit(path: Path, page: Page, number: int, group: int) -> float:
    """Seconds from saving the file to seeing its new words; handouts of the edit before are printed and shown then."""
    _rest(group)
    lines = path.read_text("utf-8").splitlines()
    words = f"Edit number {number} of this summary."
    changed = [f"summary: {words}" if line.startswith("summary:") else line for line in lines]
    start = perf_counter()
    path.write_text("\n".join([*changed, ""]), "utf-8")
    page.get_by_text(words).first.wait_for(timeout=1000 * PATIENCE)
    return perf_counter() - start


def _rest(group: int) -> None:
    """Wait until the server has nothing left to do."""
    worked, before = group_cpu(group), -1.0
    while worked - before > IDLE * REST:
        sleep(REST)
        worked, before = group_cpu(group), worked


@contextmanager
def _preview(folder: Path, project: Path) -> Iterator[tuple[str, float, int]]:
    """Address of a running preview, seconds until it first answered, and its process group."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{found.getsockname()[1]}"
    start = perf_counter()
    settings = {**environment(project), "GUIDE_SITE_URL": f"http://{host}/"}
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", host)
    process = subprocess.Popen(command, cwd=folder, env=settings, start_new_session=True)
    try:
        _wait_for(f"http://{host}/", process)
        yield f"http://{host}/", perf_counter() - start, process.pid
    finally:
        end_group(process.pid, signal.SIGTERM)
        process.wait()


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = monotonic() + PATIENCE
    while monotonic() < end and process.poll() is None:
        try:
            with urlopen(address):
                return
        except URLError:
            sleep(0.05)
    raise RuntimeError("the preview did not come up")


if __name__ == "__main__":
    raise SystemExit(main())

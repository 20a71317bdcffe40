"""Runs `mkdocs build` here and notes every millisecond in which stage it is: `python -m bench.sampled <json>`.

A stage is found by the files and functions on the stack, so nothing of what is measured is changed or wrapped, and
builds of other checkouts can be measured as well. By the clock, what other processes do counts for whoever waits.
"""

from __future__ import annotations

import json
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, process_time
from types import FrameType

INTERVAL = 0.001  # seconds

STAGES: tuple[tuple[str, str, str], ...] = (
    ("start", "importlib", "_find_and_load"),
    ("finish (stylesheet, offline)", "hooks/generate.py", "on_post_build"),
    ("read YAML", "hooks/guide/source.py", ""),
    ("check figures", "hooks/guide/posing.py", ""),
    ("validate", "hooks/guide/load.py", ""),
    ("PDFs", "hooks/guide/downloads.py", ""),
    ("PDFs", "hooks/guide/handout/", ""),
    ("draw", "hooks/guide/figure/", ""),
    ("draw", "hooks/guide/drawings.py", ""),
    ("draw", "hooks/guide/share.py", ""),
    ("search index", "hooks/guide/search_index.py", ""),
    ("templates", "hooks/guide/once.py", ""),  # of the theme, around bodies
    ("templates", "hooks/guide/security_policy.py", ""),
    ("render bodies", "hooks/guide/", ""),
    ("hand over", "hooks/generate.py", ""),
    ("search index", "/search/", ""),
    ("Markdown", "/markdown/core.py", "convert"),
    ("templates", "mkdocs/commands/build.py", "_build_page"),
    ("templates", "mkdocs/commands/build.py", "_build_theme_template"),
    ("read pages", "mkdocs/commands/build.py", "_populate_page"),
    ("navigation", "mkdocs/structure/nav.py", "get_navigation"),
    ("copy files", "mkdocs/structure/files.py", "copy_static_files"),
    ("start", "mkdocs/config/base.py", "load_config"),
)
"""Stage, part of a file's path, function; the first whose place is anywhere on the stack counts."""
OTHER, ELSEWHERE = "other of MkDocs", "drawing and printing in other processes"
OWN = ("read YAML", "check figures", "validate", "draw", "render bodies", ELSEWHERE)
"""Load, validate, draw, render bodies: our own work."""


class Sampler:
    """Seconds by stage, by the clock and of the processor; a tick adds those since the last to the stage it finds."""

    def __init__(self) -> None:
        self.wall: defaultdict[str, float] = defaultdict(float)
        self.cpu: defaultdict[str, float] = defaultdict(float)
        self._ranks: dict[object, int] = {}
        self._last = perf_counter(), process_time()

    def tick(self, _number: int, frame: FrameType | None) -> None:
        now, stage = (perf_counter(), process_time()), self._stage(frame)
        self.wall[stage] += now[0] - self._last[0]
        self.cpu[stage] += now[1] - self._last[1]
        self._last = now

    def _stage(self, frame: FrameType | None) -> str:
        best = min((self._rank(each) for each in _stack(frame)), default=len(STAGES))
        return STAGES[best][0] if best < len(STAGES) else OTHER

    def _rank(self, frame: FrameType) -> int:
        code = frame.f_code
        if code not in self._ranks:
            path = code.co_filename.replace("\\", "/")
            places = (i for i, (_, part, name) in enumerate(STAGES) if part in path and name in ("", code.co_name))
            self._ranks[code] = next(places, len(STAGES))
        return self._ranks[code]


def _stack(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def main(report: Path, arguments: list[str]) -> None:
    """Build with these arguments, and write seconds by stage even if the build fails."""
    sampler = Sampler()
    signal.signal(signal.SIGALRM, sampler.tick)
    signal.setitimer(signal.ITIMER_REAL, INTERVAL, INTERVAL)
    try:
        from mkdocs.__main__ import cli  # here, so that its imports count

        cli(["build", *arguments])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sampler.tick(0, None)
        used = getrusage(RUSAGE_CHILDREN)
        sampler.cpu[ELSEWHERE] += used.ru_utime + used.ru_stime
        sampler.wall[ELSEWHERE] += 0.0
        report.write_text(json.dumps({each: (sampler.wall[each], sampler.cpu[each]) for each in sampler.wall}), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

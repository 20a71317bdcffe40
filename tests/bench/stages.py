"""Where the time of one build goes, by our own packages and those of others: `make profile sizes="14 1000"`.

Every millisecond of the processor it is noted whose code runs: the innermost on the stack of what is ours, the theme's,
or a generator's. So nothing of what is measured is changed.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from collections import Counter
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time
from types import FrameType

from bench.runs import BUILD, project_with, run

INTERVAL = 0.001  # seconds
OTHER, ELSEWHERE = "Python and other libraries", "other processes: drawing, printing"
_WHOSE = re.compile(
    r".*/hooks/(?P<ours>guide/\w+|\w+)"
    r"|.*/(?P<theme>overrides|material/templates)/"
    r"|.*/site-packages/(?P<others>mkdocs/\w+|material|markdown)"
)


class Sampler:
    """Seconds by whose code it is; a tick adds those since the last."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._last = process_time()

    def tick(self, _number: int, frame: FrameType | None) -> None:
        now = process_time()
        self.seconds[whose(frame)] += now - self._last  # type: ignore[assignment]
        self._last = now


def whose(frame: FrameType | None) -> str:
    """The innermost of ours, the theme or a generator."""
    while frame is not None:
        if found := _WHOSE.match(frame.f_code.co_filename):
            return "templates of the theme" if found["theme"] else found["ours"] or found["others"]
        frame = frame.f_back
    return OTHER


def sample(report: Path) -> None:
    """Build here, and write the seconds even if the build fails."""
    sampler = Sampler()
    signal.signal(signal.SIGPROF, sampler.tick)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        from mkdocs.__main__ import cli  # here, so that its imports count

        cli(["build", "--quiet", "--strict"])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        used = getrusage(RUSAGE_CHILDREN)
        report.write_text(json.dumps({**sampler.seconds, ELSEWHERE: used.ru_utime + used.ru_stime}), "utf-8")


def rows(seconds: dict[str, float]) -> list[str]:
    """The table, what takes longest first."""
    whole = sum(seconds.values())
    longest = sorted(seconds.items(), key=lambda item: -item[1])
    lines = (f"| {name} | {taken:.2f} | {taken / whole:.1%} |" for name, taken in longest)
    return ["| whose code | CPU s | share |", "| --- | --: | --: |", *lines, f"| whole build | {whole:.2f} | |"]


def main(sizes: list[int]) -> None:
    """A build beforehand keeps drawings and PDFs."""
    for size in sizes:
        folder = project_with(size)
        run(BUILD, folder)
        run((sys.executable, "-m", "bench.stages", "--sample"), folder)
        seconds = json.loads((folder / "stages.json").read_text("utf-8"))
        print(f"\n{size} exercises\n", *rows(seconds), sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    if sys.argv[1:] == ["--sample"]:
        sample(Path("stages.json"))
    else:
        main([int(size) for size in sys.argv[1:]] or [14])

"""Runs one command with a limit and says what it took: wall time, CPU time and memory of it and all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

PROCESSES = Path("/proc")
KILOBYTE = 1024
EVERY = 0.1  # seconds between two looks at the memory


@dataclass(frozen=True)
class Run:
    """What one run took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, of the system's too and of all its processes together."""
    peak: int
    """Bytes: the largest of its processes at its largest, or all of them together where that was seen to be more."""
    failure: str = ""
    """Why it counts for nothing, such as its last line of output."""


def run(command: Sequence[str], folder: Path, limit: float, environment: Mapping[str, str]) -> Run:
    """Run the command to its end, or kill it and its children after so many seconds."""
    output = folder / ".bench-output"
    start = perf_counter()
    with output.open("wb") as file:
        process = subprocess.Popen(
            command, cwd=folder, env=dict(environment), stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )
    watch = _Watch(process.pid, limit)
    watch.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:  # such as Ctrl+C, which does not reach a group of its own
        end_group(process.pid)
        raise
    wall = perf_counter() - start
    watch.ended.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
    failure = _failure(process.returncode, limit if watch.late else None, output)
    output.unlink()
    return Run(wall, used.ru_utime + used.ru_stime, max(used.ru_maxrss * KILOBYTE, watch.peak), failure)


def _failure(code: int, limit: float | None, output: Path) -> str:
    if limit is not None:
        return f"stopped after {limit:.0f} s"
    lines = output.read_text("utf-8", errors="replace").strip().splitlines()
    return f"ended with {code}: {lines[-1] if lines else 'no output'}" if code else ""


class _Watch(Thread):
    """Adds up the memory of a process group now and then, and kills it once it is late."""

    def __init__(self, group: int, limit: float) -> None:
        super().__init__(daemon=True)
        self.ended, self.late, self.peak = Event(), False, 0
        self._group, self._limit = group, limit

    def run(self) -> None:
        end = perf_counter() + self._limit
        while not self.ended.wait(EVERY):
            self.peak = max(self.peak, group_memory(self._group))
            if perf_counter() > end:
                self.late = True
                end_group(self._group)
                return


def end_group(group: int, how: int = signal.SIGKILL) -> None:
    """End a process group that was started here, if it is still there."""
    with suppress(ProcessLookupError):
        os.killpg(group, how)


def group_memory(group: int) -> int:
    """Bytes in use by all processes of the group; pages that several share count once for each. 0 where unknown."""
    return sum(int(fields[21]) for fields in _stats(group)) * os.sysconf("SC_PAGE_SIZE")


def group_cpu(group: int) -> float:
    """Seconds of processor time of the group's processes, and of children that have ended. 0 where unknown."""
    return sum(sum(map(int, fields[11:15])) for fields in _stats(group)) / os.sysconf("SC_CLK_TCK")


def _stats(group: int) -> Iterator[list[str]]:
    """What Linux tells of each process of the group, from its state on."""
    for stat in PROCESSES.glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text("utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[2]) == group:
                yield fields

"""Runs commands for measuring, and the folders that they run in: copies of this checkout with generated data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from site_build import PROJECT, build_environment, copy_project

WORK = PROJECT / ".cache" / "bench"
BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")


@dataclass(frozen=True)
class Run:
    """What one run took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, of all its processes together."""
    peak: int
    """Bytes that the largest of its processes had at its largest."""


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run the command to its end; CalledProcessError where it fails."""
    start = perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def environment() -> Mapping[str, str]:
    """For every command: our own modules, and no banner."""
    path = os.pathsep.join(("hooks", str(PROJECT / "tests")))  # the hooks of the folder where it runs
    return build_environment(PYTHONPATH=path, NO_MKDOCS_2_WARNING="1", PYTHONDONTWRITEBYTECODE="1")


def project_with(count: int) -> Path:
    """A copy of this checkout with so many exercises; what it has kept in its `.cache` before stays."""
    folder, fresh = WORK / str(count), WORK / f"{count}-fresh"
    WORK.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(copy_project(fresh) / "data")
    if (folder / ".cache").exists():
        shutil.rmtree(fresh / ".cache", ignore_errors=True)  # what the copy brought from this checkout
        (folder / ".cache").rename(fresh / ".cache")
    run((sys.executable, "-m", "bench.generated", str(count), "data", PROJECT / "data"), fresh)
    shutil.rmtree(folder, ignore_errors=True)
    return fresh.rename(folder)

"""Folders that a run of the tests fills once, in whichever of its processes asks first. Knows not what is in them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def filled_once(factory: pytest.TempPathFactory, name: str, fill: Callable[[Path], object]) -> Path:
    """The folder of this name in the run's own; `fill` gets a path where nothing is, and others wait for it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return _filled(base / name, fill)
    with _alone(base.parent / f"{name}.lock"):
        return _filled(base.parent / name, fill)


def _filled(folder: Path, fill: Callable[[Path], object]) -> Path:
    done = folder.with_name(f"{folder.name}.done")
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)  # what a failure has left
        fill(folder)
        done.touch()
    return folder


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    import fcntl  # not on Windows, where the tests run in one process

    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # ends with the process, however that ends
        yield

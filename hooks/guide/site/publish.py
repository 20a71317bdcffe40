"""Puts a finished folder in the place of the earlier one. Knows folders, not what is in them.

A site is built in a workshop beside it. When all is there, two renames exchange the two; the next build heals what one
killed between them has left. One build at a time has the workshop, and others wait for it. A system without `fcntl`
(Windows) does not keep them apart: there, let one build end before another begins.
"""

from __future__ import annotations

import atexit
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

try:
    import fcntl
except ModuleNotFoundError:
    fcntl = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Workshop:
    """Where a site is being built."""

    site: Path
    folder: Path
    lock: int | None
    """The folder, opened; the system closes it for a build that is killed, and so lets the next one have it."""

    @property
    def new(self) -> Path:
        return self.folder / "new"

    @property
    def earlier(self) -> Path:
        return self.folder / "earlier"


_opened: list[Workshop] = []
"""The one of this process, while it builds. After a build that failed, a preview opens it again."""


def open_workshop(site: Path) -> Workshop:
    """An empty place to build the site in, after healing what a killed build has left."""
    close_workshop()
    site = site.resolve()  # where it is a link, the link stays
    folder = site.with_name(f".{site.name}.build")
    workshop = Workshop(site, folder, _lock(folder))
    _opened.append(workshop)
    if workshop.earlier.exists() and not site.exists():
        workshop.earlier.rename(site)
    _empty(workshop)
    workshop.new.mkdir()
    return workshop


def publish(workshop: Workshop) -> None:
    """Put what was built in the place of the earlier site, which stays where the system does not let it: OSError."""
    if workshop.site.exists():
        workshop.site.rename(workshop.earlier)
    try:
        workshop.new.rename(workshop.site)
    except OSError:
        if workshop.earlier.exists():
            workshop.earlier.rename(workshop.site)
        raise


@atexit.register
def close_workshop() -> None:
    """Delete what is left in the workshop of this process, and let other builds have it."""
    while _opened:
        workshop = _opened.pop()
        with suppress(OSError):  # what cannot be deleted now, the next build deletes, or says why not
            _empty(workshop)
            workshop.folder.rmdir()
        if workshop.lock is not None:
            os.close(workshop.lock)


def _empty(workshop: Workshop) -> None:
    for folder in (workshop.new, workshop.earlier):
        if folder.exists() and (folder == workshop.new or workshop.site.exists()):
            shutil.rmtree(folder)


def _lock(folder: Path) -> int | None:
    """Make the folder and have it alone. Who waited for a build that then deleted it begins again."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        if fcntl is None:
            return None
        with suppress(FileNotFoundError):
            opened = os.open(folder, os.O_RDONLY)
            fcntl.flock(opened, fcntl.LOCK_EX)
            if folder.exists() and os.path.samestat(os.fstat(opened), folder.stat()):
                return opened
            os.close(opened)

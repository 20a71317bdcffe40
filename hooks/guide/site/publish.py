"""Puts a finished folder in the place of the earlier one, in one step. Knows folders, not what is in them.

A site is built in a workshop beside it; then the two change places. On Linux and macOS the system does that at once.
Elsewhere it takes two renames, and where a build is killed between them, the next one puts the earlier site back.
"""

from __future__ import annotations

import atexit
import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SWAP = 2
"""RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS."""
_HERE = -100
"""AT_FDCWD: a path counts from the working folder."""
_CANNOT_SWAP = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a system or a file system answers that cannot let folders change places."""


@dataclass(frozen=True)
class Workshop:
    """Where a site is being built. Only one build at a time has it; others wait."""

    site: Path
    folder: Path
    lock: int
    """An open file, which the system closes for a build that is killed."""

    @property
    def new(self) -> Path:
        return self.folder / "new"

    @property
    def earlier(self) -> Path:
        return self.folder / "earlier"


_opened: dict[Path, Workshop] = {}
"""Workshops of this process by their sites. A preview uses its own again after a build that failed."""


def open_workshop(site: Path) -> Workshop:
    """An empty place to build the site in, after mending what a killed build has left."""
    site = site.resolve()  # where it is a link, the link stays
    folder = site.with_name(f".{site.name}.build")
    workshop = _opened.get(site) or Workshop(site, folder, _locked(folder))
    _opened[site] = workshop
    if workshop.earlier.exists() and not site.exists():
        workshop.earlier.rename(site)
    _empty(workshop)
    workshop.new.mkdir()
    return workshop


def publish(workshop: Workshop) -> None:
    """Put what was built in the place of the earlier site. OSError where the system does not let it."""
    if not workshop.site.exists():
        workshop.new.rename(workshop.site)
    elif not _swapped(workshop.new, workshop.site):
        replace(workshop)


def replace(workshop: Workshop) -> None:
    """The same in two steps, for systems that cannot do it in one."""
    workshop.site.rename(workshop.earlier)
    try:
        workshop.new.rename(workshop.site)
    except OSError:
        workshop.earlier.rename(workshop.site)
        raise


@atexit.register
def close_workshops() -> None:
    """Delete what is left in the workshops of this process, and let other builds have them; at its end by itself."""
    while _opened:
        _, workshop = _opened.popitem()
        _empty(workshop)
        with suppress(OSError):  # a build that waits may hold it, and needs it then
            _lock_file(workshop.folder).unlink()
            workshop.folder.rmdir()
        os.close(workshop.lock)


def _empty(workshop: Workshop) -> None:
    for folder in (workshop.new, workshop.earlier):
        if folder.exists():
            shutil.rmtree(folder)


def _swapped(one: Path, other: Path) -> bool:
    """Whether the two could change places, and so did."""
    system = ctypes.CDLL(None, use_errno=True) if sys.platform in ("linux", "darwin") else None
    paths = os.fsencode(one), os.fsencode(other)
    if call := getattr(system, "renameat2", None):
        failed = call(_HERE, paths[0], _HERE, paths[1], _SWAP)
    elif call := getattr(system, "renamex_np", None):
        failed = call(*paths, _SWAP)
    else:
        return False
    code = ctypes.get_errno()
    if failed and code not in _CANNOT_SWAP:
        raise OSError(code, os.strerror(code), str(other))
    return not failed


def _locked(folder: Path) -> int:
    """The lock of the workshop, as soon as no other build holds it."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # the build before has just tidied up
            lock = os.open(_lock_file(folder), os.O_RDWR | os.O_CREAT)
            _wait_for(lock)
            if _is_still_there(lock, folder):
                return lock
            os.close(lock)


def _lock_file(folder: Path) -> Path:
    return folder / "lock"


def _is_still_there(lock: int, folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), _lock_file(folder).stat())
    except FileNotFoundError:
        return False


def _wait_for(lock: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock, msvcrt.LK_LOCK, 1)  # gives up after ten seconds
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)

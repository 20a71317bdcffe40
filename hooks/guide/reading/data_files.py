"""What lies in the data folder, and its bytes: plain files only, links never followed, all bounded. Reads no YAML."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from guide.model.entry import is_address
from guide.model.kinds import kind_of
from guide.problems.excerpt import line_of
from guide.problems.problem import Problem

MOST_FILES = 5000
"""In one folder."""
_SHOWN = 1_000_000
"""Bytes of a file of which lines are shown."""
_DEEPEST = 3
"""Folders below the data folder that are looked into."""
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link is refused also where it came after it was looked for, and a pipe does not wait for somebody to write."""


def entries(folder: Path, label: str) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The YAML files in a folder, sorted, but for hidden ones; none, and why, where it is not to be looked into."""
    found, problems = list_folder(folder, label)
    paths = tuple(path for path in found if path.name.endswith(".yml") and not path.name.startswith("."))
    if len(paths) > MOST_FILES:
        hint = "take out what does not belong there"
        return (), (Problem(label, 1, 1, f"the folder holds more than {MOST_FILES} files", hint),)
    return paths, problems


def content(path: Path, label: str, *, most: int) -> bytes | Problem:
    """The first `most` bytes of a plain file, or why there are none."""
    if path.is_symlink():
        return _not_plain(label)
    try:
        descriptor = os.open(path, _OPEN)
    except OSError as error:
        return _why_closed(path, label, error)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return _not_plain(label)
    with os.fdopen(descriptor, "rb") as file:
        return file.read(most)


def line_at(folder: Path, path: str, number: int) -> str | None:
    """A line of a file in the data folder or beside it, as it is now; of what nothing reads, no line is shown."""
    inside = path.removeprefix(f"{folder.name}/")
    if inside != path and not (kind_of(inside) and is_address(Path(inside).stem)):
        return None
    data = content(folder.parent / path, path, most=_SHOWN)
    return None if isinstance(data, Problem) else line_of(data, number)


def list_folder(folder: Path, label: str) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """What lies in a folder, sorted; nothing, and why, where it cannot be looked into."""
    if folder.is_symlink():
        return (), (folder_is_a_link(label),)
    try:
        paths = tuple(sorted(folder.iterdir()))
        for path in paths[:1]:
            path.lstat()  # there are folders whose names can be read, and nothing else
        return paths, ()
    except (FileNotFoundError, NotADirectoryError):
        return (), ()
    except OSError as error:
        return (), (_unreadable(label, "folder", error),)


def folder_is_a_link(label: str) -> Problem:
    """Nobody follows it."""
    return Problem(label, 1, 1, "the folder is a link", "put a folder of this name there, with the files in it")


def everything(folder: Path) -> Iterator[Path]:
    """What lies below a folder, without its hidden files; a folder only where it is too deep to be looked into."""
    waiting = [(folder, 0)]
    while waiting:
        inside, depth = waiting.pop()
        for path in list_folder(inside, "")[0]:
            if path.name.startswith("."):
                continue
            if depth < _DEEPEST and path.is_dir() and not path.is_symlink():
                waiting.append((path, depth + 1))
            else:
                yield path


def _why_closed(path: Path, label: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(label, 1, 1, "the file is missing", "put a file of this name there")
    return _unreadable(label, "file", error) if path.is_file() else _not_plain(label)


def _not_plain(label: str) -> Problem:
    return Problem(label, 1, 1, "the file is not a plain file", "put a file of this name there")


def _unreadable(label: str, what: str, error: OSError) -> Problem:
    reason = str(error.strerror).lower()
    return Problem(label, 1, 1, f"the {what} cannot be read ({reason})", "give yourself the right to read it")

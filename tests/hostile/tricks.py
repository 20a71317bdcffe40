"""What a table cannot hold: links, pipes, folders, names that are no text. Each plants itself in a data folder."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

Trick = Callable[[Path], None]

NOT_PLAIN = "the file is not a plain file: put a file of this name there."
NO_ADDRESS = "use small letters, digits and single hyphens, such as reverse-lunge.yml."
ADDRESS = "the file's name cannot be an address: " + NO_ADDRESS
LARGE = "the file is larger than 256 kilobytes: split it, or take out what does not belong there."
LINK = "the folder is a link: put a folder of this name there, with the files in it."
UNREADABLE = "cannot be read (permission denied): give yourself the right to read it."
MORE = "there are more problems in this file: mend those above first."
STRAY = "nothing reads this file: name it <id>.yml in exercises or routines, or take it out of data."
FULL = "the folder holds more than 5000 files: take out what does not belong there."


def link(name: str, end: str) -> Trick:
    """A new link."""
    return lambda data: (data / name).symlink_to(end)


def moved(name: str) -> Trick:
    """A link in place of what is there, which now lies beside the data."""

    def plant(data: Path) -> None:
        (data / name).rename(data.parent / "elsewhere")
        (data / name).symlink_to(data.parent / "elsewhere")

    return plant


def pipe(data: Path) -> None:
    """Wait for somebody who never writes."""
    os.mkfifo(data / "exercises" / "extra.yml")


def folder(name: str) -> Trick:
    """A folder that is called like a file."""

    def plant(data: Path) -> None:
        (data / name).unlink(missing_ok=True)
        (data / name).mkdir()

    return plant


def listening(data: Path) -> None:
    """A socket."""
    with _in(data / "exercises"), socket.socket(socket.AF_UNIX) as listener:
        listener.bind("extra.yml")


def sparse(data: Path) -> None:
    """A file that says that it holds a terabyte."""
    with (data / "exercises" / "extra.yml").open("wb") as file:
        file.truncate(2**40)


def new(*names: bytes) -> Trick:
    """Entries with these names."""

    def plant(data: Path) -> None:
        for name in names:
            (data / os.fsdecode(name)).write_text("id: a\n", "utf-8")

    return plant


def deep_folders(data: Path) -> None:
    """Folders in folders, deeper than any path may be long."""
    inside = os.open(data, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("a", dir_fd=inside)
        deeper = os.open("a", os.O_RDONLY, dir_fd=inside)
        os.close(inside)
        inside = deeper
    os.close(inside)


def thousands_of_files(data: Path) -> None:
    """More entries than anybody reads."""
    for number in range(5001):
        (data / "exercises" / f"extra-{number}.yml").touch()


EXTRA = "exercises/extra.yml"
TRICKS: Mapping[str, tuple[Trick, tuple[str, ...]]] = {
    "link to the password file": (link(EXTRA, "/etc/passwd"), (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "link to an entry": (link(EXTRA, "heel-lift.yml"), (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "link to itself": (link(EXTRA, "extra.yml"), (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "link to nothing": (link(EXTRA, "nowhere.yml"), (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "link to a file without end": (link(EXTRA, "/dev/zero"), (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "link in place of a list": (moved("muscles.yml"), (f"muscles.yml:1:1: {NOT_PLAIN}",)),
    "link in place of a folder": (moved("exercises"), (f"exercises:1:1: {LINK}",)),
    "link to the folder around it": (link("exercises/more", ".."), (f"exercises/more:1:1: {STRAY}",)),
    "link to the whole machine": (link("machine", "/"), (f"machine:1:1: {STRAY}",)),
    "link in place of all data": (moved("."), (f":1:1: {LINK}",)),
    "pipe": (pipe, (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "socket": (listening, (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "folder in place of an entry": (folder(EXTRA), (f"{EXTRA}:1:1: {NOT_PLAIN}",)),
    "folder in place of a list": (folder("muscles.yml"), (f"muscles.yml:1:1: {NOT_PLAIN}",)),
    "terabyte": (sparse, (f"{EXTRA}:1:1: {LARGE}",)),
    "name that is no text": (
        new(b"exercises/\xff\xfe.yml"),
        (f"exercises/\\udcff\\udcfe.yml:1:1: {ADDRESS}",),
    ),
    "the same where nothing is read": (new(b"\xff.txt"), (f"\\udcff.txt:1:1: {STRAY}",)),
    "names that are one on some systems": (
        new(b"exercises/Heel-Lift.yml"),
        (f"exercises/Heel-Lift.yml:1:1: {ADDRESS}",),
    ),
    "names that look the same": (
        new("exercises/extr\u00e1.yml".encode(), "exercises/extra\u0301.yml".encode()),
        (f"exercises/extra\u0301.yml:1:1: {ADDRESS}", f"exercises/extr\u00e1.yml:1:1: {ADDRESS}"),
    ),
    "deep folders": (deep_folders, (f"a/a/a/a:1:1: {STRAY}",)),
    "thousands of files": (thousands_of_files, (f"exercises:1:1: {FULL}",)),
}
"""What each plants, and what it is answered with: the whole report, without the name of the data folder in front."""


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    """A socket's path may only be short."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)

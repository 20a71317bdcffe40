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
LINK = "the folder is a link: put a folder of this name there, with the files in it."
UNREADABLE = "cannot be read (permission denied): give yourself the right to read it."
MORE = "there are more problems in this file: mend those above first."
STRAY = "nothing reads this file: name it <id>.yml in exercises or routines, or take it out of data."


def link_to_password_file(data: Path) -> None:
    """Print a file of the machine."""
    (data / "exercises" / "extra.yml").symlink_to("/etc/passwd")


def link_to_entry(data: Path) -> None:
    """Print an entry a second time, under another address."""
    (data / "exercises" / "extra.yml").symlink_to("heel-lift.yml")


def link_to_itself(data: Path) -> None:
    """Follow a link for ever."""
    (data / "exercises" / "extra.yml").symlink_to("extra.yml")


def links_in_a_circle(data: Path) -> None:
    """The same with two."""
    (data / "exercises" / "extra.yml").symlink_to("other.yml")
    (data / "exercises" / "other.yml").symlink_to("extra.yml")


def link_to_nothing(data: Path) -> None:
    """A link whose end is not there."""
    (data / "exercises" / "extra.yml").symlink_to("nowhere.yml")


def link_to_device(data: Path) -> None:
    """A file without end."""
    (data / "exercises" / "extra.yml").symlink_to("/dev/zero")


def link_to_terminal(data: Path) -> None:
    """A file that waits for somebody to type."""
    (data / "exercises" / "extra.yml").symlink_to("/dev/stdin")


def list_is_link(data: Path) -> None:
    """The same for a list."""
    (data / "muscles.yml").rename(data.parent / "muscles.yml")
    (data / "muscles.yml").symlink_to("../muscles.yml")


def folder_is_link(data: Path) -> None:
    """Read entries from outside the project."""
    (data / "exercises").rename(data.parent / "elsewhere")
    (data / "exercises").symlink_to("../elsewhere")


def folder_is_link_to_itself(data: Path) -> None:
    """Walk through folders for ever."""
    (data / "exercises" / "more").symlink_to("..")


def folder_links_to_root(data: Path) -> None:
    """Walk through the whole machine."""
    (data / "machine").symlink_to("/")


def data_is_link(data: Path) -> None:
    """Read everything from outside the project."""
    data.rename(data.parent / "elsewhere")
    data.symlink_to("elsewhere")


def pipe(data: Path) -> None:
    """Wait for somebody who never writes."""
    os.mkfifo(data / "exercises" / "extra.yml")


def list_is_pipe(data: Path) -> None:
    """The same for a list."""
    (data / "muscles.yml").unlink()
    os.mkfifo(data / "muscles.yml")


def listening(data: Path) -> None:
    """A socket."""
    with _in(data / "exercises"), socket.socket(socket.AF_UNIX) as listener:
        listener.bind("extra.yml")


def folder_in_place_of_entry(data: Path) -> None:
    """A folder that is called like an entry."""
    (data / "exercises" / "extra.yml").mkdir()


def folder_in_place_of_list(data: Path) -> None:
    """A folder that is called like a list."""
    (data / "muscles.yml").unlink()
    (data / "muscles.yml").mkdir()


def sparse(data: Path) -> None:
    """A file that says that it holds a terabyte."""
    with (data / "exercises" / "extra.yml").open("wb") as file:
        file.truncate(2**40)


def name_without_encoding(data: Path) -> None:
    """A name that is no text."""
    (data / "exercises" / os.fsdecode(b"\xff\xfe.yml")).write_text("id: a\n", "utf-8")


def stray_without_encoding(data: Path) -> None:
    """The same where nothing is read."""
    (data / os.fsdecode(b"\xff.txt")).write_text("", "utf-8")


def capital_and_small(data: Path) -> None:
    """Two names that are one on some systems."""
    (data / "exercises" / "Heel-Lift.yml").write_bytes((data / "exercises" / "heel-lift.yml").read_bytes())


def composed_and_decomposed(data: Path) -> None:
    """Two names that look the same, and are one on some systems."""
    for name in ("extr\u00e1.yml", "extra\u0301.yml"):
        (data / "exercises" / name).write_text("id: a\n", "utf-8")


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


def entries(folder: str, *names: str, what: str = NOT_PLAIN) -> tuple[str, ...]:
    """The same report on several files of a folder."""
    return tuple(f"data/{folder}/{name}.yml:1:1: {what}" for name in names)


ON_MUSCLES = (f"data/muscles.yml:1:1: {NOT_PLAIN}",)
ADDRESS = "the file's name cannot be an address: " + NO_ADDRESS

TRICKS: Mapping[Trick, tuple[str, ...]] = {
    link_to_password_file: entries("exercises", "extra"),
    link_to_entry: entries("exercises", "extra"),
    link_to_itself: entries("exercises", "extra"),
    links_in_a_circle: entries("exercises", "extra", "other"),
    link_to_nothing: entries("exercises", "extra"),
    link_to_device: entries("exercises", "extra"),
    link_to_terminal: entries("exercises", "extra"),
    list_is_link: ON_MUSCLES,
    folder_is_link: (f"data/exercises:1:1: {LINK}",),
    folder_is_link_to_itself: (f"data/exercises/more:1:1: {STRAY}",),
    folder_links_to_root: (f"data/machine:1:1: {STRAY}",),
    data_is_link: (f"data:1:1: {LINK}",),
    pipe: entries("exercises", "extra"),
    list_is_pipe: ON_MUSCLES,
    listening: entries("exercises", "extra"),
    folder_in_place_of_entry: entries("exercises", "extra"),
    folder_in_place_of_list: ON_MUSCLES,
    sparse: entries(
        "exercises",
        "extra",
        what="the file is larger than 256 kilobytes: split it, or take out what does not belong there.",
    ),
    name_without_encoding: entries("exercises", "\\udcff\\udcfe", what=ADDRESS),
    stray_without_encoding: (f"data/\\udcff.txt:1:1: {STRAY}",),
    capital_and_small: entries("exercises", "Heel-Lift", what=ADDRESS),
    composed_and_decomposed: entries("exercises", "extra\u0301", "extr\u00e1", what=ADDRESS),
    deep_folders: (f"data/a/a/a/a:1:1: {STRAY}",),
    thousands_of_files: (
        "data/exercises:1:1: the folder holds more than 5000 files: take out what does not belong there.",
    ),
}
"""What each is answered with: the whole report."""


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    """A socket's path may only be short."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)

"""Writes a data file to fill in: `python hooks/new.py exercise=<id>`. The command line over `guide.blank`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from guide.blank import blank
from guide.load import sound_entries
from guide.model.address import Redirect, Released
from guide.model.kinds import FOLDERS, KINDS, Kind
from guide.model.text import Entry, Id
from guide.problem import Problem

NEW = {kind.name: kind for kind in KINDS if kind.place.split("/")[0] in FOLDERS}


def main() -> int:
    """0 where the file is written, 1 where it cannot be, 2 where the command is wrong."""
    kind, name, folder = _asked()
    entries = sound_entries(folder.resolve())
    if problem := refusal(kind, name, folder, entries):
        print(problem)
        return 1
    path = folder / kind.place.replace("<id>", name)
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(blank(kind, name, entries))
    print(f"{path.as_posix()} is there. Fill it in; `make check` names what is still missing.")
    return 0


def refusal(kind: Kind, name: str, folder: Path, entries: Iterable[Entry]) -> Problem | None:
    """Why there can be no new file of this name."""
    home = kind.place.partition("/")[0]
    path = f"{folder.name}/{home}/{name}.yml"
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError as error:
        details = error.errors()[0]
        return Problem(f"{folder.name}/{home}", 1, 1, details["msg"], str(details["ctx"]["hint"]))
    if name in {each.stem.casefold() for each in (folder / home).glob("*")}:
        return Problem(path, 1, 1, f"there is a file of the id {name!r} already", "edit it, or choose another id")
    if name in _released(home, entries):
        return Problem(path, 1, 1, f"the id {name!r} was released, and people keep its address", "choose another id")
    return None


def _asked() -> tuple[Kind, str, Path]:
    """What kind of file, its id, and the data folder."""
    parser = argparse.ArgumentParser(description="Write a data file to fill in, with every field explained.")
    forms = " or ".join(f"{name}=<id>" for name in NEW)
    parser.add_argument("what", nargs="+", metavar="KIND=ID", help=f"{forms}; the id is the file's name and address")
    parser.add_argument("--folder", type=Path, default=Path("data"), help="the data folder (default: data)")
    options = parser.parse_args()
    given = [each.partition("=") for each in options.what if each.partition("=")[2]]  # make passes both, one empty
    if len(given) != 1 or given[0][0] not in NEW:
        parser.error(f"say which one: {forms}")
    if not options.folder.is_dir():
        parser.error(f"there is no folder {options.folder}")
    return NEW[given[0][0]], given[0][2], options.folder


def _released(folder: str, entries: Iterable[Entry]) -> set[str]:
    """Ids in this folder that are, or were, addresses."""
    found = set[str]()
    for entry in entries:
        if isinstance(entry, Released):
            found |= {*entry.of(folder)}
        elif isinstance(entry, Redirect) and entry.old.startswith(f"{folder}/"):
            found.add(entry.old.partition("/")[2])
    return found


if __name__ == "__main__":
    sys.exit(main())

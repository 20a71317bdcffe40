"""Writes a data file, or an entry of a list, to fill in: `python hooks new exercise=<id>`. Over `guide.blank`."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import count
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from guide.authoring.blank_file import blank, blank_entry, explanations
from guide.disk_cache import write_whole
from guide.model.address import Redirect, Released, kind_and_id
from guide.model.entry import LONGEST_NAME, Entry, Id
from guide.model.kinds import KINDS, Kind, schema_line
from guide.problems.problem import Problem
from guide.problems.report import report
from guide.reading.data_files import content
from guide.reading.load import sound_entries
from guide.reading.yaml_source import LARGEST_FILE, read

NEW = {kind.model.__name__.lower(): kind for kind in KINDS if "id" in kind.model.model_fields}
"""What has an id, by what one of it is called: a file for an exercise, an entry of a list for a muscle."""


def main() -> int:
    """0 where it is written, 1 where it cannot be, 2 where the command is wrong."""
    kind, name, folder = _arguments()
    entries = sound_entries(folder.resolve())
    problems = _add_entry(kind, name, folder, entries) if kind.is_list else _add_file(kind, name, folder, entries)
    print(report(problems) if problems else "Fill it in; `make check` names what is still missing.")
    return 1 if problems else 0


def _arguments() -> tuple[Kind, str, Path]:
    """What kind of entry, its id, and the data folder."""
    what = "Write what a new entry needs, to fill in, with every field explained."
    parser = argparse.ArgumentParser(description=what)
    forms = " or ".join(f"{name}=<id>" for name in NEW)
    parser.add_argument("what", nargs="+", metavar="KIND=ID", help=f"{forms}; the id is its name in addresses")
    parser.add_argument("--folder", type=Path, default=Path("data"), help="the data folder (default: data)")
    options = parser.parse_args()
    given = [(kind, name) for kind, _, name in (word.partition("=") for word in options.what) if name]
    if len(given) != 1 or given[0][0] not in NEW:  # make passes every kind, all but one of them empty
        parser.error(f"say which one: {forms}")
    if not options.folder.is_dir():
        parser.error(f"there is no folder {options.folder}")
    return NEW[given[0][0]], given[0][1], options.folder


def _add_file(kind: Kind, name: str, folder: Path, entries: Iterable[Entry]) -> tuple[Problem, ...]:
    path = folder / kind.place.replace("<id>", name)
    taken = {file.stem.casefold() for file in path.parent.glob("*")} if path.parent.parent == folder else set()
    if problem := refusal(kind, name, folder, taken, _addresses_taken(kind, entries)):
        return (problem,)
    write_whole(path, blank(kind, name, entries).encode())
    print(f"{path.as_posix()} is there.")
    return ()


def _add_entry(kind: Kind, name: str, folder: Path, entries: Iterable[Entry]) -> tuple[Problem, ...]:
    path, label = folder / kind.place, _label(kind, name, folder)
    data = content(path, label, most=LARGEST_FILE + 1) if path.exists() else schema_line(kind.place).encode()
    if isinstance(data, Problem):
        return (data,)
    node, problems = read(data, label) if path.exists() else (None, ())
    if problems:
        return problems
    items = node.items() if node else ()
    taken = {str(entry_id.value).casefold() for item in items if (entry_id := item.get("id"))}
    if problem := refusal(kind, name, folder, taken, _addresses_taken(kind, entries)):
        return (problem,)
    gap = "\n\n" if items else "\n"
    longer = data.rstrip() if items else data.rstrip().removesuffix(b"[]").rstrip()
    longer += f"{gap}{blank_entry(kind, name)}".encode()
    again, problems = read(longer, label)
    if problems or again is None or len(again.items()) != len(items) + 1:
        return (Problem(label, 1, 1, "nothing can be added below this list as it is written", "run make fix first"),)
    write_whole(path, longer)
    print(f"{path.as_posix()} has the entry {name} at its end.", *explanations(kind, entries), sep="\n")
    return ()


def refusal(kind: Kind, name: str, folder: Path, taken: Collection[str], released: Collection[str]) -> Problem | None:
    """Why there can be no new entry of this id, and which id there could be instead."""
    label = _label(kind, name, folder)
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError as error:
        details = error.errors()[0]
        proposal = _free(_address(name), {*taken, *released})
        hint = f"write {proposal}" if details["type"] == "id_form" and proposal else str(details["ctx"]["hint"])
        return Problem(label.removesuffix(f"/{name}.yml"), 1, 1, details["msg"], hint)
    hint = f"choose another id, such as {_free(name, {*taken, *released})}"
    if name in taken:
        return Problem(label, 1, 1, f"the id {name!r} is taken", f"edit what has it, or {hint}")
    if name in released:
        return Problem(label, 1, 1, f"the id {name!r} was released, and people keep its address", hint)
    return None


def _label(kind: Kind, name: str, folder: Path) -> str:
    return f"{folder.name}/{kind.place.replace('<id>', name)}"


def _address(name: str) -> str:
    """What is nearest to the name and may be an id; empty where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[: LONGEST_NAME - 3].strip("-")


def _free(name: str, taken: Collection[str]) -> str:
    """The id, or the first with a number behind it that nothing has."""
    return next(free for number in count(1) if (free := name if number == 1 else f"{name}-{number}") not in taken)


def _addresses_taken(kind: Kind, entries: Iterable[Entry]) -> set[str]:
    """Ids of this kind that are, or were, addresses."""
    released = {name for entry in entries if isinstance(entry, Released) for name in getattr(entry, kind.group, ())}
    redirected = (kind_and_id(entry.old) for entry in entries if isinstance(entry, Redirect))
    return released | {name for group, name in redirected if group == kind.group}

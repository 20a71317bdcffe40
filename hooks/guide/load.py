"""`data/` to a Guide or to every problem in it: read, validate, check references. The only reader of data/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from guide.explain import explain
from guide.model import Equipment, Exercise, Guide, Muscle, Pattern, Routine, Safety, Source
from guide.model.text import Entry
from guide.problem import Problem
from guide.references import Known, Located, Places, check_references, entries_of
from guide.source import LARGEST_FILE, Node, Step, read

EXERCISES, ROUTINES = "exercises", "routines"
FOLDERS: Mapping[str, type[Exercise] | type[Routine]] = {EXERCISES: Exercise, ROUTINES: Routine}
LISTS: Mapping[str, type[Muscle] | type[Equipment] | type[Pattern] | type[Source]] = {
    "muscles": Muscle,
    "equipment": Equipment,
    "patterns": Pattern,
    "sources": Source,
}
SAFETY = "safety"

_Model = TypeVar("_Model", bound=Entry)


def load(folder: Path) -> Guide | tuple[Problem, ...]:
    """The guide in `folder`, or every problem in it, sorted; problems name files from `folder`'s name downwards."""
    _nodes_of.cache_clear()
    found = _Found(folder)
    safety = found.read_safety()
    for kind, listed in LISTS.items():
        found.read_list(kind, listed)
    for kind, model in FOLDERS.items():
        found.read_folder(kind, model)
    found.problems.extend(_strays(folder))
    found.problems.extend(check_references(found.entries, found.known, safety))
    if found.problems or safety is None:
        return tuple(sorted(set(found.problems)))
    return found.guide(safety)


@dataclass
class _Found:
    """What has been read so far; `known` also holds ids of entries that have problems of their own."""

    folder: Path
    entries: list[Located] = field(default_factory=list)
    known: dict[str, Known] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read_safety(self) -> Safety | None:
        path = self.folder / f"{SAFETY}.yml"
        node = self._read(path)
        return self._validate(Safety, node, self._label(path)) if node else None

    def read_list(self, kind: str, model: type[Muscle | Equipment | Pattern | Source]) -> None:
        path = self.folder / f"{kind}.yml"
        node = self._read(path)
        if node and isinstance(node.content, tuple):
            self.known[kind] = {}
        elif node:
            hint = "begin each entry with a hyphen and its id"
            self.problems.append(Problem(self._label(path), node.line, node.column, "the file must be a list", hint))
        for item in node.items() if node else ():
            self._add(kind, model, item, self._label(path))

    def read_folder(self, kind: str, model: type[Exercise | Routine]) -> None:
        self.known[kind] = {}
        paths = sorted((self.folder / kind).glob("[!.]*.yml"))
        if not paths:
            hint = "put a file of the form <id>.yml there"
            self.problems.append(Problem(self._label(self.folder / kind), 1, 1, "the folder has no entry", hint))
        for path in paths:
            self.known[kind].setdefault(path.stem, None)
            if node := self._read(path):
                self._add(kind, model, node, self._label(path), stem=path.stem, places=_Again(path))

    def guide(self, safety: Safety) -> Guide:
        return Guide(
            exercises=entries_of(Exercise, self.entries),
            routines=entries_of(Routine, self.entries),
            muscles=entries_of(Muscle, self.entries),
            equipment=entries_of(Equipment, self.entries),
            patterns=entries_of(Pattern, self.entries),
            sources=entries_of(Source, self.entries),
            safety=safety,
        )

    def _add(
        self,
        kind: str,
        model: type[_Model],
        node: Node,
        path: str,
        *,
        stem: str | None = None,
        places: Places | None = None,
    ) -> None:
        written = node.get("id")
        if written and isinstance(written.content, str):
            self._add_id(kind, written, written.content, path, stem)
        if entry := self._validate(model, node, path):
            self.entries.append(Located(kind, entry, places or node, path))

    def _add_id(self, kind: str, node: Node, written: str, path: str, stem: str | None) -> None:
        if stem is not None and written != stem:
            hint = f"write id: {stem}, or rename the file if it is new"
            message = f"the id {written!r} is not the file's name"
            self.problems.append(Problem(path, node.line, node.column, message, hint))
        elif stem is None and written in self.known[kind]:
            message, hint = f"the id {written!r} is used twice in this file", "give one of them another id"
            self.problems.append(Problem(path, node.line, node.column, message, hint))
        self.known[kind][written] = node

    def _validate(self, model: type[_Model], node: Node, path: str) -> _Model | None:
        try:
            return model.model_validate(node.value)
        except ValidationError as error:
            self.problems.extend(explain(error, model, node, path))
            return None

    def _read(self, path: Path) -> Node | None:
        label = self._label(path)
        if path.is_symlink() or not path.is_file():
            what = "is missing" if not path.exists() else "is not a plain file"
            hint = "put a file of this name there"
            self.problems.append(Problem(label, 1, 1, f"the file {what}", hint))
            return None
        with path.open("rb") as file:
            node, problems = read(file.read(LARGEST_FILE + 1), label)
        self.problems.extend(problems)
        return node

    def _label(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"


@dataclass(frozen=True)
class _Again:
    """A sound file that is read again when a place in it is asked for: the nodes of thousands would fill the memory."""

    path: Path

    def find(self, location: tuple[Step, ...], *, key: bool = False) -> Node:
        node = _nodes_of(self.path)
        return node.find(location, key=key) if node else Node(None, 1, 1)  # where it changed meanwhile


@lru_cache(maxsize=1)
def _nodes_of(path: Path) -> Node | None:
    """Problems of one file follow one another."""
    return read(path.read_bytes(), path.name)[0]


def _strays(folder: Path) -> Iterator[Problem]:
    """Files that would otherwise be silently ignored; names that begin with a dot are the system's own."""
    expected = {f"{kind}.yml" for kind in (*LISTS, SAFETY)}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_folder = path.is_dir() and not path.is_symlink()
        if is_folder or any(part.startswith(".") for part in inside.parts) or inside.as_posix() in expected:
            continue
        if len(inside.parts) != 2 or inside.parts[0] not in FOLDERS or path.suffix != ".yml":
            hint = "name it <id>.yml in exercises or routines, or take it out of data"
            yield Problem(f"{folder.name}/{inside.as_posix()}", 1, 1, "nothing reads this file", hint)

"""`data/` to a Guide or to every problem in it: read, validate, check references. The only reader of data/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from guide.model import Equipment, Exercise, Guide, Muscle, Pattern, Routine, Safety, Source
from guide.model.address import Redirect, Released
from guide.model.entry import Entry, is_address
from guide.model.kinds import FILES, FOLDERS, LISTS, REDIRECTS
from guide.problems.explain import explain
from guide.problems.node import Node
from guide.problems.problem import MOST_PROBLEMS, Problem, quoted, short
from guide.reading.data_files import content, entries, everything
from guide.reading.yaml_source import LARGEST_FILE, read
from guide.rules.addresses import check_addresses
from guide.rules.references import Known, Located, check_references, entries_of

_Model = TypeVar("_Model", bound=Entry)
Read = Callable[[bytes, str], tuple[Node | None, tuple[Problem, ...]]]


def load(folder: Path, read: Read = read) -> Guide | tuple[Problem, ...]:
    """The guide in `folder`, or every problem in it, sorted; problems name files from `folder`'s name downwards.

    A `read` of one's own sees every file; see `reader`.
    """
    if folder.is_symlink():
        hint = "put a folder of this name there, with the files in it"
        return (Problem(folder.name, 1, 1, "the folder is a link", hint),)
    found = _Found(folder, read)
    found.read_all()
    found.problems.extend(_strays(folder))
    safety, released = found.whole(Safety), found.whole(Released)
    found.problems.extend(check_references(found.entries, found.known, safety))
    found.problems.extend(check_addresses(found.entries, found.known))
    if found.problems or safety is None or released is None:
        return tuple(_bounded(found.problems))
    return found.guide(safety, released)


def sound_entries(folder: Path) -> tuple[Entry, ...]:
    """Every entry that is fine by itself, whatever else is wrong in the folder."""
    found = _Found(folder, read)
    found.read_all()
    return tuple(each.entry for each in found.entries)


@dataclass
class _Found:
    """What has been read so far; `known` also holds ids of entries that have problems of their own."""

    folder: Path
    read: Read
    entries: list[Located] = field(default_factory=list)
    known: dict[str, Known] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read_all(self) -> None:
        for kind, whole in FILES.items():
            self.read_file(kind, whole)
        for kind, listed in LISTS.items():
            self.read_list(kind, listed)
        for kind, model in FOLDERS.items():
            self.read_folder(kind, model)

    def read_file(self, kind: str, model: type[Safety | Released]) -> None:
        path = self.folder / f"{kind}.yml"
        node, label = self._read(path), self._label(path)
        if node and (entry := self._validate(model, node, label)):
            self.entries.append(Located(kind, entry, node, label))

    def whole(self, model: type[_Model]) -> _Model | None:
        """The entry that is a file of its own, where it is valid."""
        return next((each.entry for each in self.entries if isinstance(each.entry, model)), None)

    def read_list(self, kind: str, model: type[Muscle | Equipment | Pattern | Source | Redirect]) -> None:
        path = self.folder / f"{kind}.yml"
        node, label = self._read(path), self._label(path)
        if node and isinstance(node.content, tuple):
            self.known[kind] = {}
        elif node:
            hint = "begin each entry with a hyphen and its id"
            self.problems.append(Problem(label, node.line, node.column, "the file must be a list", hint))
        for item in node.items() if node else ():
            if entry := self._entry(kind, model, item, label):
                self.entries.append(Located(kind, entry, item, label))

    def read_folder(self, kind: str, model: type[Exercise | Routine]) -> None:
        label = self._label(self.folder / kind)
        paths, problems = entries(self.folder / kind, label)
        self.problems.extend(problems)
        if not problems:
            self.known[kind] = {}
        if not problems and not paths:
            hint = "put a file of the form <id>.yml there"
            self.problems.append(Problem(label, 1, 1, "the folder has no entry", hint))
        for path in paths:
            if is_address(path.stem):
                self.known[kind].setdefault(path.stem, None)
                self.read_entry(kind, model, path)
            else:
                hint = "use small letters, digits and single hyphens, such as reverse-lunge.yml"
                self.problems.append(Problem(self._label(path), 1, 1, "the file's name cannot be an address", hint))

    def read_entry(self, kind: str, model: type[Exercise | Routine], path: Path) -> None:
        node, label = self._read(path), self._label(path)
        if node and (entry := self._entry(kind, model, node, label, path.stem)):
            self.entries.append(Located(kind, entry, node, label))

    def guide(self, safety: Safety, released: Released) -> Guide:
        return Guide(
            exercises=entries_of(Exercise, self.entries),
            routines=entries_of(Routine, self.entries),
            muscles=entries_of(Muscle, self.entries),
            equipment=entries_of(Equipment, self.entries),
            patterns=entries_of(Pattern, self.entries),
            sources=entries_of(Source, self.entries),
            safety=safety,
            redirects=tuple(each.entry for each in self.entries if isinstance(each.entry, Redirect)),
            released=released,
        )

    def _entry(self, kind: str, model: type[_Model], node: Node, label: str, stem: str | None = None) -> _Model | None:
        """What is written there, where it is valid; `stem` is the name of its file, where it has one of its own."""
        written = node.get("old" if kind == REDIRECTS else "id")
        if written and isinstance(written.content, str):
            self._add_id(kind, written, written.content, label, stem)
        return self._validate(model, node, label)

    def _add_id(self, kind: str, node: Node, written: str, path: str, stem: str | None) -> None:
        if stem is not None and written != stem:
            hint = f"write id: {stem}, or rename the file if it is new"
            message = f"the id {quoted(written)} is not the file's name"
            self.problems.append(Problem(path, node.line, node.column, message, hint))
        elif stem is None and kind != REDIRECTS and written in self.known[kind]:
            message = f"the id {quoted(written)} is used twice in this file"
            hint = f"write another id, such as {short(written)}-2"
            self.problems.append(Problem(path, node.line, node.column, message, hint))
        self.known[kind][written] = node

    def _validate(self, model: type[_Model], node: Node, path: str) -> _Model | None:
        try:
            return model.model_validate(node.value)
        except ValidationError as error:
            self.problems.extend(islice(explain(error, model, node, path), MOST_PROBLEMS + 1))
            return None

    def _read(self, path: Path) -> Node | None:
        label = self._label(path)
        data = content(path, label, most=LARGEST_FILE + 1)
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        node, problems = self.read(data, label)
        self.problems.extend(problems)
        return node

    def _label(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"


def _bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each once, sorted, and only as many of one file as somebody would read."""
    told: Counter[str] = Counter()
    for problem in sorted(set(problems)):
        told[problem.path] += 1
        if told[problem.path] <= MOST_PROBLEMS:
            yield problem
        elif told[problem.path] == MOST_PROBLEMS + 1:
            message, hint = "there are more problems in this file", "mend those above first"
            yield Problem(problem.path, problem.line, problem.column, message, hint)


def _strays(folder: Path) -> Iterator[Problem]:
    """Files that would otherwise be silently ignored; names that begin with a dot are the system's own."""
    expected = {f"{kind}.yml" for kind in (*LISTS, *FILES)}
    for path in everything(folder):
        inside = path.relative_to(folder)
        if inside.as_posix() in expected or inside.as_posix() in FOLDERS:
            continue
        if len(inside.parts) != 2 or inside.parts[0] not in FOLDERS or path.suffix != ".yml":
            hint = "name it <id>.yml in exercises or routines, or take it out of data"
            yield Problem(f"{folder.name}/{inside.as_posix()}", 1, 1, "nothing reads this file", hint)

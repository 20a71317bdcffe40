"""`data/` to a Guide or to every problem in it: read, validate, check references. The only reader of data/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from guide.model import (
    Condition,
    Equipment,
    Exercise,
    Gate,
    Group,
    Guide,
    Muscle,
    Pattern,
    Person,
    Progression,
    Region,
    Review,
    Routine,
    Safety,
    Source,
    Test,
    WarmUp,
)
from guide.model.address import Redirect, Released, Synonym
from guide.model.entry import Entry, is_address
from guide.model.kinds import FOLDERS, KEYS, KINDS, Kind, kind_of
from guide.problems.explain import explain
from guide.problems.node import Node
from guide.problems.problem import MOST_PROBLEMS, Problem, quote, short
from guide.reading.data_files import content, entries, everything, folder_is_a_link
from guide.reading.yaml_source import LARGEST_FILE, read
from guide.rules.addresses import check_addresses
from guide.rules.references import Known, Located, check_references, entries_of
from guide.rules.reviews import check_reviews
from guide.rules.synonyms import check_synonyms

_Model = TypeVar("_Model", bound=Entry)
See = Callable[[bytes, Node, str], object]
"""Is shown every file that can be read: its bytes, what they say, and what problems call it."""


def load(folder: Path, see: See = lambda data, node, path: None) -> Guide | tuple[Problem, ...]:
    """The guide in `folder`, or every problem in it, sorted; problems name files from `folder`'s name downwards."""
    if folder.is_symlink():
        return (folder_is_a_link(folder.name),)
    found = _read_all(folder, see)
    found.problems.extend(_strays(folder))
    safety, progression, released = found.whole(Safety), found.whole(Progression), found.whole(Released)
    found.problems.extend(check_references(found.entries, found.known, safety))
    found.problems.extend(check_addresses(found.entries, found.known))
    found.problems.extend(check_synonyms(found.entries, found.known))
    found.problems.extend(check_reviews(found.entries, found.known))
    if found.problems or safety is None or progression is None or released is None:
        return tuple(_first_problems(found.problems))
    return found.guide(safety, progression, released)


def sound_entries(folder: Path, only: Collection[type[Entry]] = ()) -> tuple[Entry, ...]:
    """Every entry that is fine by itself, whatever else is wrong in the folder; or only those of some kinds."""
    return tuple(located.entry for located in _read_all(folder, lambda data, node, path: None, only).entries)


def _read_all(folder: Path, see: See, only: Collection[type[Entry]] = ()) -> _Found:
    found = _Found(folder, see)
    for kind in (kind for kind in KINDS if not only or kind.model in only):
        for path in found.files(kind):
            found.read(kind, path)
    return found


@dataclass
class _Found:
    """What has been read so far; `known` also holds ids of entries that have problems of their own."""

    folder: Path
    see: See
    entries: list[Located] = field(default_factory=list)
    known: dict[str, Known] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def whole(self, model: type[_Model]) -> _Model | None:
        """The entry that is a file of its own, where it is valid."""
        return next((located.entry for located in self.entries if isinstance(located.entry, model)), None)

    def files(self, kind: Kind) -> Iterator[Path]:
        """The files of a kind; of a folder, those whose names can be addresses."""
        if kind.group not in FOLDERS:
            yield self.folder / kind.place
            return
        label = self._label(self.folder / kind.group)
        paths, problems = entries(self.folder / kind.group, label)
        self.problems.extend(problems)
        if not problems:
            self.known[kind.group] = {path.stem: None for path in paths if is_address(path.stem)}
        if not problems and not paths:
            hint = "put a file of the form <id>.yml there"
            self.problems.append(Problem(label, 1, 1, "the folder has no entry", hint))
        for path in paths:
            if is_address(path.stem):
                yield path
            else:
                hint = "use small letters, digits and single hyphens, such as reverse-lunge.yml"
                self.problems.append(Problem(self._label(path), 1, 1, "the file's name cannot be an address", hint))

    def read(self, kind: Kind, path: Path) -> None:
        """Take up what the file holds, and what is wrong with it."""
        label = self._label(path)
        data = content(path, label, most=LARGEST_FILE + 1)
        node, problems = (None, (data,)) if isinstance(data, Problem) else read(data, label)
        self.problems.extend(problems)
        if node and isinstance(data, bytes):
            self.see(data, node, label)
        if not kind.is_list:
            self._add(kind, (node,) if node else (), label)
        elif node and not isinstance(node.content, tuple):
            hint = "begin each entry with a hyphen and its id"
            self.problems.append(Problem(label, node.line, node.column, "the file must be a list", hint))
        elif node:
            self.known[kind.group] = {}
            self._add(kind, node.items(), label)

    def guide(self, safety: Safety, progression: Progression, released: Released) -> Guide:
        return Guide(
            exercises=entries_of(Exercise, self.entries),
            routines=entries_of(Routine, self.entries),
            muscles=entries_of(Muscle, self.entries),
            equipment=entries_of(Equipment, self.entries),
            patterns=entries_of(Pattern, self.entries),
            conditions=entries_of(Condition, self.entries),
            regions=entries_of(Region, self.entries),
            groups=entries_of(Group, self.entries),
            tests=entries_of(Test, self.entries),
            gates=entries_of(Gate, self.entries),
            sources=entries_of(Source, self.entries),
            warmups=entries_of(WarmUp, self.entries),
            people=entries_of(Person, self.entries),
            safety=safety,
            progression=progression,
            redirects=tuple(located.entry for located in self.entries if isinstance(located.entry, Redirect)),
            synonyms=tuple(located.entry for located in self.entries if isinstance(located.entry, Synonym)),
            reviews=tuple(located.entry for located in self.entries if isinstance(located.entry, Review)),
            released=released,
        )

    def _add(self, kind: Kind, nodes: Iterable[Node], label: str) -> None:
        for node in nodes:
            written = node.get(KEYS.get(kind.group, "id"))
            if kind.group in self.known and written and isinstance(written.content, str):
                self._add_id(kind.group, written, written.content, label)
            try:
                self.entries.append(Located(kind.group, kind.model.model_validate(node.value), node, label))
            except ValidationError as error:
                self.problems.extend(islice(explain(error, kind.model, node, label), MOST_PROBLEMS + 1))

    def _add_id(self, group: str, node: Node, written: str, label: str) -> None:
        stem = Path(label).stem
        if group in FOLDERS and written != stem:
            hint = f"write id: {stem}, or rename the file if it is new"
            message = f"the id {quote(written)} is not the file's name"
            self.problems.append(Problem(label, node.line, node.column, message, hint))
        elif group not in (*FOLDERS, *KEYS) and written in self.known[group]:
            message = f"the id {quote(written)} is used twice in this file"
            hint = f"write another id, such as {short(written)}-2"
            self.problems.append(Problem(label, node.line, node.column, message, hint))
        self.known[group][written] = None

    def _label(self, path: Path) -> str:
        return f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}"


def _first_problems(problems: Iterable[Problem]) -> Iterator[Problem]:
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
    for path in everything(folder):
        inside = path.relative_to(folder).as_posix()
        if inside not in FOLDERS and not kind_of(inside):
            hint = "name it <id>.yml in exercises or routines, or take it out of data"
            yield Problem(f"{folder.name}/{inside}", 1, 1, "nothing reads this file", hint)

"""What entries say of one another: unknown and repeated ids, colliding names; and where a finding stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias, TypeVar

from guide.explain import Finding, Location, reference
from guide.ladders import Ladders, located_modifications, loops, out_of_reach, repeated_names
from guide.model import Equipment, Exercise, Muscle, Routine, Safety
from guide.model.text import Entry
from guide.node import Node
from guide.posing import figure_problems
from guide.problem import MOST_PROBLEMS, Problem
from guide.sentences import did_you_mean
from guide.sessions import landings, located_items, misfits

Known: TypeAlias = dict[str, Node | None]
_Entry = TypeVar("_Entry", bound=Entry)


@dataclass(frozen=True)
class Located:
    """A valid entry and where it stands."""

    kind: str
    entry: Entry
    node: Node
    path: str

    @property
    def id(self) -> str:
        """The entry's id; every entry that is referred to has one."""
        return str(getattr(self.entry, "id", ""))

    def problem(self, finding: Finding) -> Problem:
        """The finding (location in the entry, message, hint) with its place in the file."""
        location, message, hint = finding
        place = self.node.find(location)
        return Problem(self.path, place.line, place.column, message, hint, reference(type(self.entry), location))


def entries_of(model: type[_Entry], entries: Iterable[Located]) -> dict[str, _Entry]:
    """The entries of one model by their ids."""
    return {each.id: each.entry for each in entries if isinstance(each.entry, model)}


def check_references(
    entries: Iterable[Located], known: Mapping[str, Known], safety: Safety | None
) -> Iterator[Problem]:
    """Problems between entries; an id counts as known although its own entry has problems, so each is told once."""
    entries = tuple(entries)
    exercises = entries_of(Exercise, entries)
    ladders = Ladders(exercises)
    whole = exercises.keys() == known.get("exercises", {}).keys()
    told: Counter[str] = Counter()
    for located in entries:
        entry = located.entry
        findings = chain(_unknown_ids(entry, known), _repeated_ids(entry))
        if isinstance(entry, Exercise):
            findings = chain(findings, repeated_names(entry), loops(entry, ladders), figure_problems(entry))
            findings = chain(findings, out_of_reach(entry, ladders) if whole else ())
        elif isinstance(entry, Routine):
            findings = chain(findings, misfits(entry, exercises), landings(entry, exercises, safety))
        for finding in islice(findings, MOST_PROBLEMS + 1 - told[located.path]):  # finding is work, telling is bounded
            told[located.path] += 1
            yield located.problem(finding)
    yield from _colliding_names(entries)


# Ids


def _mentions(entry: Entry) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    """Every list of ids in an entry: where it stands, of which kind they are, and the ids."""
    if isinstance(entry, Exercise):
        yield ("muscles", "primary"), "muscles", entry.muscles.primary
        yield ("muscles", "secondary"), "muscles", entry.muscles.secondary
        yield ("equipment", "required"), "equipment", entry.equipment.required
        yield ("equipment", "helpful"), "equipment", entry.equipment.helpful
        for location, modification in located_modifications(entry):
            yield (*location, "equipment"), "equipment", modification.equipment or ()
    if isinstance(entry, Equipment):
        yield ("served_by",), "equipment", entry.served_by
    if isinstance(entry, Exercise | Routine):
        yield ("sources",), "sources", entry.sources


def _mentioned(entry: Entry) -> Iterator[tuple[Location, str, str]]:
    """Every single id that an entry mentions."""
    for location, kind, ids in _mentions(entry):
        yield from (((*location, index), kind, each) for index, each in enumerate(ids))
    if isinstance(entry, Exercise):
        yield ("pattern",), "patterns", entry.pattern
        for location, modification in located_modifications(entry):
            if modification.exercise:
                yield (*location, "exercise"), "exercises", modification.exercise
    elif isinstance(entry, Routine):
        yield from (((*location, "exercise"), "exercises", item.exercise) for location, item in located_items(entry))


def _unknown_ids(entry: Entry, known: Mapping[str, Known]) -> Iterator[Finding]:
    for location, kind, each in _mentioned(entry):
        if kind in known and each not in known[kind]:
            remedy = did_you_mean(each, known[kind], otherwise=f"use an id from {_home(kind)}, or add it there first")
            yield location, f"{each!r} is not among the {kind}", remedy


def _repeated_ids(entry: Entry) -> Iterator[Finding]:
    for location, _, ids in _mentions(entry):
        seen: set[str] = set()
        for index, each in enumerate(ids):
            if each in seen:
                yield (*location, index), f"{each!r} stands here twice", "delete one"
            seen.add(each)
    if isinstance(entry, Exercise):
        yield from _in_both_lists(entry)


def _in_both_lists(exercise: Exercise) -> Iterator[Finding]:
    muscles, equipment = exercise.muscles, exercise.equipment
    for location, first, second in (
        (("muscles", "secondary"), muscles.primary, muscles.secondary),
        (("equipment", "helpful"), equipment.required, equipment.helpful),
    ):
        for index, each in enumerate(second):
            if each in first:
                yield (*location, index), f"{each!r} stands in both lists", "keep it in the first"


def _home(kind: str) -> str:
    return f"data/{kind}/" if kind in ("exercises", "routines") else f"data/{kind}.yml"


# Names


def _names(entry: Entry) -> Iterator[tuple[Location, str]]:
    if name := getattr(entry, "name", None):
        yield ("name",), name
    if isinstance(entry, Equipment | Exercise | Muscle):
        yield from ((("other_names", index), name) for index, name in enumerate(entry.other_names))


def _colliding_names(entries: Iterable[Located]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Located] = {}
    for located in entries:
        for location, name in _names(located.entry):
            key = (located.kind, "".join(filter(str.isalnum, name.casefold())))
            if key in first:
                message = f"the name {name!r} is taken by {first[key].id!r}"
                yield located.problem((location, message, "choose another name, or delete it here"))
            first.setdefault(key, located)

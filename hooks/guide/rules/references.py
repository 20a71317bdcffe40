"""What entries say of one another: unknown and repeated ids, colliding names; and where a finding stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias, TypeVar

from guide.model import Condition, Equipment, Exercise, Group, Muscle, Progression, Region, Routine, Safety, WarmUp
from guide.model.entry import Entry
from guide.model.kinds import FOLDERS, LISTS, home, mentions
from guide.problems.error_sentences import did_you_mean
from guide.problems.explain import Finding, Location, about
from guide.problems.node import Node
from guide.problems.problem import MOST_PROBLEMS, Problem
from guide.rules.doses import dose_problems
from guide.rules.figures import figure_problems
from guide.rules.ladders import Ladders, dead_ends, falling_rungs, loops, out_of_reach, repeated_names
from guide.rules.lettering import missing_letters
from guide.rules.names import look, look_alike
from guide.rules.progression import progression_problems
from guide.rules.regions import strays
from guide.rules.routines import misfits, stage_problems
from guide.rules.safeguards import contradictions, leaving_out_all_jumps
from guide.rules.stage_limits import stage_limits
from guide.rules.tempo import tempo_problems
from guide.rules.unused import all_mentions, unused

Known: TypeAlias = dict[str, None]
"""Ids in the order in which they were read."""
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
        return Problem(self.path, place.line, place.column, message, hint, *about(type(self.entry), location))


def entries_of(model: type[_Entry], entries: Iterable[Located]) -> dict[str, _Entry]:
    """The entries of one model by their ids."""
    return {located.id: located.entry for located in entries if isinstance(located.entry, model)}


def check_references(
    entries: Iterable[Located], known: Mapping[str, Known], safety: Safety | None
) -> Iterator[Problem]:
    """Problems between entries; an id counts as known although its own entry has problems, so each is told once."""
    entries = tuple(entries)
    exercises = entries_of(Exercise, entries)
    warmups = entries_of(WarmUp, entries)
    ladders = Ladders(exercises)
    conditions, regions = entries_of(Condition, entries), entries_of(Region, entries)
    whole = exercises.keys() == known.get("exercises", {}).keys()
    all_jumps, pains = leaving_out_all_jumps(regions.values(), safety)
    written = [located.entry for located in entries]
    mentioned = all_mentions(written, known) if _are_whole(entries, known, safety) else {}
    told: Counter[str] = Counter()
    for located in entries:
        entry = located.entry
        findings = chain(_unknown_ids(entry, known), _repeated_ids(entry), missing_letters(entry))
        findings = chain(findings, unused(entry, located.kind, mentioned))
        if isinstance(entry, Exercise):
            findings = chain(findings, repeated_names(entry), loops(entry, ladders), figure_problems(entry))
            findings = chain(findings, contradictions(entry, all_jumps, pains))
            findings = chain(findings, tempo_problems(entry, exercises), dose_problems(entry, exercises))
            findings = chain(findings, falling_rungs(entry, ladders))
            findings = chain(findings, out_of_reach(entry, ladders), dead_ends(entry, ladders)) if whole else findings
        elif isinstance(entry, Routine):
            findings = chain(findings, misfits(entry, exercises), stage_problems(entry))
            findings = chain(findings, stage_limits(entry, exercises, warmups, safety))
        elif isinstance(entry, Region):
            findings = chain(findings, strays(entry, conditions, regions))
        elif isinstance(entry, Progression):
            findings = chain(findings, progression_problems(entry))
        for finding in islice(findings, MOST_PROBLEMS + 1 - told[located.path]):  # finding is work, telling is bounded
            told[located.path] += 1
            yield located.problem(finding)
    yield from _colliding_names(entries)


def _are_whole(entries: Iterable[Located], known: Mapping[str, Known], safety: Safety | None) -> bool:
    """Whether every entry could be read, so that one that seems to be of no use is of none."""
    read = Counter(located.kind for located in entries)
    return safety is not None and all(kind in known and read[kind] >= len(known[kind]) for kind in (*FOLDERS, *LISTS))


# Ids


def _unknown_ids(entry: Entry, known: Mapping[str, Known]) -> Iterator[Finding]:
    for location, kind, ids in mentions(entry):
        for index, mentioned in enumerate(ids):
            if kind in known and mentioned not in known[kind]:
                otherwise = f"use an id from {home(kind)}, or add it there first"
                remedy = did_you_mean(mentioned, known[kind], otherwise=otherwise)
                yield (*location, index), f"{mentioned!r} is not among the {kind}", remedy


def _repeated_ids(entry: Entry) -> Iterator[Finding]:
    for location, _, ids in mentions(entry):
        for index, mentioned in enumerate(ids):
            if mentioned in ids[:index]:
                yield (*location, index), f"{mentioned!r} stands here twice", "delete one"
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


# Names


def _names(entry: Entry) -> Iterator[tuple[Location, str]]:
    if name := getattr(entry, "name", None):
        yield ("name",), name
    if isinstance(entry, Equipment | Exercise | Muscle | Region | Group):
        yield from ((("other_names", index), name) for index, name in enumerate(entry.other_names))


def _colliding_names(entries: Iterable[Located]) -> Iterator[Problem]:
    first: dict[tuple[str, str], tuple[Located, str]] = {}
    for located in entries:
        for location, name in _names(located.entry):
            key = (located.kind, look(name))
            if key in first:
                other, taken = first[key]
                message = f"the name {name!r}{look_alike(name, taken)} is taken by {other.id!r} in {other.path}"
                remedy = "delete it here" if location[0] == "other_names" else "delete this entry if it is the same"
                yield located.problem((location, message, f"{remedy}, or choose a name that tells the two apart"))
            first.setdefault(key, (located, name))

"""What entries say of one another: unknown ids, colliding names, ladders, and what a routine asks of its exercises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from guide.explain import Location, did_you_mean
from guide.model import Exercise, Guide, Item, Modification, Muscle, Routine, Safety, ladder_edges
from guide.model.text import Entry
from guide.problem import Problem
from guide.source import Node

Known: TypeAlias = dict[str, Node | None]
Finding: TypeAlias = tuple[Location, str, str]
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
        return str(self.node.find(("id",)).value)

    def problem(self, finding: Finding) -> Problem:
        """The finding (location in the entry, message, hint) with its place in the file."""
        location, message, hint = finding
        place = self.node.find(location)
        return Problem(self.path, place.line, place.column, message, hint)


def entries_of(model: type[_Entry], entries: Iterable[Located]) -> dict[str, _Entry]:
    """The entries of one model by their ids."""
    return {each.id: each.entry for each in entries if isinstance(each.entry, model)}


def check_references(
    entries: Iterable[Located], known: Mapping[str, Known], safety: Safety | None
) -> Iterator[Problem]:
    """Problems between entries; an id counts as known although its own entry has problems, so each is told once."""
    entries = tuple(entries)
    exercises = entries_of(Exercise, entries)
    whole = exercises.keys() == known.get("exercises", {}).keys()
    for located in entries:
        findings = [*_unknown_ids(located.entry, known), *_repeated_ids(located.entry)]
        if isinstance(located.entry, Exercise):
            findings += [*_modification_names(located.entry), *_ladder_loops(located.entry, exercises)]
            findings += _out_of_reach(located.entry, exercises) if whole else ()
        elif isinstance(located.entry, Routine):
            findings += [*_items(located.entry, exercises), *_landings(located.entry, exercises, safety)]
        yield from map(located.problem, findings)
    yield from _colliding_names(entries)


# Ids


def _mentions(entry: Entry) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    """Every list of ids in an entry: where it stands, of which kind they are, and the ids."""
    if isinstance(entry, Exercise):
        yield ("muscles", "primary"), "muscles", entry.muscles.primary
        yield ("muscles", "secondary"), "muscles", entry.muscles.secondary
        yield ("equipment", "required"), "equipment", entry.equipment.required
        yield ("equipment", "helpful"), "equipment", entry.equipment.helpful
        for location, modification in _modifications(entry):
            yield (*location, "equipment"), "equipment", modification.equipment or ()
    if isinstance(entry, Exercise | Routine):
        yield ("sources",), "sources", entry.sources


def _mentioned(entry: Entry) -> Iterator[tuple[Location, str, str]]:
    """Every single id that an entry mentions."""
    for location, kind, ids in _mentions(entry):
        yield from (((*location, index), kind, each) for index, each in enumerate(ids))
    if isinstance(entry, Exercise):
        yield ("pattern",), "patterns", entry.pattern
        for location, modification in _modifications(entry):
            if modification.exercise:
                yield (*location, "exercise"), "exercises", modification.exercise
    elif isinstance(entry, Routine):
        yield from (((*location, "exercise"), "exercises", item.exercise) for location, item in _located_items(entry))


def _unknown_ids(entry: Entry, known: Mapping[str, Known]) -> Iterator[Finding]:
    for location, kind, each in _mentioned(entry):
        if kind in known and each not in known[kind]:
            remedy = did_you_mean(each, known[kind], otherwise=f"use an id from {_home(kind)}, or add it there first")
            yield location, f"{each!r} is not among the {kind}", remedy


def _repeated_ids(entry: Entry) -> Iterator[Finding]:
    for location, _, ids in _mentions(entry):
        for index, each in enumerate(ids):
            if each in ids[:index]:
                yield (*location, index), f"{each!r} stands here twice", "delete one"
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
    if isinstance(entry, Exercise | Muscle):
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


# Exercises and their ladders


def _modifications(exercise: Exercise) -> Iterator[tuple[Location, Modification]]:
    for side, versions in (("easier", exercise.easier), ("harder", exercise.harder)):
        yield from (((side, index), each) for index, each in enumerate(versions))


def _modification_names(exercise: Exercise) -> Iterator[Finding]:
    seen: set[str] = set()
    for location, modification in _modifications(exercise):
        if modification.name in seen:
            yield (*location, "name"), f"two versions are called {modification.name!r}", "rename one"
        seen.add(modification.name)


def _ladder_loops(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    above = defaultdict(set)
    for low, high in ladder_edges(exercises.values()):
        above[low].add(high)
    for location, modification in _modifications(exercise):
        other = modification.exercise or exercise.id
        low, high = (other, exercise.id) if location[0] == "easier" else (exercise.id, other)
        if modification.exercise and low in _reachable(high, above):
            message = f"{low!r} would be both easier and harder than {high!r}"
            yield (*location, "exercise"), message, "delete the link that points the wrong way"


def _out_of_reach(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    below = defaultdict(set)
    for low, high in ladder_edges(exercises.values()):
        below[high].add(low)
    ladder = [exercises[each] for each in _reachable(exercise.id, below) if each in exercises]
    starts = any(each.level == 1 for each in ladder)
    if not starts and not any(each.equipment == () for each in exercise.easier):
        hint = "add an easier version with equipment: none, or one that names an exercise of level 1"
        yield ("easier",), "nothing easier leads down to level 1, or can be done with nothing", hint


def _reachable(start: str, edges: Mapping[str, set[str]]) -> set[str]:
    """`start` and all that can be reached from it."""
    found, waiting = {start}, [start]
    while waiting:
        new = edges.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found


# Routines


def _located_items(routine: Routine) -> Iterator[tuple[Location, Item]]:
    for block_index, block in enumerate(routine.blocks):
        yield from ((("blocks", block_index, "items", index), item) for index, item in enumerate(block.items))


def _items(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Finding]:
    for location, item in _located_items(routine):
        exercise, done = exercises.get(item.exercise), _performed(item, exercises)
        names = [each.name for each in exercise.modifications] if exercise else []
        if exercise and item.modification and item.modification not in names:
            remedy = did_you_mean(item.modification, names, otherwise=f"its versions are {', '.join(names)}")
            yield (*location, "modification"), f"{exercise.name} has no version {item.modification!r}", remedy
        if done and item.each_side and done.sides == "both":
            yield (*location, "each_side"), f"{done.name} works both sides at once", "delete each_side"
        if done and not item.each_side and done.sides == "each":
            yield location, f"{done.name} is done one side after the other", "add each_side: true"
        if done and item.repetitions and done.dose.hold_seconds:
            yield (*location, "repetitions"), f"{done.name} is a hold", "write seconds instead"


def _landings(routine: Routine, exercises: Mapping[str, Exercise], safety: Safety | None) -> Iterator[Finding]:
    guide = _partial_guide(exercises, safety)
    if guide is None or not all(_performed(item, exercises) for item in routine.items):
        return
    landings = guide.routine_landings(routine)
    if landings > guide.safety.most_landings:
        message = f"the routine has {landings} landings, and at most {guide.safety.most_landings} are allowed"
        yield ("blocks",), message, "take out jumps"
    if landings and not routine.gate:
        yield (), "the routine has jumps but no gate", "add gate: what to be able to do first"


def _performed(item: Item, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """The exercise that is really done, where it and the version asked for are known."""
    exercise = exercises.get(item.exercise)
    links = {each.name: each.exercise for each in exercise.modifications} if exercise else {}
    if item.modification and item.modification not in links:
        return None
    return exercises.get(links.get(item.modification or "") or item.exercise)


def _partial_guide(exercises: Mapping[str, Exercise], safety: Safety | None) -> Guide | None:
    if safety is None:
        return None
    return Guide(exercises, routines={}, muscles={}, equipment={}, patterns={}, sources={}, safety=safety)

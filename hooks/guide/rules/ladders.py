"""The rules of an exercise's versions: names of their own; ladders that reach all, go on, and never fall or circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from guide.model import Exercise, Modification, ladder_edges
from guide.model.exercise import Level
from guide.problems.explain import Finding, Location
from guide.rules.names import look, look_alike

Edges = dict[str, set[str]]
HARDEST = max(get_args(Level))
"""The level that nothing need lead on from."""
ENOUGH_VERSIONS = 2
"""Harder versions of its own with which an exercise goes on where no harder exercise follows, such as one by weight."""


@dataclass(frozen=True)
class Ladders:
    """All exercises with the links between them, followed both ways."""

    exercises: Mapping[str, Exercise]
    above: Edges = field(default_factory=lambda: defaultdict(set))
    below: Edges = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for low, high in ladder_edges(self.exercises.values()):
            self.above[low].add(high)
            self.below[high].add(low)

    @cached_property
    def circling(self) -> Set[str]:
        """What may be part of a circle: nothing else needs to be followed."""
        return _without_ends(self.above, self.below) & _without_ends(self.below, self.above)

    @cached_property
    def reachable_from_level_1(self) -> Set[str]:
        """What an exercise of level 1 leads up to."""
        return _reachable((exercise.id for exercise in self.exercises.values() if exercise.level == 1), self.above)


def modifications_with_places(exercise: Exercise) -> Iterator[tuple[Location, Modification]]:
    """Every version with its place in the exercise."""
    for side, versions in (("easier", exercise.easier), ("harder", exercise.harder)):
        yield from (((side, index), each) for index, each in enumerate(versions))


def repeated_names(exercise: Exercise) -> Iterator[Finding]:
    """Versions of one name, or of one look: nobody could say which a routine means."""
    seen: dict[str, str] = {}
    for location, modification in modifications_with_places(exercise):
        name, key = modification.name, look(modification.name)
        if other := seen.get(key):
            yield (*location, "name"), f"two versions are called {name!r}{look_alike(name, other)}", "rename one"
        seen[key] = name


def loops(exercise: Exercise, ladders: Ladders) -> Iterator[Finding]:
    """Links of this exercise that make another both easier and harder than it, or this one a version of itself."""
    for location, modification in modifications_with_places(exercise):
        other = modification.leads_to or exercise.id
        low, high = (other, exercise.id) if location[0] == "easier" else (exercise.id, other)
        is_loop = low == high or ({low, high} <= ladders.circling and low in _reachable([high], ladders.above))
        if modification.leads_to and is_loop:
            message = f"{low!r} would be both easier and harder than {high!r}"
            yield (*location, "leads_to"), message, "delete the link that points the wrong way"
        if modification.is_exercise == exercise.id:
            hint = "delete the line, and write equipment"
            yield (*location, "is_exercise"), f"{exercise.id!r} would be a version of itself", hint


def out_of_reach(exercise: Exercise, ladders: Ladders) -> Iterator[Finding]:
    """An exercise that a beginner could never come to, rung by rung; where a rung below is unknown, that is told."""
    known = all(version.leads_to is None or version.leads_to in ladders.exercises for version in exercise.easier)
    if exercise.id not in ladders.reachable_from_level_1 and known:
        hint = "add an easier version with leads_to: an exercise of level 1, or one that such an exercise leads up to"
        yield ("easier",), "no ladder leads up to it from an exercise of level 1", hint


def dead_ends(exercise: Exercise, ladders: Ladders) -> Iterator[Finding]:
    """An exercise below level 3 that soon leads nowhere: no harder one, and fewer harder versions than suffice."""
    own = sum(version.other_exercise is None for version in exercise.harder)
    if exercise.level < HARDEST and not ladders.above.get(exercise.id) and own < ENOUGH_VERSIONS:
        message = f"it leads to no harder exercise, and its own harder versions are fewer than {ENOUGH_VERSIONS}"
        hint = (
            "add a harder version with leads_to: the exercise that comes next; where none does, one more with equipment"
        )
        yield ("harder",), message, hint


def falling_rungs(exercise: Exercise, ladders: Ladders) -> Iterator[Finding]:
    """Links up to an exercise of a lower level, or down to one of a higher."""
    for location, version in modifications_with_places(exercise):
        other = ladders.exercises.get(version.leads_to or "")
        if not other or other.id == exercise.id:
            continue
        low, high = (other, exercise) if location[0] == "easier" else (exercise, other)
        if low.level > high.level and not {low.id, high.id} <= ladders.circling:
            message = f"{low.id!r} is of level {low.level}, and would lead up to {high.id!r} of level {high.level}"
            hint = "delete the link, write is_exercise where one serves instead of the other, or correct a level"
            yield (*location, "leads_to"), message, hint


def _reachable(starts: Iterable[str], edges: Mapping[str, set[str]]) -> set[str]:
    """The starts and all that can be reached from them."""
    found = {*starts}
    waiting = [*found]
    while waiting:
        new = edges.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found


def _without_ends(edges: Mapping[str, set[str]], back: Mapping[str, set[str]]) -> set[str]:
    """What can be reached from a circle: all but what has nothing before it, again and again."""
    counts = {edge: len(back.get(edge, ())) for edge in {*edges, *back}}
    waiting = [each for each, count in counts.items() if not count]
    while waiting:
        for neighbour in edges.get(waiting.pop(), ()):
            counts[neighbour] -= 1
            if not counts[neighbour]:
                waiting.append(neighbour)
    return {each for each, count in counts.items() if count}

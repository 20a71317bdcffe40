"""The rules of an exercise's versions: names of their own, and ladders that lead down and never in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guide.explain import Finding, Location
from guide.model import Exercise, Modification, ladder_edges

Edges = dict[str, set[str]]


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


def located_modifications(exercise: Exercise) -> Iterator[tuple[Location, Modification]]:
    """Every version with its place in the exercise."""
    for side, versions in (("easier", exercise.easier), ("harder", exercise.harder)):
        yield from (((side, index), each) for index, each in enumerate(versions))


def repeated_names(exercise: Exercise) -> Iterator[Finding]:
    """Versions of one name: a routine could not say which it means."""
    seen: set[str] = set()
    for location, modification in located_modifications(exercise):
        if modification.name in seen:
            yield (*location, "name"), f"two versions are called {modification.name!r}", "rename one"
        seen.add(modification.name)


def loops(exercise: Exercise, ladders: Ladders) -> Iterator[Finding]:
    """Links of this exercise that make another both easier and harder than it."""
    for location, modification in located_modifications(exercise):
        other = modification.exercise or exercise.id
        low, high = (other, exercise.id) if location[0] == "easier" else (exercise.id, other)
        if modification.exercise and low in _reachable(high, ladders.above):
            message = f"{low!r} would be both easier and harder than {high!r}"
            yield (*location, "exercise"), message, "delete the link that points the wrong way"


def out_of_reach(exercise: Exercise, ladders: Ladders) -> Iterator[Finding]:
    """An exercise that a beginner with nothing could never come to."""
    way_down = _reachable(exercise.id, ladders.below) & ladders.exercises.keys()
    starts = any(ladders.exercises[each].level == 1 for each in way_down)
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

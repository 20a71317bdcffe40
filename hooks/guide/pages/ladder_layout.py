"""Where each exercise of a ladder map stands: families by pattern, rows by level, lanes of lines. Draws nothing.

A line to the next row runs straight down. All others to one exercise share a lane beside the rows, which they join one
after the other: whoever follows a lane down comes to one exercise only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from guide.model import Exercise, Guide, Pattern, ladder_edges

Edge: TypeAlias = tuple[str, str]
"""Two exercises, the easier one first."""
MOST_MOVED = 24
"""Exercises of a family whose order is bettered: of more, trying takes too long."""


@dataclass(frozen=True)
class Lane:
    """The line to one exercise from all that lead to it, but for the one in the row before."""

    sources: tuple[int, ...]
    """Their rows, from above."""
    target: int
    """The row where it ends."""
    place: int
    """1 is nearest to the exercises."""

    def passes(self, row: int) -> bool:
        """Whether it runs down beside the whole row."""
        return self.sources[0] < row < self.target


@dataclass(frozen=True)
class Family:
    """Exercises of one pattern, with the rungs between them."""

    pattern: Pattern
    exercises: tuple[Exercise, ...]
    """One a row: by level, and below everything that is easier."""
    straight: frozenset[int]
    """Rows whose exercise leads to that of the next row."""
    lanes: tuple[Lane, ...]

    @property
    def width(self) -> int:
        """How many lanes lie beside each other."""
        return max((lane.place for lane in self.lanes), default=0)

    @property
    def levels(self) -> Mapping[int, range]:
        """The rows of each level."""
        found: dict[int, range] = {}
        for row, exercise in enumerate(self.exercises):
            found[exercise.level] = range(found.get(exercise.level, range(row, row)).start, row + 1)
        return found


def families(guide: Guide) -> tuple[Family, ...]:
    """A family for each pattern that has exercises, in the order of the patterns."""
    edges = ladder_edges(guide.exercises.values())
    return tuple(
        _family(pattern, exercises, edges)
        for pattern in guide.patterns.values()
        if (exercises := guide.exercises_of_pattern(pattern.id))
    )


def _family(pattern: Pattern, exercises: Sequence[Exercise], edges: Iterable[Edge]) -> Family:
    members = {exercise.id: exercise for exercise in exercises}
    own = [edge for edge in edges if members.keys() >= {*edge}]
    order = _shortened(_from_easy_to_hard(members, own), members, own)
    row = {name: number for number, name in enumerate(order)}
    rows = [(row[low], row[high]) for low, high in own]
    straight = frozenset(low for low, high in rows if high == low + 1)
    return Family(pattern, tuple(members[name] for name in order), straight, tuple(_lanes(rows)))


def _from_easy_to_hard(members: Mapping[str, Exercise], edges: Collection[Edge]) -> list[str]:
    """By level, each after all that is easier; what the last one leads to comes next."""
    waiting, order = dict.fromkeys(members), list[str]()
    below = defaultdict(set)
    for low, high in edges:
        below[high].add(low)
    while waiting:
        free = [name for name in waiting if waiting.keys().isdisjoint(below[name])]
        following = [name for name in free if order and order[-1] in below[name]]
        lowest = min(members[name].level for name in free)
        chosen = next(name for name in (*following, *free) if members[name].level == lowest)
        order.append(chosen)
        del waiting[chosen]
    return order


def _shortened(order: list[str], members: Mapping[str, Exercise], edges: Collection[Edge]) -> list[str]:
    """Exercises moved inside their level, one at a time, as long as that makes lanes shorter."""
    if len(order) > MOST_MOVED:
        return order
    length = _length(order, edges)
    while True:
        moved = min(_moves(order, members, edges), key=lambda other: _length(other, edges), default=order)
        if (shorter := _length(moved, edges)) >= length:
            return order
        order, length = moved, shorter


def _moves(order: Sequence[str], members: Mapping[str, Exercise], edges: Collection[Edge]) -> Iterator[list[str]]:
    """Every order in which one exercise stands elsewhere among those of its level, below all that is easier."""
    for name in order:
        others = [other for other in order if other != name]
        for at in range(len(order)):
            moved = [*others[:at], name, *others[at:]]
            row = {other: number for number, other in enumerate(moved)}
            by_level = all(members[one].level <= members[other].level for one, other in pairwise(moved))
            if by_level and all(row[low] < row[high] for low, high in edges):
                yield moved


def _length(order: Sequence[str], edges: Iterable[Edge]) -> int:
    """How far all lanes run together; a lane of its own counts as a row more."""
    row = {name: number for number, name in enumerate(order)}
    return sum(lane.target - lane.sources[0] + 1 for lane in _lanes((row[low], row[high]) for low, high in edges))


def _lanes(edges: Iterable[tuple[int, int]]) -> Iterator[Lane]:
    """The lanes of these edges between rows; short ones lie nearer to the exercises."""
    sources = defaultdict(list)
    for low, high in edges:
        if high > low + 1:
            sources[high].append(low)
    spans = sorted((target - min(rows), sorted(rows), target) for target, rows in sources.items())
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for _, rows, target in spans:
        first, place = rows[0], 1
        while any(first < end and start < target for start, end in taken[place]):
            place += 1
        taken[place].append((first, target))
        yield Lane(tuple(rows), target, place)

"""Where each exercise of a ladder map stands: families, rows from easy to hard, order in a row. Draws nothing."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from itertools import groupby, pairwise
from typing import TypeAlias

from guide.model import Exercise, Guide, ladder_edges

Edge: TypeAlias = tuple[str, str]
"""Two exercises, the easier one first."""
Place: TypeAlias = str | tuple[str, str, int]
"""What takes room in a row: an exercise, or an edge on its way past the row of this number."""
Rows: TypeAlias = tuple[tuple[Place, ...], ...]
Joined: TypeAlias = Mapping[Place, list[Place]]
"""The places in the rows next to its own that lines lead to from each place."""

SWEEPS = 8
"""How often rows are put in order after their neighbours; the fewest crossings win."""


@dataclass(frozen=True)
class Family:
    """Exercises that lead to one another."""

    exercises: tuple[Exercise, ...]
    """The easiest first."""
    edges: tuple[Edge, ...]
    rows: Rows
    """From the easiest down, each from left to right."""
    levels: tuple[int, ...]
    """The level of each row; it never falls."""

    @property
    def starts(self) -> tuple[Exercise, ...]:
        """Exercises with nothing easier below them."""
        above = {high for _, high in self.edges}
        return tuple(each for each in self.exercises if each.id not in above)

    @cached_property
    def row_of(self) -> Mapping[Place, int]:
        """The number of the row that each place is in."""
        return _row_numbers(self.rows)


def families(guide: Guide) -> tuple[Family, ...]:
    """Every family, the largest first; exercises without a ladder are in none."""
    edges = ladder_edges(guide.exercises.values())
    own = defaultdict(list)
    for edge in edges:
        own[edge[0]].append(edge)
        own[edge[1]].append(edge)
    place = {name: number for number, name in enumerate(guide.exercises)}
    rank = {edge: number for number, edge in enumerate(edges)}
    groups = []
    for ids in _connected(edges):
        among = sorted({edge for name in ids for edge in own[name]}, key=rank.__getitem__)
        groups.append(_family(guide, among, sorted(ids, key=place.__getitem__)))
    return tuple(sorted(groups, key=lambda each: -len(each.exercises)))


def without_ladder(guide: Guide) -> tuple[Exercise, ...]:
    """Exercises that neither come from another nor lead to one."""
    linked = {each for edge in ladder_edges(guide.exercises.values()) for each in edge}
    return tuple(each for each in guide.exercises.values() if each.id not in linked)


def path(family: Family, edge: Edge) -> list[Place]:
    """The places that an edge runs through, its ends included."""
    return _path(edge, family.row_of)


def crossings(rows: Iterable[tuple[Place, ...]], edges: Iterable[Edge]) -> int:
    """How many lines cross between neighbouring rows."""
    rows = tuple(rows)
    return _crossings(rows, _joined(rows, edges))


def _connected(edges: tuple[Edge, ...]) -> list[set[str]]:
    """What hangs together, in the order of the last edge of each."""
    group_of: dict[str, set[str]] = {}
    for edge in edges:
        small, large = sorted((group_of.setdefault(name, {name}) for name in edge), key=len)
        if small is not large:
            large |= small
            group_of |= dict.fromkeys(small, large)
    last_first = {id(group_of[low]): group_of[low] for low, _ in reversed(edges)}
    return [*last_first.values()][::-1]


def _family(guide: Guide, own_edges: Iterable[Edge], ids: Iterable[str]) -> Family:
    """The family of these exercises, in the order of the guide, and of the edges between them."""
    edges = tuple(own_edges)
    keys = _row_keys([guide.exercises[each] for each in ids], edges)
    exercises = tuple(guide.exercises[each] for each in sorted(keys, key=lambda each: keys[each]))
    plain = [[each.id for each in group] for _, group in groupby(exercises, key=lambda each: keys[each.id])]
    levels = tuple(level for level, _ in sorted(set(keys.values())))
    return Family(exercises, edges, _in_order(_with_passing(plain, edges), edges), levels)


def _row_keys(exercises: Iterable[Exercise], edges: tuple[Edge, ...]) -> dict[str, tuple[int, int]]:
    """(level, row inside the level) of every exercise: below everything that is easier, close to what is harder."""
    below, above = _neighbours(edges)
    levels = {each.id: each.level for each in exercises}
    order = tuple(TopologicalSorter({name: below[name] for name in levels}).static_order())
    level: dict[str, int] = {}
    height: dict[str, int] = {}
    for name in order:
        level[name] = max([levels[name], *(level[each] for each in below[name])])
    for name in reversed(order):
        height[name] = max((1 + height[each] for each in above[name] if level[each] == level[name]), default=0)
    return {name: (level[name], -height[name]) for name in levels}


def _neighbours(edges: Iterable[Edge]) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    below, above = defaultdict(list), defaultdict(list)
    for low, high in edges:
        below[high].append(low)
        above[low].append(high)
    return below, above


def _with_passing(rows: list[list[str]], edges: Iterable[Edge]) -> Rows:
    full: list[list[Place]] = [[*row] for row in rows]
    row_of = _row_numbers(full)
    for edge in edges:
        for number in _passed(edge, row_of):
            full[number].append((*edge, number))
    return tuple(map(tuple, full))


def _row_numbers(rows: Iterable[Iterable[Place]]) -> dict[Place, int]:
    return {place: number for number, row in enumerate(rows) for place in row}


def _passed(edge: Edge, row_of: Mapping[Place, int]) -> range:
    """The rows between its ends."""
    return range(row_of[edge[0]] + 1, row_of[edge[1]])


def _path(edge: Edge, row_of: Mapping[Place, int]) -> list[Place]:
    return [edge[0], *((*edge, number) for number in _passed(edge, row_of)), edge[1]]


def _joined(rows: Rows, edges: Iterable[Edge]) -> Joined:
    row_of, joined = _row_numbers(rows), defaultdict(list)
    for edge in edges:
        for one, other in pairwise(_path(edge, row_of)):
            joined[one].append(other)
            joined[other].append(one)
    return joined


def _in_order(rows: Rows, edges: Iterable[Edge]) -> Rows:
    joined = _joined(rows, edges)
    best, fewest = rows, _crossings(rows, joined)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        down = sweep % 2 == 0
        rows = _swept(rows if down else rows[::-1], joined)
        rows = rows if down else rows[::-1]
        count = _crossings(rows, joined)
        if count < fewest:
            best, fewest = rows, count
    return best


def _swept(rows: Rows, joined: Joined) -> Rows:
    """Each row put in order after the one before it."""
    done = [rows[0]]
    for row in rows[1:]:
        before = _across(done[-1])
        weights = {each: _weight(joined[each], before, otherwise) for each, otherwise in _across(row).items()}
        done.append(tuple(sorted(row, key=weights.__getitem__)))
    return tuple(done)


def _across(row: tuple[Place, ...]) -> Mapping[Place, float]:
    """How far to the right each place is, as a part of the row."""
    return {each: (index + 0.5) / len(row) for index, each in enumerate(row)}


def _weight(linked: Iterable[Place], before: Mapping[Place, float], otherwise: float) -> float:
    found = sorted(before[each] for each in linked if each in before)
    return sum(found) / len(found) if found else otherwise


def _crossings(rows: Rows, joined: Joined) -> int:
    return sum(_crossed(above, below, joined) for above, below in pairwise(rows))


def _crossed(above: tuple[Place, ...], below: tuple[Place, ...], joined: Joined) -> int:
    """How many lines end to the left of one that begins to the left of them."""
    at = {place: index for index, place in enumerate(below)}
    ends: list[int] = []
    count = 0
    for place in above:
        for end in sorted(at[each] for each in joined[place] if each in at):
            count += len(ends) - bisect_right(ends, end)
            insort(ends, end)
    return count

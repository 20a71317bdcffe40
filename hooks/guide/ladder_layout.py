"""Where each exercise of a ladder map stands: families, rows from easy to hard, order in a row. Draws nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import groupby, pairwise
from typing import TypeAlias

from guide.model import Exercise, Guide, ladder_edges

Edge: TypeAlias = tuple[str, str]
"""Two exercises, the easier one first."""
Place: TypeAlias = str | tuple[str, str, int]
"""What takes room in a row: an exercise, or an edge on its way past the row of this number."""

SWEEPS = 8
"""How often rows are put in order after their neighbours; the fewest crossings win."""


@dataclass(frozen=True)
class Family:
    """Exercises that lead to one another."""

    exercises: tuple[Exercise, ...]
    """The easiest first."""
    edges: tuple[Edge, ...]
    rows: tuple[tuple[Place, ...], ...]
    """From the easiest down, each from left to right."""
    levels: tuple[int, ...]
    """The level of each row; it never falls."""

    @property
    def starts(self) -> tuple[Exercise, ...]:
        """Exercises with nothing easier below them."""
        above = {high for _, high in self.edges}
        return tuple(each for each in self.exercises if each.id not in above)


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
    first, last = _row_of(family.rows, edge[0]), _row_of(family.rows, edge[1])
    return [edge[0], *((*edge, row) for row in range(first + 1, last)), edge[1]]


def crossings(rows: Iterable[tuple[Place, ...]], edges: Iterable[Edge]) -> int:
    """How many lines cross between neighbouring rows."""
    edges = tuple(edges)
    return sum(_crossed(above, below, edges) for above, below in pairwise(rows))


def _connected(edges: Iterable[Edge]) -> list[set[str]]:
    """What hangs together, in the order of the last edge of each."""
    group_of: dict[str, int] = {}
    groups: dict[int, set[str]] = {}
    for number, edge in enumerate(edges):
        joined = [groups.pop(each) for each in dict.fromkeys(group_of[name] for name in edge if name in group_of)]
        largest = max(joined, key=len, default=set[str]())
        added = {*edge}.union(*(each for each in joined if each is not largest)) - largest
        largest |= added
        groups[number] = largest
        group_of |= dict.fromkeys(largest, number)
    return list(groups.values())


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


def _with_passing(rows: list[list[str]], edges: Iterable[Edge]) -> tuple[tuple[Place, ...], ...]:
    full: list[list[Place]] = [[*row] for row in rows]
    for low, high in edges:
        for number in range(_row_of(rows, low) + 1, _row_of(rows, high)):
            full[number].append((low, high, number))
    return tuple(map(tuple, full))


def _row_of(rows: Iterable[Iterable[Place]], name: str) -> int:
    return next(number for number, row in enumerate(rows) if name in row)


def _in_order(rows: tuple[tuple[Place, ...], ...], edges: tuple[Edge, ...]) -> tuple[tuple[Place, ...], ...]:
    best = rows
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        rows = _swept(rows if down else rows[::-1], edges)
        rows = rows if down else rows[::-1]
        best = min(best, rows, key=lambda each: crossings(each, edges))
    return best


def _swept(rows: tuple[tuple[Place, ...], ...], edges: tuple[Edge, ...]) -> tuple[tuple[Place, ...], ...]:
    """Each row put in order after the one before it."""
    done = [rows[0]]
    for row in rows[1:]:
        before, count = done[-1], len(row)
        weights = {each: _weight(each, before, edges, (row.index(each) + 0.5) / count) for each in row}
        done.append(tuple(sorted(row, key=lambda each: weights[each])))
    return tuple(done)


def _weight(place: Place, before: tuple[Place, ...], edges: tuple[Edge, ...], otherwise: float) -> float:
    linked = [(index + 0.5) / len(before) for index, each in enumerate(before) if _joined(each, place, edges)]
    return sum(linked) / len(linked) if linked else otherwise


def _crossed(above: tuple[Place, ...], below: tuple[Place, ...], edges: tuple[Edge, ...]) -> int:
    lines = [(i, j) for i, a in enumerate(above) for j, b in enumerate(below) if _joined(a, b, edges)]
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for n, a in enumerate(lines) for b in lines[:n])


def _joined(one: Place, other: Place, edges: Iterable[Edge]) -> bool:
    """Whether a line runs between two places of neighbouring rows, whichever is above."""
    return any({one, other} <= set(_stations(edge, one, other)) for edge in edges)


def _stations(edge: Edge, *places: Place) -> Iterator[Place]:
    yield from edge
    yield from (each for each in places if isinstance(each, tuple) and each[:2] == edge)

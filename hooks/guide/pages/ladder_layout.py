"""Where each exercise of a ladder map stands: families, rows from easy to hard, order in a row. Draws nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise
from statistics import fmean
from typing import TypeAlias

from guide.model import Exercise, Guide, ladder_edges

Edge: TypeAlias = tuple[str, str]
"""Two exercises, the easier one first."""
Place: TypeAlias = str | tuple[str, str, int]
"""What takes room in a row: an exercise, or an edge on its way past the row of this number."""
Path: TypeAlias = tuple[Place, ...]
"""The places that the line of an edge runs through, its ends included: one in each row."""


@dataclass(frozen=True)
class Family:
    """Exercises that lead to one another."""

    exercises: tuple[Exercise, ...]
    """The easiest first."""
    paths: Mapping[Edge, Path]
    rows: tuple[tuple[Place, ...], ...]
    """From the easiest down, each from left to right."""
    levels: tuple[int, ...]
    """The level of each row; it never falls."""

    @property
    def starts(self) -> tuple[Exercise, ...]:
        """Exercises with nothing easier below them."""
        above = {high for _, high in self.paths}
        return tuple(exercise for exercise in self.exercises if exercise.id not in above)


def families(guide: Guide) -> tuple[Family, ...]:
    """Every family, the largest first; exercises without a ladder are in none."""
    edges = ladder_edges(guide.exercises.values())
    first_of = _first_of_families(guide.exercises, edges)
    members, own = defaultdict(list), defaultdict(list)
    for name, exercise in guide.exercises.items():
        if name in first_of:
            members[first_of[name]].append(exercise)
    for edge in edges:
        own[first_of[edge[0]]].append(edge)
    found = (_family(exercises, own[first]) for first, exercises in members.items())
    return tuple(sorted(found, key=lambda family: -len(family.exercises)))


def without_ladder(guide: Guide) -> tuple[Exercise, ...]:
    """Exercises that neither come from another nor lead to one."""
    linked = {name for edge in ladder_edges(guide.exercises.values()) for name in edge}
    return tuple(exercise for exercise in guide.exercises.values() if exercise.id not in linked)


def _first_of_families(names: Iterable[str], edges: Iterable[Edge]) -> dict[str, str]:
    """Every exercise on a ladder with the first of those that hang together with it."""
    below, above = _neighbours(edges)
    first_of: dict[str, str] = {}
    for first in names:
        waiting = [first] if first not in first_of and (below[first] or above[first]) else []
        while waiting:
            name = waiting.pop()
            first_of[name] = first
            waiting += [other for other in (*below[name], *above[name]) if other not in first_of]
    return first_of


def _neighbours(edges: Iterable[Edge]) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    below, above = defaultdict(list), defaultdict(list)
    for low, high in edges:
        below[high].append(low)
        above[low].append(high)
    return below, above


def _family(exercises: Collection[Exercise], edges: Collection[Edge]) -> Family:
    """The family of these exercises, in the order of the guide, and of the edges between them."""
    keys = _row_keys(exercises, edges)
    numbers = {key: number for number, key in enumerate(sorted({*keys.values()}))}
    row_of = {name: numbers[key] for name, key in keys.items()}
    rows: list[list[Place]] = [[] for _ in numbers]
    for name, number in row_of.items():
        rows[number].append(name)
    paths: dict[Edge, Path] = {}
    for low, high in edges:
        passed = range(row_of[low] + 1, row_of[high])
        paths[low, high] = (low, *((low, high, number) for number in passed), high)
        for number in passed:
            rows[number].append((low, high, number))
    ordered = tuple(sorted(exercises, key=lambda exercise: row_of[exercise.id]))
    return Family(ordered, paths, tuple(_in_order(rows, paths.values())), tuple(level for level, _ in numbers))


def _row_keys(exercises: Iterable[Exercise], edges: Iterable[Edge]) -> dict[str, tuple[int, int]]:
    """(level, row inside the level) of every exercise: below everything that is easier, close to what is harder."""
    below, above = _neighbours(edges)
    levels = {exercise.id: exercise.level for exercise in exercises}
    order = tuple(TopologicalSorter({name: below[name] for name in levels}).static_order())
    level: dict[str, int] = {}
    height: dict[str, int] = {}
    for name in order:
        level[name] = max([levels[name], *(level[easier] for easier in below[name])])
    for name in reversed(order):
        same = (harder for harder in above[name] if level[harder] == level[name])
        height[name] = max((1 + height[harder] for harder in same), default=0)
    return {name: (level[name], -height[name]) for name in levels}


def _in_order(rows: Iterable[Collection[Place]], paths: Iterable[Path]) -> Iterator[tuple[Place, ...]]:
    """Each row put in order after the one before it, so that few lines cross: every place about under those before."""
    before = defaultdict(list)
    for path in paths:
        for one, other in pairwise(path):
            before[other].append(one)
    across: dict[Place, float] = {}
    for row in rows:
        own = {place: (index + 0.5) / len(row) for index, place in enumerate(row)}
        weights = {place: fmean(across[one] for one in before[place]) if before[place] else own[place] for place in row}
        done = tuple(sorted(row, key=weights.__getitem__))
        across |= {place: (index + 0.5) / len(row) for index, place in enumerate(done)}
        yield done

"""Sound files that are read again when a place in them is asked for: the nodes of thousands would fill the memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guide.files import content
from guide.node import Node, Step
from guide.problem import Problem
from guide.source import LARGEST_FILE

Read = Callable[[bytes, str], tuple[Node | None, tuple[Problem, ...]]]
NodesOf = Callable[[Path, str], Node | None]
"""The nodes of the file at a path, which problems call by a label; None where it changed meanwhile."""


def nodes_of(read: Read) -> NodesOf:
    """Reads with `read`; remembers the last file only, since problems of one file follow one another."""

    @lru_cache(maxsize=1)
    def of(path: Path, label: str) -> Node | None:
        data = content(path, label, most=LARGEST_FILE)
        return None if isinstance(data, Problem) else read(data, label)[0]

    return of


@dataclass(frozen=True)
class Again:
    """The places of one file."""

    path: Path
    label: str
    nodes_of: NodesOf

    def find(self, location: tuple[Step, ...], *, key: bool = False) -> Node:
        """The deepest node on the way to `location`."""
        node = self.nodes_of(self.path, self.label)
        return node.find(location, key=key) if node else Node(None, 1, 1)

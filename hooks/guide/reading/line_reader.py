"""Reads files as `source.read` does and keeps what a report on them needs: lines, and whether they are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from guide.problems.excerpt import line_of
from guide.problems.node import Node
from guide.problems.problem import Problem
from guide.reading.yaml_source import read

MOST_LAYOUT = 50
"""Of so many files it is told that they are not laid out; what was brought from elsewhere never is."""

LaidOut = Callable[[bytes, Node, str], bool]


@dataclass
class Reader:
    """Is called as `source.read` is; once more for a file in which a place is looked up."""

    laid_out: LaidOut = lambda data, node, path: True
    """Whether a file has the common layout; checked while it is in memory, and only where it can be read."""
    layout: list[str] = field(default_factory=list)
    """Paths of the files that have not."""
    _texts: dict[str, bytes] = field(default_factory=dict)

    def __call__(self, data: bytes, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
        again, self._texts[path] = path in self._texts, data
        node, problems = read(data, path)
        wanted = not again and len(self.layout) < MOST_LAYOUT
        if node and not problems and wanted and not self.laid_out(data, node, path):
            self.layout.append(path)
        return node, problems

    def line(self, path: str, number: int) -> str | None:
        """A line of a file that was read."""
        data = self._texts.get(path)
        return None if data is None else line_of(data, number)

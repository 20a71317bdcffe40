"""Document → PDF bytes, and drawing → PNG bytes; kept, so that nothing is printed twice. Knows neither guide nor model.

The processes that print load nothing else: reading in the model would take them longer than two pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guide.disk_cache import keep
from guide.printing.document import Content, Document, Paper, Value
from guide.printing.lettering import missing_letter, unprintable
from guide.printing.typeset import PrintError, ground, raster, render
from guide.problems.problem import Problem
from guide.processes import as_they_come

__all__ = [
    "Content",
    "Document",
    "Paper",
    "PrintError",
    "Value",
    "ground",
    "missing_letter",
    "print_all",
    "raster",
    "render",
    "unprintable",
]


def print_all(documents: Iterable[tuple[str, Document]], folder: Path, *, most: int) -> None:
    """Print documents, at most so many, on all cores; the folder keeps each PDF under its key.

    A document that is made when it is asked for is made while others are being printed.
    """
    wanted = ((folder, key, document) for key, document in documents)
    for problem in as_they_come(_print, wanted, most=most, worth=4):
        if problem:
            raise PrintError(problem)


def _print(wanted: tuple[Path, str, Document]) -> Problem | None:
    """Into the folder; the bytes would only take time on their way back from another process."""
    folder, key, document = wanted
    try:
        keep(folder, key, render(document))
    except PrintError as error:
        return error.problem
    return None

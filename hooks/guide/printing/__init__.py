"""Document → PDF bytes, and drawing → PNG bytes; kept, so that nothing is printed twice. Knows neither guide nor model.

The processes that print load nothing else: reading in the model would take them longer than two pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.cores import as_they_come
from guide.printing.cache import is_kept, kept, place
from guide.printing.document import Content, Document, Paper, Value
from guide.printing.typeset import PrintError, ground, has_letter, key, raster, render
from guide.problem import Problem

__all__ = [
    "Content",
    "Document",
    "Paper",
    "PrintError",
    "Value",
    "ground",
    "has_letter",
    "is_kept",
    "kept",
    "key",
    "place",
    "print_lacking",
    "printed",
    "raster",
    "render",
]


def printed(documents: Iterable[Document], folder: Path) -> Iterator[bytes]:
    """The PDFs in the order of their documents; `folder` keeps them, and what it lacks is printed on all cores."""
    same = ground()
    keyed = [(key(each, same), each) for each in documents]
    print_lacking(keyed, folder, most=len(keyed))
    return (place(folder, each).read_bytes() for each, _ in keyed)


def print_lacking(documents: Iterable[tuple[str, Document]], folder: Path, *, most: int) -> None:
    """Print, on all cores, the documents whose PDF the folder does not yet have under their key; `most` as many.

    A document that is made when it is asked for is made while others are being printed.
    """
    lacking = ((folder, key, document) for key, document in documents if not is_kept(folder, key))
    for problem in as_they_come(_print, lacking, most=most, worth=4):
        if problem:
            raise PrintError(problem)


def _print(wanted: tuple[Path, str, Document]) -> Problem | None:
    """Into the folder; the bytes would only take time on their way back from another process."""
    folder, key, document = wanted
    try:
        kept(folder, key, lambda: render(document))
    except PrintError as error:
        return error.problem
    return None

"""Guide → PDF: one sheet a routine, one card an exercise, and the whole guide as a booklet. Pure: bytes out, no files.

`routine_document` and its kin say what is to be printed, as plain data; `render` prints it; `kept` does not print
twice what has not changed. What a page looks like is in hooks/guide/templates/*.typ and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide.handout.cache import kept
from guide.handout.document import Document, Edition, Paper, Picture, Pictures, no_pictures
from guide.handout.key_frames import key_frames
from guide.handout.print import PrintError, ground, key, raster, render
from guide.handout.sheets import booklet_document, exercise_document, routine_document
from guide.model import Exercise, Guide, Routine

__all__ = [
    "Document",
    "Edition",
    "Paper",
    "Picture",
    "Pictures",
    "PrintError",
    "booklet_document",
    "booklet_pdf",
    "exercise_document",
    "exercise_pdf",
    "ground",
    "kept",
    "key",
    "key_frames",
    "no_pictures",
    "printed",
    "raster",
    "render",
    "routine_document",
    "routine_pdf",
]


def routine_pdf(
    guide: Guide, routine: Routine, edition: Edition, *, paper: Paper = "a4", pictures: Pictures = no_pictures
) -> bytes:
    """A routine to do from the floor and to log: one sheet, both sides."""
    return render(routine_document(guide, routine, edition, paper=paper, pictures=pictures))


def exercise_pdf(
    guide: Guide, exercise: Exercise, edition: Edition, *, paper: Paper = "a4", pictures: Pictures = no_pictures
) -> bytes:
    """An exercise with all its steps on one page."""
    return render(exercise_document(guide, exercise, edition, paper=paper, pictures=pictures))


def booklet_pdf(guide: Guide, edition: Edition, *, paper: Paper = "a4", pictures: Pictures = no_pictures) -> bytes:
    """Everything, to print once and keep."""
    return render(booklet_document(guide, edition, paper=paper, pictures=pictures))


def printed(documents: Iterable[Document], folder: Path) -> Iterator[bytes]:
    """The PDFs in the order of their documents; `folder` keeps them, and what it lacks is printed on all cores."""
    same = ground()

    def made(document: Document) -> bytes:
        return kept(folder, key(document, same), lambda: render(document))

    with ThreadPoolExecutor() as pool:
        yield from pool.map(made, documents)

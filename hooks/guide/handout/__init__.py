"""Guide → PDF: one sheet a routine, one card an exercise, and the whole guide as a booklet. Pure: bytes out, no files.

`routine_document` and its kin say what is to be printed, as plain data; `render` prints it; `kept` does not print
twice what has not changed. What a page looks like is in hooks/guide/templates/*.typ and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from guide.cores import on_all_cores
from guide.handout.cache import is_kept, kept, place
from guide.handout.document import Document, Edition, Paper, Picture, Pictures, no_pictures
from guide.handout.key_frames import kept_frames, key_frames
from guide.handout.print import PrintError, ground, key, raster, render
from guide.handout.sheets import booklet_document, exercise_document, routine_document
from guide.model import Exercise, Guide, Routine
from guide.problem import Problem

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
    "is_kept",
    "kept",
    "kept_frames",
    "key",
    "key_frames",
    "no_pictures",
    "place",
    "print_lacking",
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
    keyed = [(key(each, same), each) for each in documents]
    print_lacking(dict(keyed), folder)
    return (place(folder, each).read_bytes() for each, _ in keyed)


def print_lacking(documents: Mapping[str, Document], folder: Path) -> None:
    """Print, on all cores, the documents whose PDF the folder does not yet have under their key."""
    lacking = [(folder, key, document) for key, document in documents.items() if not is_kept(folder, key)]
    longest_first = sorted(lacking, key=lambda each: each[2].template != "booklet.typ")
    for problem in on_all_cores(_print, longest_first, worth=4, at_once=1):
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

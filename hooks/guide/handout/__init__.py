"""Guide → PDF: one sheet a routine, one card an exercise, and the whole guide as a booklet. Pure: bytes out, no files.

`routine_document` and its kin say what is to be printed, as plain data; `printing` prints it. What a page looks like is
in hooks/guide/templates/*.typ and nowhere else.
"""

from __future__ import annotations

from guide.handout.document import Edition, Picture, Pictures, no_pictures
from guide.handout.key_frames import kept_frames, key_frames
from guide.handout.sheets import booklet_document, exercise_document, routine_document
from guide.model import Exercise, Guide, Routine
from guide.printing import Paper, render

__all__ = [
    "Edition",
    "Picture",
    "Pictures",
    "booklet_document",
    "booklet_pdf",
    "exercise_document",
    "exercise_pdf",
    "kept_frames",
    "key_frames",
    "no_pictures",
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

"""Guide to every PDF that the site offers, and the page that offers it. Printing itself is in `handout`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guide.handout import (
    Document,
    Edition,
    Paper,
    booklet_document,
    exercise_document,
    key_frames,
    printed,
    routine_document,
)
from guide.model import Guide

PAPERS: Mapping[Paper, str] = {"a4": "A4", "us-letter": "US Letter"}
BOOKLET = "leg-strength-for-runners"


@dataclass(frozen=True)
class Download:
    """One PDF."""

    uri: str
    """Where it lies, relative to the site's root."""
    page: str
    """Address of the page that offers it."""
    paper: str
    """A4 or US Letter."""
    content: bytes

    @property
    def label(self) -> str:
        """Format and size, as links name them: PDF, A4, 48 KB."""
        size = len(self.content) / 1000
        return f"PDF, {self.paper}, " + (f"{size:.0f} KB" if size < 1000 else f"{size / 1000:.1f} MB")


def downloads(guide: Guide, edition: Edition, folder: Path) -> tuple[Download, ...]:
    """Every PDF; `folder` keeps them between builds. A document that cannot be printed is a PrintError."""
    planned = tuple(_documents(guide, edition))
    contents = printed((document for *_, document in planned), folder)
    return tuple(
        Download(f"print/{name}-{paper}.pdf", page, PAPERS[paper], content)
        for (name, page, paper, _), content in zip(planned, contents, strict=True)
    )


def _documents(guide: Guide, edition: Edition) -> Iterator[tuple[str, str, Paper, Document]]:
    """Name, page and paper of every document, and the document."""
    pictures = key_frames(guide)
    for paper in PAPERS:
        for routine in guide.routines.values():
            document = routine_document(guide, routine, edition, paper=paper, pictures=pictures)
            yield f"routines/{routine.id}", f"routines/{routine.id}/", paper, document
        for exercise in guide.exercises.values():
            document = exercise_document(guide, exercise, edition, paper=paper, pictures=pictures)
            yield f"exercises/{exercise.id}", f"exercises/{exercise.id}/", paper, document
        yield BOOKLET, "routines/", paper, booklet_document(guide, edition, paper=paper, pictures=pictures)

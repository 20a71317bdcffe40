"""Guide to every PDF that the site offers, and the page that offers it. Printing itself is in `handout`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from guide.handout import (
    Document,
    Edition,
    Paper,
    Pictures,
    booklet_document,
    exercise_document,
    ground,
    is_kept,
    kept_frames,
    key,
    place,
    print_lacking,
    routine_document,
)
from guide.kept import code, digest, write
from guide.model import Guide
from guide.model.text import Entry

PAPERS: Mapping[Paper, str] = {"a4": "A4", "us-letter": "US Letter"}
BOOKLET = "leg-strength-for-runners"
MOST_IN_BOOKLET = 60
"""Exercises: a booklet of more is nothing to print at home, and takes gigabytes of memory to make."""
KNOWN = "known.json"


@dataclass(frozen=True)
class Download:
    """One PDF."""

    uri: str
    """Where it lies, relative to the site's root."""
    page: str
    """Address of the page that offers it."""
    paper: str
    """A4 or US Letter."""
    file: Path
    """Where it is kept between builds."""
    size: int
    """In bytes."""

    @property
    def label(self) -> str:
        """Format and size, as links name them: PDF, A4, 48 KB."""
        size = self.size / 1000
        return f"PDF, {self.paper}, " + (f"{size:.0f} KB" if size < 1000 else f"{size / 1000:.1f} MB")


@dataclass(frozen=True)
class _Plan:
    """A PDF before it is looked for."""

    name: str
    page: str
    paper: Paper
    subject: str
    """Changes with all that may change the document, and much more cheaply than the document is made."""
    document: Callable[[], Document]


def downloads(guide: Guide, edition: Edition, folder: Path) -> tuple[Download, ...]:
    """Every PDF; `folder` keeps them between builds. A document that cannot be printed is a PrintError."""
    plans, same = tuple(_plans(guide, edition, folder)), ground()
    known = _known(folder)
    documents = {each.subject: each.document() for each in plans if not _is_there(folder, known.get(each.subject))}
    keys = known | {subject: key(document, same) for subject, document in documents.items()}
    print_lacking({keys[subject]: document for subject, document in documents.items()}, folder)
    _remember({each.subject: keys[each.subject] for each in plans}, known, folder)
    return tuple(_download(each, place(folder, keys[each.subject])) for each in plans)


def _download(plan: _Plan, file: Path) -> Download:
    return Download(f"print/{plan.name}-{plan.paper}.pdf", plan.page, PAPERS[plan.paper], file, file.stat().st_size)


def _plans(guide: Guide, edition: Edition, folder: Path) -> Iterator[_Plan]:
    """A card, and with it what it depends on, knows one exercise; sheets and booklet know all."""
    same = digest(code(), ground(), repr(edition), *_written(_vocabulary(guide)))
    one = {each.id: digest(same, each.model_dump_json()) for each in guide.exercises.values()}
    everything = digest(*one.values())
    pictures = kept_frames(guide, folder / "drawings")
    for paper in PAPERS:
        for routine in guide.routines.values():
            subject = digest(paper, everything, routine.model_dump_json())
            make: Callable[[], Document] = partial(routine_document, guide, routine, edition, paper=paper)
            yield _plan(f"routines/{routine.id}", f"routines/{routine.id}/", paper, subject, make, pictures)
        for exercise in guide.exercises.values():
            alone = replace(guide, exercises={exercise.id: exercise}, routines={})
            make = partial(exercise_document, alone, exercise, edition, paper=paper)
            subject = digest(paper, one[exercise.id])
            yield _plan(f"exercises/{exercise.id}", f"exercises/{exercise.id}/", paper, subject, make, pictures)
        if len(guide.exercises) <= MOST_IN_BOOKLET:
            subject = digest(paper, everything, "booklet", *_written(guide.routines.values()))
            make = partial(booklet_document, guide, edition, paper=paper)
            yield _plan(BOOKLET, "routines/", paper, subject, make, pictures)


def _plan(
    name: str, page: str, paper: Paper, subject: str, make: Callable[..., Document], pictures: Pictures
) -> _Plan:
    return _Plan(name, page, paper, subject, partial(make, pictures=pictures))


def _vocabulary(guide: Guide) -> Iterator[Entry]:
    for entries in (guide.muscles, guide.equipment, guide.patterns, guide.sources):
        yield from entries.values()
    yield guide.safety


def _written(entries: Iterable[Entry]) -> Iterator[str]:
    return (each.model_dump_json() for each in entries)


def _is_there(folder: Path, key: str | None) -> bool:
    return key is not None and is_kept(folder, key)


def _known(folder: Path) -> dict[str, str]:
    """The key of every document of the last build, by its subject."""
    try:
        found: dict[str, str] = json.loads((folder / KNOWN).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return found


def _remember(keys: Mapping[str, str], known: Mapping[str, str], folder: Path) -> None:
    if keys != known:
        write(folder / KNOWN, json.dumps(keys).encode())

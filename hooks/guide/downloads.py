"""Guide to every PDF that the site offers and the page that offers it. `handout` fills them, `printing` prints them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from guide.handout import Edition, Pictures, booklet_document, exercise_document, key_frames, routine_document
from guide.kept import code, digest, write
from guide.model import Guide
from guide.model.text import Entry
from guide.printing import Document, Paper, ground, is_kept, key, place, print_lacking

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
class Plan:
    """A PDF before it is looked for."""

    uri: str
    page: str
    paper: Paper
    subject: str
    """Changes with all that may change the document, and much more cheaply than the document is made."""
    document: Callable[[], Document]


class PutOff(Protocol):
    """Prints later; see `later`."""

    known: dict[str, str]

    def put_off(self, plans: Sequence[Plan]) -> Sequence[Plan]:
        """Those that it takes over."""


def downloads(guide: Guide, edition: Edition, folder: Path, later: PutOff | None = None) -> tuple[Download, ...]:
    """Every PDF; `folder` keeps them between builds. A document that cannot be printed is a PrintError.

    With `later`, a document that has changed is offered as it was before until it has been printed.
    """
    plans, last = tuple(_plans(guide, edition, folder)), _last(folder)
    known = last.subjects | (later.known if later else {})
    lacking = [each for each in plans if not _is_there(folder, known.get(each.subject))]
    put_off = later.put_off([each for each in lacking if _is_there(folder, last.uris.get(each.uri))]) if later else ()
    waiting = {each.subject for each in put_off}
    known |= printed_plans([each for each in lacking if each.subject not in waiting], folder)
    known |= {each.subject: last.uris[each.uri] for each in put_off}
    own = {each.uri: known[each.subject] for each in plans}
    ready = {each.subject: known[each.subject] for each in plans if each.subject not in waiting}
    _remember(_Last(ready, own), last, folder)
    return tuple(_download(each, place(folder, own[each.uri])) for each in plans)


def printed_plans(plans: Sequence[Plan], folder: Path) -> dict[str, str]:
    """The keys under which the folder has the PDFs, by subject; it gets those that it lacks."""
    same, keys = ground(), dict[str, str]()

    def keyed() -> Iterator[tuple[str, Document]]:
        """The booklets first: they take longest."""
        for plan in sorted(plans, key=lambda each: BOOKLET not in each.uri):
            document = plan.document()
            keys[plan.subject] = key(document, same)
            yield keys[plan.subject], document

    print_lacking(keyed(), folder, most=len(plans))
    return keys


def _download(plan: Plan, file: Path) -> Download:
    return Download(plan.uri, plan.page, PAPERS[plan.paper], file, file.stat().st_size)


def _plans(guide: Guide, edition: Edition, folder: Path) -> Iterator[Plan]:
    """A card, and with it what it depends on, knows one exercise; sheets and booklet know all."""
    same = digest(code(), ground(), repr(edition), *_written(_vocabulary(guide)))
    one = {each.id: digest(same, each.model_dump_json()) for each in guide.exercises.values()}
    everything = digest(*one.values())
    pictures = key_frames(guide, folder / "drawings")
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


def _plan(name: str, page: str, paper: Paper, subject: str, make: Callable[..., Document], pictures: Pictures) -> Plan:
    return Plan(f"print/{name}-{paper}.pdf", page, paper, subject, partial(make, pictures=pictures))


def _vocabulary(guide: Guide) -> Iterator[Entry]:
    for entries in (guide.muscles, guide.equipment, guide.patterns, guide.sources):
        yield from entries.values()
    yield guide.safety


def _written(entries: Iterable[Entry]) -> Iterator[str]:
    return (each.model_dump_json() for each in entries)


def _is_there(folder: Path, key: str | None) -> bool:
    return key is not None and is_kept(folder, key)


@dataclass(frozen=True)
class _Last:
    """What the last build offered."""

    subjects: dict[str, str] = field(default_factory=dict)
    """Keys of PDFs, by subject."""
    uris: dict[str, str] = field(default_factory=dict)
    """Keys of PDFs, by where they lay in the site."""


def _last(folder: Path) -> _Last:
    try:
        return _Last(**json.loads((folder / KNOWN).read_bytes()))
    except (FileNotFoundError, ValueError, TypeError):
        return _Last()


def _remember(now: _Last, last: _Last, folder: Path) -> None:
    if now != last:
        write(folder / KNOWN, json.dumps(asdict(now)).encode())

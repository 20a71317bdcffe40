"""Guide to every PDF that the site offers and the page that offers it. `handout` fills them, `printing` prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from errno import ENOENT
from functools import partial
from pathlib import Path
from typing import Protocol

from guide.disk_cache import digest, program, read
from guide.handouts import Pictures, booklet_document, exercise_document, key_frames, sheet_document
from guide.model import Guide
from guide.model.entry import Entry
from guide.printing import Document, Paper, ground, print_all
from guide.settings import Edition

PAPERS: Mapping[Paper, str] = {"a4": "A4", "us-letter": "US Letter"}
BOOKLET = "leg-strength-for-runners"
MOST_IN_BOOKLET = 60
"""Exercises: a booklet of more is nothing to print at home, and takes gigabytes of memory to make."""


@dataclass(frozen=True)
class Download:
    """One PDF."""

    uri: str
    """Where it lies, relative to the site's root."""
    page: str
    """Address of the page that offers it."""
    paper: str
    """A4 or US Letter."""
    size: int
    """In bytes."""
    content: Callable[[], bytes]
    """Reads it when it is wanted: all together may fill the memory."""
    stage: str = ""
    """Id of the stage that a routine's sheet is for."""

    @property
    def label(self) -> str:
        """Format and size, as links name them: PDF, A4, 48 KB."""
        size = self.size / 1000
        return f"PDF, {self.paper}, " + (f"{size:.0f} KB" if size < 1000 else f"{size / 1000:.1f} MB")


@dataclass(frozen=True)
class Plan:
    """A PDF before it is printed."""

    uri: str
    page: str
    paper: Paper
    key: str
    """Changes with all that may change the document, and much more cheaply than the document is made."""
    document: Callable[[], Document]
    stage: str = ""


class Printer(Protocol):
    """Prints while a preview goes on; see `later`."""

    def put_off(self, plans: Sequence[Plan]) -> Sequence[Plan]:
        """Those that it takes over."""


def downloads(guide: Guide, edition: Edition, folder: Path, later: Printer | None = None) -> tuple[Download, ...]:
    """Every PDF; `folder` keeps them between builds. A document that cannot be printed is a PrintError.

    With `later`, a PDF that is not there yet is offered by the first build after it has been printed.
    """
    plans = tuple(_plans(guide, edition, folder))
    found = {plan.key: len(content) for plan in plans if (content := read(folder, plan.key)) is not None}
    lacking = [plan for plan in plans if plan.key not in found]
    put_off = {plan.key for plan in (later.put_off(lacking) if later else ())}
    print_plans([plan for plan in lacking if plan.key not in put_off], folder)
    return tuple(_download(plan, folder, found.get(plan.key)) for plan in plans if plan.key not in put_off)


def print_plans(plans: Sequence[Plan], folder: Path) -> None:
    """Print these, the booklets first: they take longest."""
    ordered = sorted(plans, key=lambda plan: BOOKLET not in plan.uri)
    print_all(((plan.key, plan.document()) for plan in ordered), folder, most=len(plans))


def _download(plan: Plan, folder: Path, size: int | None) -> Download:
    content = partial(_content, folder, plan.key)
    return Download(
        plan.uri, plan.page, PAPERS[plan.paper], len(content()) if size is None else size, content, plan.stage
    )


def _content(folder: Path, key: str) -> bytes:
    found = read(folder, key)
    if found is None:
        raise FileNotFoundError(ENOENT, "a PDF that was just printed is gone", str(folder / key))
    return found


def _plans(guide: Guide, edition: Edition, folder: Path) -> Iterator[Plan]:
    """A card, and with it what it depends on, knows one exercise; sheets and booklet know all."""
    same = digest(program(), ground(), repr(edition), *_as_json(_vocabulary(guide)))
    one = {name: digest(same, exercise.model_dump_json()) for name, exercise in guide.exercises.items()}
    everything = digest(*one.values())
    pictures = key_frames(guide, folder / "drawings")
    for paper in PAPERS:
        for routine in guide.routines.values():
            for stage in routine.stages:
                key = digest(paper, everything, routine.model_dump_json(), stage.id)
                make: Callable[[], Document] = partial(sheet_document, guide, routine, stage, edition, paper=paper)
                name = f"routines/{routine.id}" + ("" if stage is routine.stages[0] else f"-{stage.id}")
                plan = _plan(name, f"routines/{routine.id}/", paper, key, make, pictures)
                yield replace(plan, stage=stage.id)
        for exercise in guide.exercises.values():
            alone = replace(guide, exercises={exercise.id: exercise}, routines={})
            make = partial(exercise_document, alone, exercise, edition, paper=paper)
            key = digest(paper, one[exercise.id])
            yield _plan(f"exercises/{exercise.id}", f"exercises/{exercise.id}/", paper, key, make, pictures)
        if len(guide.exercises) <= MOST_IN_BOOKLET:
            key = digest(paper, everything, "booklet", *_as_json(guide.routines.values()))
            make = partial(booklet_document, guide, edition, paper=paper)
            yield _plan(BOOKLET, "routines/", paper, key, make, pictures)


def _plan(name: str, page: str, paper: Paper, key: str, make: Callable[..., Document], pictures: Pictures) -> Plan:
    return Plan(f"print/{name}-{paper}.pdf", page, paper, key, partial(make, pictures=pictures))


def _vocabulary(guide: Guide) -> Iterator[Entry]:
    for entries in (
        guide.muscles,
        guide.equipment,
        guide.patterns,
        guide.conditions,
        guide.regions,
        guide.tests,
        guide.gates,
        guide.sources,
        guide.warmups,
    ):
        yield from entries.values()
    yield guide.safety


def _as_json(entries: Iterable[Entry]) -> Iterator[str]:
    return (located.model_dump_json() for located in entries)

"""Guide to page bodies: the Jinja environment, and every generated page with its title and description."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide import wording
from guide.downloads import Download
from guide.drawings import Drawings
from guide.model import Guide

TEMPLATES = Path(__file__).parent / "templates"
HOME = ""
HAND_WRITTEN = ("before-you-start/", "use-and-progress/", "how-this-guide-is-made/")
"""Addresses of the pages in docs/ that generated pages link to."""
INSERTS = ("pain-rule", "ask-first", "no-jumps", "jump-gate", "stop-set", "warm-up")
"""What a hand-written page may ask for with `<!-- insert: … -->`."""


@dataclass(frozen=True)
class Page:
    """A page to be rendered: everything but its body."""

    address: str
    """Relative to the site's root, ending in a slash; empty for the home page."""
    title: str
    description: str
    template: str
    source: str
    """The file to edit, relative to the project's root."""
    values: Mapping[str, object] = field(default_factory=dict)
    search_names: tuple[str, ...] = ()
    """Further names under which search finds the page first."""


def pages(guide: Guide) -> Iterator[Page]:
    """Every generated page, indexes before their entries."""
    yield from _overviews(guide)
    yield from _exercise_pages(guide)
    yield from _routine_pages(guide)
    yield from _vocabulary_pages(guide)


def renderer(guide: Guide, downloads: Collection[Download] = ()) -> Callable[[Page], str]:
    """A function from a page to its body, HTML; a link to an address that no page has is a LookupError."""
    environment = _environment(guide)
    addresses = frozenset((*(page.address for page in pages(guide)), *HAND_WRITTEN))

    def render(page: Page) -> str:
        template = environment.get_template(page.template)
        offered = [
            (posixpath.relpath(each.uri, page.address or "."), each) for each in downloads if each.page == page.address
        ]
        link = _linker(page.address, addresses)
        return template.render(guide=guide, link=link, page=page, downloads=offered, **page.values)

    return render


def render_insert(guide: Guide, name: str) -> str:
    """The list that a hand-written page asks for, or `frame <exercise> <number>`; an unknown name is a LookupError."""
    kind, *about = name.split()
    if kind == "frame" and len(about) == 2 and about[0] in guide.exercises and about[1].isdecimal():
        return Drawings(guide).single(guide.exercises[about[0]], int(about[1]))
    if name not in INSERTS:
        known = ", ".join((*INSERTS, "frame <exercise> <number>"))
        raise LookupError(f"there is nothing to insert called {name!r}; known are {known}")
    return _environment(guide).get_template("insert.html.jinja").render(guide=guide, name=name)


def _environment(guide: Guide) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"words": wording, "draw": Drawings(guide)}
    return environment


def _linker(here: str, addresses: Collection[str]) -> Callable[[str], str]:
    def link(address: str) -> str:
        target, hash_sign, anchor = address.partition("#")
        if target not in addresses:
            raise LookupError(f"no page has the address {target!r}")
        relative = posixpath.relpath(target or ".", here or ".")
        return f"{relative}/{hash_sign}{anchor}"

    return link


def _overviews(guide: Guide) -> Iterator[Page]:
    exercises, routines = len(guide.exercises), len(guide.routines)
    yield Page(
        HOME,
        "Leg strength for runners",
        f"{exercises} leg exercises and {routines} routines for runners: clear steps, safe doses, honest evidence.",
        "home.html.jinja",
        "hooks/guide/templates/home.html.jinja",
    )
    yield Page(
        "exercises/",
        "Exercises",
        f"All {exercises} leg exercises by movement, with level, equipment and what each does for a runner.",
        "exercises.html.jinja",
        "data/patterns.yml",
    )
    yield Page(
        "routines/",
        "Routines",
        f"{routines} leg strength sessions for runners, each with its minutes, equipment, exercises and rules.",
        "routines.html.jinja",
        "hooks/guide/templates/routines.html.jinja",
    )
    yield Page(
        "muscles/",
        "Muscles",
        "The muscles that carry a runner, in everyday and anatomical words, and the exercises that train each.",
        "muscles.html.jinja",
        "data/muscles.yml",
    )
    yield Page(
        "equipment/",
        "Equipment",
        "What the exercises need, what serves instead at home, and what to check before you trust it.",
        "equipment.html.jinja",
        "data/equipment.yml",
    )
    yield Page(
        "evidence/",
        "Evidence",
        "Every source that this guide rests on: what it found, how strong it is, and what it does not show.",
        "evidence.html.jinja",
        "data/sources.yml",
    )


def _exercise_pages(guide: Guide) -> Iterator[Page]:
    for exercise in guide.exercises.values():
        yield Page(
            f"exercises/{exercise.id}/",
            exercise.name,
            f"{exercise.name}: {exercise.summary}",
            "exercise.html.jinja",
            f"data/exercises/{exercise.id}.yml",
            {"exercise": exercise},
            exercise.other_names,
        )


def _routine_pages(guide: Guide) -> Iterator[Page]:
    for routine in guide.routines.values():
        yield Page(
            f"routines/{routine.id}/",
            routine.name,
            f"{routine.name}, about {guide.routine_minutes(routine)} minutes: {routine.purpose}",
            "routine.html.jinja",
            f"data/routines/{routine.id}.yml",
            {"routine": routine},
        )


def _vocabulary_pages(guide: Guide) -> Iterator[Page]:
    for muscle in guide.muscles.values():
        yield Page(
            f"muscles/{muscle.id}/",
            f"{muscle.name} ({muscle.plain_name})",
            f"{muscle.name}, {muscle.plain_name}: what it does in running and which exercises train it.",
            "muscle.html.jinja",
            "data/muscles.yml",
            {"muscle": muscle},
            (muscle.plain_name, *muscle.other_names),
        )
    for thing in guide.equipment.values():
        yield Page(
            f"equipment/{thing.id}/",
            thing.name,
            f"{thing.name}: what serves instead at home, what to check, and the exercises that use it.",
            "equipment_item.html.jinja",
            "data/equipment.yml",
            {"thing": thing},
        )

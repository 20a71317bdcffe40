"""Every generated page before it is rendered: its address, title, description, template and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guide.model import Guide
from guide.pages.search_names import search_names
from guide.session.exercise_catalogue import catalogue
from guide.session.timeline import session

HOME = ""


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
    """Names under which search finds the page first; they count for far more than its text."""


OVERVIEWS = (
    (
        HOME,
        "Leg strength for runners",
        "{exercises} leg exercises and {routines} routines for runners: clear steps, safe doses, honest evidence.",
        "home.html.jinja",
        "hooks/guide/pages/templates/home.html.jinja",
    ),
    (
        "exercises/",
        "Exercises",
        "All {exercises} leg exercises by movement, with level, equipment and what each does for a runner.",
        "exercises.html.jinja",
        "data/patterns.yml",
    ),
    (
        "routines/",
        "Routines",
        "{routines} leg strength sessions for runners, each with its minutes, equipment, exercises and rules.",
        "routines.html.jinja",
        "hooks/guide/pages/templates/routines.html.jinja",
    ),
    (
        "ladders/",
        "Ladders",
        "A map of how {exercises} leg exercises for runners lead to one another, from the first squat to jumps.",
        "ladders.html.jinja",
        "hooks/guide/pages/templates/ladders.html.jinja",
    ),
    (
        "muscles/",
        "Muscles",
        "The muscles that carry a runner, in everyday and anatomical words, and the exercises that train each.",
        "muscles.html.jinja",
        "data/muscles.yml",
    ),
    (
        "equipment/",
        "Equipment",
        "What the exercises need, what serves instead at home, and what to check before you trust it.",
        "equipment.html.jinja",
        "data/equipment.yml",
    ),
    (
        "evidence/",
        "Evidence",
        "Every source that this guide rests on: what it found, how strong it is, and what it does not show.",
        "evidence.html.jinja",
        "data/sources.yml",
    ),
)
"""Address, title, description, template and source of every page that lists or explains; counts are filled in."""


def pages(guide: Guide) -> Iterator[Page]:
    """Every generated page, indexes before their entries."""
    yield from _overviews(guide)
    yield from _exercise_pages(guide)
    yield from _routine_pages(guide)
    yield from _own_pages(guide)
    yield from _vocabulary_pages(guide)


def _overviews(guide: Guide) -> Iterator[Page]:
    counts = {"exercises": len(guide.exercises), "routines": len(guide.routines)}
    for address, title, description, template, source in OVERVIEWS:
        yield Page(address, title, description.format(**counts), template, source)


def _exercise_pages(guide: Guide) -> Iterator[Page]:
    for exercise in guide.exercises.values():
        yield Page(
            f"exercises/{exercise.id}/",
            exercise.name,
            f"{exercise.name}: {exercise.summary}",
            "exercise.html.jinja",
            f"data/exercises/{exercise.id}.yml",
            {"exercise": exercise},
            search_names(exercise),
        )


def _routine_pages(guide: Guide) -> Iterator[Page]:
    for routine in guide.routines.values():
        yield Page(
            f"routines/{routine.id}/",
            routine.name,
            f"{routine.name}, about {guide.routine_minutes(routine)} minutes: {routine.purpose}",
            "routine.html.jinja",
            f"data/routines/{routine.id}.yml",
            {"routine": routine, "session": session(guide, routine)},
        )


def _own_pages(guide: Guide) -> Iterator[Page]:
    yield Page(
        "my-session/",
        "My session",
        "Put your own leg session together, follow it on the screen, print it or send it to a friend.",
        "my_session.html.jinja",
        "hooks/guide/pages/templates/my_session.html.jinja",
        {"catalogue": catalogue(guide)},
    )
    yield Page(
        "log/",
        "Your log",
        "What you did and when, kept in this browser only: a calendar, a list by exercise, export and import.",
        "log.html.jinja",
        "hooks/guide/pages/templates/log.html.jinja",
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
            search_names(muscle),
        )
    for thing in guide.equipment.values():
        yield Page(
            f"equipment/{thing.id}/",
            thing.name,
            f"{thing.name}: what serves instead at home, what to check, and the exercises that use it.",
            "equipment_item.html.jinja",
            "data/equipment.yml",
            {"thing": thing},
            search_names(thing),
        )

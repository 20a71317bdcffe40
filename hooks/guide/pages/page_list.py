"""Every generated page before it is rendered: its address, title, description, template and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from guide.model import Guide
from guide.model.address import PAGED
from guide.pages.evidence import topic_address
from guide.pages.search_names import search_names
from guide.session.exercise_catalogue import MOST
from guide.session.timeline import sessions
from guide.wording import stage_words

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
    search_names: tuple[str, ...] = ()
    """Names under which search finds the page first, and what people type instead; they count for far more than its
    text."""
    values: Mapping[str, object] = field(default_factory=dict)


OVERVIEWS = {
    HOME: "{exercises} strength exercises and {routines} routines for runners: clear steps, safe doses, evidence.",
    "exercises/": "All {exercises} strength exercises by what they train, with level, equipment and what each does.",
    "routines/": "{routines} strength sessions for runners, each with its minutes, equipment, exercises and rules.",
    "ladders/": ("A map of how {exercises} exercises for runners lead to one another, from the first squat to jumps."),
    "muscles/": "The muscles that carry a runner, in everyday and anatomical words, and the exercises that train each.",
    "equipment/": "What the exercises need, what serves instead at home, and what to check before you trust it.",
    "when-something-hurts/": (
        "Which signs cannot wait, and for each place that may hurt: what to change for now, and when to come back."
    ),
    "evidence/": "Every source that this guide rests on: what it found, how strong it is, and what it does not show.",
}
"""Description of every page that lists or explains, by its address; counts are filled in."""
SPECIAL_GROUPS = (
    "What differs for older runners, under 18, with too little energy, in pregnancy, after a birth, with osteoporosis."
)
OVERVIEW_NAMES = {"when-something-hurts/": ("pain", "injury", "injured", "ache")}
"""Words that lead to a page which lists, where its title and text do not."""
OWN_SESSION = "Put your own session together, follow it on the screen, print it or send it to a friend."
OWN_LOG = "What you did and when, kept in this browser only: by day, week and exercise, to change, save and import."
SOURCES = {
    "exercises/": "patterns",
    "muscles/": "muscles",
    "equipment/": "equipment",
    "when-something-hurts/": "conditions",
    "evidence/": "sources",
}
"""Files in data/ that say most of what stands on a page; of the others it is the template."""


def pages(guide: Guide) -> Iterator[Page]:
    """Every generated page, indexes before their entries."""
    for page in _pages(guide):
        typed = guide.typed_for.get(page.address.rstrip("/"), ())
        yield replace(page, search_names=(*page.search_names, *typed))


def _pages(guide: Guide) -> Iterator[Page]:
    yield from _overviews(guide)
    yield from _exercise_pages(guide)
    yield from _routine_pages(guide)
    yield _single("my-session/", "My session", OWN_SESSION, {"longest_rest": MOST["rest"]})
    yield _single("log/", "Your log", OWN_LOG, {"routines": _how_often(guide)})
    yield from _vocabulary_pages(guide)
    yield from _pages_of_what_hurts(guide)
    yield from _evidence_pages(guide)


def overview_title(address: str) -> str:
    """What a page that lists or explains is called."""
    return address.rstrip("/").replace("-", " ").capitalize() if address != HOME else "Leg strength for runners"


def _overviews(guide: Guide) -> Iterator[Page]:
    counts = {"exercises": len(guide.exercises), "routines": len(guide.routines)}
    for address, description in OVERVIEWS.items():
        yield _single(address, overview_title(address), description.format(**counts))


def _single(address: str, title: str, description: str, values: Mapping[str, object] | None = None) -> Page:
    """A page with a template to itself."""
    template = f"{address.rstrip('/').replace('-', '_') or 'home'}.html.jinja"
    source = f"data/{SOURCES[address]}.yml" if address in SOURCES else f"hooks/guide/pages/templates/{template}"
    return Page(address, title, description, template, source, OVERVIEW_NAMES.get(address, ()), values or {})


def _how_often(guide: Guide) -> dict[str, dict[str, object]]:
    """What the log compares with: each routine's name and how often a week it is meant, also under its earlier ids."""
    earlier = {old: guide.routines[new] for old, new in guide.new_ids("routines").items()}
    return {
        name: {"name": routine.name, "times_a_week": routine.times_a_week.model_dump(mode="python")}
        for name, routine in {**guide.routines, **earlier}.items()
    }


def _exercise_pages(guide: Guide) -> Iterator[Page]:
    for exercise in guide.exercises.values():
        yield Page(
            f"exercises/{exercise.id}/",
            exercise.name,
            f"{exercise.name}: {exercise.summary}",
            "exercise.html.jinja",
            f"data/exercises/{exercise.id}.yml",
            search_names(exercise),
            {"exercise": exercise},
        )


def _routine_pages(guide: Guide) -> Iterator[Page]:
    for routine in guide.routines.values():
        yield Page(
            f"routines/{routine.id}/",
            routine.name,
            f"{routine.name}, about {stage_words.minutes(guide, routine)} minutes: {routine.purpose}",
            "routine.html.jinja",
            f"data/routines/{routine.id}.yml",
            values={"routine": routine, "sessions": sessions(guide, routine)},
        )


def _pages_of_what_hurts(guide: Guide) -> Iterator[Page]:
    for region in guide.regions.values():
        pain = guide.conditions[region.pain].name
        yield Page(
            f"{PAGED['regions']}/{region.id}/",
            pain,
            f"{pain}: which signs cannot wait, what to change for now in running and exercises, when to come back.",
            "region.html.jinja",
            "data/regions.yml",
            search_names(region),
            {"region": region},
        )
    yield Page(
        "special-groups/",
        "Special groups",
        SPECIAL_GROUPS,
        "special_groups.html.jinja",
        "data/groups.yml",
        tuple(name for group in guide.groups.values() for name in search_names(group)),
    )


def _evidence_pages(guide: Guide) -> Iterator[Page]:
    for topic, sources in guide.sources_by_topic.items():
        yield Page(
            topic_address(topic),
            f"Evidence: {topic}",
            f"The sources of this guide on {topic}: what each found, how strong it is, and what it does not show.",
            "evidence_topic.html.jinja",
            "data/sources.yml",
            values={"sources": sources},
        )


def _vocabulary_pages(guide: Guide) -> Iterator[Page]:
    for muscle in guide.muscles.values():
        yield Page(
            f"muscles/{muscle.id}/",
            f"{muscle.name} ({muscle.plain_name})",
            f"{muscle.name}, {muscle.plain_name}: what it does in running and which exercises train it.",
            "muscle.html.jinja",
            "data/muscles.yml",
            search_names(muscle),
            {"muscle": muscle},
        )
    for thing in guide.equipment.values():
        yield Page(
            f"equipment/{thing.id}/",
            thing.name,
            f"{thing.name}: what serves instead at home, what to check, and the exercises that use it.",
            "equipment_item.html.jinja",
            "data/equipment.yml",
            search_names(thing),
            {"thing": thing},
        )

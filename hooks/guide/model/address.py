"""Addresses that readers may have kept: what was renamed, and every id that was ever released. Checks nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from guide.model.entry import LONGEST_NAME, MOST_ENTRIES, Entry, Id, Name, is_reserved, refusal

PAGED: Mapping[str, str] = {
    "exercises": "exercises",
    "routines": "routines",
    "muscles": "muscles",
    "equipment": "equipment",
    "regions": "when-something-hurts",
}
"""What has a page for every entry, and the address of the page that lists them, in which the others lie."""
KINDS_OF_PAGES: Mapping[str, str] = {folder: kind for kind, folder in PAGED.items()}
"""The same the other way round."""

*_FIRST, _LAST = KINDS_OF_PAGES
_KIND = "|".join(KINDS_OF_PAGES)
_ENTRY = rf"(?:{_KIND})/[a-z0-9]+(?:-[a-z0-9]+)*"
_HINT = f"write it as exercises/wall-sit; before the slash stands {', '.join(_FIRST)} or {_LAST}"


def _of_entry(text: str) -> str:
    name = text.partition("/")[2]
    if not re.fullmatch(_ENTRY, text) or len(name) > LONGEST_NAME or is_reserved(name):
        found = repr(text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}...")
        raise refusal("address_form", "{found} is not the address of an entry", _HINT, found=found)
    return text


def _of_entry_or_kind(text: str) -> str:
    return text if text in KINDS_OF_PAGES else _of_entry(text)


def _form(pattern: str) -> WithJsonSchema:
    """The same for editors."""
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$", "patternErrorMessage": f"{_HINT}."})


Address = Annotated[str, AfterValidator(_of_entry), _form(_ENTRY)]
"""Where an entry is found, without the site's own address in front."""


class Redirect(Entry):
    """An address that is gone, and where it leads instead."""

    old: Address
    """The address that is gone, without the site's own in front: exercises/wall-chair."""
    new: Annotated[str, AfterValidator(_of_entry_or_kind), _form(f"(?:{_ENTRY}|{_KIND})")]
    """What took its place, of the same kind: exercises/wall-sit. Where nothing did, the list of all: exercises."""


class Synonym(Entry):
    """Words that people type for an entry although nobody would print them as its name."""

    page: Address
    """The address of its page, without the site's own in front: exercises/squat."""
    words: tuple[Name, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What is typed: everyday words and misspellings, each once in this file."""


class Released(Entry):
    """Every id that a release has ever had. Ids are only ever added."""

    exercises: tuple[Id, ...]
    """Ids of exercises in alphabetical order; [] for none."""
    routines: tuple[Id, ...]
    """Ids of routines in alphabetical order; [] for none."""
    muscles: tuple[Id, ...]
    """Ids of muscles in alphabetical order; [] for none."""
    equipment: tuple[Id, ...]
    """Ids of equipment in alphabetical order; [] for none."""
    regions: tuple[Id, ...]
    """Ids of regions in alphabetical order; [] for none."""

    def of(self, kind: str) -> tuple[str, ...]:
        """The ids of one of `PAGED`."""
        ids: tuple[str, ...] = getattr(self, kind)
        return ids


NOTHING_RELEASED = Released(exercises=(), routines=(), muscles=(), equipment=(), regions=())


def kind_and_id(address: str) -> tuple[str, str]:
    """The kind and the id of what has the address, `exercises/wall-sit`; the id of a list of all is empty."""
    folder, _, name = address.partition("/")
    return KINDS_OF_PAGES.get(folder, folder), name


def follow(redirects: Iterable[Redirect]) -> tuple[dict[str, str], tuple[tuple[str, ...], ...]]:
    """Where each old address leads in the end, and every circle; what runs into a circle leads nowhere."""
    steps = {redirect.old: redirect.new for redirect in redirects}
    ends: dict[str, str | None] = {}
    circles = []
    for start in steps:
        way, at = {}, start
        while at in steps and at not in ends and at not in way:
            way[at] = steps[at]
            at = steps[at]
        if at in way:
            circles.append(tuple(way)[tuple(way).index(at) :])
        ends |= dict.fromkeys(way, None if at in way else ends.get(at, at))
    return {old: end for old, end in ends.items() if end}, tuple(circles)

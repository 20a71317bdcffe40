"""Letters of the data that handouts could not print. Knows which fields they print, and asks `printing` for letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model import Equipment, Item, Muscle, WarmUp
from guide.model.address import Redirect, Released
from guide.model.entry import Entry
from guide.model.figure import VersionFigure
from guide.model.scene import Contact, Prop
from guide.model.vocabulary import Headline
from guide.printing import missing_letter, unprintable
from guide.problems.explain import Finding, Location

UNPRINTED: Mapping[type[Entry], tuple[str, ...]] = {
    Muscle: ("other_names", "in_running"),
    Equipment: ("other_names", "household_substitute", "at_home", "safety_check"),
    Headline: ("text",),
    Item: ("modification", "offers_version"),
    VersionFigure: ("name",),
    Contact: ("surface",),
    Prop: ("name",),
    WarmUp: ("name",),
}
"""Fields of text that stand on no handout, or name a version whose own name does: there any letter may be."""


def missing_letters(entry: Entry) -> Iterator[Finding]:
    """The first letter of each text that no font for paper has: a build could not print the handouts."""
    if entry.model_dump_json().isascii() or isinstance(entry, Redirect | Released):
        return
    for location, text in _printed_texts(entry):
        if letter := missing_letter(text):
            yield location, *unprintable(letter)


def _printed_texts(value: object, at: Location = ()) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Entry):
        for name, part in value:
            if name not in UNPRINTED.get(type(value), ()):
                yield from _printed_texts(part, (*at, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _printed_texts(item, (*at, index))

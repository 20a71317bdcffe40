"""A gate: what to be able to do before the first jump, as tests that are written once. It prints nothing."""

from __future__ import annotations

from pydantic import Field

from guide.model.entry import MOST_ENTRIES, Entry, Id, Name, Text


class Yardstick(Entry):
    """What other people manage in a test: something to compare with, and no target."""

    text: Text
    """Who was tested, and what they managed."""
    ages: Name | None = None
    """How old they were: 20 to 59; left out where that is not known."""
    sources: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """The publications that say so."""


class Test(Entry):
    """Something that a reader tries by themselves to see whether they are ready."""

    id: Id
    """Its name in the data, and in the address of its place on the page."""
    name: Name
    """What it is called: heel raises on one leg."""
    how: tuple[Text, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What to do, in order."""
    pace: Text | None = None
    """How fast: one every 2 seconds; left out where that does not matter."""
    counts: Text
    """What counts, and what ends the test."""
    asked: Text
    """What a gate asks for, as the reader would be told: You can do 15 clean squats."""
    alternative: Text | None = None
    """For whom less is enough, and how much."""
    yardsticks: tuple[Yardstick, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """What others manage; left out where nobody has counted."""
    sources: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What the number asked for rests on."""


class Gate(Entry):
    """What must be possible first: weeks of strength work, and tests, all of them."""

    id: Id
    """Its name in the data; routines and safety.yml refer to it."""
    name: Name
    """What it stands before: the first jump."""
    weeks_of_strength: int = Field(ge=1, le=52)
    """Weeks of strength work that lie behind the reader, at least."""
    tests: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """The tests to pass, in the order in which they are told."""

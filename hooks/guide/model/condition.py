"""What may hurt or be present, and the regions where it hurts. What an exercise does about it is the exercise's."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.model.entry import MOST_ENTRIES, Entry, Id, Ids, Name, Text

Urgency = Literal["emergency", "today", "days", "appointment"]


class RedFlag(Entry):
    """Why a condition cannot wait, or must be seen at all."""

    urgency: Urgency
    """`emergency` now, `today` the same day, `days` before the next session or run, `appointment` soon."""
    then: Text
    """What to do, the most urgent first."""


class Condition(Entry):
    """Something that may hurt or be present. It is said here once, and everything else refers to it."""

    id: Id
    """Its name in the data."""
    name: Name
    """What it is called as a heading; no diagnosis."""
    words: Text
    """The same as a sentence to the reader, which also fits into a list under *Leave it out if*."""
    regions: Ids
    """The regions on whose pages it stands, or none; for a pain, where it hurts."""
    red_flag: RedFlag | None = None
    """How urgent it is and what to do; left out where the pain rule is enough."""
    sources: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What this rests on; house-rules or coaching-practice where there is no publication."""


class Claim(Entry):
    """Something said to the reader, with what it rests on."""

    text: Text
    """One or a few sentences."""
    sources: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Publications, or house-rules or coaching-practice where there is none."""


class Region(Entry):
    """A place where something hurts, and so a page. Which exercises to change or leave out is read from theirs."""

    id: Id
    """Its name in addresses and in the data."""
    name: Name
    """Where it is, in everyday words: front of the knee. Never what somebody may have."""
    other_names: tuple[Name, ...] = Field(max_length=MOST_ENTRIES)
    """Further words that people search for, such as runner's knee; they are not printed. [] for none."""
    pain: Id
    """The condition that stands for pain there: exercises that name it are changed or left out."""
    lists_of: Id | None = None
    """The region whose lists of exercises hold here too; left out for most."""
    all_left_out: bool = False
    """True where every exercise is left out until somebody has looked at it."""
    known: tuple[Claim, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What studies and guidelines say, as far as it was read."""
    change: tuple[Claim, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What to change for now, in running and on ordinary days."""
    come_back: tuple[Claim, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """When to come back here, besides the rule that holds for all regions."""
    see_someone: tuple[Claim, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """When to see a doctor or physio, besides the red flags."""


class Group(Entry):
    """People for whom the guide says something of its own."""

    id: Id
    """Its name in the data, and its place on the page."""
    name: Name
    """Who they are."""
    other_names: tuple[Name, ...] = Field(max_length=MOST_ENTRIES)
    """Further words that people search for; they are not printed. [] for none."""
    known: tuple[Claim, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What studies and guidelines say, as far as it was read."""
    here: tuple[Claim, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What follows in this guide, and no more than that."""

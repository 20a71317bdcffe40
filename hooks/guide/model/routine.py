"""A routine, as a contributor writes it in `data/routines/<id>.yml`. What is computed from it is in `guide`."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from guide.model.day import Day
from guide.model.entry import MOST_ENTRIES, Entry, Id, Name, Text, refusal
from guide.model.exercise import Level
from guide.model.quantity import Range
from guide.model.schema_patterns import exactly_one

MOST_BLOCKS = 10
MOST_ROUNDS = 10
DAYS = 7
MOST_REPETITIONS, MOST_SECONDS = 100, 600
"""Of an item in one round; a rest is at most as long."""


def _in_a_week(times: Range) -> Range:
    if not 1 <= times.high <= DAYS:
        message, hint = "{times} is no number of days in a week", f"write 1 to {DAYS}, such as 2-3"
        raise refusal("times_a_week", message, hint, times=str(times))
    return times


class Part(Entry):
    """A warm-up or a finish: minutes, and what to do in them."""

    minutes: int = Field(ge=0, le=60)
    """How long it takes; 0 where it is the run itself."""
    steps: tuple[Text, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What to do, in order."""
    has_jumps: bool = False
    """True where a step has jumps or hops: the sheet then says who leaves them out."""


class Item(Entry):
    """One exercise in a block, with its dose: either repetitions or seconds."""

    model_config = exactly_one("repetitions", "seconds")

    exercise: Id
    """Which exercise."""
    modification: Name | None = None
    """The version of it, by the name that the exercise gives it."""
    repetitions: int | None = Field(default=None, ge=1, le=MOST_REPETITIONS)
    """Repetitions in a round, of each side where `each_side` is true."""
    seconds: int | None = Field(default=None, ge=1, le=MOST_SECONDS)
    """Seconds in a round, where the clock and not the count ends it; of each side where `each_side` is true."""
    each_side: bool = False
    """True where repetitions or seconds are meant for each side."""
    note: Text | None = None
    """What is different here."""
    offers_version: Name | None = None
    """The easier version that the note offers, by its name: the sheet then says how it is done."""
    offers_exercise: Id | None = None
    """Another exercise that the note offers instead: the sheet then says who leaves that out."""

    @model_validator(mode="after")
    def _one_measure(self) -> Item:
        if (self.repetitions is None) == (self.seconds is None):
            hint = "keep the one that ends the exercise in this routine"
            raise refusal("one_measure", "an item needs either repetitions or seconds", hint)
        return self


class Block(Entry):
    """Exercises done one after the other, for one or more rounds."""

    name: Name
    """Heading, such as Two rounds."""
    rounds: int = Field(ge=1, le=MOST_ROUNDS)
    """How often the items are gone through."""
    rest_between_items_seconds: int = Field(ge=0, le=MOST_SECONDS)
    """Rest, or time to change, after each item but the last of a round."""
    rest_after_round_seconds: int = Field(ge=0, le=MOST_SECONDS)
    """Rest after each round, also before the next block; not after the last round of the routine."""
    items: tuple[Item, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """The exercises in order."""


class Routine(Entry):
    """A session that can be done from beginning to end."""

    id: Id
    """The file's name without .yml, and its address. Never changed once released."""
    name: Name
    """What it is called."""
    purpose: Text
    """One sentence: what it is good for."""
    who: Text
    """Who it is for."""
    level: Level
    """1 to start with, 2 once that is steady, 3 for trained legs."""
    times_a_week: Annotated[Range, AfterValidator(_in_a_week)]
    """How often; 0-1 for a routine that is not done every week, with the rest said in `spacing`."""
    spacing: Text
    """Where it goes in a week of running."""
    effort: Text
    """How hard it should feel, and when a set ends."""
    gate: tuple[Text, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """What to be able to do first; required where there are jumps."""
    warm_up: Part
    """What comes first."""
    blocks: tuple[Block, ...] = Field(min_length=1, max_length=MOST_BLOCKS)
    """The work."""
    finish: Part
    """Cool-down, or what follows."""
    progression: tuple[Text, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """How to make it harder over the weeks, and when to step back."""
    sources: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What this routine rests on: publications, or coaching practice where there is none."""
    facts_checked: Day
    """The day on which everything here was last compared with its sources."""

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in order, each once however many rounds."""
        return tuple(item for block in self.blocks for item in block.items)

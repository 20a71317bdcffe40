"""A routine, as a contributor writes it in `data/routines/<id>.yml`. What is computed from it is in `workload`."""

from __future__ import annotations

from itertools import chain
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from guide.model.day import Day
from guide.model.entry import MOST_ENTRIES, Entry, Id, Name, Text, refusal
from guide.model.exercise import Level
from guide.model.quantity import Range, Weeks
from guide.model.schema_patterns import exactly_one

MOST_STAGES = 8
MOST_BLOCKS = 10
MOST_ROUNDS = 10
DAYS = 7
MOST_REPETITIONS, MOST_SECONDS = 100, 600
"""Of an item in one round; a rest is at most as long."""
LONGEST_ACTION = 1200
"""Seconds of one action of a warm-up or a finish."""


class Action(Entry):
    """Something to do for a time, in a warm-up or at the finish."""

    text: Text
    """What to do, as an instruction."""
    seconds: int = Field(ge=1, le=LONGEST_ACTION)
    """How long, once and on one side."""
    each_side: bool = False
    """True where the time is meant for each side, one after the other."""
    times: int = Field(default=1, ge=1, le=20)
    """How often in a row."""
    hops: int = Field(default=0, ge=0, le=MOST_REPETITIONS)
    """Low hops of a few centimetres on both feet, each time. They are counted apart from the landings of jumps."""
    exercise: Id | None = None
    """The exercise whose page and figure show it."""

    @property
    def total_seconds(self) -> int:
        """Seconds of all times and sides."""
        return self.seconds * self.times * (2 if self.each_side else 1)


def _in_a_week(times: Range) -> Range:
    if not 1 <= times.high <= DAYS:
        message, hint = "{times} is no number of days in a week", f"write 1 to {DAYS}, such as 2-3"
        raise refusal("times_a_week", message, hint, times=str(times))
    return times


class Part(Entry):
    """A warm-up or a finish: what to do by the clock, and remarks."""

    actions: tuple[Action, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """What to do, in order, each with its time."""
    notes: tuple[Text, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """Remarks, for which no clock runs."""

    @property
    def seconds(self) -> int:
        """Seconds of all actions."""
        return sum(action.total_seconds for action in self.actions)

    @property
    def hops(self) -> int:
        """Low hops of all actions."""
        return sum(action.hops * action.times * (2 if action.each_side else 1) for action in self.actions)


class WarmUp(Part):
    """A warm-up that routines share."""

    id: Id
    """Its name in the data."""
    name: Name
    """What it is called."""
    leave_out_when: Text | None = None
    """When a warm reader may go without it, as a condition; left out where nobody may."""


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
    optional_rounds: int = Field(default=0, ge=0, le=MOST_ROUNDS)
    """Rounds more for whoever has time and strength left; they count in no sum."""
    rest_between_items_seconds: int = Field(ge=0, le=MOST_SECONDS)
    """Rest, or time to change, after each item but the last of a round."""
    rest_after_round_seconds: int = Field(ge=0, le=MOST_SECONDS)
    """Rest after each round, also before the next block; not after the last round of the routine."""
    items: tuple[Item, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """The exercises in order."""


class Stage(Entry):
    """What is done in some weeks, or in one of several ways between which the reader chooses."""

    id: Id
    """Its name in addresses: `weeks-1-2`. Never changed once released."""
    name: Name | None = None
    """What it is called, where the weeks do not say it."""
    weeks: Weeks | None = None
    """In which weeks it holds; weeks without a session do not count. Left out where the reader chooses by the name."""
    who: Text | None = None
    """Who it is for, where that is not everybody."""
    gate: Id | None = None
    """The gate to pass first, where it is not the routine's."""
    warm_up: Id | None = None
    """Its own warm-up, where that differs from the routine's."""
    left: Range | None = None
    """Good repetitions that are left at the end of each set; left out where no repetitions are counted down to."""
    blocks: tuple[Block, ...] = Field(min_length=1, max_length=MOST_BLOCKS)
    """The work."""
    finish: Part | None = None
    """Its own finish, where that differs from the routine's."""
    notes: tuple[Text, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """What else holds in this stage, such as hill strides on another day."""

    @model_validator(mode="after")
    def _is_called_something(self) -> Stage:
        if self.name is None and self.weeks is None:
            hint = "add weeks, such as 1-2, or a name by which the reader chooses"
            raise refusal("stage_name", "a stage needs weeks or a name", hint)
        return self

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in order, each once however many rounds."""
        return tuple(item for block in self.blocks for item in block.items)


class Routine(Entry):
    """A session that can be done from beginning to end, in stages that follow one another or exclude each other."""

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
    hours_between: int = Field(ge=0, le=168)
    """The least time between two of these sessions; 48 for all that tires the legs."""
    spacing: Text
    """Where it goes in a week of running, besides those hours."""
    effort: Text
    """How hard it should feel, and when a set ends, besides the repetitions that are left."""
    gate: Id | None = None
    """The gate to pass first, in every stage; required where all stages have jumps."""
    warm_up: Id
    """What comes first: one of data/warmups.yml."""
    stages: tuple[Stage, ...] = Field(min_length=1, max_length=MOST_STAGES)
    """The work, stage by stage."""
    finish: Part
    """Cool-down, or what follows."""
    progression: tuple[Text, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What is special in making it harder over the weeks, and when to step back."""
    sources: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What this routine rests on: publications, or coaching practice where there is none."""
    facts_checked: Day
    """The day on which everything here was last compared with its sources."""

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of every stage in order."""
        return tuple(chain.from_iterable(stage.items for stage in self.stages))

    @property
    def cited(self) -> tuple[Id, ...]:
        """Every source that it names."""
        return self.sources

    def in_stage(self, stage: Stage) -> Routine:
        """The routine as it is in one of its stages: what is told of it then holds there."""
        return self.model_copy(update={"stages": (stage,)})

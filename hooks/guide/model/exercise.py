"""An exercise, as a contributor writes it in `data/exercises/<id>.yml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from guide.model.figure import Figure
from guide.model.quantity import Dose, TempoPhase
from guide.model.text import Entry, Id, Ids, Name, Text

Level = Literal[1, 2, 3]
Impact = Literal["none", "low", "high"]
Sides = Literal["both", "each", "alternating"]


class MusclesWorked(Entry):
    """Which muscles an exercise trains."""

    primary: tuple[Id, ...] = Field(min_length=1)
    """The muscles that it is done for."""
    secondary: Ids
    """Muscles that help or steady; or none."""


class EquipmentUsed(Entry):
    """What an exercise needs."""

    required: Ids
    """What it cannot be done without, all of it; or none."""
    helpful: Ids
    """What makes it easier or safer; or none."""


class Step(Entry):
    """One numbered step."""

    text: Text
    """The instruction."""
    details: tuple[Text, ...] = ()
    """Further lines, where the step needs them."""
    caution: Text | None = None
    """What can go wrong here, and hurt."""


class Mistake(Entry):
    """A common mistake, with its cure."""

    mistake: Text
    """What one sees or feels."""
    correction: Text
    """What to do instead."""


class Adjustment(Entry):
    """A sign that the exercise should be changed."""

    when: Text
    """What is felt, or who this is for."""
    change: Text
    """What to change."""


class Safeguards(Entry):
    """When to change this exercise, and when not to do it; the pain rule holds besides."""

    adjust: tuple[Adjustment, ...] = Field(min_length=1)
    """Signs and the change that answers them."""
    stop: tuple[Text, ...] = Field(min_length=1)
    """Signs that end the exercise for today."""
    leave_out: tuple[Text, ...] = Field(min_length=1)
    """Who should not do it for now."""


class Modification(Entry):
    """An easier or harder version."""

    name: Name
    """What it is called; routines refer to it by this name."""
    how: Text
    """How it is done."""
    exercise: Id | None = None
    """The exercise that this is, or leads to, where it has a page of its own."""
    equipment: Ids | None = None
    """What this version needs, all of it, or none; left out only where `exercise` says it."""
    impact: Impact | None = None
    """Where it differs from the exercise's own impact."""
    tempo: tuple[TempoPhase, ...] | None = Field(default=None, min_length=1)
    """Where it differs from the exercise's own tempo."""
    feel_it_in: Text | None = None
    """Where it differs from what the exercise itself is felt in."""

    @model_validator(mode="after")
    def _equipment_is_known(self) -> Modification:
        if (self.exercise is None) == (self.equipment is None):
            raise PydanticCustomError(
                "one_equipment",
                "a modification states its equipment, unless it names an exercise, whose equipment then counts",
                {"hint": "write equipment: none, or a list; or leave it out beside exercise"},
            )
        return self


class Exercise(Entry):
    """A leg exercise with all that a reader needs to do it well."""

    id: Id
    """The file's name without .yml, and its address. Never changed once released."""
    name: Name
    """What runners call it."""
    other_names: tuple[Name, ...]
    """Further names that people search for; [] for none."""
    summary: Text
    """One sentence: what it gives a runner."""
    pattern: Id
    """Movement pattern, from patterns.yml."""
    level: Level
    """1 to start with, 2 once that is steady, 3 for trained legs."""
    sides: Sides
    """both together, each side a whole set, or alternating from repetition to repetition."""
    impact: Impact
    """none: a foot is always down; low: small hops; high: jumps. Each repetition of a jump is one landing."""
    muscles: MusclesWorked
    """Muscles, from muscles.yml."""
    feel_it_in: Text
    """Where the work should be felt, in plain words."""
    equipment: EquipmentUsed
    """Equipment, from equipment.yml."""
    set_up: tuple[Text, ...] = Field(min_length=1)
    """How to stand and what to put where before the first repetition."""
    steps: tuple[Step, ...] = Field(min_length=2)
    """The repetition, in order."""
    cues: tuple[Text, ...] = Field(min_length=2)
    """Short reminders to think of while moving, the most important first."""
    mistakes: tuple[Mistake, ...] = Field(min_length=2)
    """Common mistakes, each with its correction."""
    breathing: Text
    """When to breathe in and out."""
    tempo: tuple[TempoPhase, ...] = Field(min_length=1)
    """The parts of one repetition in order; for a hold, the way in and out."""
    dose: Dose
    """How much, for a healthy adult."""
    easier: tuple[Modification, ...] = Field(min_length=1)
    """Easier versions, the easiest first."""
    harder: tuple[Modification, ...] = Field(min_length=1)
    """Harder versions, the least hard first."""
    safeguards: Safeguards
    """When to adjust, stop or leave it out."""
    note: Text | None = None
    """Something that fits nowhere else, such as what to master first."""
    sources: tuple[Id, ...] = Field(min_length=1)
    """What this page rests on, from sources.yml."""
    figure: Figure
    """The drawn figure, as joint angles; docs/posing-figures.md shows how to pose one."""

    @property
    def landings_per_repetition(self) -> int:
        """One for every repetition of a jump, however many feet land; none otherwise."""
        return 0 if self.impact == "none" else 1

    @property
    def modifications(self) -> tuple[Modification, ...]:
        """All versions, the easier ones first."""
        return self.easier + self.harder

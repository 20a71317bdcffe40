"""An exercise, as a contributor writes it in `data/exercises/<id>.yml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from guide.model.condition import Claim
from guide.model.day import Day
from guide.model.dose import Dose
from guide.model.entry import MOST_ENTRIES, Entry, Id, Ids, Name, Text, refusal
from guide.model.figure import Figure
from guide.model.quantity import TempoPhase
from guide.model.schema_patterns import exactly_one

Level = Literal[1, 2, 3]
Impact = Literal["none", "low", "high"]
Sides = Literal["both", "each", "alternating"]


def is_low_hop(impact: Impact, sides: Sides) -> bool:
    """Whether each repetition is a hop of a few centimetres on both feet: counted apart from the landings of jumps."""
    return impact == "low" and sides == "both"


class MusclesWorked(Entry):
    """Which muscles an exercise trains."""

    primary: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
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
    details: tuple[Text, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """Further lines, where the step needs them."""
    caution: Text | None = None
    """What can go wrong here, and hurt."""


class Mistake(Entry):
    """A common mistake, with its cure."""

    mistake: Text
    """What one sees or feels."""
    correction: Text
    """What to do instead."""


class Sign(Entry):
    """A condition that speaks against an exercise, today or for now."""

    condition: Id
    """Which condition: an id from conditions.yml, whose words are then printed."""
    text: Text | None = None
    """What is said instead of the condition's own words, where this exercise needs it."""


class Adjustment(Sign):
    """A condition with which the exercise is changed, and how."""

    change: Text
    """What to change."""


class Safeguards(Entry):
    """When to change this exercise, and when not to do it; the pain rule holds besides."""

    adjust: tuple[Adjustment, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Conditions and the change that answers each; no pain of a region in a jump, for that leaves out every jump."""
    stop: tuple[Sign, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Conditions that end the exercise for today."""
    leave_out: tuple[Sign, ...] = Field(max_length=MOST_ENTRIES)
    """Conditions with which nobody should do it for now; for a jump only what safety.yml does not say of all jumps."""


class Modification(Entry):
    """An easier or harder version. It states its equipment, or names the exercise that it is or leads to."""

    model_config = exactly_one("equipment", "is_exercise", "leads_to")

    name: Name
    """What it is called; routines refer to it by this name."""
    how: Text
    """How it is done."""
    is_exercise: Id | None = None
    """The exercise that is really done here, where it has a page of its own: a substitute, no rung of a ladder."""
    leads_to: Id | None = None
    """The exercise that comes next on the ladder: up from a harder version, down from an easier one."""
    equipment: Ids | None = None
    """What this version needs, all of it, or none; left out only beside `is_exercise` or `leads_to`."""
    sides: Sides | None = None
    """How its sides are done, where that differs from the exercise's."""
    impact: Impact | None = None
    """Its own impact, where that differs from the exercise's."""
    tempo: tuple[TempoPhase, ...] | None = Field(default=None, min_length=1, max_length=MOST_ENTRIES)
    """Its own tempo, where that differs; the frames are those of its own figure, or else of the exercise's."""
    dose: Dose | None = None
    """Its own dose, all of it, where that differs from the exercise's."""
    feel_it_in: Text | None = None
    """Where it is felt, if elsewhere than the exercise itself."""

    @model_validator(mode="after")
    def _equipment_is_known(self) -> Modification:
        stated = [each for each in (self.equipment, self.is_exercise, self.leads_to) if each is not None]
        if len(stated) != 1:
            message = "a modification states its equipment, or the exercise that it is, or the one that it leads to"
            hint = "write one of equipment (none, or a list), is_exercise and leads_to"
            raise refusal("one_equipment", message, hint)
        return self

    @property
    def other_exercise(self) -> Id | None:
        """The exercise that is done where this version is asked for, if it has a page of its own."""
        return self.is_exercise or self.leads_to


class Exercise(Entry):
    """An exercise with all that a reader needs to do it well."""

    id: Id
    """The file's name without .yml, and its address. Never changed once released."""
    name: Name
    """What runners call it."""
    other_names: tuple[Name, ...] = Field(max_length=MOST_ENTRIES)
    """Further names that people search for; [] for none."""
    summary: Text
    """One sentence: what it gives a runner."""
    pattern: Id
    """Which movement it is, and so the heading under which it is listed."""
    level: Level
    """1 to start with, 2 once that is steady, 3 for trained legs."""
    sides: Sides
    """`both` legs together; `each` side a whole set before the other; `alternating` from repetition to repetition."""
    impact: Impact
    """`none` if a foot is always down, `low` for small hops, `high` for jumps. Each repetition of a jump lands once;
    low hops on both feet are counted as hops, apart from landings."""
    gate: Id | None = None
    """Of a jump, the gate to pass first, where it is another than that of all jumps."""
    muscles: MusclesWorked
    """Which muscles it trains."""
    feel_it_in: Text
    """Where the work should be felt, in plain words."""
    equipment: EquipmentUsed
    """What it needs, and what helps."""
    set_up: tuple[Text, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """How to stand and what to put where before the first repetition."""
    steps: tuple[Step, ...] = Field(min_length=2, max_length=MOST_ENTRIES)
    """The repetition, in order."""
    cues: tuple[Text, ...] = Field(min_length=2, max_length=MOST_ENTRIES)
    """Short reminders to think of while moving, the most important first."""
    mistakes: tuple[Mistake, ...] = Field(min_length=2, max_length=MOST_ENTRIES)
    """Common mistakes, each with its correction."""
    breathing: Text
    """When to breathe in and out."""
    tempo: tuple[TempoPhase, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """The parts of one repetition in order; for a hold, the way in and out."""
    dose: Dose
    """How much, for a healthy adult."""
    easier: tuple[Modification, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Easier versions, the easiest first."""
    harder: tuple[Modification, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Harder versions, the least hard first."""
    safeguards: Safeguards
    """When to change it, when to stop, and who leaves it out."""
    note: Text | None = None
    """Something that fits nowhere else, such as what to master first."""
    known: tuple[Claim, ...] = Field(default=(), max_length=MOST_ENTRIES)
    """What studies say about it, each with its limits; and that there is none in runners, where there is none."""
    sources: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What everything else here rests on: publications, or coaching practice where there is none."""
    facts_checked: Day
    """The day on which everything here was last compared with its sources."""
    figure: Figure
    """The drawn figure, as joint angles; docs/posing-figures.md shows how to pose one."""

    @property
    def landings_per_repetition(self) -> int:
        """One for every repetition of a jump, however many feet land; none otherwise, and none for low hops."""
        return 1 if self.is_jump and not self.hops_per_repetition else 0

    @property
    def hops_per_repetition(self) -> int:
        """One for every low hop on both feet, which is no landing of a jump; none otherwise."""
        return int(is_low_hop(self.impact, self.sides))

    @property
    def is_jump(self) -> bool:
        """Whether it leaves the floor, so that the gate and the reasons against jumps hold."""
        return self.impact != "none"

    @property
    def modifications(self) -> tuple[Modification, ...]:
        """All versions, the easier ones first."""
        return self.easier + self.harder

    @property
    def cited(self) -> tuple[Id, ...]:
        """Every source that it names, of a claim or of all the rest, once."""
        return tuple(dict.fromkeys((*(source for claim in self.known for source in claim.sources), *self.sources)))

"""The rules of pain, of moving up and down, of pauses and races, as a program can run them. Runs none itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from pydantic import Field

from guide.model.entry import MOST_ENTRIES, Entry, Ids, Name, Text
from guide.model.measured import BackWhen, PainWhen, PauseWhen, RaceWhen, RuleId, StepWhen, TrainingWhen
from guide.model.quantity import Range

Action: TypeAlias = Literal[
    "carry-on", "same-again", "easier", "leave-out", "stop-exercise", "stop", "see-someone",
    "less", "easier-version", "match-weaker-side", "step-up", "add-repetitions", "change-one",
    "end-set", "next-stage", "add-set", "no-more-changes", "easier-week", "fewer-sets", "wait",
    "next-possible-day", "repeat-week", "back-one-stage", "restart",
    "no-hard-session", "light-session", "no-landings", "taper", "rest",
    "changed-exercises", "full-form", "left-out-exercises", "landings", "back-one-step",
]  # fmt: skip
"""What a rule does: for pain, for steps, in sets and weeks, after pauses, around races, on the way back."""


class Effect(Entry):
    """What follows from a rule, in numbers; its sentence names them in braces."""

    action: Action
    """What to do."""
    repetitions: Range | None = None
    """Repetitions that are added to each set."""
    two_leg_repetitions: Range | None = None
    """The same in calf raises and bridges on two legs."""
    up_to_repetitions: Range | None = None
    """So many repetitions above what is asked are the most."""
    seconds: Range | None = None
    """Seconds that are added to a hold."""
    up_to_seconds: Range | None = None
    """So many seconds above what is asked are the most."""
    load_percent: Range | None = None
    """By how many per cent the load changes, up or down as the action says."""
    sets: Range | None = None
    """Sets that are added or left out, or all that are done in an easier week, as the action says."""
    sets_percent: Range | None = None
    """How many per cent of the sets are left out."""
    left: Range | None = None
    """Repetitions left over, more than usual."""
    rest_seconds: Range | None = None
    """Seconds of rest that are added."""
    exercises: Range | None = None
    """In how many exercises at most."""
    sessions: Range | None = None
    """For how many sessions, or how many there are."""
    hours: Range | None = None
    """For how many hours."""
    days: Range | None = None
    """For how many days."""
    weeks: Range | None = None
    """For how many weeks."""


class Rule(Entry):
    """What every rule has."""

    id: RuleId
    """Its name, which never changes."""
    name: Name
    """What it is about, in a few words: the bold beginning of its line."""
    when: tuple[Entry, ...]
    """When it applies; what may be asked differs from list to list."""
    then: Effect
    """What follows."""
    words: Text
    """The sentence to the reader. A number of `when` or `then` stands in braces: {days}."""
    sources: Ids
    """What it relies on."""


class TellingRule(Rule):
    """A rule that is told by itself when it applies."""

    next: Text
    """What to do, as it is told to somebody for whom the rule applies."""


class PainRule(TellingRule):
    """What to do about pain. Of the rules that fit, the one of the first rank applies."""

    rank: int = Field(ge=1, le=MOST_ENTRIES)
    """Its place in the order, 1 first. Of rules with the same rank never two may fit."""
    when: tuple[PainWhen, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """The answers it is for: one line of these is enough."""
    signal: Literal["go", "change", "stop"] | None = None
    """Which band of the printed pain rule it belongs to; left out where it is told apart."""
    signs: Text | None = None
    """How such pain shows itself, as its band and the questions after a session say it."""


class StepRule(TellingRule):
    """What to do next in an exercise. The first that fits applies, unless pain decides."""

    when: tuple[StepWhen, ...] = Field(max_length=MOST_ENTRIES)
    """What was logged: one line of these is enough; [] for whatever is left."""


class TrainingRule(Rule):
    """What to do in a set or in a week. All that fit apply."""

    when: tuple[TrainingWhen, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What was noticed: one line of these is enough."""


class PauseRule(TellingRule):
    """What to do after a pause. Exactly one fits any number of days."""

    when: tuple[PauseWhen, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """How long the pause was."""


class RaceRule(Rule):
    """What to do before and after a race. All that fit apply."""

    when: tuple[RaceWhen, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """How far off the race is."""


class BackRule(Rule):
    """A step on the way back after something hurt, in order."""

    when: tuple[BackWhen, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """What must hold before it."""


class Reserve(Entry):
    """How many good repetitions are left when a set ends."""

    name: Name
    """For whom, as the beginning of a sentence: In your first two weeks of strength work."""
    left: Range
    """Good repetitions that could still be done."""


class Progression(Entry):
    """Every rule of pain, of harder and easier, of pauses, races and coming back."""

    reserve: tuple[Reserve, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """When a set ends, the most careful first."""
    pain: tuple[PainRule, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Asked first, after each session and on the next morning."""
    steps: tuple[StepRule, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """The next step in an exercise, from less to more; the last one is for whatever is left."""
    training: tuple[TrainingRule, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Sets, weeks and stages."""
    pauses: tuple[PauseRule, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Missed sessions and weeks, from the shortest pause to the longest."""
    race: tuple[RaceRule, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Before and after a race."""
    coming_back: tuple[BackRule, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """After something hurt."""

    def rules(self) -> Iterator[tuple[str, int, AnyRule]]:
        """Every rule with the list that it stands in and its place there."""
        for field in ("pain", "steps", "training", "pauses", "race", "coming_back"):
            for index, rule in enumerate(getattr(self, field)):
                yield field, index, rule

    def rule(self, name: str) -> AnyRule:
        """The rule of a name that every guide has."""
        return next(rule for _, _, rule in self.rules() if rule.id == name)


AnyRule: TypeAlias = PainRule | StepRule | TrainingRule | PauseRule | RaceRule | BackRule
NOTHING_RULED = Progression.model_construct(
    reserve=(), pain=(), steps=(), training=(), pauses=(), race=(), coming_back=()
)
"""No rule at all, for a guide that is asked about something else."""

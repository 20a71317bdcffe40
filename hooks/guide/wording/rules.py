"""The rules of progression as sentences: their numbers filled in, the printed pain rule, what a set leaves over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from guide.model import Guide
from guide.model.bound import Bound
from guide.model.measured import Repeated
from guide.model.progression import AnyRule, PainRule
from guide.model.quantity import Range

Signal = Literal["go", "change", "stop"]
SIGNALS: tuple[Signal, ...] = ("go", "change", "stop")
"""The bands of the printed pain rule, in order."""
NEEDED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "PAIN-GREEN": ("pain", ("during", "morning")),
    "PAIN-AMBER": ("pain", ("during", "morning")),
    "PAIN-RED": ("pain", ("during",)),
    "DOWN2": ("steps", ("times",)),
    "UP2": ("steps", ("sessions_running", "over_asked", "seconds_over_asked", "load_percent")),
    "UP1": ("steps", ("seconds",)),
    "UP5": ("training", ("sessions_running", "sets", "weeks")),
    "RACE1": ("race", ("days",)),
    "RACE2": ("race", ("days_to_race",)),
    "MISS1": ("pauses", ("days_without",)),
    "MISS2": ("pauses", ("days_without",)),
    "MISS3": ("pauses", ("days_without",)),
}
"""Rules, and numbers of them, out of which sentences are made elsewhere: the list that each stands in, its numbers."""
_NUMBER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Band:
    """A line of the printed pain rule."""

    pain: str
    """How strong, as people would say it: 0 to 2 out of 10, and gone the next morning."""
    signs: str
    """What belongs to it."""
    action: str
    """What to do."""
    signal: Signal
    """How it is marked."""


def numbers_of(rule: AnyRule) -> Mapping[str, str]:
    """What may stand in braces in the rule's sentences, as it is printed there; what follows before what is asked."""
    found = dict(_numbers(rule))
    return {name: found[name] for name in sorted(found)}


def unfilled(rule: AnyRule, text: str) -> Iterator[str]:
    """Names in braces that are no number of the rule."""
    return (name for name in _NUMBER.findall(text) if name not in numbers_of(rule))


def filled(rule: AnyRule, text: str) -> str:
    """The text with the rule's numbers."""
    numbers = numbers_of(rule)
    return _NUMBER.sub(lambda found: numbers[found[1]], text)


def words_of(rule: AnyRule) -> str:
    """The rule's sentence to the reader."""
    return filled(rule, rule.words)


def number(guide: Guide, rule: str, name: str) -> str:
    """One number of a rule, as it is printed."""
    return numbers_of(guide.progression.rule(rule))[name]


def pain_bands(guide: Guide) -> tuple[Band, ...]:
    """The pain rule in three lines, from carry on to stop; between them there is no hole, as rules have none."""
    return tuple(_band(guide, signal) for signal in SIGNALS)


def reserve(guide: Guide) -> tuple[str, ...]:
    """When a set ends, for beginners first."""
    return tuple(
        f"{each.name}, stop a set when you could still do {' or '.join(map(str, (each.left.low, each.left.high)))} "
        "good repetitions."
        for each in guide.progression.reserve
    )


def stop_set(guide: Guide) -> tuple[str, ...]:
    """When a set ends, whatever the exercise."""
    return (*reserve(guide), *_endings(guide))


def stop_jumps(guide: Guide) -> tuple[str, ...]:
    """When a set of jumps ends: repetitions that are left are not counted there."""
    return (guide.safety.stop_jumps, *_endings(guide))


def _endings(guide: Guide) -> tuple[str, ...]:
    return tuple(words_of(rule) for rule in guide.progression.training if rule.then.action == "end-set")


def _band(guide: Guide, signal: Signal) -> Band:
    first, *others = (rule for rule in guide.progression.pain if rule.signal == signal)
    signs = " ".join(rule.signs or "" for rule in (first, *others))
    return Band(_how_strong(first, signal), signs, words_of(first), signal)


def _how_strong(rule: PainRule, signal: Signal) -> str:
    during = next(when.during for when in rule.when if when.during)
    if signal == "stop":
        return f"More than {during.low - 1} out of 10, or at any number one of these signs"
    numbers = f"{during.low} to {during.high} out of 10"
    return f"{numbers}, and gone the next morning" if signal == "go" else f"{numbers}, or still there the next morning"


def _numbers(rule: AnyRule) -> Iterator[tuple[str, str]]:
    """The first of each name on a line of `when`; one of `then` takes its place."""
    asked = [
        pair for when in rule.when for name in type(when).model_fields for pair in _asked(name, getattr(when, name))
    ]
    yield from reversed(asked)
    for name in type(rule.then).model_fields:
        value = getattr(rule.then, name)
        if isinstance(value, Range):
            yield name, str(value).replace("–", " to ")


def _asked(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Repeated):
        yield "times", str(value.times)
        if value.within_days:
            yield "within_days", str(value.within_days)
    elif isinstance(value, Bound) and not value.unanswered:
        yield name, _told(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield name, str(value)


def _told(bound: Bound) -> str:
    """28 for 28 and more, 7 for 0 to 7, else both ends."""
    if bound.high is None or bound.low == bound.high:
        return str(bound.low)
    return f"{bound.low} to {bound.high}" if bound.low else str(bound.high)

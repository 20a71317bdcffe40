"""The rules of progression as scripts read them, who ask them as `progress/` does; plain values for JSON. Runs none."""

from __future__ import annotations

from collections.abc import Callable

from guide.model import Exercise, Guide, Source
from guide.model.bound import Bound
from guide.model.entry import Entry
from guide.model.measured import Repeated
from guide.model.progression import AnyRule, Effect, PainRule
from guide.model.quantity import Range
from guide.progress.pain import GOES_ON
from guide.progress.steps import LESS, UP
from guide.wording.progression import MOST_A_WEEK
from guide.wording.rules import filled

RULES_FILE = "rules.json"
"""Where they lie in the site."""
_LISTS = ("pain", "steps", "training", "pauses")
_LEFT_WHERE_UNTOLD = 1
"""Which entry of `reserve` holds for somebody of whom nothing is known: neither the first weeks nor long practice."""


def rules_for_scripts(guide: Guide, address_of: Callable[[Source], str]) -> dict[str, object]:
    """Every rule that says what to do next, what it says, and what of each exercise it needs to know.

    `address_of` says where in the site a source is told of.
    """
    reserve = guide.progression.reserve
    return {
        "goes_on": list(GOES_ON),
        "less": list(LESS),
        "up": list(UP),
        "left": reserve[min(_LEFT_WHERE_UNTOLD, len(reserve) - 1)].left.low,
        "least": {name: _least(guide, name) for name in guide.exercises},
        "jumps": {name: _landings(each) for name, each in guide.exercises.items() if each.landings_per_repetition},
        "heel_raises": [each.id for each in guide.exercises.values() if _is_heel_raise(each)],
        "most_landings": guide.safety.limits.landings,
        "most_landings_while_new": guide.safety.limits.landings_while_new,
        "weeks_new_to_jumps": guide.safety.limits.weeks_new_to_jumps,
        "warm_ups": [each.id for each in guide.routines.values() if each.times_a_week.high > MOST_A_WEEK],
        "renamed": dict(guide.new_ids("exercises")),
        "sources": {
            name: {"name": source.label, "address": address_of(source)}
            for name, source in guide.sources.items()
            if name in _sources(guide)
        },
        **{field: [_rule(rule) for rule in getattr(guide.progression, field)] for field in _LISTS},
    }


def _sources(guide: Guide) -> set[str]:
    return {name for field in _LISTS for rule in getattr(guide.progression, field) for name in rule.sources}


def _least(guide: Guide, exercise: str) -> float:
    """The lowest number of the exercise's range."""
    return guide.exercises[exercise].dose.measure.low


def _rule(rule: AnyRule) -> dict[str, object]:
    lines = [_line(when) for when in rule.when]
    told: dict[str, object] = {"id": rule.id, "name": rule.name, "action": rule.then.action, "when": lines}
    if isinstance(rule, PainRule):
        told |= {"rank": rule.rank, "signs": rule.signs or rule.name}
    told["next"] = filled(rule, getattr(rule, "next", rule.words))
    return {**told, "sources": list(rule.sources), "then": _numbers(rule.then)}


def _landings(exercise: Exercise) -> int:
    """For one repetition, and for one of each side where there are two."""
    return exercise.landings_per_repetition * (1 if exercise.sides == "both" else 2)


def _is_heel_raise(exercise: Exercise) -> bool:
    """Whether each side has a number of its own, to be compared with the other's."""
    return exercise.pattern == "calf-raise" and exercise.sides == "each"


def _numbers(then: Effect) -> dict[str, int]:
    """The numbers of what follows, the lowest of each."""
    values = ((name, getattr(then, name)) for name in type(then).model_fields)
    return {name: value.low for name, value in values if isinstance(value, Range)}


def _line(when: Entry) -> dict[str, object]:
    """Only what is written, each as a bound, a repetition or a plain value."""
    return {name: _asked(getattr(when, name)) for name in type(when).model_fields if name in when.model_fields_set}


def _asked(value: object) -> object:
    if isinstance(value, Bound):
        return {"low": value.low, "high": value.high, "unanswered": value.unanswered}
    if isinstance(value, Repeated):
        return {"rule": value.rule, "times": value.times, "within_days": value.within_days}
    return value

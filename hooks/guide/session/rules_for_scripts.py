"""The rules of progression as scripts read them, who ask them as `progress/` does; plain values for JSON. Runs none."""

from __future__ import annotations

from guide.model import Guide
from guide.model.bound import Bound
from guide.model.entry import Entry
from guide.model.measured import Repeated
from guide.model.progression import AnyRule, PainRule
from guide.progress.pain import GOES_ON
from guide.progress.steps import LESS, UP
from guide.wording.rules import filled

RULES_FILE = "rules.json"
"""Where they lie in the site."""
_LISTS = ("pain", "steps", "pauses")
_LEFT_WHERE_UNTOLD = 1
"""Which entry of `reserve` holds for somebody of whom nothing is known: neither the first weeks nor long practice."""


def rules_for_scripts(guide: Guide) -> dict[str, object]:
    """Every rule that says what to do next, what it says, and what of each exercise it needs to know."""
    reserve = guide.progression.reserve
    return {
        "goes_on": list(GOES_ON),
        "less": list(LESS),
        "up": list(UP),
        "left": reserve[min(_LEFT_WHERE_UNTOLD, len(reserve) - 1)].left.low,
        "least": {name: _least(guide, name) for name in guide.exercises},
        **{field: [_rule(rule) for rule in getattr(guide.progression, field)] for field in _LISTS},
    }


def _least(guide: Guide, exercise: str) -> float:
    """The lowest number of the exercise's range."""
    return guide.exercises[exercise].dose.measure.low


def _rule(rule: AnyRule) -> dict[str, object]:
    lines = [_line(when) for when in rule.when]
    told: dict[str, object] = {"id": rule.id, "name": rule.name, "action": rule.then.action, "when": lines}
    if isinstance(rule, PainRule):
        told |= {"rank": rule.rank, "signs": rule.signs or rule.name}
    return {**told, "next": filled(rule, getattr(rule, "next", rule.words))}


def _line(when: Entry) -> dict[str, object]:
    """Only what is written, each as a bound, a repetition or a plain value."""
    return {name: _asked(getattr(when, name)) for name in type(when).model_fields if name in when.model_fields_set}


def _asked(value: object) -> object:
    if isinstance(value, Bound):
        return {"low": value.low, "high": value.high, "unanswered": value.unanswered}
    if isinstance(value, Repeated):
        return {"rule": value.rule, "times": value.times, "within_days": value.within_days}
    return value

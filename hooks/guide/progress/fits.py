"""Whether a rule fits what was measured. The same is done by `docs/javascripts/log/rules.js`; knows no rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias, TypeVar

from guide.model.bound import Bound
from guide.model.measured import BackWhen, PainWhen, PauseWhen, RaceWhen, Repeated, StepWhen, TrainingWhen
from guide.model.progression import AnyRule, BackRule, PauseRule, RaceRule, TrainingRule

When: TypeAlias = PainWhen | StepWhen | TrainingWhen | PauseWhen | RaceWhen | BackWhen
Measured: TypeAlias = Mapping[str, int | str | bool | Collection[str] | Collection[Repeated] | None]
"""What was measured by the names of the fields of a `when`; a collection holds all that is so at once."""
_Rule = TypeVar("_Rule", bound=AnyRule)
_Open = TypeVar("_Open", TrainingRule, PauseRule, RaceRule, BackRule)


def fits(rule: AnyRule, measured: Measured) -> bool:
    """Whether one of the rule's lines holds; a rule without lines is for whatever is left."""
    return not rule.when or any(holds(when, measured) for when in rule.when)


def holds(when: When, measured: Measured, *, but: Collection[str] = ()) -> bool:
    """Whether all that is written in the line holds, leaving aside the fields of some names."""
    return all(
        _agrees(getattr(when, name), measured.get(name)) for name in type(when).model_fields
        if name in when.model_fields_set and name not in but
    )  # fmt: skip


def all_that_fit(rules: Iterable[_Open], measured: Measured) -> tuple[_Open, ...]:
    """Every rule that fits, in order: for those that add up, before a race and in a week of training."""
    return tuple(rule for rule in rules if fits(rule, measured))


def _agrees(asked: object, value: object) -> bool:
    if isinstance(asked, Bound):
        return asked.fits(value if isinstance(value, int) else None)
    if isinstance(value, frozenset):
        return asked in value
    return asked == value

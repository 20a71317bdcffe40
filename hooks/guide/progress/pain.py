"""Which rule of pain applies to what was answered. Knows nothing of repetitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from guide.model.measured import Repeated
from guide.model.progression import PainRule, Progression
from guide.progress.fits import Measured, fits

GOES_ON = ("carry-on", "same-again")
"""What a rule of pain does where the rules about steps are asked as well."""


@dataclass(frozen=True)
class Answers:
    """What was answered about one place after one session."""

    day: int
    """Days since any day that all answers share."""
    during: int | None = None
    """The highest pain during the session and in the two hours after, 0 to 10; None where nothing was answered."""
    morning: int | None = None
    """Pain on the next morning, likewise."""
    signs: frozenset[str] = frozenset()
    """Signs that were noticed, by the names that `PainWhen.sign` has."""


def pain_rule_for(progression: Progression, answers: Sequence[Answers]) -> PainRule:
    """The one rule that applies after the last of these sessions, the earliest of which comes first."""
    *_, last = answers
    outcomes = [(one.day, first_of_rank(progression.pain, _measured(one)).id) for one in answers]
    repeated = frozenset(each for each in repeats(progression) if _has_repeated(each, outcomes))
    return first_of_rank(progression.pain, {**_measured(last), "repeated": repeated})


def first_of_rank(rules: Sequence[PainRule], measured: Measured) -> PainRule:
    """The rule of the first rank that fits; that there is exactly one, the check of the data makes sure."""
    return min((rule for rule in rules if fits(rule, measured)), key=lambda rule: rule.rank)


def repeats(progression: Progression) -> Iterator[Repeated]:
    """What rules of pain ask about their own repetition."""
    lines = chain.from_iterable(rule.when for rule in progression.pain)
    return (when.repeated for when in lines if when.repeated)


def _measured(answers: Answers) -> Measured:
    return {"during": answers.during, "morning": answers.morning, "sign": answers.signs, "repeated": frozenset()}


def _has_repeated(repeated: Repeated, outcomes: Sequence[tuple[int, str]]) -> bool:
    """Whether the rule applied so often, judged by the answers of each session by itself."""
    if repeated.within_days is None:
        last = [rule for _, rule in outcomes[-repeated.times :]]
        return last == [repeated.rule] * repeated.times
    since = outcomes[-1][0] - repeated.within_days
    return sum(day >= since and rule == repeated.rule for day, rule in outcomes) >= repeated.times

"""What to do next in an exercise, after what was logged of it: pain first, then down, then up. Knows no exercise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guide.model.measured import Repeated, StepWhen
from guide.model.progression import PainRule, Progression, StepRule
from guide.progress.fits import Measured, holds
from guide.progress.pain import GOES_ON, Answers, pain_rule_for

UP = ("step-up", "add-repetitions")
"""What counts as a step up."""
LESS = ("easier", "leave-out")
"""What pain asks for that allows no step up for some days."""
_OF_THE_WHOLE = {"sessions_running"}


@dataclass(frozen=True)
class Done:
    """What was done of one exercise in one session. Repetitions, or seconds where it is a hold."""

    answers: Answers
    """What was answered about pain."""
    sets: tuple[int, ...]
    """Repetitions, or seconds, of each set, of the weaker side where sides take turns; none where all were left out."""
    asked: int
    """What is asked in a set, at the top of the range."""
    least: int
    """The lowest number of the range."""
    is_hold: bool = False
    """Whether seconds are counted."""
    unclean_sets: int | None = 0
    """Sets that were not clean; None where nobody said whether they were."""
    left: int | None = None
    """Repetitions left over after the hardest set, that with the fewest; None where nothing was answered."""
    asked_left: int = 2
    """Repetitions that should be left over."""
    sides_differ_by: int = 0
    """Repetitions by which one side stayed behind the other, in the set where it was most."""
    loads_differ_by_percent: int = 0
    """Per cent of the load by which the weaker side stays behind, rounded up."""
    left_out: int = 0
    """Sets that were planned and not done: what would have been done in them is not known."""


@dataclass(frozen=True)
class Week:
    """What kind of week the next session is in."""

    week_of_strength: int = 3
    """Which week of strength work it is, the first one being 1."""
    week: str = "usual"
    """usual, easier or race."""
    kilometres_rise: bool = False
    """Whether there are clearly more kilometres than in the last four weeks."""
    day: int | None = None
    """The day of the next session; None for the day after the last one that was logged."""


def next_step(progression: Progression, done: Sequence[Done], week: Week) -> PainRule | StepRule:
    """The one rule that says what to do next time, after all sessions of the exercise, the earliest first.

    What earlier sessions led to is judged as in an ordinary week.
    """
    earlier: list[_Outcome] = []
    for number in range(1, len(done)):
        earlier.append(_outcome(progression, done[:number], earlier, Week()))
    return _outcome(progression, done, earlier, week).rule


@dataclass(frozen=True)
class _Outcome:
    rule: PainRule | StepRule
    simple: str
    """The rule that applied without looking at what was repeated."""


def _outcome(progression: Progression, done: Sequence[Done], earlier: Sequence[_Outcome], week: Week) -> _Outcome:
    pains = [pain_rule_for(progression, [one.answers for one in done[: end + 1]]) for end in range(len(done))]
    if pains[-1].then.action not in GOES_ON:
        return _Outcome(pains[-1], pains[-1].id)
    shared = {**_around(done, pains, week), "sessions_without_step": _without_step(earlier) + 1}
    sessions = [{**_of_session(one), "pain": pain.id, **shared} for one, pain in zip(done, pains, strict=True)]
    simple = _first(progression.steps, sessions, frozenset()).id
    ids = [*(outcome.simple for outcome in earlier), simple]
    asked = {when.repeated for rule in progression.steps for when in rule.when if when.repeated}
    repeated = frozenset(each for each in asked if ids[-each.times :] == [each.rule] * each.times)
    return _Outcome(_first(progression.steps, sessions, repeated), simple)


def _first(rules: Sequence[StepRule], sessions: Sequence[Measured], repeated: frozenset[Repeated]) -> StepRule:
    """The first rule that fits the latest sessions; the last rule of all fits always."""
    sessions = [{**one, "repeated": repeated} for one in sessions]
    return next(rule for rule in rules if not rule.when or any(_has_held(when, sessions) for when in rule.when))


def _has_held(when: StepWhen, sessions: Sequence[Measured]) -> bool:
    latest = sessions[-when.sessions_running :]
    return len(latest) == when.sessions_running and all(holds(when, one, but=_OF_THE_WHOLE) for one in latest)


def _of_session(done: Done) -> Measured:
    fewest = min(done.sets, default=0)
    over, left = fewest - done.asked, None if done.left is None else done.left - done.asked_left
    return {
        "over_asked": None if done.is_hold or done.left_out else over,
        "seconds_over_asked": over if done.is_hold and not done.left_out else None,
        "short_by": None if done.is_hold else max(0, -over),
        "below_range": fewest < done.least,
        "clean": None if done.unclean_sets is None else not done.unclean_sets,
        "unclean_sets": done.unclean_sets,
        "left": done.left,
        "left_over_asked": left,
        "left_short_by": None if left is None else -left,
        "sides_differ_by": done.sides_differ_by,
        "loads_differ_by_percent": done.loads_differ_by_percent,
    }


def _around(done: Sequence[Done], pains: Sequence[PainRule], week: Week) -> Measured:
    now = week.day if week.day is not None else done[-1].answers.day + 1
    days = [one.answers.day for one, pain in zip(done, pains, strict=True) if pain.then.action in LESS]
    return {
        "week_of_strength": week.week_of_strength,
        "week": week.week,
        "kilometres_rise": week.kilometres_rise,
        "days_since_less": now - days[-1] if days else None,
    }


def _without_step(outcomes: Sequence[_Outcome]) -> int:
    """Sessions at the end of the list without a step up."""
    ups = [index for index, outcome in enumerate(outcomes) if outcome.rule.then.action in UP]
    return len(outcomes) - (ups[-1] + 1 if ups else 0)

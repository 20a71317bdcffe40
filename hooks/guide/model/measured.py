"""What the rules of progression ask about: what was answered, logged, missed or noticed, each with its bounds.

The rules themselves are in `progression.py`.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema

from guide.model.bound import Bound
from guide.model.entry import MOST_ENTRIES, Entry, refusal
from guide.model.schema_patterns import rule_id_form

_RULE_ID = re.compile(r"[A-Z]+[0-9]*(?:-[A-Z]+[0-9]*)*")


def _rule_id(text: str) -> str:
    if not _RULE_ID.fullmatch(text) or len(text) > MOST_ENTRIES:
        hint = "use capital letters, digits and single hyphens, such as PAIN-AMBER or UP2"
        raise refusal("rule_id_form", "{id} cannot be the name of a rule", hint, id=repr(text[:MOST_ENTRIES]))
    return text


RuleId: TypeAlias = Annotated[str, AfterValidator(_rule_id), WithJsonSchema(rule_id_form(f"^(?:{_RULE_ID.pattern})$"))]
"""The name of a rule: PAIN-AMBER, UP2."""


class Repeated(Entry):
    """Another rule that has applied more than once."""

    rule: RuleId
    """The name of that rule."""
    times: int = Field(ge=2, le=MOST_ENTRIES)
    """In how many sessions it applied, the last one included."""
    within_days: int | None = Field(default=None, ge=1, le=365)
    """Within how many days. Left out: in sessions running."""


class PainWhen(Entry):
    """What has been answered about pain at one place; all that is written here must hold together."""

    sign: Literal["red", "bone", "nerve", "joint", "tendon", "lasting", "returning"] | None = None
    """What the reader notices besides a number: a sign of the red list, pain in a bone, in a nerve, in a joint, at the
    Achilles tendon or under the heel in heel raises or hops, pain on most mornings for two weeks, or pain that comes
    back at each return."""
    during: Bound | None = None
    """The highest pain during the session and in the two hours after, from 0 to 10."""
    morning: Bound | None = None
    """The pain on the next morning, from 0 to 10."""
    repeated: Repeated | None = None
    """A rule of pain that has applied more than once."""


class StepWhen(Entry):
    """What was logged of an exercise; all that is written here must hold together."""

    sessions_running: int = Field(default=1, ge=1, le=MOST_ENTRIES)
    """In how many sessions running all of it must hold."""
    over_asked: Bound | None = None
    """Repetitions above what is asked, in the set with the fewest."""
    seconds_over_asked: Bound | None = None
    """Seconds above what is asked, in the shortest hold."""
    short_by: Bound | None = None
    """Repetitions missing from what is asked, in the set with the fewest."""
    below_range: bool | None = None
    """True where a set ended before the lowest number of the range."""
    clean: bool | None = None
    """True where every set was clean."""
    unclean_sets: Bound | None = None
    """Sets that were not clean."""
    left: Bound | None = None
    """Repetitions left over after the hardest set."""
    left_over_asked: Bound | None = None
    """Repetitions left over beyond the number to be left."""
    left_short_by: Bound | None = None
    """Repetitions missing from the number to be left; 0 or more is that number or fewer."""
    sides_differ_by: Bound | None = None
    """Repetitions by which the weaker side stays behind."""
    loads_differ_by_percent: Bound | None = None
    """Per cent of the load by which the weaker side stays behind, rounded up."""
    pain: RuleId | None = None
    """The rule of pain that applied."""
    days_since_less: Bound | None = None
    """Days since pain last asked for less."""
    week_of_strength: Bound | None = None
    """Which week of strength work it is, the first one being 1."""
    week: Literal["usual", "easier", "race"] | None = None
    """What kind of week it is."""
    kilometres_rise: bool | None = None
    """True in a week with clearly more kilometres than the last four."""
    sessions_without_step: Bound | None = None
    """Sessions running without any step up."""
    repeated: Repeated | None = None
    """A rule about steps that has applied more than once."""


class TrainingWhen(Entry):
    """What was noticed in a set or over some weeks; all that is written here must hold together."""

    set_sign: Literal["bad-landing", "form-goes", "breath-held", "reserve-used"] | None = None
    """What ends a set."""
    sessions_running: Bound | None = None
    """In how many sessions running the rest of this holds for every exercise."""
    stage_done: bool | None = None
    """True where the weeks of a routine's stage are done."""
    left_over_asked: Bound | None = None
    """Repetitions left over beyond the number to be left, in all sets."""
    pain: RuleId | None = None
    """The rule of pain that applied in all exercises."""
    jumps_ended_by_count: bool | None = None
    """True where every set of jumps ended by its number and none by a bad landing."""
    changes_this_week: Bound | None = None
    """Things that were made harder this week: sets, versions or loads, jumps, kilometres."""
    weeks_since_easier: Bound | None = None
    """Weeks with at least two sessions since the last easier one."""
    week: Literal["easier"] | None = None
    """What kind of week it is."""
    sore_hours: Bound | None = None
    """Hours for which muscles stay very sore."""
    heavy_easy_runs: Bound | None = None
    """Days running on which easy runs are clearly harder than usual."""
    hours_without_fever: Bound | None = None
    """Hours since an illness with fever; 0 while it lasts."""
    strength_lost_percent: Bound | None = None
    """Per cent of strength that one side has lost within two weeks without a reason."""
    heel_raises_lost: Bound | None = None
    """Heel raises that one side has lost within two weeks without a reason."""
    weak_limb: bool | None = None
    """True where a foot or leg is weak."""


class PauseWhen(Entry):
    """How long nothing was done."""

    days_without: Bound
    """Whole days without a session since the last one."""


class RaceWhen(Entry):
    """How far off a race is; all that is written here must hold together."""

    days_to_race: Bound | None = None
    """Days until the race; 0 is its day."""
    race: Literal["10-km", "half-marathon", "marathon"] | None = None
    """How long the race was: up to the distance that is named."""
    days_after_race: Bound | None = None
    """Days since the race; 0 is its day."""


class BackWhen(Entry):
    """How far one has come after something hurt; all that is written here must hold together."""

    walking_minutes: Bound | None = None
    """Minutes of walking."""
    walking_pain: Bound | None = None
    """Pain in daily life, on stairs and in so many minutes of walking, from 0 to 10."""
    step: Literal["begun", "changed", "full-form", "left-out"] | None = None
    """The step that was reached last."""
    green_sessions: Bound | None = None
    """Sessions running without pain that asks for less."""
    pain: RuleId | None = None
    """The rule of pain that applied."""

"""What the guide says about a place that hurts: its signs, its exercises, its sources. Read from entries; no words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from guide.model.condition import Condition, Region, Urgency
from guide.model.conditions_index import left_out_for, routines_touched_by
from guide.model.exercise import Exercise
from guide.model.guide import Guide
from guide.model.routine import Routine

URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
"""The most urgent first."""


@dataclass(frozen=True)
class Row:
    """What to do about an exercise while something hurts."""

    exercise: Exercise
    changes: tuple[str, ...] = ()
    """What to change, each a sentence."""
    leave_out_if: tuple[str, ...] = ()
    """What else at this place rules it out, but for signs that cannot wait: those stand above all."""


@dataclass(frozen=True)
class Lists:
    """Every exercise once, in the order of the guide."""

    left_out: tuple[Row, ...]
    changed: tuple[Row, ...]
    tolerated: tuple[Row, ...]
    routines: tuple[Routine, ...]
    """Those with something to change or to leave out."""


def signs(guide: Guide, region: str | None = None) -> tuple[tuple[Urgency, tuple[Condition, ...]], ...]:
    """Conditions that cannot wait, by urgency, the most urgent first: those of one region, or all."""
    flagged = [
        (condition.red_flag.urgency, condition)
        for condition in guide.conditions.values()
        if condition.red_flag and (region is None or region in condition.regions)
    ]
    groups = ((urgency, tuple(each for how, each in flagged if how == urgency)) for urgency in URGENCIES)
    return tuple((urgency, conditions) for urgency, conditions in groups if conditions)


def lists(guide: Guide, region: Region) -> Lists:
    """Exercises that are left out, changed and usually tolerated; jumps are left out wherever something hurts."""
    place = guide.regions[region.lists_of] if region.lists_of else region
    gone = {exercise.id for exercise in left_out_for(guide, place.pain)}
    rows = [_row(guide, exercise, place.pain, region.id) for exercise in guide.exercises.values()]
    stay = [row for row in rows if row.exercise.id not in gone]
    return Lists(
        left_out=tuple(Row(row.exercise) for row in rows if row.exercise.id in gone),
        changed=tuple(row for row in stay if row.changes),
        tolerated=tuple(row for row in stay if not row.changes),
        routines=routines_touched_by(guide, place.pain),
    )


def cited(guide: Guide, region: Region) -> tuple[str, ...]:
    """Every source of its page once: of what it says, then of its signs."""
    claims = (*region.change, *region.come_back, *region.see_someone, *region.known)
    flags = (condition for _, conditions in signs(guide, region.id) for condition in conditions)
    named = (*(claim.sources for claim in claims), *(flag.sources for flag in flags))
    return tuple(dict.fromkeys(source for sources in named for source in sources))


def cited_of_groups(guide: Guide) -> tuple[str, ...]:
    """Every source of the page of special groups once."""
    claims = (claim for group in guide.groups.values() for claim in (*group.here, *group.known))
    return tuple(dict.fromkeys(source for claim in claims for source in claim.sources))


def regions_citing(guide: Guide, source: str) -> tuple[Region, ...]:
    """Regions on whose pages a source stands."""
    return tuple(region for region in guide.regions.values() if source in cited(guide, region))


def _row(guide: Guide, exercise: Exercise, pain: str, region: str) -> Row:
    guards = exercise.safeguards
    changes = tuple(each.change for each in guards.adjust if each.condition == pain)
    others = (guide.conditions[sign.condition] for sign in guards.leave_out if sign.condition != pain)
    here = (other.words for other in others if region in other.regions and not other.red_flag)
    return Row(exercise, changes, tuple(here))

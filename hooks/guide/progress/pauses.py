"""What to do after a pause, and before and after a race. Knows no calendar: it is told days."""

from __future__ import annotations

from guide.model.progression import PauseRule, Progression, RaceRule
from guide.progress.fits import all_that_fit


def after_pause(progression: Progression, days: int) -> PauseRule:
    """The one rule for so many days without a session."""
    return all_that_fit(progression.pauses, {"days_without": days})[0]


def before_race(progression: Progression, days: int) -> tuple[RaceRule, ...]:
    """Every rule for so many days before a race; none where training goes on as usual."""
    return all_that_fit(progression.race, {"days_to_race": days})


def after_race(progression: Progression, race: str, days: int) -> tuple[RaceRule, ...]:
    """Every rule for so many days after a race of up to 10-km, half-marathon or marathon."""
    return all_that_fit(progression.race, {"race": race, "days_after_race": days})

"""Two hundred simulated histories: what the facts want after each session is what `guide.progress` says."""

from __future__ import annotations

from guide.model import Guide
from guide.progress.pauses import after_pause
from guide.progress.steps import Done, Week, next_step
from progress.expected import PAUSES, cases

ENOUGH = 200


def test_every_history_leads_where_the_facts_want(real_guide: Guide) -> None:
    told = list(cases())
    assert len({case.name for case in told}) >= ENOUGH
    wrong = {
        case.name: (found, case.rules)
        for case in told
        if (found := _found(real_guide, case.done, case.week)) != case.rules
    }
    assert not wrong


def _found(guide: Guide, done: tuple[Done, ...], week: Week) -> tuple[str, ...]:
    return tuple(next_step(guide.progression, done[:count], week).id for count in range(1, len(done) + 1))


def test_the_histories_meet_every_rule_of_pain_and_of_steps(real_guide: Guide) -> None:
    met = {rule for case in cases() for rule in case.rules}
    rules = {rule.id for field, _, rule in real_guide.progression.rules() if field in ("pain", "steps")}
    assert met == rules - {"PAIN-UNKNOWN", "PAIN-GREEN"}, "after these two the steps decide"


def test_every_pause_has_the_rule_that_the_facts_want(real_guide: Guide) -> None:
    assert {days: after_pause(real_guide.progression, days).id for days in PAUSES} == PAUSES

"""The rules of progression in a browser: its script and `guide.progress` give the same answers to any history."""

from __future__ import annotations

from dataclasses import asdict

from playwright.sync_api import Page

from followed import Followed
from guide.model import Guide
from guide.progress.pain import Answers, pain_rule_for
from guide.progress.pauses import after_pause
from guide.progress.steps import Done, next_step
from progress.expected import PAUSES, cases
from progress.histories import many

MANY = 600
_ASK = """async ([question, cases]) => {
  const root = new URL(".", location.href), rules = await (await fetch(new URL("rules.json", root))).json();
  const script = await import(new URL("javascripts/log/rules.js", root));
  return cases.map((given) => [script[question](rules, ...given)].flat().map((rule) => rule.id));
}"""


def test_the_next_step_is_the_same(runner: Followed, served: str, real_guide: Guide) -> None:
    histories = list(many(MANY))
    here = [[next_step(real_guide.progression, done, week).id] for done, week in histories]
    assert len({rule for (rule,) in here}) > 12, "these histories should meet most rules"
    runner.open(served)
    assert (
        _asked(runner.page, "nextStep", [[list(map(_plain, done)), asdict(week)] for done, week in histories]) == here
    )


def test_the_rule_of_pain_is_the_same(runner: Followed, served: str, real_guide: Guide) -> None:
    numbers = (None, *range(11))
    told = [[one.answers for one in done] for done, _ in many(MANY)]
    told += [[Answers(0, during, morning)] for during in numbers for morning in numbers]
    here = [[pain_rule_for(real_guide.progression, each).id] for each in told]
    runner.open(served)
    assert _asked(runner.page, "painRuleFor", [[list(map(_answers, each))] for each in told]) == here


def test_pauses_are_the_same(runner: Followed, served: str, real_guide: Guide) -> None:
    rules, days = real_guide.progression, range(40)
    runner.open(served)
    assert _asked(runner.page, "afterPause", [[day] for day in days]) == [[after_pause(rules, day).id] for day in days]


def test_every_simulated_history_leads_where_the_facts_want(runner: Followed, served: str) -> None:
    told = [(case, count) for case in cases() for count in range(1, len(case.done) + 1)]
    runner.open(served)
    found = _asked(
        runner.page, "nextStep", [[list(map(_plain, case.done[:count])), asdict(case.week)] for case, count in told]
    )
    wrong = {
        case.name: rule for (case, count), (rule,) in zip(told, found, strict=True) if rule != case.rules[count - 1]
    }
    assert not wrong
    assert _asked(runner.page, "afterPause", [[day] for day in PAUSES]) == [[rule] for rule in PAUSES.values()]


def _asked(page: Page, question: str, cases: list[list[object]]) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(_ASK, [question, cases])
    return found


def _plain(done: Done) -> dict[str, object]:
    return {**asdict(done), "answers": _answers(done.answers)}


def _answers(answers: Answers) -> dict[str, object]:
    return {**asdict(answers), "signs": sorted(answers.signs)}

"""What to do next time, and the question about the next morning: told out of a log that a test has filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.test_browser_axe import violations
from followed import BEGAN, Followed
from guide.model import Guide
from guide.pages.evidence import source_address
from guide.wording.rules import filled
from in_page import wait_until

Entry = dict[str, object]
HOUR = 3600
SAID = {"during": 0, "morning": 0, "signs": []}

_ADVICE = """async ([entry, entries, now, renamed]) => {
  const root = new URL(".", location.href), rules = await (await fetch(new URL("rules.json", root))).json();
  const {advice} = await import(new URL("javascripts/log/advice.js", root));
  return advice({...rules, renamed: {...rules.renamed, ...renamed}}, entry, entries, now);
}"""
_FILL = """async (entries) => {
  const root = document.querySelector("link[rel=manifest]").href.replace(/[^/]*$/, "");
  const {put} = await import(`${root}javascripts/log/store.js`);
  const {askNextMorning} = await import(`${root}javascripts/log/morning.js`);
  await put(entries);
  askNextMorning(entries.at(-1));
}"""
_KEPT = """async () => {
  const root = document.querySelector("link[rel=manifest]").href.replace(/[^/]*$/, "");
  const {all} = await import(`${root}javascripts/log/store.js`);
  return (await all()).map((entry) => entry.answers.morning);
}"""
_HANGS = """() => { indexedDB.open = () => ({}); }"""
_THROWS = """() => { indexedDB.open = () => { throw new Error("forbidden"); }; }"""
_FORBIDS = """() => {
  const {getItem} = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    if (key.endsWith("session.morning")) throw new Error("forbidden");
    return getItem.call(this, key);
  };
}"""


def _set(*amounts: int | None, left: int | None = 2, clean: bool | None = True, load: float | None = None) -> Entry:
    return {"amounts": list(amounts), "load": load, "left": left, "clean": clean}


def _done(*sets: Entry, exercise: str = "squat", **fields: object) -> Entry:
    plain = {
        "exercise": exercise, "version": "", "name": exercise.capitalize(), "dose": "10 repetitions", "asked": 10,
        "unit": "repetitions", "hold": False, "asked_left": 2, "planned": len(sets), "sets": list(sets),
    }  # fmt: skip
    return {**plain, **fields}


def _entry(day: float, *done: Entry, session: str = "first-steps", **answers: object) -> Entry:
    """Somebody's session so many days before or after the clock's first day, early in the morning."""
    began = (BEGAN + timedelta(days=day)).isoformat().replace("+00:00", ".000Z")
    return {
        "id": f"{began} {session}", "began": began, "minutes": 20, "session": session, "stage": "", "note": "",
        "name": session.replace("-", " ").capitalize(), "answers": {**SAID, **answers}, "done": list(done),
    }  # fmt: skip


EARLIER = [_entry(-21 + 7 * week, session="calves-and-feet") for week in range(3)]
"""Sessions that make this the third week of strength work and more, in which things may get harder."""


@pytest.fixture
def told(runner: Followed, served: str) -> Told:
    runner.open(served)
    return Told(runner.page)


class Told:
    """What the script says of logs."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(
        self,
        *entries: Entry,
        day: float = 1,
        early: Sequence[Entry] = EARLIER,
        renamed: Mapping[str, str] | None = None,
    ) -> list[dict[str, object]]:
        """After the last of these entries, so many days after the clock's first."""
        now = (BEGAN + timedelta(days=day)).timestamp() * 1000
        asked = [entries[-1], [*early, *entries], now, dict(renamed or {})]
        lines: list[dict[str, object]] = self._page.evaluate(_ADVICE, asked)
        return lines

    def ids(
        self,
        *entries: Entry,
        day: float = 1,
        early: Sequence[Entry] = EARLIER,
        renamed: Mapping[str, str] | None = None,
    ) -> list[object]:
        return [line["id"] for line in self(*entries, day=day, early=early, renamed=renamed)]


def test_a_step_up_says_why_and_on_whose_word(told: Told, real_guide: Guide) -> None:
    rule = next(rule for rule in real_guide.progression.steps if rule.id == "UP2")
    (line,) = told(_entry(-4, _done(_set(12), _set(12))), _entry(0, _done(_set(12), _set(13))))
    assert line == {
        "about": "Squat", "id": "UP2", "rule": rule.name, "action": "step-up", "next": filled(rule, rule.next),
        "did": "12 and 13 repetitions, 2 left over.",
        "why": "Two sessions running with at least 12 repetitions in every set, and enough left over.",
        "sources": [
            {"name": source.label, "address": source_address(source)}
            for source in (real_guide.sources[name] for name in rule.sources)
        ],
    }  # fmt: skip


@pytest.mark.parametrize(("done", "rule", "did", "why"), [
    (_done(_set(10, left=4), _set(10, left=3)), "UP1", "2 sets of 10 repetitions, 3 left over.",
     "Every set reached 10, with 3 left over instead of 2."),
    (_done(_set(10, left=5)), "UP1", "10 repetitions, 5 or more left over.",
     "Every set reached 10, with 5 or more left over instead of 2."),
    (_done(_set(7)), "DOWN2", "7 repetitions, 2 left over.", "One set ended at 7, and the range begins at 8."),
    (_done(_set(12), _set(9), asked=12), "DOWN1", "12 and 9 repetitions, 2 left over.", "One set ended 3 short of 12."),
    (_done(_set(10, clean=False), _set(10, clean=False)), "DOWN1",
     "2 sets of 10 repetitions, 2 left over, 2 sets not clean.", "Two sets were not clean."),
    (_done(_set(10, left=0), _set(10)), "DOWN1", "2 sets of 10 repetitions, 0 left over.", "Nothing was left over."),
    (_done(_set(12, 9), _set(12, 12)), "UP6",
     "12 and 12 repetitions on the first side and 9 and 12 on the other, 2 left over.",
     "One side stayed 3 repetitions behind the other."),
    (_done(_set(10, 10, load=8.5), _set(10, 10, load=10)), "HOLD",
     "2 sets of 10 repetitions on each side with 8.5 to 10 kg, 2 left over.", "No more was left over than asked."),
    (_done(_set(12, left=4), planned=3), "HOLD", "12 repetitions, 4 left over, 2 sets left out.",
     "2 sets were left out."),
    (_done(_set(None, left=None, clean=None), _set(10)), "HOLD", "10 repetitions, 1 set cut short, 2 left over.",
     "One set ended 1 repetition short."),
    (_done(_set(10, left=None)), "HOLD", "10 repetitions.", "How many were left over has not been told."),
    (_done(_set(12, left=4)), "HOLD", "12 repetitions, 4 left over.", "One session alone does not decide a step up."),
    (_done(_set(10, left=1)), "HOLD", "10 repetitions, 1 left over.", "Only 1 left over, where 2 are asked."),
    (_done(_set(30, left=None), asked=30, hold=True, unit="seconds"), "UP1", "30 seconds.",
     "Every set was clean and lasted 30 seconds."),
    (_done(_set(30, left=None, clean=None), asked=30, hold=True, unit="seconds"), "HOLD", "30 seconds.",
     "Whether every set was clean has not been told."),
])  # fmt: skip
def test_every_rule_of_one_session_has_its_reason(done: Entry, rule: str, did: str, why: str, told: Told) -> None:
    (line,) = told(_entry(0, done))
    assert (line["id"], line["did"], line["why"]) == (rule, did, why)


def test_reasons_that_lie_in_earlier_sessions(told: Told) -> None:
    tired = _done(_set(12), _set(9), asked=12)
    (twice,) = told(_entry(-3, tired), _entry(0, tired))
    assert (twice["id"], twice["why"]) == ("DOWN2", "It was too much in two sessions running.")
    (still,) = told(*[_entry(-25 + 5 * number, _done(_set(10))) for number in range(6)], early=EARLIER[:1])
    assert (still["id"], still["why"]) == ("STALL", "Six sessions running without a step up.")
    (hurt,) = told(_entry(-4, _done(_set(12)), during=4), _entry(0, _done(_set(12))))
    assert (hurt["id"], hurt["why"]) == ("UP7", "Pain asked for less 5 days ago.")
    (new,) = told(_entry(0, _done(_set(12))), early=())
    assert (new["id"], new["why"]) == ("UP7", "This is week 1 of your strength work.")
    (unknown,) = told(_entry(0, _done(_set(12)), morning=None))
    assert (unknown["id"], unknown["why"]) == ("UP7", "How the next morning was has not been told.")


def test_the_same_exercise_counts_wherever_it_was_done_and_another_version_does_not(told: Told) -> None:
    high = _done(_set(12))
    assert told.ids(_entry(-3, high, session="own"), _entry(0, high)) == ["UP2"]
    assert told.ids(_entry(-3, {**high, "version": "To a chair"}), _entry(0, high)) == ["HOLD"]


def test_ids_of_before_are_followed(told: Told) -> None:
    high = _done(_set(12))
    before, after = _entry(-3, {**high, "exercise": "half-squat"}), _entry(0, high)
    assert told.ids(before, after) == ["HOLD"]
    assert told.ids(before, after, renamed={"half-squat": "squat"}) == ["UP2"]


def test_pain_comes_before_everything_else_and_is_about_the_session(told: Told) -> None:
    (line,) = told(_entry(0, _done(_set(12)), _done(_set(12), exercise="lunge"), during=4))
    assert (line["id"], line["did"], line["about"]) == (
        "PAIN-AMBER", "Pain: 4 out of 10 at its worst and 0 the next morning.", "",
    )  # fmt: skip
    (other,) = told(
        _entry(-2, _done(_set(12))), _entry(-1, session="hills", signs=["bone"]), _entry(-2, _done(_set(12)))
    )
    assert (other["id"], other["about"]) == ("PAIN-BONE", "Hills")


def test_twice_running_is_told_though_nothing_was_said_in_between(told: Told) -> None:
    silent = _entry(-2, session="own", during=None, morning=None)
    assert told.ids(_entry(-4, during=3), silent, _entry(0, during=3)) == ["PAIN-AMBER2"]


def test_an_exercise_that_stands_twice_in_a_session_is_told_once(told: Told) -> None:
    assert told.ids(_entry(0, _done(_set(10, left=3)), _done(_set(10, left=3)))) == ["UP1"]


def test_an_exercise_that_the_guide_does_not_have_is_told_by_its_numbers(told: Told) -> None:
    for name in ("constructor", "no-longer-here"):
        (line,) = told(_entry(0, _done(_set(10, left=3), exercise=name)))
        assert line["id"] == "UP1"


def test_a_log_of_before_there_were_amounts_says_nothing(told: Told) -> None:
    assert told(_entry(0, {"exercise": "squat", "name": "Squat", "dose": "", "sets": 3, "short": 0}), day=2) == []


def test_at_most_two_exercises_step_up_in_one_session(told: Told, real_guide: Guide) -> None:
    rule = next(rule for rule in real_guide.progression.training if rule.id == "UP4")
    most = rule.then.exercises
    assert most
    names = ["squat", "reverse-lunge", "glute-bridge", "wall-sit"]
    done = [_done(_set(16), exercise=name, asked=12, least=8) for name in names]
    lines = told(_entry(-3, *done), _entry(0, *done))
    ups, kept = lines[: most.low], lines[most.low :]
    assert [line["id"] for line in lines] == ["UP2"] * len(ups) + ["UP4"] * len(kept)
    assert len(kept) == len(names) - most.low
    assert {line["next"] for line in kept} == {real_guide.progression.steps[-1].next}
    assert {line["why"] for line in kept} == {filled(rule, rule.words)}


def test_jumps_gain_a_set_by_count_and_alone(told: Told) -> None:
    jump = _done(_set(4, left=None, clean=None), exercise="box-jump", asked=4, asked_left=None)
    assert told.ids(_entry(-3, jump), _entry(0, jump)) == ["UP5"]
    assert told.ids(_entry(0, jump)) == ["HOLD"]
    (short,) = told(_entry(-3, jump), _entry(0, {**jump, "sets": [_set(3, left=None)]}))
    assert (short["id"], short["why"]) == ("HOLD", "One set ended 1 repetition short.")
    assert told.ids(_entry(-3, jump), _entry(0, {**jump, "sets": [_set(4, left=None, clean=False)]})) == ["HOLD"]
    squat = _done(_set(12))
    assert told.ids(_entry(-3, jump, squat), _entry(0, jump, squat)) == ["UP4", "UP2"]


def test_jumps_gain_no_set_beyond_the_limit_of_landings(told: Told, real_guide: Guide) -> None:
    most = real_guide.safety.limits.landings_while_new
    jump = _done(*[_set(5, left=None)] * (most // 5), exercise="box-jump", asked=5)
    (line,) = told(_entry(-3, jump), _entry(0, jump))
    assert (line["id"], line["why"]) == ("HOLD", "One more set would be too many landings for one session.")
    long = [_entry(-28 + 7 * week, jump) for week in range(4)]
    assert told.ids(*long, _entry(0, jump), early=()) == ["UP5"]


def test_one_side_that_suddenly_does_fewer_heel_raises_is_seen_by_somebody(told: Told, real_guide: Guide) -> None:
    name = next(
        each.id for each in real_guide.exercises.values() if each.pattern == "calf-raise" and each.sides == "each"
    )
    before, after = (_done(_set(15, other), exercise=name, asked=15) for other in (15, 10))
    (line,) = told(_entry(-3, before), _entry(0, after))
    assert (line["id"], line["why"]) == ("SEE2", "One side did 5 fewer than within two weeks before.")
    assert told.ids(_entry(-15, before), _entry(0, after)) != ["SEE2"]
    assert told.ids(_entry(-3, before), _entry(0, _done(_set(10, 10), exercise=name, asked=15))) != ["SEE2"]


def _weeks(*sessions: int) -> list[Entry]:
    """So many sessions in each week, the first of which begins on the clock's first day."""
    done = _done(_set(12))
    return [
        _entry(7 * week + 2 * number, done) for week, count in enumerate(sessions) for number in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize(("sessions", "rules"), [
    ([2, 2], ["UP2"]), ([2, 2, 2], ["EASY2", "UP2"]), ([2, 1, 2], ["UP2"]),
    ([2, 2, 2, 1], ["EASY1", "UP7"]), ([2, 2, 2, 2, 2], ["UP2"]), ([2, 2, 2, 2, 2, 2, 2], ["EASY2", "UP2"]),
    ([2, 2, 2, 0, 2], ["UP2"]), ([3, 2, 2, 2], ["EASY1", "UP7"]),
])  # fmt: skip
def test_every_fourth_week_is_an_easier_one(sessions: list[int], rules: list[str], told: Told) -> None:
    entries = _weeks(*sessions)
    day = 7 * (len(sessions) - 1) + 4
    assert told.ids(*entries, day=day, early=EARLIER[:2]) == rules


def test_warm_ups_and_single_sets_make_no_week_of_strength(told: Told, real_guide: Guide) -> None:
    warm_up = next(each.id for each in real_guide.routines.values() if each.times_a_week.high > 3)
    for kind in (warm_up, "set"):
        entries = [{**each, "session": kind} for each in _weeks(2, 2, 2)]
        assert "EASY2" not in told.ids(*entries, day=18)


@pytest.mark.parametrize(("days", "rules"), [
    (1, []), (7, []), (8, ["MISS1"]), (14, ["MISS1"]), (15, ["MISS2"]), (28, ["MISS2"]), (29, ["MISS3"]),
])  # fmt: skip
def test_days_between_two_sessions_are_a_pause(days: int, rules: list[str], told: Told) -> None:
    lines = told(_entry(0), day=days)
    assert [line["id"] for line in lines] == rules
    assert [line["why"] for line in lines] == [f"{days - 1} days without this session."] * len(rules)


def test_thousands_of_entries_do_not_change_what_is_told(told: Told) -> None:
    many = [_entry(-2000 + number / 2, _done(_set(10))) for number in range(3000)]
    assert told.ids(*many, _entry(-3, _done(_set(12))), _entry(0, _done(_set(12))), early=())[-1:] == ["UP2"]


# Before the next session


def test_last_time_stands_before_the_next_session(runner: Followed, served: str) -> None:
    runner.open(f"{served}routines/first-steps/")
    high = _done(_set(12))
    runner.page.evaluate(_FILL, [*EARLIER, _entry(-3, high), _entry(-1, high, morning=None)])
    runner.press("Start")
    last = runner.part("last")
    expect(last).to_contain_text("Last time, 4 January")
    expect(last.get_by_role("listitem")).to_contain_text("The same numbers.")
    last.get_by_role("group", name="How was the morning after?").get_by_role("button", name="0", exact=True).click()
    expect(last).to_be_focused()
    expect(last.get_by_role("listitem")).to_contain_text("Squat: 12 repetitions, 2 left over. Take the next harder")
    expect(last.get_by_role("listitem")).to_contain_text("Rule: Step up. Sources: ")
    expect(last.get_by_role("group")).to_have_count(0)
    for link in last.get_by_role("link").all():
        assert "/evidence/" in link.evaluate("each => each.href")
    wait_until(runner.page, f"({_KEPT})().then((mornings) => mornings[0] === 0)")


# The next morning


@pytest.fixture
def evening(runner: Followed, served: str) -> Followed:
    """Somebody who saved a session just now, on the page of an exercise."""
    runner.open(f"{served}exercises/squat/")
    runner.page.evaluate(_FILL, [_entry(0, _done(_set(10)), morning=None)])
    return runner


def _asked(page: Page) -> Locator:
    return page.get_by_role("region", name="The morning after")


def _question(page: Page) -> Locator:
    return _asked(page).get_by_role("group", name="How was the morning after First steps? Pain from 0 to 10")


def _settled(runner: Followed) -> None:
    """Until whatever the page asks its log for has been answered."""
    wait_until(runner.page, "document.readyState === 'complete'")
    runner.page.evaluate(
        """async () => {
          const root = document.querySelector("link[rel=manifest]").href.replace(/[^/]*$/, "");
          await import(`${root}javascripts/log/morning.js`);
          const {all} = await import(`${root}javascripts/log/store.js`);
          for (let time = 0; time < 5; time += 1) await all();
        }"""
    )


@pytest.mark.parametrize("hours", [0, 10, 37, 24 * 30])
def test_nothing_is_asked_before_the_next_day_or_too_late(hours: int, evening: Followed, served: str) -> None:
    evening.sleep(hours * HOUR)
    evening.open(f"{served}equipment/")
    _settled(evening)
    expect(_asked(evening.page)).to_have_count(0)


@pytest.mark.parametrize("address", ["", "exercises/", "evidence/", "routines/first-steps/", "before-you-start/"])
def test_the_next_morning_is_asked_for_on_any_page(address: str, evening: Followed, served: str) -> None:
    evening.sleep(24 * HOUR)
    evening.open(f"{served}{address}")
    expect(_question(evening.page).get_by_role("button")).to_have_text([str(number) for number in range(11)])


def test_an_answer_is_kept_and_says_what_the_rule_says(evening: Followed, served: str, real_guide: Guide) -> None:
    rule = next(rule for rule in real_guide.progression.pain if rule.id == "PAIN-AMBER")
    evening.sleep(24 * HOUR)
    evening.open(f"{served}equipment/")
    _question(evening.page).get_by_role("button", name="2", exact=True).press("Enter")
    region = _asked(evening.page)
    expect(region.get_by_text("You said 2 out of 10.")).to_be_visible()
    expect(region.get_by_role("status")).to_contain_text(f"{rule.name}: {filled(rule, rule.next)}")
    expect(region.get_by_role("link").first).to_be_visible()
    assert evening.page.evaluate("document.activeElement.closest('.own-morning') !== null")
    assert evening.page.evaluate(_KEPT) == [2]
    evening.open(f"{served}equipment/")
    _settled(evening)
    expect(region).to_have_count(0)


def test_the_page_stays_where_it_is_while_one_answers(evening: Followed, served: str) -> None:
    evening.sleep(24 * HOUR)
    evening.open(f"{served}exercises/squat/")
    for key in ("Enter", "Enter"):
        _asked(evening.page).get_by_role("button").first.focus()
        evening.page.keyboard.press("Tab")
        evening.page.keyboard.press(key)
        expect(_asked(evening.page)).to_contain_text("You said 1 out of 10.")
        expect(_asked(evening.page).get_by_role("listitem")).to_be_visible()
        assert evening.page.evaluate("scrollY") == 0
        evening.press("Change it")
        assert evening.page.evaluate("scrollY") == 0


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_in_the_question_and_in_what_is_told(dark: bool, evening: Followed, served: str) -> None:
    page = evening.page
    page.emulate_media(color_scheme="dark" if dark else "light")
    evening.sleep(24 * HOUR)
    evening.open(f"{served}equipment/")
    expect(_question(page)).to_be_visible()
    page.clock.resume()  # axe-core waits for timers
    assert violations(page) == []
    _question(page).get_by_role("button", name="1", exact=True).click()
    expect(_asked(page).get_by_role("listitem")).to_be_visible()
    assert violations(page) == []
    evening.open(f"{served}log/")
    expect(page.locator(".session__last")).to_be_visible()
    assert violations(page) == []


def test_an_answer_can_be_changed_and_closed(evening: Followed, served: str) -> None:
    evening.sleep(24 * HOUR)
    evening.open(f"{served}equipment/")
    _question(evening.page).get_by_role("button", name="10", exact=True).click()
    evening.press("Change it")
    expect(_question(evening.page).get_by_role("button", name="0", exact=True)).to_be_focused()
    _question(evening.page).get_by_role("button", name="0", exact=True).click()
    expect(_asked(evening.page).get_by_role("status")).to_contain_text("Carry on.")
    assert evening.page.evaluate(_KEPT) == [0]
    evening.press("Close")
    expect(_asked(evening.page)).to_have_count(0)


def test_not_now_waits_for_the_next_day(runner: Followed, served: str) -> None:
    runner.sleep(12 * HOUR)
    runner.open(f"{served}equipment/")
    runner.page.evaluate(_FILL, [_entry(0.5, _done(_set(10)), morning=None)])
    runner.sleep(12 * HOUR)
    runner.page.reload()
    runner.press("Not now")
    expect(_asked(runner.page)).to_have_count(0)
    runner.page.reload()
    _settled(runner)
    expect(_asked(runner.page)).to_have_count(0)
    runner.sleep(18 * HOUR)
    runner.page.reload()
    expect(_question(runner.page)).to_be_visible()


def test_a_page_that_stayed_open_over_night_asks_too(evening: Followed) -> None:
    evening.sleep(24 * HOUR)
    evening.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(_question(evening.page)).to_be_visible()
    evening.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    _settled(evening)
    expect(_asked(evening.page)).to_have_count(1)


@pytest.mark.parametrize("where", ["deleted", "answered"])
def test_what_was_deleted_or_answered_elsewhere_is_not_asked_for(where: str, evening: Followed, served: str) -> None:
    entry = _entry(0, _done(_set(10)), morning=3)
    evening.page.evaluate(
        """async ([entry, deleted]) => {
          const root = document.querySelector("link[rel=manifest]").href.replace(/[^/]*$/, "");
          const {put, clear} = await import(`${root}javascripts/log/store.js`);
          await (deleted ? clear() : put([entry]));
        }""", [entry, where == "deleted"],
    )  # fmt: skip
    evening.sleep(24 * HOUR)
    evening.open(f"{served}equipment/")
    wait_until(evening.page, "Object.keys(localStorage).every((key) => !key.endsWith('session.morning'))")
    expect(_asked(evening.page)).to_have_count(0)


def test_nothing_is_asked_while_a_session_runs(evening: Followed, served: str) -> None:
    evening.open(f"{served}my-session/?do=squat.1x5")
    evening.begin()
    evening.sleep(24 * HOUR)
    evening.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    _settled(evening)
    expect(_asked(evening.page)).to_have_count(0)


def test_the_log_asks_by_itself(evening: Followed, served: str) -> None:
    evening.sleep(24 * HOUR)
    evening.open(f"{served}log/")
    expect(evening.page.get_by_role("group", name="How was the morning after?")).to_be_visible()
    expect(_asked(evening.page)).to_have_count(0)


@pytest.mark.parametrize("storage", [_HANGS, _THROWS, _FORBIDS])
def test_a_store_that_hangs_or_throws_leaves_the_page_quiet(storage: str, evening: Followed, served: str) -> None:
    evening.page.add_init_script(f"({storage})()")
    evening.sleep(24 * HOUR)
    evening.open(f"{served}equipment/")
    evening.page.wait_for_load_state("networkidle")
    expect(evening.page.get_by_role("heading", level=1)).to_be_visible()
    expect(_asked(evening.page)).to_have_count(0)


def test_an_answer_that_cannot_be_kept_is_said_to_be_lost(evening: Followed, served: str) -> None:
    evening.sleep(24 * HOUR)
    evening.open(f"{served}equipment/")
    expect(_question(evening.page)).to_be_visible()
    evening.page.evaluate(f"({_THROWS})()")
    _question(evening.page).get_by_role("button", name="3", exact=True).click()
    expect(_asked(evening.page)).to_contain_text("This browser could not keep it in your log.")


def test_the_question_is_not_printed_and_large_enough_to_press(evening: Followed, served: str) -> None:
    evening.sleep(24 * HOUR)
    evening.open(f"{served}equipment/")
    page = evening.page
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 700})
        boxes = [each.bounding_box() for each in _asked(page).get_by_role("button").all()]
        assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes), width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    expect(_asked(page)).to_be_hidden()

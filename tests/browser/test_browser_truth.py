"""A session that tells the truth: interruptions of every kind, and a log that equals what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from figure.data import all_guide
from followed import Followed, followed
from guide.model import Guide
from guide.session.timeline import Move, Step, moves_of, steps
from logbook import amounts, logged, of_sets

STAGES = [(routine.id, stage.id) for routine in all_guide().routines.values() for stage in routine.stages]
OWN = "my-session/?do=squat.2x10_bulgarian-split-squat.1x6e&rest=30"
WARM_UP, READY, SQUATS, REST = 300, 10, 50, 30
"""Seconds of the parts of that list."""
HOUR = 3600
NO_STORE = """() => { indexedDB.open = () => { throw new DOMException("forbidden", "SecurityError"); }; }"""
SILENT_STORE = """() => { indexedDB.open = () => ({}); }"""
NO_MEMORY = """() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }"""


@pytest.fixture
def squatting(runner: Followed, served: str) -> Followed:
    """In the second repetition of the first set of squats."""
    runner.open(served + OWN)
    runner.begin()
    runner.wait(WARM_UP + READY)
    runner.pass_by(7)
    assert (runner.says("name"), runner.digits) == ("Squat", "2")
    return runner


def test_two_hours_asleep_are_no_sets(squatting: Followed) -> None:
    squatting.sleep(2 * HOUR)
    expect(squatting.page.get_by_role("heading", name="Are you still there?")).to_be_visible()
    expect(squatting.page.get_by_text("The page was asleep for 2 hours.")).to_be_visible()
    squatting.press("Begin this set again")
    assert (squatting.says("heading"), squatting.digits) == ("Get ready", "5")
    squatting.pass_by(5)
    assert (squatting.says("name"), squatting.digits) == ("Squat", "1")
    _stop(squatting)
    expect(squatting.page.get_by_role("heading", name="Nothing was done")).to_be_visible()


def test_a_set_that_was_done_while_the_page_slept_counts_if_one_says_so(squatting: Followed) -> None:
    squatting.sleep(60)
    squatting.press("I have done this set")
    assert squatting.kind in ("rest", "ready")
    _stop(squatting)
    (entry,) = _saved(squatting)
    assert [(each["name"], [made["amounts"] for made in each["sets"]]) for each in entry["done"]] == [("Squat", [[10]])]


def test_a_slow_page_is_not_asleep(squatting: Followed) -> None:
    squatting.sleep(14)
    assert (squatting.says("name"), squatting.digits) == ("Squat", "5")


def test_who_skips_everything_is_not_praised_and_nothing_is_saved(runner: Followed, served: str) -> None:
    runner.open(served + OWN)
    runner.begin()
    runner.to_the_end()
    expect(runner.page.get_by_role("heading", name="Nothing was done")).to_be_visible()
    expect(runner.page.get_by_role("button", name="Save to my log")).to_have_count(0)
    assert "Well done" not in runner.page.locator("dialog.session").inner_text()
    runner.close("Close")
    runner.open(f"{served}log/")
    assert logged(runner) == []


def test_minutes_are_those_that_were_worked(squatting: Followed) -> None:
    squatting.page.reload()
    squatting.sleep(11 * HOUR)
    squatting.resume()
    squatting.pass_by(5 + SQUATS)
    squatting.press("Pause")
    squatting.sleep(HOUR)
    _stop(squatting)
    (entry,) = _saved(squatting)
    assert entry["minutes"] == round((WARM_UP + READY + 7 + SQUATS) / 60)


def test_the_set_that_is_on_is_asked_about(squatting: Followed) -> None:
    squatting.pass_by(15)
    squatting.press("Stop")
    field = squatting.page.get_by_label("Done, repetitions")
    expect(field).to_have_value("4")
    field.fill("5")
    squatting.press("Stop and see what was done")
    (entry,) = _saved(squatting)
    assert [each["sets"][0]["amounts"] for each in entry["done"]] == [[5]]


def test_escape_asks_and_does_nothing_else(runner: Followed, served: str) -> None:
    page, keyboard = runner.page, runner.page.keyboard
    runner.open(served + OWN)
    runner.press("Start")
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Leave this session?")).to_be_visible()
    keyboard.press("Escape")
    runner.press("Begin")
    keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Stop here?")).to_be_visible()
    runner.press("Go on")
    runner.wait(WARM_UP + READY + SQUATS)
    runner.press("Stop")
    runner.press("Stop and see what was done")
    keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Leave without saving?")).to_be_visible()
    keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Stopped")).to_be_visible()
    (entry,) = _saved(runner)
    assert [each["name"] for each in entry["done"]] == ["Squat"]


def test_the_back_button_asks_and_the_offer_stays(squatting: Followed) -> None:
    page, address = squatting.page, squatting.page.url
    page.evaluate("history.back()")
    expect(page.get_by_role("heading", name="Stop here?")).to_be_visible()
    squatting.close("Leave, and resume later")
    expect(page.locator("dialog.session")).to_have_count(0)
    assert page.url == address
    expect(page.get_by_role("button", name="Resume")).to_be_visible()


def test_a_double_tap_does_nothing_twice(squatting: Followed) -> None:
    squatting.page.get_by_role("button", name="Skip", exact=True).dblclick()
    assert (squatting.kind, squatting.says("name")) == ("rest", "Squat")
    squatting.press("Stop")
    squatting.pass_by(1)
    squatting.page.get_by_role("button", name="Stop and see what was done").dblclick()
    squatting.pass_by(1)
    expect(squatting.page.get_by_role("heading", name="Stopped")).to_be_visible()


def test_what_was_paused_stays_paused(squatting: Followed) -> None:
    squatting.press("Pause")
    squatting.press("Stop")
    squatting.press("Go on")
    dialog = squatting.page.locator("dialog.session")
    expect(dialog).to_have_attribute("data-paused", "yes")
    squatting.press("Go on")
    expect(dialog).to_have_attribute("data-paused", "no")


def test_the_clock_may_be_set_back(squatting: Followed) -> None:
    squatting.page.evaluate("() => { const real = Date.now; Date.now = () => real() - 3600e3; }")
    squatting.pass_by(5)
    assert (squatting.says("name"), squatting.digits) in (("Squat", "2"), ("Squat", "3"))
    squatting.pass_by(SQUATS)
    assert squatting.kind == "rest"


def test_each_routine_keeps_its_own_place(runner: Followed, served: str, real_guide: Guide) -> None:
    two = list(real_guide.routines.values())[:2]
    for routine in two:
        runner.open(f"{served}routines/{routine.id}/")
        runner.begin()
        runner.pass_by(20)
        runner.press("Stop")
        runner.close("Leave, and resume later")
    for address in ("", "log/"):
        runner.open(served + address)
        offers = runner.page.locator("[data-unfinished] a")
        expect(offers).to_have_count(len(two))
    offers.last.click()
    expect(runner.page.get_by_role("heading", name=two[0].name, level=1)).to_be_visible()
    runner.resume()
    assert runner.kind == "warm-up"


def test_a_second_tab_leaves_it_alone(browser: Browser, served: str) -> None:
    with followed(browser) as runner:
        runner.open(served + OWN)
        runner.begin()
        runner.pass_by(20)
        other = runner.page.context.new_page()
        other.goto(served + OWN)
        other.get_by_role("button", name="Resume").click()
        expect(other.get_by_text("This session runs in another tab")).to_be_visible()
        expect(other.locator("dialog.session")).to_have_count(0)
        runner.press("Stop")
        runner.close("Leave, and resume later")
        other.get_by_role("button", name="Resume").click()
        expect(other.locator("dialog.session")).to_have_count(1)


@pytest.mark.parametrize("broken", [NO_STORE, SILENT_STORE, NO_MEMORY])
def test_without_a_store_the_session_runs_and_says_so(broken: str, browser: Browser, served: str) -> None:
    with followed(browser) as runner:
        runner.page.add_init_script(f"({broken})()")
        runner.open(served + OWN)
        runner.begin()
        runner.wait(WARM_UP + READY + SQUATS)
        assert runner.kind == "rest"
        runner.press("Stop")
        runner.press("Stop and see what was done")
        runner.press("Save to my log")
        if broken != NO_MEMORY:
            runner.pass_by(5)
            expect(runner.page.get_by_text("This browser does not let the page keep a log.")).to_be_visible()
        else:
            assert [each["name"] for each in logged(runner)[0]["done"]] == ["Squat"]


def test_who_leaves_is_told_if_nothing_can_be_kept(browser: Browser, served: str) -> None:
    with followed(browser) as runner:
        runner.page.add_init_script(f"({NO_MEMORY})()")
        runner.open(served + OWN)
        runner.begin()
        runner.press("Stop")
        runner.press("Leave, and resume later")
        expect(runner.page.get_by_role("heading", name="It cannot be resumed later")).to_be_visible()
        runner.close("Leave all the same")


def test_sound_comes_back_after_a_call(squatting: Followed) -> None:
    squatting.page.evaluate("heard.interrupt()")
    squatting.heard("tones")
    squatting.pass_by(3)
    assert squatting.heard("tones") == []
    squatting.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    squatting.pass_by(6)
    assert len(squatting.heard("tones")) >= 5


def test_a_step_is_scheduled_whole(squatting: Followed) -> None:
    squatting.heard("tones")
    waiting = squatting.page.evaluate("heard.tones.map(({at}) => Math.round(at - Date.now() / 1000))")
    assert max(waiting) >= SQUATS - 10, "it sounds to its end even if no timer came any more"
    squatting.press("Pause")
    assert squatting.page.evaluate("heard.tones.filter(({at}) => at > Date.now() / 1000).length") == 0


def test_the_screen_may_go_dark_in_a_step_without_end(runner: Followed, served: str) -> None:
    runner.open(served + OWN)
    runner.press("Start")
    runner.page.get_by_text("Sound, voice and tempo").click()
    runner.page.get_by_role("switch", name="Tempo").uncheck()
    runner.press("Begin")
    runner.wait(WARM_UP + READY)
    assert not runner.page.evaluate("taken.released")
    runner.wait(190)
    assert runner.page.evaluate("taken.released")
    runner.press("Done")
    assert runner.page.evaluate("!taken.released && heard.locks > 1")


def test_a_set_is_rated_and_put_right(squatting: Followed) -> None:
    squatting.pass_by(SQUATS)
    assert squatting.kind == "rest"
    squatting.page.get_by_role("button", name="2", exact=True).click()
    squatting.page.get_by_role("button", name="Squat: 10 done").click()
    expect(squatting.page.locator(".session__panel").get_by_role("heading", name="Squat")).to_be_visible()
    squatting.page.get_by_label("Done, repetitions").fill("9")
    squatting.page.get_by_label("Load").fill("12,5")
    squatting.press("Keep")
    _stop(squatting)
    (entry,) = _saved(squatting)
    assert entry["done"][0]["sets"] == [{"amounts": [9], "load": 12.5, "left": 2, "clean": None}]


@dataclass(frozen=True)
class Interrupted:
    """Does what a runner's evening does to a session, in turn, and knows what should be logged."""

    runner: Followed

    def do(self, number: int, step: Step, move: Move) -> list[int]:
        """Do a step of work in which something happens; what of it was done."""
        happening = (self._asleep, self._reload, self._skip, self._pause, self._double_tap, self._escape)
        return happening[number % len(happening)](step, move)

    def _asleep(self, step: Step, move: Move) -> list[int]:
        self.runner.pass_by(2)
        self.runner.sleep(2 * HOUR)
        self.runner.press("Begin this set again")
        self.runner.pass_by(5)
        self.runner.wait(step.seconds)
        return _of_one_side(move)

    def _reload(self, step: Step, move: Move) -> list[int]:
        self.runner.pass_by(2)
        self.runner.page.reload()
        self.runner.sleep(HOUR)
        self.runner.resume()
        self.runner.pass_by(5)
        self.runner.wait(step.seconds)
        return _of_one_side(move)

    def _skip(self, step: Step, move: Move) -> list[int]:
        lap = sum(phase.seconds for phase in move.phases)
        enter = move.phases[0].seconds if move.hold else 0
        gone = min(step.seconds - 1, 2 * lap + 1 if not move.hold else enter + 4.5)
        self.runner.wait(gone)
        self.runner.press("Skip")
        if move.hold or not move.repetitions:
            return [int(gone + 0.4 - enter)]
        count = int((gone + 0.4) / lap)
        if move.each_side and move.sides == "alternating":
            return [(count + 1) // 2, count // 2] if count % 2 else [count // 2]
        return [count]

    def _pause(self, step: Step, move: Move) -> list[int]:
        self.runner.pass_by(1)
        self.runner.press("Pause")
        self.runner.sleep(30)
        self.runner.press("Go on")
        self.runner.wait(step.seconds - 1)
        return _of_one_side(move)

    def _double_tap(self, step: Step, move: Move) -> list[int]:
        self.runner.pass_by(1)
        self.runner.page.get_by_role("button", name="Pause", exact=True).dblclick()
        self.runner.press("Go on")
        self.runner.wait(step.seconds - 1)
        return _of_one_side(move)

    def _escape(self, step: Step, move: Move) -> list[int]:
        self.runner.pass_by(1)
        self.runner.page.keyboard.press("Escape")
        self.runner.press("Go on")
        self.runner.wait(step.seconds - 1)
        return _of_one_side(move)


@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_a_stage_with_every_interruption(
    routine: str, stage: str, runner: Followed, served: str, real_guide: Guide
) -> None:
    written = real_guide.routines[routine]
    (chosen,) = (each for each in written.stages if each.id == stage)
    runner.open(f"{served}routines/{routine}/#{stage}")
    runner.begin()
    moves, troubles, number = moves_of(real_guide, chosen), Interrupted(runner), 0
    done: dict[tuple[int, int], list[int]] = {}
    for step in steps(real_guide, written, chosen):
        _until(runner, step.kind)
        if step.kind != "work":
            runner.press("Skip")
            continue
        done.setdefault((step.move, step.round), []).extend(troubles.do(number, step, moves[step.move]))
        number += 1
    (entry,) = _saved(runner)
    blocks = [block for block in chosen.blocks for _ in block.items]
    wanted = [
        of_sets(move, block, [sets for turn in range(1, block.rounds + 1) if any(sets := done[index, turn])])
        for index, (move, block) in enumerate(zip(moves, blocks, strict=True))
    ]
    assert entry["done"] == [each for each in wanted if each["sets"]]


@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_a_stage_that_is_stopped_in_its_middle(
    routine: str, stage: str, runner: Followed, served: str, real_guide: Guide
) -> None:
    written = real_guide.routines[routine]
    (chosen,) = (each for each in written.stages if each.id == stage)
    moves = moves_of(real_guide, chosen)
    blocks = [block for block in chosen.blocks for _ in block.items]
    runner.open(f"{served}routines/{routine}/#{stage}")
    runner.begin()
    sets = 0
    for step in steps(real_guide, written, chosen):
        _until(runner, step.kind)
        if step.kind == "work" and step.move == 1:
            break
        sets += step.kind == "work" and step.side != "second"
        runner.wait(step.seconds)
    runner.pass_by(4)
    runner.press("Stop")
    for field in runner.page.get_by_role("dialog").get_by_role("spinbutton").all():
        field.fill("3")
    runner.press("Stop and see what was done")
    (entry,) = _saved(runner)
    first = of_sets(moves[0], blocks[0], [amounts(moves[0])] * sets)
    second = of_sets(moves[1], blocks[1], [[3, 0] if len(amounts(moves[1])) > 1 else [3]])
    assert entry["done"] == [first, second]


def _of_one_side(move: Move) -> list[int]:
    return amounts(move)[:1]


def _until(runner: Followed, kind: str) -> None:
    """A rest shows itself as getting ready towards its end."""
    assert runner.kind in (kind, "ready" if kind == "rest" else kind)


def _stop(runner: Followed) -> None:
    runner.press("Stop")
    runner.press("Stop and see what was done")


def _saved(runner: Followed) -> list[dict[str, Any]]:
    runner.press("Save to my log")
    return logged(runner)

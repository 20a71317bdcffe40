"""Following a routine in a real browser whose clock the tests move: order, durations, sides, pause, sleep, reload."""

from __future__ import annotations

import re
from dataclasses import asdict
from math import floor

import pytest
from playwright.sync_api import Browser, Page, expect

from figure.data import all_guide
from followed import Followed, followed
from guide.model import Guide, Stage
from guide.session.exercise_catalogue import catalogue
from guide.session.timeline import Move, Step, moves_of, steps
from guide.wording.conditions import no_jumps
from guide.wording.gates import stage_points
from logbook import done_in_full, logged
from site_fixtures import Visit

TICK, PHASE, RETURN, COUNT, START = 1250, 523, 784, 660, 880
"""Pitches of the signals."""
STAGES = [(routine.id, stage.id) for routine in all_guide().routines.values() for stage in routine.stages]
"""Of every routine."""


@pytest.fixture
def first_steps(runner: Followed, served: str) -> Followed:
    """First steps, begun in the stage that comes first: in the first step of the warm-up."""
    runner.open(f"{served}routines/first-steps/")
    runner.begin()
    return runner


@pytest.fixture
def warm_up(real_guide: Guide) -> int:
    """Seconds of its warm-up."""
    return _until(real_guide, "ready")


@pytest.fixture
def moves(real_guide: Guide) -> list[Move]:
    """What is done in it, in order."""
    return list(moves_of(real_guide, _first_stage(real_guide)))


def _first_stage(guide: Guide) -> Stage:
    return guide.routines["first-steps"].stages[0]


def _until(guide: Guide, kind: str, number: int = 0) -> int:
    """Seconds of first steps before the first step of that kind for that move."""
    written = steps(guide, guide.routines["first-steps"], _first_stage(guide))
    index = next(i for i, step in enumerate(written) if (step.kind, step.move) == (kind, number))
    return int(sum(step.seconds for step in written[:index]))


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}" if seconds >= 60 else str(seconds)


@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_a_whole_stage(routine: str, stage: str, runner: Followed, served: str, real_guide: Guide) -> None:
    written = real_guide.routines[routine]
    (chosen,) = (each for each in written.stages if each.id == stage)
    runner.open(f"{served}routines/{routine}/#{stage}")
    runner.begin()
    moves = moves_of(real_guide, chosen)
    for number, step in enumerate(steps(real_guide, written, chosen)):
        assert _shows(runner, step, moves[step.move]), f"step {number}: {runner.kind} {runner.says('name')}"
        runner.wait(step.seconds - 1)
        assert _shows(runner, step, moves[step.move], late=True), f"step {number} is over too soon"
        runner.wait(1)
    expect(runner.page.get_by_role("heading", name="Well done")).to_be_visible()
    runner.press("Save to my log")
    (entry,) = logged(runner)
    rounds = [(block, item) for block in chosen.blocks for item in block.items]
    assert entry["done"] == [done_in_full(move, block) for move, (block, _) in zip(moves, rounds, strict=True)]
    worked = sum(step.seconds for step in steps(real_guide, written, chosen))
    assert entry["minutes"] == floor(worked / 60 + 0.5) == real_guide.workload(written, chosen).minutes


def _shows(runner: Followed, step: Step, move: Move, *, late: bool = False) -> bool:
    name = "" if step.text else move.version or move.name
    soon = late and step.kind == "rest"
    return (runner.kind, runner.says("name"), runner.says("text")) == ("ready" if soon else step.kind, name, step.text)


def test_time_to_get_ready_is_counted_down(first_steps: Followed, warm_up: int, moves: list[Move]) -> None:
    first_steps.wait(warm_up)
    assert first_steps.says("heading") == "Get ready"
    seen = []
    for _ in range(10):
        seen.append(first_steps.digits)
        first_steps.pass_by(1)
    assert seen == [str(number) for number in range(10, 0, -1)]
    assert (first_steps.kind, first_steps.digits, first_steps.says("unit")) == (
        "work",
        "1",
        f"of {moves[0].repetitions}",
    )


def test_the_tempo_is_seen_and_heard(first_steps: Followed, warm_up: int) -> None:
    first_steps.wait(warm_up)
    first_steps.pass_by(10)
    first_steps.heard("tones")
    shown = []
    for _ in range(6):
        shown.append((first_steps.digits, first_steps.says("phase")))
        first_steps.pass_by(1)
    lower = [("1", "Lower 3"), ("1", "Lower 2"), ("1", "Lower 1")]
    assert shown == [*lower, ("1", "Pause 1"), ("1", "Lift 1"), ("2", "Lower 3")]
    assert first_steps.heard("tones") == [TICK, TICK, PHASE, RETURN, PHASE, TICK]


def test_a_hold_counts_its_seconds(runner: Followed, served: str, real_guide: Guide) -> None:
    runner.open(f"{served}my-session/?do=wall-sit.1x20s")
    runner.begin()
    runner.wait(real_guide.warmups[real_guide.safety.warm_up].seconds + 10)
    assert (runner.says("phase"), runner.digits) == ("Slide down", "3")
    runner.pass_by(3)
    assert (runner.says("phase"), runner.digits) == ("Hold", "20")
    runner.pass_by(20)
    assert (runner.says("phase"), runner.digits) == ("Slide up", "2")


def test_a_switch_of_sides_is_announced(runner: Followed, served: str, real_guide: Guide) -> None:
    runner.open(f"{served}my-session/?do=bulgarian-split-squat.1x2e")
    runner.begin()
    runner.wait(real_guide.warmups[real_guide.safety.warm_up].seconds + 10)
    assert runner.says("side") == "Left side"
    runner.wait(10)
    assert (runner.kind, runner.says("heading"), runner.digits) == ("switch", "Switch sides", "5")
    assert runner.heard("said")[-1] == "Switch sides. Right side."
    runner.wait(5)
    assert runner.says("side") == "Right side"


def test_what_comes_next_is_shown_and_said(first_steps: Followed, real_guide: Guide, moves: list[Move]) -> None:
    first_steps.wait(_until(real_guide, "work") + int(moves[0].seconds) - 3)
    assert first_steps.says("next") == f"Next: {moves[1].version}"
    turns = next(number for number, done in enumerate(moves) if (done.sides, done.each_side) == ("alternating", True))
    first_steps.wait(_until(real_guide, "rest", turns) - _until(real_guide, "work") - int(moves[0].seconds) + 3)
    amount = f"{moves[turns].repetitions} repetitions, sides take turns"
    spare = f"{amount}, with {moves[turns].left} to spare"
    assert (first_steps.says("heading"), first_steps.says("amount")) == ("Rest, then", spare)
    rest = _first_stage(real_guide).blocks[0].rest_between_items_seconds
    said = str(first_steps.heard("said")[-1])
    assert said == f"Rest, {rest} seconds. Next: {moves[turns].version}, {amount}. {moves[turns].how}"


def test_cues_come_one_at_a_time(first_steps: Followed, real_guide: Guide) -> None:
    first_steps.wait(_until(real_guide, "work"))
    seen = []
    first_steps.heard("said")
    for _ in range(3):
        seen.append(first_steps.says("cue"))
        first_steps.pass_by(8)
    assert seen == list(real_guide.exercises["squat"].cues[:3])
    assert [each for each in first_steps.heard("said") if each in seen] == seen


def test_what_the_coach_wrote_is_said_and_shown_before_the_set(
    first_steps: Followed, warm_up: int, moves: list[Move]
) -> None:
    assert moves[0].note
    first_steps.wait(warm_up)
    said = str(first_steps.heard("said")[-1])
    assert said.startswith(f"Get ready. {moves[0].version}, {moves[0].repetitions} repetitions.")
    for text in (moves[0].note, moves[0].how):
        assert text in said
        assert text in first_steps.says("detail")


def test_a_pause_stops_time(first_steps: Followed, warm_up: int) -> None:
    first_steps.wait(warm_up)
    first_steps.pass_by(3)
    first_steps.press("Pause")
    first_steps.wait(600)
    assert (first_steps.kind, first_steps.digits) == ("ready", "7")
    first_steps.press("Go on")
    first_steps.pass_by(2)
    assert first_steps.digits == "5"


def test_the_screen_is_kept_awake_and_again_after_a_return(first_steps: Followed) -> None:
    page = first_steps.page
    assert page.evaluate("heard.locks") == 1
    _hide(page, hidden=True)
    page.evaluate("taken.release()")
    _hide(page, hidden=False)
    assert page.evaluate("heard.locks") == 2
    first_steps.press("Pause")
    _hide(page, hidden=False)
    assert page.evaluate("heard.locks") == 2, "nobody trains while it is paused"


def test_a_reload_offers_to_resume_with_a_countdown_and_the_whole_set(first_steps: Followed, warm_up: int) -> None:
    first_steps.wait(warm_up + 10)
    first_steps.pass_by(7)
    assert first_steps.digits == "2"
    first_steps.page.reload()
    first_steps.sleep(3 * 3600)
    expect(first_steps.page.get_by_text("You were in the middle of this")).to_be_visible()
    first_steps.resume()
    assert (first_steps.kind, first_steps.says("name")) == ("work", "Sit to stand")
    assert (first_steps.says("heading"), first_steps.digits) == ("Get ready", "5")
    first_steps.pass_by(5)
    assert (first_steps.digits, first_steps.says("unit")) == ("1", "of 8")
    first_steps.pass_by(5)
    assert first_steps.digits == "2"


def test_an_unfinished_session_can_be_forgotten_and_grows_old(first_steps: Followed) -> None:
    offer, page = first_steps.page.get_by_text("You were in the middle of this"), first_steps.page
    page.reload()
    expect(offer).to_be_visible()
    first_steps.press("Forget it")
    expect(offer).to_be_hidden()
    first_steps.begin()
    page.reload()
    expect(offer).to_be_visible()
    first_steps.sleep(13 * 3600)
    page.reload()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    expect(offer).to_be_hidden()


def test_skip_and_back(first_steps: Followed, real_guide: Guide) -> None:
    routine = real_guide.routines["first-steps"]
    first, second = real_guide.warm_up(routine, routine.stages[0]).actions[:2]
    assert first_steps.says("text") == first.text
    first_steps.press("Skip")
    assert first_steps.says("text") == second.text
    first_steps.pass_by(10)
    first_steps.press("Back")
    assert (first_steps.says("text"), first_steps.digits) == (second.text, _clock(second.seconds)), "to its beginning"
    first_steps.press("Back")
    assert (first_steps.says("text"), first_steps.digits) == (first.text, _clock(first.seconds))
    first_steps.press("Back")
    assert first_steps.says("text") == first.text


def test_sides_and_times_of_a_warm_up_are_told(runner: Followed, served: str, real_guide: Guide) -> None:
    routine, seen = real_guide.routines["hills-and-power"], set()
    warm_up = real_guide.warm_up(routine, routine.stages[0])
    runner.open(f"{served}routines/hills-and-power/")
    runner.begin()
    for action in warm_up.actions:
        for time in range(1, action.times + 1):
            for side in ("left side", "right side") if action.each_side else ("",):
                told = ["Warm-up", side, f"{time} of {action.times}" if action.times > 1 else ""]
                assert runner.says("heading") == ", ".join(filter(None, told))
                assert (runner.says("text"), runner.digits) == (action.text, _clock(action.seconds))
                seen.add((side, action.times > 1))
                runner.wait(action.seconds)
    assert runner.kind == "ready"
    assert {("left side", False), ("right side", False), ("", True)} <= seen


def test_a_rest_may_be_longer_or_left_out(first_steps: Followed, real_guide: Guide) -> None:
    rest = _first_stage(real_guide).blocks[0].rest_between_items_seconds
    first_steps.wait(_until(real_guide, "rest", 1))
    first_steps.pass_by(5)
    first_steps.press("15 seconds more")
    assert first_steps.digits == _clock(rest - 5 + 15)
    first_steps.wait(rest - 5 + 15 - 1)
    assert first_steps.kind == "ready"
    first_steps.press("Skip")
    assert first_steps.kind == "work"
    expect(first_steps.page.get_by_role("button", name="15 seconds more")).to_be_hidden()


def test_sets_may_be_tapped_instead_of_counted(runner: Followed, served: str, warm_up: int, moves: list[Move]) -> None:
    runner.open(f"{served}routines/first-steps/")
    runner.press("Start")
    runner.page.get_by_text("Sound, voice and tempo").click()
    runner.page.get_by_role("switch", name="Tempo").uncheck()
    runner.press("Begin")
    runner.wait(warm_up + 10)
    assert (runner.digits, runner.says("unit")) == (str(moves[0].repetitions), "repetitions")
    runner.wait(900)
    assert runner.kind == "work"
    runner.press("Done")
    assert runner.kind == "rest"


@pytest.mark.parametrize(("switch", "what"), [("Sound", "tones"), ("Voice", "said"), ("Vibration", "shakes")])
def test_each_sense_has_a_switch_that_is_remembered(
    switch: str, what: str, runner: Followed, served: str, real_guide: Guide
) -> None:
    runner.open(f"{served}routines/first-steps/")
    runner.begin()
    runner.wait(_until(real_guide, "work"))
    assert runner.heard(what)
    runner.press("More")
    runner.page.get_by_role("switch", name=switch).uncheck()
    runner.press("Close")
    runner.heard(what)
    runner.wait(120)
    assert not runner.heard(what)
    runner.press("Stop")
    runner.close("Leave, and resume later")
    runner.page.reload()
    runner.press("Start")
    runner.page.get_by_text("Sound, voice and tempo").click()
    assert not runner.page.get_by_role("switch", name=switch).is_checked()


def test_by_keyboard_alone(runner: Followed, served: str, real_guide: Guide) -> None:
    routine = real_guide.routines["first-steps"]
    second = real_guide.warm_up(routine, routine.stages[0]).actions[1].seconds
    keyboard, page = runner.page.keyboard, runner.page
    runner.open(f"{served}routines/first-steps/")
    page.get_by_role("button", name="Start").focus()
    keyboard.press("Enter")
    title = page.get_by_role("dialog").get_by_role("heading", name=routine.name)
    expect(title).to_be_focused()  # there is something to read first
    begin = page.get_by_role("button", name="Begin", exact=True)
    while not begin.evaluate("button => button === document.activeElement"):
        keyboard.press("Tab")
    keyboard.press("Enter")
    assert runner.kind == "warm-up"
    keyboard.press("ArrowRight")
    keyboard.press("Space")
    assert page.locator("dialog.session").get_attribute("data-paused") == "yes"
    keyboard.press("Space")
    assert page.locator("dialog.session").get_attribute("data-paused") == "no"
    runner.pass_by(5)
    keyboard.press("ArrowLeft")
    assert runner.digits == _clock(second)
    keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Stop here?")).to_be_visible()
    expect(page.locator(".session__panel .session__main")).to_be_focused()
    keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Stop here?")).to_be_hidden()
    expect(page.locator(".session__controls .session__main")).to_be_focused()
    keyboard.press("Escape")
    for _ in range(2):
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(page.locator("dialog.session")).to_have_count(0)
    expect(page.get_by_role("button", name="Start")).to_be_focused()


def test_focus_stays_in_the_session(first_steps: Followed) -> None:
    for _ in range(8):
        first_steps.page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || document.activeElement.closest('dialog.session') !== null"
        assert first_steps.page.evaluate(inside)


def test_a_screen_reader_is_told_each_step_once_and_politely(first_steps: Followed, moves: list[Move]) -> None:
    first_steps.press("More")
    first_steps.page.get_by_role("switch", name="Voice").uncheck()
    first_steps.press("Close")
    live = first_steps.part("spoken")
    expect(live).to_have_attribute("aria-live", "polite")
    first_steps.heard("said")
    first_steps.press("Skip")
    told = live.inner_text()
    assert told.startswith("Warm-up, left side. ")
    first_steps.pass_by(10)
    assert live.inner_text() == told
    while first_steps.kind == "warm-up":
        first_steps.press("Skip")
    assert live.inner_text().startswith(f"Get ready. {moves[0].version}, {moves[0].repetitions} repetitions.")
    assert not first_steps.heard("said"), "one of them speaks, not both"


def test_where_the_page_speaks_a_screen_reader_is_told_nothing_twice(first_steps: Followed, warm_up: int) -> None:
    first_steps.wait(warm_up + 30)
    assert first_steps.heard("said")
    assert first_steps.part("spoken").inner_text() == ""


def test_the_gate_of_a_stage_with_jumps_or_hops_comes_first(runner: Followed, served: str, real_guide: Guide) -> None:
    seen = 0
    for routine in real_guide.routines.values():
        for stage in routine.stages:
            work = real_guide.workload(routine, stage)
            reasons = no_jumps(real_guide) if work.landings or work.hops else ()
            runner.open(f"{served}routines/{routine.id}/#{stage.id}")
            runner.page.reload()  # a new part of the same page is no new page
            runner.press("Start")
            expect(runner.page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
            lines = runner.part("gate").locator("li").all_inner_texts()
            assert lines == [*stage_points(real_guide, routine, stage), *reasons], f"{routine.id}, {stage.id}"
            seen += bool(reasons)
    assert seen


def test_with_reduced_motion_the_figure_goes_from_position_to_position(
    runner: Followed, served: str, warm_up: int
) -> None:
    runner.open(f"{served}my-session/?do=squat.1x9")
    runner.begin()
    runner.wait(warm_up + 10)
    assert len(_positions(runner)) <= 2


def test_otherwise_the_figure_moves(browser: Browser, served: str, warm_up: int) -> None:
    with followed(browser, still=False) as runner:
        runner.open(f"{served}my-session/?do=squat.1x9")
        runner.begin()
        runner.wait(warm_up + 10)
        assert len(_positions(runner)) > 5


def test_without_the_moving_figure_the_still_one_stays(browser: Browser, served: str, warm_up: int) -> None:
    with followed(browser) as runner:
        runner.page.route("**/images/moving/**", lambda route: route.abort())
        runner.open(f"{served}routines/ten-minutes-no-equipment/")
        with runner.page.expect_event("requestfailed"):
            runner.begin()
            runner.wait(warm_up)
        expect(runner.part("figure").locator("svg")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_digits_can_be_read_from_two_metres(width: int, browser: Browser, served: str, warm_up: int) -> None:
    with followed(browser, width=width) as runner:
        runner.open(f"{served}routines/first-steps/")
        runner.begin()
        runner.wait(warm_up + 10)
        box, room = runner.part("digits").bounding_box(), runner.page.viewport_size
        assert box is not None
        assert room is not None
        assert box["height"] >= 110
        shown = (".session__digits", ".session__phase", ".session__name", ".session__controls .session__main")
        assert all(_in_sight(runner.page, colours) for colours in shown)


def test_without_scripts_there_is_no_start_and_all_else(served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(f"{served}routines/first-steps/", scripts=False)
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    assert page.locator(".guide-items > li").count() == len(real_guide.routines["first-steps"].items)


def test_the_page_and_the_browser_reckon_alike(runner: Followed, served: str, real_guide: Guide) -> None:
    runner.open(f"{served}my-session/")
    for routine, stage in [(each, stage) for each in real_guide.routines.values() for stage in each.stages]:
        reckoned = runner.page.evaluate(
            """async ([moves, blocks, catalogue]) => {
              const {timeline} = await import(new URL("../javascripts/session/plan.js", location));
              return timeline(moves, blocks, catalogue);
            }""",
            [[asdict(each) for each in moves_of(real_guide, stage)], _blocks(stage), catalogue(real_guide)],
        )
        work = [step for step in steps(real_guide, routine, stage) if step.kind not in ("warm-up", "finish")]
        assert [(each["kind"], each["seconds"], each["move"], each["side"], each["round"]) for each in reckoned] == [
            (each.kind, each.seconds, each.move, each.side, each.round) for each in work
        ]


def _blocks(stage: Stage) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    first = 0
    for block in stage.blocks:
        numbers = list(range(first, first + len(block.items)))
        rests = {"between": block.rest_between_items_seconds, "after": block.rest_after_round_seconds}
        found.append({"name": block.name, "rounds": block.rounds, "moves": numbers, **rests})
        first += len(block.items)
    return found


def _hide(page: Page, *, hidden: bool) -> None:
    page.evaluate(
        """hidden => {
          Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def _positions(runner: Followed) -> set[str]:
    """Where the first moving path of the figure was in the course of a repetition."""
    moving = runner.part("figure").locator("path[data-v]").first
    expect(moving).to_be_attached()
    found = set()
    for _ in range(20):
        runner.pass_by(0.25)
        found.add(re.sub(r"\s", "", moving.get_attribute("d") or ""))
    return found


def _in_sight(page: Page, selector: str) -> bool:
    """Whether all of it can be seen, and nothing lies over its middle."""
    return bool(
        page.evaluate(
            """selector => {
              const found = document.querySelector(selector), box = found.getBoundingClientRect();
              const on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && found.contains(on);
            }""",
            selector,
        )
    )

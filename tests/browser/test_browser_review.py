"""What a runner meets between the first press and the log: sides by name, sets done twice, good order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from followed import Followed, followed
from logbook import logged
from logged import a_set, done, entry, open_log, put

SIDED = "my-session/?do=bulgarian-split-squat.1x4e_wall-sit.1x20s&rest=30"
TURNS = "my-session/?do=reverse-lunge.1x4e_wall-sit.1x20s&rest=30"
_MIRRORED = "document.querySelector('.session__figure svg').classList.contains('fig-mirrored')"


def _to(runner: Followed, kind: str, name: str) -> None:
    """Skip to a step of that kind."""
    while (runner.kind, runner.says("name")) != (kind, name):
        runner.press("Skip")


def _begun(runner: Followed, address: str) -> None:
    runner.open(address)
    runner.begin(warm=True)


@pytest.mark.parametrize(
    ("address", "starts"), [(SIDED, "Start"), ("exercises/bulgarian-split-squat/", "Do a set")], ids=["list", "one set"]
)
def test_the_figure_works_with_the_side_that_is_named(runner: Followed, served: str, address: str, starts: str) -> None:
    runner.open(f"{served}{address}")
    runner.press(starts)
    runner.press("Begin")
    _to(runner, "work", "Bulgarian split squat")
    expect(runner.part("side")).to_have_text("Left side")
    runner.page.wait_for_function(_MIRRORED)
    runner.press("Skip")
    _to(runner, "work", "Bulgarian split squat")
    expect(runner.part("side")).to_have_text("Right side")
    runner.page.wait_for_function(f"!{_MIRRORED}")


def test_a_set_that_is_done_again_is_told_anew(runner: Followed, served: str) -> None:
    _begun(runner, f"{served}{TURNS}")
    _to(runner, "work", "Reverse lunge")
    runner.press("Skip")
    runner.press("Reverse lunge: 0 done")
    expect(runner.page.get_by_label("Each side, repetitions")).to_have_value("0")
    runner.press("Each side: one more")
    runner.press("Keep")
    expect(runner.part("again")).to_have_text("Reverse lunge: 1 each side done")
    runner.press("Back")
    runner.wait(60)
    expect(runner.part("again")).to_have_text("Reverse lunge: 4 each side done")
    runner.press("Stop")
    runner.press("Stop and see what was done")
    runner.press("Save to my log")
    assert logged(runner)[0]["done"][0]["sets"][0]["amounts"] == [4]


def test_sides_that_take_turns_are_asked_by_name(runner: Followed, served: str) -> None:
    _begun(runner, f"{served}{TURNS}")
    _to(runner, "work", "Reverse lunge")
    while not runner.says("digits").startswith("2"):
        runner.pass_by(1)
    runner.press("Stop")
    expect(runner.page.get_by_label("Left side, repetitions")).to_have_value("1")
    expect(runner.page.get_by_label("Right side, repetitions")).to_have_value("0")
    runner.press("Right side: one more")
    runner.press("Stop and see what was done")
    runner.press("Save to my log")
    assert logged(runner)[0]["done"][0]["sets"][0]["amounts"] == [1]


def test_the_lock_screen_does_not_answer_what_is_asked(runner: Followed, served: str) -> None:
    runner.page.add_init_script(
        "window.handlers = {}; navigator.mediaSession.setActionHandler = (name, does) => { handlers[name] = does; };"
    )
    _begun(runner, f"{served}{TURNS}")
    runner.press("More")
    runner.page.get_by_role("switch", name="Lock-screen buttons").check()
    runner.press("Close")
    _to(runner, "work", "Reverse lunge")
    runner.press("Stop")
    runner.press("Stop and see what was done")
    runner.page.evaluate("handlers.play()")
    runner.page.evaluate("handlers.nexttrack()")
    runner.pass_by(9)
    expect(runner.page.get_by_role("heading", name="Nothing was done")).to_be_visible()
    expect(runner.page.locator("dialog.session")).to_have_attribute("data-paused", "yes")


def test_begin_is_in_sight_however_much_was_done_last_time(runner: Followed, served: str) -> None:
    runner.page.set_viewport_size({"width": 360, "height": 740})
    runner.open(f"{served}before-you-start/")
    moves = [done(exercise=each, name=each) for each in ("squat", "glute-bridge", "good-morning", "reverse-lunge")]
    put(runner.page, entry(session="first-steps", stage="weeks-1-2", name="First steps", done=moves))
    runner.open(f"{served}routines/first-steps/")
    runner.press("Start")
    expect(runner.page.get_by_text("Last time, 2 January")).to_be_attached()
    expect(runner.page.get_by_role("button", name="Begin", exact=True)).to_be_in_viewport(ratio=1)
    expect(runner.page.get_by_label("Does something hurt today?")).to_be_in_viewport(ratio=1)


def test_what_is_left_out_for_one_reason_is_told_once(browser: Browser, served: str) -> None:
    with followed(browser, width=320) as runner:
        runner.open(f"{served}routines/first-steps/")
        runner.press("Start")
        runner.page.get_by_label("Does something hurt today?").select_option("bone")
        expect(runner.page.get_by_text("Left out today:")).to_have_count(1)
        expect(runner.page.get_by_text("First: signs that cannot wait").locator("..")).to_have_attribute("open", "")
        wide = runner.page.get_by_label("Does something hurt today?").bounding_box()
        assert wide is not None
        assert wide["x"] + wide["width"] <= 320


def test_what_hurt_before_is_noted_for_next_time(runner: Followed, served: str) -> None:
    runner.open(f"{served}routines/first-steps/")
    runner.press("Start")
    runner.page.get_by_label("Does something hurt today?").select_option("knee-front")
    runner.press("Begin without the warm-up")
    runner.pass_by(40)
    runner.press("Stop")
    runner.press("Stop and see what was done")
    expect(runner.page.get_by_label("A note for next time")).to_have_value("Hurt before: front of the knee.")


def test_going_on_from_home_leads_to_the_button(runner: Followed, served: str) -> None:
    runner.page.set_viewport_size({"width": 360, "height": 740})
    for stage in ("weeks-3-4", "weeks-1-2"):
        runner.open(served)
        runner.open(f"{served}routines/first-steps/#{stage}")
        runner.begin()
        runner.pass_by(9)
        runner.press("Stop")
        runner.close("Leave, and resume later")
    runner.open(served)
    runner.page.get_by_role("link", name="Go on with First steps, weeks 3 and 4").click()
    resume = runner.page.get_by_role("button", name="Resume").and_(runner.page.locator(":visible"))
    resume.wait_for()
    runner.pass_by(1)
    expect(resume).to_be_in_viewport(ratio=1)
    resume.click()
    expect(runner.part("place")).to_have_text("First steps, weeks 3 and 4")


def test_the_log_tells_what_was_done_last_time(runner: Followed, served: str) -> None:
    page = open_log(runner, served, entry(done=[done(a_set(6), dose="10 repetitions")]))
    expect(page.get_by_role("row", name="Squat")).to_contain_text("6 repetitions")

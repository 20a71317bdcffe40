"""What a session says, offers and adapts: voice, sides, other versions, what hurts, the stage, the lock screen."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from figure.data import all_guide
from followed import BEGAN, Followed, followed
from guide.model import Guide
from guide.session.timeline import moves_of
from in_page import wait_until
from logbook import logged
from logged import a_set, done, entry, put

OWN = "my-session/?do=squat.1x8_wall-sit.1x40s_walking-lunge.1x4e&rest=30"
WARM_UP, READY, REST = 300, 10, 30
CONTROLLED = "navigator.serviceWorker.controller?.state === 'activated'"
_MEDIA = """() => {
  window.handlers = {};
  navigator.mediaSession.setActionHandler = (name, does) => { handlers[name] = does; };
  HTMLMediaElement.prototype.play = async function () { window.plays = this; };
}"""


@pytest.fixture
def own(runner: Followed, served: str) -> Followed:
    """Before a session of squats, a wall sit and lunges, with its settings open."""
    runner.open(served + OWN)
    runner.press("Start")
    runner.page.get_by_text("Sound, voice and tempo").click()
    return runner


def test_the_voice_counts_repetitions_if_one_likes(own: Followed) -> None:
    own.page.get_by_label("During a set the voice says").select_option("repetitions")
    own.press("Begin")
    own.wait(WARM_UP + READY - 0.5)
    own.heard("said")
    own.pass_by(40)
    assert own.heard("said") == ["1", "2", "3", "4", "Halfway.", "6", "7", "Last one."]


def test_the_voice_names_the_parts_of_the_movement_if_one_likes(own: Followed) -> None:
    own.page.get_by_label("During a set the voice says").select_option("phases")
    own.press("Begin")
    own.wait(WARM_UP + READY - 0.5)
    own.heard("said")
    own.pass_by(9.6)
    assert own.heard("said") == ["Lower", "Pause", "Lift", "Lower", "Pause", "Lift"]


def test_the_end_of_a_hold_is_told(own: Followed, real_guide: Guide) -> None:
    own.press("Begin")
    own.wait(WARM_UP + READY + 40 + REST)
    assert own.says("name") == "Wall sit"
    enter = real_guide.exercises["wall-sit"].tempo[0].seconds
    own.heard("said")
    own.pass_by(enter + 40)
    said = [each for each in own.heard("said") if each not in real_guide.exercises["wall-sit"].cues]
    assert said == ["Halfway.", "Ten seconds.", "Three", "Two", "One"]


def test_three_two_one_before_each_set(own: Followed) -> None:
    own.press("Begin")
    own.wait(WARM_UP)
    own.heard("said")
    own.pass_by(READY - 0.5)
    assert own.heard("said") == ["Three", "Two", "One"]


def test_sides_are_called_by_name_and_the_figure_shows_them(own: Followed) -> None:
    own.page.get_by_label("Begin with").select_option("right")
    own.press("Begin")
    own.wait(WARM_UP + READY + 40 + REST + 45 + REST)
    assert own.says("name") == "Walking lunge"
    assert own.says("side") == "Right side"
    own.pass_by(4)
    assert own.says("side") == "Left side"


@pytest.mark.parametrize("first", ["left", "right"])
def test_the_side_that_is_named_is_the_one_that_works(
    first: str, runner: Followed, served: str, real_guide: Guide
) -> None:
    working = real_guide.exercises["bulgarian-split-squat"].figure.working
    runner.open(f"{served}my-session/?do=bulgarian-split-squat.1x2e")
    runner.press("Start")
    runner.page.get_by_text("Sound, voice and tempo").click()
    runner.page.get_by_label("Begin with").select_option(first)
    runner.press("Begin")
    runner.wait(WARM_UP + READY)
    for side in (first, "right" if first == "left" else "left"):
        assert runner.says("side") == f"{side.capitalize()} side"
        figure = runner.part("figure").locator("svg")
        mirrored = re.compile("fig-mirrored")
        if side == working:
            expect(figure).not_to_have_class(mirrored)
        else:
            expect(figure).to_have_class(mirrored)
        runner.wait(10 + 5)


def test_another_version_in_two_taps_keeps_place_and_sets(runner: Followed, served: str, real_guide: Guide) -> None:
    stage = real_guide.routines["first-steps"].stages[-1]
    squat = moves_of(real_guide, stage)[0]
    easier = real_guide.exercises["squat"].easier[-1].name
    runner.open(f"{served}routines/first-steps/#{stage.id}")
    runner.begin(warm=True)
    runner.wait(READY + squat.seconds)
    while runner.says("name") != "Squat":
        runner.press("Skip")
    place = runner.says("place")
    runner.press("More")
    runner.page.get_by_role("button", name=re.compile(f"^{easier}")).first.click()
    assert (runner.says("name"), runner.says("place")) == (easier, place)
    while runner.kind != "work":
        runner.press("Skip")
    runner.wait(squat.seconds)
    runner.press("Stop")
    runner.press("Stop and see what was done")
    runner.press("Save to my log")
    (saved,) = logged(runner)
    assert [(each["name"], each["version"], len(each["sets"])) for each in saved["done"]] == [
        ("Squat", "", 1),
        (easier, easier, 1),
    ]


def test_what_hurts_changes_the_session_and_says_why(runner: Followed, served: str, real_guide: Guide) -> None:
    stage = real_guide.routines["hills-and-power"].stages[0]
    runner.open(f"{served}routines/hills-and-power/#{stage.id}")
    runner.press("Start")
    runner.page.get_by_label("Does something hurt today?").select_option(label="Front of the knee")
    told = runner.part("hurts")
    expect(told.get_by_text("Left out today:").first).to_be_visible()
    expect(told.get_by_text("All jumps are left out while something hurts.").first).to_be_visible()
    expect(told.get_by_role("link")).to_have_attribute("href", re.compile("when-something-hurts/knee-front/$"))
    runner.press("Begin")
    shown = {step.name for step in runner.to_the_end() if step.kind == "work"}
    jumps = {move.version or move.name for move in moves_of(real_guide, stage) if _jumps(real_guide, move.exercise)}
    assert jumps
    assert shown
    assert not shown & jumps


def _jumps(guide: Guide, exercise: str) -> bool:
    return guide.exercises[exercise].is_jump


def test_the_log_says_which_stage_is_on(runner: Followed, served: str, real_guide: Guide) -> None:
    routine = real_guide.routines["first-steps"]
    runner.open(served)
    sessions = [
        entry(id=str(day), began=f"2025-12-{day:02}T07:00:00.000Z", session=routine.id, stage="weeks-1-2", name="F")
        for day in (16, 23, 30)
    ]
    put(runner.page, *sessions)
    runner.open(f"{served}routines/first-steps/#weeks-1-2")
    runner.press("Start")
    expect(runner.page.get_by_text("Your log has 3 weeks of First steps, so this is week 4.")).to_be_visible()
    runner.press(f"Take {routine.name}, weeks 3 and 4")
    expect(runner.page.get_by_role("heading", name=f"{routine.name}, weeks 3 and 4")).to_be_visible()
    runner.press("Begin")
    runner.close_as_unfinished()
    places = json.loads(runner.page.evaluate("localStorage.getItem('/session.places')"))
    assert [each["stage"] for each in places] == ["weeks-3-4"]


def test_headphones_and_lock_screen_have_their_buttons_if_one_likes(browser: Browser, served: str) -> None:
    with followed(browser) as runner:
        runner.page.add_init_script(f"({_MEDIA})()")
        runner.open(served + OWN)
        runner.begin()
        assert runner.page.evaluate("Object.keys(handlers)") == [], "they stop other music, so nobody gets them unasked"
        runner.press("More")
        runner.page.get_by_role("switch", name="Lock-screen buttons").check()
        runner.press("Close")
        dialog = runner.page.locator("dialog.session")
        runner.page.evaluate("handlers.pause()")
        expect(dialog).to_have_attribute("data-paused", "yes")
        runner.page.evaluate("handlers.play()")
        expect(dialog).to_have_attribute("data-paused", "no")
        first = runner.says("text")
        runner.page.evaluate("handlers.nexttrack()")
        assert runner.says("text") != first
        runner.page.evaluate("handlers.previoustrack()")
        assert runner.says("text") == first
        assert runner.page.evaluate("navigator.mediaSession.metadata.title") == first
        assert runner.page.evaluate("plays.loop && plays.src.startsWith('blob:')")
        runner.close_as_unfinished()
        assert runner.page.evaluate("Object.values(handlers).every((does) => !does)")
        assert runner.complaints == []


def test_offline_on_a_phone_from_choosing_to_the_next_step(browser: Browser, served: str) -> None:
    routine = all_guide().routines["ten-minutes-no-equipment"]
    with browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce") as profile:
        page = profile.new_page()
        runner = Followed(page, [])
        page.goto(f"{served}routines/{routine.id}/")
        wait_until(page, CONTROLLED)
        profile.set_offline(True)
        page.clock.install(time=BEGAN)
        page.goto(f"{served}routines/")
        page.locator(f"a[href*='{routine.id}']").first.click()
        page.get_by_role("heading", name=routine.name, level=1).wait_for()
        page.clock.pause_at(BEGAN.replace(hour=8))
        runner.press("Start")
        page.get_by_label("Does something hurt today?").select_option(label="Shin")
        expect(runner.part("hurts").get_by_role("status")).to_contain_text("today")
        runner.press("Begin")
        while runner.kind != "work":
            runner.press("Skip")
        name = runner.says("name")
        while runner.kind == "work":
            runner.wait(10)
        page.get_by_role("button", name="3", exact=True).click()
        runner.press("Stop")
        runner.press("Stop and see what was done")
        page.get_by_label("The highest pain").select_option("0")
        runner.press("Save to my log")
        page.wait_for_url("**/log/")
        expect(page.locator(".own-sessions")).to_contain_text(name)
        runner.sleep(24 * 3600)
        page.goto(f"{served}exercises/")
        morning = page.get_by_role("group", name=re.compile("How was the morning after"))
        morning.get_by_role("button", name="0", exact=True).click()
        page.goto(f"{served}routines/{routine.id}/")
        runner.press("Start")
        expect(runner.part("last")).to_contain_text(name)
        expect(runner.part("last")).to_contain_text("The same numbers")


def test_a_set_is_noted_in_three_taps_and_the_next_session_says_what_follows(runner: Followed, served: str) -> None:
    runner.open(served)
    good = done(a_set(12, left=3), a_set(12, left=3), asked=10)
    sessions = [
        entry(
            id=str(day), began=f"2025-12-{day:02}T07:00:00.000Z", session="own", name="My session", done=[good],
            answers={"during": 0, "morning": 0, "signs": []},
        )
        for day in (5, 12, 19, 26)
    ]  # fmt: skip
    put(runner.page, *sessions)
    runner.open(served + OWN)
    runner.press("Start")
    expect(runner.part("last")).to_contain_text("Take the next harder version or 2 to 10 per cent more load, not both")
    expect(runner.part("last").get_by_role("link").first).to_have_attribute("href", re.compile("evidence/"))

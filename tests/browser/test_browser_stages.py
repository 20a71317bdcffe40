"""The stages of a routine in a real browser: which one is shown, begun, printed and remembered; and without scripts."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from figure.data import all_guide
from followed import Followed
from guide.model import Guide, Routine, Stage
from guide.wording import stage_words
from site_fixtures import Visit

STAGED = [routine.id for routine in all_guide().routines.values() if len(routine.stages) > 1]
JUMPED = [routine.id for routine in all_guide().routines.values() if all_guide().routine_landings(routine)]
OFFER = "You were in the middle of this"


@pytest.fixture
def routine(real_guide: Guide) -> Routine:
    """One whose stages follow one another."""
    return real_guide.routines["hills-and-power"]


def _is_shown(page: Page, stage: Stage, address: str) -> None:
    """Only this stage is open, with its Start and its sheets, and the chooser says so."""
    expect(page.locator(".guide-stage").filter(visible=True)).to_have_count(1)
    expect(page.locator(f".guide-stage[data-stage={stage.id}]")).to_be_visible()
    expect(page.get_by_role("button", name="Start", exact=True)).to_have_count(1)
    begin = page.locator(".guide-begin").filter(visible=True)
    expect(begin).to_have_count(1)
    expect(begin).to_contain_text(stage_words.stage_name(stage))
    sheets = [link.get_attribute("href") or "" for link in begin.get_by_role("link").all()]
    assert sheets
    assert all(re.search(rf"/{address}-(a4|us-letter)\.pdf$", sheet) for sheet in sheets), sheets
    current = page.get_by_role("navigation", name="Stages").locator("a[aria-current=true]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text(stage_words.stage_name(stage))


@pytest.mark.parametrize("name", STAGED)
def test_each_stage_is_shown_with_its_start_and_its_sheet_only(
    name: str, runner: Followed, served: str, real_guide: Guide
) -> None:
    first, *later = real_guide.routines[name].stages
    runner.open(f"{served}routines/{name}/")
    _is_shown(runner.page, first, name)
    for stage in later:
        runner.choose(stage_words.stage_name(stage))
        _is_shown(runner.page, stage, f"{name}-{stage.id}")
    runner.choose(stage_words.stage_name(first))
    _is_shown(runner.page, first, name)


def test_what_is_chosen_is_begun(runner: Followed, served: str, real_guide: Guide) -> None:
    for name in STAGED:
        routine = real_guide.routines[name]
        runner.open(f"{served}routines/{name}/")
        for stage in (*routine.stages[1:], routine.stages[0]):
            runner.choose(stage_words.stage_name(stage))
            runner.press("Start")
            expect(
                runner.page.get_by_role("heading", name=stage_words.title(routine, stage), exact=True)
            ).to_be_visible()
            runner.close("Not now")


def test_the_stage_that_was_chosen_is_remembered(runner: Followed, served: str, routine: Routine) -> None:
    address, last = f"{served}routines/{routine.id}/", routine.stages[-1]
    runner.open(address)
    runner.choose(stage_words.stage_name(last))
    runner.page.reload()
    _is_shown(runner.page, last, f"{routine.id}-{last.id}")
    runner.open(f"{served}routines/")
    runner.open(address)
    _is_shown(runner.page, last, f"{routine.id}-{last.id}")
    other = next(name for name in STAGED if name != routine.id)
    runner.open(f"{served}routines/{other}/")
    expect(runner.page.locator(".guide-stage").first).to_be_visible()


def test_an_address_opens_the_stage_that_it_names(runner: Followed, served: str, routine: Routine) -> None:
    address, page = f"{served}routines/{routine.id}/", runner.page
    first, *_, last = routine.stages
    runner.open(f"{address}#{last.id}")
    _is_shown(page, last, f"{routine.id}-{last.id}")
    runner.open(f"{address}#{first.id}")
    _is_shown(page, first, routine.id)
    place = page.locator(f".guide-stage[data-stage={last.id}] h3[id]").last.get_attribute("id")
    runner.open(f"{address}#{place}")
    _is_shown(page, last, f"{routine.id}-{last.id}")
    expect(page.locator(f"#{place}")).to_be_in_viewport()
    runner.open("about:blank")
    runner.open(f"{address}#{place}")
    _is_shown(page, last, f"{routine.id}-{last.id}")
    expect(page.locator(f"#{place}")).to_be_in_viewport()


@pytest.mark.parametrize("part", ["no-such-stage", "%E0%A4%A", "%22%5D"])
def test_an_odd_address_shows_the_first_stage(part: str, runner: Followed, served: str, routine: Routine) -> None:
    runner.open(f"{served}routines/{routine.id}/#{part}")
    _is_shown(runner.page, routine.stages[0], routine.id)
    runner.open(f"{served}routines/{routine.id}/#{part}x")
    _is_shown(runner.page, routine.stages[0], routine.id)


@pytest.mark.parametrize("name", STAGED)
def test_without_scripts_all_stages_stand_open_in_order(
    name: str, served: str, visit: Visit, real_guide: Guide
) -> None:
    routine = real_guide.routines[name]
    page = visit(f"{served}routines/{name}/", scripts=False)
    sections = page.locator(".guide-stage").filter(visible=True)
    names = [stage_words.stage_name(stage) for stage in routine.stages]
    assert [section.get_by_role("heading", level=2).inner_text() for section in sections.all()] == names
    assert [section.locator(".guide-items > li").count() for section in sections.all()] == [
        len(stage.items) for stage in routine.stages
    ]
    links = page.get_by_role("navigation", name="Stages").get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()] == [f"#{stage.id}" for stage in routine.stages]
    begins = page.locator(".guide-begin").filter(visible=True)
    assert begins.count() == len(routine.stages)
    for begin, said in zip(begins.all(), names, strict=True):
        expect(begin.locator(".guide-print")).to_contain_text(said)
    expect(page.get_by_role("button", name="Start")).to_be_hidden()


def test_paper_has_the_stage_that_is_shown(runner: Followed, served: str, routine: Routine) -> None:
    last = routine.stages[-1]
    runner.open(f"{served}routines/{routine.id}/")
    runner.choose(stage_words.stage_name(last))
    runner.page.emulate_media(media="print")
    expect(runner.page.locator(".guide-stage").filter(visible=True)).to_have_count(1)
    expect(runner.page.get_by_role("heading", name=stage_words.stage_name(last), exact=True)).to_be_visible()


def test_an_unfinished_session_is_offered_in_its_own_stage(runner: Followed, served: str, routine: Routine) -> None:
    address, page = f"{served}routines/{routine.id}/", runner.page
    first, *_, last = routine.stages
    runner.open(address)
    runner.choose(stage_words.stage_name(last))
    runner.begin()
    while runner.kind != "work":
        runner.press("Skip")
    runner.pass_by(2)
    was = runner.says("name")
    runner.press("Stop")
    runner.close("Leave, and resume later")
    expect(page.get_by_text(OFFER)).to_be_visible()
    runner.choose(stage_words.stage_name(first))
    expect(page.get_by_text(OFFER)).to_be_hidden()
    runner.open(f"{served}routines/")
    runner.open(address)
    _is_shown(page, last, f"{routine.id}-{last.id}")
    expect(page.get_by_text(OFFER)).to_be_visible()
    runner.resume()
    assert (runner.kind, runner.says("name")) == ("work", was)
    runner.press("Stop")
    expect(page.get_by_role("heading", name="Stop here?")).to_be_visible()
    runner.press("Stop and see what was done")
    expect(runner.part("panel")).to_contain_text(stage_words.title(routine, last))


@pytest.mark.parametrize("name", JUMPED)
def test_the_timer_runs_the_landings_that_the_page_shows(
    name: str, runner: Followed, served: str, real_guide: Guide
) -> None:
    routine, limits = real_guide.routines[name], real_guide.safety.limits
    runner.open(f"{served}routines/{name}/")
    for stage in routine.stages:
        runner.choose(stage_words.stage_name(stage))
        chosen = runner.page.get_by_role("navigation", name="Stages").locator("a[aria-current=true]").inner_text()
        told = re.search(r"(\d+) landings?", chosen)
        runner.begin()
        steps = runner.to_the_end()
        run = sum(step.landings(real_guide) for step in steps)
        assert run == (int(told[1]) if told else 0), stage.id
        assert run <= (limits.landings_while_new if stage is routine.stages[0] else limits.landings)
        for step, after in pairwise(steps):
            if step.landings(real_guide) and after.kind == "rest":
                assert after.seconds >= limits.rest_seconds, stage.id
        runner.close("Close")


def test_begun_without_the_warm_up_it_is_left_out_and_stays_so_after_a_reload(
    runner: Followed, served: str, real_guide: Guide
) -> None:
    routine, page = real_guide.routines["first-steps"], runner.page
    first = routine.stages[0]
    condition = real_guide.warm_up(routine, first).leave_out_when
    runner.open(f"{served}routines/{routine.id}/")
    runner.press("Start")
    expect(page.get_by_text(f"Go without the warm-up if {condition}.")).to_be_visible()
    runner.press("Begin without the warm-up")
    assert runner.kind == "ready"
    name = runner.says("name")
    runner.sleep(10)
    runner.pass_by(7)
    assert (runner.kind, runner.says("name")) == ("work", name)
    left = runner.says("left")
    page.reload()
    runner.sleep(120)
    runner.resume()
    assert (runner.kind, runner.says("name"), runner.says("left")) == ("work", name, left)
    runner.press("Back")
    runner.press("Back")
    assert runner.kind == "ready"
    assert [step.kind for step in runner.to_the_end() if step.kind == "warm-up"] == []
    expect(runner.part("done").locator("li")).to_have_count(len(first.items))
    runner.close("Close")
    runner.begin()
    assert runner.kind == "warm-up", "the next session has one again"


def test_where_nobody_may_go_without_a_warm_up_there_is_no_such_button(
    runner: Followed, served: str, real_guide: Guide
) -> None:
    seen = set()
    for routine in real_guide.routines.values():
        runner.open(f"{served}routines/{routine.id}/")
        runner.press("Start")
        may = bool(real_guide.warm_up(routine, routine.stages[0]).leave_out_when)
        expect(runner.page.get_by_role("button", name="Begin without the warm-up")).to_have_count(int(may))
        seen.add(may)
    assert seen == {True, False}

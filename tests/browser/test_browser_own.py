"""One's own session in a real browser: ticked, changed, shared by its address, printed; and what bad addresses give."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from followed import Followed, Shown, followed
from guide.model import Guide, Item
from guide.model.workload import CHANGE_SECONDS, READY_SECONDS
from guide.session.exercise_catalogue import FINISH_SECONDS
from guide.wording.conditions import no_jumps
from guide.wording.gates import gate_points
from page_looks import spilling
from site_fixtures import Visit

JUMPS = "?do=box-jump.5x20_skater-jump.5x10e_squat.1x5&rest=30"
"""200 landings."""
_FULL = 'if (!Error().stack.includes("__md_")) throw new DOMException("no room", "QuotaExceededError")'
_BROKEN = {
    "setItem": f"Storage.prototype.setItem = () => {{ {_FULL}; }};",
    "getItem": f"Storage.prototype.getItem = () => {{ {_FULL}; return null; }};",
    "localStorage": f"""const store = localStorage;
        Object.defineProperty(window, "localStorage", {{get() {{ {_FULL}; return store; }}}});""",
}
"""Stores that are full, or that the browser forbids. The theme, which reads its colours from there, is let through."""
SHARED = "?do=squat.3x10_wall-sit.2x30s_bulgarian-split-squat.2x8e&rest=45"


def test_exercises_are_ticked_and_become_a_session(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}exercises/")
    bar = page.get_by_role("region", name="Your session")
    expect(bar).to_be_hidden()
    for name in ("Wall sit", "Squat"):
        page.get_by_role("button", name=f"{name} in your session", exact=True).click()
    expect(bar).to_contain_text("2 exercises ticked")
    page.reload()
    expect(page.get_by_role("button", name="Wall sit in your session")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Wall sit in your session").click()
    page.get_by_role("button", name="Wall sit in your session").click()
    bar.get_by_role("link", name="Make it a session").click()
    assert _list(page) == ["Squat", "Wall sit"]
    assert urlsplit(page.url).path.endswith("/my-session/")


def test_what_the_list_has_stays_ticked_with_its_doses(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/{SHARED}")
    runner.press("Keep it as my list")
    page.get_by_role("link", name="all exercises").filter(visible=True).click()
    page.get_by_role("button", name="Sumo squat in your session").click()
    page.get_by_role("link", name="Make it a session").click()
    assert _list(page) == ["Squat", "Wall sit", "Bulgarian split squat", "Sumo squat"]
    expect(page.get_by_label("Squat: sets", exact=True)).to_have_value("3")
    expect(page.get_by_label("Rest after each set")).to_have_value("45")


def test_ticks_survive_the_menu_a_new_tab_and_a_shared_list(runner: Followed, served: str) -> None:
    page = runner.page
    _tick(runner, served, "Wall sit", "Squat")
    runner.open(f"{served}my-session/{SHARED}")
    expect(page.get_by_text("This list came with the address.")).to_be_visible()
    assert _list(page) == ["Squat", "Wall sit", "Bulgarian split squat"]
    runner.press("Remove Squat")
    page.reload()
    expect(page.get_by_text("This list came with the address.")).to_be_visible()
    page.get_by_role("link", name="Show my own").click()
    expect(page.get_by_text("This list came with the address.")).to_be_hidden()
    assert _list(page) == ["Wall sit", "Squat"]
    runner.open(f"{served}routines/")
    other = page.context.new_page()
    other.goto(f"{served}exercises/")
    expect(other.get_by_role("region", name="Your session")).to_contain_text("2 exercises ticked")
    for name in ("Wall sit", "Squat"):
        ticked = other.get_by_role("button", name=f"{name} in your session", exact=True)
        expect(ticked).to_have_attribute("aria-pressed", "true")
    other.goto(f"{served}my-session/")
    assert _list(other) == ["Wall sit", "Squat"]


def test_two_tabs_agree_on_what_is_ticked(runner: Followed, served: str) -> None:
    page, other = runner.page, runner.page.context.new_page()
    _tick(runner, served, "Wall sit")
    other.goto(f"{served}my-session/")
    assert _list(other) == ["Wall sit"]
    page.get_by_role("button", name="Sumo squat in your session").click()
    expect(other.locator(".own-list > li > a")).to_have_text(["Wall sit", "Sumo squat"])
    assert "sumo-squat" in urlsplit(other.url).query
    other.get_by_role("button", name="Remove Wall sit").click()
    ticked = page.get_by_role("button", name="Wall sit in your session", exact=True)
    expect(ticked).to_have_attribute("aria-pressed", "false")


def test_a_page_gone_back_to_has_what_was_ticked_since(runner: Followed, served: str) -> None:
    """Not as a list of somebody else's, though its address is that of the earlier list."""
    page = runner.page
    _tick(runner, served, "Wall sit")
    page.get_by_role("link", name="Make it a session").click()
    page.locator("#own-session.ready").wait_for()
    page.get_by_role("link", name="all exercises").filter(visible=True).click()
    page.get_by_role("button", name="Sumo squat in your session").click()
    page.go_back()
    expect(page.locator(".own-list > li > a")).to_have_text(["Wall sit", "Sumo squat"])
    expect(page.get_by_text("This list came with the address.")).to_be_hidden()


def test_a_shared_list_is_kept_as_ones_own_only_with_a_yes(runner: Followed, served: str) -> None:
    page = runner.page
    _tick(runner, served, "Sumo squat")
    runner.open(f"{served}my-session/{SHARED}")
    for answer, own in (
        ("Cancel", ["Sumo squat"]),
        ("Replace my list", ["Squat", "Wall sit", "Bulgarian split squat"]),
    ):
        runner.press("Keep it as my list")
        runner.press(answer)
        other = page.context.new_page()
        other.goto(f"{served}my-session/")
        assert _list(other) == own
    expect(page.get_by_text("This is your own list now.")).to_be_focused()
    expect(page.get_by_role("button", name="Keep it as my list")).to_be_hidden()
    runner.press("Remove Squat")
    runner.open(f"{served}my-session/")
    assert _list(page) == ["Wall sit", "Bulgarian split squat"]


def test_ones_own_list_shared_with_oneself_is_ones_own(runner: Followed, served: str) -> None:
    _tick(runner, served, "Squat")
    runner.open(f"{served}my-session/?do=squat")
    assert _list(runner.page) == ["Squat"]
    expect(runner.page.get_by_text("This list came with the address.")).to_be_hidden()


def test_a_list_is_saved_opened_changed_and_saved_again(runner: Followed, served: str) -> None:
    page, lists = runner.page, runner.page.locator(".own-named > li")
    _tick(runner, served, "Sumo squat")
    runner.open(f"{served}my-session/{SHARED}")
    minutes = page.locator("[data-own=minutes]").inner_text()
    runner.press("Keep it under a name")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    _save(runner, "  Monday\t legs ")
    expect(page.get_by_text("Kept as “Monday legs” on this device.")).to_be_visible()
    expect(page.get_by_text("This is “Monday legs”, one of your lists.")).to_be_visible()
    runner.open(f"{served}my-session/")
    assert _list(page) == ["Sumo squat"]
    expect(lists).to_contain_text([f"3 exercises, {minutes}"])
    lists.get_by_role("link", name="Monday legs").click()
    expect(page.get_by_text("This is “Monday legs”, one of your lists.")).to_be_visible()
    assert _list(page) == ["Squat", "Wall sit", "Bulgarian split squat"]
    runner.press("Remove Squat")
    page.reload()
    expect(page.get_by_text("This is “Monday legs” with changes.")).to_be_visible()
    expect(lists).to_contain_text(["3 exercises"])
    for answer, held in (("Cancel", "3 exercises"), ("Replace it", "2 exercises")):
        _save(runner, "MONDAY legs")
        expect(page.get_by_text("You already have a list named “Monday legs”.")).to_be_visible()
        runner.press(answer)
        expect(lists).to_contain_text([held])


def test_a_list_is_renamed(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/{SHARED}")
    for name in ("Monday", "Friday"):
        _save(runner, name)
    for typed, told in (
        ("friday", "You already have a list named “Friday”."),
        (" \u202e ", "Give the list a name."),
        ("Tuesday", "“Monday” is now “Tuesday”."),
    ):
        if typed == "friday":
            runner.press("Rename Monday")
        page.get_by_label("New name of Monday").fill(typed)
        page.keyboard.press("Enter")
        expect(page.get_by_text(told)).to_be_visible()
    expect(page.get_by_role("button", name="Rename Tuesday")).to_be_focused()
    runner.press("Rename Tuesday")
    page.get_by_label("New name of Tuesday").fill("Sunday")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Rename Tuesday")).to_be_focused()
    page.reload()
    expect(page.locator(".own-named > li > a")).to_have_text(["Friday", "Tuesday"])


def test_a_list_is_deleted_only_with_a_yes(runner: Followed, served: str) -> None:
    page, lists = runner.page, runner.page.locator(".own-named > li")
    runner.open(f"{served}my-session/{SHARED}")
    for name in ("Monday", "Friday"):
        _save(runner, name)
    for answer in ("Cancel", "Escape"):
        runner.press("Delete Friday")
        expect(page.get_by_text("Delete the list “Friday”?")).to_be_visible()
        runner.press(answer) if answer == "Cancel" else page.keyboard.press(answer)
        expect(page.get_by_text("Delete the list “Friday”?")).to_be_hidden()
        expect(lists).to_have_count(2)
    runner.press("Delete Friday")
    runner.press("Delete it")
    expect(page.get_by_text("“Friday” was deleted.")).to_be_focused()
    page.reload()
    expect(page.locator(".own-named > li > a")).to_have_text(["Monday"])
    assert _list(page) == ["Squat", "Wall sit", "Bulgarian split squat"]


@pytest.mark.parametrize("name", [
    "<img src=x onerror=alert(1)>", "__proto__", "constructor", "“; ]}\\", "👩‍👩‍👧 🏃🏽‍♀️",
    "ab\u202egnp.exe", "W" * 60, "שלום", "a\u0301 b",
])  # fmt: skip
def test_a_name_is_text(name: str, runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/{SHARED}")
    _save(runner, name)
    shown = name.replace("\u202e", " ").replace("a\u0301", "\u00e1")
    expect(page.locator(".own-named > li > a")).to_have_text([shown])
    page.reload()
    page.locator("#own-session.ready").wait_for()
    expect(page.locator(".own-named > li > a")).to_have_text([shown])
    assert not spilling(page)
    runner.press(f"Delete {shown}")
    runner.press("Delete it")
    expect(page.locator(".own-named > li")).to_have_count(0)


@pytest.mark.parametrize("typed", ["", " \u200e\u202e ", "\u200b\u200d"])
def test_a_name_that_nobody_can_read_is_refused(typed: str, runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/{SHARED}")
    _save(runner, typed)
    expect(runner.page.get_by_text("Give the list a name.")).to_be_visible()
    expect(runner.page.get_by_label("Name", exact=True)).to_be_focused()
    expect(runner.page.locator(".own-named > li")).to_have_count(0)


def test_a_name_ends_after_sixty_letters(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/{SHARED}")
    runner.page.locator("#own-session.ready").wait_for()
    runner.page.get_by_label("Name", exact=True).press_sequentially("x" * 70)
    runner.press("Save this list")
    expect(runner.page.locator(".own-named > li > a")).to_have_text(["x" * 60])


def test_an_empty_list_gets_no_name(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/")
    _save(runner, "Nothing")
    expect(runner.page.get_by_text("There is nothing in this list yet.")).to_be_visible()
    expect(runner.page.locator(".own-named > li")).to_have_count(0)


def test_there_are_fifty_named_lists_at_most(runner: Followed, served: str) -> None:
    page, lists = runner.page, runner.page.locator(".own-named > li")
    runner.open(f"{served}my-session/{SHARED}")
    _save(runner, "List 10")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((each) => each.endsWith("session.lists"));
          const [{address}] = JSON.parse(localStorage.getItem(key));
          const lists = Array.from({length: 50}, (_, i) => ({name: `List ${i + 1}`, address}));
          localStorage.setItem(key, JSON.stringify(lists));
        }"""
    )
    page.reload()
    expect(lists).to_have_count(50)
    _save(runner, "One more")
    expect(page.get_by_text("50 lists are the most.")).to_be_visible()
    expect(lists).to_have_count(50)
    _save(runner, "List 2")
    runner.press("Replace it")
    expect(page.locator(".own-named > li > a").nth(2)).to_have_text("List 3")
    expect(lists).to_have_count(50)


@pytest.mark.parametrize("kept", [
    "null", "7", '"squat"', "{", "[]", '[{"name": "x"}, null, 7, {"name": 5, "address": "?do=squat"}]', '{"length": 9}',
])  # fmt: skip
def test_what_the_device_holds_may_be_anything(kept: str, runner: Followed, served: str) -> None:
    page = runner.page
    _tick(runner, served, "Squat")
    page.evaluate(
        """(kept) => {
          const list = Object.keys(localStorage).find((each) => each.endsWith("session.list"));
          localStorage.setItem(list, kept);
          localStorage.setItem(`${list}s`, kept);
        }""",
        kept,
    )
    runner.open(f"{served}my-session/")
    assert _list(page) == []
    expect(page.locator(".own-named > li")).to_have_count(0)
    _tick(runner, served, "Squat")
    runner.open(f"{served}my-session/")
    assert _list(page) == ["Squat"]
    _save(runner, "Monday")
    expect(page.locator(".own-named > li > a")).to_have_text(["Monday"])


def test_a_kept_list_that_can_no_longer_be_used_is_no_link(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/{SHARED}")
    _save(runner, "Monday")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((each) => each.endsWith("session.lists"));
          localStorage.setItem(key, JSON.stringify([
            {name: "Gone", address: "?do=pistol.2x5"}, {name: "Harm", address: "javascript:alert(1)"},
            {name: "Left", address: "?do=pistol.2x5_squat.900x5"},
          ]));
        }"""
    )
    page.reload()
    rows, gone = page.locator(".own-named > li"), "Nothing in it is in this guide any more."
    expect(rows).to_contain_text([f"Gone{gone}", f"Harm{gone}", "Left1 exercise, "])
    links = [urlsplit(each.evaluate("each => each.href")) for each in page.locator(".own-named > li > a").all()]
    assert [(each.path, each.query) for each in links] == [("/my-session/", "do=squat.10x5&rest=60")]


@pytest.mark.parametrize("broken", ["setItem", "getItem", "localStorage"])
def test_where_nothing_can_be_kept_the_pages_work_and_say_so(broken: str, runner: Followed, served: str) -> None:
    page = runner.page
    page.add_init_script(_BROKEN[broken])
    _tick(runner, served, "Wall sit", "Squat")
    bar = page.get_by_role("region", name="Your session")
    expect(bar).to_contain_text("2 exercises ticked. This browser keeps no ticks")
    bar.get_by_role("link", name="Make it a session").click()
    assert _list(page) == ["Wall sit", "Squat"]
    expect(page.get_by_text("Nothing can be kept here")).to_be_visible()
    _save(runner, "Monday")
    expect(page.get_by_text("It could not be kept")).to_be_visible()
    expect(page.locator(".own-named > li")).to_have_count(0)
    runner.press("Keep it as my list")
    runner.press("Remove Squat")
    page.reload()
    assert _list(page) == ["Wall sit"]
    runner.begin()
    expect(page.locator("dialog.session")).to_be_visible()


def test_a_store_that_is_full_later_loses_nothing_that_is_on_the_page(runner: Followed, served: str) -> None:
    page = runner.page
    _tick(runner, served, "Wall sit", "Squat")
    runner.open(f"{served}my-session/")
    page.locator("#own-session.ready").wait_for()
    page.evaluate(f"() => {{ {_BROKEN['setItem']} }}")
    expect(page.get_by_text("Nothing can be kept here")).to_be_hidden()
    runner.press("Remove Squat")
    expect(page.get_by_text("Nothing can be kept here")).to_be_visible()
    page.reload()
    assert _list(page) == ["Wall sit"]


def test_a_full_list_says_why_nothing_is_added(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/?do={'_'.join(['squat'] * 20)}")
    runner.press("Add")
    expect(runner.page.get_by_text("A list has at most 20 exercises.")).to_be_visible()
    assert len(_list(runner.page)) == 20


def test_moving_a_row_to_an_end_keeps_the_focus_on_it(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/{SHARED}")
    runner.press("Wall sit earlier")
    expect(runner.page.get_by_role("button", name="Wall sit later")).to_be_focused()
    for _ in range(2):
        runner.press("Wall sit later")
    expect(runner.page.get_by_role("button", name="Wall sit earlier")).to_be_focused()


def test_a_shared_address_gives_the_same_session(runner: Followed, served: str, real_guide: Guide) -> None:
    runner.open(f"{served}my-session/{SHARED}")
    page = runner.page
    expect(page.locator("[data-own=problems]")).to_be_hidden()
    assert _list(page) == ["Squat", "Wall sit", "Bulgarian split squat"]
    items = [
        (3, Item(exercise="squat", repetitions=10)),
        (2, Item(exercise="wall-sit", seconds=30)),
        (2, Item(exercise="bulgarian-split-squat", repetitions=8, each_side=True)),
    ]
    work = sum(sets * (real_guide.item_seconds(item) + 45) for sets, item in items) - 45
    before = real_guide.warmups[real_guide.safety.warm_up].seconds + READY_SECONDS
    whole = before + work + FINISH_SECONDS + CHANGE_SECONDS * sum(sets for sets, item in items if item.each_side)
    assert page.locator("[data-own=minutes]").inner_text() == f"{int(whole / 60 + 0.5)} minutes"
    assert page.locator("[data-own=needs]").inner_text() == "Wall and bench"
    assert page.locator("[data-own=muscles]").inner_text().startswith("front of the thigh")


def test_every_change_is_in_the_address(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/?do=squat.3x10&rest=60")
    page.get_by_label("Exercise", exact=True).select_option("Reverse lunge")
    runner.press("Add")
    page.get_by_label("Reverse lunge: sets").fill("3")
    page.get_by_label("Reverse lunge: repetitions", exact=True).fill("7")
    page.get_by_label("each side").uncheck()
    page.get_by_label("Squat: repetitions or seconds", exact=True).select_option("seconds")
    page.get_by_label("Squat: seconds", exact=True).fill("40")
    page.get_by_label("Rest after each set").fill("30")
    page.get_by_label("Rest after each set").blur()
    runner.press("Reverse lunge earlier")
    assert urlsplit(page.url).query == "do=reverse-lunge.3x7_squat.3x40s&rest=30"
    shown = page.locator("[data-own=whole]").inner_text()
    page.reload()
    page.locator("#own-session.ready").wait_for()
    assert page.locator("[data-own=whole]").inner_text() == shown
    runner.press("Remove Squat")
    runner.press("Remove Reverse lunge")
    assert urlsplit(page.url).query == ""
    expect(page.get_by_text("Nothing is chosen yet")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_hidden()


def test_a_number_out_of_bounds_is_brought_within_them(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/?do=squat.3x10")
    for typed, kept in (("0", "1"), ("999", "10"), ("", "1")):
        runner.page.get_by_label("Squat: sets").fill(typed)
        runner.page.get_by_label("Squat: sets").blur()
        expect(runner.page.get_by_label("Squat: sets")).to_have_value(kept)


@pytest.mark.parametrize(("query", "names", "told"), [
    ("?do=squat.3x10_pistol.2x5", ["Squat"], "“pistol.2x5” is no exercise here; it may have been renamed."),
    ("?do=squat.3x10_!!", ["Squat"], "“!!” could not be understood."),
    ("?do=squat.99x10", ["Squat"], "Squat: 99 sets became 10."),
    ("?do=squat.0x10", ["Squat"], "Squat: 0 sets became 1."),
    ("?do=squat.1x900000", ["Squat"], "Squat: 900000 repetitions became 100."),
    ("?do=wall-sit.2x30", ["Wall sit"], "Wall sit: it is held, so the number was taken as seconds."),
    ("?do=squat.2x10e", ["Squat"], "Squat: it works both sides at once, so “each side” was left out."),
    ("?do=single-leg-squat.2x4", ["Single-leg squat"], "Single-leg squat: it is done on each side"),
    ("?do=squat&rest=soon", ["Squat"], "The rest “soon” could not be understood; it is 60 seconds."),
    ("?do=squat&rest=9000", ["Squat"], "Rest: 9000 seconds of rest became 300."),
    ("?do=%3Cimg%20src%3Dx%3E", [], "“<img src=x>” could not be understood."),
    ("?do=" + "_".join(["squat"] * 21), ["Squat"] * 20, "Only the first 20 exercises were taken."),
])  # fmt: skip
def test_a_bad_address_gives_what_can_be_understood(
    query: str, names: list[str], told: str, runner: Followed, served: str
) -> None:
    runner.open(f"{served}my-session/{query}")
    expect(runner.page.locator("[data-own=problems]")).to_contain_text(told)
    assert _list(runner.page) == names
    assert runner.page.locator("[data-own=problems] li").count() == 1


@pytest.mark.parametrize("query", ["", "?do=", "?do=%FF%FE", "?utm=1&do=squat", "?rest=60"])
def test_an_odd_address_breaks_nothing(query: str, runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/{query}")
    expect(runner.page.get_by_label("Exercise", exact=True)).to_be_visible()


def test_the_address_can_be_copied(runner: Followed, served: str) -> None:
    runner.open(f"{served}my-session/{SHARED}")
    runner.press("Copy the address")
    expect(runner.page.get_by_text("Copied.")).to_be_visible()
    assert runner.page.evaluate("navigator.clipboard.readText()") == f"{served}my-session/{SHARED}"


def test_jumps_are_counted_and_meet_their_gate(runner: Followed, served: str, real_guide: Guide) -> None:
    note, safety = runner.page.locator("[data-own=landings]"), real_guide.safety
    asked = [*gate_points(real_guide, safety.jump_gate), *no_jumps(real_guide)]
    runner.open(f"{served}my-session/?do=skater-jump.3x4e")
    rest = f"After each set of jumps the timer rests for at least {safety.limits.rest_seconds} seconds."
    expect(note).to_have_text(f"24 landings. {rest}")
    assert runner.page.locator("[data-own=gate] li").all_inner_texts() == asked
    runner.press("Start")
    runner.part("gate").first.wait_for()
    assert runner.part("gate").locator("li").all_inner_texts() == asked
    runner.open(f"{served}my-session/?do=squat")
    expect(note).to_be_hidden()
    runner.press("Start")
    expect(runner.page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    expect(runner.part("gate")).to_have_count(0)


def test_low_hops_are_counted_apart_and_meet_a_gate_of_their_own(
    runner: Followed, served: str, real_guide: Guide
) -> None:
    limits, hops = real_guide.safety.limits, real_guide.exercises["pogo-hop"]
    runner.open(f"{served}my-session/?do=pogo-hop.2x10")
    limit = f"While you are new to jumps, do at most {limits.hops_a_week} a week, those of the warm-up included."
    expect(runner.page.locator("[data-own=landings]")).to_have_text(f"20 low hops. {limit}")
    asked = [*gate_points(real_guide, real_guide.jump_gate(hops)), *no_jumps(real_guide)]
    assert runner.page.locator("[data-own=gate] li").all_inner_texts() == asked


def test_the_gate_of_a_shared_list_of_jumps_is_read_before_it_begins(
    runner: Followed, served: str, real_guide: Guide
) -> None:
    safety, page = real_guide.safety, runner.page
    runner.open(f"{served}my-session/{JUMPS}")
    for line in (*gate_points(real_guide, safety.jump_gate), *no_jumps(real_guide)):
        expect(page.locator("[data-own=gate]").get_by_text(line, exact=True)).to_be_visible()
    runner.press("Start")
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    for line in (*gate_points(real_guide, safety.jump_gate), *no_jumps(real_guide)):
        expect(runner.part("gate").get_by_text(line, exact=True)).to_have_count(1)
    expect(page.get_by_role("button", name="Begin without the warm-up")).to_have_count(0)


def test_a_link_with_too_many_landings_runs_as_many_as_the_reader_is_used_to(
    runner: Followed, served: str, real_guide: Guide
) -> None:
    limits, page = real_guide.safety.limits, runner.page
    told = page.locator("[data-own=landings]")
    runner.open(f"{served}my-session/{JUMPS}")
    for choice, most in (
        (f"Less than {limits.weeks_new_to_jumps} weeks", limits.landings_while_new),
        ("Longer", limits.landings),
    ):
        page.get_by_role("radio", name=choice).check()
        expect(told).to_contain_text(f"200 landings. At most {most} are for you now, so the timer runs {most}")
        assert _landings(_run(runner), real_guide) == most
    page.get_by_role("radio", name="Do all of them all the same").check()
    expect(told).to_contain_text(f"{limits.landings} are the most for one session. You chose to do all of them.")
    assert _landings(_run(runner), real_guide) == 200


def test_a_newcomer_is_what_everybody_is_at_first(runner: Followed, served: str, real_guide: Guide) -> None:
    limits, page = real_guide.safety.limits, runner.page
    runner.open(f"{served}my-session/{JUMPS}")
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)
    expect(page.get_by_role("radio", name=f"at most {limits.landings_while_new} landings")).to_be_checked()
    assert _landings(_run(runner), real_guide) <= limits.landings_while_new
    page.get_by_role("radio", name="Do all of them all the same").check()
    runner.open(f"{served}my-session/{JUMPS}&again")
    expect(page.get_by_role("radio", name=f"at most {limits.landings_while_new} landings")).to_be_checked()


def test_all_landings_are_offered_only_where_there_are_too_many(
    runner: Followed, served: str, real_guide: Guide
) -> None:
    all_the_same = runner.page.get_by_role("radio", name="Do all of them all the same")
    most = real_guide.safety.limits.landings // 5
    for amount, offered in ((most, 0), (most + 1, 1)):
        runner.open(f"{served}my-session/?do=box-jump.5x{amount}")
        expect(runner.page.locator("[data-own=landings]")).to_contain_text(f"{5 * amount} landings.")
        expect(all_the_same).to_have_count(offered)


@pytest.mark.parametrize("rest", [0, 30, 300])
def test_the_rest_after_jumps_is_never_shorter_than_the_limit(
    rest: int, runner: Followed, served: str, real_guide: Guide
) -> None:
    least = real_guide.safety.limits.rest_seconds
    runner.open(f"{served}my-session/?do=squat.2x5_box-jump.2x3_skater-jump.2x3e_squat.2x5&rest={rest}")
    shown, seen = _run(runner), []
    for step, after in pairwise(shown):
        if step.kind == "work" and after.kind != "finish":
            jumped = step.landings(real_guide) > 0
            wanted = max(rest, least) if jumped else rest
            assert (after.kind, after.seconds) == (("rest", wanted) if wanted else ("ready", CHANGE_SECONDS)), step
            seen.append(jumped)
    assert {*seen} == {True, False}


def test_the_warm_up_before_jumps_is_the_longer_one(runner: Followed, served: str, real_guide: Guide) -> None:
    safety = real_guide.safety
    for query, name in (("?do=squat.1x5_box-jump.1x3", safety.warm_up_before_jumps), ("?do=squat.1x5", safety.warm_up)):
        runner.open(f"{served}my-session/{query}")
        seconds = sum(step.seconds for step in _run(runner) if step.kind == "warm-up")
        assert seconds == real_guide.warmups[name].seconds


def test_paper_has_what_the_timer_runs(runner: Followed, served: str, real_guide: Guide) -> None:
    rows, most = runner.page.locator(".own-sheet tbody tr"), real_guide.safety.limits.landings_while_new
    runner.open(f"{served}my-session/?do=box-jump.5x{most // 2}_skater-jump.5x20_squat.2x8")
    expect(rows).to_have_text([f"Box jump2 × {most // 2} repetitions", "Squat2 × 8 repetitions"])
    runner.page.get_by_role("radio", name="Do all of them all the same").check()
    expect(rows).to_have_count(3)


@pytest.mark.parametrize("way", ["reload", "another page"])
def test_a_session_of_jumps_is_resumed_as_it_was_begun(
    way: str, runner: Followed, served: str, real_guide: Guide
) -> None:
    """Also where the page has forgotten meanwhile what the reader said."""
    page, address = runner.page, f"{served}my-session/{JUMPS}"
    runner.open(address)
    page.get_by_role("radio", name="Longer").check()
    whole = _run(runner)
    runner.begin()
    at = next(i for i, step in enumerate(whole) if step.kind == "rest")
    for _ in range(at):
        runner.press("Skip")
    if way == "reload":
        page.reload()
    else:
        runner.open(f"{served}exercises/")
        runner.open(address)
    runner.resume()
    assert runner.to_the_end() == whole[at:]
    runner.close("Close")
    assert _landings(whole, real_guide) == real_guide.safety.limits.landings


def test_what_was_said_meanwhile_changes_no_session_that_is_under_way(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/{JUMPS}")
    whole = _run(runner)
    runner.begin()
    runner.press("Skip")
    runner.press("Stop")
    runner.close("Leave, and resume later")
    page.get_by_role("radio", name="Longer").check()
    runner.resume()
    runner.pass_by(5)
    assert runner.to_the_end() == whole[1:]
    runner.close("Close")
    runner.begin()
    runner.press("Stop")
    runner.close("Leave, and resume later")
    page.get_by_label("Box jump: sets").fill("1")
    page.get_by_label("Box jump: sets").blur()
    expect(page.get_by_role("button", name="Resume")).to_be_hidden()


def test_without_the_warm_up_only_where_nothing_jumps(runner: Followed, served: str, real_guide: Guide) -> None:
    runner.open(f"{served}my-session/?do=squat.2x5")
    whole = _run(runner)
    without = [step for step in whole if step.kind != "warm-up"]
    assert 0 < len(without) < len(whole)
    runner.begin(warm=True)
    runner.press("Skip")
    runner.page.reload()
    runner.resume()
    runner.pass_by(5)
    assert runner.to_the_end() == without[1:]


def _run(runner: Followed) -> list[Shown]:
    """Every step of the session that the page now has."""
    runner.begin()
    shown = runner.to_the_end()
    runner.close("Close")
    return shown


def _landings(shown: list[Shown], guide: Guide) -> int:
    return sum(step.landings(guide) for step in shown)


def test_paper_has_boxes_and_no_buttons(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/{SHARED}")
    page.emulate_media(media="print")
    rows = page.locator(".own-sheet tbody tr")
    expect(rows).to_have_count(3)
    assert [shown_page.locator(".own-boxes i").count() for shown_page in rows.all()] == [3, 2, 2]
    expect(rows.nth(2)).to_contain_text("2 × 8 each side")
    assert not page.locator(".md-content button, .md-content select, .md-content input").filter(visible=True).count()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_fits(width: int, browser: Browser, served: str) -> None:
    with followed(browser, width=width) as runner:
        runner.open(f"{served}my-session/{SHARED}")
        _save(runner, "W" * 60)
        runner.page.get_by_role("link", name="W" * 60).wait_for()
        assert not spilling(runner.page)
        runner.open(f"{served}exercises/")
        runner.page.get_by_role("button", name="Sumo squat in your session").click()
        assert not spilling(runner.page)


def test_by_keyboard_alone(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}exercises/")
    page.get_by_role("button", name="Wall sit in your session").focus()
    page.keyboard.press("Space")
    page.get_by_role("link", name="Make it a session").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-session/?do=wall-sit")
    page.get_by_label("Wall sit: sets").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    assert "wall-sit.3x" in page.url


def test_without_scripts_the_page_says_so(served: str, visit: Visit) -> None:
    page = visit(f"{served}my-session/{SHARED}", scripts=False)
    expect(page.get_by_text("This page needs a script")).to_be_visible()
    cards = visit(f"{served}exercises/", scripts=False)
    expect(cards.get_by_role("button", name="in your session")).to_have_count(0)


def _tick(runner: Followed, served: str, *names: str) -> None:
    """On the page of all exercises."""
    runner.open(f"{served}exercises/")
    for name in names:
        runner.page.get_by_role("button", name=f"{name} in your session", exact=True).click()


def _save(runner: Followed, name: str) -> None:
    """The list on the page, under a name."""
    runner.page.get_by_label("Name", exact=True).fill(name)
    runner.press("Save this list")


def _list(page: Page) -> list[str]:
    """The exercises in the rows, in order, once the page is filled in."""
    page.locator("#own-session.ready").wait_for()
    rows: Locator = page.locator(".own-list > li > a")
    expect(page.locator("#own-session")).to_be_visible()
    return rows.all_inner_texts()

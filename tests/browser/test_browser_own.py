"""One's own session in a real browser: ticked, changed, shared by its address, printed; and what bad addresses give."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from followed import Followed, followed
from guide.model import Guide, Item
from guide.wording.conditions import no_jumps
from guide.wording.gates import gate_points
from page_looks import spilling
from site_fixtures import Visit

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
    page.get_by_role("link", name="all exercises").filter(visible=True).click()
    page.get_by_role("button", name="Sumo squat in your session").click()
    page.get_by_role("link", name="Make it a session").click()
    assert _list(page) == ["Squat", "Wall sit", "Bulgarian split squat", "Sumo squat"]
    expect(page.get_by_label("Squat: sets", exact=True)).to_have_value("3")
    expect(page.get_by_label("Rest after each set")).to_have_value("45")


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
    assert page.locator("[data-own=minutes]").inner_text() == f"{int((work + 300) / 60 + 0.5)} minutes"
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
    expect(note).to_have_text("24 landings.")
    assert runner.page.locator("[data-own=gate] li").all_inner_texts() == asked
    runner.press("Start")
    runner.part("gate").first.wait_for()
    assert runner.part("gate").locator("li").all_inner_texts() == asked
    runner.open(f"{served}my-session/?do=squat")
    expect(note).to_be_hidden()
    runner.press("Start")
    expect(runner.part("gate")).to_have_count(0)


def test_a_link_with_too_many_landings_runs_as_many_as_are_allowed(
    runner: Followed, served: str, real_guide: Guide
) -> None:
    most, rows = real_guide.safety.most_landings, runner.page.locator(".own-sheet tbody tr")
    runner.open(f"{served}my-session/?do=box-jump.5x20_skater-jump.5x20_squat&rest=30")
    told = f"200 landings, and {most} are the most for one session. So the timer runs {most} and leaves out the rest."
    expect(runner.page.locator("[data-own=landings]")).to_have_text(told)
    runner.begin()
    assert runner.part("place").inner_text() == "My session"
    runner.press("Stop")
    runner.press("Leave, and resume later")
    assert [row.text_content() for row in rows.all()] == ["Box jump3 × 20 repetitions", "Squat2 × 8 repetitions"]
    runner.page.get_by_label("Do all of them all the same").check()
    expect(runner.page.locator("[data-own=landings]")).to_contain_text("You chose to do all of them.")
    expect(rows).to_have_count(3)


def test_paper_has_boxes_and_no_buttons(runner: Followed, served: str) -> None:
    page = runner.page
    runner.open(f"{served}my-session/{SHARED}")
    page.emulate_media(media="print")
    rows = page.locator(".own-sheet tbody tr")
    expect(rows).to_have_count(3)
    assert [shown_page.locator(".own-boxes i").count() for shown_page in rows.all()] == [3, 2, 2]
    expect(rows.nth(2)).to_contain_text("2 × 8 each side")
    assert not page.locator(".md-content button, .md-content select, .md-content input").filter(visible=True).count()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits(width: int, browser: Browser, served: str) -> None:
    with followed(browser, width=width) as runner:
        runner.open(f"{served}my-session/{SHARED}")
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


def _list(page: Page) -> list[str]:
    rows: Locator = page.locator(".own-list > li > a")
    expect(page.locator("#own-session")).to_be_visible()
    return rows.all_inner_texts()

"""Finding in a real browser: filters, shared addresses, back, the count, near misses, the body map, no scripts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from guide.model import Exercise, Guide, Routine
from guide.pages.finder import TOUCH_MAP
from page_looks import spilling
from site_fixtures import Visit

PHONE = 360
THUMB = 44
"""Pixels that a thumb needs."""
WALL_SIT = {
    "muscle": ["quads"], "along": ["glute-max"], "level": 1, "sides": "both", "pattern": "squat", "floor": "grass",
    "jumps": False,
}  # fmt: skip
BOX_JUMP = {"muscle": ["quads"], "along": [], "level": 3, "sides": "both", "pattern": "jump", "jumps": True}
ENTRIES: dict[str, dict[str, Any]] = {
    "wall-sit": {**WALL_SIT, "needs": ["wall"], "helped": [], "easier": [], "harder": []},
    "box-jump": {
        **BOX_JUMP,
        "needs": ["box"],
        "helped": [],
        "easier": [
            {"name": "Step-up", "needs": ["step"], "jumps": False},
            {"name": "Stick", "needs": [], "jumps": True},
        ],
        "harder": [{"name": "Loaded", "needs": ["box", "weight"], "jumps": True}],
    },
}


@pytest.fixture
def logic(served: str, visit: Visit) -> Page:
    """A page that holds find-logic.js as `logic`, and nothing else of the site."""
    page = visit(f"{served}javascripts/find-logic.js")
    page.evaluate("async () => { window.logic = await import(location.href) }")
    return page


def _judge(page: Page, entry: str, **choices: list[str]) -> dict[str, Any]:
    servers = {"box": ["crate"]}
    arguments = [ENTRIES[entry], choices, servers]
    judged: dict[str, Any] = page.evaluate("given => logic.judge(...given)", arguments)
    return judged


# The logic by itself


@pytest.mark.parametrize(("entry", "choices", "reasons"), [
    ("wall-sit", {}, []), ("wall-sit", {"kit": ["wall"]}, []),
    ("wall-sit", {"kit": ["none"]}, [{"key": "kit", "lacking": ["wall"]}]),
    ("wall-sit", {"level": ["2", "3"]}, [{"key": "level", "value": 1}]),
    ("wall-sit", {"floor": ["carpet"], "sides": []}, [{"key": "floor", "value": "grass"}]),
    ("wall-sit", {"muscle": ["glute-max"]}, [{"key": "muscle", "along": ["glute-max"]}]),
    ("wall-sit", {"muscle": ["calves", "quads"]}, []), ("box-jump", {"jumps": ["no"]}, []),
    ("box-jump", {"jumps": ["no"], "kit": ["step"]}, []),
    ("box-jump", {"jumps": ["no"], "kit": ["box"]}, [{"key": "jumps"}]),
    ("box-jump", {"sides": ["each"], "pattern": ["squat"]}, ["sides", "pattern"]),
])  # fmt: skip
def test_what_speaks_against_an_entry(
    entry: str, choices: dict[str, list[str]], reasons: list[Any], logic: Page
) -> None:
    found = _judge(logic, entry, **choices)["reasons"]
    assert [each["key"] if isinstance(wanted, str) else each for each, wanted in zip(found, reasons, strict=True)] == (
        reasons
    )


def test_versions_and_equipment_that_serves_instead_are_named(logic: Page) -> None:
    assert _judge(logic, "box-jump", kit=["none"])["version"] == "Stick"
    assert _judge(logic, "box-jump", jumps=["no"])["version"] == "Step-up"
    judged = _judge(logic, "box-jump", kit=["crate"])
    assert (judged["version"], judged["instead"]) == ("", [{"need": "box", "by": "crate"}])


def test_harder_versions_that_the_equipment_opens_up_are_named(logic: Page) -> None:
    extras = "([entry, kit]) => logic.extras(entry, {kit})"
    assert logic.evaluate(extras, [ENTRIES["box-jump"], ["box", "weight"]]) == ["Loaded"]
    assert logic.evaluate(extras, [ENTRIES["box-jump"], ["weight"]]) == []


def test_choices_survive_the_way_through_an_address(logic: Page) -> None:
    known = {
        "muscle": {"quads": ["front of the thigh"], "soleus": []},
        "kit": {"none": [], "wall": []},
        "level": {"1": []},
    }
    there = logic.evaluate("given => logic.write(given)", {"kit": ["wall"], "muscle": ["soleus", "quads"], "level": []})
    assert there == "?muscle=quads&muscle=soleus&kit=wall"
    back = logic.evaluate("([query, known]) => logic.read(query, known)", [there, known])
    assert back == {"choices": {"muscle": ["quads", "soleus"], "kit": ["wall"]}, "unknown": []}


@pytest.mark.parametrize(("query", "choices", "unknown"), [
    ("?muscle=Front+of+the+Thigh&muscle=quads", {"muscle": ["quads"]}, []),
    ("?muscle=wing&kit=none&kit=wall&other=1", {"kit": ["wall"]}, ["wing"]), ("?muscle=%3Cb%3E", {}, ["<b>"]),
    ("", {}, []),
])  # fmt: skip
def test_an_address_is_understood_as_far_as_it_can_be(
    query: str, choices: dict[str, list[str]], unknown: list[str], logic: Page
) -> None:
    known = {"muscle": {"quads": ["front of the thigh"]}, "kit": {"none": [], "wall": []}}
    found = logic.evaluate("([query, known]) => logic.read(query, known)", [query, known])
    assert found == {"choices": choices, "unknown": unknown}


def test_what_to_relax_is_what_lets_most_through(logic: Page) -> None:
    choices = {"kit": ["none"], "level": ["1"]}
    found = logic.evaluate(
        "([entries, choices]) => logic.relaxations(logic.judgeAll(entries, choices), choices, {}, ['wall', 'weight'])",
        [list(ENTRIES.values()), choices],
    )
    assert [(each["key"], each.get("value"), each["more"]) for each in found] == [
        ("kit", "wall", 1),
        ("level", None, 1),
    ]


# The exercise index


def _names(page: Page) -> list[str]:
    """What the list shows, also of rows that are not painted yet because they are out of sight."""
    names: list[str] = page.locator(".guide-found .guide-card").evaluate_all(
        """cards => cards.filter(each => each.checkVisibility())
            .map(each => each.querySelector(".guide-card__title").textContent.trim())"""
    )
    return names


def _count(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text=re.compile("exercise|routine"))


@pytest.fixture
def all_of_them(real_guide: Guide) -> str:
    """The count of a list that leaves nothing out."""
    return f"{len(real_guide.exercises)} exercises"


def _choose(page: Page, panel: str, *choices: str) -> None:
    page.get_by_role("button", name=panel).click()
    for choice in choices:
        page.get_by_role("checkbox", name=choice).check()


def test_the_whole_list_is_there_at_first(served: str, visit: Visit, real_guide: Guide, all_of_them: str) -> None:
    page = visit(f"{served}exercises/")
    assert sorted(_names(page)) == sorted(exercise.name for exercise in real_guide.exercises.values())
    expect(_count(page)).to_have_text(all_of_them)
    expect(page.locator(".guide-left-out")).to_be_hidden()


def test_choosing_changes_list_count_and_address(
    served: str, visit: Visit, real_guide: Guide, all_of_them: str
) -> None:
    page = visit(f"{served}exercises/")
    _choose(page, "Level", "Level 2")
    wanted = [exercise.name for exercise in real_guide.exercises.values() if exercise.level == 2]
    assert sorted(_names(page)) == sorted(wanted)
    expect(_count(page)).to_have_text(f"{len(wanted)} of {all_of_them}")
    assert page.url == f"{served}exercises/?level=2"


def test_back_and_forward_walk_through_the_choices(served: str, visit: Visit, all_of_them: str) -> None:
    page = visit(f"{served}exercises/")
    page.get_by_role("checkbox", name="No jumping").check()
    _choose(page, "Level", "Level 1 Start")
    page.go_back()
    expect(page.get_by_role("checkbox", name="Level 1 Start")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="No jumping")).to_be_checked()
    page.go_back()
    expect(_count(page)).to_have_text(all_of_them)
    page.go_forward()
    expect(page.get_by_role("checkbox", name="No jumping")).to_be_checked()


def test_a_shared_address_shows_the_same_list_also_after_a_visit_to_an_exercise(
    served: str, visit: Visit, real_guide: Guide
) -> None:
    page = visit(f"{served}exercises/?kit=none&jumps=no&muscle=bum")
    expect(page.get_by_role("checkbox", name="Nothing needed")).to_be_checked()
    before = _names(page)
    assert 0 < len(before) < len(real_guide.exercises)
    page.locator(".guide-card__title a").filter(visible=True).first.click()
    page.go_back()
    assert _names(page) == before
    assert _names(visit(page.url)) == before


def test_what_an_address_asks_for_in_vain_is_said(served: str, visit: Visit, all_of_them: str) -> None:
    page = visit(f"{served}exercises/?muscle=<b>wing</b>&level=1")
    expect(page.get_by_text("The address also asks for “<b>wing</b>”")).to_be_visible()
    expect(_count(page)).to_contain_text(f"of {all_of_them}")


def _possible_with_nothing(exercise: Exercise) -> bool:
    return not exercise.equipment.required or any(version.equipment == () for version in exercise.easier)


def test_nothing_needed_counts_versions_and_names_them(served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(f"{served}exercises/?kit=none")
    wanted = [exercise.name for exercise in real_guide.exercises.values() if _possible_with_nothing(exercise)]
    assert sorted(_names(page)) == sorted(wanted)
    card = page.locator(".guide-card", has_text="As its version “Calf raise on the floor”").first
    expect(card).to_contain_text("Calf raise with eccentric drop")
    expect(page.locator(".guide-left-out")).to_contain_text("Wall sit needs a wall (or latched door")


def test_equipment_that_serves_instead_is_named(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/")
    _choose(page, "Equipment I have", "Chair or")
    expect(page.locator(".guide-card", has_text="Bulgarian")).to_contain_text("Your chair serves for the bench")
    page.get_by_role("checkbox", name="Nothing needed").check()
    expect(page.get_by_role("checkbox", name="Chair or")).not_to_be_checked()
    assert page.url.endswith("?kit=none")


def _asked_in_vain(guide: Guide) -> tuple[Exercise, list[str]]:
    """An exercise that needs a thing as all of its pattern and level do, and names of other levels that need none."""
    for exercise in guide.exercises.values():
        possible = [each for each in guide.exercises_of_pattern(exercise.pattern) if _possible_with_nothing(each)]
        if possible and exercise.level not in {each.level for each in possible}:
            return exercise, [each.name for each in possible]
    pytest.fail("every level of every pattern has an exercise that needs nothing: test this with made-up ones")


def test_an_empty_result_says_what_to_relax_and_why_each_is_left_out(
    served: str, visit: Visit, real_guide: Guide, all_of_them: str
) -> None:
    wanted, others = _asked_in_vain(real_guide)
    page = visit(f"{served}exercises/?pattern={wanted.pattern}&kit=none&level={wanted.level}")
    assert _names(page) == []
    expect(_count(page)).to_have_text(f"None of the {all_of_them} fits all of this")
    left_out = page.locator(".guide-left-out")
    expect(left_out).to_contain_text(f"{wanted.name} needs ")
    page.get_by_role("button", name=f"any level: {len(others)} more").click()
    assert sorted(_names(page)) == sorted(others)


def test_everything_can_be_cleared(served: str, visit: Visit, all_of_them: str) -> None:
    page = visit(f"{served}exercises/?level=2&jumps=no")
    page.get_by_role("button", name="Clear choices").click()
    expect(_count(page)).to_have_text(all_of_them)
    assert page.url == f"{served}exercises/"


# The body map


def test_a_muscle_can_be_chosen_on_the_body_by_touch(served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(f"{served}exercises/", width=PHONE)
    page.get_by_role("button", name="Muscle").click()
    muscle = page.locator("[data-muscle=hamstrings]")
    muscle.locator("path").last.click()
    expect(muscle).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("checkbox", name="Back of the thigh")).to_be_checked()
    trained = real_guide.exercises_training("hamstrings", primarily=True)
    assert sorted(_names(page)) == sorted(each.name for each in trained)


def test_a_touch_beside_a_muscle_counts_for_it_and_one_far_off_for_none(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/", width=PHONE)
    page.get_by_role("button", name="Muscle").click()
    box = page.locator("[data-muscle=tibialis-anterior], [data-muscle=fibulares]").first.bounding_box()
    whole = page.locator(".guide-touch").bounding_box()
    assert box
    assert whole
    page.mouse.click(whole["x"] + 3, whole["y"] + 3)
    assert "muscle" not in page.url
    page.locator(".guide-touch").click(position={"x": box["x"] - whole["x"] - 6, "y": box["y"] - whole["y"] + 20})
    assert "muscle=" in page.url


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_muscle_can_be_chosen_on_the_body_by_keyboard(key: str, served: str, visit: Visit, all_of_them: str) -> None:
    page = visit(f"{served}exercises/")
    page.get_by_role("button", name="Muscle").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-touch")).to_be_visible()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.muscle") == "quads":
            break
    page.keyboard.press(key)
    expect(page.get_by_role("button", name="front of the thigh (quadriceps)")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press(key)
    expect(_count(page)).to_have_text(all_of_them)


def test_which_exercise_for_the_side_of_my_hip_at_level_1_with_nothing(
    served: str, visit: Visit, real_guide: Guide
) -> None:
    page = visit(f"{served}exercises/", width=PHONE)
    page.get_by_role("checkbox", name="Nothing needed").check()
    page.get_by_role("button", name="Muscle").click()
    page.get_by_role("checkbox", name="Side of the hip").check()
    page.get_by_role("button", name="Level").click()
    page.get_by_role("group", name="Level").get_by_role("checkbox").first.check()
    trained = real_guide.exercises_training("glute-med", primarily=True)
    fitting = [each.name for each in trained if each.level == 1 and _possible_with_nothing(each)]
    assert fitting
    assert sorted(_names(page)) == sorted(fitting)


def test_without_its_map_the_muscles_can_be_ticked(served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(served)
    page.route(f"**/{TOUCH_MAP}", lambda route: route.abort())
    page.goto(f"{served}exercises/")
    page.get_by_role("button", name="Muscle").click()
    page.get_by_role("checkbox", name="Back of the thigh").check()
    assert sorted(_names(page)) == sorted(
        each.name for each in real_guide.exercises_training("hamstrings", primarily=True)
    )


# The routine index


def test_routines_are_found_by_minutes_equipment_and_jumps(served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(f"{served}routines/", width=PHONE)
    page.get_by_role("checkbox", name="Nothing needed").check()
    page.get_by_role("checkbox", name="No jumping").check()
    page.get_by_role("button", name="Time").click()
    page.get_by_role("radio", name="Up to 10 minutes").check()
    free = (routine for routine in real_guide.routines.values() if not real_guide.routine_equipment(routine))
    calm = (each for each in free if not real_guide.routine_landings(each))
    short = [each.name for each in calm if _shortest(real_guide, each) <= 10]
    assert short
    assert sorted(_names(page)) == sorted(short)
    assert page.url == f"{served}routines/?kit=none&minutes=10&jumps=no"
    page.get_by_role("radio", name="Any time").check()
    assert page.url == f"{served}routines/?kit=none&jumps=no"


def _shortest(guide: Guide, routine: Routine) -> int:
    """Minutes of its shortest stage, which is what the finder compares."""
    return min(work.minutes for work in guide.workloads(routine))


def test_a_routine_that_takes_too_long_says_so(served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(f"{served}routines/?minutes=20")
    times = {routine.name: _shortest(real_guide, routine) for routine in real_guide.routines.values()}
    name, minutes = max(times.items(), key=lambda item: item[1])
    expect(page.locator(".guide-left-out")).to_contain_text(f"{name} takes {minutes} minutes")
    expect(page.locator(".guide-left-out")).to_contain_text("any time")


# Everywhere


@pytest.mark.parametrize("address", ["exercises/", "routines/"])
def test_without_scripts_the_list_is_there_and_the_finder_is_not(address: str, served: str, visit: Visit) -> None:
    page = visit(f"{served}{address}?level=2", scripts=False)
    expect(page.locator(".guide-find")).to_be_hidden()
    expect(page.locator(".guide-left-out")).to_be_hidden()
    assert all(card.is_visible() for card in page.locator(".guide-found .guide-card").all())


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("address", ["exercises/?kit=none&level=2", "routines/?minutes=10&level=3"])
def test_the_finder_fits_a_phone_and_a_thumb(address: str, dark: bool, served: str, visit: Visit) -> None:
    page = visit(served + address, width=PHONE, dark=dark)
    for pill in page.locator(".guide-find__pill").all():
        pill.click()
        assert not spilling(page)
        targets = page.locator(".guide-find :is(.guide-choice, button), .guide-find__relax").filter(visible=True)
        heights = [box["height"] for shown_page in targets.all() if (box := shown_page.bounding_box())]
        assert len(heights) > 5
        assert min(heights) >= THUMB

"""Lists of exercises as rows, and what lies in files of its own: pictures, one's session. As values, in a browser."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import fromstring

import pytest
from playwright.sync_api import Browser, Page, expect

from followed import followed
from guide.model import Guide
from guide.pages import finder
from guide.pages.card_pictures import FIGURES
from guide.pages.drawings import Drawings
from guide.session.exercise_catalogue import CATALOGUE
from guide.settings import Settings
from guide.site import figure_files
from guide.site.other_files import FIGURE_SHEET
from guide.stage import stage_files
from page_looks import darkens
from site_build import PROJECT
from site_fixtures import Visit, opened

SHEET = (PROJECT / "docs/stylesheets/figure.css").read_text("utf-8")
JUDGED = """([entries, choices, servers]) => entries.map((entry) => {
  const said = logic.judge(entry, choices, servers);
  return [said.fits, said.reasons, said.fits && said.version, said.instead, logic.extras(entry, choices)];
})"""
PICTURE = re.compile(r'<img class="fig" src="([^"]+)" alt="" loading="lazy"[^>]* width="\d+" height="\d+">')


@pytest.fixture
def logic(visit: Visit, served: str) -> Page:
    page = visit(f"{served}javascripts/find-logic.js")
    page.evaluate("async () => { window.logic = await import(location.href); }")
    return page


@pytest.fixture(scope="module")
def files(real_drawings: Drawings) -> Mapping[str, str]:
    return dict(figure_files.files_apart(real_drawings, SHEET))


def _target(address: str, picture: str) -> str:
    return urljoin(f"/{address}", picture).removeprefix("/")


# What is kept apart


def test_lists_hold_pictures_that_load_in_sight(
    real_guide: Guide, real_bodies: Mapping[str, str], files: Mapping[str, str]
) -> None:
    for address in ("exercises/", "ladders/", "muscles/quads/", "equipment/wall/"):
        pictures = PICTURE.findall(real_bodies[address])
        assert pictures
        assert len(pictures) == real_bodies[address].count("<img")
        assert {_target(address, picture) for picture in pictures} <= files.keys()
    assert real_bodies["exercises/"].count("<img") == len(real_guide.exercises)
    groups = [each for each in real_guide.patterns if real_guide.exercises_of_pattern(each)]
    assert real_bodies[""].count("guide-card--group") == len(groups)


def test_what_a_session_is_made_of_is_a_file(
    real_guide: Guide, real_bodies: Mapping[str, str], files: Mapping[str, str]
) -> None:
    assert (
        '<script type="application/json" id="own-catalogue" data-file="catalogue.json"></script>'
        in (real_bodies["my-session/"])
    )
    assert len(json.loads(files[CATALOGUE])["exercises"]) == len(real_guide.exercises)


def test_a_picture_brings_its_colours_for_light_and_dark(files: Mapping[str, str]) -> None:
    for name, drawn in files.items():
        if name in (CATALOGUE, finder.TOUCH_MAP):  # the page that takes the map in has its colours
            continue
        assert _unknown_colours(drawn) == set(), name
        light, dark = (fromstring(drawn)[0].text or "").split("@media(prefers-color-scheme:dark)", 1)
        assert "--fig-line: #1f2a37" in light
        assert "--fig-line: #0c1219" in dark
        assert set(re.findall(r'class="(\w)"', drawn)) == set(re.findall(r"\.(\w)[,{]", dark)), name


def test_a_colour_that_the_stylesheet_does_not_know_is_found() -> None:
    paint = figure_files.painter(SHEET.replace("--fig-skin:", "--fig-hide:"))
    assert _unknown_colours(paint('<svg class="fig"><g class="n"></g></svg>')) == {"--fig-skin"}


def _unknown_colours(drawn: str) -> set[str]:
    """Colours that the file uses and does not say."""
    return set(re.findall(r"var\((--[\w-]+)", drawn)) - set(re.findall(r"(--[\w-]+):", drawn))


def test_a_staged_folder_has_the_same_files_apart(small_guide: Guide, tmp_path: Path) -> None:
    given = {f"docs/{FIGURE_SHEET}": SHEET.encode(), "CONTRIBUTING.md": b"# Contributing"}
    settings = Settings("A", "", "https://legs.example/", "https://code.example/a", "edit/main/docs/")
    files = stage_files(small_guide, settings, (), given, tmp_path)
    apart_files = dict(figure_files.files_apart(Drawings(small_guide), SHEET))
    assert apart_files
    assert {uri: files[f"docs/{uri}"].decode() for uri in apart_files} == apart_files


# Answers are the same


def test_brief_facts_give_the_same_answers(real_guide: Guide, logic: Page) -> None:
    full = [finder.full_facts(real_guide, exercise) for exercise in real_guide.exercises.values()]
    brief = [json.loads(finder.exercise_facts(real_guide, exercise)) for exercise in real_guide.exercises.values()]
    assert sum(map(len, map(json.dumps, brief))) < sum(map(len, map(json.dumps, full)))
    servers = {thing.id: list(thing.served_by) for thing in real_guide.equipment.values()}
    for choices in _choices(real_guide):
        answers = [
            logic.evaluate(JUDGED, [facts, choices, servers]) for facts in (full, [finder.UNSAID | e for e in brief])
        ]
        assert answers[0] == answers[1], choices


def _choices(guide: Guide) -> Iterator[dict[str, list[str]]]:
    kits = [[], ["none"], *([thing] for thing in guide.equipment), list(guide.equipment)]
    for kit, jumps, level, muscle in itertools.product(kits, ([], ["no"]), ([], ["1"]), ([], ["quads", "soleus"])):
        yield {"kit": kit, "jumps": jumps, "level": level, "muscle": muscle}


# In a browser


def test_a_first_view_asks_for_pictures_in_sight_and_not_for_the_search(served: str, browser: Browser) -> None:
    with opened(browser, width=390) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{served}exercises/", wait_until="networkidle")
        assert any(FIGURES in each for each in asked)
        assert not [each for each in asked if "search_index" in each or CATALOGUE in each]
        shown = page.locator(".guide-card--exercise img").first
        assert shown.evaluate("image => image.complete && image.naturalWidth > 0")


def test_a_filter_and_a_session_work_from_the_list(served: str, browser: Browser) -> None:
    with followed(browser) as runner:
        runner.open(f"{served}exercises/?kit=none")
        page = runner.page
        fitting = page.locator(".guide-card--exercise").filter(visible=True)
        assert 0 < fitting.count() < page.locator(".guide-card--exercise").count()
        expect(page.locator(".guide-left-out__list li").first).to_contain_text("needs")
        page.get_by_role("button", name="Squat in your session", exact=True).click()
        page.get_by_role("link", name="Make it a session").click()
        expect(page.locator(".own-list li a")).to_have_text(["Squat"])
        assert not runner.complaints


def test_a_catalogue_that_cannot_be_had_is_said(served: str, browser: Browser) -> None:
    with opened(browser) as page:
        page.route(f"**/{CATALOGUE}", lambda route: route.abort())
        page.goto(f"{served}my-session/")
        expect(page.locator("[data-own=problems]")).to_contain_text("could not be loaded")


def test_every_exercise_is_reached_without_scripts(served: str, real_guide: Guide, visit: Visit) -> None:
    page = visit(f"{served}exercises/", scripts=False)
    links = page.locator(".guide-card__title a")
    assert links.count() == len(real_guide.exercises)
    page.locator(".guide-groups a").last.click()
    expect(page.locator(".guide-found h2").last).to_be_in_viewport()


def test_the_page_s_own_switch_darkens_pictures(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/", width=390)
    assert darkens(page, page.locator(".guide-card--exercise img").first)

"""Long pages in folds, in a real browser: the map of ladders and the page of evidence, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from guide.model import Guide
from guide.pages.evidence import source_address, topic_address
from page_kinds import PHONE, TOPIC
from page_looks import spilling
from site_fixtures import Visit

THUMB = 44
"""Pixels that a thumb needs."""


def _open(page: Page) -> Locator:
    return page.locator(".guide-fold > details[open]")


def _family(page: Page, name: str) -> Locator:
    return page.locator(f"section.guide-fold:has(> h2#{name})")


def _in_sight(place: Locator) -> bool:
    return bool(
        place.evaluate(
            "each => { const { top } = each.getBoundingClientRect(); return top >= 0 && top < innerHeight; }"
        )
    )


# Ladders


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_families_open_one_at_a_time_and_fit(width: int, served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(f"{served}ladders/", width=width)
    expect(_open(page)).to_have_count(0)
    for summary in page.locator(".guide-fold > details > summary").all():
        summary.click()
        expect(_open(page)).to_have_count(1)
        expect(summary).to_be_in_viewport()
        assert (summary.bounding_box() or {"height": 0})["height"] >= THUMB
        assert not spilling(page)
    assert page.locator(".guide-rungs li").count() == len(real_guide.exercises)


def test_an_exercise_leads_to_its_family_and_a_rung_to_its_exercise(served: str, visit: Visit) -> None:
    page = visit(f"{served}exercises/single-leg-deadlift/", width=PHONE)
    page.get_by_role("link", name="this ladder on the map of all").click()
    expect(_family(page, "hinge").locator("details")).to_have_attribute("open", "")
    assert _in_sight(_family(page, "hinge").locator("h2"))
    page.locator("#rung-single-leg-deadlift .guide-rungs__words > a").click()
    assert page.url == f"{served}exercises/single-leg-deadlift/"


def test_a_rung_into_another_family_opens_that_one(served: str, visit: Visit) -> None:
    page = visit(f"{served}ladders/#squat", width=PHONE)
    page.locator('#rung-squat a[href="#lunge"]').first.click()
    expect(_family(page, "lunge").locator("details")).to_have_attribute("open", "")
    expect(_open(page)).to_have_count(1)
    assert _in_sight(_family(page, "lunge").locator("h2"))


def test_pictures_of_folded_families_are_not_asked_for(served: str, visit: Visit) -> None:
    page = visit(f"{served}ladders/", width=PHONE)
    late = page.locator(".guide-rungs img")
    assert not late.evaluate_all("images => images.filter(image => image.complete && image.naturalWidth).length")
    page.locator(".guide-fold summary").first.click()
    expect(late.first).to_be_visible()
    page.wait_for_function("() => document.querySelector('.guide-rungs img').naturalWidth")


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_lines_are_as_high_as_their_rows(width: int, served: str, visit: Visit) -> None:
    page = visit(f"{served}ladders/#lunge", width=width)
    heights = "rows => rows.map(row => [row.clientHeight, row.querySelector('svg').getBoundingClientRect().height])"
    for row, lines in _family(page, "lunge").locator("li").evaluate_all(heights):
        assert abs(row - lines) <= 1


@pytest.mark.parametrize("address", ["ladders/", "evidence/"])
def test_without_scripts_everything_is_open(address: str, served: str, visit: Visit) -> None:
    page = visit(f"{served}{address}", width=PHONE, scripts=False)
    assert page.locator(".guide-fold").count() == _open(page).count() > 0
    expect(page.locator(".guide-search")).to_have_count(0) if address == "ladders/" else expect(
        page.locator(".guide-search")
    ).to_be_hidden()


@pytest.mark.parametrize("address", ["ladders/", "evidence/"])
def test_on_paper_everything_is_open_and_then_as_before(address: str, served: str, visit: Visit) -> None:
    page = visit(f"{served}{address}")
    page.locator(".guide-fold summary").first.click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".guide-fold").count() == _open(page).count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(_open(page)).to_have_count(1)


# Evidence


def test_the_address_of_a_source_opens_its_topic_and_brings_what_it_found(
    served: str, visit: Visit, real_guide: Guide
) -> None:
    source = real_guide.sources_by_topic[TOPIC][-1]
    page = visit(f"{served}evidence/#{source.id}", width=PHONE)
    place = page.locator(f"[id='{source.id}']")
    expect(place).to_contain_text(" ".join(source.limits.split()[:6]))
    expect(place).to_be_in_viewport()
    expect(_open(page)).to_have_count(1)


def test_without_scripts_a_line_leads_to_what_the_source_found(served: str, visit: Visit, real_guide: Guide) -> None:
    source = real_guide.sources_by_topic[TOPIC][-1]
    page = visit(f"{served}evidence/#{source.id}", width=PHONE, scripts=False)
    page.locator(f"[id='{source.id}'] a").click()
    assert page.url == f"{served}{source_address(source)}"
    expect(page.locator(f"[id='{source.id}']")).to_be_in_viewport()


def test_a_search_finds_by_what_is_said_by_exercise_and_by_number(served: str, visit: Visit, real_guide: Guide) -> None:
    page = visit(f"{served}evidence/", width=PHONE)
    field, status = page.get_by_label("Find a source"), page.get_by_role("status").first
    shown = page.locator(".guide-source").filter(visible=True)
    source = real_guide.sources["schellenberg-2013"]
    told = {
        each.id: f"{each.label} {each.cited_for} {each.limits} {each.citation}" for each in real_guide.sources.values()
    }
    count = sum("schellenberg" in text.lower() for text in told.values())
    field.fill("schellenberg")
    expect(shown).to_have_count(count)
    expect(shown.first).to_contain_text(source.citation.split(".")[0])
    expect(status).to_have_text(f"{count} of {len(real_guide.sources)} sources")
    field.fill("good morning schellenberg 2013")
    expect(page.locator(f"[id='{source.id}']")).to_be_visible()
    field.fill(str(real_guide.source_numbers[source.id]))
    expect(shown).to_have_id(source.id)
    field.fill("no source says this")
    expect(shown).to_have_count(0)
    expect(status).to_contain_text("None of the")
    field.fill("")
    expect(page.locator(".guide-fold").filter(visible=True)).to_have_count(len(real_guide.sources_by_topic))
    expect(_open(page)).to_have_count(0)


def test_where_a_topic_cannot_be_had_its_lines_stay(served: str, visit: Visit) -> None:
    page = visit(f"{served}evidence/", width=PHONE)
    page.route(f"{served}{topic_address(TOPIC)}", lambda route: route.abort())
    fold = page.locator(".guide-fold").filter(has=page.get_by_role("heading", name=TOPIC, exact=False)).first
    fold.locator("summary").click()
    expect(fold.locator(".guide-source a").first).to_be_visible()
    expect(fold.locator(".guide-fold__whole")).to_be_visible()


def test_a_number_says_which_source_it_is(served: str, visit: Visit, real_guide: Guide) -> None:
    region = next(iter(real_guide.regions.values()))
    page = visit(f"{served}when-something-hurts/{region.id}/")
    (first,) = region.known[0].sources[:1]
    name = f"Source {real_guide.source_numbers[first]}: {real_guide.sources[first].label}"
    page.get_by_role("link", name=name, exact=True).first.click()
    assert page.url == f"{served}{source_address(real_guide.sources[first])}"

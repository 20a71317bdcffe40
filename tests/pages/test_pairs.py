"""Mistakes that can be seen: wrong and right on the exercise's page, as values and in a browser; they load late."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from guide.figure import pair_text
from guide.model import Exercise, Guide
from guide.pages.drawings import Drawings
from guide.pages.late_pictures import late_uri
from guide.pages.outputs import outputs
from page_kinds import PHONE
from page_looks import darkens
from site_build import Site
from site_fixtures import DRAWN, Visit

PICTURE = re.compile(
    r'<figure class="guide-pair__(wrong|right)"><img class="fig" src="([^"#]+)#([^"]+)" alt="([^"]*)" '
    r'width="\d+" height="\d+" loading="lazy" decoding="async"><figcaption><strong>(\w+)</strong> ([^<]*)<'
)
BOXES = "pictures => pictures.map(each => each.getBoundingClientRect()).map(({x, y, width}) => [x, y, width])"


@pytest.fixture(scope="module")
def shown(real_guide: Guide) -> Exercise:
    """An exercise with pairs, and with a mistake that has none."""
    found = (each for each in real_guide.exercises.values() if 0 < len(each.figure.pairs) < len(each.mistakes))
    return next(found)


@pytest.fixture
def phone(shown: Exercise, visit: Visit, served: str) -> Page:
    return visit(f"{served}exercises/{shown.id}/", width=PHONE)


def test_each_pair_says_wrong_and_right_in_words_for_eyes_and_ears(
    real_guide: Guide, real_bodies: Mapping[str, str]
) -> None:
    for exercise in real_guide.exercises.values():
        body = real_bodies[f"exercises/{exercise.id}/"]
        found = PICTURE.findall(body)
        told = [text for index in range(len(exercise.figure.pairs)) for text in pair_text(exercise.figure, index)]
        assert sorted(alt for *_, alt, _, _ in found) == sorted(told), exercise.id
        assert [(verdict, word) for verdict, _, _, _, word, _ in found] == [
            ("wrong", "Wrong"),
            ("right", "Right"),
        ] * len(exercise.figure.pairs)
        assert body.count("guide-pair__") == len(found)


def test_each_picture_is_a_view_of_the_file_beside_the_page(
    site: Site, real_guide: Guide, real_bodies: Mapping[str, str]
) -> None:
    seen = 0
    for exercise in real_guide.exercises.values():
        body = real_bodies[f"exercises/{exercise.id}/"]
        names = re.findall(r'src="../../([^"#]+)#([^"]+)"', body)
        if names:
            assert {file for file, _ in names} == {late_uri(exercise)}
            drawn = (site.folder / late_uri(exercise)).read_text("utf-8")
            assert [name for _, name in sorted(names)] == sorted(re.findall(r'<view id="([^"]+)"', drawn))
            assert not re.match(r"<svg[^>]*(viewBox|width)", drawn), "a size of its own would count instead"
            seen += 1
    assert seen


def test_a_page_that_stands_alone_has_all_drawings_inside(real_guide: Guide) -> None:
    bodies = {output.address: output for output in outputs(real_guide, folder=DRAWN, whole=True)}
    for exercise in real_guide.exercises.values():
        body = bodies[f"exercises/{exercise.id}/"].body
        assert "<img" not in body
        assert body.count('<figure class="guide-pair__') == 2 * len(exercise.figure.pairs)


def test_a_drawing_of_no_name_is_none(real_drawings: Drawings, shown: Exercise) -> None:
    without = {*range(1, len(shown.mistakes) + 1)} - {pair.mistake for pair in shown.figure.pairs}
    assert all(real_drawings.pair(shown, number) == () for number in without)
    assert not real_drawings.version(shown, "No such version")


def test_a_phone_shows_wrong_and_right_beside_each_other(phone: Page) -> None:
    for pair in phone.locator(".guide-pair").all():
        expect(pair.locator("strong")).to_have_text(["Wrong", "Right"])
        (left, top, wide), (other_left, other_top, other_wide) = pair.locator("img").evaluate_all(BOXES)
        assert top == other_top
        assert other_left >= left + wide
        assert wide == other_wide > PHONE / 4
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE


def test_they_load_when_a_reader_comes_near_and_not_before(phone: Page, shown: Exercise) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.reload(wait_until="networkidle")
    assert not [url for url in asked if late_uri(shown) in url]
    picture = phone.locator(".guide-pair img").first
    picture.scroll_into_view_if_needed()
    phone.wait_for_function("image => image.complete && image.naturalWidth", arg=picture.element_handle())


def test_they_are_there_on_paper_and_without_scripts(shown: Exercise, visit: Visit, served: str) -> None:
    page = visit(f"{served}exercises/{shown.id}/", scripts=False)
    assert page.locator(".guide-pair img").count() == 2 * len(shown.figure.pairs)
    page = visit(f"{served}exercises/{shown.id}/", width=PHONE)
    with page.expect_response(lambda response: late_uri(shown) in response.url):
        page.pdf()


def test_wrong_and_right_differ_without_their_colours(phone: Page) -> None:
    phone.emulate_media(forced_colors="active")
    for pair in phone.locator(".guide-pair").all():
        edges = pair.locator("figure").evaluate_all(
            "figures => figures.map(each => getComputedStyle(each).borderTopStyle)"
        )
        assert edges == ["dashed", "solid"]
        expect(pair.locator("strong").first).to_be_visible()


def test_the_page_s_own_switch_reaches_them(phone: Page) -> None:
    assert darkens(phone, phone.locator(".guide-pair img").first)

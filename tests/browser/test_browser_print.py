"""Pages printed from the browser: how many sheets, what is on them, and that nothing dark or torn reaches the paper."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page, expect

from figure.data import all_guide
from guide.model import Guide
from guide.wording import stage_words
from page_kinds import COUNTED, HOLD, ROUTINE
from site_build import Site
from site_fixtures import Visit

PAPERS = ("A4", "Letter")
ROUTINES = sorted(all_guide().routines)
STAGES = [(name, stage.id) for name in ROUTINES for stage in all_guide().routines[name].stages]


def _printed(page: Page, paper: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(page.pdf(format=paper, print_background=True))


def _text(document: pypdfium2.PdfDocument) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_a_stage_of_a_routine_fits_on_two_sheets(
    routine: str, stage: str, paper: str, served: str, visit: Visit, real_guide: Guide, site: Site
) -> None:
    page = visit(f"{served}routines/{routine}/#{stage}", dark=True)
    expect(page.locator(".guide-stage").filter(visible=True)).to_have_count(1)
    document = _printed(page, paper)
    text = _text(document)
    (shown,) = (each for each in real_guide.routines[routine].stages if each.id == stage)
    assert len(document) <= 2
    assert all(real_guide.exercises[item.exercise].name in text for item in shown.items)
    assert f"{site.url}routines/{routine}/" in text
    assert "Skip to content" not in text


@pytest.mark.parametrize("exercise", [COUNTED, HOLD])
def test_an_exercise_prints_all_its_steps_and_figures(
    exercise: str, served: str, visit: Visit, real_guide: Guide
) -> None:
    page = visit(f"{served}exercises/{exercise}/")
    text = _text(_printed(page, "A4"))
    assert all(" ".join(step.text.split()) in text for step in real_guide.exercises[exercise].steps)
    page.emulate_media(media="print")
    assert all(shown_page.is_visible() for shown_page in page.locator(".guide-frames svg").all())
    assert not any(player.is_visible() for player in page.locator(".fig-player").all())


def test_the_paper_stays_white_in_the_dark_scheme(served: str, visit: Visit) -> None:
    picture = _printed(visit(f"{served}routines/{ROUTINES[0]}/", dark=True), "A4")[0].render().to_pil().convert("L")
    corners = [picture.getpixel(place) for place in ((2, 2), (picture.width - 3, 2), (2, picture.height - 3))]
    assert corners == [255, 255, 255]
    assert sum(picture.histogram()[200:]) > 0.8 * picture.width * picture.height


def test_nothing_is_wider_than_the_paper(served: str, visit: Visit) -> None:
    page = visit(f"{served}routines/{ROUTINE}/", width=720)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_print_button_opens_the_dialogue(served: str, visit: Visit) -> None:
    page = visit(f"{served}routines/{ROUTINES[0]}/")
    page.evaluate("window.print = () => { document.title = 'printing' }")
    page.locator(".session-start.ready").first.wait_for()
    page.get_by_role("button", name="Print this page").filter(visible=True).click()
    assert page.title() == "printing"


def test_downloads_name_their_stage_format_and_size(served: str, visit: Visit, site: Site, real_guide: Guide) -> None:
    page = visit(f"{served}routines/{ROUTINES[0]}/", scripts=False)
    stages = real_guide.routines[ROUTINES[0]].stages
    begins = page.locator(".guide-begin").all()
    assert len(begins) == len(stages)
    for stage, begin in zip(stages, begins, strict=True):
        for link, paper in zip(begin.locator(".guide-print a").all(), ("A4", "US Letter"), strict=True):
            file = site.folder / "routines" / ROUTINES[0] / (link.get_attribute("href") or "")
            size = f"PDF, {paper}, {file.resolve().stat().st_size / 1000:.0f} KB"
            assert f"{stage_words.stage_name(stage)}, {size}" in link.inner_text()
            assert file.resolve().read_bytes().startswith(b"%PDF")
    expect(page.get_by_role("button", name="Print this page")).to_have_count(0)

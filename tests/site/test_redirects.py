"""Addresses that are gone: what lies there instead, on a site below its host's root, also without scripts or signal."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from followed import Followed
from guide.handouts.downloads import Download
from guide.model import Guide, Redirect
from guide.session.exercise_catalogue import catalogue
from guide.site.redirects import redirects
from site_build import Site, files_in
from site_fixtures import Visit, opened
from site_page import SitePage, elements, words

SITE = "https://runner.example/guide/"
OLD = {
    "exercises/squat-to-hydrant/": "exercises/hydrant-squat/", "exercises/fire-hydrant/": "exercises/hydrant-squat/",
    "exercises/knee-circles/": "exercises/", "routines/first-steps/": "routines/the-very-first-steps/",
    "equipment/backpack/": "equipment/rucksack/", "muscles/adductors/": "muscles/inner-thigh/",
}  # fmt: skip
ENTRY = {
    "id": "2025-12-01T07:00:00.000Z own", "began": "2025-12-01T07:00:00.000Z", "minutes": 9, "session": "own",
    "name": "My session", "note": "",
    "done": [{"exercise": "fire-hydrant", "name": "Fire hydrant", "dose": "5", "sets": 2, "short": 0, "left_out": 0}],
}  # fmt: skip
LATER = {
    **ENTRY,
    "id": "2026-01-04T07:00:00.000Z own",
    "began": "2026-01-04T07:00:00.000Z",
    "done": [
        {"exercise": "hydrant-squat", "name": "Squat to hydrant", "dose": "6", "sets": 3, "short": 0, "left_out": 0}
    ],
}


# As values


def test_the_page_at_an_old_address_says_where_the_new_one_is(small_guide: Guide) -> None:
    pages = dict(redirects(small_guide, (), SITE))
    assert list(pages) == ["exercises/toe-rise/index.html"]
    page = pages["exercises/toe-rise/index.html"]
    assert isinstance(page, str)
    assert '<meta http-equiv="refresh" content="0; url=../heel-lift/">' in page
    assert f'<link rel="canonical" href="{SITE}exercises/heel-lift/">' in page
    assert '<p>This page has moved to <a href="../heel-lift/">Heel lift</a>.</p>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<script" not in page


def test_without_an_address_of_the_site_the_page_leads_on_all_the_same(small_guide: Guide) -> None:
    page = dict(redirects(small_guide, (), ""))["exercises/toe-rise/index.html"]
    assert isinstance(page, str)
    assert '<link rel="canonical" href="../heel-lift/">' in page


def test_a_name_is_printed_literally(small_guide: Guide) -> None:
    guide = _with(small_guide, ("routines/late-legs", "routines/evening-legs"))
    page = dict(redirects(guide, (), SITE))["routines/late-legs/index.html"]
    assert isinstance(page, str)
    assert "Evening legs &amp; &#34;more&#34;</a>" in page


def test_a_chain_leads_to_its_end_at_once(small_guide: Guide) -> None:
    guide = _with(small_guide, ("muscles/a", "muscles/b"), ("muscles/b", "muscles/c"), ("muscles/c", "muscles/calves"))
    assert guide.new_addresses == dict.fromkeys(("muscles/a", "muscles/b", "muscles/c"), "muscles/calves")
    assert guide.earlier_ids("muscles", "calves") == ("a", "b", "c")


def test_what_has_no_successor_leads_to_the_list_and_is_no_new_id(small_guide: Guide) -> None:
    guide = _with(small_guide, ("exercises/a", "exercises"))
    page = dict(redirects(guide, (), SITE))["exercises/a/index.html"]
    assert isinstance(page, str)
    assert '<a href="../">Exercises</a>' in page
    assert guide.new_ids("exercises") == {}


def test_a_renamed_sheet_has_a_copy_under_its_old_name_and_others_have_none(small_guide: Guide) -> None:
    papers, pages = [], ("exercises/heel-lift", "exercises/heel-lift-high", "routines/heel-lift")
    for content, page in zip(("lift", "high", "x"), pages, strict=True):
        papers.append(Download(f"print/{page}-a4.pdf", f"{page}/", "A4", len(content), content.encode))
    found = dict(redirects(small_guide, papers, SITE))
    assert found["print/exercises/toe-rise-a4.pdf"] == b"lift"
    assert len(found) == 2


def test_an_own_session_is_told_the_new_ids(small_guide: Guide) -> None:
    assert json.loads(json.dumps(catalogue(small_guide)))["renamed"] == {"toe-rise": "heel-lift"}


# In the built site


def test_every_old_address_is_a_page_that_leads_on(renamed_site: Site) -> None:
    for old, new in OLD.items():
        page = renamed_site.pages[old]
        assert renamed_site.target(page, _refresh(page)) == (new, "")
        assert [renamed_site.target(page, link) for link in page.links] == [(new, "")]
        assert page.related("canonical") == (f"{renamed_site.url}{new}",)
        assert page.root.get("lang") == "en"
        assert page.title.endswith(": this page has moved")
        assert words(page.root).endswith(".")
        assert (page.errors, list(elements(page.root, "script"))) == ((), [])
        assert renamed_site.file(new).is_file()


def test_old_addresses_are_kept_offline_and_neither_found_nor_listed(renamed_site: Site) -> None:
    files = files_in(renamed_site.folder)
    for old in OLD:
        assert f'"{old}"'.encode() in files["sw.js"]
        for name in ("sitemap.xml", "search/search_index.json"):
            assert old.encode() not in files[name]


def test_no_page_links_to_an_old_address(renamed_site: Site) -> None:
    linked = {renamed_site.target(page, href) for page in renamed_site.all for href in page.links}
    assert not {target[0] for target in linked if target} & OLD.keys()


def test_old_sheets_are_the_new_ones(renamed_site: Site) -> None:
    papers = renamed_site.folder / "print"
    for paper in ("a4", "us-letter"):
        for old, new in (("squat-to-hydrant", "hydrant-squat"), ("fire-hydrant", "hydrant-squat")):
            assert (papers / f"exercises/{old}-{paper}.pdf").read_bytes() == (
                papers / f"exercises/{new}-{paper}.pdf"
            ).read_bytes()
        assert (papers / f"routines/first-steps-{paper}.pdf").is_file()
    assert not list(papers.rglob("knee-circles*"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_browser_comes_to_the_new_page(scripts: bool, visit: Visit, served_renamed: str) -> None:
    page = visit(f"{served_renamed}exercises/fire-hydrant/", scripts=scripts)
    page.wait_for_url("**/guide/exercises/hydrant-squat/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Squat to hydrant")


def test_a_browser_with_no_signal_comes_to_the_new_page(browser: Browser, served_renamed: str) -> None:
    with opened(browser, keeps=True) as page:
        page.goto(served_renamed)
        page.evaluate("navigator.serviceWorker.ready")
        page.context.set_offline(True)
        page.goto(f"{served_renamed}routines/first-steps/")
        page.wait_for_url("**/guide/routines/the-very-first-steps/")
        expect(page.get_by_role("heading", level=1)).to_have_text("First steps")


def test_a_session_sent_to_a_friend_before_the_renaming_still_works(runner: Followed, served_renamed: str) -> None:
    runner.open(f"{served_renamed}my-session/?do=fire-hydrant.2x8_squat-to-hydrant.1x5_knee-circles.1x5")
    expect(runner.page.locator("[data-own=list] > li > a")).to_have_text(["Squat to hydrant"] * 2)
    expect(runner.page.locator("[data-own=problems] li")).to_have_count(1)
    expect(runner.page.locator("[data-own=problems]")).to_contain_text("knee-circles.1x5")


def test_the_log_counts_what_was_done_under_both_names_together(
    runner: Followed, served_renamed: str, tmp_path: Path
) -> None:
    file = tmp_path / "log.json"
    file.write_text(json.dumps({"format": "leg-strength-log", "version": 1, "sessions": [ENTRY, LATER]}), "utf-8")
    runner.open(f"{served_renamed}log/")
    runner.page.locator("#own-log.ready").wait_for()
    runner.page.get_by_label("Import a CSV or JSON file").set_input_files(file)
    rows = runner.page.locator("[data-log=exercises] tr")
    expect(rows).to_have_count(1)
    assert rows.locator("th, td").all_inner_texts()[:3] == ["Squat to hydrant", "2", "5"]
    expect(rows.get_by_role("link")).to_have_attribute("href", f"{served_renamed}exercises/hydrant-squat/")


@pytest.mark.parametrize("query", ["muscle=adductors", "kit=backpack"])
def test_a_filter_that_was_kept_still_filters(query: str, visit: Visit, served_renamed: str) -> None:
    page = visit(f"{served_renamed}exercises/?{query}")
    expect(page.locator(".guide-find__unknown")).to_be_hidden()
    expect(page.locator(".guide-find input:checked")).to_have_count(1)


# Helpers


def _with(guide: Guide, *pairs: tuple[str, str]) -> Guide:
    return dataclasses.replace(guide, redirects=tuple(Redirect(old=old, new=new) for old, new in pairs))


def _refresh(page: SitePage) -> str:
    found = next(meta for meta in elements(page.root, "meta") if meta.get("http-equiv") == "refresh")
    return found.get("content", "").removeprefix("0; url=")

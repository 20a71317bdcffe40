"""What search engines and those who share a page are told of it."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

import pytest

from guide.model import Guide
from guide.pages.structured_data import script_json, structured_data
from site_build import Site
from site_page import SitePage, elements, one_line

URL = "https://legs.example/guide/"


@pytest.mark.parametrize("text", ["</script><script>alert(1)", "<!-- <script", "a & b", "\u2028", '"quoted" \\'])
def test_nothing_leads_out_of_a_script(text: str) -> None:
    written = script_json({"name": text})
    assert not {"<", ">", "&", "\u2028"} & set(written)
    assert json.loads(written) == {"name": text}


@pytest.mark.parametrize("address", ["", "exercises/", "muscles/quads/", "exercises/no-such/", "404.html"])
def test_other_pages_claim_nothing(address: str, small_guide: Guide) -> None:
    assert structured_data(small_guide, address, URL) == ""


def test_every_exercise_and_routine_says_what_it_is(either_site: Site, real_guide: Guide) -> None:
    told = {page.address: json.loads(text) for page in either_site.all if (text := _linked(page))}
    kinds = {"exercises": (real_guide.exercises, "HowTo"), "routines": (real_guide.routines, "ExercisePlan")}
    wanted = {f"{folder}/{located}/": kind for folder, (entries, kind) in kinds.items() for located in entries}
    assert {address: each["@type"] for address, each in told.items()} == wanted
    assert all(each["url"] == either_site.url + address for address, each in told.items())


def test_an_exercise_tells_every_step(site: Site, real_guide: Guide) -> None:
    for exercise in real_guide.exercises.values():
        told = json.loads(_linked(site.pages[f"exercises/{exercise.id}/"]))
        texts = [step["text"] for section in told["step"] for step in section["itemListElement"]]
        assert len(texts) == len(exercise.set_up) + len(exercise.steps)
        assert all(step.text in text for step, text in zip(exercise.steps, texts[len(exercise.set_up) :], strict=True))
        names = [real_guide.equipment[thing].name for thing in exercise.equipment.required]
        assert [tool["name"] for tool in told["tool"]] == names


def test_a_routine_tells_its_minutes(site: Site, real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        told = json.loads(_linked(site.pages[f"routines/{routine.id}/"]))
        assert told["activityDuration"] == f"PT{real_guide.workloads(routine)[0].minutes}M"


def test_who_shares_a_page_shows_its_title_and_description(either_site: Site) -> None:
    for page in either_site.ordinary:
        told = {element.get("property", ""): element.get("content", "") for element in elements(page.root, "meta")}
        assert page.title.startswith(one_line(told["og:title"]))
        assert told["og:description"] == page.description
        assert told["og:url"] == either_site.url + page.address


def _linked(page: SitePage) -> str:
    scripts = elements(page.root, "script")
    found: list[Element] = [script for script in scripts if script.get("type") == "application/ld+json"]
    return (found[0].text or "") if found else ""

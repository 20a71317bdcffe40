"""The numbers of sources: one order on the page of evidence, and the same number wherever a source is named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import html5lib

from guide.model import Guide
from guide.model.vocabulary import Topic
from guide.pages.outputs import outputs

NUMBERED = re.compile(r'<div class="guide-source" id="([^"]+)">\s*<h3><span data-search-exclude>(\d+)</span> ([^<]+)</h3>')
CITED = re.compile(r'href="[./]*evidence/#([^"]+)" aria-label="Source (\d+): ([^"]+)" title="[^"]+">(\d+)</a>')
LISTED = re.compile(r'<li value="(\d+)"><a href="[./]*evidence/#([^"]+)">')


def _bodies(guide: Guide) -> dict[str, str]:
    return {output.address: output.body for output in outputs(guide)}


def test_topics_stand_in_the_order_of_the_model_and_sources_in_that_of_the_file(small_guide: Guide) -> None:
    assert list(small_guide.sources) == ["blagrove-2018", "eihara-2022", "wu-2024"]
    assert list(small_guide.sources_by_topic) == ["performance", "dose"]
    assert small_guide.source_numbers == {"blagrove-2018": 1, "wu-2024": 2, "eihara-2022": 3}
    assert [number for number, _ in small_guide.numbered(["eihara-2022", "wu-2024", "eihara-2022"])] == [2, 3]


def test_the_page_of_evidence_counts_from_one_without_a_gap(real_guide: Guide) -> None:
    shown = NUMBERED.findall(_bodies(real_guide)["evidence/"])
    assert [int(number) for _, number, _ in shown] == list(range(1, len(real_guide.sources) + 1))
    assert {name: int(number) for name, number, _ in shown} == real_guide.source_numbers
    topics = [real_guide.sources[name].topic for name, _, _ in shown]
    assert topics == sorted(topics, key=get_args(Topic).index)


def test_a_source_has_its_number_on_every_page(real_guide: Guide) -> None:
    cited = listed = 0
    for body in _bodies(real_guide).values():
        for name, number, label, shown in CITED.findall(body):
            assert number == shown == str(real_guide.source_numbers[name])
            assert html5lib.parseFragment(label).text == real_guide.sources[name].label
            cited += 1
        for number, name in LISTED.findall(body):
            assert number == str(real_guide.source_numbers[name])
            listed += 1
    assert cited > 100
    assert listed > 100


def test_a_claim_cites_and_the_list_has_all_that_is_cited(small_guide: Guide) -> None:
    body = _bodies(small_guide)["exercises/wall-hold/"]
    assert [(name, number) for name, number, _, _ in CITED.findall(body)] == [
        ("blagrove-2018", "1"), ("wu-2024", "2"), ("eihara-2022", "3"),
    ]  # fmt: skip
    assert [name for _, name in LISTED.findall(body)] == ["blagrove-2018", "wu-2024", "eihara-2022"]


def test_what_is_known_counts_as_using_a_source(small_guide: Guide) -> None:
    assert [entry.id for entry in small_guide.entries_citing("eihara-2022")] == ["heel-lift", "wall-hold", "evening-legs"]
    (place,) = re.findall(r'id="eihara-2022">.*?</div>', _bodies(small_guide)["evidence/"], re.DOTALL)
    assert '<a href="../exercises/wall-hold/">Wall hold</a>' in place


def test_a_source_that_many_pages_use_folds_the_list_of_them(small_guide: Guide) -> None:
    lift = small_guide.exercises["heel-lift"]
    copies = {name: lift.model_copy(update={"id": name, "name": name}) for name in map("lift-{}".format, range(9))}
    (place,) = re.findall(
        r'id="wu-2024">.*?</div>',
        _bodies(replace(small_guide, exercises={**small_guide.exercises, **copies}))["evidence/"],
        re.DOTALL,
    )
    assert re.search(r"<summary>Used on \d+ pages</summary>", place)


def test_numbers_are_read_neither_by_search_nor_by_a_review(small_guide: Guide) -> None:
    for body in _bodies(small_guide).values():
        for cite in re.findall(r"<sup[^>]*>", body):
            assert cite == '<sup class="guide-cite" data-search-exclude>'

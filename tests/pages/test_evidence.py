"""The numbers of sources: one order on the page of evidence, and the same number wherever a source is named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from guide.model import Guide
from guide.model.vocabulary import Topic
from guide.pages.evidence import source_address, topic_address
from guide.pages.outputs import outputs

LINES = re.compile(
    r'<div class="guide-source" id="([^"]+)"><h3><span data-search-exclude>(\d+)</span> <a href="([^"]+)">([^<]+)</a>'
)
TOLD = re.compile(r'<h2 id="([^"]+)"><span data-search-exclude>(\d+)</span> ([^<]+)</h2>')
CITED = re.compile(r'href="[./]*evidence/([^"]+)#([^"]+)" aria-label="Source (\d+): [^"]+" title="[^"]+">(\d+)</a>')
LISTED = re.compile(r'<li value="(\d+)"><a href="[./]*evidence/([^"]+)#([^"]+)">')


def _bodies(guide: Guide) -> dict[str, str]:
    return {output.address: output.body for output in outputs(guide)}


def _told(guide: Guide, source: str) -> str:
    """What the page of its topic says of a source."""
    body = _bodies(guide)[topic_address(guide.sources[source].topic)]
    (place,) = re.findall(rf'<h2 id="{source}">.*?</div>', body, re.DOTALL)
    return str(place)


def test_topics_stand_in_the_order_of_the_model_and_sources_in_that_of_the_file(small_guide: Guide) -> None:
    assert list(small_guide.sources) == ["blagrove-2018", "eihara-2022", "wu-2024"]
    assert list(small_guide.sources_by_topic) == ["performance", "dose"]
    assert small_guide.source_numbers == {"blagrove-2018": 1, "wu-2024": 2, "eihara-2022": 3}
    assert [number for number, _ in small_guide.numbered(["eihara-2022", "wu-2024", "eihara-2022"])] == [2, 3]


def test_the_page_of_evidence_counts_from_one_without_a_gap(real_guide: Guide) -> None:
    shown = LINES.findall(_bodies(real_guide)["evidence/"])
    assert [int(number) for _, number, _, _ in shown] == list(range(1, len(real_guide.sources) + 1))
    assert {name: int(number) for name, number, _, _ in shown} == real_guide.source_numbers
    topics = [real_guide.sources[name].topic for name, *_ in shown]
    assert topics == sorted(topics, key=get_args(Topic).index)


def test_each_line_leads_to_what_the_source_found(real_guide: Guide) -> None:
    bodies = _bodies(real_guide)
    told = {
        f"{address.removeprefix('evidence/')}#{name}": (number, label)
        for address, body in bodies.items()
        if address.startswith("evidence/") and address != "evidence/"
        for name, number, label in TOLD.findall(body)
    }
    assert {link: (number, label) for _, number, link, label in LINES.findall(bodies["evidence/"])} == told
    assert len(told) == len(real_guide.sources)


def test_a_source_has_its_number_on_every_page(real_guide: Guide) -> None:
    cited = listed = 0
    for body in _bodies(real_guide).values():
        for topic, name, number, shown in CITED.findall(body):
            assert number == shown == str(real_guide.source_numbers[name])
            assert f"evidence/{topic}#{name}" == source_address(real_guide.sources[name])
            cited += 1
        for number, topic, name in LISTED.findall(body):
            assert number == str(real_guide.source_numbers[name])
            assert f"evidence/{topic}#{name}" == source_address(real_guide.sources[name])
            listed += 1
    assert cited > 100
    assert listed > 100


def test_a_claim_cites_and_the_list_has_all_that_is_cited(small_guide: Guide) -> None:
    body = _bodies(small_guide)["exercises/wall-hold/"]
    cited = [("blagrove-2018", "1"), ("wu-2024", "2"), ("eihara-2022", "3")]
    assert [(name, number) for _, name, number, _ in CITED.findall(body)] == cited
    assert [(name, number) for number, _, name in LISTED.findall(body)] == cited


def test_what_is_known_counts_as_using_a_source(small_guide: Guide) -> None:
    assert [entry.id for entry in small_guide.entries_citing("eihara-2022")] == [
        "heel-lift",
        "wall-hold",
        "evening-legs",
    ]
    place = _told(small_guide, "eihara-2022")
    assert '<a href="../../exercises/wall-hold/">Wall hold</a>' in place


def test_a_source_that_many_pages_use_folds_the_list_of_them(small_guide: Guide) -> None:
    lift = small_guide.exercises["heel-lift"]
    copies = {name: lift.model_copy(update={"id": name, "name": name}) for name in map("lift-{}".format, range(9))}
    place = _told(replace(small_guide, exercises={**small_guide.exercises, **copies}), "wu-2024")
    assert re.search(r"<summary>Used on \d+ pages</summary>", place)


def test_numbers_are_read_neither_by_search_nor_by_a_review(small_guide: Guide) -> None:
    for body in _bodies(small_guide).values():
        for cite in re.findall(r"<sup[^>]*>", body):
            assert cite == '<sup class="guide-cite" data-search-exclude>'

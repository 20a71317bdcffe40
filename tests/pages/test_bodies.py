"""What holds for every page whatever the data says: text stays text, ids are unique, headings and links fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import TypeVar

import html5lib

from bodies import body_shape, body_text, body_tree
from guide.model import Guide
from guide.model.entry import Entry
from guide.pages.outputs import outputs
from guide.pages.render import HAND_WRITTEN

_Entry = TypeVar("_Entry", bound=Entry)

HOSTILE = """<b title='x' id="steps">&amp;"'>{{ 7*7 }}</b><script>"""
HARMLESS = "7 words"
NOT_TEXT = {"strength", "topic", "doi", "signal"}
"""Fields with words to choose from; ids and other single words in small letters are kept as well."""


def test_no_text_of_the_data_becomes_an_element(small_guide: Guide) -> None:
    hostile, harmless = (list(outputs(_with_texts(small_guide, text))) for text in (HOSTILE, HARMLESS))
    for bad, good in zip(hostile, harmless, strict=True):
        assert body_shape(bad.body) == body_shape(good.body), bad.address
        assert body_text(bad.body).count(HOSTILE) == body_text(good.body).count(HARMLESS), bad.address
    assert sum(body_text(each.body).count(HOSTILE) for each in hostile) > 100


def test_a_text_that_became_an_element_is_noticed() -> None:
    assert body_shape(f"<p>{HOSTILE}</p>") != body_shape(f"<p>{HARMLESS}</p>")
    assert body_shape('<p title="" onclick="">') != body_shape('<p title=" onclick=">')
    assert body_text(f"<p>{HOSTILE}</p>").count(HOSTILE) == 0
    assert body_text(f"<p>{escape(HOSTILE)}</p>").count(HOSTILE) == 1


def test_every_text_of_an_exercise_is_on_its_page_as_it_was_written(small_guide: Guide) -> None:
    bodies = {output.address: body_text(output.body) for output in outputs(small_guide)}
    for exercise in small_guide.exercises.values():
        captions = tuple(frame.caption for frame in exercise.figure.frames)
        parts = exercise.model_copy(update={"tempo": (), "figure": captions})
        missing = [text for text in _texts(parts) if text not in bodies[f"exercises/{exercise.id}/"]]
        assert missing == []


def test_every_text_of_a_routine_is_on_its_page_as_it_was_written(small_guide: Guide) -> None:
    bodies = {output.address: body_text(output.body) for output in outputs(small_guide)}
    for routine in small_guide.routines.values():
        parts = routine.model_copy(update={"who": routine.who[1:]})
        assert [text for text in _texts(parts) if text not in bodies[f"routines/{routine.id}/"]] == []


def test_pages_are_well_formed_and_their_ids_are_unique(small_guide: Guide) -> None:
    for output in outputs(small_guide):
        html5lib.HTMLParser(strict=True).parseFragment(output.body)
        counted = Counter(element.get("id") for element in body_tree(output.body).iter() if element.get("id"))
        assert [name for name, count in counted.items() if count > 1] == [], output.address


def test_headings_descend_one_step_at_a_time(small_guide: Guide) -> None:
    for output in outputs(small_guide):
        levels = [
            int(element.tag[1]) for element in body_tree(output.body).iter() if re.fullmatch("h[1-6]", str(element.tag))
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), output.address


def test_every_link_inside_the_guide_has_a_page_and_a_place(small_guide: Guide) -> None:
    trees = {output.address: body_tree(output.body) for output in outputs(small_guide)}
    places = {address: {element.get("id") for element in tree.iter()} for address, tree in trees.items()}
    for address, tree in trees.items():
        for href in (each.get("href", "") for each in tree.iter("a")):
            target, _, anchor = href.partition("#")
            if not href.startswith("https://doi.org/"):
                page = _resolved(address, target)
                assert page in places or page in HAND_WRITTEN, (address, href)
                assert not anchor or anchor in places[page], (address, href)


def _resolved(address: str, target: str) -> str:
    """The address that a browser on the page `address` makes of the link."""
    steps = address.split("/")[:-1] if target else address.split("/")
    for step in filter(None, target.split("/")):
        steps = steps[:-1] if step == ".." else [*steps, step] if step != "." else steps
    return "/".join(steps) + "/" * bool(steps and steps[-1])


def _with_texts(guide: Guide, text: str) -> Guide:
    """The guide with this text, unvalidated, in place of every text."""
    return replace(
        guide,
        exercises=_each_with(guide.exercises, text),
        routines=_each_with(guide.routines, text),
        muscles=_each_with(guide.muscles, text),
        equipment=_each_with(guide.equipment, text),
        patterns=_each_with(guide.patterns, text),
        sources=_each_with(guide.sources, text),
        safety=_with(guide.safety, text),
    )


def _each_with(entries: Mapping[str, _Entry], text: str) -> dict[str, _Entry]:
    return {key: _with(entry, text) for key, entry in entries.items()}


def _with(entry: _Entry, text: str) -> _Entry:
    return entry.model_copy(update={name: _replaced(each, text) for name, each in entry if name not in NOT_TEXT})


def _replaced(value: object, text: str) -> object:
    if isinstance(value, Entry):
        return _with(value, text)
    if isinstance(value, tuple):
        return tuple(_replaced(part, text) for part in value)
    return text if isinstance(value, str) and not re.fullmatch("[a-z0-9-]+", value) else value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Entry):
        for _, each in value:
            yield from _texts(each)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and not re.fullmatch("[a-z0-9-]+", value):
        yield value

"""What holds for every page whatever the data says: text stays text, ids are unique, headings and links fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import TypeVar

from bodies import body_shape, body_text
from guide.model import Guide
from guide.model.entry import Entry
from guide.pages.outputs import outputs

_Entry = TypeVar("_Entry", bound=Entry)

HOSTILE = """<b title='x' id="steps">&amp;"'>{{ 7*7 }}</b><script>"""
HARMLESS = "7 words"
NOT_TEXT = {"strength", "topic", "doi", "signal", "urgency"}
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


def _with_texts(guide: Guide, text: str) -> Guide:
    """The guide with this text, unvalidated, in place of every text."""
    return replace(
        guide,
        exercises=_each_with(guide.exercises, text),
        routines=_each_with(guide.routines, text),
        muscles=_each_with(guide.muscles, text),
        equipment=_each_with(guide.equipment, text),
        patterns=_each_with(guide.patterns, text),
        tests=_each_with(guide.tests, text),
        gates=_each_with(guide.gates, text),
        conditions=_each_with(guide.conditions, text),
        regions=_each_with(guide.regions, text),
        groups=_each_with(guide.groups, text),
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

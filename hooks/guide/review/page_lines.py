"""A page's HTML as a reader goes through it: lines of text under headings. Drawings and buttons are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from guide.characters import spelled_out

_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNREAD = {"script", "style", "svg", "button", "template", "select", "textarea", "noscript"}
_PHRASES = "a abbr b cite code em i kbd q s small span strong sub sup time"
_INLINE = {*_PHRASES.split()}
_APART = {"small", "span"}
"""Set apart by style, whether or not there is a space in front."""
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"“])")


@dataclass(frozen=True)
class Line:
    """One sentence, or a label with its value, where it stands."""

    section: str
    """Id of the heading above it, or the heading's words where it has none."""
    heading: str
    """The words of that heading; empty above the first one."""
    text: str
    place: int = 0
    """Number of its item in a list; 0 elsewhere."""


def read_lines(body: str) -> tuple[Line, ...]:
    """Every sentence of a page body in order."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    reader.flush()
    return tuple(reader.lines)


def visible(text: str) -> str:
    """The text on one line, with what cannot be seen (control and direction characters) made visible."""
    return spelled_out(_SPACE.sub(" ", text))


@dataclass
class _Section:
    key: str = ""
    heading: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._section = _Section()
        self._items: list[int] = []
        self._skipped: list[str] = []
        self._label = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._skipped or tag in _UNREAD or "hidden" in attributes or "data-search-exclude" in attributes:
            if tag not in _VOID:
                self._skipped.append(tag)
            return
        if tag not in _INLINE:
            self.flush()
        elif tag in _APART:
            self._words.append(" ")
        if tag == "h2":
            self._section = _Section(attributes.get("id") or "")
        elif tag in ("ol", "ul"):
            self._items.append(0)
        elif tag == "li" and self._items:
            self._items[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._leave(tag)
        elif tag == "h2":
            self._begin_section()
        elif tag == "dt":
            self._label = True  # its value follows, on the same line
        elif tag not in _INLINE:
            self.flush()
            if tag in ("ol", "ul") and self._items:
                self._items.pop()

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._label and data.strip():
            self._words.append(": ")
            self._label = False
        self._words.append(data)

    def flush(self) -> None:
        """End the line here, unless only its label has been read."""
        if self._label:
            return
        text = visible("".join(self._words)).strip().replace(" : ", ": ")
        self._words.clear()
        key = self._section.key or self._section.heading
        place = self._items[-1] if self._items else 0
        self.lines += (Line(key, self._section.heading, each, place) for each in _sentences(text))

    def _leave(self, tag: str) -> None:
        """Elements that nobody closed end with the one around them."""
        if tag in self._skipped:
            del self._skipped[len(self._skipped) - 1 - self._skipped[::-1].index(tag) :]

    def _begin_section(self) -> None:
        self._section.heading = visible("".join(self._words)).strip()
        self.flush()


def _sentences(text: str) -> Iterator[str]:
    yield from (each for each in _SENTENCE_END.split(text) if each)

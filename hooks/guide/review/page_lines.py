"""A page's HTML as a reader goes through it: lines of text under headings. Drawings and buttons are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.characters import spell_out
from guide.review.html_pieces import Attributes, pieces

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
    for kind, text, attributes in pieces(body, _is_unread):
        if kind == "begin":
            reader.begin(text, attributes)
        elif kind == "end":
            reader.end(text)
        else:
            reader.read(text)
    reader.flush()
    return tuple(reader.lines)


def _is_unread(tag: str, attributes: Attributes) -> bool:
    return tag in _UNREAD or "hidden" in attributes or "data-search-exclude" in attributes


def make_visible(text: str) -> str:
    """The text on one line, with what cannot be seen (control and direction characters) made visible."""
    return spell_out(_SPACE.sub(" ", text))


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._key = self._heading = ""
        self._items: list[int] = []
        self._label = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag not in _INLINE:
            self.flush()
        elif tag in _APART:
            self._words.append(" ")
        if tag == "h2":
            self._key, self._heading = attributes.get("id") or "", ""
        elif tag in ("ol", "ul"):
            self._items.append(0)
        elif tag == "li" and self._items:
            self._items[-1] += 1

    def end(self, tag: str) -> None:
        if tag == "h2":
            self._heading = make_visible("".join(self._words)).strip()
            self.flush()
        elif tag == "dt":
            self._label = True  # its value follows, on the same line
        elif tag not in _INLINE:
            self.flush()
            if tag in ("ol", "ul") and self._items:
                self._items.pop()

    def read(self, text: str) -> None:
        if self._label and text.strip():
            self._words.append(": ")
            self._label = False
        self._words.append(text)

    def flush(self) -> None:
        """End the line here, unless only its label has been read."""
        if self._label:
            return
        text = make_visible("".join(self._words)).strip().replace(" : ", ": ")
        self._words.clear()
        place = self._items[-1] if self._items else 0
        self.lines += (
            Line(self._key or self._heading, self._heading, part, place) for part in _SENTENCE_END.split(text) if part
        )

"""A page's HTML as pieces in order, without elements that are left out, closed or not. Decides nothing of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

Attributes: TypeAlias = Mapping[str, str | None]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
"""Elements that have no end."""


class Piece(NamedTuple):
    """The beginning of an element, its end, or text."""

    kind: Literal["begin", "end", "text"]
    text: str
    """The text, or the element's name."""
    attributes: Attributes = MappingProxyType({})


def pieces(body: str, is_left_out: Callable[[str, Attributes], bool]) -> list[Piece]:
    """All of a body but the elements that are left out, and what is inside them."""
    reader = _Reader(is_left_out)
    reader.feed(body)
    reader.close()
    return reader.pieces


class _Reader(HTMLParser):
    def __init__(self, is_left_out: Callable[[str, Attributes], bool]) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._is_left_out = is_left_out
        self._inside: list[str] = []  # of an element that is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._inside and not self._is_left_out(tag, dict(attrs)):
            self.pieces.append(Piece("begin", tag, dict(attrs)))
        elif tag not in VOID:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._inside:
            self.pieces.append(Piece("end", tag))
        elif tag in self._inside:  # elements that nobody closed end with the one around them
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.pieces.append(Piece("text", data))

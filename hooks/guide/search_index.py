"""A page's body → what search knows of it, section by section: the same as Material's search plugin makes of it, whose
parser takes longer than all else that a build does for a page. Only for bodies that the guide's templates render."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import chain
from math import inf
from zlib import compress, decompress

KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""Elements whose tags stand in the index, so that what is found is shown with its paragraphs and lists."""
VOID = frozenset({"br", "hr", "img", "input", "wbr"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PLAIN = frozenset({"span", "div", "a", "small", "strong", "em", "i", "dt", "dd", "dl", "figure", "figcaption", "svg"})
"""Elements that only have to be known while they are open."""
NEVER = frozenset({"object", "script", "style"})

_DRAWING = re.compile(r"(<svg)\b.*?(</svg>)", re.DOTALL)
_SCRIPT = re.compile(r"(<script)\b.*?(</script>)", re.DOTALL)
_PIECE = re.compile(r"<(/?)([a-z][\w-]*)([^>]*)>([^<]*)")
_ID = re.compile(r'\bid="([^"]*)"')


@dataclass(eq=False)
class _Section:
    """A heading and what follows it."""

    heading: str
    depth: float
    id: str = ""
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def search_entries(
    body: str, *, url: str, title: str, names: Sequence[str] = (), boost: float = 1
) -> Iterator[dict[str, object]]:
    """The entries of a page; `url` is where it lies in the site, `names` are those that find it first."""
    for section in _sections(body):
        entry: dict[str, object] = {
            "location": f"{url}#{section.id}" if section.id else url,
            "title": "".join(section.title).strip() if section.title else title,
            "text": "".join(section.text).strip(),
        }
        if names:
            entry["tags"] = list(names)
        if boost != 1:
            entry["boost"] = boost
        yield entry


def packed(entries: Iterable[Mapping[str, object]]) -> bytes:
    """The entries of a page until the index is written: with those of thousands of pages, a quarter of the memory."""
    return compress("\n".join(json.dumps(each, separators=(",", ":")) for each in entries).encode(), level=1)


def with_entries(index: str, pages: Iterable[bytes]) -> Iterator[str]:
    """The index, piece by piece, with the packed entries of further pages."""
    found: Mapping[str, object] = json.loads(index)
    docs = found["docs"]
    assert isinstance(docs, list), "the search plugin writes a list of entries"
    texts = chain(
        (json.dumps(each, separators=(",", ":")) for each in docs),
        (entry for page in pages for entry in decompress(page).decode().split("\n") if entry),
    )
    yield f'{{"config":{json.dumps(found["config"], separators=(",", ":"))},"docs":['
    for number, text in enumerate(texts):
        yield f",{text}" if number else text
    yield "]}"


def _sections(body: str) -> list[_Section]:
    reader = _Reader()
    text = _DRAWING.sub(r"\1>\2", body)
    for closing, tag, attributes, said in _PIECE.findall(_SCRIPT.sub(r"\1>\2", text) if "<script" in text else text):
        if tag in PLAIN and not closing and "data-search-exclude" not in attributes:
            reader.open.append(tag)
        elif tag and not closing:
            reader.start(tag, attributes)
        elif tag:
            reader.end(tag)
        if said:
            reader.text(said)
    return [each for each in reader.sections if not each.excluded]


class _Reader:
    """Where in the body reading is: the open elements, and the section that they belong to."""

    def __init__(self) -> None:
        self.sections: list[_Section] = []
        self.open: list[str] = []
        self._skipped = set(NEVER)
        self._section: _Section | None = None

    def start(self, tag: str, attributes: str) -> None:
        if tag in VOID:
            return
        self.open.append(tag)
        excluded = "data-search-exclude" in attributes
        if tag in HEADINGS and (found := _ID.search(attributes)):
            if tag != "h1" and not self.sections:
                self._add(_Section("", len(self.open)))
            name = unescape(found[1]) if self.sections else ""
            self._add(_Section(tag, len(self.open), name, excluded))
        section = self._current()
        if excluded:
            self._skipped.add(tag)
        elif tag in KEPT and self._skipped.isdisjoint(self.open):
            self._within(section).append(f"<{tag}>")

    def end(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            return
        self._leave_section()
        self.open.pop()
        if tag in self._skipped:
            self._skipped -= {tag} - NEVER
        elif tag in KEPT and self._skipped.isdisjoint(self.open):
            _close(self._within(self._current()), tag)

    def text(self, text: str) -> None:
        if not self._skipped.isdisjoint(self.open):
            return
        section = self._current()
        as_it_stands = "pre" in self.open
        if not as_it_stands:
            text = " " if text.isspace() else text.replace("\n", " ")
        if "&" in text or ">" in text:
            text = escape(unescape(text), quote=False)
        if section.heading in self.open:
            section.title.append(text)
        elif as_it_stands or text != " " or not section.text or not section.text[-1].isspace():
            section.text.append(text)

    def _current(self) -> _Section:
        return self._section or self._add(_Section("", 0))

    def _add(self, section: _Section) -> _Section:
        self._section = section
        self.sections.append(section)
        return section

    def _within(self, section: _Section) -> list[str]:
        return section.title if section.heading in self.open else section.text

    def _leave_section(self) -> None:
        """A heading inside another element ends with it; what follows belongs to the section before."""
        section, depth = self._current(), len(self.open)
        if section.depth > depth:
            outer = next((each for each in reversed(self.sections) if each.depth <= depth), None)
            if outer:
                section.depth, self._section = inf, outer


def _close(pieces: list[str], tag: str) -> None:
    """Close the element; one that holds nothing goes."""
    opened = pieces.index(f"<{tag}>")
    if all(each.isspace() for each in pieces[opened + 1 :]):
        del pieces[opened:]
    else:
        pieces.append(f"</{tag}>")

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
NEVER = frozenset({"object", "script", "style"})
_TURNING = HEADINGS | NEVER | {"pre"}
"""Elements inside which text goes elsewhere, or goes there in another way."""

_DRAWING = re.compile(r"<svg\b[^<]*(?:<(?!/svg>)[^<]*)*</svg>")
_SCRIPT = re.compile(r"<script\b[^<]*(?:<(?!/script>)[^<]*)*</script>")
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


def pack(entries: Iterable[Mapping[str, object]]) -> bytes:
    """The entries of a page until the index is written: with those of thousands of pages, a third of the memory."""
    return compress(_as_list_items([*entries]).encode(), level=1)


def with_entries(index: str, pages: Iterable[bytes]) -> Iterator[str]:
    """The index, piece by piece, with the packed entries of further pages."""
    found: Mapping[str, object] = json.loads(index)
    docs = found["docs"]
    assert isinstance(docs, list), "the search plugin writes a list of entries"
    texts = chain((_as_list_items(docs),), (decompress(page).decode() for page in pages))
    yield f'{{"config":{json.dumps(found["config"], separators=(",", ":"))},"docs":['
    for number, text in enumerate(text for text in texts if text):
        yield f",{text}" if number else text
    yield "]}"


def _as_list_items(entries: Sequence[Mapping[str, object]]) -> str:
    """The entries as they stand in a JSON list, without its brackets."""
    return json.dumps(entries, separators=(",", ":"))[1:-1]


def _sections(body: str) -> list[_Section]:
    reader = _Reader()
    text = _SCRIPT.sub("<script></script>", _DRAWING.sub("<svg></svg>", body))
    for closing, tag, attributes, said in _PIECE.findall(text):
        if closing:
            reader.end(tag)
        elif tag not in VOID:
            reader.start(tag, attributes)
        if said:
            reader.text(said)
    return [section for section in reader.sections if not section.excluded]


class _Reader:
    """Where in the body reading is: the open elements, and the section that they belong to."""

    def __init__(self) -> None:
        self.sections: list[_Section] = []
        self._open: list[str] = []
        self._skipped = set(NEVER)
        self._section = _Section("", 0)
        self._look()

    def start(self, tag: str, attributes: str) -> None:
        self._open.append(tag)
        if tag in HEADINGS:
            self._begin_section(tag, attributes)
        if not self.sections:
            self.sections.append(self._section)
        excluded = "data-search-exclude" in attributes
        if excluded:
            self._skipped.add(tag)
        if excluded or tag in _TURNING:
            self._look()
        if tag in KEPT and self._shown:
            self._pieces.append(f"<{tag}>")

    def end(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            return
        leaves = self._section.depth > len(self._open) and self._leave_section()
        self._open.pop()
        skipped = tag in self._skipped
        if skipped:
            self._skipped -= {tag} - NEVER
        if leaves or skipped or tag in _TURNING:
            self._look()
        if tag in KEPT and self._shown and not skipped:
            _close(self._pieces, tag)

    def text(self, text: str) -> None:
        if not self._shown:
            return
        if not self.sections:
            self.sections.append(self._section)
        pieces, escaped = self._pieces, "&" in text or ">" in text
        if escaped:
            text = unescape(text)
        if not self._as_it_stands:
            text = " " if text.isspace() else text.replace("\n", " ")
            if text == " " and pieces and pieces[-1].isspace() and pieces is self._section.text:
                return
        pieces.append(escape(text, quote=False) if escaped else text)

    def _begin_section(self, heading: str, attributes: str) -> None:
        if not (found := _ID.search(attributes)):
            return
        if heading != "h1" and not self.sections:
            self.sections.append(_Section("", len(self._open)))
        name = unescape(found[1]) if self.sections else ""
        self._section = _Section(heading, len(self._open), name, "data-search-exclude" in attributes)
        self.sections.append(self._section)

    def _look(self) -> None:
        """What the open elements mean for what is read next: asked once for each that turns it, not for each piece."""
        section = self._section
        self._shown = self._skipped.isdisjoint(self._open)
        self._pieces = section.title if section.heading in self._open else section.text
        self._as_it_stands = "pre" in self._open

    def _leave_section(self) -> bool:
        """A heading inside another element ends with it; what follows belongs to the section before."""
        depth = len(self._open)
        outer = next((section for section in reversed(self.sections) if section.depth <= depth), None)
        if outer:
            self._section.depth, self._section = inf, outer
        return outer is not None


def _close(pieces: list[str], tag: str) -> None:
    """Close the element; one that holds nothing goes."""
    opened = pieces.index(f"<{tag}>")
    if all(map(str.isspace, pieces[opened + 1 :])):
        del pieces[opened:]
    else:
        pieces.append(f"</{tag}>")

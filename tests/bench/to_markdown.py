"""The HTML of a page to Markdown as somebody would write it by hand, figures apart. Knows no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

DROPPED = ("script", "style", "template", "form", "button", "select", "dialog", "noscript", "input", "label")
"""What only works with scripts: no text that somebody would write by hand."""
INLINE = (
    "a",
    "abbr",
    "b",
    "code",
    "em",
    "i",
    "kbd",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "img",
)
VOID = ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
MARKS = {"strong": "**", "b": "**", "em": "*"}
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_SPECIAL = re.compile(r"([\\`*_\[\]|#])")
_SMALLEST_FIGURE = 600  # characters; what is smaller is an icon

Attributes = Mapping[str, str | None]


def to_markdown(page: str, link: Callable[[str], str | None], figure: Callable[[str], str]) -> str:
    """Markdown of a page's HTML. `link` answers with the target of a link, `figure` with the Markdown of an SVG."""
    drawings: list[str] = []

    def place(found: re.Match[str]) -> str:
        drawings.append(found[0])
        return f'<img data-drawing="{len(drawings) - 1}">' if len(found[0]) >= _SMALLEST_FIGURE else ""

    writer = _Writer(link, lambda number: figure(drawings[number]))
    writer.feed(_SVG.sub(place, page))
    writer.close()
    writer.end_block()
    return "\n".join(writer.lines).strip() + "\n"


@dataclass
class _Table:
    """A table that is being read."""

    rows: list[list[str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        width = max(map(len, self.rows), default=0)
        padded = [row + [""] * (width - len(row)) for row in self.rows]
        head, *others = (f"| {' | '.join(row)} |" for row in padded)
        return [head, f"|{' --- |' * width}", *others]


class _Writer(HTMLParser):
    """Markdown, block by block, while the HTML is read."""

    def __init__(self, link: Callable[[str], str | None], figure: Callable[[int], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._link, self._figure = link, figure
        self._text: list[str] = []
        self._before = ""
        self._lists: list[str] = []
        self._marker = ""
        self._dropping = 0
        self._targets: list[str | None] = []
        self._table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED or self._dropping:
            self._dropping += tag not in VOID
        elif tag in INLINE or tag == "br":
            self._open_inline(tag, dict(attrs))
        else:
            self._open_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            self._dropping -= tag not in VOID
        elif tag == "a" and self._targets:
            target = self._targets.pop()
            self._text.append(f"]({target})" if target else " ")
        elif tag in MARKS:
            self._text.append(MARKS[tag])
        elif tag not in INLINE:
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self._text.append(_SPECIAL.sub(r"\\\1", escape(data, quote=False)))

    def end_block(self) -> None:
        """Write what has been read as a block of its own."""
        text = re.sub(r"\s+", " ", "".join(self._text)).strip()
        self._text.clear()
        text = re.sub(r"\*\*\s*\*\*|(?<!!)\[\]\([^)]*\)", "", text)
        if not text:
            return
        indent = "    " * (len(self._lists) - 1) if self._marker else "    " * len(self._lists)
        self.lines += [f"{indent}{self._marker}{self._before}{text}", ""]
        self._marker = self._before = ""

    def _open_inline(self, tag: str, attributes: Attributes) -> None:
        if tag == "a":
            self._targets.append(self._link(attributes.get("href") or ""))
            self._text.append("[" if self._targets[-1] else "")
        elif tag == "img" and (number := attributes.get("data-drawing")):
            self._draw(int(number))
        elif tag == "br":
            self._text.append(" ")
        self._text.append(MARKS.get(tag, ""))

    def _draw(self, number: int) -> None:
        drawing = self._figure(number)
        if drawing.startswith("<") and self._table is None and not self._lists and not self._targets:
            self.end_block()
            self.lines += [drawing, ""]
        else:
            self._text.append(f" {drawing} ")

    def _open_block(self, tag: str) -> None:
        if tag in ("td", "th") and self._table:
            self._text.clear()
        elif tag == "tr" and self._table:
            self._table.rows.append([])
        elif tag == "table":
            self.end_block()
            self._table = _Table()
        elif self._table is None:
            self.end_block()
            self._open_part(tag)

    def _open_part(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.append("1.  " if tag == "ol" else "-   ")
        elif tag == "li" and self._lists:
            self._marker = self._lists[-1]
        elif re.fullmatch(r"h[1-6]", tag) and not self._lists:
            self._before = f"{'#' * int(tag[1])} "

    def _close_block(self, tag: str) -> None:
        if self._table is None:
            self.end_block()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            self._marker = "" if tag == "li" else self._marker
        elif tag in ("td", "th") and self._table.rows:
            self._table.rows[-1].append(re.sub(r"\s+", " ", "".join(self._text)).strip())
            self._text.clear()
        elif tag == "table":
            self.lines += [*self._table.lines(), ""] if self._table.rows else []
            self._table = None

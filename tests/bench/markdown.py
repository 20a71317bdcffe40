"""The HTML of a page to Markdown as somebody would write it by hand, figures apart. Knows no file."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

DROPPED = {"script", "style", "template", "form", "button", "select", "dialog", "noscript", "input", "label"}
"""What only works with scripts: no text that somebody would write by hand."""
INLINE = {
    "a",
    "abbr",
    "b",
    "br",
    "code",
    "em",
    "i",
    "img",
    "kbd",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
MARKS = {"strong": "**", "b": "**", "em": "*"}
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_SPECIAL = re.compile(r"([\\`*_\[\]|#])")
_EMPTY = re.compile(r"\*\*\s*\*\*|(?<!!)\[\]\([^)]*\)")
_SMALLEST_FIGURE = 600  # characters; what is smaller is an icon


def to_markdown(page: str, link: Callable[[str], str | None], figure: Callable[[str], str]) -> str:
    """Markdown of a page's HTML. `link` answers with the target of a link, `figure` with the address of an SVG."""
    drawings = {str(number): drawing for number, drawing in enumerate(_SVG.findall(page))}
    numbers = iter(drawings)
    writer = _Writer(link, lambda number: figure(drawings[number]))
    writer.feed(_SVG.sub(lambda found: _place(found[0], next(numbers)), page))
    writer.close()
    writer.end_block()
    return "\n".join(writer.lines).strip() + "\n"


def _place(drawing: str, number: str) -> str:
    return f'<img data-drawing="{number}">' if len(drawing) >= _SMALLEST_FIGURE else ""


class _Writer(HTMLParser):
    """Markdown, block by block, while the HTML is read."""

    def __init__(self, link: Callable[[str], str | None], figure: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._link, self._figure = link, figure
        self._text: list[str] = []
        self._before = self._marker = ""  # what stands before the next block: of a heading, of an item
        self._lists: list[str] = []
        self._dropping = 0
        self._targets: list[str | None] = []
        self._table: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED or self._dropping:
            self._dropping += tag not in VOID
        elif tag in INLINE:
            self._open_inline(tag, dict(attrs))
        elif self._table is not None:
            self._open_in_table(tag)
        else:
            self._open_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            self._dropping -= tag not in VOID
        elif tag == "a" and self._targets:
            target = self._targets.pop()
            self._text.append(f"]({target})" if target else " ")
        elif tag in INLINE:
            self._text.append(MARKS.get(tag, ""))
        elif self._table is not None:
            self._close_in_table(tag, self._table)
        else:
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self._text.append(_SPECIAL.sub(r"\\\1", escape(data, quote=False)))

    def end_block(self) -> None:
        """Write what has been read as a block of its own."""
        if text := self._read():
            depth = len(self._lists) - bool(self._marker)
            self.lines += [f"{'    ' * depth}{self._marker}{self._before}{text}", ""]
            self._marker = self._before = ""

    def _read(self) -> str:
        text = re.sub(r"\s+", " ", "".join(self._text)).strip()
        self._text.clear()
        return _EMPTY.sub("", text)

    def _open_inline(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "a":
            self._targets.append(self._link(attributes.get("href") or ""))
            self._text.append("[" if self._targets[-1] else "")
        elif number := attributes.get("data-drawing"):
            self._text.append(f" ![Figure]({self._figure(number)}) ")
        else:
            self._text.append(MARKS.get(tag, " " if tag == "br" else ""))

    def _open_block(self, tag: str) -> None:
        self.end_block()
        if tag == "table":
            self._table = []
        elif tag in ("ul", "ol"):
            self._lists.append("1.  " if tag == "ol" else "-   ")
        elif tag == "li" and self._lists:
            self._marker = self._lists[-1]
        elif re.fullmatch(r"h[1-6]", tag) and not self._lists:
            self._before = f"{'#' * int(tag[1])} "

    def _close_block(self, tag: str) -> None:
        self.end_block()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._marker = ""

    def _open_in_table(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._text.clear()
        elif tag == "tr" and self._table is not None:
            self._table.append([])

    def _close_in_table(self, tag: str, rows: list[list[str]]) -> None:
        if tag in ("td", "th") and rows:
            rows[-1].append(self._read())
        elif tag == "table":
            width = max(map(len, rows), default=0)
            lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
            self.lines += [*lines[:1], f"|{' --- |' * width}", *lines[1:], ""] if lines else []
            self._table = None

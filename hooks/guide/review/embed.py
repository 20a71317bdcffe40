"""A page's body made fit to stand inside another page: nothing that runs, loads or leads away, ids of its own."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

_UNWANTED = "script style button template iframe object form select textarea noscript nav"
_DROPPED = {*_UNWANTED.split()}
_VOID = {"br", "col", "hr", "wbr"}
_HEADINGS = {"h1": "h3", "h2": "h4", "h3": "h5", "h4": "h6", "h5": "h6", "h6": "h6"}
_TEXT = (
    "p div section article header figure figcaption ul ol li dl dt dd table caption thead tbody tr th td blockquote "
    "pre a abbr b br cite code col em hr i kbd q s small span strong sub sup time wbr"
)
_DRAWING = "svg g path use rect circle ellipse line polyline polygon text title"
_DRAWN = "viewbox d x y x1 y1 x2 y2 cx cy r rx ry points transform width height data-close"
_SAID = "class role aria-label aria-hidden aria-current title colspan rowspan start"
_KEPT = {*_TEXT.split(), *_DRAWING.split(), *_HEADINGS}
_ATTRIBUTES = {*_DRAWN.split(), *_SAID.split()}
_VOID_UNKEPT = {"area", "base", "embed", "img", "input", "link", "meta", "source", "track"}


def embedded(body: str, prefix: str) -> str:
    """The body with only known elements and attributes; ids, and links to them, begin with the prefix."""
    writer = _Writer(prefix)
    writer.feed(body)
    writer.close()
    return writer.finished()


class _Writer(HTMLParser):
    def __init__(self, prefix: str) -> None:
        super().__init__(convert_charrefs=True)
        self._prefix = prefix
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._dropped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID_UNKEPT:
            return
        if self._dropped or tag in _DROPPED or "hidden" in dict(attrs):
            if tag not in _VOID:
                self._dropped.append(tag)
            return
        if tag not in _KEPT:
            return
        written = "".join(f' {name}="{escape(value)}"' for name, value in self._attributes(attrs))
        self._pieces.append(f"<{_HEADINGS.get(tag, tag)}{written}>")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag in self._dropped:
                while self._dropped.pop() != tag:
                    pass
        elif tag in self._open:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self._pieces.append(escape(data))

    def finished(self) -> str:
        """All that was written, with what nobody closed closed."""
        while self._open:
            self._close(self._open[-1])
        return "".join(self._pieces)

    def _close(self, tag: str) -> None:
        while True:
            inner = self._open.pop()
            self._pieces.append(f"</{_HEADINGS.get(inner, inner)}>")
            if inner == tag:
                return

    def _attributes(self, attrs: list[tuple[str, str | None]]) -> list[tuple[str, str]]:
        kept = [(name, value or "") for name, value in attrs if name in _ATTRIBUTES]
        for name, value in attrs:
            if name == "id" and value:
                kept.append(("id", f"{self._prefix}-{value}"))
            elif name == "href" and value and value.startswith("#"):
                kept.append(("href", f"#{self._prefix}-{value[1:]}"))
        return kept

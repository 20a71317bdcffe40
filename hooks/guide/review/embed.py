"""A page's body made fit to stand inside another page: nothing that runs, loads or leads away, ids of its own."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from guide.review.html_pieces import VOID, Attributes, pieces

_UNWANTED = "script style button template iframe object form select textarea noscript nav"
_DROPPED = {*_UNWANTED.split()}
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


def embed_body(body: str, prefix: str) -> str:
    """The body with only known elements and attributes; ids, and links to them, begin with the prefix."""
    written: list[str] = []
    opened: list[str] = []
    for kind, text, attributes in pieces(body, lambda tag, attributes: tag in _DROPPED or "hidden" in attributes):
        tag = _HEADINGS.get(text, text)
        if kind == "text":
            written.append(escape(text))
        elif kind == "begin" and text in _KEPT:
            written.append(f"<{tag}{''.join(_attributes(attributes, prefix))}>")
            opened += [] if text in VOID else [tag]
        elif kind == "end" and tag in opened:
            written += _ends(opened, tag)
    return "".join([*written, *(f"</{tag}>" for tag in reversed(opened))])


def _ends(opened: list[str], tag: str) -> Iterator[str]:
    """The end of the element, after the ends of those inside it that nobody closed."""
    inner = ""
    while inner != tag:
        inner = opened.pop()
        yield f"</{inner}>"


def _attributes(attributes: Attributes, prefix: str) -> Iterator[str]:
    for name, value in attributes.items():
        if name in _ATTRIBUTES:
            yield f' {name}="{escape(value or "")}"'
    if own := attributes.get("id"):
        yield f' id="{escape(f"{prefix}-{own}")}"'
    if (link := attributes.get("href")) and link.startswith("#"):
        yield f' href="#{escape(f"{prefix}-{link[1:]}")}"'

"""The changes as a summary for GitHub, which a coach reads first; its template says how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from markupsafe import Markup

from guide.review.changes import PageName, Review
from guide.review.page_lines import make_visible
from guide.review.review_page import as_told, environment
from guide.wording.words import plural

LARGEST = 900_000
"""Bytes; GitHub throws away a summary of more than 1 MiB, whole."""
MOST = 50
"""Lines of one list; the rest is counted."""
LONGEST = 700
"""Characters of one text."""

_PREVIEW = (
    "The file review.html in the artifact named preview shows all of this with the pictures, before and after: "
    "download the artifact, unpack it and open review.html with a double click. Where the data is in order, the folder "
    "site beside it is the whole guide, but needs a web server to be looked at."
)
_LIVELY = re.compile(r"[@#$]|:(?=[\w+-]+:)")
"""What GitHub makes mentions, references, formulas and emoji of, in HTML too."""
_EMPTY_LINES = re.compile(r"\n{2,}")


def summary(review: Review, *, largest: int = LARGEST) -> str:
    """The whole as text for `$GITHUB_STEP_SUMMARY`; what does not fit is counted."""
    jinja = environment({"literal": _literal, "shortened": _shorten})
    text = jinja.get_template("summary.md.jinja").render(as_told(review), names=_names, most=MOST)
    blocks = _fitting_blocks(_EMPTY_LINES.split(text.strip()), largest - 2000)
    return "\n\n".join([*blocks, f"<p>{_PREVIEW}</p>"]) + "\n"


def _names(pages: Iterable[PageName]) -> list[str]:
    titles = [page.title for page in pages]
    return titles if len(titles) <= 4 else [*titles[:3], f"{len(titles) - 3} more"]


def _fitting_blocks(blocks: Iterable[str], room: int) -> Iterator[str]:
    """The blocks for which there is room, then how many there was none for."""
    left_out = 0
    for block in blocks:
        size = len(block.encode("utf-8")) + 2
        if size <= room:
            room -= size
            yield block
        else:
            left_out += 1
    if left_out:
        yield f"<p>{plural(left_out, 'further part')} of this summary did not fit; review.html tells more.</p>"


def _literal(text: str) -> Markup:
    """The text as HTML that GitHub shows literally, on one line and not longer than anybody reads."""
    shown = _shorten(text)
    marks = [f"<span>{mark}</span>" for mark in _LIVELY.findall(shown)]
    return Markup("".join(escape(part) + mark for part, mark in zip(_LIVELY.split(shown), [*marks, ""], strict=True)))


def _shorten(text: str) -> str:
    shown = make_visible(text)
    return f"{shown[:LONGEST]} … ({len(shown) - LONGEST} more characters)" if len(shown) > LONGEST else shown

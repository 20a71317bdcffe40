"""The changes as one HTML page that opens anywhere by a double click: no script, nothing loaded. Compares nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import accumulate
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from guide.review.changes import Changes, Review
from guide.review.embed import embed_body
from guide.review.facts import headlines
from guide.review.page_lines import make_visible
from guide.review.word_diff import by_section
from guide.wording import words

MOST_PAGES = 200
"""Pages told in detail; further ones are named."""
MOST_WHOLE = 40
"""New pages shown whole; further ones are named."""
MOST_LINES = 300
"""Lines of one list."""
MOST_PICTURES = 400
"""Drawings before and after, on all pages together."""

_TEMPLATES = Path(__file__).parent / "templates"
_DARK = re.compile(r'^\[data-md-color-scheme="slate"\] \{([^}]*)\}', re.MULTILINE)


def review_page(review: Review, *, styles: str = "") -> str:
    """The page; `styles` are the style sheets of the guide itself, for its pages and figures."""
    changes = review.changes or Changes()
    bodies = (Markup(embed_body(page.body, f"new-{n}")) for n, page in enumerate(changes.added[:MOST_WHOLE]))
    template = environment({"visible": make_visible}).get_template("review.html.jinja")
    return template.render(
        as_told(review),
        whole=list(zip(changes.added, bodies, strict=False)),
        pictured=_pages_with_pictures(changes),
        svg=_svg,
        most={"pages": MOST_PAGES, "whole": MOST_WHOLE, "lines": MOST_LINES},
        styles=Markup(_by_device(styles).replace("</", r"<\/")),
        own_styles=Markup((_TEMPLATES / "review.css").read_text("utf-8")),
    )


def environment(filters: Mapping[str, Callable[[str], str]]) -> Environment:
    """The room's templates, with filters for the data's texts."""
    loader = FileSystemLoader(_TEMPLATES)
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.filters.update(filters)
    return found


def as_told(review: Review) -> dict[str, object]:
    """What page and summary tell both."""
    changes = review.changes or Changes()
    counts = f"{len(changes.added)} added, {len(changes.removed)} removed."
    return {
        "review": review,
        "changes": changes,
        "counts": f"{words.plural(len(changes.edited), 'page')} changed, {counts}",
        "short": [line for change in changes.edited for line in headlines(change)],
        "follows": [line for change in changes.followed for line in headlines(change)],
        "by_section": by_section,
        "words": words,
    }


def _pages_with_pictures(changes: Changes) -> frozenset[str]:
    """Addresses of pages whose drawings are shown: the first ones, so that the file stays bearable."""
    edited = changes.edited[:MOST_PAGES]
    drawn = accumulate(len(change.pictures) for change in edited)
    return frozenset(change.page.address for change, count in zip(edited, drawn, strict=True) if count <= MOST_PICTURES)


def _svg(drawing: str) -> Markup:
    """A drawing of ours through the same sieve as everything else that is put in as it is."""
    return Markup(embed_body(drawing, "drawn"))


def _by_device(styles: str) -> str:
    """The guide's colours for dark mode, where the device asks for them: this page has no switch."""
    return _DARK.sub(r"@media (prefers-color-scheme: dark) { :root { color-scheme: dark; \1 } }", styles)

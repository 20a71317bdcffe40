"""The pages written by hand in docs/: Markdown text → pages as readers have them, with the guide's lists filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markdown import markdown

from guide.model import Guide
from guide.pages.front_matter import fill_inserts
from guide.pages.render import render_insert
from guide.review.changes import PageName
from guide.review.version import Shown

LONGEST = 200_000
"""Characters; a longer page is not read, only told to have changed."""

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)?---\n", re.DOTALL)
_TITLE = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)
_EXTENSIONS = ("admonition", "attr_list", "tables")


def documents(texts: Mapping[str, str], guide: Guide | None) -> Iterator[Shown]:
    """A page for every Markdown text by its name inside docs/; without a guide, the lists in it stay empty."""
    for name, text in texts.items():
        plain = _FRONT_MATTER.sub("", text.replace("\r\n", "\n"))
        found = _TITLE.search(plain)
        address = f"{name.removesuffix('.md')}/".removesuffix("index/")
        page = PageName(address, found[1] if found else name, "page")
        if len(plain) > LONGEST:
            yield Shown(page, "<p>This page is too long to be compared word by word.</p>", text)
            continue
        body = markdown(fill_inserts(plain, lambda name: _insert(name, guide)), extensions=_EXTENSIONS)
        yield Shown(page, body, text)


def _insert(name: str, guide: Guide | None) -> str:
    """What stands at an insert. One that this program does not know is left out: the build tells about it."""
    if guide is None:
        return ""
    try:
        return render_insert(guide, name)
    except LookupError:
        return ""

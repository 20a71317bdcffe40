"""One version of the guide as readers have it: every page with the entry or text that it is made of. Reads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guide.model import Guide
from guide.model.address import PAGED
from guide.model.kinds import NOUNS
from guide.pages.outputs import Output
from guide.review.changes import PageName


@dataclass(frozen=True)
class Shown:
    """A page, and what somebody edited where the page is their own work."""

    name: PageName
    body: str
    """HTML."""
    entry: object
    """Equal in both versions where nobody edited what this page is made of."""


@dataclass(frozen=True)
class Version:
    """All pages by address; none where there is no guide yet."""

    guide: Guide | None = None
    pages: Mapping[str, Shown] = field(default_factory=dict)


def version(guide: Guide | None, rendered: Iterable[Output] = (), documents: Iterable[Shown] = ()) -> Version:
    """The guide's generated pages, then those written by hand."""
    generated = (Shown(_name(output), output.body, guide and _entry(guide, output.address)) for output in rendered)
    return Version(guide, {document.name.address: document for document in (*generated, *documents)})


def entry_name(address: str) -> tuple[str, str]:
    """`exercises/squat/` in its two parts; the second is empty for a page of another kind."""
    folder, _, name = address.rstrip("/").partition("/")
    return folder, name if folder in PAGED else ""


def _name(page: Output) -> PageName:
    folder, name = entry_name(page.address)
    return PageName(page.address, page.title, NOUNS[folder] if name else "page")


def _entry(guide: Guide, address: str) -> object:
    """What in the data this page is the page of; None for a page that only gathers what stands elsewhere."""
    folder, name = entry_name(address)
    if name:
        return guide.entries(folder).get(name)
    lists: Mapping[str, Mapping[str, object]] = {"exercises/": guide.patterns, "evidence/": guide.sources}
    return lists.get(address)

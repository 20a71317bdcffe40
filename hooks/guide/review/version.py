"""One version of the guide as readers have it: every page with the entry or text that it is made of. Reads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guide.model import Guide
from guide.model.address import PAGED, kind_and_id
from guide.model.kinds import NOUNS
from guide.pages.evidence import topic_address
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
    generated = (_shown(output, guide) for output in rendered)
    return Version(guide, {document.name.address: document for document in (*generated, *documents)})


def _shown(page: Output, guide: Guide | None) -> Shown:
    """The page with what in the data it is the page of; None for one that only gathers what stands elsewhere."""
    kind, name = kind_and_id(page.address.rstrip("/"))
    if name and kind in PAGED:
        entry = guide.entries(kind).get(name) if guide else None
        return Shown(PageName(page.address, page.title, NOUNS[kind]), page.body, entry)
    return Shown(PageName(page.address, page.title, "page"), page.body, _lists(guide).get(page.address))


def _lists(guide: Guide | None) -> Mapping[str, object]:
    """The pages that list what somebody edited."""
    if not guide:
        return {}
    topics = {topic_address(topic): sources for topic, sources in guide.sources_by_topic.items()}
    return {"exercises/": guide.patterns, **topics}

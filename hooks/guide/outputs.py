"""Guide to everything that is published: the table of contents of the site, the same for tests and for MkDocs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from guide.downloads import Download
from guide.model import Guide
from guide.pages import pages, renderer


@dataclass(frozen=True)
class Output:
    """One published page."""

    address: str
    """Relative to the site's root; ends in a slash, or is empty for the home page."""
    title: str
    description: str
    body: str
    """HTML."""
    source: str
    """The file to edit, relative to the project's root."""
    search_names: tuple[str, ...] = ()
    """Further names under which search finds the page first."""

    @property
    def uri(self) -> str:
        """The name of the Markdown file that MkDocs would have read for this page."""
        folder = self.address in ("", "exercises/", "routines/", "muscles/", "equipment/")
        return f"{self.address}index.md" if folder else f"{self.address.rstrip('/')}.md"


def outputs(guide: Guide, downloads: Collection[Download] = ()) -> Iterator[Output]:
    """Every page in order, rendered, with links to the PDFs that are there to download."""
    render = renderer(guide, downloads)
    for page in pages(guide):
        yield Output(page.address, page.title, page.description, render(page), page.source, page.search_names)

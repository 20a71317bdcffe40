"""Guide to everything that is published: the table of contents of the site, the same for tests and for MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from guide.handouts.downloads import Download
from guide.model import Guide
from guide.model.address import KINDS_OF_PAGES
from guide.pages.page_list import Page, pages
from guide.pages.render import renderer
from guide.pages.search_names import search_boosts


@dataclass(frozen=True)
class Output(Page):
    """One published page."""

    search_boost: float = 1
    """How much more everything on this page counts in search than on others."""
    render: Callable[[], str] = field(default=str, repr=False, compare=False)
    """Gives the body."""

    @property
    def body(self) -> str:
        """HTML, rendered when it is asked for: those of thousands of pages would fill the memory."""
        return self.render()

    @property
    def uri(self) -> str:
        """The name of the Markdown file that MkDocs would have read for this page."""
        is_folder = self.address.rstrip("/") in ("", *KINDS_OF_PAGES)
        return f"{self.address}index.md" if is_folder else f"{self.address.rstrip('/')}.md"


def outputs(
    guide: Guide, downloads: Collection[Download] = (), folder: Path | None = None, *, whole: bool = False
) -> Iterator[Output]:
    """Every page in order, with links to the PDFs that there are; see `renderer`."""
    render, boosts = renderer(guide, downloads, folder, whole=whole), search_boosts(guide)
    for page in pages(guide):
        yield Output(**vars(page), search_boost=boosts.get(page.address, 1), render=partial(render, page))

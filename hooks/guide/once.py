"""What the theme writes around thousands of pages, rendered once for each folder of them instead of for each page."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field
from posixpath import dirname
from typing import Protocol

TITLE, CONTENTS = "\ue000title\ue000", "\ue000contents\ue000"
"""Stand in for what differs; no text may hold such letters, which no font has."""


class ThemePage(Protocol):
    """What of MkDocs' pages is used here."""

    url: str
    meta: MutableMapping[str, object]
    toc: Sequence[object]


@dataclass(frozen=True)
class Once:
    """Asked by `overrides/once.html`, with what would render the piece; a page for which nothing is kept gets that."""

    is_alike: Callable[[ThemePage | None], bool]
    """Whether a page differs from others of its folder in nothing but its title, its contents and its body."""
    _kept: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def alike(self, name: str, page: ThemePage | None, caller: Callable[[], str]) -> str:
        """A piece in which nothing differs."""
        return self._shell(name, page, caller) if page is not None and self.is_alike(page) else caller()

    def header(self, page: ThemePage | None, caller: Callable[[], str]) -> str:
        if page is None or not self.is_alike(page):
            return caller()
        return self._shell("header", page, caller).replace(TITLE, str(page.meta["title"]))

    def navigation(self, page: ThemePage | None, contents: Callable[[], str], caller: Callable[[], str]) -> str:
        """The menu, and the page's table of contents, which `contents` renders."""
        if page is None or not self.is_alike(page):
            return caller()
        return self._shell("navigation", page, caller, contents).replace(CONTENTS, contents())

    def _shell(self, name: str, page: ThemePage, caller: Callable[[], str], contents: Callable[[], str] = str) -> str:
        key = (name, dirname(page.url.rstrip("/")), str(page.meta.get("hide")))
        if key not in self._kept:
            title, toc = page.meta["title"], page.toc
            page.meta["title"], page.toc = TITLE, ()
            nothing = contents()
            shell = caller()
            self._kept[key] = shell.replace(nothing, CONTENTS) if nothing else shell
            page.meta["title"], page.toc = title, toc
        return self._kept[key]

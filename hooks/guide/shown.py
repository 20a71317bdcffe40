"""Pages of a preview that an edit leaves as they are: taken from the site that is shown, and not rendered once more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from guide.kept import digest


class MenuItem(Protocol):
    """What of MkDocs' navigation is used here: pages, links and sections."""

    title: str | None
    children: Iterable[MenuItem] | None


@dataclass
class Shown:
    """What the pages of the site that is shown were made of; of a page that has not been published nothing is known."""

    _keys: dict[str, str] = field(default_factory=dict)
    """By where the pages lie in the site."""
    _coming: dict[str, str] = field(default_factory=dict)

    def page(self, site: Path, path: str, key: str) -> str:
        """The page as it is shown, where it was made of the same as now, which the key says; empty elsewhere."""
        self._coming[path] = key
        if self._keys.get(path) != key or not (site / path).is_file():
            return ""
        return (site / path).read_bytes().decode()

    def published(self) -> None:
        """What was asked for is shown now."""
        self._keys, self._coming = self._coming, {}

    def forget(self) -> None:
        """Something else was written into the pages, or they were not published."""
        self._keys, self._coming = {}, {}


def surroundings(settings: str, templates: Iterable[Path], menu: Iterable[MenuItem]) -> str:
    """Changes with all that the theme writes around the pages that stand in no menu; settings are mkdocs.yml."""
    texts = (f"{path}: {path.read_text('utf-8')}" for path in sorted(templates))
    return digest(settings, *texts, *_told(menu))


def _told(menu: Iterable[MenuItem]) -> Iterator[str]:
    for item in menu:
        yield f"{item.title} {getattr(item, 'url', '')}"
        yield "("
        yield from _told(item.children or ())
        yield ")"

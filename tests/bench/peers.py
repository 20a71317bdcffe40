"""Writes the peers of a built site: the same pages as Markdown and the same figures, for plain generators.

    PYTHONPATH=tests python -m bench.peers <built site> <folder>

The folder then holds `files/` (a figure is an SVG file, shown as an image) and `inline/` (it stands in the Markdown),
each with `out.yml`, which lists the overview pages in the navigation, and `nav.yml`, which lists all.
"""

from __future__ import annotations

import json
import posixpath
import re
import sys
from collections.abc import Callable, Collection
from hashlib import sha256
from pathlib import Path
from urllib.parse import urldefrag

from bench.to_markdown import to_markdown

NOT_FOUND = "404.html"
SECTIONS = ("exercises/", "routines/", "muscles/", "equipment/", "plans/")
_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.DOTALL)
_PENCIL = re.compile(r'<a [^>]*class="md-content__button.*?</a>', re.DOTALL)
_OUTLINE = re.compile(r' (?:d|points|transform|viewBox|cx|cy|r|x|y)="([^"]*)"')

SETTINGS = """\
site_name: Leg strength
site_url: https://leg-strength.example/
repo_url: https://github.example/leg-strength/guide
edit_uri: edit/main/docs/
strict: true
theme:
  name: material
  language: en
  font: false
  icon: {logo: material/run-fast, repo: material/source-repository}
  features:
    [content.action.edit, navigation.tabs, navigation.tabs.sticky, navigation.top, search.suggest, toc.follow]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-night, name: Switch to dark mode}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-sunny, name: Switch to light mode}
plugins: [search]
markdown_extensions: [admonition, attr_list, tables, toc]
validation: {omitted_files: ignore}
"""


def main(site: Path, folder: Path) -> None:
    """Write both peers."""
    pages = {path.parent.relative_to(site).as_posix(): path for path in sorted(site.rglob("index.html"))}
    pages = {"" if name == "." else f"{name}/": path for name, path in pages.items()}
    for kind, figure in (("files", _as_file), ("inline", _as_text)):
        docs = folder / kind / "docs"
        (docs / "figures").mkdir(parents=True)
        for address, path in pages.items():
            target = docs / _name(address)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_page(address, path.read_text("utf-8"), pages, figure(docs, target)), "utf-8")
        for name, listed in (("out", [each for each in pages if not _is_entry(each)]), ("nav", list(pages))):
            (folder / kind / f"{name}.yml").write_text(SETTINGS + f"nav: {json.dumps(_nav(listed))}\n", "utf-8")


def _page(address: str, page: str, pages: Collection[str], figure: Callable[[str], str]) -> str:
    found = _ARTICLE.search(page)
    here = _name(address)

    def link(href: str) -> str | None:
        target = posixpath.normpath(posixpath.join("/", address, urldefrag(href).url)).strip("/")
        target = f"{target}/" if target else ""
        if "://" in href or target not in pages:
            return href if "://" in href else None
        return posixpath.relpath(_name(target), posixpath.dirname(here) or ".")

    return to_markdown(_PENCIL.sub("", found[1] if found else ""), link, figure)


def _as_file(docs: Path, page: Path) -> Callable[[str], str]:
    """A figure becomes a file, one for all places where the same lines are drawn, and an image on the page."""

    def figure(drawing: str) -> str:
        digest = sha256(repr(_OUTLINE.findall(drawing)).encode()).hexdigest()[:16]
        path = docs / "figures" / f"{digest}.svg"
        if not path.exists():
            path.write_text(drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1), "utf-8")
        return f"![Figure]({posixpath.relpath(path, page.parent)})"

    return figure


def _as_text(_docs: Path, _page: Path) -> Callable[[str], str]:
    """A figure stands in the text, in one line."""
    return lambda drawing: re.sub(r"\s+", " ", drawing)


def _name(address: str) -> str:
    """The Markdown file of a page."""
    return f"{address}index.md" if address in ("", *SECTIONS) else f"{address.rstrip('/')}.md"


def _is_entry(address: str) -> bool:
    return address.startswith(SECTIONS) and address not in SECTIONS


def _nav(pages: Collection[str]) -> list[object]:
    """The navigation: a section for each kind of entry."""
    listed: dict[str, list[str]] = {}
    for address in pages:
        listed.setdefault(address.partition("/")[0], []).append(_name(address))
    return [names[0] if len(names) == 1 else {kind.capitalize() or "Home": names} for kind, names in listed.items()]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

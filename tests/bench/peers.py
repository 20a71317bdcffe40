"""Writes the peer of a built site: the same pages as Markdown and the same figures as files, for plain generators."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from collections.abc import Callable, Collection, Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urldefrag

from bench.markdown import to_markdown

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


def write_peer(site: Path, folder: Path) -> None:
    """Settings and Markdown of the site's pages, in a folder that is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs" / "figures").mkdir(parents=True)
    pages = {path.parent.relative_to(site).as_posix(): path for path in sorted(site.rglob("index.html"))}
    pages = {"" if name == "." else f"{name}/": path for name, path in pages.items()}
    for address, path in pages.items():
        target = folder / "docs" / _name(address)
        target.parent.mkdir(parents=True, exist_ok=True)
        article = _ARTICLE.search(path.read_text("utf-8"))
        text = _PENCIL.sub("", article[1] if article else "")
        target.write_text(to_markdown(text, _linker(address, pages), _keeper(folder / "docs", target)), "utf-8")
    settings = f"{SETTINGS}nav: {json.dumps(_nav(address for address in pages if not _is_entry(address)))}\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")


def _linker(address: str, pages: Collection[str]) -> Callable[[str], str | None]:
    """To the Markdown file of a linked page; what is no page is not linked."""

    def link(href: str) -> str | None:
        if "://" in href:
            return href
        target = posixpath.normpath(posixpath.join("/", address, urldefrag(href).url)).strip("/")
        target = f"{target}/" if target else ""
        here = posixpath.dirname(_name(address)) or "."
        return posixpath.relpath(_name(target), here) if target in pages else None

    return link


def _keeper(docs: Path, page: Path) -> Callable[[str], str]:
    """Keeps a figure in a file, one for all places where the same lines are drawn."""

    def figure(drawing: str) -> str:
        digest = sha256(repr(_OUTLINE.findall(drawing)).encode()).hexdigest()[:16]
        path = docs / "figures" / f"{digest}.svg"
        if not path.exists():
            path.write_text(drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1), "utf-8")
        return posixpath.relpath(path, page.parent)

    return figure


def _name(address: str) -> str:
    """The Markdown file of a page."""
    return f"{address}index.md" if address in ("", *SECTIONS) else f"{address.rstrip('/')}.md"


def _is_entry(address: str) -> bool:
    return address.startswith(SECTIONS) and address not in SECTIONS


def _nav(pages: Iterable[str]) -> list[object]:
    """The navigation: a section for each kind of page."""
    listed: dict[str, list[str]] = {}
    for address in pages:
        listed.setdefault(address.partition("/")[0], []).append(_name(address))
    return [names[0] if len(names) == 1 else {kind.capitalize() or "Home": names} for kind, names in listed.items()]

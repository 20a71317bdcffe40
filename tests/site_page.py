"""One page of the built site, parsed as a browser would, and what a visitor finds on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class SitePage:
    """A page and its address, relative to the site's root: `exercises/squat/`, empty for home, `404.html`."""

    address: str
    root: Element
    errors: tuple[str, ...]
    """Where the page is not well formed, as `line:column what`."""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id in order, repeated where the page repeats it."""
        return tuple(element.attrib["id"] for element in elements(self.root) if "id" in element.attrib)

    @cached_property
    def content(self) -> Element:
        """What the page is about, without header, menus and footer."""
        return next(element for element in elements(self.root, "article") if "md-content__inner" in classes(element))

    @cached_property
    def text(self) -> str:
        """Everything that the content says."""
        return words(self.content)

    @cached_property
    def title(self) -> str:
        return words(next(elements(self.root, "title")))

    @property
    def description(self) -> str:
        """The meta description; empty where there is none."""
        described = (meta for meta in elements(self.root, "meta") if meta.get("name") == "description")
        found = (meta.get("content", "") for meta in described)
        return next(found, "")

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as written."""
        return hrefs(self.root)

    def related(self, kind: str) -> tuple[str, ...]:
        """Addresses of links and link elements of this `rel`."""
        found = (element for element in elements(self.root, "a", "link") if kind in element.get("rel", "").split())
        return tuple(each.get("href", "") for each in found)

    def link_called(self, name: str) -> str:
        """Where the first link in the content with this text leads."""
        return next(element.get("href", "") for element in elements(self.content, "a") if words(element) == name)

    def section(self, anchor: str) -> Element:
        """The section that the heading of this id opens."""
        sections = (element for element in elements(self.content, "section") if _opens_with(element, anchor))
        return next(sections)


def read_page(file: Path, address: str) -> SitePage:
    """The page in this file, with whatever repairs a browser would make."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root: Element = parser.parse(file.read_bytes(), transport_encoding="utf-8")
    errors = (f"{line}:{column} {code}" for (line, column), code, _ in parser.errors)
    return SitePage(address, root, tuple(errors))


def elements(root: Element, *tags: str) -> Iterator[Element]:
    """The element and all below it in order, of these tags if any are given; never a comment."""
    return (element for element in root.iter() if isinstance(element.tag, str) and (not tags or element.tag in tags))


def classes(element: Element) -> tuple[str, ...]:
    return tuple(element.get("class", "").split())


def of_class(root: Element, name: str) -> tuple[Element, ...]:
    return tuple(element for element in elements(root) if name in classes(element))


def hrefs(root: Element) -> tuple[str, ...]:
    """Where the links below this element lead, as written."""
    return tuple(element.attrib["href"] for element in elements(root, "a") if "href" in element.attrib)


def words(element: Element) -> str:
    """The text of an element, with single spaces."""
    return one_line("".join(element.itertext()))


def one_line(text: str) -> str:
    return " ".join(text.split())


def _opens_with(section: Element, anchor: str) -> bool:
    return next((element.get("id") for element in elements(section, *HEADINGS)), None) == anchor

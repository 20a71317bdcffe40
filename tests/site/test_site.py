"""The built site as a visitor's browser reads it: every page is there, is found, is well formed and says what it is."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

from guide.model import Guide
from guide.model.address import PAGED
from machine_path import machine_path
from site_build import NOT_FOUND, Site
from site_page import HEADINGS, SitePage, classes, elements, of_class, words

SOURCES = {".jinja", ".md", ".py", ".pyc", ".yml", ".yaml", ".toml"}
_STREAM = re.compile(r"stream\r?\n.*?endstream", re.DOTALL)


def test_every_entry_has_a_page(site: Site, real_guide: Guide) -> None:
    wanted = {f"{folder}/{entry}/" for kind, folder in PAGED.items() for entry in real_guide.entries(kind)}
    assert wanted
    assert not wanted - site.pages.keys()


def test_every_page_can_be_reached_from_home(site: Site) -> None:
    reached, waiting = {""}, [""]
    while waiting:
        found = set(_targets(site, site.pages[waiting.pop()])) - reached
        reached |= found
        waiting += found
    assert site.pages.keys() - reached == {NOT_FOUND}


def test_pages_are_well_formed(site: Site) -> None:
    assert not {address: page.errors for address, page in site.pages.items() if page.errors}


def test_ids_are_unique(site: Site) -> None:
    repeated = {page.address: [each for each, count in Counter(page.ids).items() if count > 1] for page in site.all}
    assert not {address: ids for address, ids in repeated.items() if ids}


def test_headings_are_in_order(site: Site) -> None:
    levels = {page.address: _levels(page) for page in site.all}
    assert not {address: found for address, found in levels.items() if found[0] != 1 or found.count(1) > 1}
    assert not {address: found for address, found in levels.items() if any(up > 1 for up in _rises(found))}


def test_titles_are_unique(site: Site) -> None:
    titles = Counter(page.title for page in site.all)
    assert not [title for title, count in titles.items() if count > 1 or not title]


def test_descriptions_fit_a_search_result(site: Site) -> None:
    lengths = {page.address: len(page.description) for page in site.all}
    assert not {address: length for address, length in lengths.items() if not 50 <= length <= 200}
    assert len({page.description for page in site.ordinary}) == len(site.ordinary)


def test_pages_say_where_they_belong(either_site: Site) -> None:
    for page in either_site.ordinary:
        assert page.related("canonical") == (either_site.url + page.address,)


def test_pages_say_their_language(site: Site) -> None:
    assert {page.root.get("lang") for page in site.all} == {"en"}


def test_pictures_have_words(site: Site) -> None:
    assert not [f"{page.address}: {problem}" for page in site.all for problem in _wordless(page.content)]


def test_links_have_words(site: Site) -> None:
    links = [(page, link) for page in site.all for link in elements(page.root, "a")]
    assert not [f"{page.address}: {link.get('href')}" for page, link in links if not _name(link)]


def test_the_sitemap_lists_every_page(either_site: Site) -> None:
    text = (either_site.folder / "sitemap.xml").read_bytes()
    listed = [element.text for element in fromstring(text).iter() if str(element.tag).endswith("}loc")]
    assert sorted(filter(None, listed)) == sorted(either_site.url + page.address for page in either_site.ordinary)
    assert gzip.decompress((either_site.folder / "sitemap.xml.gz").read_bytes()) == text


def test_no_source_is_published(site: Site) -> None:
    assert not [path for path in site.folder.rglob("*") if path.suffix in SOURCES]


def test_no_file_holds_a_path_of_this_machine(site: Site) -> None:
    texts = {path: _readable(path.read_bytes()) for path in site.folder.rglob("*") if path.is_file()}
    assert len(texts) > len(site.pages)
    assert not {path.name: found for path, text in texts.items() if (found := machine_path(text))}


def test_only_what_is_packed_in_a_pdf_goes_unread() -> None:
    assert _readable(b"a stream\n\xff\xfeR:\\Tvx\nendstream b stream\n<x:xmp/>\nendstream") == (
        "a  b stream\n<x:xmp/>\nendstream"
    )


def _readable(content: bytes) -> str:
    """The file as text, without the packed parts of a PDF, in which anything may stand by chance."""
    text = content.decode("utf-8", "replace")
    return _STREAM.sub(lambda found: "" if "\ufffd" in found[0] else found[0], text)


def _targets(site: Site, page: SitePage) -> Iterator[str]:
    targets = (site.target(page, href) for href in page.links)
    return (target[0] for target in targets if target and target[0] in site.pages)


def _levels(page: SitePage) -> list[int]:
    return [HEADINGS.index(str(element.tag)) + 1 for element in elements(page.root, *HEADINGS)]


def _rises(levels: list[int]) -> list[int]:
    return [below - above for above, below in pairwise(levels)]


def _wordless(content: Element) -> Iterator[str]:
    """Pictures without words; those hidden from screen readers need none, nor do the theme's own icons."""
    icons = {icon for button in of_class(content, "md-content__button") for icon in elements(button, "svg")}
    for picture in elements(content):
        is_one = picture.tag in ("img", "svg", "figure") or picture.get("role") == "img"
        is_decoration = picture.get("aria-hidden") == "true" or (picture.tag == "img" and picture.get("alt") == "")
        if is_one and picture not in icons and not is_decoration and not _name(picture):
            yield f"{picture.tag} {' '.join(classes(picture))}"


def _name(element: Element) -> str:
    """What a screen reader calls it."""
    inside = " ".join(node.get("alt", "") for node in elements(element, "img"))
    return element.get("aria-label", "") or words(element) or inside.strip() or element.get("title", "")

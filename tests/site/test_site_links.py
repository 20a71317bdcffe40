"""Where the built site leads: links, what pages load, and the ways back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from site_build import PROJECT, Site
from site_page import SitePage, elements, words

FORM_FIELDS_OF_GITHUB = {"template", "title"}
LOADING = {"link": "href", "script": "src", "img": "src", "source": "srcset", "iframe": "src", "object": "data"}
"""Which attribute of an element makes a browser ask for something by itself."""
NAMING_ONLY = {"canonical", "edit"}
"""Relations of a link element that name an address and load nothing."""
SOURCES = {
    "": "hooks/guide/pages/templates/home.html.jinja", "exercises": "data/patterns.yml",
    "ladders": "hooks/guide/pages/templates/ladders.html.jinja",
    "routines": "hooks/guide/pages/templates/routines.html.jinja",
    "my-session": "hooks/guide/pages/templates/my_session.html.jinja",
    "log": "hooks/guide/pages/templates/log.html.jinja", "muscles": "data/muscles.yml",
    "equipment": "data/equipment.yml", "evidence": "data/sources.yml", "contributing": "CONTRIBUTING.md",
    "when-something-hurts": "data/conditions.yml", "special-groups": "data/groups.yml",
}  # fmt: skip
"""What to edit to change a generated page that is not the page of one exercise or routine."""


def test_every_link_leads_to_something(either_site: Site) -> None:
    problems = [problem for page in either_site.all for problem in _dead_links(either_site, page)]
    assert not problems, "\n".join(problems)


def test_every_file_that_a_page_loads_is_there(either_site: Site) -> None:
    loaded = [(page, address) for page in either_site.all for address in _loaded(page)]
    found = {(page.address, address): either_site.target(page, address) for page, address in loaded}
    assert len(found) > len(either_site.pages)
    assert not [each for each, target in found.items() if not target or not either_site.file(target[0]).is_file()]


def test_pages_load_nothing_from_elsewhere(site: Site) -> None:
    sheets = [path.read_text("utf-8") for path in site.folder.rglob("*.css")]
    embedded = [words(style) for page in site.all for style in elements(page.root, "style")]
    from_sheets = {address for text in (*sheets, *embedded) for address in _addresses_in_css(text)}
    from_pages = {address for page in site.all for address in _loaded(page)}
    assert from_sheets
    assert not [drawing for drawing in from_sheets | from_pages if _elsewhere(drawing)]


@pytest.mark.parametrize(
    "css", ["a{b:url(https://x.example/f)}", '@import "//x.example/a.css"', "a{b:url( 'http://x')}"]
)
def test_an_address_elsewhere_is_noticed(css: str) -> None:
    assert [each for each in _addresses_in_css(css) if _elsewhere(each)]


def test_edit_links_open_the_source_of_the_page(either_site: Site) -> None:
    for page in either_site.ordinary:
        links = {*page.related("edit"), page.link_called("edit this page")}
        assert links == {f"{either_site.repository}/edit/main/{_source(page)}"}, page.address
        assert (PROJECT / _source(page)).is_file(), page.address


def test_a_report_fills_in_a_form_that_exists(either_site: Site) -> None:
    for page in either_site.ordinary:
        start, _, query = page.link_called("Report a problem").partition("?")
        given = {name: values[0] for name, values in parse_qs(query, strict_parsing=True).items()}
        assert start == f"{either_site.repository}/issues/new"
        assert given.keys() - FORM_FIELDS_OF_GITHUB == {"page"} <= _fields_of_form(given["template"])
        assert given["page"] == either_site.url + page.address


def _dead_links(site: Site, page: SitePage) -> Iterator[str]:
    for href in page.links:
        target = site.target(page, href)
        if target is None and urlsplit(href).scheme != "https":
            yield f"{page.address}: {href} leaves the site"
        elif target and not site.file(target[0]).is_file():
            yield f"{page.address}: {href} leads to no file"
        elif target and target[1] and target[1] not in site.pages[target[0]].ids:
            yield f"{page.address}: {href} leads to no id"


def _loaded(page: SitePage) -> Iterator[str]:
    for element in elements(page.root, *LOADING):
        address = element.get(LOADING[str(element.tag)])
        if address and not NAMING_ONLY.intersection(element.get("rel", "").split()):
            yield address
    yield from (found for node in elements(page.root) for found in _addresses_in_css(node.get("style", "")))


def _addresses_in_css(text: str) -> list[str]:
    return re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""", text)


def _elsewhere(address: str) -> bool:
    return re.match(r"(\w+:)?//", address) is not None


def _source(page: SitePage) -> str:
    """The file that a reader who wants to change the page must open."""
    folder, _, name = page.address.rstrip("/").partition("/")
    if name:
        several = {"exercises": f"exercises/{name}", "routines": f"routines/{name}"}
        several |= {"when-something-hurts": "regions", "evidence": "sources"}
        return f"data/{several.get(folder, folder)}.yml"
    return SOURCES.get(folder, f"docs/{folder}.md")


def _fields_of_form(name: str) -> set[str]:
    form = yaml.safe_load((PROJECT / ".github/ISSUE_TEMPLATE" / name).read_text("utf-8"))
    return {each["id"] for each in form["body"] if "id" in each}

"""Guide to a folder that another generator can build: every output as a file. Returns contents and writes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from guide.authoring import contributing_page
from guide.documents.drawings import fill_drawings
from guide.figure import Subject, person_of
from guide.handouts.downloads import Download
from guide.model import Guide
from guide.pages.drawings import Drawings
from guide.pages.front_matter import fill_inserts, for_search, front_matter
from guide.pages.outputs import Output, outputs
from guide.pages.render import render_insert
from guide.pages.structured_data import structured_data
from guide.settings import Settings
from guide.site.other_files import FIGURE_SHEET, beside_pages
from guide.site.share_pictures import pictures, preview_uri

CONFIG, PLAIN, LISTED, DOCS = "mkdocs.yml", "plain.yml", "outputs.json", "docs"
GIVEN = (CONFIG, DOCS, "overrides", contributing_page.SOURCE)
"""What of the project goes into the folder, as it is or as a page."""
PLAIN_CONFIG = f"""\
# {CONFIG} without our hooks: for MkDocs, which would look for them. Zensical passes over them by itself.
INHERIT: {CONFIG}
hooks: []
watch: []
"""
_LINK = re.compile(r'(?:(?<= href=")|(?<= src="))(?![#/?]|[a-z][a-z0-9+.-]*:)[^"]+(?=")')
"""Relative, and to another page; what data hold never has a quotation mark as it is."""


def stage_files(
    guide: Guide, settings: Settings, downloads: Collection[Download], given: Mapping[str, bytes], cache: Path
) -> dict[str, bytes]:
    """Every file by its path in the folder; `given` is `GIVEN` as the project has it, `cache` keeps what is drawn."""
    sheet = given[f"{DOCS}/{FIGURE_SHEET}"]
    pages, own = (
        tuple(outputs(guide, downloads, cache / "drawings")),
        dict(_other_files(guide, settings, downloads, sheet, cache)),
    )
    files = {path: _hand_written(guide, path, content, settings) for path, content in given.items()}
    files[f"{DOCS}/{contributing_page.ADDRESS}"] = _contributing(guide, files.pop(contributing_page.SOURCE), settings)
    files |= {f"{DOCS}/{page.uri}": _page(guide, page, settings, own).encode() for page in pages}
    files |= {f"{DOCS}/{uri}": content for uri, content in own.items()}
    files[PLAIN] = PLAIN_CONFIG.encode()
    files[LISTED] = _file_list(pages, own, {*files, LISTED}).encode()
    return files


def _page(guide: Guide, output: Output, settings: Settings, files: Collection[str]) -> str:
    """Front matter and body; with it what our hooks tell the page's template besides."""
    more: dict[str, object] = {"edit_url": settings.edit_url(output.source)}
    if (picture := preview_uri(output.address.removeprefix("exercises/").rstrip("/"))) in files:
        more["picture"] = picture
    if known := structured_data(guide, output.address, f"{settings.url}{output.address}"):
        more["linked_data"] = known
    return f"{front_matter(for_search(output) | more)}\n{_root_links(output.body, output.address, settings)}\n"


def _contributing(guide: Guide, content: bytes, settings: Settings) -> bytes:
    text = contributing_page.page(content.decode("utf-8"), settings.repository)
    page = _fill_inserts(guide, text, "contributing/", settings)
    return page.replace("---\n", f"---\nedit_url: {settings.edit_url(contributing_page.SOURCE)}\n", 1).encode()


def _hand_written(guide: Guide, path: str, content: bytes, settings: Settings) -> bytes:
    if not (path.startswith(f"{DOCS}/") and path.endswith(".md")):
        return content
    address = f"{path.removeprefix(f'{DOCS}/').removesuffix('.md')}/"
    return _fill_inserts(guide, content.decode("utf-8-sig"), address, settings).encode()


def _fill_inserts(guide: Guide, text: str, address: str, settings: Settings) -> str:
    drawn = fill_drawings(text, Subject(person_of(guide)))
    return fill_inserts(drawn, lambda name: _root_links(render_insert(guide, name), address, settings))


def _root_links(body: str, address: str, settings: Settings) -> str:
    """The body of the page at the address, with links from the host's root on.

    MkDocs leaves links in HTML as they are; Zensical takes relative ones as leading from the Markdown file.
    """
    here = f"{settings.root}{address}"
    return _LINK.sub(lambda link: urljoin(here, link[0]), body.strip())


def _other_files(
    guide: Guide, settings: Settings, downloads: Collection[Download], sheet: bytes, cache: Path
) -> Iterator[tuple[str, bytes]]:
    told = {"name": settings.name, "description": settings.description, "url": settings.url}
    drawn, sheet_text = pictures(guide, cache / "pictures"), sheet.decode()
    for uri, content in beside_pages(
        Drawings(guide, cache / "drawings"), downloads, drawn, **told, figure_sheet=sheet_text
    ):
        found = content() if callable(content) else content
        yield uri, found.encode() if isinstance(found, str) else found


def _file_list(pages: Collection[Output], own: Collection[str], files: Collection[str]) -> str:
    """What lies where, as JSON: pages with all but their bodies, other outputs, and every file of the folder."""
    told = ("title", "description", "source", "search_names", "search_boost")
    described = [
        {"address": page.address, "file": f"{DOCS}/{page.uri}", **{name: getattr(page, name) for name in told}}
        for page in pages
    ]
    others = [{"address": uri, "file": f"{DOCS}/{uri}"} for uri in own]
    listed = {"pages": described, "others": others, "files": sorted(files, key=PurePosixPath)}
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"

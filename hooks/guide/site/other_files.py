"""Everything that is published beside the pages of the theme, as a build and a staged folder both need it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeAlias

from guide.handouts.downloads import Download
from guide.model import Guide
from guide.pages.drawings import Drawings
from guide.pages.evidence import source_address
from guide.session.hurts_for_scripts import HURTS_FILE, hurts_for_scripts
from guide.session.rules_for_scripts import RULES_FILE, rules_for_scripts
from guide.session.ways import VERSIONS_FILE, ways
from guide.site.app_manifest import ICON, MANIFEST, icon_svg, web_manifest
from guide.site.figure_files import files_apart
from guide.site.redirects import redirects

FIGURE_SHEET = "stylesheets/figure.css"
Content: TypeAlias = str | bytes | Callable[[], bytes]
"""What a file holds, or what reads it when it is wanted."""


def beside_pages(
    drawings: Drawings,
    downloads: Collection[Download],
    pictures: Iterable[tuple[str, Callable[[], bytes]]],
    *,
    name: str,
    description: str,
    url: str,
    figure_sheet: str,
) -> Iterator[tuple[str, Content]]:
    """(where it lies in the site, what it holds); name, description and url are the site's, the sheet is its text."""
    guide: Guide = drawings.guide
    yield MANIFEST, web_manifest(name, description)
    yield ICON, icon_svg(guide)
    for name, values in (
        (RULES_FILE, rules_for_scripts(guide, source_address)),
        (VERSIONS_FILE, ways(guide)),
        (HURTS_FILE, hurts_for_scripts(guide)),
    ):
        yield name, json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    yield from ((download.uri, download.content) for download in downloads)
    yield from pictures
    yield from redirects(guide, downloads, url)
    for exercise in guide.exercises.values():
        yield from drawings.moving(exercise).items()
    yield from files_apart(drawings, figure_sheet)

"""Guide to what lies at addresses that are gone: a small page that leads on, and the new PDFs under their old names."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide.handouts.downloads import Download
from guide.model import Guide
from guide.model.address import kind_and_id
from guide.pages.page_list import overview_title
from guide.site.app_manifest import ICON

_TEMPLATES = Path(__file__).parent / "templates"


def redirects(guide: Guide, downloads: Collection[Download], site_url: str) -> Iterator[tuple[str, str | bytes]]:
    """(file below the site's root, content) of everything at an old address; `site_url` may be empty."""
    templates = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    page = templates.get_template("redirect.html.jinja")
    for old, new in guide.new_addresses.items():
        target, icon = f"{posixpath.relpath(new, old)}/", posixpath.relpath(ICON, old)
        canonical = f"{site_url.rstrip('/')}/{new}/" if site_url else target
        text = page.render(name=_name(guide, new), target=target, icon=icon, canonical=canonical)
        yield f"{old}/index.html", text
        yield from _papers(downloads, old, new)


def _papers(downloads: Collection[Download], old: str, new: str) -> Iterator[tuple[str, bytes]]:
    """A host of static files cannot send a PDF's reader elsewhere, so the old name has a copy."""
    for download in downloads:
        if download.uri.startswith(f"print/{new}-") and download.page == f"{new}/":
            yield download.uri.replace(f"print/{new}-", f"print/{old}-", 1), download.content()


def _name(guide: Guide, address: str) -> str:
    kind, name = kind_and_id(address)
    return guide.entries(kind)[name].name if name else overview_title(address)

"""The last touches to a finished site: search entries, trimmed stylesheets, service worker. Knows files, not MkDocs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from guide.site.offline_cache import WORKER, service_worker
from guide.site.search_index import with_entries
from guide.site.site_files import SiteFiles
from guide.site.stylesheets import names, squeeze, used_rules

_THEME_SHEET = re.compile(r"assets/stylesheets/(main|palette)\.")
_OWN_SHEETS = "stylesheets/"
TEMPLATES = Path(__file__).parent / "templates"
_INDEX = "search/search_index.json"


def finish(site: Path, search: Iterable[bytes]) -> None:
    """Add the search entries of generated pages, trim the theme's stylesheets, write the service worker."""
    _add_to_search(site / _INDEX, search)
    files = SiteFiles(site)
    for name, text in (_trim_theme(files) | _squeeze_own(files)).items():
        (site / name).write_text(text, "utf-8", newline="")
    code = (TEMPLATES / "service-worker.js").read_text("utf-8")
    (site / WORKER).write_text(service_worker(files, code), "utf-8", newline="\n")


def _add_to_search(index: Path, pages: Iterable[bytes]) -> None:
    if index.is_file():  # not where the plugin is switched off
        pieces = with_entries(index.read_text("utf-8"), pages)
        with index.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)


def _squeeze_own(files: SiteFiles) -> dict[str, str]:
    return {name: squeeze(files[name].decode("utf-8")) for name in files if name.startswith(_OWN_SHEETS)}


def _trim_theme(files: SiteFiles) -> dict[str, str]:
    """The theme's stylesheets without what this site does not use."""
    known = names(files.texts(".html"), files.texts(".js"))
    sheets = {name: files[name].decode("utf-8") for name in files if name.endswith(".css")}
    others = {name: text for name, text in sheets.items() if not _THEME_SHEET.match(name)}
    return {name: used_rules(sheets[name], known, others.values()) for name in sheets.keys() - others.keys()}

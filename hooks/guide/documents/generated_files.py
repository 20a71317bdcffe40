"""Where generated pages and files lie in the site, as far as names in the data tell, however broken it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guide.authoring import contributing_page
from guide.figure.picture.player import MOVING
from guide.model.address import PAGED
from guide.model.kinds import FOLDERS, LISTS, REDIRECTS
from guide.pages.card_pictures import FIGURES
from guide.pages.evidence import topic_address
from guide.pages.finder import TOUCH_MAP
from guide.pages.page_list import OVERVIEWS
from guide.reading.data_files import content, entries
from guide.reading.yaml_source import LARGEST_FILE, read
from guide.session.exercise_catalogue import CATALOGUE
from guide.session.hurts_for_scripts import HURTS_FILE
from guide.session.rules_for_scripts import RULES_FILE
from guide.session.ways import VERSIONS_FILE
from guide.site.app_manifest import ICON, ICON_SIZES, MANIFEST, icon_uri
from guide.site.offline_cache import WORKER
from guide.site.share_pictures import FOLDER

_PAGE = re.compile(r"\.(md|markdown|mdown|mkdn?)$")
"""As MkDocs knows them."""
_OWN = ("my-session/", "log/", "special-groups/")
_FILES = (
    MANIFEST,
    ICON,
    *map(icon_uri, ICON_SIZES),
    WORKER,
    CATALOGUE,
    TOUCH_MAP,
    RULES_FILE,
    VERSIONS_FILE,
    HURTS_FILE,
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
)
_FOLDERS = ("print/", "search/", FOLDER, FIGURES, MOVING)
"""Of these every file is generated."""


@dataclass(frozen=True)
class Generated:
    """Names of files in the site, in small letters: some systems do not tell `Log` from `log`."""

    files: frozenset[str]
    folders: frozenset[str]
    """Those that the files lie in."""

    def holds(self, name: str) -> bool:
        """Whether a file of this name would lie where a generated file or its folder lies."""
        name = name.casefold()
        above = {path.as_posix() for path in PurePosixPath(name).parents}
        return f"{name}/".startswith(_FOLDERS) or bool(self.files & {name, *above}) or name in self.folders


def is_page(name: str) -> bool:
    """Whether MkDocs makes a page of the file."""
    return bool(_PAGE.search(name))


def address_of(name: str) -> str:
    """Where a file of docs/ comes to lie in the site: `exercises/squat.md` in `exercises/squat/index.html`."""
    if not is_page(name):
        return name
    path = PurePosixPath(name)
    return (path.parent if path.stem in ("index", "README") else path.with_suffix("")).joinpath("index.html").as_posix()


def generated_files(data: Path) -> Generated:
    """Everything that a build adds to the files of docs/, but for the theme's."""
    pages = (f"{address}index.html" for address in addresses(data))
    files = frozenset(map(str.casefold, (*pages, *_FILES)))
    return Generated(files, frozenset(path.as_posix() for file in files for path in PurePosixPath(file).parents))


def addresses(data: Path) -> Iterator[str]:
    """Addresses of generated pages, and old ones that lead to them."""
    yield from OVERVIEWS
    yield from (*_OWN, f"{contributing_page.ADDRESS.removesuffix('.md')}/")
    for kind in FOLDERS:
        yield from (f"{kind}/{path.stem}/" for path in entries(data / kind, kind)[0])
    for kind in LISTS.keys() & set(PAGED):
        yield from (f"{PAGED[kind]}/{name}/" for name in _words(data / f"{kind}.yml", "id"))
    yield from map(topic_address, _words(data / "sources.yml", "topic"))
    yield from (f"{old}/" for old in _words(data / f"{REDIRECTS}.yml", "old"))


def _words(path: Path, field: str) -> Iterator[str]:
    """What the entries of a list have in a field."""
    written = content(path, path.name, most=LARGEST_FILE)
    node = read(written, path.name)[0] if isinstance(written, bytes) else None
    for item in node.items() if node else ():
        if (word := item.get(field)) and isinstance(word.content, str):
            yield word.content

"""One build on its way: what is made of the guide beforehand, and what its pages have told so far. Knows no MkDocs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from guide.documents.check import check_documents
from guide.handouts.downloads import Download, Printer, downloads
from guide.model import Guide
from guide.pages.drawings import Drawings
from guide.pages.outputs import Output, outputs
from guide.pages.structured_data import structured_data
from guide.printing import PrintError
from guide.problems.node import Node
from guide.problems.report import report
from guide.problems.system_error import place
from guide.reading.data_files import line_at
from guide.reading.load import load
from guide.settings import Edition, check_settings, refusals
from guide.site.other_files import FIGURE_SHEET, Content, beside_pages
from guide.site.page_space import without_indentation
from guide.site.search_index import pack, search_entries
from guide.site.security_policy import strangers, theme_scripts, with_policy
from guide.site.share_pictures import pictures, preview_uri


@dataclass(frozen=True)
class Building:
    """What the steps of a build hand on; see `prepare`."""

    guide: Guide
    cache: Path
    """The folder that keeps drawings, pictures and PDFs between builds."""
    downloads: tuple[Download, ...]
    outputs: Mapping[str, Output]
    """Every generated page by the name of its Markdown file."""
    pictures: Mapping[str, Callable[[], bytes]]
    """Link previews, by where they lie in the site."""
    known_scripts: re.Pattern[str]
    """The theme's inline scripts."""
    search: list[bytes] = field(default_factory=list)
    """What search is to be told of the pages so far, packed."""
    strangers: list[str] = field(default_factory=list)
    """Inline scripts that are not the theme's: where, what is wrong, what to do."""

    def page(self, output: Output) -> str:
        """The page's body, HTML; notes what search is to be told of it."""
        body, names = output.body, output.search_names
        entries = search_entries(body, url=output.address, title=output.title, names=names, boost=output.search_boost)
        self.search.append(pack(entries))
        return body

    def head(self, address: str, url: str) -> dict[str, object]:
        """What search engines and link previews may know of the page that is published as the URL."""
        picture = preview_uri(address.removeprefix("exercises/").rstrip("/"))
        known = structured_data(self.guide, address, url)
        return {"picture": picture if picture in self.pictures else "", "linked_data": known}

    def protect(self, page: str, path: str) -> str:
        """The whole page as it is sent, with its security policy; strangers are noted, for all pages in one run."""
        self.strangers.extend(f"{path}:{stranger}" for stranger in strangers(page, self.known_scripts))
        return without_indentation(with_policy(page, self.known_scripts))

    def files(self, name: str, description: str, url: str, docs: Path) -> Iterator[tuple[str, Content]]:
        """Everything that is not a page of the theme: where it lies in the site, and what it holds."""
        drawings, sheet = Drawings(self.guide, self.cache / "drawings"), (docs / FIGURE_SHEET).read_text("utf-8")
        told = {"name": name, "description": description, "url": url, "figure_sheet": sheet}
        return beside_pages(drawings, self.downloads, self.pictures.items(), **told)


def settings_report(file: Path, site: Path, url: str, is_flat: bool, environment: Mapping[str, str]) -> str:
    """What is wrong in mkdocs.yml, or else in what the command line puts in its place; empty for nothing."""
    told = report(check_settings(file, environment), partial(line_at, file.parent / "data"))
    given = () if told else refusals(file.parent, site, url, is_flat, environment)
    return told or "\n".join(f"{field}: {message}: {hint}." for field, message, hint in given)


def load_all(data: Path, site: str) -> Guide | str:
    """The guide, or a report of all that is wrong with its data and with the pages beside them."""
    nodes: dict[str, Node] = {}
    result = load(data, lambda written, node, path: nodes.update({path: node}))
    problems = [*(() if isinstance(result, Guide) else result), *check_documents(data.parent, data, nodes)]
    if isinstance(result, Guide) and not problems:
        return result
    return report(problems, partial(line_at, data), site=site)


def unprepared(error: Exception) -> str:
    """Why `prepare` failed, and where."""
    if isinstance(error, PrintError):
        return f"a handout has a problem, so nothing was built.\n{report([error.problem])}"
    return f"a page template has a problem, so nothing was built: {place(error)}{error}"


def prepare(guide: Guide, edition: Edition, cache: Path, theme: Iterable[Path], later: Printer | None) -> Building:
    """All that can fail because of data or templates is tried here; TemplateError, LookupError and PrintError tell so.

    `theme` is the theme's folders, the first of which count most; `later` prints handouts while the build goes on.
    """
    handouts = downloads(guide, edition, cache / "print", later)
    outlined = {output.uri: output for output in outputs(guide, handouts, cache / "drawings")}
    for each in {output.template: output for output in reversed(outlined.values())}.values():
        each.render()  # a template with a problem is found before all else
    scripts = (path for folder in theme for path in (folder / "partials" / "javascripts").glob("*.html"))
    return Building(
        guide,
        cache,
        handouts,
        outlined,
        dict(pictures(guide, cache / "pictures")),
        theme_scripts(script.read_text("utf-8") for script in scripts),
    )

"""The MkDocs adapter: loads the data, hands pages over, shows problems while serving. Keeps no state."""

from __future__ import annotations

import html
import io
import json
import logging
import re
import shutil
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import _TocToken, get_toc

from guide.apart import files_apart
from guide.app import ICON, MANIFEST, icon_svg, web_manifest
from guide.downloads import downloads
from guide.drawings import Drawings
from guide.handout import Edition, PrintError
from guide.linked_data import linked_data
from guide.load import load
from guide.model import Guide
from guide.offline import WORKER, service_worker
from guide.outputs import Output, outputs
from guide.pages import TEMPLATES, render_insert
from guide.problem import report
from guide.search_index import search_entries, with_entries
from guide.share import kept_pictures, preview_uri
from guide.site_files import SiteFiles
from guide.stylesheet import names, used_rules

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("guide")

FIGURE_SHEET = "stylesheets/figure.css"
_NO_DATE = "1980-01-01"  # MkDocs takes today's otherwise, and no two builds would be the same
_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_INSERT = re.compile(r"<!-- insert: ([^>]+) -->")
_UNUSED = re.compile(r"assets/javascripts/lunr/|assets/images/favicon|\.map$")  # of the theme's files
_THEME_SHEET = re.compile(r"assets/stylesheets/(main|palette)\.")
_NOTICE = re.compile(r'<div id="guide-problems".*?</div>', re.DOTALL)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load `data/` before anything is deleted; problems end the build here, all of them in one message."""
    result = load(_root(config) / "data")
    if not isinstance(result, Guide):
        raise PluginError(f"data/ has problems, so nothing was built.\n{report(result)}")
    config.extra["guide"] = result
    config.extra["search"] = []
    cache = _root(config) / ".cache"
    try:
        config.extra["pictures"] = dict(kept_pictures(result, cache / "pictures"))
        config.extra["downloads"] = downloads(result, _edition(config), cache / "print")
        found = outputs(result, config.extra["downloads"], cache / "drawings")
        config.extra["outputs"] = {each.uri: each for each in found}
        config.extra["tried"] = _tried(config.extra["outputs"].values())
    except (TemplateError, LookupError) as error:
        raise PluginError(f"a page template has a problem, so nothing was built: {_where(error)}{error}") from error
    except PrintError as error:
        raise PluginError(f"a handout has a problem, so nothing was built.\n{report([error.problem])}") from error
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every output, whose body follows in `on_page_content`, and what makes the site installable."""
    for file in [each for each in files if _UNUSED.search(each.src_uri)]:
        files.remove(file)
    manifest = web_manifest(config.site_name, config.site_description or "")
    files.append(File.generated(config, MANIFEST, content=manifest))
    files.append(File.generated(config, ICON, content=icon_svg(config.extra["guide"])))
    for uri, output in config.extra["outputs"].items():
        file = File.generated(config, uri, content=_front_matter(output))
        file.edit_uri = f"../{output.source}"
        files.append(file)
    for download in config.extra["downloads"]:
        files.append(File.generated(config, download.uri, abs_src_path=str(download.file)))
    for uri, picture in config.extra["pictures"].items():
        files.append(File.generated(config, uri, abs_src_path=str(picture)))
    for uri, content in _apart(config):
        files.append(File.generated(config, uri, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages that stand in no menu are the many, and there is nothing in them for MkDocs to convert."""
    listed = {page.file.src_uri for page in nav.pages}
    for uri, output in config.extra["outputs"].items():
        if uri not in listed and (file := files.get_file_from_path(uri)):
            _GeneratedPage(output, file, config)
    return nav


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A hand-written page with its lists filled in; the body of a generated one comes when it is written."""
    page.update_date = _NO_DATE
    if page.file.src_uri in config.extra["outputs"]:
        return ""
    return _INSERT.sub(lambda found: _inserted(found[1], page, config), content)


@event_priority(-100)  # after the search, which would read every generated page from end to end
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The body of a generated page; and what search engines may know, see `overrides/partials/page-head.html`."""
    output: Output | None = config.extra["outputs"].get(page.file.src_uri)
    if output is not None:
        body = config.extra["tried"].pop(output.uri, None) or output.body
        headings = [_token(anchor, name) for anchor, name in _HEADING.findall(body)]
        page.toc = get_toc([{"level": 1, "id": "top", "name": html.escape(output.title), "children": headings}])
        page.content = body
        entries = search_entries(output, page.url, body)
        config.extra["search"].extend(json.dumps(each, separators=(",", ":")) for each in entries)
    page.meta["picture"] = preview_uri(page.url.removeprefix("exercises/").rstrip("/"))
    page.meta["linked_data"] = linked_data(config.extra["guide"], page.url, page.canonical_url or "")
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Forget the body: those of thousands of pages would fill the memory."""
    if page.file.src_uri in config.extra["outputs"]:
        page.content = ""
    return output


@event_priority(-100)  # after the search, which writes its index then
def on_post_build(config: MkDocsConfig) -> None:
    """Trim the theme's stylesheet, and write the service worker, which knows every file of the finished site."""
    site = Path(config.site_dir)
    _add_to_search(site / "search" / "search_index.json", config.extra["search"])
    files = SiteFiles(site)
    for name, text in _trimmed(files).items():
        (site / name).write_text(text, "utf-8", newline="")
    code = (TEMPLATES / "service-worker.js").read_text("utf-8")
    (site / WORKER).write_text(service_worker(files, code), "utf-8", newline="\n")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Keep serving the last good site when a rebuild fails, and show the problems on its pages.

    MkDocs empties the site first and lets browsers wait for as long as a rebuild fails; so a failure must not reach it.
    """
    build, site = server.builder, Path(server.root)

    def build_or_show() -> None:
        with TemporaryDirectory() as kept, _complaints() as complaints:
            earlier = shutil.copytree(site, Path(kept, "site"))
            try:
                build()
            except (MkDocsException, TemplateError) as failure:
                shutil.copytree(earlier, site, dirs_exist_ok=True)
                if _reason(failure) not in complaints.getvalue():  # MkDocs prints the same message only once
                    log.error(_reason(failure))
                _show(complaints.getvalue(), site)

    server.builder = build_or_show
    return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _apart(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    guide: Guide = config.extra["guide"]
    drawings = Drawings(guide, _root(config) / ".cache" / "drawings")
    return files_apart(guide, drawings.thumbnail, Path(config.docs_dir, FIGURE_SHEET).read_text("utf-8"))


def _edition(config: MkDocsConfig) -> Edition:
    project = tomllib.loads((_root(config) / "pyproject.toml").read_text("utf-8"))["project"]
    day = datetime.fromisoformat(_NO_DATE).replace(tzinfo=UTC)
    return Edition(config.site_name, project["version"], config.site_url or "", int(day.timestamp()))


class _GeneratedPage(Page):
    """A page without Markdown: reading its front matter and converting nothing took longer than rendering it."""

    def __init__(self, output: Output, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._output = output

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", _meta(self._output)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.present_anchor_ids = "", set()


def _tried(outputs: Iterable[Output]) -> dict[str, str]:
    """The body of a page of every kind by its name, so that a template with a problem is found before all else."""
    kinds = {each.template: each for each in reversed(tuple(outputs))}
    return {each.uri: each.body for each in kinds.values()}


def _front_matter(output: Output) -> str:
    """YAML front matter; every value is JSON, which is YAML whatever the text holds."""
    lines = (f"{name}: {json.dumps(value)}" for name, value in _meta(output).items())
    return "\n".join(["---", *lines, "---", ""])


def _meta(output: Output) -> dict[str, object]:
    """What MkDocs is told of a page; search is told by `on_page_context`."""
    hidden = ["navigation"] if output.address else ["navigation", "toc"]
    return {
        "title": output.title,
        "description": output.description,
        "hide": hidden,
        "search": {"exclude": True},
    }


def _add_to_search(index: Path, entries: Iterable[str]) -> None:
    if index.is_file():  # not where the plugin is switched off
        index.write_text(with_entries(index.read_text("utf-8"), entries), "utf-8", newline="\n")


def _trimmed(files: SiteFiles) -> Mapping[str, str]:
    """The theme's stylesheets without what this site does not use."""
    known = names(files.texts(".html"), files.texts(".js"))
    sheets = {name: files[name].decode("utf-8") for name in files if name.endswith(".css")}
    others = {name: text for name, text in sheets.items() if not _THEME_SHEET.match(name)}
    return {name: used_rules(sheets[name], known, others.values()) for name in sheets.keys() - others.keys()}


def _token(anchor: str, name: str) -> _TocToken:
    return {"level": 2, "id": anchor, "name": name.strip(), "children": []}


def _inserted(name: str, page: Page, config: MkDocsConfig) -> str:
    try:
        return render_insert(config.extra["guide"], name)
    except LookupError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}") from error


def _where(error: Exception) -> str:
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    return f"{name}:{line}: " if name else ""


def _reason(failure: Exception) -> str:
    cause = failure.__context__ if isinstance(failure, Abort) else None
    return f"{_where(failure)}{cause or failure}"


@contextmanager
def _complaints() -> Iterator[io.StringIO]:
    """What MkDocs and its plugins print as warnings and errors meanwhile, without the server's notes on requests."""
    heard = io.StringIO()
    listener, logger = logging.StreamHandler(heard), logging.getLogger("mkdocs")
    listener.setLevel(logging.WARNING)
    listener.addFilter(lambda record: record.name != "mkdocs.livereload")
    logger.addHandler(listener)
    try:
        yield heard
    finally:
        logger.removeHandler(listener)


def _show(problems: str, site: Path) -> None:
    """Write the problems at the top of every served page, in place of earlier ones."""
    notice = f'<div id="guide-problems" role="alert"><pre>{html.escape(problems)}</pre></div>'
    for path in site.rglob("*.html"):
        page = _NOTICE.sub("", path.read_text("utf-8"))
        path.write_text(re.sub(r"(<body[^>]*>)", lambda tag: tag[1] + notice, page, count=1), "utf-8")

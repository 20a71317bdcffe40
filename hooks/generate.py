"""The MkDocs adapter: loads the data, hands pages over, shows problems while serving. Keeps no state."""

from __future__ import annotations

import html
import io
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import _TocToken, get_toc
from mkdocs.utils import CountHandler

from guide import contributing
from guide.app import ICON, MANIFEST, icon_svg, web_manifest
from guide.downloads import downloads
from guide.front_matter import filled, front_matter
from guide.handout import Edition, PrintError
from guide.linked_data import linked_data
from guide.load import load
from guide.model import Guide
from guide.offline import WORKER, service_worker
from guide.outputs import Output, outputs
from guide.pages import TEMPLATES, render_insert
from guide.preview import with_reloading
from guide.publish import close_workshops, open_workshop, publish
from guide.reader import Reader
from guide.redirects import redirects
from guide.report import report
from guide.security_policy import PolicyError, protected
from guide.settings import NO_DATE, edition
from guide.share import pictures, preview_uri
from guide.stylesheet import names, used_rules

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("guide")

_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_UNUSED = re.compile(r"assets/javascripts/lunr/|assets/images/favicon|\.map$")  # of the theme's files
_THEME_SHEET = re.compile(r"assets/stylesheets/(main|palette)\.")
_NOTICE = re.compile(r'<div id="guide-problems".*?</div>', re.DOTALL)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load `data/` before anything is deleted; problems end the build here, all of them in one message."""
    reader = Reader()
    result = load(_root(config) / "data", reader)
    if not isinstance(result, Guide):
        told = report(result, reader.line, site=config.site_url or "")
        raise PluginError(f"data/ has problems, so nothing was built.\n{told}")
    config.extra["guide"] = result
    try:
        config.extra["pictures"] = dict(pictures(result))
        config.extra["downloads"] = downloads(result, _edition(config), _root(config) / ".cache" / "print")
        config.extra["outputs"] = {each.uri: each for each in outputs(result, config.extra["downloads"])}
    except (TemplateError, LookupError) as error:
        raise PluginError(f"a page template has a problem, so nothing was built: {_where(error)}{error}") from error
    except PrintError as error:
        raise PluginError(f"a handout has a problem, so nothing was built.\n{report([error.problem])}") from error
    config.extra["workshop"] = open_workshop(Path(config.site_dir))
    config.site_dir = str(config.extra["workshop"].new)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every output, whose body follows in `on_page_content`, and what makes the site installable."""
    for file in [each for each in files if _UNUSED.search(each.src_uri)]:
        files.remove(file)
    manifest = web_manifest(config.site_name, config.site_description or "")
    files.append(File.generated(config, MANIFEST, content=manifest))
    files.append(File.generated(config, ICON, content=icon_svg(config.extra["guide"])))
    for uri, output in config.extra["outputs"].items():
        file = File.generated(config, uri, content=front_matter(output))
        file.edit_uri = f"../{output.source}"
        files.append(file)
    text = (_root(config) / contributing.SOURCE).read_text("utf-8")
    page = File.generated(config, contributing.ADDRESS, content=contributing.page(text, config.repo_url or ""))
    page.edit_uri = f"../{contributing.SOURCE}"
    files.append(page)
    for download in config.extra["downloads"]:
        files.append(File.generated(config, download.uri, content=download.content))
    for uri, picture in config.extra["pictures"].items():
        files.append(File.generated(config, uri, content=picture))
    for uri, moved in redirects(config.extra["guide"], config.extra["downloads"], config.site_url or ""):
        files.append(File.generated(config, uri, content=moved))
    return files


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The body of a generated page; a hand-written one with its lists filled in."""
    page.update_date = NO_DATE
    output: Output | None = config.extra["outputs"].get(page.file.src_uri)
    if output is None:
        body = filled(content, lambda name: _inserted(name, page, config))
        if not _HEADING.search(content) and _HEADING.search(body):
            page.toc = get_toc(_tokens(body))
        return body
    top: _TocToken = {"level": 1, "id": "top", "name": html.escape(output.title), "children": _tokens(output.body)}
    page.toc = get_toc([top])
    return output.body


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Tell the page's template what search engines may know; see `overrides/partials/page-head.html`."""
    picture = preview_uri(page.url.removeprefix("exercises/").rstrip("/"))
    page.meta["picture"] = picture if picture in config.extra["pictures"] else ""
    page.meta["linked_data"] = linked_data(config.extra["guide"], page.url, page.canonical_url or "")
    page.meta["written_title"] = page.title
    for name in page.meta.keys() & {"title", "description"}:  # Material writes both into its pages as they are
        page.meta[name] = escape(page.meta[name])
    return context


@event_priority(-100)  # after the search, which writes its index then
def on_post_build(config: MkDocsConfig) -> None:
    """Trim the theme's stylesheet, protect the pages, write the service worker, which knows every file; publish."""
    site = Path(config.site_dir)
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    for name, text in (_trimmed(files) | _protected(files, config)).items():
        files[name] = text.encode("utf-8")
        (site / name).write_bytes(files[name])
    code = (TEMPLATES / "service-worker.js").read_text("utf-8")
    (site / WORKER).write_text(service_worker(files, code), "utf-8", newline="\n")
    _publish(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Keep serving the last good site when a rebuild fails, and show the problems on its pages.

    MkDocs lets browsers wait for as long as a rebuild fails; so a failure must not reach it.
    """
    build, site = server.builder, Path(server.root)
    server.set_app(with_reloading(server.serve_request))

    def build_or_show() -> None:
        with _complaints() as complaints:
            try:
                build()
            except (MkDocsException, TemplateError) as failure:
                if _reason(failure) not in complaints.getvalue():  # MkDocs prints the same message only once
                    log.error(_reason(failure))
                _show(complaints.getvalue(), site)

    server.builder = build_or_show
    return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _edition(config: MkDocsConfig) -> Edition:
    return edition(config.site_name, config.site_url or "", (_root(config) / "pyproject.toml").read_text("utf-8"))


def _publish(config: MkDocsConfig) -> None:
    """Put the site where it was wanted, unless MkDocs refuses it afterwards because of warnings."""
    workshop = config.extra["workshop"]
    config.site_dir = str(workshop.site)
    counts = (each for each in logging.getLogger("mkdocs").handlers if isinstance(each, CountHandler))
    try:
        if not any(each.get_counts() for each in counts):
            publish(workshop)
    except OSError as error:
        raise PluginError(f"{workshop.site}: {error.strerror}: choose another folder with --site-dir") from error
    close_workshops()


def _protected(files: Mapping[str, bytes], config: MkDocsConfig) -> dict[str, str]:
    """Every page with its security policy; a script that is not the theme's ends the build."""
    scripts = (each for folder in config.theme.dirs for each in Path(folder, "partials/javascripts").glob("*.html"))
    pages = {name: content.decode("utf-8") for name, content in files.items() if name.endswith(".html")}
    try:
        return protected(pages, [each.read_text("utf-8") for each in scripts])
    except PolicyError as error:
        raise PluginError(f"pages cannot be protected, so nothing was published.\n{error}") from error


def _trimmed(files: Mapping[str, bytes]) -> dict[str, str]:
    """The theme's stylesheets without what this site does not use."""
    pages, scripts, sheets = (
        {name: content.decode("utf-8") for name, content in files.items() if name.endswith(suffix)}
        for suffix in (".html", ".js", ".css")
    )
    known = names(pages.values(), scripts.values())
    others = {name: text for name, text in sheets.items() if not _THEME_SHEET.match(name)}
    return {name: used_rules(sheets[name], known, others.values()) for name in sheets.keys() - others.keys()}


def _tokens(body: str) -> list[_TocToken]:
    """The contents of a page, from its headings."""
    found = _HEADING.findall(body)
    return [{"level": 2, "id": anchor, "name": name.strip(), "children": []} for anchor, name in found]


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

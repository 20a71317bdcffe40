"""The MkDocs adapter: loads the data, hands pages over, shows problems while serving. Keeps no state."""

from __future__ import annotations

import gc
import html
import logging
import os
import re
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import _TocToken, get_toc
from mkdocs.utils import CountHandler

from guide.authoring import contributing_page
from guide.build import Building, load_all, prepare, settings_report, unprepared
from guide.disk_cache import passing_folder
from guide.documents.drawings import fill_drawings
from guide.figure import Subject, person_of
from guide.pages.front_matter import describe_page, fill_inserts, front_matter, headings
from guide.pages.outputs import Output
from guide.pages.render import COMPILED, render_insert
from guide.preview.live_reload import with_reloading
from guide.preview.print_later import Later, printing_later
from guide.preview.problem_notice import complaints, show
from guide.printing import PrintError
from guide.problems.system_error import place, refusal
from guide.settings import NO_DATE, edition
from guide.site.finish import finish
from guide.site.publish import close_workshop, open_workshop, publish

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("guide")

# No state, but how a preview tells a rebuild that it is one: MkDocs makes a new configuration for each.
_LATER: ContextVar[Later | None] = ContextVar("later", default=None)
_UNUSED = re.compile(r"assets/javascripts/lunr/|assets/images/favicon|\.map$")  # of the theme's files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load `data/`, and check all else, before anything is deleted; problems end the build here, all in one message."""
    if config.strict and log.getEffectiveLevel() > logging.WARNING:  # --quiet: none would be seen nor counted
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
    gc.set_threshold(20_000, 20, 20)  # thousands of entries live to the end; looking among them for rubbish takes time
    given = Path(config.site_dir), config.site_url or "", not config.use_directory_urls
    if told := settings_report(Path(config.config_file_path), *given, os.environ):
        raise PluginError(f"the settings have problems, so nothing was built.\n{told}")
    guide = load_all(_root(config) / "data", config.site_url or "")
    if isinstance(guide, str):
        raise PluginError(f"data/ or docs/ has problems, so nothing was built.\n{guide}")
    try:
        project = (_root(config) / "pyproject.toml").read_text("utf-8")
        printed = edition(config.site_name, config.site_url or "", project)
        config.extra["building"] = prepare(guide, printed, _cache(config), map(Path, config.theme.dirs), _LATER.get())
    except (TemplateError, LookupError, PrintError) as error:
        raise PluginError(unprepared(error)) from error
    config.extra["workshop"] = open_workshop(Path(config.site_dir))
    config.site_dir = str(config.extra["workshop"].new)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every output, whose body follows in `on_page_context`, and what makes the site installable."""
    for file in [file_ for file_ in files if _UNUSED.search(file_.src_uri)]:
        files.remove(file)
    for uri, output in _building(config).outputs.items():
        files.append(_page_file(uri, front_matter(_meta(output)), output.source, config))
    text = (_root(config) / contributing_page.SOURCE).read_text("utf-8")
    page = contributing_page.page(text, config.repo_url or "")
    files.append(_page_file(contributing_page.ADDRESS, page, contributing_page.SOURCE, config))
    told = (config.site_name, config.site_description or "", config.site_url or "", Path(config.docs_dir))
    for uri, content in _building(config).files(*told):
        files.append(
            _LateFile.of(content, uri, config) if callable(content) else File.generated(config, uri, content=content)
        )
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages that stand in no menu are the many, and there is nothing in them for MkDocs to convert."""
    listed = {page.file.src_uri for page in nav.pages}
    for uri, output in _building(config).outputs.items():
        if uri not in listed and (file := files.get_file_from_path(uri)):
            _GeneratedPage(output, file, config)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Compile the theme once a process: a preview would do so for each edit. Look for its changes once a build."""
    env.bytecode_cache, env.auto_reload = COMPILED, False
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Figures that a hand-written page holds as YAML are drawn below their lines."""
    return fill_drawings(markdown, Subject(person_of(_building(config).guide)))


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A hand-written page with its lists filled in; the body of a generated one comes when it is written."""
    page.update_date = NO_DATE
    if page.file.src_uri in _building(config).outputs:
        return ""
    try:
        body = fill_inserts(content, lambda name: render_insert(_building(config).guide, name))
    except LookupError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}") from error
    if not headings(content) and headings(body):
        page.toc = get_toc(_tokens(body))
    return body


@event_priority(-100)  # after the search, which would read every generated page from end to end
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The body of a generated page; and what search engines may know, see `overrides/partials/page-head.html`."""
    building = _building(config)
    if output := building.outputs.get(page.file.src_uri):
        page.content = body = building.page(output)
        page.toc = get_toc([{"level": 1, "id": "top", "name": html.escape(output.title), "children": _tokens(body)}])
    page.meta.update(building.head(page.url, page.canonical_url or ""), written_title=page.title)
    for name in page.meta.keys() & {"title", "description"}:  # Material writes both into its pages as they are
        page.meta[name] = escape(page.meta[name])
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Protect the page, and forget it: the bodies of thousands would fill the memory."""
    if page.file.src_uri in _building(config).outputs:
        page.content, page.toc = "", get_toc([])
        del page.meta["linked_data"]
    return _building(config).protect(output, page.file.dest_uri)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Protect the page for what is not found; other templates are not pages."""
    return _building(config).protect(output, template_name) if template_name.endswith(".html") else output


@event_priority(-100)  # after the search, which writes its index then
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site's files, and put them where they were wanted, unless MkDocs refuses them because of warnings."""
    building = _building(config)
    if told := "\n".join(building.strangers):
        raise PluginError(f"pages cannot be protected, so nothing was published.\n{told}")
    finish(Path(config.site_dir), building.search)
    workshop = config.extra["workshop"]
    config.site_dir = str(workshop.site)
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    if not any(counter.get_counts() for counter in counters):
        publish(workshop)
    close_workshop()


def on_build_error(error: Exception) -> None:
    """What the system refuses is no fault of the guide's: a sentence, wherever in the build it happened."""
    if told := refusal(error):
        raise PluginError(told) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Keep serving the last good site when a rebuild fails, and show the problems on its pages.

    MkDocs lets browsers wait for as long as a rebuild fails; so a failure must not reach it.
    """
    build, site = server.builder, Path(server.root)
    later, printed = printing_later(_cache(config) / "print")
    server.watch(str(printed))
    server.set_app(with_reloading(server.serve_request))

    def build_or_show() -> None:
        with complaints() as heard:
            token = _LATER.set(later)
            try:
                build()
            except (MkDocsException, TemplateError) as failure:
                if _reason(failure) not in heard.getvalue():  # MkDocs prints the same message only once
                    log.error(_reason(failure))
                show(heard.getvalue(), site)
            finally:
                _LATER.reset(token)
                later.begin()

    server.builder = build_or_show
    return server


class _GeneratedPage(Page):
    """A page without Markdown: reading its front matter and converting nothing took longer than rendering it."""

    def __init__(self, output: Output, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._output = output

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", _meta(self._output)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.present_anchor_ids = "", set()


class _LateFile(File):
    """A file that is read when it is copied: all together may fill the memory."""

    _read: Callable[[], bytes]

    @classmethod
    def of(cls, read: Callable[[], bytes], uri: str, config: MkDocsConfig) -> File:
        file = cls.generated(config, uri, content=b"")
        assert isinstance(file, cls)
        file._read = read
        return file

    def copy_file(self, dirty: bool = False) -> None:
        self._content = self._read()
        super().copy_file(dirty)
        self._content = b""


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _cache(config: MkDocsConfig) -> Path:
    """The folder that keeps what takes long to make; where the settings switch that off, one that ends with us."""
    return _root(config) / ".cache" if config.extra.get("cache", True) else passing_folder()


def _building(config: MkDocsConfig) -> Building:
    found: Building = config.extra["building"]
    return found


def _page_file(uri: str, content: str, source: str, config: MkDocsConfig) -> File:
    file = File.generated(config, uri, content=content)
    file.edit_uri = f"../{source}"
    return file


def _meta(output: Output) -> dict[str, object]:
    """What MkDocs is told of a page; search is told by `on_page_context`."""
    return describe_page(output) | {"search": {"exclude": True}}


def _tokens(body: str) -> list[_TocToken]:
    """The contents of a page, from its headings."""
    return [{"level": 2, "id": anchor, "name": name, "children": []} for anchor, name in headings(body)]


def _reason(failure: Exception) -> str:
    cause = failure.__context__ if isinstance(failure, Abort) else None
    return f"{place(failure)}{cause or failure}"

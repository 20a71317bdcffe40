"""The MkDocs adapter: loads the data, hands pages over, shows problems while serving. Keeps no state."""

from __future__ import annotations

import gc
import html
import json
import logging
import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, _TocToken, get_toc
from mkdocs.utils import CountHandler

from guide import contributing
from guide.building import Building, prepare
from guide.downloads import printed_plans
from guide.finish import finish
from guide.front_matter import described, filled, front_matter
from guide.kept import digest, write
from guide.later import Later
from guide.linked_data import linked_data
from guide.load import load
from guide.model import Guide
from guide.notice import complaints, show
from guide.once import Once
from guide.outputs import Output
from guide.pages import COMPILED
from guide.preview import with_reloading
from guide.printing import PrintError
from guide.publish import close_workshops, open_workshop, publish
from guide.reader import Reader
from guide.report import report
from guide.settings import NO_DATE, edition
from guide.share import preview_uri
from guide.shown import Shown, surroundings

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("guide")

# No state, but how a preview tells a rebuild that it is one: MkDocs makes a new configuration for each.
_LATER: ContextVar[Later | None] = ContextVar("later", default=None)
_SHOWN: ContextVar[Shown | None] = ContextVar("shown", default=None)
_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_UNUSED = re.compile(r"assets/javascripts/lunr/|assets/images/favicon|\.map$")  # of the theme's files


def on_startup(command: str, dirty: bool) -> None:
    """A preview remembers what it shows, so that an edit need not render every page again."""
    _SHOWN.set(Shown() if command == "serve" else None)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load `data/` before anything is deleted; problems end the build here, all of them in one message."""
    gc.set_threshold(20_000, 20, 20)  # thousands of entries live to the end; looking among them for rubbish takes time
    guide = _loaded(config)
    try:
        config.extra["building"] = _prepared(guide, config)
    except (TemplateError, LookupError) as error:
        raise PluginError(f"a page template has a problem, so nothing was built: {_where(error)}{error}") from error
    except PrintError as error:
        raise PluginError(f"a handout has a problem, so nothing was built.\n{report([error.problem])}") from error
    config.extra["workshop"] = open_workshop(Path(config.site_dir))
    config.site_dir = str(config.extra["workshop"].new)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every output, whose body follows in `on_page_context`, and what makes the site installable."""
    for file in [each for each in files if _UNUSED.search(each.src_uri)]:
        files.remove(file)
    for uri, output in _building(config).outputs.items():
        files.append(_page_file(uri, front_matter(_meta(output)), output.source, config))
    text = (_root(config) / contributing.SOURCE).read_text("utf-8")
    page = contributing.page(text, config.repo_url or "")
    files.append(_page_file(contributing.ADDRESS, page, contributing.SOURCE, config))
    told = (config.site_name, config.site_description or "", config.site_url or "", Path(config.docs_dir))
    for uri, content in _building(config).files(*told):
        where = {"abs_src_path": str(content)} if isinstance(content, Path) else {"content": content}
        files.append(File.generated(config, uri, **where))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages that stand in no menu are the many, and there is nothing in them for MkDocs to convert."""
    listed = {page.file.src_uri for page in nav.pages}
    for uri, output in _building(config).outputs.items():
        if uri not in listed and (file := files.get_file_from_path(uri)):
            _GeneratedPage(output, file, config)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """What `overrides/once.html` asks, the template of pages that stand in no menu."""
    env.bytecode_cache = COMPILED  # a preview would compile the theme for each edit
    env.globals["once"] = Once(lambda page: isinstance(page, _GeneratedPage))
    return env


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A hand-written page with its lists filled in; the body of a generated one comes when it is written."""
    page.update_date = NO_DATE
    if page.file.src_uri in _building(config).outputs:
        return ""
    body = filled(content, lambda name: _inserted(name, page, config))
    if not _HEADING.search(content) and _HEADING.search(body):
        page.toc = get_toc(_tokens(body))
    return body


@event_priority(-100)  # after the search, which would read every generated page from end to end
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The body of a generated page; and what search engines may know, see `overrides/partials/page-head.html`."""
    building = _building(config)
    if output := building.outputs.get(page.file.src_uri):
        page.content = body = building.page(output)
        page.toc = _contents(output.title, body)
    picture = preview_uri(page.url.removeprefix("exercises/").rstrip("/"))
    page.meta["picture"] = picture if picture in building.pictures else ""
    page.meta["linked_data"] = linked_data(building.guide, page.url, page.canonical_url or "")
    page.meta["written_title"] = page.title
    for name in page.meta.keys() & {"title", "description"}:  # Material writes both into its pages as they are
        page.meta[name] = escape(page.meta[name])
    if isinstance(page, _GeneratedPage) and (shown := _SHOWN.get()):
        page.meta["whole"] = _whole(page, config, nav, shown)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Protect the page, and forget it: the bodies of thousands would fill the memory."""
    if page.file.src_uri in _building(config).outputs:
        page.content, page.toc = "", get_toc([])
        del page.meta["linked_data"]
    if page.meta.pop("whole", ""):
        return output
    return _building(config).protected(output, page.file.dest_uri)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Protect the page for what is not found; other templates are not pages."""
    return _building(config).protected(output, template_name) if template_name.endswith(".html") else output


@event_priority(-100)  # after the search, which writes its index then
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site's files, and publish them."""
    building = _building(config)
    if building.strangers:
        told = "\n".join(building.strangers)
        raise PluginError(f"pages cannot be protected, so nothing was published.\n{told}")
    finish(Path(config.site_dir), building.search)
    _publish(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Keep serving the last good site when a rebuild fails, and show the problems on its pages.

    MkDocs lets browsers wait for as long as a rebuild fails; so a failure must not reach it.
    """
    build, site = server.builder, Path(server.root)
    later = _printing_later(server, _root(config) / ".cache" / "print")
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
                if shown := _SHOWN.get():
                    shown.forget()
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
        self.markdown, self.meta = "", _meta(self._output) | {"template": "once.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content, self.present_anchor_ids = "", set()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _building(config: MkDocsConfig) -> Building:
    found: Building = config.extra["building"]
    return found


def _loaded(config: MkDocsConfig) -> Guide:
    reader = Reader()
    result = load(_root(config) / "data", reader, kept=_root(config) / ".cache" / "sound")
    if isinstance(result, Guide):
        return result
    told = report(result, reader.line, site=config.site_url or "")
    raise PluginError(f"data/ has problems, so nothing was built.\n{told}")


def _prepared(guide: Guide, config: MkDocsConfig) -> Building:
    project = (_root(config) / "pyproject.toml").read_text("utf-8")
    printed = edition(config.site_name, config.site_url or "", project)
    return prepare(guide, printed, _root(config) / ".cache", map(Path, config.theme.dirs), _LATER.get())


def _page_file(uri: str, content: str, source: str, config: MkDocsConfig) -> File:
    file = File.generated(config, uri, content=content)
    file.edit_uri = f"../{source}"
    return file


def _meta(output: Output) -> dict[str, object]:
    """What MkDocs is told of a page; search is told by `on_page_context`."""
    return described(output) | {"search": {"exclude": True}}


def _contents(title: str, body: str) -> TableOfContents:
    return get_toc([{"level": 1, "id": "top", "name": html.escape(title), "children": _tokens(body)}])


def _tokens(body: str) -> list[_TocToken]:
    """The contents of a page, from its headings."""
    found = _HEADING.findall(body)
    return [{"level": 2, "id": anchor, "name": name.strip(), "children": []} for anchor, name in found]


def _whole(page: Page, config: MkDocsConfig, nav: Navigation, shown: Shown) -> str:
    """The page as the preview shows it, where it would come out the same."""
    if "surroundings" not in config.extra:
        settings = Path(config.config_file_path).read_text("utf-8")
        own = Path(config.theme.dirs[0]).rglob("*.html")  # the theme's own stay while a preview runs
        config.extra["surroundings"] = surroundings(settings, own, nav.items)
    about = (page.title, page.url, page.canonical_url, page.edit_url, page.meta)
    key = digest(config.extra["surroundings"], page.content or "", json.dumps(about))
    return shown.page(config.extra["workshop"].site, page.file.dest_uri, key)


def _inserted(name: str, page: Page, config: MkDocsConfig) -> str:
    try:
        return _building(config).pages.insert(name)
    except LookupError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}") from error


def _publish(config: MkDocsConfig) -> None:
    """Put the site where it was wanted, unless MkDocs refuses it afterwards because of warnings."""
    workshop = config.extra["workshop"]
    config.site_dir = str(workshop.site)
    counts = (each for each in logging.getLogger("mkdocs").handlers if isinstance(each, CountHandler))
    try:
        if not any(each.get_counts() for each in counts):
            publish(workshop)
            if shown := _SHOWN.get():
                shown.published()
    except OSError as error:
        raise PluginError(f"{workshop.site}: {error.strerror}: choose another folder with --site-dir") from error
    close_workshops()


def _printing_later(server: LiveReloadServer, folder: Path) -> Later:
    """Handouts are printed while the preview goes on, and then the site is built once more, with them."""
    printed = folder / "printed"
    printed.mkdir(parents=True, exist_ok=True)
    server.watch(str(printed))
    return Later(partial(printed_plans, folder=folder), lambda: write(printed / "last", token_hex().encode()))


def _where(error: Exception) -> str:
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    return f"{name}:{line}: " if name else ""


def _reason(failure: Exception) -> str:
    cause = failure.__context__ if isinstance(failure, Abort) else None
    return f"{_where(failure)}{cause or failure}"

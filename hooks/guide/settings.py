"""What the guide needs to know of mkdocs.yml, read without MkDocs, and what it cannot be built with. Writes nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from guide.printing import missing_letter, unprintable
from guide.problems.problem import Problem

NO_DATE = "1980-01-01"
"""Whoever builds takes today's otherwise, and no two builds would be the same."""
_FILE = "mkdocs.yml"
_SOURCES = ("data", "docs", "hooks", "overrides", "tests", ".git", ".github")
"""Folders of the project that no site may lie in, or take the place of."""
_HOOK = "hooks/mkdocs_adapter.py"
_SITE = "sw.js"
"""A folder with it has been a site of ours before, and may be one again."""
_ADDRESS = re.compile(r"https?://[^\s/?#:@\[\]]+(:\d+)?(/[^\s?#]*)?")
_NAMES = ("site_name", "site_description", "site_url", "repo_url", "edit_uri")


@dataclass(frozen=True)
class Settings:
    """The site's own words."""

    name: str
    description: str
    url: str
    """Ends in a slash; empty where none is set."""
    repository: str
    """Address of its source."""
    edit: str
    """What comes between that and the path of a file in docs/, to change it there: edit/main/docs/."""

    @property
    def root(self) -> str:
        """The path of the site on its host; it begins and ends with a slash."""
        return urlsplit(self.url).path or "/"

    def edit_url(self, source: str) -> str:
        """Where a file of the project can be changed."""
        return f"{self.repository.rstrip('/')}/{self.edit.removesuffix('docs/')}{source}"


@dataclass(frozen=True)
class Edition:
    """What all handouts of one build have in common."""

    guide: str
    """Name of the guide, as it stands at the foot of every page."""
    version: str
    """Version of the guide."""
    site_url: str
    """Where the site is published; every handout leads back to its page there."""
    timestamp: int
    """When the data last changed, in seconds since 1970: the PDF's date. Never the clock, or no two builds agree."""
    licence: str = "CC BY-SA 4.0"
    """Licence of text and figures."""


class _Loader(yaml.SafeLoader):
    """Knows !ENV as a list of names and a value, and of other tags, which name Python objects, only that they are."""


def _names(loader: _Loader, node: yaml.Node) -> list[str]:
    """`!ENV NAME` has no value to fall back on."""
    if isinstance(node, yaml.SequenceNode):
        return [str(part or "") for part in loader.construct_sequence(node)]
    return [str(node.value), ""]


_Loader.add_constructor("!ENV", _names)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(text: str | bytes, environment: Mapping[str, str]) -> Settings | Problem:
    """From the text of mkdocs.yml; `!ENV [NAME, value]` is the environment's NAME, or else the value."""
    found = _fields(text)
    if isinstance(found, Problem):
        return found
    name, description, url, repository, edit = (_value(found.get(field), environment) for field in _NAMES)
    return Settings(name, description, f"{url.rstrip('/')}/" if url else "", repository, edit)


def edition(name: str, url: str, project: str) -> Edition:
    """What handouts say of themselves; `project` is the text of pyproject.toml."""
    day = datetime.fromisoformat(NO_DATE).replace(tzinfo=UTC)
    return Edition(name, tomllib.loads(project)["project"]["version"], url, int(day.timestamp()))


def check_settings(path: Path, environment: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong in mkdocs.yml, of what MkDocs does not refuse itself."""
    text = path.read_bytes()
    found = _fields(text)
    if isinstance(found, Problem):
        yield found
        return
    site, url = (_value(found.get(field), environment) for field in ("site_dir", "site_url"))
    is_flat = _value(found.get("use_directory_urls", True), environment).lower() in ("", "false")
    node = yaml.compose(text, _Loader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    places = {key.value: (value.start_mark.line + 1, value.start_mark.column + 1) for key, value in pairs}
    values = refusals(path.parent, path.parent / site if site else None, url, is_flat, environment)
    name = _unprintable("site_name", _value(found.get("site_name"), environment))
    for field, message, hint in (*values, *name, *_misplacements(found)):
        yield Problem(path.name, *places.get(field, (1, 1)), message, hint)


def _misplacements(found: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Folders that nobody would check elsewhere, and the hook without which nothing is checked at all."""
    theme = found.get("theme")
    custom = theme.get("custom_dir", "overrides") if isinstance(theme, dict) else "overrides"
    if found.get("docs_dir", "docs") != "docs":
        yield "docs_dir", "the pages are in docs and nowhere else", "delete docs_dir"
    if custom != "overrides":
        yield "theme", "the theme's furniture is in overrides and nowhere else", "write custom_dir: overrides"
    hooks = found.get("hooks")
    if "INHERIT" not in found and _HOOK not in (hooks if isinstance(hooks, list) else ()):
        yield "hooks", "without its hook MkDocs would delete the site and build another", f"write hooks: [{_HOOK}]"


def refusals(
    root: Path, site: Path | None, url: str, is_flat: bool, environment: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Field, what is wrong with it and the remedy: of settings as MkDocs will take them, wherever they come from."""
    if site and (message := _harm(root.resolve(), site.resolve(), environment)):
        yield "site_dir", message, "name a folder that is new, empty or an earlier site, such as site"
    if url and not _ADDRESS.fullmatch(url):
        hint = "write it as https://example.org/ or https://example.org/guide/"
        yield "site_url", "site_url must be an address", hint
    yield from _unprintable("site_url", url)
    if is_flat:
        yield "use_directory_urls", "every page needs a folder of its own", "delete use_directory_urls, or write true"


def _unprintable(field: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Name and address of the site stand on every handout."""
    if letter := missing_letter(text):
        yield field, *unprintable(letter)


def _harm(root: Path, site: Path, environment: Mapping[str, str]) -> str:
    """What a site there would destroy, as a sentence; empty where it is welcome."""
    home = environment.get("HOME") or environment.get("USERPROFILE")
    for folder, name in ((root, "the whole project"), (Path(home).resolve() if home else root, "your home folder")):
        if folder.is_relative_to(site):
            return f"the site would take the place of {name}"
    for name in _SOURCES:
        if site.is_relative_to((root / name).resolve()):
            return f"the site would take the place of {name}, or lie in it"
    return "the site would take the place of other files" if _is_strange(site) else ""


def _is_strange(folder: Path) -> bool:
    """Whether there is something that no build has made, or that cannot be looked into."""
    try:
        return folder.exists() and any(folder.iterdir()) and not (folder / _SITE).is_file()
    except OSError:
        return True


def _fields(text: str | bytes) -> dict[str, object] | Problem:
    try:
        found = yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError) as error:  # what looks like a date and is none
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        hint = "check the indentation, and put text that holds a colon and a space in double quotes"
        return Problem(_FILE, line, column, f"this is not valid YAML ({reason})", hint)
    if not isinstance(found, dict):
        return Problem(_FILE, 1, 1, "the site's settings are no fields", "write site_name: and its name")
    return found


def _value(written: object, environment: Mapping[str, str]) -> str:
    if isinstance(written, list) and written:
        *names, default = map(str, written)
        return next((environment[name] for name in names if name in environment), default)
    return str(written or "")

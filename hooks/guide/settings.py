"""What the guide needs to know of mkdocs.yml, read without MkDocs: name, description and address of the site."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import yaml

from guide.problems.problem import Problem

NO_DATE = "1980-01-01"
"""Whoever builds takes today's otherwise, and no two builds would be the same."""
_FILE = "mkdocs.yml"
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


def read_settings(text: str, environment: Mapping[str, str]) -> Settings | Problem:
    """From the text of mkdocs.yml; `!ENV [NAME, value]` is the environment's NAME, or else the value."""
    try:
        found = yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError) as error:  # what looks like a date and is none
        return _unreadable(error)
    if not isinstance(found, dict):
        return Problem(_FILE, 1, 1, "the site's settings are no fields", "write site_name: and its name")
    name, description, url, repository, edit = (_value(found.get(field), environment) for field in _NAMES)
    return Settings(name, description, f"{url.rstrip('/')}/" if url else "", repository, edit)


def edition(name: str, url: str, project: str) -> Edition:
    """What handouts say of themselves; `project` is the text of pyproject.toml."""
    day = datetime.fromisoformat(NO_DATE).replace(tzinfo=UTC)
    return Edition(name, tomllib.loads(project)["project"]["version"], url, int(day.timestamp()))


def _value(written: object, environment: Mapping[str, str]) -> str:
    if isinstance(written, list) and written:
        *names, default = map(str, written)
        return next((environment[name] for name in names if name in environment), default)
    return str(written or "")


def _unreadable(error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    hint = "check the indentation, and put text that holds a colon and a space in double quotes"
    return Problem(_FILE, line, column, f"this is not valid YAML ({reason})", hint)

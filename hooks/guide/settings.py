"""What the guide needs to know of mkdocs.yml, read without MkDocs: name, description and address of the site."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from ruamel.yaml import YAML

from guide.handout import Edition

NO_DATE = "1980-01-01"
"""Whoever builds takes today's otherwise, and no two builds would be the same."""


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


def read_settings(text: str, environment: Mapping[str, str]) -> Settings:
    """From the text of mkdocs.yml; `!ENV [NAME, value]` is the environment's NAME, or else the value."""
    found = YAML(typ="rt").load(text)
    names = ("site_name", "site_description", "site_url", "repo_url", "edit_uri")
    name, description, url, repository, edit = (_value(found.get(each), environment) for each in names)
    return Settings(name, description, f"{url.rstrip('/')}/" if url else "", repository, edit)


def edition(name: str, url: str, project: str) -> Edition:
    """What handouts say of themselves; `project` is the text of pyproject.toml."""
    day = datetime.fromisoformat(NO_DATE).replace(tzinfo=UTC)
    return Edition(name, tomllib.loads(project)["project"]["version"], url, int(day.timestamp()))


def _value(written: object, environment: Mapping[str, str]) -> str:
    if isinstance(written, list):
        *names, default = map(str, written)
        return next((environment[each] for each in names if each in environment), default)
    return str(written or "")

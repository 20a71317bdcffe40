"""CONTRIBUTING.md as a page of the site: links that work in the repository, made to work there. Reads no file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

FRONT: Mapping[str, str] = {
    "title": "Contributing",
    "description": "How to mend a sentence or add an exercise, with a browser only or on your own machine.",
}
ADDRESS, SOURCE = "contributing.md", "CONTRIBUTING.md"

_FILES = "blob/main"
"""Where a GitHub-like host shows files, and so what links in them are relative to."""
_LINK = re.compile(r"(?<=\]\()(?![a-z][a-z0-9+.-]*:|#|/)([^)\s]+)")


def page(markdown: str, repository: str) -> str:
    """The page; what is linked but no page of the site is looked up in the repository."""
    head = "".join(f"{name}: {value}\n" for name, value in FRONT.items())
    body = _LINK.sub(lambda link: _target(link[1], repository), markdown)
    return f"---\nhide: [navigation]\n{head}---\n\n{body}"


def _target(link: str, repository: str) -> str:
    path = re.split("[?#]", link)[0]
    if path.startswith("docs/") and path.endswith(".md"):
        return link.removeprefix("docs/")
    return f"{repository.rstrip('/')}/{posixpath.normpath(f'{_FILES}/{path}')}{link[len(path) :]}"

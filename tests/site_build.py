"""Building the real project in a process of its own, as a contributor would, and the site that comes of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from site_page import SitePage, read_page

PROJECT = Path(__file__).resolve().parents[1]
PARTS = ("mkdocs.yml", "pyproject.toml", "CONTRIBUTING.md", "hooks", "data", "docs", "overrides")
"""All that a build reads."""
KEPT = ("drawings", "pictures", "print")
"""What a build keeps in `.cache`, so that the next neither draws nor prints it again."""
NOT_FOUND = "404.html"
SITE_URL, REPO_URL = "GUIDE_SITE_URL", "GUIDE_REPO_URL"


@dataclass(frozen=True)
class Site:
    """A built site and the two addresses that it was built for."""

    folder: Path
    url: str
    """Where it will be published; ends in a slash."""
    repository: str
    """Where its source is; no slash at the end."""
    pages: Mapping[str, SitePage] = field(repr=False)
    """Every page by its address, 404.html included."""

    @property
    def all(self) -> tuple[SitePage, ...]:
        return tuple(self.pages.values())

    @property
    def ordinary(self) -> tuple[SitePage, ...]:
        """Pages with an address of their own: all but the one for unknown addresses."""
        return tuple(page for page in self.all if page.address != NOT_FOUND)

    def target(self, page: SitePage, href: str) -> tuple[str, str] | None:
        """Address and anchor that a link on the page leads to; None where it leaves the site."""
        address, anchor = urldefrag(urljoin(urljoin(self.url, page.address), href))
        return (address.removeprefix(self.url), anchor) if address.startswith(self.url) else None

    def file(self, address: str) -> Path:
        """The file that a web server answers with."""
        return self.folder / address / "index.html" if address.endswith("/") or not address else self.folder / address


def read_site(folder: Path, url: str, repository: str) -> Site:
    """Every page of a built site, each parsed once."""
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
    pages = (read_page(folder / name, name.removesuffix("index.html")) for name in names)
    return Site(folder, url, repository, {page.address: page for page in pages})


def build(project: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` of this project."""
    return run(project, "-m", "mkdocs", "build", "--strict", *options, **environment)


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments in this project; errors are part of the output."""
    return subprocess.run(
        (sys.executable, *arguments),
        cwd=project,
        env=build_environment(**environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def build_environment(**more: str) -> dict[str, str]:
    """This environment with what is given, without addresses of a site that whoever runs the tests may have set.

    Nor does a process of the project's own, which may run tests in turn, take itself for one of this run's.
    """
    left_out = (SITE_URL, REPO_URL, "PYTEST_XDIST_WORKER")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **more}


def copy_project(folder: Path) -> Path:
    """A copy, in a new folder, of all that a build reads, and of what earlier builds have kept."""
    folder.mkdir()
    for part in PARTS:
        if (PROJECT / part).is_dir():
            shutil.copytree(PROJECT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / part, folder / part)
    for part in KEPT:
        if (kept := PROJECT / ".cache" / part).is_dir():  # where a half-written file may be gone in a moment
            shutil.copytree(kept, folder / ".cache" / part, ignore=shutil.ignore_patterns("half-*"))
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its content."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

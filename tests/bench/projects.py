"""Folders that are built while measuring: a checkout with generated data, and the sites beside it. Measures nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
WORK = PROJECT / ".cache" / "bench"
PRINTED, DRAWN = ("print",), ("print", "drawings", "pictures")
"""Folders that keep PDFs, and those that keep drawings and preview pictures too."""
LEFT_OUT = ("data", "site", "tests", ".venv", ".git", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache")


def environment(project: Path = PROJECT) -> dict[str, str]:
    """For every command: our own modules, the checkout's guide, and no banner."""
    found = {name: value for name, value in os.environ.items() if not name.startswith("GUIDE_")}
    path = os.pathsep.join((str(project / "hooks"), str(PROJECT / "tests")))
    return {**found, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def project_with(count: int, project: Path = PROJECT) -> Path:
    """A copy of the checkout with so many exercises, in a place of its own; what it has cached there before stays."""
    folder = WORK / f"{project.name}-{count}"
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name != ".cache":
            _delete(path)
    for path in project.iterdir():
        if path.name not in LEFT_OUT:
            _copy(path, folder / path.name)
    python("-m", "bench.generated", str(count), str(folder / "data"), "--project", str(project), project=project)
    return folder


def forget(folder: Path, *, but: Sequence[str]) -> None:
    """Delete the site, and of what earlier builds have kept all but the folders of these names."""
    for path in (folder / "site", *(folder / ".cache").glob("*")):
        if path.exists() and path.name not in but:
            _delete(path)


def peers_of(site: Path, count: int) -> Path:
    """The peers' folder, with the pages and figures of a built site of so many exercises as Markdown."""
    folder = WORK / f"peers-{count}"
    if folder.exists():
        _delete(folder)
    python("-m", "bench.peers", str(site), str(folder))
    return folder


def python(*arguments: str, project: Path = PROJECT) -> None:
    """Python in a process of its own, so that this one stays small: a child inherits the peak of its parent."""
    subprocess.run((sys.executable, *arguments), env=environment(project), check=True)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()

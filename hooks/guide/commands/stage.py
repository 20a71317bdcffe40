"""Writes every output to a folder that another generator can build: `python hooks stage`. Knows no MkDocs."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from jinja2 import TemplateError

from guide.disk_cache import write_whole
from guide.handouts.downloads import downloads
from guide.model import Guide
from guide.printing import PrintError
from guide.problems.problem import Problem
from guide.problems.report import report
from guide.reading.load import load
from guide.settings import Settings, edition, read_settings
from guide.stage import CONFIG, GIVEN, LISTED, PLAIN, stage_files
from guide.wording.words import plural

CACHE = Path(".cache")


def main() -> int:
    """0 where the folder is written, 1 where the guide has problems, 2 where the command has."""
    parser = argparse.ArgumentParser(description="Write every output to a folder that another generator can build.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(".cache/stage"), help="default: .cache/stage")
    folder: Path = parser.parse_args().folder
    if folder.exists() and not (folder.is_dir() and (_is_ours(folder) or not any(folder.iterdir()))):
        parser.error(f"{folder} is not empty and no earlier stage: name another folder")
    guide = load(Path("data").resolve())
    if not isinstance(guide, Guide):
        print(report(guide))
        return 1
    settings = read_settings(Path(CONFIG).read_text("utf-8"), os.environ)
    if isinstance(settings, Problem):
        print(settings)
        return 1
    try:
        files = _files(guide, settings)
    except PrintError as error:
        print(report([error.problem]))
        return 1
    except (LookupError, TemplateError) as error:
        print(f"a page has a problem, so nothing was staged: {error}")
        return 1
    _write(files, folder)
    print(f"{plural(len(files), 'file')} in {folder}. To build them there with MkDocs, or with Zensical:")
    print(f"  mkdocs build -f {PLAIN}        zensical build")
    return 0


def _files(guide: Guide, settings: Settings) -> dict[str, bytes]:
    found = (path for part in map(Path, GIVEN) for path in ([part] if part.is_file() else sorted(part.rglob("*"))))
    given = {path.as_posix(): path.read_bytes() for path in found if path.is_file() and not path.name.startswith(".")}
    about = edition(settings.name, settings.url, Path("pyproject.toml").read_text("utf-8"))
    return stage_files(guide, settings, downloads(guide, about, CACHE / "print"), given, CACHE)


def _is_ours(folder: Path) -> bool:
    return (folder / LISTED).is_file()


def _write(files: dict[str, bytes], folder: Path) -> None:
    """What an earlier stage left and this one lacks is deleted; what other programs put there stays."""
    earlier = json.loads((folder / LISTED).read_text("utf-8"))["files"] if _is_ours(folder) else []
    for name in set(earlier) - files.keys():
        path = folder / name
        if path.resolve().is_relative_to(folder.resolve()):
            path.unlink(missing_ok=True)
    for name, content in files.items():
        path = folder / name
        write_whole(path, content)

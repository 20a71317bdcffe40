"""Checks data, hand-written pages and settings, and prints every problem: `python hooks check`. Finds none itself."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from guide.documents.check import check_documents
from guide.formatting import is_laid_out
from guide.model import Guide
from guide.problems.node import Node
from guide.problems.problem import Problem
from guide.problems.report import FIRST, Report, as_annotations, as_json, as_text, of_file
from guide.reading.data_files import line_at
from guide.reading.load import load
from guide.rules.figures import undrawn_muscles
from guide.settings import Settings, check_settings, read_settings
from guide.wording.words import plural

FORMATS = {"text": as_text, "github": as_annotations, "json": as_json}
MOST_LAYOUT = 50
"""Of so many files it is told that they are not laid out; what was brought from elsewhere never is."""


def main() -> int:
    """0 where the data is fine, 1 where it is not, 2 where the command is."""
    options = _options()
    gc.disable()  # little of what a check makes is rubbish before its end, and looking for it takes a third of the time
    found, entries = find(options.folder.absolute(), _site(), None if options.all else FIRST)
    found = of_file(found, _label(options.file, options.folder)) if options.file else found
    if not found.problems and options.format != "json":
        print(f"{_label(options.file, options.folder) if options.file else entries}: no problem found.")
    text = FORMATS[options.format](found)
    print(text, end="\n" if text else "")
    return 1 if found.problems else 0


def find(folder: Path, site: str = "", shown: int | None = None) -> tuple[Report, str]:
    """What a check of everything finds, and how much there is, where that can be told."""
    layout: list[str] = []
    nodes: dict[str, Node] = {}

    def see(data: bytes, node: Node, path: str) -> None:
        nodes[path] = node
        if len(layout) < MOST_LAYOUT and not is_laid_out(data, node, path):
            layout.append(path)

    result = load(folder, see)
    documents = check_documents(folder.parent, folder, nodes)
    problems = sorted({*(() if isinstance(result, Guide) else result), *documents, *_settings(folder.parent)})
    entries = ""
    if isinstance(result, Guide):
        entries = f"{plural(len(result.exercises), 'exercise')} and {plural(len(result.routines), 'routine')}"
    lines = partial(line_at, folder)
    muscles = f"{folder.name}/muscles.yml"
    notes = tuple(undrawn_muscles(nodes[muscles], muscles)) if muscles in nodes else ()
    return Report(problems, lines, site, layout, shown, notes), entries


def _settings(root: Path) -> Iterator[Problem]:
    return check_settings(root / "mkdocs.yml", os.environ) if (root / "mkdocs.yml").is_file() else iter(())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check data, pages and settings without building the site.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="the data folder (default: data)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="github: annotations for Actions")
    parser.add_argument("--all", action="store_true", help=f"show every problem in full, not only the first {FIRST}")
    parser.add_argument("--file", type=Path, help="check everything, and report the problems of this file alone")
    options = parser.parse_args()
    if options.file and not options.file.is_file():
        parser.error(f"there is no file {options.file}; name it as in --file data/exercises/squat.yml")
    if not options.folder.is_dir():
        parser.error(f"there is no folder {options.folder}")
    return options


def _label(file: Path, folder: Path) -> str:
    """What problems call the file."""
    return Path(os.path.relpath(file.absolute(), folder.absolute().parent)).as_posix()


def _site() -> str:
    """The address that the site is built for, as mkdocs.yml has it; empty where that cannot be read."""
    path = Path(__file__).parents[3] / "mkdocs.yml"
    settings = read_settings(path.read_bytes(), os.environ) if path.is_file() else None
    return settings.url if isinstance(settings, Settings) else ""

"""Checks the data and prints every problem: `python hooks/check.py`. The command line over `guide.load`."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.layout import is_laid_out
from guide.load import load
from guide.model import Guide
from guide.problem import Problem
from guide.reader import Reader
from guide.report import FIRST, Report, as_annotations, as_json, as_text
from guide.settings import Settings, read_settings
from guide.wording import plural

FORMATS = {"text": as_text, "github": as_annotations, "json": as_json}


def main() -> int:
    """0 where the data is fine, 1 where it is not, 2 where the command is."""
    options = _options()
    gc.disable()  # little of what a check makes is rubbish before its end, and looking for it takes a third of the time
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a letter still shows the rest
    reader = Reader(is_laid_out)
    result = load(options.folder.absolute(), reader)
    problems: Sequence[Problem] = () if isinstance(result, Guide) else result
    found = Report(problems, reader.line, _site(), reader.layout, None if options.all else FIRST)
    if isinstance(result, Guide) and options.format != "json":
        exercises, routines = plural(len(result.exercises), "exercise"), plural(len(result.routines), "routine")
        print(f"{exercises} and {routines}: no problem found.")
    print(FORMATS[options.format](found), end="\n" if problems or reader.layout or options.format == "json" else "")
    return 1 if problems else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check the guide's data without building the site.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="the data folder (default: data)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="github: annotations for Actions")
    parser.add_argument("--all", action="store_true", help=f"show every problem in full, not only the first {FIRST}")
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.error(f"there is no folder {options.folder}")
    return options


def _site() -> str:
    """The address that the site is built for, as mkdocs.yml has it; empty where that cannot be read."""
    path = Path(__file__).parent.parent / "mkdocs.yml"
    settings = read_settings(path.read_text("utf-8"), os.environ) if path.is_file() else None
    return settings.url if isinstance(settings, Settings) else ""


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the report, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)

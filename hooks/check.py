"""Checks the data and prints every problem: `python hooks/check.py`. The command line over `guide.load`."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from guide.load import load
from guide.model import Guide
from guide.problem import report
from guide.wording import plural


def main() -> int:
    """0 where the data is fine, 1 where it is not, 2 where the command is."""
    parser = argparse.ArgumentParser(description="Check the guide's data without building the site.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="the data folder (default: data)")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations for Actions")
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.error(f"there is no folder {options.folder}")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a letter still shows the rest
    result = load(options.folder.resolve())
    if isinstance(result, Guide):
        exercises, routines = plural(len(result.exercises), "exercise"), plural(len(result.routines), "routine")
        print(f"{exercises} and {routines}: no problem found.")
        return 0
    print(report(result, annotations=options.format == "github"))
    return 1


if __name__ == "__main__":
    sys.exit(main())

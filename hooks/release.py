"""Adds new ids to data/released.yml: `python hooks/release.py`, a step of every release; `--since` guards the list."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from guide.load import load
from guide.model import Guide, Released
from guide.problem import Problem
from guide.released import added, dropped, released_text
from guide.report import report
from guide.source import read

FILE = "released.yml"


def main() -> int:
    """0 where all is well, 1 where data or list has problems, 2 where the command is wrong."""
    parser = argparse.ArgumentParser(description="Add the ids of a release to data/released.yml.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="the data folder (default: data)")
    parser.add_argument("--since", metavar="COMMIT", help="add nothing; find ids that the list had then and lacks now")
    options = parser.parse_args()
    guide = load(options.folder.resolve())
    if not isinstance(guide, Guide):
        print(report(guide))
        return 1
    if options.since:
        return _guard(guide, options.folder, options.since)
    path = options.folder / FILE
    path.write_text(released_text(guide, path.read_text("utf-8-sig")), "utf-8", newline="\n")
    print("\n".join([*(f"{each} is released." for each in added(guide)), f"{path.as_posix()} is complete."]))
    return 0


def _guard(guide: Guide, folder: Path, commit: str) -> int:
    """Ids that the list had in the commit of the folder's repository and has no more, as problems."""
    command = ("git", "-C", str(folder), "show", f"{commit}:./{FILE}")
    found = subprocess.run(command, capture_output=True, check=False)
    label = f"{folder.resolve().name}/{FILE}"
    node, _ = read(found.stdout, label) if found.returncode == 0 else (None, ())
    earlier = Released.model_validate(node.value) if node else None
    hint = "put it back: ids are only ever added; where the entry is gone, write a redirect"
    lost = dropped(earlier, guide.released) if earlier else ()
    problems = [Problem(label, 1, 1, f"{each!r} was in this list and is not any more", hint) for each in lost]
    if found.returncode:
        print(f"{commit} has no {label}, so nothing can be missing.")
    if problems:
        print(report(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

"""Adds new ids to data/released.yml: `python hooks release`, a step of every release; `--since` guards the list."""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

from guide.authoring.released_ids import lost_addresses, new_addresses, released_text
from guide.disk_cache import write_whole
from guide.model import Guide
from guide.model.address import PAGED
from guide.problems.node import Node
from guide.problems.problem import Problem
from guide.problems.report import report
from guide.reading.load import load
from guide.reading.yaml_source import read

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
    write_whole(path, released_text(guide, path.read_text("utf-8-sig")).encode())
    released = (f"{address} is released." for address in new_addresses(guide))
    print(*released, f"{path.as_posix()} is complete.", sep="\n")
    return 0


def _guard(guide: Guide, folder: Path, commit: str) -> int:
    """Ids that the list had in the commit of the folder's repository and has no more, as problems."""
    label = f"{folder.resolve().name}/{FILE}"
    if _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}").returncode:
        print(f"git knows no version called {commit!r}: name a commit, and fetch it where the copy is a shallow one.")
        return 2
    found = _git(folder, "show", "--end-of-options", f"{commit}:./{FILE}")
    node, _ = (None, ()) if found.returncode else read(found.stdout, label)
    if node is None:
        print(f"{commit} has no {label} that can be read, so nothing can be missing.")
        return 0
    hint = "put it back: ids are only ever added; where the entry is gone, write a redirect"
    lost = lost_addresses(_ids(node), guide.released)
    problems = [Problem(label, 1, 1, f"{address!r} was in this list and is not any more", hint) for address in lost]
    print(report(problems) if problems else f"{label} has all that it had in {commit}.")
    return 1 if problems else 0


def _ids(node: Node) -> dict[str, tuple[str, ...]]:
    """The ids of a list by their kinds; it may be of a time when there were fewer kinds."""
    found = {kind: node.get(kind) for kind in PAGED}
    return {kind: tuple(str(item.value) for item in ids.items()) for kind, ids in found.items() if ids}


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(("git", "-C", str(folder), *words), capture_output=True, check=False)

"""Builds this site and plain ones of the same pages in turn, and writes a table: `make bench sizes="14 1000"`.

Ours is built cold, which prints every PDF, and then with what it has kept: drawings, pictures and PDFs, while every
page is rendered anew. With `kept=1` it is not built cold, and uses what an earlier bench kept. The plain ones have
the pages that ours builds as Markdown: the same text and figures, theme, features and search, only overview pages in
the navigation, and no PDFs, preview pictures or scripts of ours.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.peers import write_peer
from bench.runs import BUILD, WORK, Run, project_with, run
from site_build import PROJECT

ZENSICAL = PROJECT / ".cache" / "bench-venv" / "bin" / "zensical"
REPORT = PROJECT / ".cache" / "bench.md"
ROUNDS = 3
COLD, KEPT, PLAIN = "ours, cold", "ours, drawings and PDFs kept", "plain MkDocs and Material"
HEAD = (
    "| exercises | pages | builder | runs | wall s: median (from to) | CPU s: median | MB | ours kept ÷ it |",
    "| --: | --: | --- | --: | --: | --: | --: | --: |",
)


def compare(size: int, *, cold: bool) -> Iterator[str]:
    """The rows of one size: each builder once in each round; ours cold only before them, since it takes long."""
    ours, plain = project_with(size), WORK / f"{size}-plain"
    if cold:
        shutil.rmtree(ours / ".cache", ignore_errors=True)
    first = _built(BUILD, ours)
    taken = {COLD: [first]} if cold else {}
    write_peer(ours / "site", plain)
    builders: dict[str, tuple[Sequence[str | Path], Path]] = {KEPT: (BUILD, ours), PLAIN: (BUILD, plain)}
    if ZENSICAL.exists():
        builders["Zensical, without its cache"] = ((ZENSICAL, "build", "-f", "mkdocs.yml"), plain)
    for _ in range(ROUNDS):
        for name, (command, folder) in builders.items():
            taken.setdefault(name, []).append(_built(command, folder))
    return rows(size, len([*(ours / "site").rglob("index.html")]), taken)


def _built(command: Sequence[str | Path], folder: Path) -> Run:
    """A build that finds no earlier site, and no cache of Zensical's, which keeps it beside ours."""
    for name in ("site", ".cache") if folder.name.endswith("-plain") else ("site",):
        shutil.rmtree(folder / name, ignore_errors=True)
    return run(command, folder)


def rows(size: int, pages: int, taken: Mapping[str, Sequence[Run]]) -> Iterator[str]:
    """A row for each builder, compared with ours that has kept something."""
    kept = median(build.wall for build in taken[KEPT])
    for name, builds in taken.items():
        walls = [build.wall for build in builds]
        spread = f"{median(walls):.1f} ({min(walls):.1f} to {max(walls):.1f})"
        cpu, peak = median(build.cpu for build in builds), max(build.peak for build in builds) / 1e6
        ratio = f"{kept / median(walls):.2f}"
        yield f"| {size} | {pages} | {name} | {len(builds)} | {spread} | {cpu:.1f} | {peak:.0f} | {ratio} |"


def main(sizes: Sequence[int], *, cold: bool) -> None:
    """Each row as soon as it is known."""
    told = [*HEAD]
    print(*HEAD, sep="\n", flush=True)  # noqa: T201
    for size in sizes:
        for row in compare(size, cold=cold):
            told.append(row)
            print(row, flush=True)  # noqa: T201
    REPORT.write_text("\n".join([*told, ""]), "utf-8")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:] if size.isdigit()] or [14, 100], cold="--kept" not in sys.argv)

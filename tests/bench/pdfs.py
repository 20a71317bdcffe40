"""What the PDFs cost: everything from nothing, PDFs alone, then with nothing changed.

make bench what=pdfs sizes="14 100"
"""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.command import options_of, tell
from bench.measure import Run
from bench.projects import project_with
from bench.stages import build

HEAD = (
    "| exercises | PDFs | build from nothing: wall s | CPU s | memory MB | PDFs from nothing: wall s | CPU s "
    "| the same again: wall s | CPU s | PDFs printed again | each PDF: wall ms | CPU ms |",
    "| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
)


def main() -> int:
    """0 where every build came to its end."""
    options = options_of("Measure what the PDFs cost.", sizes=[14])
    tell(
        "pdfs",
        "A PDF's cost is what a build that has all but PDFs takes longer than the same build again.",
        "",
        *HEAD,
        fresh=True,
    )
    rows = [_row(size, project_with(size, options.project), options.project) for size in options.sizes]
    return 0 if all(rows) else 1


def _row(size: int, folder: Path, project: Path) -> bool:
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    first = build(folder, project)
    shutil.rmtree(folder / ".cache" / "print", ignore_errors=True)
    anew = build(folder, project)
    printed = _kept(folder)
    again = min((build(folder, project) for _ in range(2)), key=lambda run: run.wall)
    if failure := first.failure or anew.failure or again.failure:
        tell("pdfs", f"| {size} | {failure} |")
        return False
    pdfs = len(list((folder / "site").rglob("*.pdf")))
    peak, repeated = f"{first.peak / 1e6:.0f}", len(_kept(folder) - printed)
    cells = (size, pdfs, *_cells(first), peak, *_cells(anew), *_cells(again), repeated, *_each(anew, again, pdfs))
    tell("pdfs", f"| {' | '.join(map(str, cells))} |")
    return True


def _cells(run: Run) -> tuple[str, str]:
    return f"{run.wall:.1f}", f"{run.cpu:.1f}"


def _each(anew: Run, again: Run, pdfs: int) -> tuple[str, str]:
    return f"{1000 * (anew.wall - again.wall) / pdfs:.0f}", f"{1000 * (anew.cpu - again.cpu) / pdfs:.0f}"


def _kept(folder: Path) -> set[tuple[Path, int]]:
    """Every PDF in the cache with the time when it was written."""
    return {(path, path.stat().st_mtime_ns) for path in (folder / ".cache").rglob("*.pdf")}


if __name__ == "__main__":
    raise SystemExit(main())

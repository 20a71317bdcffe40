"""Builds this site and plain ones of the same pages in turn, and writes a table: `make bench`.

make bench                              14 and 100 exercises, under two minutes
make bench sizes="14 100 500 1000 5000"     long
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.measure import Run, run
from bench.projects import DRAWN, PRINTED, PROJECT, environment, forget, peers_of, project_with
from bench.stages import build, rows, stages_of
from bench.table import GROWTH_HEAD, Series, as_data, growth_rows, head, row

ZENSICAL = PROJECT / ".cache" / "bench-venv" / "bin" / "zensical"
REPORT = PROJECT / ".cache" / "bench.md"
OURS: Mapping[str, Sequence[str] | None] = {"ours": PRINTED, "ours, drawn": DRAWN, "ours again": None}
"""What of `.cache` each finds; None: all of it."""


@dataclass(frozen=True)
class Builder:
    """One way to build the same pages."""

    name: str
    command: tuple[str, ...]
    folder: str
    """Below the folder of peers."""
    about: str
    largest: int = 5000
    """More exercises than this are not given to it."""
    once_from: int = 5000
    """From this many on it is run once."""


def plain(name: str, kind: str, settings: str, about: str, **limits: int) -> Builder:
    """Plain MkDocs with Material over the Markdown pages."""
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", f"{settings}.yml")
    return Builder(name, command, kind, about, **limits)


PEERS = (
    plain("plain, out of the navigation", "files", "out", "figures as files; only overview pages in `nav`"),
    plain("plain, in the navigation", "files", "nav", "the same with every page in `nav`", largest=1000, once_from=500),
    plain("plain, figures inline", "inline", "out", "the first, figures in the text", largest=1000, once_from=100),
    Builder("Zensical, cold", (str(ZENSICAL), "build", "-f", "out.yml"), "files", "the first, without a cache"),
)
ROUNDS: Mapping[int, int] = {14: 3, 100: 3, 500: 3, 1000: 3}
"""Runs of each builder; sizes that are not here have one."""
LIMIT = 1800.0  # seconds for any one run


def compare(size: int, project: Path, rounds: int, names: Sequence[str]) -> list[Series]:
    """Build in turn, ours and every peer in each round, and print each row as soon as it is known."""
    folder = project_with(size, project)
    first = build(folder, project)
    if first.failure:
        raise RuntimeError(f"{folder} does not build: {first.failure}")
    peers, pages = peers_of(folder / "site", size), len(list((folder / "site").rglob("index.html")))
    taken: dict[str, list[Run]] = {name: [] for name in OURS}
    for number in range(rounds):
        for name, kept in OURS.items():
            _find(folder, kept)
            taken[name].append(_noted(size, name, build(folder, project, limit=LIMIT)))
        for each in PEERS:
            wanted = each.name in names and size <= each.largest and (number == 0 or size < each.once_from)
            if wanted and not any(run.failure for run in taken.get(each.name, ())):
                taken.setdefault(each.name, []).append(_noted(size, each.name, _run_peer(each, peers)))
    series = [Series(name, size, pages, tuple(runs)) for name, runs in taken.items()]
    for each_series in series:
        _tell(row(each_series, *series[: len(OURS)]))
    for name, kept in OURS.items():
        _find(folder, kept)
        _tell("", f"Stages of {name} with {size} exercises:", "", *rows(stages_of(folder, project)), "")
    return series


def _find(folder: Path, kept: Sequence[str] | None) -> None:
    """Leave the build what it is to find; the site never, since no peer has to delete an earlier one."""
    forget(folder, but=kept if kept is not None else [path.name for path in (folder / ".cache").glob("*")])


def _noted(size: int, name: str, done: Run) -> Run:
    """The run; whoever waits hears of it at once."""
    told = done.failure or f"{done.wall:.1f} s by the clock, {done.cpu:.1f} s of the processor"
    print(f"{size}, {name}: {told}", file=sys.stderr, flush=True)  # noqa: T201
    return done


def _run_peer(peer: Builder, peers: Path) -> Run:
    folder = peers / peer.folder
    for name in (".cache", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)
    if not Path(peer.command[0]).exists():
        return Run(0, 0, 0, "not installed; see requirements-bench.txt")
    return run(peer.command, folder, LIMIT, environment())


def _about(project: Path) -> list[str]:
    zensical = sorted(ZENSICAL.parent.parent.glob("lib/*/site-packages/zensical-*.dist-info"))
    versions = [
        f"Python {platform.python_version()}",
        *(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown")),
        f"Zensical {zensical[0].name.split('-')[1].removesuffix('.dist')}" if zensical else "Zensical not installed",
    ]
    return [
        f"{', '.join(versions)}; {platform.machine()}, {platform.system()}.",
        "",
        f"- ours: `mkdocs build` of {'this checkout' if project == PROJECT else project.name}; only PDFs are kept",
        "- ours, drawn: the same, but drawings and preview pictures are kept too, and pages are not",
        "- ours again: the same once more, with all that a build keeps in `.cache`",
        *(f"- {each.name}: {each.about}" for each in PEERS),
        "",
        "Peers have the pages that ours builds as Markdown: the same text and figures, theme, features and search.",
        "They have no PDFs, preview pictures or scripts of ours. Ours is built once first, which prints the PDFs and",
        "is not timed; then all take turns. Memory is the largest that was seen, of all processes of a build together.",
        "",
    ]


def _tell(*lines: str) -> None:
    """To the report and to whoever waits for it."""
    print(*lines, sep="\n", flush=True)  # noqa: T201
    with REPORT.open("a", encoding="utf-8") as file:
        file.write("\n".join([*lines, ""]))


def main() -> int:
    """0 where ours was built at every size."""
    parser = argparse.ArgumentParser(description="Build this site and plain ones in turn, and write a table.")
    parser.add_argument("sizes", nargs="*", type=int, default=[14, 100], help="numbers of exercises")
    parser.add_argument("--project", type=Path, default=PROJECT, help="the checkout to build (default: this one)")
    parser.add_argument("--rounds", type=int, help="runs of each builder at each size")
    parser.add_argument("--peers", nargs="*", choices=[each.name for each in PEERS], help="only these")
    options = parser.parse_args()
    project, names = options.project.resolve(), [each.name for each in PEERS]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("", "utf-8")
    _tell(*_about(project))
    series: list[Series] = []
    for size in sorted(options.sizes):
        _tell(*head(*OURS))
        rounds = options.rounds or ROUNDS.get(size, 1)
        series += compare(size, project, rounds, names if options.peers is None else options.peers)
    _tell(*GROWTH_HEAD, *growth_rows(series))
    REPORT.with_suffix(".json").write_text(json.dumps(as_data(series), indent=1) + "\n", "utf-8")
    return 1 if any(each.failure for each in series if each.builder in OURS) else 0


if __name__ == "__main__":
    sys.exit(main())

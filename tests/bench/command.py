"""The command line that all measurements share, and where they write what they found."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from bench.projects import PROJECT


@dataclass(frozen=True)
class Options:
    """What was asked for."""

    sizes: tuple[int, ...]
    """Numbers of exercises."""
    project: Path
    """The checkout to measure."""


def options_of(about: str, *, sizes: list[int]) -> Options:
    """The options of this command line."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("sizes", nargs="*", type=int, default=sizes, help="numbers of exercises")
    parser.add_argument("--project", type=Path, default=PROJECT, help="the checkout to measure (default: this one)")
    found = parser.parse_args()
    return Options(tuple(found.sizes), found.project.resolve())


def tell(name: str, *lines: str, fresh: bool = False) -> None:
    """To `.cache/bench-<name>.md` and to whoever waits for it."""
    print(*lines, sep="\n", flush=True)  # noqa: T201
    report = PROJECT / ".cache" / f"bench-{name}.md"
    report.parent.mkdir(exist_ok=True)
    with report.open("w" if fresh else "a", encoding="utf-8") as file:
        file.write("\n".join([*lines, ""]))

"""From what each run took to the lines of a table: medians, ranges, ratios, growth. Measures nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from statistics import median

from bench.measure import Run

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Series:
    """All runs of one builder at one size."""

    builder: str
    size: int
    """Number of exercises."""
    pages: int
    """Number of pages of the site."""
    runs: tuple[Run, ...]
    """Those that came to their end, or one that did not."""

    @property
    def failure(self) -> str:
        return next((each.failure for each in self.runs if each.failure), "" if self.runs else "not run")

    @property
    def wall(self) -> float:
        """Median in seconds."""
        return median(each.wall for each in self.runs)

    @property
    def cpu(self) -> float:
        """Median in seconds."""
        return median(each.cpu for each in self.runs)

    @property
    def peak(self) -> int:
        """The largest, in bytes."""
        return max(each.peak for each in self.runs)


def head(*ours: str) -> tuple[str, str]:
    """Head of a table that compares with each of ours."""
    compared = "".join(f"| wall: {each} ÷ it | CPU: {each} ÷ it " for each in ours)
    return (
        "| exercises | pages | builder | runs | wall s: median (from to) | CPU s: median (from to) "
        f"{compared}| CPU ms a page | memory MB |",
        f"| --: | --: | --- |{' --: |' * (5 + 2 * len(ours))}",
    )


GROWTH_HEAD = (
    "| builder | from | to | wall: growth a doubling | CPU: growth a doubling | CPU a page: times that before |",
    "| --- | --: | --: | --: | --: | --: |",
)


def row(series: Series, *ours: Series) -> str:
    """One builder at one size, compared with each of ours at that size."""
    start = f"| {series.size} | {series.pages} | {series.builder} "
    if series.failure:
        return f"{start}| {len(series.runs)} | {series.failure} |{' |' * (3 + 2 * len(ours))}"
    cells = (
        str(len(series.runs)),
        _spread([each.wall for each in series.runs]),
        _spread([each.cpu for each in series.runs]),
        *(ratio for each in ours for ratio in _ratios(each, series)),
        f"{1000 * series.cpu / series.pages:.1f}",
        f"{series.peak / MEGABYTE:.0f}",
    )
    return f"{start}| {' | '.join(cells)} |"


def _ratios(ours: Series, other: Series) -> tuple[str, str]:
    """By the clock and of the processor; none beside a builder itself."""
    if ours.failure or ours.builder == other.builder:
        return "", ""
    return f"{ours.wall / other.wall:.2f}", f"{ours.cpu / other.cpu:.2f}"


def growth_rows(all_series: Sequence[Series]) -> list[str]:
    """How the time of each builder grows from size to size: 2 a doubling is linear, 4 is quadratic."""
    by_builder: dict[str, list[Series]] = {}
    for each in sorted(all_series, key=lambda each: each.size):
        if not each.failure:
            by_builder.setdefault(each.builder, []).append(each)
    return [
        f"| {builder} | {a.size} | {b.size} | {growth(a.wall, b.wall, a.size, b.size):.2f} "
        f"| {growth(a.cpu, b.cpu, a.size, b.size):.2f} | {(b.cpu / b.pages) / (a.cpu / a.pages):.2f} |"
        for builder, series in by_builder.items()
        for a, b in pairwise(series)
    ]


def growth(before: float, after: float, smaller: int, larger: int) -> float:
    """The factor by which a time grows where the size doubles."""
    return float((after / before) ** (1 / log2(larger / smaller)))


def as_data(all_series: Sequence[Series]) -> list[Mapping[str, object]]:
    """The same for a program."""
    return [
        {
            "builder": each.builder,
            "exercises": each.size,
            "pages": each.pages,
            "failure": each.failure,
            "runs": [{"wall": run.wall, "cpu": run.cpu, "peak": run.peak} for run in each.runs],
        }
        for each in all_series
    ]


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f} to {max(values):.2f})"

"""Lists what to look at again: `python hooks overdue`. Facts not checked for long, and entries without a review."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from guide.model import Exercise, Guide, Routine
from guide.model.reviewed import counting_reviews, reviewed_entries, reviews_of
from guide.problems.report import report
from guide.reading.load import load
from guide.wording.words import plural


def main() -> int:
    """0 where the list is printed, 1 where the data has problems."""
    parser = argparse.ArgumentParser(description="List entries to look at again, the oldest first.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="the data folder (default: data)")
    parser.add_argument("--months", type=int, default=12, help="how long facts stay checked (default: 12)")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), help="count from this day, 2026-11-27"
    )
    options = parser.parse_args()
    guide = load(options.folder.resolve())
    if not isinstance(guide, Guide):
        print(report(guide))
        return 1
    lines = sorted(_lines(guide, options.months, options.today))
    entries = plural(len(reviewed_entries(guide)), "entry", "entries")
    print(*lines, f"{len(lines)} of {entries} to look at again.", sep="\n")
    return 0


def _lines(guide: Guide, months: int, today: date) -> Iterator[str]:
    for address, entry in reviewed_entries(guide).items():
        if reasons := [*_reasons(guide, entry, months, today)]:
            yield f"{entry.facts_checked}  {address}: {', '.join(reasons)}"


def _reasons(guide: Guide, entry: Exercise | Routine, months: int, today: date) -> Iterator[str]:
    age = _months_between(date.fromisoformat(entry.facts_checked), today)
    if age >= months:
        yield f"facts checked {plural(age, 'month')} ago"
    if not counting_reviews(guide, entry):
        yield "changed since its last review" if reviews_of(guide, entry) else "never reviewed"


def _months_between(day: date, today: date) -> int:
    """Whole months."""
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)

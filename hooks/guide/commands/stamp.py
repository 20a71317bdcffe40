"""Prints the lines that a review of an entry begins with: `python hooks stamp exercises/squat`. Writes no file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from guide.formatting.yaml_text import lines_of
from guide.model import Guide, Review
from guide.model.kinds import REVIEWS
from guide.model.reviewed import fingerprint, reviewed_entries
from guide.problems.error_sentences import did_you_mean
from guide.problems.report import report
from guide.reading.load import load


def main() -> int:
    """0 where they are printed, 1 where the data has problems, 2 where there is no such entry."""
    parser = argparse.ArgumentParser(description="Print what a review of an entry begins with.")
    parser.add_argument("entry", help="its address, such as exercises/squat")
    parser.add_argument("--folder", type=Path, default=Path("data"), help="the data folder (default: data)")
    options = parser.parse_args()
    guide = load(options.folder.resolve())
    if not isinstance(guide, Guide):
        print(report(guide))
        return 1
    entries = reviewed_entries(guide)
    if options.entry not in entries:
        otherwise = "write the address of an exercise or a routine, such as exercises/squat"
        hint = did_you_mean(options.entry, entries, otherwise=otherwise)
        parser.error(f"there is no entry {options.entry!r}: {hint}")
    given = {"entry": options.entry, "hash": fingerprint(guide, entries[options.entry])}
    print(f"Fill in, and add to {options.folder.as_posix()}/{REVIEWS}.yml:", "", sep="\n")
    print(*lines_of(({name: given.get(name) for name in Review.model_fields},)), "", sep="\n")
    scopes = ", ".join(get_args(Review.model_fields["scope"].annotation))
    print(f"The scope is one of these: {scopes}. The date is a day such as 2026-11-27.")
    return 0

"""Measures one page of each kind with Lighthouse, as on a phone, and writes the figures to .cache/lighthouse.md.

Needs npm, which fetches Lighthouse, and a Chrome. Not a part of the tests: figures differ from machine to machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from pydantic import BaseModel, Field

from installed_browser import REMEDY, find_browser
from page_kinds import KINDS, UNKNOWN
from site_build import PROJECT, build
from site_host import serve

LIGHTHOUSE = "lighthouse@13.5.0"
RUNS = 5
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
REPORT = PROJECT / ".cache/lighthouse.md"
HEAD = (
    f"Medians of {RUNS} runs of {LIGHTHOUSE}, mobile. KB are 1,000 bytes sent for the page; paint is the largest one.",
    "",
    "| page | performance (lowest) | accessibility | best practices | SEO "
    "| KB | paint, s | blocked, ms | shift | not passed |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|",
)


class AuditRef(BaseModel):
    """What an audit counts for in its category."""

    id: str
    weight: float


class Category(BaseModel):
    """One of Lighthouse's four scores, from 0 to 1."""

    score: float
    audits: list[AuditRef] = Field(alias="auditRefs")


class Audit(BaseModel):
    """One thing that Lighthouse measures or checks."""

    score: float | None
    value: float = Field(default=0, alias="numericValue")


class Visit(BaseModel):
    """What Lighthouse says of one visit."""

    categories: dict[str, Category]
    audits: dict[str, Audit]

    def score(self, category: str) -> float:
        """From 0 to 100."""
        return 100 * self.categories[category].score

    @property
    def failed(self) -> Iterator[str]:
        """Audits outside performance that count and do not pass."""
        for category in CATEGORIES[1:]:
            for audit in self.categories[category].audits:
                if audit.weight and self.audits[audit.id].score not in (None, 1):
                    yield audit.id


def main(addresses: list[str]) -> int:
    """Measure these pages, or one of every kind; 0 where Lighthouse ran."""
    browser, npx = find_browser(), shutil.which("npx")
    if browser is None or npx is None:
        print(REMEDY if npx else "npx was not found; install Node.js with npm.", file=sys.stderr)  # noqa: T201
        return 1
    with TemporaryDirectory() as folder:
        result = build(PROJECT, "--quiet", "--site-dir", folder)
        if result.returncode:
            print(result.stdout, file=sys.stderr)  # noqa: T201
            return 1
        with serve(Path(folder), compressed=True) as home:
            kinds = addresses or [known_kind for known_kind in KINDS if known_kind != UNKNOWN]
            rows = [_row(kind, [_visit(npx, browser, home + kind) for _ in range(RUNS)]) for kind in kinds]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join([*HEAD, *rows, ""]), "utf-8")
    print(REPORT.read_text("utf-8"))  # noqa: T201
    return 0


def _visit(npx: str, browser: str, url: str) -> Visit:
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    command = (npx, "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--chrome-flags={flags}")
    environment = {**os.environ, "CHROME_PATH": browser}
    result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return Visit.model_validate_json(result.stdout)


def _row(address: str, visits: list[Visit]) -> str:
    performance, *others = (median(visit.score(name) for visit in visits) for name in CATEGORIES)
    lowest = min(visit.score("performance") for visit in visits)
    sent, paint, blocked, shift = (
        median(visit.audits[name].value for visit in visits)
        for name in ("total-byte-weight", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    )
    failed = ", ".join(sorted({name for visit in visits for name in visit.failed}))
    scores = " | ".join(f"{other:.0f}" for other in others)
    return (
        f"| /{address} | {performance:.0f} ({lowest:.0f}) | {scores} | {sent / 1000:.0f} | {paint / 1000:.2f} "
        f"| {blocked:.0f} | {shift:.3f} | {failed} |"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

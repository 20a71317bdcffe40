"""Compares the figures with the facts' angles and writes every frame on one page: `make figures`. For reviewers."""

from __future__ import annotations

import sys

from figures.data import ROOT, all_facts, all_guide
from guide.figure.review import compared, review_page, table_text
from guide.figure.scene import Muscles

PAGE = ROOT / ".cache" / "figures.html"
FARTHEST = 10.0
"""Degrees that people differ by; an angle farther from the facts is an error."""


def main() -> int:
    """0 where every angle is near the facts, 1 where one is not."""
    exercises = all_guide().exercises.values()
    figures = {each.id: each.figure for each in exercises}
    muscles = {each.id: Muscles(each.muscles.primary, each.muscles.secondary) for each in exercises}
    css, script = (ROOT / "docs" / name for name in ("stylesheets/figure.css", "javascripts/figure-player.js"))
    rows = compared(figures, all_facts())
    page = review_page(figures, muscles, all_facts(), css=css.read_text("utf-8"), script=script.read_text("utf-8"))
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, "utf-8")
    print(table_text(rows))  # noqa: T201
    print(f"Every frame is in {PAGE.relative_to(ROOT)}")  # noqa: T201
    return int(any(row.difference > FARTHEST for row in rows))


if __name__ == "__main__":
    sys.exit(main())

"""Compares the figures with the facts' angles and writes every frame on one page: `make figures`. For reviewers."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from html import escape

from figure.angles import compared, table_text
from figure.data import ROOT, all_facts, all_figures, all_guide
from guide.authoring.figure_page import figure_rows, findings_list, page
from guide.figure import (
    Subject,
    animation_svg,
    figure_findings,
    moving_uri,
    player_html,
    subject_of,
    thumbnail_svg,
    way_of,
)
from guide.model import Exercise

PAGE = ROOT / ".cache" / "figures.html"
FARTHEST = 10.0
"""Degrees that people differ by; an angle farther from the facts is an error."""
_FETCH = (
    "const named = ({ href }) => Object.keys(drawn).find((uri) => href.endsWith(uri));"
    "const fetch = async (address) => new Response(drawn[named(address)]);"
)
"""A page that is a file may fetch no other."""
_CSS = ".fig-player { flex: 0 1 20rem; } .card { width: 6rem; }"


def main() -> int:
    """0 where every angle is near the facts, 1 where one is not."""
    css, position, player = (
        (ROOT / "docs" / name).read_text("utf-8")
        for name in ("stylesheets/figure.css", "javascripts/figure-position.js", "javascripts/figure-player.js")
    )
    script = position + re.sub(r"^import .*\n", "", player, flags=re.MULTILINE)
    rows = compared(all_figures(), all_facts())
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(review_page(all_guide().exercises.values(), table_text(rows), css=css, script=script), "utf-8")
    print(table_text(rows))  # noqa: T201
    print(f"Every frame is in {PAGE.relative_to(ROOT)}")  # noqa: T201
    return int(any(row.difference > FARTHEST for row in rows))


def review_page(exercises: Iterable[Exercise], table: str, *, css: str, script: str) -> str:
    """Every frame in every view used, light, dark and small, with words, findings and the comparison."""
    exercises = list(exercises)
    body = "".join(map(_exercise, exercises))
    compared_with = f"<h2>Compared with the facts</h2><pre>{escape(table)}</pre>"
    moving = {moving_uri(each): animation_svg(each.figure, _subject(each), way=way_of(each)) for each in exercises}
    at_hand = f"const drawn = {json.dumps(moving)};{_FETCH}"
    return page("Figures for review", body + compared_with, css=css + _CSS, script=at_hand + script)


def _subject(exercise: Exercise) -> Subject:
    return subject_of(all_guide(), exercise)


def _exercise(exercise: Exercise) -> str:
    figure, subject = exercise.figure, _subject(exercise)
    moving = player_html(exercise)
    card = f'<div class="card">{thumbnail_svg(figure, subject)}</div>'
    findings = [f"{'.'.join(map(str, place))}: {text}: {hint}" for place, text, hint in figure_findings(figure)]
    return (
        f"<section><h2>{escape(exercise.id)}</h2>{figure_rows(figure, subject)}"
        f'<div class="row">{moving}{card}</div>{findings_list(findings)}</section>'
    )


if __name__ == "__main__":
    sys.exit(main())

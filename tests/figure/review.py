"""Compares the figures with the facts' angles and writes every frame on one page: `make figures`. For reviewers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from html import escape

from figure.angles import compared, table_text
from figure.data import ROOT, all_facts, all_figures, all_guide
from guide.figure.animate import animation_svg
from guide.figure.checks import figure_findings
from guide.figure.describe import frame_text
from guide.figure.draw import frame_svg, thumbnail_svg, version_svgs
from guide.figure.player import player_html
from guide.figure.subject import Subject, subject_of
from guide.model import Exercise
from guide.model.figure import Figure

PAGE = ROOT / ".cache" / "figures.html"
FARTHEST = 10.0
"""Degrees that people differ by; an angle farther from the facts is an error."""
_PAGE_CSS = """
body { font: 14px/1.4 sans-serif; margin: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: 1rem; padding: .5rem; align-items: end; }
.row[data-md-color-scheme="slate"] { background: #1e2129; color: #ddd; }
figure { margin: 0; flex: 1 1 9rem; max-width: 18rem; }
.fig-player { flex: 0 1 20rem; }
.card { width: 6rem; }
"""


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
    body = "".join(map(_exercise, exercises))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Figures for review</title><style>{css}{_PAGE_CSS}</style>"
        f"<body><h1>Figures for review</h1>{body}<h2>Compared with the facts</h2><pre>{escape(table)}</pre>"
        f"<script type='module'>{script}</script></body></html>\n"
    )


def _exercise(exercise: Exercise) -> str:
    figure, subject = exercise.figure, subject_of(all_guide(), exercise)
    rows = "".join(
        f'<div class="row" data-md-color-scheme="{scheme}">{_frames(figure, subject)}</div>'
        for scheme in ("default", "slate")
    )
    moving = player_html(exercise, animation_svg(figure, subject))
    card = thumbnail_svg(figure, subject)
    findings = "".join(
        f"<li>{escape('.'.join(map(str, place)))}: {escape(text)}: {escape(hint)}</li>"
        for place, text, hint in figure_findings(figure)
    )
    return (
        f'<section><h2>{escape(exercise.id)}</h2>{rows}<div class="row">{moving}<div class="card">{card}</div></div>'
        f"<ul>{findings or '<li>no findings</li>'}</ul></section>"
    )


def _frames(figure: Figure, subject: Subject) -> str:
    frames = [
        (frame_svg(figure, i, subject, view=view), frame_text(figure, i))
        for view in figure.views
        for i in range(1, len(figure.frames) + 1)
    ]
    for version in figure.modifications:
        pictures = version_svgs(figure, version.name, subject)
        frames += [(svg, frame.caption) for svg, frame in zip(pictures, version.frames, strict=True)]
    return "".join(f"<figure>{picture}<figcaption>{escape(text)}</figcaption></figure>" for picture, text in frames)


if __name__ == "__main__":
    sys.exit(main())

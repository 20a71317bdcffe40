"""For reviewers: one HTML page with every frame, and the table that compares our angles with the facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from guide.figure.animate import animated_svg, player_html
from guide.figure.checks import figure_findings
from guide.figure.contact import solve
from guide.figure.describe import frame_text
from guide.figure.draw import frame_svg, modification_svg, thumbnail_svg
from guide.figure.measure import joint_angles
from guide.figure.scene import Muscles
from guide.model.figure import Figure
from guide.model.pose import SideName


@dataclass(frozen=True)
class Fact:
    """One angle that the facts give for one frame of an exercise, as a range of equal right."""

    exercise: str
    frame: int
    side: SideName
    angle: str
    low: float
    high: float


@dataclass(frozen=True)
class Row:
    """One line of the comparison."""

    fact: Fact
    ours: float

    @property
    def difference(self) -> float:
        """Degrees outside the range of the fact; 0 within it."""
        return max(self.fact.low - self.ours, self.ours - self.fact.high, 0.0)


def compared(figures: Mapping[str, Figure], facts: tuple[Fact, ...]) -> tuple[Row, ...]:
    """Our solved angle beside each fact."""
    return tuple(Row(fact, _ours(figures[fact.exercise], fact)) for fact in facts)


def _ours(figure: Figure, fact: Fact) -> float:
    frames = (*figure.frames, *(each.frame for each in figure.modifications))
    return joint_angles(solve(figure, frames[fact.frame - 1]), fact.side)[fact.angle]


def table_text(rows: tuple[Row, ...]) -> str:
    """The comparison as plain text: angle, fact, ours, difference."""
    lines = [f"{'exercise':38} {'frame':>5} {'side':5} {'angle':18} {'fact':>11} {'ours':>6} {'off':>5}"]
    for row in rows:
        f = row.fact
        fact = f"{f.low:g}" if f.low == f.high else f"{f.low:g} to {f.high:g}"
        lines.append(
            f"{f.exercise:38} {f.frame:>5} {f.side:5} {f.angle:18} {fact:>11} {row.ours:>6.0f} {row.difference:>5.0f}"
        )
    return "\n".join(lines)


def review_page(
    figures: Mapping[str, Figure], muscles: Mapping[str, Muscles], facts: tuple[Fact, ...], *, css: str, script: str
) -> str:
    """Every frame in every view used, light, dark and small, with words, findings and the comparison."""
    body = "".join(_exercise(name, figure, muscles.get(name, Muscles())) for name, figure in figures.items())
    table = escape(table_text(compared(figures, facts)))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Figures for review</title><style>{css}{_PAGE_CSS}</style>"
        f"<body><h1>Figures for review</h1>{body}<h2>Compared with the facts</h2><pre>{table}</pre>"
        f"<script type='module'>{script}</script></body></html>\n"
    )


def _exercise(name: str, figure: Figure, muscles: Muscles) -> str:
    rows = "".join(
        f'<div class="row" data-md-color-scheme="{scheme}">{_frames(figure, muscles)}</div>'
        for scheme in ("default", "slate")
    )
    moving = player_html(figure, animated_svg(figure, primary=muscles.primary, secondary=muscles.secondary))
    card = thumbnail_svg(figure, primary=muscles.primary)
    findings = "".join(
        f"<li>{escape('.'.join(map(str, place)))}: {escape(text)}: {escape(hint)}</li>"
        for place, text, hint in figure_findings(figure)
    )
    return (
        f'<section><h2>{escape(name)}</h2>{rows}<div class="row">{moving}<div class="card">{card}</div></div>'
        f"<ul>{findings or '<li>no findings</li>'}</ul></section>"
    )


def _frames(figure: Figure, muscles: Muscles) -> str:
    frames = [
        (frame_svg(figure, i, primary=muscles.primary, secondary=muscles.secondary, view=view), frame_text(figure, i))
        for view in figure.views
        for i in range(1, len(figure.frames) + 1)
    ]
    for each in figure.modifications:
        picture = modification_svg(figure, each.name, primary=muscles.primary, secondary=muscles.secondary)
        frames.append((picture or "", each.frame.caption))
    return "".join(f"<figure>{picture}<figcaption>{escape(text)}</figcaption></figure>" for picture, text in frames)


_PAGE_CSS = """
body { font: 14px/1.4 sans-serif; margin: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: 1rem; padding: .5rem; align-items: end; }
.row[data-md-color-scheme="slate"] { background: #1e2129; color: #ddd; }
figure { margin: 0; flex: 1 1 9rem; max-width: 18rem; }
.fig-player { flex: 0 1 20rem; }
.card { width: 6rem; }
"""

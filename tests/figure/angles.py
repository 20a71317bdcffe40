"""Angles that the facts give for figures, and ours beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide.figure.measure import joint_angles
from guide.figure.solve import solve
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
    frames = (*figure.frames, *(version.frames[-1] for version in figure.modifications))
    return joint_angles(solve(figure, frames[fact.frame - 1]), fact.side)[fact.angle]


def table_text(rows: tuple[Row, ...]) -> str:
    """The comparison as plain text: angle, fact, ours, difference."""
    lines = [f"{'exercise':38} {'frame':>5} {'side':5} {'angle':18} {'fact':>11} {'ours':>6} {'off':>5}"]
    for row in rows:
        fact = row.fact
        place = f"{fact.exercise:38} {fact.frame:>5} {fact.side:5} {fact.angle:18}"
        span = f"{fact.low:g}" if fact.low == fact.high else f"{fact.low:g} to {fact.high:g}"
        lines.append(f"{place} {span:>11} {row.ours:>6.0f} {row.difference:>5.0f}")
    return "\n".join(lines)

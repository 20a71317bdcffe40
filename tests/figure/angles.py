"""Angles that the facts give for figures, and ours beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide.figure.posing.measure import joint_angles
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame
from guide.model.pose import SideName


@dataclass(frozen=True)
class Fact:
    """One angle that the facts give for one frame of an exercise, as a range of equal right."""

    exercise: str
    frame: int | str
    """Number of a key frame; the name of a version, of which the last frame is meant; or "wrong 2" for mistake 2."""
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
    return joint_angles(solve(*_seen(figure, fact.frame)), fact.side)[fact.angle]


def _seen(figure: Figure, which: int | str) -> tuple[Figure, Frame]:
    """The frame that a fact is about, with the figure that has its props."""
    versions = {version.name: figure.drawn_as(version) for version in figure.modifications}
    ends = {name: (drawn, drawn.frames[-1]) for name, drawn in versions.items()}
    if isinstance(which, str):
        return (ends | {f"wrong {pair.mistake}": (figure, pair.wrong) for pair in figure.pairs})[which]
    return (*((figure, frame) for frame in figure.frames), *ends.values())[which - 1]


def table_text(rows: tuple[Row, ...]) -> str:
    """The comparison as plain text: angle, fact, ours, difference."""
    lines = [f"{'exercise':38} {'frame':>20} {'side':5} {'angle':18} {'fact':>11} {'ours':>6} {'off':>5}"]
    for row in rows:
        fact = row.fact
        place = f"{fact.exercise:38} {fact.frame:>20} {fact.side:5} {fact.angle:18}"
        span = f"{fact.low:g}" if fact.low == fact.high else f"{fact.low:g} to {fact.high:g}"
        lines.append(f"{place} {span:>11} {row.ours:>6.0f} {row.difference:>5.0f}")
    return "\n".join(lines)

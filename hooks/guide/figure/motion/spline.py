"""Smooth ways through given values that never overshoot them: monotone cubic splines. Knows no body."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Spline(NamedTuple):
    """Rows of values at rising places, and how fast each value changes there."""

    places: tuple[float, ...]
    rows: tuple[tuple[float, ...], ...]
    speeds: tuple[tuple[float, ...], ...]

    def at(self, number: int, share: float) -> tuple[float, ...]:
        """The values a share of the way from row `number` (the first is 0) to the next."""
        length = self.places[number + 1] - self.places[number]
        rest = 1 - share
        to = share * share * (3 - 2 * share)
        leave, arrive = length * share * rest * rest, -length * share * share * rest
        ends = zip(self.rows[number], self.rows[number + 1], self.speeds[number], self.speeds[number + 1], strict=True)
        return tuple([a + (b - a) * to + v * leave + w * arrive for a, b, v, w in ends])


def spline(places: Sequence[float], rows: Sequence[Sequence[float]]) -> Spline:
    """Through rows of values at places that rise."""
    lengths = [b - a for a, b in pairwise(places)]
    columns = [_speeds(lengths, column) for column in zip(*rows, strict=True)]
    return Spline(tuple(places), tuple(map(tuple, rows)), tuple(zip(*columns, strict=True)))


def _speeds(lengths: Sequence[float], column: Sequence[float]) -> list[float]:
    """How fast one value changes at each place: after Fritsch and Butland, so that it turns back only where the given
    values do (doi 10.1137/0905021)."""
    slopes = [(b - a) / length for a, b, length in zip(column, column[1:], lengths, strict=False)]
    if not slopes:
        return [0.0]
    inner = map(_mean, slopes, slopes[1:], lengths, lengths[1:])
    return [slopes[0], *inner, slopes[-1]]


def _mean(before: float, after: float, length_before: float, length_after: float) -> float:
    """The harmonic mean of two slopes, each weighted by the length of the other; 0 where they do not agree."""
    if before * after <= 0:
        return 0.0
    whole = 3 * (length_before + length_after)
    return whole / ((length_before + 2 * length_after) / after + (2 * length_before + length_after) / before)

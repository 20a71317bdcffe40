"""The lines of a ladder map beside its rows, as SVG: one piece a row.

A piece has no height of its own: it is as high as its row, which only the browser knows, and lines that go on below are
cut off there.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from guide.pages.ladder_layout import Family, Lane

NODE, RADIUS, TURN, ROUND = 40, 7, 18, 8
"""How far below the row's upper edge its exercise is marked, how large; how far from there lines turn, how round."""
BETWEEN, EDGE, MOST_WIDE = 12, 9, 84
"""From lane to lane, and beside the outermost; more lanes than fit in so much lie closer together."""
DOWN = 900
"""Further down than any row ends."""


def row_lines(family: Family, row: int) -> Markup:
    """The lines beside an exercise: those that pass, that come from what is easier and that leave to what is harder."""
    middle = _middle(family)
    return _piece(family, (*_passing(family, row), *_coming(family, row), *_leaving(family, row)), (
        f'<circle class="guide-rungs__node" cx="{middle:g}" cy="{NODE}" r="{RADIUS}"/>'
    ))  # fmt: skip


def head_lines(family: Family, row: int) -> Markup:
    """The lines that pass what stands above a row."""
    lanes = (_x(family, lane) for lane in family.lanes if lane.sources[0] < row <= lane.target)
    straight = (_middle(family),) if row - 1 in family.straight else ()
    return _piece(family, (f"M{x:g} 0V{DOWN}" for x in (*lanes, *straight)))


def _passing(family: Family, row: int) -> Iterator[str]:
    yield from (f"M{_x(family, lane):g} 0V{DOWN}" for lane in family.lanes if lane.passes(row))


def _coming(family: Family, row: int) -> Iterator[str]:
    """From above, or from a lane at the left, with one arrow for all."""
    middle, high = _middle(family), NODE - TURN
    lanes = [lane for lane in family.lanes if lane.target == row]
    for x in (_x(family, lane) for lane in lanes):
        yield f"M{x:g} 0V{high - ROUND}q0 {ROUND} {ROUND} {ROUND}H{middle - ROUND:g}q{ROUND} 0 {ROUND} {ROUND}V{NODE}"
    if row - 1 in family.straight:
        yield f"M{middle:g} 0V{NODE}"
    if lanes or row - 1 in family.straight:
        yield f"M{middle - 4:g} {NODE - RADIUS - 7}l4 5l4 -5"


def _leaving(family: Family, row: int) -> Iterator[str]:
    """Down to the next row, or into a lane at the left."""
    middle, low = _middle(family), NODE + TURN
    for x in (_x(family, lane) for lane in family.lanes if row in lane.sources):
        yield (
            f"M{middle:g} {NODE}V{low - ROUND}q0 {ROUND} -{ROUND} {ROUND}"
            f"H{x + ROUND:g}q-{ROUND} 0 -{ROUND} {ROUND}V{DOWN}"
        )
    if row in family.straight:
        yield f"M{middle:g} {NODE}V{DOWN}"


def _piece(family: Family, lines: Iterator[str] | tuple[str, ...], node: str = "") -> Markup:
    """Each line over the ground of its own, so that one that crosses another is seen to cross."""
    drawn = "".join(f'<path class="guide-rungs__ground" d="{line}"/><path d="{line}"/>' for line in lines)
    width = _middle(family) + EDGE
    return Markup(f'<svg width="{width:g}" aria-hidden="true">{drawn}{node}</svg>')


def _middle(family: Family) -> float:
    """How far at the right exercises are marked."""
    return EDGE + family.width * _between(family)


def _x(family: Family, lane: Lane) -> float:
    return _middle(family) - lane.place * _between(family)


def _between(family: Family) -> float:
    return min(BETWEEN, MOST_WIDE / family.width) if family.width else BETWEEN

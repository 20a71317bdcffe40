"""A family of exercises as an SVG map: rows by level from easy to hard, arrows from each to what is harder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import pairwise

from markupsafe import Markup

from guide.pages.ladder_layout import Family, Path, Place

COLUMN, LEAST_WIDTH, CARD_HEIGHT = 92, 184, 122
GAP, BAND_HEAD, BAND_FOOT, BETWEEN = 38, 26, 12, 6
SCALE = 1.5
"""How much larger than its units the map is shown where there is room."""

Point = tuple[float, float]


def ladder_map_svg(family: Family, card: Callable[[str], str], *, label: str) -> Markup:
    """The map; `card` gives the HTML of an exercise, whose id it is called with."""
    at, bands = _points(family), tuple(_bands(family))
    width, height = max(LEAST_WIDTH, _columns(family) * COLUMN), _tops(family)[-1] + CARD_HEIGHT + BAND_FOOT
    grounds = (
        f'<rect class="guide-map__band" y="{y}" width="{width}" height="{tall}" rx="8"/>' for _, y, tall in bands
    )
    lines = (f'<path class="guide-map__line" d="{_line(path, at)}"/>' for path in family.paths.values())
    levels = (f'<text class="guide-map__level" x="8" y="{y + 16}">Level {level}</text>' for level, y, _ in bands)
    cards = (_place_card(at[exercise.id], card(exercise.id), width / _columns(family)) for exercise in family.exercises)
    size = f'viewBox="0 0 {width} {height}" width="{width * SCALE:g}" height="{height * SCALE:g}"'
    content = "".join([*grounds, *lines, *levels, *cards])
    return Markup(f'<svg class="guide-map" {size} role="group" aria-label="{escape(label)}">{content}</svg>')


def _columns(family: Family) -> int:
    return max(map(len, family.rows))


def _tops(family: Family) -> list[int]:
    """The upper edge of the cards in each row."""
    tops = [BAND_HEAD]
    for before, level in pairwise(family.levels):
        extra = BAND_FOOT + BAND_HEAD if level != before else 0
        tops.append(tops[-1] + CARD_HEIGHT + GAP // (2 if extra else 1) + extra)
    return tops


def _points(family: Family) -> Mapping[Place, Point]:
    """The middle of the upper edge of every place."""
    columns = _columns(family)
    column = max(LEAST_WIDTH / columns, COLUMN)
    return {
        place: ((index + 0.5 + (columns - len(row)) / 2) * column, top)
        for row, top in zip(family.rows, _tops(family), strict=True)
        for index, place in enumerate(row)
    }


def _bands(family: Family) -> Iterator[tuple[int, int, int]]:
    """The ground of each level: the level, its upper edge and its height."""
    tops = _tops(family)
    for level in dict.fromkeys(family.levels):
        mine = [top for top, found in zip(tops, family.levels, strict=True) if found == level]
        yield level, mine[0] - BAND_HEAD, mine[-1] - mine[0] + BAND_HEAD + CARD_HEIGHT + BAND_FOOT


def _line(path: Path, at: Mapping[Place, Point]) -> str:
    """From the foot of the easier card past other rows to the head of the harder, with an arrow's point."""
    steps = [f"M{_pair((at[path[0]][0], at[path[0]][1] + CARD_HEIGHT))}"]
    for before, after in pairwise(path):
        (x0, y0), (x1, y1) = at[before], at[after]
        foot, head = y0 + CARD_HEIGHT, y1 - (2 if after == path[-1] else 0)
        middle = (foot + head) / 2
        steps.append(f"C{_pair((x0, middle))} {_pair((x1, middle))} {_pair((x1, head))}")
        if after != path[-1]:
            steps.append(f"V{y1 + CARD_HEIGHT:g}")
    return "".join([*steps, "m-4 -6l4 6l4 -6"])


def _place_card(at: Point, html: str, column: float) -> str:
    x, y, width = at[0] - (column - BETWEEN) / 2, at[1], column - BETWEEN
    return f'<foreignObject x="{x:g}" y="{y:g}" width="{width:g}" height="{CARD_HEIGHT}">{html}</foreignObject>'


def _pair(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"

"""The body map that a reader chooses muscles on: every drawn muscle is a button. Pressing is the page's business."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from guide.figure.bodymap import HALF, both_ways, pair
from guide.figure.camera import UNITS
from guide.figure.draw import paint_parts
from guide.figure.muscles import MUSCLES
from guide.figure.paint import by_class
from guide.figure.parts import Parts
from guide.figure.path import path_data

_SHOWN = f"{round(-HALF * UNITS)} {round(-1.05 * UNITS)} {round(4 * HALF * UNITS)} {round(1.08 * UNITS)}"


def touch_map_svg(names: Mapping[str, str], *, label: str) -> str:
    """Front and back side by side; `names` are the muscles by id, as the buttons are called, in their order."""
    drawn = {muscle: name for muscle, name in names.items() if muscle in MUSCLES}
    if not drawn:
        return ""
    both = both_ways(dict.fromkeys(drawn, "secondary"), through=False)
    body = pair(*(paint_parts(_body(parts), by_class) for parts in both))
    buttons = "".join(
        f'<g role="button" tabindex="0" aria-pressed="false" aria-label={quoteattr(name)} data-muscle="{muscle}">'
        f"{pair(*(_paths(parts, muscle) for parts in both))}</g>"
        for muscle, name in drawn.items()
    )
    attributes = f'class="fig guide-touch" viewBox="{_SHOWN}" role="group" aria-label={quoteattr(label)}'
    return f"<svg {attributes}>{body}{buttons}</svg>"


def _body(parts: Parts) -> Parts:
    return tuple(part for part in parts if part.name.partition("_")[2] not in MUSCLES)


def _paths(parts: Parts, muscle: str) -> str:
    found = (part for part in parts if part.name.partition("_")[2] == muscle)
    return "".join(f'<path d="{path_data(part.outlines)}"/>' for part in found)

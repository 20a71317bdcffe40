"""The body map that a reader chooses muscles on: every drawn muscle is a button. Pressing is the page's business."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from guide.figure.drawn_body.camera import UNITS
from guide.figure.drawn_body.paint import by_class, looks
from guide.figure.drawn_body.parts import Parts
from guide.figure.drawn_body.path import path_data
from guide.figure.drawn_body.subject import Subject
from guide.figure.picture.bodymap import HALF, both_ways, pair
from guide.figure.picture.draw import paint_parts
from guide.model import Muscle
from guide.model.person import PLAIN_PERSON, Person

_SHOWN = f"{round(-HALF * UNITS)} {round(-1.05 * UNITS)} {round(4 * HALF * UNITS)} {round(1.08 * UNITS)}"


def touch_map_svg(muscles: Iterable[Muscle], *, label: str, person: Person = PLAIN_PERSON) -> str:
    """Front and back side by side, with a button for each of the muscles that is drawn, in their order."""
    drawn = tuple(muscle for muscle in muscles if muscle.drawn)
    if not drawn:
        return ""
    both = both_ways(Subject(person, secondary=drawn))
    body = pair(*(paint_parts(_body(parts), by_class) for parts in both))
    buttons = "".join(
        f'<g role="button" tabindex="0" aria-pressed="false" aria-label={quoteattr(_name(muscle))} '
        f'data-muscle="{muscle.id}">{pair(*(_paths(parts, muscle.id) for parts in both))}</g>'
        for muscle in drawn
    )
    attributes = f'class="{looks(person)} guide-touch" viewBox="{_SHOWN}" role="group" aria-label={quoteattr(label)}'
    return f"<svg {attributes}>{body}{buttons}</svg>"


def _name(muscle: Muscle) -> str:
    return f"{muscle.plain_name} ({muscle.name.lower()})"


def _body(parts: Parts) -> Parts:
    return tuple(part for part in parts if not part.muscle)


def _paths(parts: Parts, muscle: str) -> str:
    """The muscle's outlines, without the fibres inside, which would leave gaps in a button."""
    found = (part for part in parts if part.muscle == muscle)
    return "".join(f'<path d="{path_data(part.outlines[:1])}"/>' for part in found)

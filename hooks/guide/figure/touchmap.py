"""The body map that a reader chooses muscles on: every drawn muscle is a button. Pressing is the page's business."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import quoteattr

from guide.figure.bodymap import HALF, standing
from guide.figure.camera import UNITS, view_camera
from guide.figure.draw import paint_parts
from guide.figure.muscles import MUSCLES
from guide.figure.paint import by_class
from guide.figure.parts import Look, Parts, body_parts
from guide.figure.path import path_data
from guide.figure.skeleton import SIDES, Skeleton
from guide.model.figure import ViewName

_SHOWN = f"{round(-HALF * UNITS)} {round(-1.05 * UNITS)} {round(4 * HALF * UNITS)} {round(1.08 * UNITS)}"


def touch_map_svg(names: Mapping[str, str], *, label: str) -> str:
    """Front and back side by side; `names` are the muscles by id, as the buttons are called, in their order."""
    drawn = {muscle: name for muscle, name in names.items() if muscle in MUSCLES}
    if not drawn:
        return ""
    front, back = (_parts(standing(), drawn, view) for view in ("front", "back"))
    body = _pair(*(paint_parts(_body(parts), by_class) for parts in (front, back)))
    buttons = "".join(
        f'<g role="button" tabindex="0" aria-pressed="false" aria-label={quoteattr(name)} data-muscle="{muscle}">'
        f"{_pair(*(_paths(parts, muscle) for parts in (front, back)))}</g>"
        for muscle, name in drawn.items()
    )
    attributes = f'class="fig guide-touch" viewBox="{_SHOWN}" role="group" aria-label={quoteattr(label)}'
    return f"<svg {attributes}>{body}{buttons}</svg>"


def _parts(skeleton: Skeleton, muscles: Iterable[str], view: ViewName) -> Parts:
    coloured = {(muscle, side): "secondary" for muscle in muscles for side in SIDES}
    return body_parts(skeleton, Look(view_camera(view), coloured, tail=view == "back"))


def _body(parts: Parts) -> Parts:
    return tuple(part for part in parts if part.name.partition("_")[2] not in MUSCLES)


def _paths(parts: Parts, muscle: str) -> str:
    found = (part for part in parts if part.name.partition("_")[2] == muscle)
    return "".join(f'<path d="{path_data(part.outlines)}"/>' for part in found)


def _pair(front: str, back: str) -> str:
    behind = f'<g transform="translate({round(2 * HALF * UNITS)})">{back}</g>' if back else ""
    return front + behind

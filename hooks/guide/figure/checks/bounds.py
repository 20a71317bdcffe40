"""Checks of what is written around the poses: props, contacts, arrows, layers. Knows no balance, no joints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from guide.figure.checks.finding import Finding, Place, length
from guide.figure.checks.solids import solids
from guide.figure.drawn_body.camera import Point, view_camera
from guide.figure.picture.arrow import arrow_line
from guide.figure.posing.contact import ON_A_SIDE
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame
from guide.model.scene import Contact, Prop, Thing
from guide.problems.error_sentences import did_you_mean
from guide.problems.problem import quote

FLOOR = "floor"
HEIGHTS: dict[str, tuple[float, float]] = {
    "wall": (0.2, 1.6),
    "step": (0.02, 0.3),
    "box": (0.06, 0.6),
    "chair": (0.15, 0.4),
    "bench": (0.1, 0.5),
    "table": (0.25, 0.65),
    "rail": (0.2, 0.8),
    "bar": (0.05, 1.6),
    "mat": (0.02, 0.06),
    "pad": (0.005, 0.15),
    "ball": (0.03, 0.5),
    "doorway": (0.8, 1.6),
}
"""How high things of a kind are, in body heights: chairs that people sit on, rails that they hold."""
MARGIN = 0.3  # of body height, around the bodies and things of a figure, that an arrow may take


def prop_findings(place: Place, props: Iterable[Prop]) -> Iterator[Finding]:
    """Props that no room has, and names that they share."""
    names: list[str] = []
    for i, prop in enumerate(props):
        low, high = HEIGHTS.get(prop.kind, (0.0, 2.0))
        if not low <= prop.height <= high:
            text = f"a {prop.kind} as high as {length(prop.height)} is none"
            yield (*place, "props", i, "height"), text, f"write a height from {low:g} to {high:g}"
        if prop.name and prop.name in names:
            text = f"two props are called {quote(prop.name)}"
            yield (*place, "props", i, "name"), text, "give each a name of its own"
        names += [prop.name] if prop.name else []


def contact_findings(place: Place, contacts: Iterable[Contact], props: tuple[Prop, ...]) -> Iterator[Finding]:
    """Contacts with what is not there."""
    known = (FLOOR, *(prop.kind for prop in props), *(prop.name for prop in props if prop.name))
    for i, contact in enumerate(contacts):
        if contact.surface not in known:
            otherwise = f"add it to the props, or write one of {', '.join(dict.fromkeys(known))}"
            text = f"there is no {contact.surface} in the scene"
            yield (*place, "contacts", i, "surface"), text, did_you_mean(contact.surface, known, otherwise=otherwise)


def thing_findings(place: Place, things: Iterable[Thing]) -> Iterator[Finding]:
    """Only a band is fixed, or runs, to somewhere else."""
    for i, thing in enumerate(things):
        if thing.kind != "band" and (thing.anchor or thing.to):
            name = "anchor" if thing.anchor else "to"
            text = f"a {thing.kind} is not fixed to anything"
            yield (*place, "things", i, name), text, f"delete {name}, or write kind: band"


def first_frame(frame: Frame) -> Iterator[Finding]:
    """What tells of the frame before, where there is none."""
    for name in ("arrow", "ghost", "trail"):
        if getattr(frame, name):
            yield (name,), f"{name} shows the way from the frame before, and there is none", f"delete {name}"


def lying(frame: Frame) -> Iterator[Finding]:
    """What only a body has that lies on a side."""
    if frame.pose.trunk.slope and frame.position not in ON_A_SIDE:
        text = f"slope is for a body that lies on a side, and this one is {frame.position.replace('_', ' ')}"
        yield ("pose", "trunk", "slope"), text, "delete it, or write position: on_left_side"


def arrow_inside(figure: Figure, before: Frame, frame: Frame) -> Iterator[Finding]:
    """An arrow lies beside the body, not far from it."""
    if not frame.arrow or max(map(abs, frame.arrow.shift)) <= MARGIN:  # without a shift it lies on its way
        return
    view = view_camera(figure.views[0])
    line = [*chain(*arrow_line(figure, before, frame, view))]
    corners = [*_points(figure, (before, frame))]
    for axis, (back, on) in enumerate((("left", "right"), ("down", "up"))):
        low, high = (f(corner[axis] for corner in corners) for f in (min, max))
        over = max((point[axis] - high - MARGIN for point in line), default=0.0)
        under = max((low - MARGIN - point[axis] for point in line), default=0.0)
        if max(over, under) > 0:
            way = on if over > under else back
            text = f"the arrow lies {length(max(over, under) + MARGIN)} away from everything that is drawn"
            yield ("arrow", "shift"), text, f"shift it {max(over, under):.2f} less {_towards(way)}"


def _towards(way: str) -> str:
    return way if way in ("up", "down") else f"to the {way}"


def _points(figure: Figure, frames: tuple[Frame, ...]) -> Iterator[Point]:
    view = view_camera(figure.views[0])
    for frame in frames:
        for segment in solve(figure, frame).values():
            yield view.flat(segment.at)
            yield view.flat(segment.end)
    for solid in solids(figure.props):
        if solid.prop.kind != "wall":
            yield view.flat(solid.low)
            yield view.flat(solid.high)

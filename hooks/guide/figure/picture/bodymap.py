"""The body map: a standing figure from the front and from behind with the given muscles coloured."""

from __future__ import annotations

from guide.figure.drawn_body.camera import UNITS, view_camera
from guide.figure.drawn_body.paint import by_class, dressed
from guide.figure.drawn_body.parts import Look, Parts, body_parts
from guide.figure.drawn_body.subject import Subject
from guide.figure.picture.draw import paint_parts, svg
from guide.figure.picture.scene import Room
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame, ViewName
from guide.model.pose import Limbs, Pose, Trunk
from guide.model.scene import Contact

HALF = 0.25  # half the width that one standing figure takes
_VIEWS: tuple[ViewName, ViewName] = ("front", "back")

_STANDING = Frame(
    caption="Standing",
    pose=Pose(
        trunk=Trunk(lean=1),
        both=Limbs(hip=1, hip_abduction=5, knee=0, shoulder_abduction=17, elbow=8),
    ),
)
_SOLES = Contact(part="sole", side="both", forward=0, out=0.095, toes_out=8)
_FIGURE = Figure(contacts=(_SOLES,), frames=(_STANDING, _STANDING))


def body_map_svg(subject: Subject, *, label: str = "") -> str:
    """Front and back side by side. `label` says in words what is coloured; without it, decoration."""
    front, back = (paint_parts(parts, by_class) for parts in both_ways(subject))
    return svg(pair(front, back), Room(-HALF, 3 * HALF, 1.05, -0.03), label, dressed(by_class, subject.person))


def both_ways(subject: Subject) -> tuple[Parts, Parts]:
    """The standing body from the front and from behind, with its muscles on both sides."""
    shades = (("secondary", subject.secondary), ("primary", subject.primary))
    coloured = {(muscle.id, side): paint for paint, muscles in shades for muscle in muscles for side in SIDES}
    skeleton = solve(_FIGURE, _STANDING)
    front, back = (Look(view_camera(view), subject, coloured, through=True) for view in _VIEWS)
    pale = any(belly.shod for belly in subject.bellies)
    return _body(skeleton, front, pale=pale), _body(skeleton, back, pale=pale)


def _body(skeleton: Skeleton, look: Look, *, pale: bool) -> Parts:
    """The body; with `pale` shoes, so that what shows through them stands out."""
    paints = {"near_shoe": "far_shoe"} if pale else {}
    return tuple(part._replace(paint=paints.get(part.paint, part.paint)) for part in body_parts(skeleton, look))


def pair(front: str, back: str) -> str:
    """Two drawings side by side."""
    return front + (f'<g transform="translate({round(2 * HALF * UNITS)})">{back}</g>' if back else "")

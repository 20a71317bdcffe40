"""The body map: a standing figure from the front and from behind with the given muscles coloured."""

from __future__ import annotations

from collections.abc import Collection

from guide.figure.camera import UNITS, view_camera
from guide.figure.contact import solve
from guide.figure.draw import paint_parts, svg
from guide.figure.paint import by_class
from guide.figure.parts import Look, body_parts
from guide.figure.scene import Room
from guide.figure.skeleton import SIDES, Skeleton
from guide.model.figure import Feet, Figure, Foot, Frame
from guide.model.pose import Limbs, Pose, Trunk

HALF = 0.25  # half the width that one standing figure takes

_STANDING = Frame(
    caption="Standing",
    pose=Pose(
        trunk=Trunk(lean=1),
        both=Limbs(hip=1, hip_abduction=5, knee=0, shoulder_abduction=17, elbow=8),
    ),
)
_FOOT = Foot(out=0.095, toes_out=8)
_FIGURE = Figure(feet=Feet(right=_FOOT, left=_FOOT), frames=(_STANDING, _STANDING))


def standing() -> Skeleton:
    """The body of the map."""
    return solve(_FIGURE, _STANDING)


def body_map_svg(primary: Collection[str] = (), secondary: Collection[str] = (), *, label: str = "") -> str:
    """Front and back side by side. `label` says in words what is coloured; without it, decoration."""
    skeleton = standing()
    shades = dict.fromkeys(secondary, "secondary") | dict.fromkeys(primary, "primary")
    coloured = {(name, side): paint for name, paint in sorted(shades.items()) for side in SIDES}
    front, back = (
        paint_parts(
            body_parts(skeleton, Look(view_camera(view), coloured, tail=view == "back", through=True)), by_class
        )
        for view in ("front", "back")
    )
    shown = Room(-HALF, 3 * HALF, 1.05, -0.03)
    pair = f'{front}<g transform="translate({round(2 * HALF * UNITS)})">{back}</g>'
    return svg(pair, shown, label, by_class)

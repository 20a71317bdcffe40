"""What a picture adds to teach: the frame before as a ghost, a trail, the weight line, an angle. Off unless asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import atan2, cos, degrees, pi, sin
from typing import NamedTuple

from guide.figure.drawn_body.camera import Camera, Point
from guide.figure.drawn_body.painted import Painted
from guide.figure.drawn_body.parts import Look, body_parts
from guide.figure.picture.arrow import way_of
from guide.figure.posing.balance import centre_of_mass
from guide.figure.posing.measure import joint_angles
from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.solve import solve
from guide.figure.posing.vector import UP, Vec, scale
from guide.model.figure import Angle, Figure, Frame

_RADIUS = 0.085  # of the arc
_DOTS = 14
LETTERS = 0.07  # half the width of a number


class Lettered(NamedTuple):
    """Words in a picture and the middle of where they stand."""

    text: str
    at: Point


class Layers(NamedTuple):
    """What lies behind the body, what over it, and the words."""

    behind: tuple[Painted, ...] = ()
    over: tuple[Painted, ...] = ()
    words: tuple[Lettered, ...] = ()


NO_LAYERS = Layers()


def layers(figure: Figure, frame: Frame, look: Look, before: Frame | None) -> Layers:
    """The layers that a frame asks for; `before` is the frame before it."""
    view = look.view
    behind: list[Painted] = []
    over: list[Painted] = []
    words: tuple[Lettered, ...] = ()
    if frame.ghost and before:
        behind += _ghost(figure, before, look)
    if frame.trail and before:
        way = way_of(figure, before, frame, frame.trail, view, _DOTS)
        over += [Painted(paint, way, "open") for paint in ("trail_halo", "trail")]
    if frame.weight_line:
        over += _with_halo(_weight(solve(figure, frame), view))
    if frame.angle:
        arc, words = _angle(solve(figure, frame), _as_drawn(frame.angle, frame), view)
        over += _with_halo(arc)
    return Layers(tuple(behind), tuple(over), words)


def _with_halo(lines: Iterable[Painted]) -> tuple[Painted, ...]:
    """Lines on a ground of their own, so that they are seen on any skin and any clothes."""
    lines = tuple(lines)
    return (*(line._replace(paint="halo") for line in lines if line.form == "open"), *lines)


def _ghost(figure: Figure, frame: Frame, look: Look) -> Iterator[Painted]:
    """One pale form without muscles and lines."""
    for part in body_parts(solve(figure, frame), replace(look, coloured={}, grips={})):
        if part.is_form:
            yield from (Painted("ghost", outline, "smooth") for outline in part.outlines if len(outline) > 2)


def _weight(skeleton: Skeleton, view: Camera) -> Iterator[Painted]:
    """From the body's centre of mass down to the floor, where a foot marks it."""
    x, y, z = centre_of_mass(skeleton)
    top, foot = view.flat((x, y, z)), view.flat((x, 0.0, z))
    yield Painted("weight", (top, foot), "open")
    r = 0.016
    yield Painted(
        "weight_foot", tuple((top[0] + r * cos(i * pi / 3), top[1] + r * sin(i * pi / 3)) for i in range(6)), "smooth"
    )
    yield Painted(
        "weight_foot", ((foot[0], foot[1]), (foot[0] + 0.018, foot[1] - 0.03), (foot[0] - 0.018, foot[1] - 0.03))
    )


def _angle(skeleton: Skeleton, angle: Angle, view: Camera) -> tuple[tuple[Painted, ...], tuple[Lettered, ...]]:
    """An arc from where the part would be at 0 degrees to where it is, and the number of degrees."""
    at, zero, now = _arms(skeleton, angle)
    x, y = view.flat(at)
    start, end = (atan2(v[1], v[0]) for v in (view.flat(zero), view.flat(now)))
    turn = (end - start + pi) % (2 * pi) - pi
    steps = max(2, round(abs(degrees(turn)) / 15))
    arc = tuple(
        (x + _RADIUS * cos(start + turn * k / steps), y + _RADIUS * sin(start + turn * k / steps))
        for k in range(steps + 1)
    )
    reach = _RADIUS * 1.5
    base = ((x, y), (x + reach * cos(start), y + reach * sin(start)))
    limb = ((x, y), (x + reach * cos(end), y + reach * sin(end)))
    middle = start + turn / 2
    away = _RADIUS + 0.062
    words = Lettered(_degrees(skeleton, angle), (x + away * cos(middle), y + away * sin(middle)))
    return (Painted("angle_zero", base, "open"), Painted("angle", limb, "open"), Painted("angle", arc, "open")), (
        words,
    )


def _as_drawn(angle: Angle, frame: Frame) -> Angle:
    """The angle of the side on which it is seen where right and left are exchanged."""
    return angle.model_copy(update={"side": "left" if angle.side == "right" else "right"}) if frame.mirrored else angle


def _degrees(skeleton: Skeleton, angle: Angle) -> str:
    return f"{abs(round(joint_angles(skeleton, angle.side)[angle.of]))}°"


def _arms(skeleton: Skeleton, angle: Angle) -> tuple[Vec, Vec, Vec]:
    """The vertex, the direction at 0 degrees and the direction now, as `measure.joint_angles` counts."""
    side, chest = angle.side, skeleton["chest"]
    thigh, shank, foot = (skeleton[f"{side}_{name}"] for name in ("thigh", "shank", "foot"))
    arm, forearm = skeleton[f"{side}_upper_arm"], skeleton[f"{side}_forearm"]
    down = scale(UP, -1)
    return {
        "knee": (shank.at, thigh.axis, shank.axis),
        "hip": (thigh.at, scale(chest.axis, -1), thigh.axis),
        "ankle": (foot.at, _neutral(shank.axis, foot.axis), foot.axis),
        "elbow": (forearm.at, arm.axis, forearm.axis),
        "shoulder": (arm.at, scale(chest.axis, -1), arm.axis),
        "trunk": (skeleton["pelvis"].at, UP, chest.axis),
        "thigh": (thigh.at, down, thigh.axis),
        "shank": (shank.end, UP, scale(shank.axis, -1)),
    }[angle.of]


def _neutral(shank: Vec, foot: Vec) -> Vec:
    """The direction of a foot at a right angle to its shank."""
    along = sum(a * b for a, b in zip(shank, foot, strict=True))
    return (foot[0] - shank[0] * along, foot[1] - shank[1] * along, foot[2] - shank[2] * along)

"""Head and shoe: shapes known from the side and from the front, drawn from any azimuth between."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin

from guide.figure import body
from guide.figure.camera import Camera, Point
from guide.figure.outline import Outline, ellipse, touch, tube
from guide.figure.shapes import SHOE, SHOE_OVAL, SOLE, SOLE_OVAL, TOE_CAP, Corner
from guide.figure.skeleton import Segment
from guide.figure.vector import UP, Vec, along, dot, scale, unit, weighted_sum

_HEXAGON = tuple((sin(i * pi / 3), cos(i * pi / 3)) for i in range(6))


def head_outline(head: Segment, view: Camera, corners: Sequence[Corner]) -> Outline:
    return _profile(view, head.end, (head.front, head.axis, head.out), corners, middle=0.0)


def shoe_outline(foot: Segment, view: Camera) -> Outline:
    """The shoe; where it shows its instep or its sole, an oval instead of the profile."""
    return _oval(foot, view, SHOE_OVAL) if _flat_on(foot, view) else _bent_profile(foot, view, SHOE)


def sole_outline(foot: Segment, view: Camera) -> Outline:
    """The sole: a line under the shoe; all of it when it faces the viewer; from above, the rim at the toes."""
    if not _flat_on(foot, view):
        return _bent_profile(foot, view, SOLE)
    return _oval(foot, view, TOE_CAP if view.depth(foot.front) > 0 else SOLE_OVAL)


def _flat_on(foot: Segment, view: Camera) -> bool:
    return abs(view.depth(foot.front)) > 0.6


def _oval(foot: Segment, view: Camera, rows: Sequence[tuple[float, float, float]]) -> Outline:
    sections = [
        ellipse(
            view,
            foot.point((min(reach, body.BALL - 0.02) if foot.bend else reach) / body.TOE, up),
            ((foot.axis, 0.9 * wide), (foot.out, wide), (foot.front, 0.012)),
        )
        for reach, up, wide in rows
    ]
    return tube(sections, rows[-1][0] - rows[0][0], pointed=len(rows) == 2)


def _bent_profile(foot: Segment, view: Camera, corners: Sequence[Corner]) -> Outline:
    """A shoe that stands on its ball bends there, so that its toes lie on what it stands on."""
    outline = _profile(view, foot.at, (foot.axis, foot.front, foot.out), corners, middle=0.03)
    if not foot.bend:
        return outline
    ball = view.flat(foot.point(body.BALL / body.TOE, -body.ANKLE_HEIGHT))
    level = unit((foot.out[2], 0.0, -foot.out[0]))
    level = level if dot(level, foot.axis) + dot(level, foot.front) > 0 else scale(level, -1)
    lift = view.flat(weighted_sum(level, foot.bend, foot.axis, -foot.bend))
    return tuple(_bent(p, max(0.0, c.front - body.BALL), lift, ball[1]) for p, c in zip(outline, corners, strict=True))


def _bent(p: Point, beyond: float, lift: Point, floor: float) -> Point:
    return (p[0] + lift[0] * beyond, max(p[1] + lift[1] * beyond, floor)) if beyond else p


def _profile(
    view: Camera, origin: Vec, axes: tuple[Vec, Vec, Vec], corners: Sequence[Corner], *, middle: float
) -> Outline:
    """Blend of the side and the front profile, as the ellipsoid between them would show."""
    (fx, fy), (ux, uy), (ox, oy) = (view.flat(axis) for axis in axes)
    x0, y0 = view.flat(along(origin, axes[0], middle))
    wide_f, wide_o = hypot(fx, fy), hypot(ox, oy)
    side = abs(view.depth(axes[2]))
    bare = min(1.0, side * 2)
    turn = -1.0 if fx * ox + fy * oy < -0.02 else 1.0
    points: list[Point] = []
    for front, side_up, across, front_up in corners:
        height = front_up + (side_up - front_up) * side
        f, o = (front - middle) * bare, across * turn
        a, b = f * wide_f, across * wide_o
        # Two extents of an ellipsoid add up as a hypotenuse when they point the same way.
        k = hypot(a, b) / abs(a + b) if a * b > 0 else 1.0
        points.append((x0 + (f * fx + o * ox) * k + height * ux, y0 + (f * fy + o * oy) * k + height * uy))
    return tuple(points)


def eyes(head: Segment, view: Camera) -> tuple[Outline, ...]:
    """The eyes that the viewer sees, as short strokes: they tell where the face points."""
    return tuple(
        tuple(view.flat(along(head.point(1.0, 0.051, 0.021 * sign), head.axis, up)) for up in (0.006, -0.002))
        for sign in (1, -1)
        if view.depth(unit(weighted_sum(head.front, 0.9, head.out, 0.5 * sign))) > 0.15
    )


def ears(head: Segment, view: Camera) -> tuple[Outline, ...]:
    """The ear on the viewer's side."""
    depth = view.depth(head.out)
    if abs(depth) <= 0.3:
        return ()
    centre = along(head.point(1.0, -0.016, 0.049 if depth > 0 else -0.049), head.axis, -0.012)
    spot = ellipse(view, centre, ((head.front, 0.0100), (head.axis, 0.0165), (head.out, 0.004)))
    return (tuple([touch(spot, across, up, 1.15) for across, up in _HEXAGON]),)


def ponytail(head: Segment, view: Camera) -> Outline:
    """A short ponytail that hangs from the back of the head, as gravity has it."""
    root = along(head.point(1.0, -0.066), head.axis, 0.022)
    away = unit(weighted_sum(scale(head.front, -1), 1.0, UP, 0.1))
    into = max(0.0, -head.front[1])
    hang = unit(weighted_sum(weighted_sum(scale(UP, -1), 1.0, head.front, -into), 1.0, head.axis, -0.6 * into))
    middle = along(along(root, away, 0.028), hang, 0.012)
    end = along(along(root, away, 0.034), hang, 0.066)
    _, _, xx, xy, yy = ellipse(view, root, ((head.front, 1.0), (UP, 1.0), (head.out, 1.0)))
    places = ((root, 0.013), (middle, 0.020), (end, 0.007))
    return tube([(*view.flat(centre), xx * r * r, xy * r * r, yy * r * r) for centre, r in places], 0.09)

"""A part of a frame shown large, such as the foot on the edge of a step: what the frame draws, cut out."""

from __future__ import annotations

from collections.abc import Iterable

from guide.figure.drawn_body.camera import Point, view_camera
from guide.figure.drawn_body.outline import Outline
from guide.figure.drawn_body.paint import Style, by_class, dressed
from guide.figure.drawn_body.painted import Painted
from guide.figure.drawn_body.subject import PLAIN, Subject
from guide.figure.picture.arrow import landmark
from guide.figure.picture.depth import Shape
from guide.figure.picture.draw import elements, figure_scenes, svg
from guide.figure.picture.scene import Room, Scene, foot_scene, room
from guide.figure.posing.solve import solve
from guide.model.figure import Figure

HALF = 0.15  # half the width and height of what is shown, in body heights


def closeup_svg(figure: Figure, number: int, subject: Subject = PLAIN, *, style: Style = by_class) -> str | None:
    """The figure's `closeup` in a key frame (the first is 1); nothing where it asks for none. It has no text."""
    if not figure.closeup:
        return None
    style = dressed(style, subject.person)
    if foot := figure.frames[number - 1].foot:
        scenes = [foot_scene(each.foot or foot) for each in figure.frames]
        shown = room(scenes)
        return _large(elements(scenes[number - 1], shown, style), shown, style)
    view = view_camera(figure.views[0])
    # All frames are cut at one place, so that the eye sees the part move and not the picture.
    places = [view.flat(landmark(solve(figure, frame), figure.closeup)) for frame in figure.frames]
    x, y = sum(x for x, _ in places) / len(places) + 0.03, sum(y for _, y in places) / len(places) + 0.04
    shown = Room(x - HALF, x + HALF, y + HALF, y - HALF)
    scene = _crop(figure_scenes(figure, subject, figure.views[0])[number - 1], shown)
    return _large(elements(scene, shown, style), shown, style)


def _large(content: str, shown: Room, style: Style) -> str:
    return svg(content, shown, "", style).replace("<svg ", '<svg data-close="" ', 1)


def _crop(scene: Scene, shown: Room) -> Scene:
    """Without what lies wholly outside."""
    ground = tuple(shadow for shadow in scene.ground if _touches(shadow.points, shown))
    body = tuple(shape for shape in scene.body if any(_touches(outline, shown) for outline in _outlines(shape)))
    return Scene(ground, body, (), floor=scene.floor)


def _outlines(shape: Shape) -> tuple[Outline, ...]:
    return (shape.points,) if isinstance(shape, Painted) else shape.outlines


def _touches(points: Iterable[Point], shown: Room) -> bool:
    points = tuple(points)
    across = min(x for x, _ in points) < shown.right and max(x for x, _ in points) > shown.left
    return across and min(y for _, y in points) < shown.top and max(y for _, y in points) > shown.bottom

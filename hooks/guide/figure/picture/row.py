"""All key frames of a figure in one picture, side by side on one floor: what link previews are made from."""

from __future__ import annotations

from guide.figure.drawn_body.camera import UNITS
from guide.figure.drawn_body.paint import Style, by_class, dressed
from guide.figure.drawn_body.subject import PLAIN, Subject
from guide.figure.picture.draw import elements, figure_scenes, painted, svg
from guide.figure.picture.ground import floor
from guide.figure.picture.scene import Room, room
from guide.model.figure import Figure

GAP = 0.06  # between the frames


def figure_svg(figure: Figure, subject: Subject = PLAIN, *, style: Style = by_class) -> str:
    """All key frames side by side."""
    scenes = figure_scenes(figure, subject, figure.views[0])
    style = dressed(style, subject.person)
    rooms = [room([scene]) for scene in scenes]
    at, content = 0.0, ""
    for scene, own in zip(scenes, rooms, strict=True):
        drawn = elements(scene, own, style, with_floor=False)
        content += f'<g transform="translate({round((at - own.left) * UNITS)})">{drawn}</g>'
        at += own.right - own.left + GAP
    whole = Room(0.0, at - GAP, max(own.top for own in rooms), min(own.bottom for own in rooms))
    low, high = min(scene.floor[0] for scene in scenes), max(scene.floor[1] for scene in scenes)
    label = "; ".join(f"{number}. {frame.caption}" for number, frame in enumerate(figure.frames, 1))
    return svg(painted([floor(whole.left, whole.right, low, high)], None, style) + content, whole, label, style)

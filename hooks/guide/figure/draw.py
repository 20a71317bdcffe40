"""Scenes → SVG text: single frames and thumbnails. Same input, same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter
from xml.sax.saxutils import quoteattr

from guide.figure.camera import UNITS, view_camera
from guide.figure.describe import frame_text
from guide.figure.outline import Outline
from guide.figure.paint import Style, by_class
from guide.figure.parts import Parts
from guide.figure.path import join_numbers, path_data
from guide.figure.props import Painted, floor
from guide.figure.scene import Room, Scene, frame_scene, room
from guide.figure.subject import PLAIN, Subject
from guide.model.figure import Figure, ViewName


def frame_svg(
    figure: Figure,
    number: int,
    subject: Subject = PLAIN,
    *,
    view: ViewName | None = None,
    prefix: str = "",
    style: Style = by_class,
) -> str:
    """One key frame (the first is 1), drawn to the same scale and in the same room as its neighbours."""
    scenes = figure_scenes(figure, subject, view or figure.views[0])
    shown = room(scenes)
    return svg(elements(scenes[number - 1], shown, style), shown, frame_text(figure, number), style, prefix=prefix)


def frame_size(figure: Figure, number: int, *, cropped: bool = False) -> tuple[int, int]:
    """Width and height of `frame_svg` in drawing units; `cropped`, no higher than this frame needs."""
    scenes = figure_scenes(figure, PLAIN, figure.views[0])
    needed = room([scenes[number - 1]] if cropped else scenes)
    return _size(replace(room(scenes), top=needed.top))


def thumbnail_svg(figure: Figure, subject: Subject = PLAIN, *, style: Style = by_class) -> str:
    """The frame that stands for the exercise on a card, cut close. Decoration: it has no text of its own."""
    number = figure.thumbnail or len(figure.frames)
    scene = _key_scene(figure, number - 1, subject.with_primary_only(), figure.views[0], with_arrow=False)
    own = room([scene], margin=0.02)
    return svg(elements(scene, own, style), own, "", style)


def version_svgs(figure: Figure, name: str, subject: Subject = PLAIN, *, style: Style = by_class) -> tuple[str, ...]:
    """The key frames of an easier or harder version; none where it has none of its own."""
    drawn = figure.of_version(name)
    count = len(drawn.frames) if drawn else 0
    return tuple(frame_svg(drawn, number, subject, style=style) for number in range(1, count + 1) if drawn)


def figure_scenes(figure: Figure, subject: Subject, view: ViewName) -> tuple[Scene, ...]:
    """All key frames."""
    return tuple(_key_scene(figure, i, subject, view) for i in range(len(figure.frames)))


def _key_scene(figure: Figure, i: int, subject: Subject, view: ViewName, *, with_arrow: bool = True) -> Scene:
    before = figure.frames[i - 1] if i and with_arrow else None
    return frame_scene(figure, figure.frames[i], view_camera(view), subject, before=before)


def _size(shown: Room) -> tuple[int, int]:
    return round((shown.right - shown.left) * UNITS), round((shown.top - shown.bottom) * UNITS)


def svg(content: str, shown: Room, label: str, style: Style, *, prefix: str = "") -> str:
    """The element around a drawing; without a label it is decoration."""
    left, top = round(shown.left * UNITS), -round(shown.top * UNITS)
    width, height = _size(shown)
    name = f' id="{prefix}"' if prefix else ""
    text = f'role="img" aria-label={quoteattr(label)}' if label else 'aria-hidden="true"'
    return f'<svg {style("svg")}{name} viewBox="{left} {top} {width} {height}" {text}>{content}</svg>'


def elements(scene: Scene, shown: Room, style: Style, *, with_floor: bool = True) -> str:
    base = [floor(shown.left, shown.right)] if with_floor else []
    return straight([*base, *scene.ground], style) + arrow(scene.arrow, style) + paint_parts(scene.body, style)


def paint_parts(parts: Parts, style: Style) -> str:
    return in_groups(((part.paint, f'd="{path_data(part.outlines)}"') for part in parts), style)


def in_groups(paths: Iterable[tuple[str, str]], style: Style) -> str:
    """Paths given as (paint, attributes); neighbours of one paint say it once."""
    text = ""
    for paint, group in groupby(paths, key=itemgetter(0)):
        first, *more = (attributes for _, attributes in group)
        if more:
            text += f"<g {style(paint)}>{''.join(f'<path {path}/>' for path in (first, *more))}</g>"
        else:
            text += f"<path {style(paint)} {first}/>"
    return text


def straight(shapes: Iterable[Painted], style: Style) -> str:
    """Straight-edged shapes; neighbours of one paint share an element."""
    return "".join(
        f'<path {style(paint)} d="{"".join(f"{_line(polygon)}z" for _, polygon in group)}"/>'
        for paint, group in groupby(shapes, key=itemgetter(0))
    )


def arrow(lines: tuple[Outline, ...], style: Style) -> str:
    return f'<path {style("arrow")} d="{"".join(map(_line, lines))}"/>' if lines else ""


def _line(points: Outline) -> str:
    at = [(round(x * UNITS), -round(y * UNITS)) for x, y in points]
    steps = [value for a, b in pairwise(at) for value in (b[0] - a[0], b[1] - a[1])]
    return f"M{join_numbers(at[0])}l{join_numbers(steps)}"

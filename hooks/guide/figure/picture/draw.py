"""Scenes → SVG text: single frames and thumbnails. Same input, same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise, takewhile
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from guide.figure.drawn_body.camera import UNITS, view_camera
from guide.figure.drawn_body.outline import Outline
from guide.figure.drawn_body.paint import Style, by_class, dressed
from guide.figure.drawn_body.painted import Painted, clipped
from guide.figure.drawn_body.parts import Part
from guide.figure.drawn_body.path import join_numbers, path_data
from guide.figure.drawn_body.subject import PLAIN, Subject
from guide.figure.picture.depth import Shape
from guide.figure.picture.ground import floor
from guide.figure.picture.layers import Lettered
from guide.figure.picture.scene import Room, Scene, foot_scene, frame_scene, room
from guide.figure.words.describe import frame_text
from guide.model.figure import Figure, ViewName

UNSEEN_ON_CARDS = "shading"
"""The paint that is too faint for a picture as wide as a thumb, and a sixth of its bytes."""
LETTER_HEIGHT = 40  # drawing units: 14 px where a picture is 150 px wide


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
    style = dressed(style, subject.person)
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
    foot = figure.frames[number - 1].foot
    with_few = subject.with_primary_only()
    scene = foot_scene(foot) if foot else _key_scene(figure, number - 1, with_few, figure.views[0], with_arrow=False)
    scene = replace(scene, body=tuple(shape for shape in scene.body if shape.paint != UNSEEN_ON_CARDS))
    own = room([scene], margin=0.02)
    style = dressed(style, subject.person)
    return svg(elements(scene, own, style), own, "", style)


def version_svgs(figure: Figure, name: str, subject: Subject = PLAIN, *, style: Style = by_class) -> tuple[str, ...]:
    """The key frames of an easier or harder version; none where it has none of its own."""
    drawn = figure.of_version(name)
    count = len(drawn.frames) if drawn else 0
    return tuple(frame_svg(drawn, number, subject, style=style) for number in range(1, count + 1) if drawn)


@lru_cache(maxsize=4)
def figure_scenes(figure: Figure, subject: Subject, view: ViewName) -> tuple[Scene, ...]:
    """All key frames. Kept for as long as the pictures of one figure are drawn, each of which asks for all of them."""
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
    """Everything in a picture, furthest first."""
    base = [floor(shown.left, shown.right, *scene.floor)] if with_floor else []
    behind, over, words = scene.layers
    return (
        painted((*base, *scene.ground), shown, style)
        + shapes((*_walls(scene), *behind, *_others(scene)), shown, style)
        + painted(over, shown, style)
        + arrow(scene.arrow, style)
        + "".join(_letters(each, style) for each in words)
    )


def _walls(scene: Scene) -> tuple[Shape, ...]:
    """What stands behind everything, the ghost too."""
    return tuple(takewhile(lambda shape: isinstance(shape, Painted), scene.body))


def _others(scene: Scene) -> tuple[Shape, ...]:
    return scene.body[len(_walls(scene)) :]


def shapes(these: Iterable[Shape], shown: Room, style: Style) -> str:
    """Parts of the body and what is painted between them."""
    text = ""
    for is_part, group in groupby(these, key=lambda shape: isinstance(shape, Part)):
        run = list(group)
        if is_part:
            text += paint_parts([shape for shape in run if isinstance(shape, Part)], style)
        else:
            text += painted([shape for shape in run if isinstance(shape, Painted)], shown, style)
    return text


def paint_parts(parts: Iterable[Part], style: Style) -> str:
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


def painted(these: Iterable[Painted], shown: Room | None, style: Style) -> str:
    """What is not the body; neighbours of one paint share an element. What is endless ends with the picture."""
    text = ""
    for paint, group in groupby(these, key=itemgetter(0)):
        data = "".join(_data(shape, shown) for shape in group)
        text += f'<path {style(paint)} d="{data}"/>' if data else ""
    return text


def _data(shape: Painted, shown: Room | None) -> str:
    if shape.form == "smooth":
        return path_data([shape.points])
    if shape.form == "open":
        return _open(shape.points)
    points = shape.points
    if shape.endless and shown:
        points = clipped(points, shown.left, shown.right, shown.top, shown.bottom)
    return f"{_line(points)}z" if len(points) > 2 else ""


def arrow(lines: tuple[Outline, ...], style: Style) -> str:
    if not lines:
        return ""
    shaft, head = lines
    return f'<path {style("arrow")} d="{_open(shaft)}{_line(head)}"/>'


def _open(points: Outline) -> str:
    """An open line from the first point to the last, past the others as a spline."""
    if len(points) < 3:
        return _line(points)
    at = [(round(x * UNITS), -round(y * UNITS)) for x, y in points]
    text, (x, y) = f"M{join_numbers(at[0])}", at[0]
    for i in range(1, len(at) - 1):
        (cx, cy), (nx, ny) = at[i], at[i + 1]
        ex, ey = (nx, ny) if i == len(at) - 2 else ((cx + nx) // 2, (cy + ny) // 2)
        text += f"q{join_numbers((cx - x, cy - y, ex - x, ey - y))}"
        x, y = ex, ey
    return text


def _line(points: Outline) -> str:
    at = [(round(x * UNITS), -round(y * UNITS)) for x, y in points]
    steps = [value for a, b in pairwise(at) for value in (b[0] - a[0], b[1] - a[1])]
    return f"M{join_numbers(at[0])}l{join_numbers(steps)}"


def _letters(words: Lettered, style: Style) -> str:
    """Words in the font of the page; programs without a stylesheet are told one."""
    x, y = round(words.at[0] * UNITS), -round(words.at[1] * UNITS) + round(LETTER_HEIGHT * 0.36)
    font = f'font-size="{LETTER_HEIGHT}" font-weight="700" font-family="Source Sans 3, sans-serif" text-anchor="middle"'
    return f'<g {style("number")}><text x="{x}" y="{y}" {font}>{escape(words.text)}</text></g>'

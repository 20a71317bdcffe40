"""All key frames of a figure in one picture, side by side on one floor. What is drawn twice is written once."""

from __future__ import annotations

from collections.abc import Collection

from guide.figure.camera import UNITS, view_camera
from guide.figure.draw import arrow, elements, figure_scenes, straight, svg
from guide.figure.paint import Style, by_class
from guide.figure.props import floor
from guide.figure.scene import Muscles, Room, Scene, room
from guide.model.figure import Figure, Frame, ViewName

GAP = 0.06  # between the frames


def figure_svg(
    figure: Figure,
    *,
    primary: Collection[str] = (),
    secondary: Collection[str] = (),
    view: ViewName | None = None,
    prefix: str = "",
    style: Style = by_class,
) -> str:
    """All key frames side by side; with a prefix, a frame that repeats or mirrors another one refers to it."""
    scenes = figure_scenes(figure, Muscles(primary, secondary), view or figure.views[0])
    rooms = [room([scene]) for scene in scenes]
    starts = [sum(r.right - r.left + GAP for r in rooms[:i]) for i in range(len(rooms))]
    moves = [round((at - own.left) * UNITS) for at, own in zip(starts, rooms, strict=True)]
    frontal = not view_camera(view or figure.views[0]).sideways
    originals = [_original(figure.frames, i, frontal=frontal) if prefix else None for i in range(len(scenes))]
    content = ""
    for i, (scene, original) in enumerate(zip(scenes, originals, strict=True)):
        drawn = _drawn(scene, rooms[i], moves[i], f"{prefix}-{i + 1}" if i in originals else "", style)
        content += drawn if original is None else _reference(figure.frames, i, original, moves, prefix)
        content += _arrow(scene, moves[i], style)
    whole = Room(0.0, starts[-1] + rooms[-1].right - rooms[-1].left, max(r.top for r in rooms), rooms[0].bottom)
    label = "; ".join(f"{i + 1}. {frame.caption}" for i, frame in enumerate(figure.frames))
    return svg(straight([floor(whole.left, whole.right)], style) + content, whole, label, style, prefix=prefix)


def _original(frames: tuple[Frame, ...], i: int, *, frontal: bool) -> int | None:
    """An earlier frame with the same body; from the front also one with the same body mirrored."""
    return next((j for j in range(i) if _alike(frames[i], frames[j], frontal=frontal)), None)


def _alike(a: Frame, b: Frame, *, frontal: bool) -> bool:
    same = (a.pose, a.feet, a.flight, a.back_on_wall) == (b.pose, b.feet, b.flight, b.back_on_wall)
    return same and (frontal or a.mirrored == b.mirrored)


def _drawn(scene: Scene, own: Room, move: int, name: str, style: Style) -> str:
    inner = elements(Scene(scene.ground, scene.body, ()), own, style, with_floor=False)
    known = f' id="{name}"' if name else ""
    return f'<g{known} transform="translate({move})">{inner}</g>'


def _reference(frames: tuple[Frame, ...], i: int, original: int, moves: list[int], prefix: str) -> str:
    flipped = frames[i].mirrored != frames[original].mirrored
    move = moves[i] + moves[original] if flipped else moves[i] - moves[original]
    turn = " scale(-1 1)" if flipped else ""
    return f'<use href="#{prefix}-{original + 1}" transform="translate({move}){turn}"/>'


def _arrow(scene: Scene, move: int, style: Style) -> str:
    return f'<g transform="translate({move})">{arrow(scene.arrow, style)}</g>' if scene.arrow else ""

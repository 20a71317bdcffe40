"""A mistake beside how it should look: two pictures at one scale, each marked by a sign and by a word."""

from __future__ import annotations

from guide.figure.drawn_body.camera import view_camera
from guide.figure.drawn_body.paint import Style, by_class, dressed
from guide.figure.drawn_body.painted import Painted
from guide.figure.drawn_body.subject import PLAIN, Subject
from guide.figure.picture.draw import elements, painted, svg
from guide.figure.picture.scene import Room, frame_scene, room
from guide.figure.words.describe import describe
from guide.model.figure import Figure

WORDS = ("Wrong", "Right")
_RADIUS = 0.042  # of the ring of the wrong sign
_MARGIN = 0.02


def pair_svgs(figure: Figure, number: int, subject: Subject = PLAIN, *, style: Style = by_class) -> tuple[str, str]:
    """The wrong and the right picture of a pair (the first is 0), in the view that shows the mistake."""
    pair, style = figure.of_pair(number), dressed(style, subject.person)
    view = view_camera(pair.views[0])
    scenes = [frame_scene(pair, frame, view, subject) for frame in pair.frames]
    inner = room(scenes)
    # The signs stand above the bodies' left, where they cover nothing.
    shown = Room(inner.left, inner.right, inner.top + 2 * _RADIUS, inner.bottom)
    centre = (shown.left + _RADIUS + _MARGIN, shown.top - _RADIUS - _MARGIN)
    wrong, right = (
        svg(elements(scene, shown, style) + painted(sign, shown, style), shown, text, style)
        for scene, sign, text in zip(scenes, (_cross(*centre), _tick(*centre)), pair_text(figure, number), strict=True)
    )
    return wrong, right


def pair_text(figure: Figure, number: int) -> tuple[str, str]:
    """Both in words, each beginning with what it is."""
    pair = figure.of_pair(number)
    wrong, right = (f"{word}: {describe(pair, frame)}" for word, frame in zip(WORDS, pair.frames, strict=True))
    return wrong, right


def _cross(x: float, y: float) -> tuple[Painted, ...]:
    """A cross in a ring."""
    k, r = _RADIUS * 0.36, _RADIUS
    ring = tuple((x + r * a, y + r * b) for a, b in _OCTAGON)
    strokes = (((x - k, y - k), (x + k, y + k)), ((x - k, y + k), (x + k, y - k)))
    return (Painted("sign_wrong", ring, "smooth"), *(Painted("sign_wrong", stroke, "open") for stroke in strokes))


def _tick(x: float, y: float) -> tuple[Painted, ...]:
    """A tick without a ring, so that the two differ in their outer form too."""
    k = _RADIUS * 0.8
    corner = (x - k * 0.25, y - k * 0.75)
    return tuple(Painted("sign_right", (end, corner), "open") for end in ((x - k, y), (x + k, y + k * 0.9)))


_OCTAGON = (
    (1.0, 0.414),
    (0.414, 1.0),
    (-0.414, 1.0),
    (-1.0, 0.414),
    (-1.0, -0.414),
    (-0.414, -1.0),
    (0.414, -1.0),
    (1.0, -0.414),
)

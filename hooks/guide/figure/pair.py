"""Mistakes that can be seen, each drawn wrong and right. A stand-in for the drawing of the scene."""

from __future__ import annotations

from guide.figure.describe import describe
from guide.figure.draw import frame_svg
from guide.figure.paint import Style, by_class
from guide.figure.subject import PLAIN, Subject
from guide.model.figure import Figure


def pair_svgs(figure: Figure, index: int, subject: Subject = PLAIN, *, style: Style = by_class) -> tuple[str, str]:
    """The wrong and the right picture of a pair (the first is 0), to the same scale."""
    drawn = figure.of_pair(figure.pairs[index])
    wrong, right = (frame_svg(drawn, number, subject, style=style) for number in (1, 2))
    return wrong, right


def pair_text(figure: Figure, index: int) -> tuple[str, str]:
    """Both pictures in words."""
    drawn = figure.of_pair(figure.pairs[index])
    wrong, right = (describe(drawn, frame) for frame in drawn.frames)
    return wrong, right

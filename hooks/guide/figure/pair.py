"""Mistakes that can be seen, each drawn wrong and right. A stand-in for the drawing of the scene."""

from __future__ import annotations

from guide.figure.describe import describe
from guide.figure.draw import frame_svg
from guide.figure.paint import Style, by_class
from guide.figure.scene import NO_MUSCLES, Trained
from guide.model.figure import Figure


def pair_svgs(
    figure: Figure, index: int, muscles: Trained = NO_MUSCLES, *, style: Style = by_class
) -> tuple[str, str]:
    """The wrong and the right picture of a pair (the first is 0), to the same scale."""
    drawn = _as_figure(figure, index)
    wrong, right = (frame_svg(drawn, number, muscles, style=style) for number in (1, 2))
    return wrong, right


def pair_text(figure: Figure, index: int) -> tuple[str, str]:
    """Both pictures in words."""
    drawn = _as_figure(figure, index)
    wrong, right = (describe(drawn, frame) for frame in drawn.frames)
    return wrong, right


def _as_figure(figure: Figure, index: int) -> Figure:
    pair = figure.pairs[index]
    shown = pair.right
    if shown.same_as:
        shown = figure.frames[shown.same_as - 1].model_copy(
            update={"caption": shown.caption, "step": None, "arrow": None}
        )
    own = {"frames": (pair.wrong, shown), "views": (pair.view,), "pairs": (), "modifications": (), "thumbnail": None}
    return figure.model_copy(update=own)

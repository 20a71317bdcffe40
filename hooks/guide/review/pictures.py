"""The drawings of an exercise, and how those of two versions differ. Draws through `figure`, compares the poses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import zip_longest
from typing import TypeAlias

from guide.figure import body_map_svg, closeup_svg, frame_svg, frame_text, thumbnail_svg, version_svgs
from guide.model import Exercise
from guide.model.exercise import MusclesWorked
from guide.model.figure import Figure
from guide.review.changes import PictureChange
from guide.review.word_diff import mark_words

_BODY = "Muscles marked on the body"


@dataclass(frozen=True)
class _Picture:
    """A drawing that is only made when it is asked for."""

    made_from: str
    """All that decides how it looks; drawings with the same are not compared."""
    caption: str
    draw: Callable[[], str | None]
    words: str = ""


_NONE = _Picture("", "", str)
_Pair: TypeAlias = tuple[_Picture, _Picture]


def picture_changes(before: Exercise, after: Exercise) -> tuple[PictureChange, ...]:
    """Drawings that look different, came or went: frames, versions, close-up, card, muscles."""
    if (before.figure, before.muscles) == (after.figure, after.muscles):
        return ()
    frames = _differing(tuple(_frames(before)), tuple(_frames(after)))
    others = _differing_by_caption(_others(before), _others(after))
    return tuple(_changes((*frames, *others)))


def _differing(before: Sequence[_Picture], after: Sequence[_Picture]) -> Iterator[_Pair]:
    """Pictures in a row, in which one may have been put in or taken out."""
    old, new = [sentence.made_from for sentence in before], [sentence.made_from for sentence in after]
    for operation, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation != "equal":
            yield from zip_longest(before[i:j], after[k:m], fillvalue=_NONE)


def _differing_by_caption(before: Iterable[_Picture], after: Iterable[_Picture]) -> Iterator[_Pair]:
    old, new = {sentence.caption: sentence for sentence in before}, {sentence.caption: sentence for sentence in after}
    pairs = ((old.get(caption, _NONE), new.get(caption, _NONE)) for caption in dict.fromkeys((*new, *old)))
    return ((one, other) for one, other in pairs if one.made_from != other.made_from)


def _changes(pairs: Iterable[_Pair]) -> Iterator[PictureChange]:
    for before, after in pairs:
        old, new = before.draw() or "", after.draw() or ""
        if old != new:
            words = mark_words(before.words, after.words) if before.words != after.words else ()
            yield PictureChange(after.caption or before.caption, old, new, words)


def _frames(exercise: Exercise) -> Iterator[_Picture]:
    figure, shared = exercise.figure, _common_part(exercise)
    for view in figure.views:
        seen = "" if view == figure.views[0] else f" ({view.replace('_', ' ')} view)"
        for number, frame in enumerate(figure.frames, start=1):
            made_from, caption = f"{view} {frame.model_dump_json()} {shared}", f"{frame.caption}{seen}"
            draw = partial(frame_svg, figure, number, exercise.muscles, view=view)
            yield _Picture(made_from, caption, draw, "" if seen else frame_text(figure, number))


def _others(exercise: Exercise) -> Iterator[_Picture]:
    """What is known by its name and not by its place in a row."""
    figure, muscles = exercise.figure, exercise.muscles
    primary, secondary = muscles.primary, muscles.secondary
    for version in figure.modifications:
        made_from = f"{figure.drawn_as(version).model_dump_json()} {_common_part(exercise)}"
        yield _Picture(made_from, f"Version: {version.name}", partial(_side_by_side, figure, version.name, muscles))
    yield _Picture(str(figure.closeup), "Close-up", partial(closeup_svg, figure, 1, muscles))
    card = figure.thumbnail or len(figure.frames)
    yield _Picture(str(card), "On cards", partial(thumbnail_svg, figure, muscles))
    yield _Picture(str((primary, secondary)), _BODY, partial(body_map_svg, primary, secondary, label=_BODY))


def _side_by_side(figure: Figure, name: str, muscles: MusclesWorked) -> str:
    return "".join(version_svgs(figure, name, muscles))


def _common_part(exercise: Exercise) -> str:
    """What every frame of the figure has in common, and the muscles that are coloured in it."""
    shared = exercise.figure.model_dump_json(include={"working", "contacts", "props", "returns"})
    return f"{shared} {exercise.muscles.model_dump_json()}"

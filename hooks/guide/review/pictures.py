"""The drawings of an exercise, and how those of two versions differ. Draws through `figure`, compares the poses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import zip_longest

from guide.figure import body_map_svg, closeup_svg, frame_svg, frame_text, modification_svg, thumbnail_svg
from guide.model import Exercise
from guide.model.figure import Figure
from guide.review.changes import PictureChange
from guide.review.word_diff import marked

_BODY = "Muscles marked on the body"


@dataclass(frozen=True)
class _Picture:
    """A drawing that is only made when it is asked for."""

    made_from: str
    """All that decides how it looks; drawings with the same are not compared."""
    caption: str
    draw: Callable[[], str]
    words: str = ""

    @cached_property
    def svg(self) -> str:
        return self.draw()


def picture_changes(before: Exercise, after: Exercise) -> tuple[PictureChange, ...]:
    """Drawings that look different, came or went: frames, versions, close-up, card, muscles."""
    if (before.figure, before.muscles) == (after.figure, after.muscles):
        return ()
    found = [*_differing(tuple(_frames(before)), tuple(_frames(after)))]
    found += _differing_by_caption(tuple(_others(before)), tuple(_others(after)))
    return tuple(found)


def _differing(before: Sequence[_Picture], after: Sequence[_Picture]) -> Iterator[PictureChange]:
    """Pictures in a row, in which one may have been put in or taken out."""
    old, new = [each.made_from for each in before], [each.made_from for each in after]
    for operation, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation != "equal":
            yield from _changes(zip_longest(before[i:j], after[k:m]))


def _differing_by_caption(before: Sequence[_Picture], after: Sequence[_Picture]) -> Iterator[PictureChange]:
    old, new = {each.caption: each for each in before}, {each.caption: each for each in after}
    pairs = ((old.get(caption), new.get(caption)) for caption in dict.fromkeys((*new, *old)))
    yield from _changes(
        (one, other) for one, other in pairs if not (one and other and one.made_from == other.made_from)
    )


def _changes(pairs: Iterator[tuple[_Picture | None, _Picture | None]]) -> Iterator[PictureChange]:
    for before, after in pairs:
        old, new = before.svg if before else "", after.svg if after else ""
        if old == new:
            continue
        shown = after or before
        assert shown, "a pair has at least one side"
        words = (before.words if before else "", after.words if after else "")
        yield PictureChange(shown.caption, old, new, marked(*words) if words[0] != words[1] else ())


def _frames(exercise: Exercise) -> Iterator[_Picture]:
    figure, muscles = exercise.figure, exercise.muscles
    for view in figure.views:
        for number, frame in enumerate(figure.frames, start=1):
            seen = "" if view == figure.views[0] else f" ({view.replace('_', ' ')} view)"
            yield _Picture(
                f"{view} {frame.model_dump_json()} {_shared(exercise)}",
                f"{frame.caption}{seen}",
                lambda number=number, view=view: frame_svg(  # type: ignore[misc]
                    figure, number, view=view, primary=muscles.primary, secondary=muscles.secondary
                ),
                frame_text(figure, number) if not seen else "",
            )


def _others(exercise: Exercise) -> Iterator[_Picture]:
    """What is known by its name and not by its place in a row."""
    figure, muscles = exercise.figure, exercise.muscles
    for each in figure.modifications:
        yield _Picture(
            f"{each.model_dump_json()} {_shared(exercise)}",
            f"Version: {each.name}",
            lambda name=each.name: (  # type: ignore[misc]
                modification_svg(figure, name, primary=muscles.primary, secondary=muscles.secondary) or ""
            ),
        )
    yield _Picture(str(figure.closeup), "Close-up", lambda: _close_up(exercise))
    yield _Picture(str(_card(figure)), "On cards", lambda: thumbnail_svg(figure, primary=muscles.primary))
    drawn = (muscles.primary, muscles.secondary)
    yield _Picture(str(drawn), _BODY, lambda: body_map_svg(*drawn, label=_BODY))


def _card(figure: Figure) -> int:
    return figure.thumbnail or len(figure.frames)


def _close_up(exercise: Exercise) -> str:
    muscles = exercise.muscles
    return closeup_svg(exercise.figure, 1, primary=muscles.primary, secondary=muscles.secondary) or ""


def _shared(exercise: Exercise) -> str:
    """What every frame of the figure has in common, and the muscles that are coloured in it."""
    shared = exercise.figure.model_dump_json(include={"working", "feet", "props", "returns"})
    return f"{shared} {exercise.muscles.model_dump_json()}"

"""The drawings of an exercise, and how those of two versions differ. Draws through `figure`, compares the poses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import zip_longest
from typing import TypeAlias

from guide.figure import (
    Subject,
    body_map_svg,
    closeup_svg,
    frame_svg,
    frame_text,
    pair_svgs,
    pair_text,
    subject_of,
    thumbnail_svg,
    version_svgs,
)
from guide.figure.drawn_body.subject import plain_subject
from guide.model import Exercise, Guide, Muscle
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


def picture_changes(guide: Guide, before: Exercise, new_guide: Guide, after: Exercise) -> tuple[PictureChange, ...]:
    """Drawings that look different, came or went: frames, mistakes, versions, close-up, card, person, muscles. Where
    the same people and muscles only look otherwise, the card and the body tell it."""
    old, new = subject_of(guide, before), subject_of(new_guide, after)
    if (before.figure, old.made_from) == (after.figure, new.made_from):
        return ()
    if (before.figure, before.muscles) == (after.figure, after.muscles):
        return tuple(_changes([(_card(before.figure, old), _card(after.figure, new)), (_body(old), _body(new))]))
    frames = _differing(tuple(_frames(before.figure, old)), tuple(_frames(after.figure, new)))
    pairs = _differing(tuple(_mistakes(before, old)), tuple(_mistakes(after, new)))
    others = _differing_by_caption(_others(before.figure, old), _others(after.figure, new))
    return tuple(_changes((*frames, *pairs, *others)))


def body_changes(before: Muscle, after: Muscle) -> tuple[PictureChange, ...]:
    """Where a muscle lies, if that is different."""
    old, new = plain_subject([before]), plain_subject([after])
    return tuple(_changes([(_body(old), _body(new))])) if before.drawn != after.drawn else ()


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
        words = mark_words(before.words, after.words) if before.words != after.words else ()
        if words or old != new:
            yield PictureChange(after.caption or before.caption, old, new, words)


def _frames(figure: Figure, subject: Subject) -> Iterator[_Picture]:
    shared = _common_part(figure, subject)
    for view in figure.views:
        seen = "" if view == figure.views[0] else f" ({view.replace('_', ' ')} view)"
        for number, frame in enumerate(figure.frames, start=1):
            made_from, caption = f"{view} {frame.model_dump_json()} {shared}", f"{frame.caption}{seen}"
            draw = partial(frame_svg, figure, number, subject, view=view)
            yield _Picture(made_from, caption, draw, "" if seen else frame_text(figure, number))


def _mistakes(exercise: Exercise, subject: Subject) -> Iterator[_Picture]:
    """Wrong and right of every mistake that can be seen; what else stands in the list moves no picture."""
    figure, shared = exercise.figure, _common_part(exercise.figure, subject)
    for index, pair in enumerate(figure.pairs):
        drawn, texts = figure.of_pair(index), pair_text(figure, index)
        for which, (verdict, frame) in enumerate(zip(("Wrong", "Right"), drawn.frames, strict=True)):
            made_from = f"{pair.view} {frame.model_dump_json()} {shared}"
            caption = f"{verdict}: {exercise.mistakes[pair.mistake - 1].mistake}"
            yield _Picture(made_from, caption, partial(_one_of_pair, figure, index, which, subject), texts[which])


def _others(figure: Figure, subject: Subject) -> Iterator[_Picture]:
    """What is known by its name and not by its place in a row."""
    for version in figure.modifications:
        made_from = f"{figure.drawn_as(version).model_dump_json()} {_common_part(figure, subject)}"
        yield _Picture(made_from, f"Version: {version.name}", partial(_side_by_side, figure, version.name, subject))
    yield _Picture(str(figure.closeup), "Close-up", partial(closeup_svg, figure, 1, subject))
    yield _card(figure, subject)
    yield _person(figure, subject)
    yield _body(subject)


def _card(figure: Figure, subject: Subject) -> _Picture:
    number = figure.thumbnail or len(figure.frames)
    return _Picture(str(number), "On cards", partial(thumbnail_svg, figure, subject))


def _person(figure: Figure, subject: Subject) -> _Picture:
    person = subject.person
    return _Picture(person.id, "Who is drawn", partial(thumbnail_svg, figure, subject), person.name)


def _body(subject: Subject) -> _Picture:
    return _Picture(subject.made_from, _BODY, partial(body_map_svg, subject, label=_BODY))


def _side_by_side(figure: Figure, name: str, subject: Subject) -> str:
    return "".join(version_svgs(figure, name, subject))


def _one_of_pair(figure: Figure, index: int, which: int, subject: Subject) -> str:
    return pair_svgs(figure, index, subject)[which]


def _common_part(figure: Figure, subject: Subject) -> str:
    """What every frame of the figure has in common, and who is drawn with which muscles."""
    shared = figure.model_dump_json(include={"working", "contacts", "props", "things", "returns"})
    return f"{shared} {subject.made_from}"

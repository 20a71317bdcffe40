"""The rules of pairs: the mistake that each shows, its captions, and whether its view shows the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from guide.figure import most_apart
from guide.model import Exercise
from guide.model.figure import Frame, Pair, ViewName
from guide.problems.explain import Finding, Location

SEEN = 0.015
"""Body heights on paper, 2.5 cm of a person: a difference below that is not seen in a small picture."""
MOST = 0.4
"""Share of the largest difference that the view of a pair has to show."""
_VIEWS: tuple[ViewName, ...] = ("side", "front")
_NO_WORDS = re.compile(r"\W+")


def pair_problems(exercise: Exercise) -> Iterator[Finding]:
    """Everything wrong with the pairs, as places in the exercise."""
    shown: set[int] = set()
    for index, pair in enumerate(exercise.figure.pairs):
        place = ("figure", "pairs", index)
        yield from _numbers(exercise, pair, place, shown)
        yield from likeness(pair.right, (*place, "right"), len(exercise.figure.frames))
        yield from _captions(exercise, pair, place)
        yield from _difference(exercise, index, place)
        shown.add(pair.mistake)


def likeness(frame: Frame, place: Location, count: int) -> Iterator[Finding]:
    """What looks like a key frame: there has to be one of that number, and no pose besides."""
    if frame.same_as and frame.same_as > count:
        message, hint = f"frame {frame.same_as} does not exist", f"write a number from 1 to {count}"
        yield (*place, "same_as"), message, hint
    elif frame.same_as and frame.model_fields_set - {"caption", "same_as"}:
        hint = "keep the caption alone, or delete same_as"
        yield (*place, "same_as"), "this frame looks like another and has a pose of its own besides", hint


def _numbers(exercise: Exercise, pair: Pair, place: Location, shown: set[int]) -> Iterator[Finding]:
    count = len(exercise.mistakes)
    if pair.mistake > count:
        yield (*place, "mistake"), f"mistake {pair.mistake} does not exist", f"write a number from 1 to {count}"
    elif pair.mistake in shown:
        message = f"there is a pair for mistake {pair.mistake} already"
        yield (*place, "mistake"), message, "keep the one that shows it better"
    if pair.wrong.same_as:
        hint = "write how it looks when it is wrong"
        yield (*place, "wrong", "same_as"), "a key frame of the exercise is not wrong", hint


def _captions(exercise: Exercise, pair: Pair, place: Location) -> Iterator[Finding]:
    """The mistake stands above the pictures, and the cure below."""
    if pair.mistake > len(exercise.mistakes):
        return
    mistake = exercise.mistakes[pair.mistake - 1]
    for side, frame in (("wrong", pair.wrong), ("right", pair.right)):
        if _plain(frame.caption) in (_plain(mistake.mistake), _plain(mistake.correction)):
            hint = "say what is to be seen in the picture, such as kneecaps inside the big toes"
            yield (*place, side, "caption"), "this caption repeats what stands beside the picture", hint


def _difference(exercise: Exercise, index: int, place: Location) -> Iterator[Finding]:
    """Whether wrong and right can be told apart."""
    pair = exercise.figure.pairs[index]
    named = pair.right.same_as or 1
    if pair.wrong.same_as or named > len(exercise.figure.frames):
        return
    drawn = exercise.figure.of_pair(index)
    best, seen_best = max(((view, most_apart(drawn, view)) for view in _VIEWS), key=itemgetter(1))
    seen = most_apart(drawn, pair.view)
    if max(seen, seen_best) < SEEN:
        yield (*place, "wrong"), "wrong and right look alike", "make the mistake larger"
    elif seen < max(SEEN, MOST * seen_best):
        view = pair.view.replace("_", "-")
        yield (*place, "view"), f"the {view} view hides what is wrong", f"write view: {best}"


def _plain(text: str) -> str:
    return _NO_WORDS.sub(" ", text.casefold()).strip()

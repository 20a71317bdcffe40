"""The nearest of many words, in a time that hardly grows with their number. Knows nothing of exercises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

LIKE = 0.6
"""As alike two words must be, from 0 to 1; difflib's own measure."""
_FEW = 30  # so many words are compared one by one
_COMPARED = 6  # of more words, so many with the most letters in common
_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; capitals, spaces and underscores do not matter."""
    return _nearest(_plain(word), tuple(known))


@lru_cache(maxsize=4096)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    forms, places = _index(known)
    if len(known) > _FEW:
        shared = Counter[int]()
        for part in _parts(word):
            shared.update(places.get(part, ()))
        order = sorted(shared, key=lambda each: (-2 * shared[each] / (len(word) + len(forms[each]) + 4), each))
        candidates = order[:_COMPARED]
    else:
        candidates = list(range(len(known)))
    matcher = SequenceMatcher(b=word, autojunk=False)
    likeness = [(_likeness(matcher, forms[each]), -each) for each in candidates]
    best, place = max(likeness, default=(0.0, 0))
    return known[-place] if best >= LIKE else None


@lru_cache(maxsize=64)
def _index(known: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, list[int]]]:
    """The words as they are compared, and where each group of three letters occurs."""
    forms = tuple(map(_plain, known))
    places: dict[str, list[int]] = {}
    for index, form in enumerate(forms):
        for part in _parts(form):
            places.setdefault(part, []).append(index)
    return forms, places


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word[:_LONGEST].casefold().strip())


def _parts(word: str) -> set[str]:
    padded = f"  {word}  "
    return {padded[index : index + 3] for index in range(len(padded) - 2)}


def _likeness(matcher: SequenceMatcher[str], word: str) -> float:
    matcher.set_seq1(word)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE else 0.0

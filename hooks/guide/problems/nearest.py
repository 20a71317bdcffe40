"""The nearest of many words, in a time that hardly grows with their number. Knows nothing of exercises."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

LIKE = 0.6
"""As alike two words must be, from 0 to 1; difflib's own measure."""
_COMPARED = 12
"""Words that are compared one by one: those with the most groups of three letters in common."""
_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; capitals, spaces and underscores do not matter."""
    return _nearest(_plain(word), tuple(known))


@lru_cache(maxsize=4096)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    forms, places = _index(known)
    shared = Counter(form for part in _parts(word) for form in places.get(part, ()))
    likely = sorted(shared, key=lambda form: (-shared[form] / (len(word) + len(form) + 4), form))[:_COMPARED]
    found = get_close_matches(word, likely, n=1, cutoff=LIKE)
    return forms[found[0]] if found else None


@lru_cache(maxsize=64)
def _index(known: tuple[str, ...]) -> tuple[Mapping[str, str], Mapping[str, list[str]]]:
    """The words by how they are compared, and in which of these each group of three letters occurs."""
    forms = {_plain(word): word for word in reversed(known)}
    places = defaultdict(list)
    for form in forms:
        for part in _parts(form):
            places[part].append(form)
    return forms, places


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word[:_LONGEST].casefold().strip())


def _parts(word: str) -> set[str]:
    padded = f"  {word}  "
    return {padded[index : index + 3] for index in range(len(padded) - 2)}

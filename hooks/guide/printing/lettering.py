"""Which letters of a text no font for paper has. Sets nothing but single letters."""

from __future__ import annotations

from collections.abc import Iterator

from guide.characters import is_mark
from guide.printing.typeset import has_letter


def missing_letter(text: str) -> str:
    """The first letter of the text that cannot be printed, its accents included; empty where all can."""
    return "" if text.isascii() else next((letter for letter in _letters(text) if not _can_be_printed(letter)), "")


def unprintable(letter: str) -> tuple[str, str]:
    """What is wrong with a text that has the letter, and the remedy."""
    code = " ".join(f"U+{ord(character):04X}" for character in letter)
    hint = "write it with other letters, for the handouts' fonts do not have this one"
    return f"the letter {letter!r} ({code}) cannot be printed", hint


def _can_be_printed(letter: str) -> bool:
    """Also where it begins a sentence, or stands inside one that it began."""
    return letter.isascii() or all(map(has_letter, dict.fromkeys((letter, letter.title(), letter.lower()))))


def _letters(text: str) -> Iterator[str]:
    """Each with the accents on it, which one and the same font must have."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not is_mark(text[end]):
            yield text[start:end]
            start = end

"""The line that a problem is about, with a caret under the place. Reads no file.

A caret stands right where a tab, a wide letter or an accent of its own comes before it; what cannot be seen is
spelled out; of a long line only the part around the place is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from unicodedata import east_asian_width

from guide.characters import is_mark
from guide.problems.problem import one_line

WIDEST = 100  # columns of a line that are shown
TAB = "→   "
_CUT = "..."
_BREAK = re.compile("\r\n|\r|\n")


def line_of(data: bytes, number: int) -> str | None:
    """A line of a file as an editor counts them; None where it has no such line."""
    text = data.decode("utf-8-sig", "replace")
    lines = _BREAK.split(text, number)
    return lines[number - 1] if 0 < number <= len(lines) else None


def excerpt(line: str, number: int, column: int) -> str:
    """Two lines: the line with its number, and the caret under the character at the column, counted from 1."""
    shown, width = _around(line, column)
    edge = f"{number:>6} | "
    return f"{edge}{shown}\n{' ' * (len(edge) - 2)}| {' ' * width}^"


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of the line around the column, and how many columns come before it there."""
    before = list(_as_displayed(line[: column - 1][-WIDEST:]))
    after = list(_as_displayed(line[column - 1 :][:WIDEST]))
    start = len(before) - _fitting(reversed(before), WIDEST * 2 // 3)
    width = sum(columns for _, columns in before[start:])
    end = _fitting(after, WIDEST - width)
    lead = _CUT if start or column - 1 > WIDEST else ""
    trail = _CUT if end < len(line[column - 1 :]) else ""
    text = "".join(piece[0] for piece in [*before[start:], *after[:end]])
    return f"{lead}{text}{trail}".rstrip(), len(lead) + width


def _fitting(characters: Iterable[tuple[str, int]], room: int) -> int:
    """How many of them, from the first on, have room in so many columns."""
    return sum(total <= room for total in accumulate(columns for _, columns in characters))


def _as_displayed(text: str) -> Iterator[tuple[str, int]]:
    """Each character as it is shown, and how many columns that takes."""
    before = ""
    for character in text:
        before = (before + character)[-3:]
        shown = TAB if character == "\t" else one_line(before)[2:] if before == "##[" else one_line(character)
        yield shown, _columns(shown) if len(shown) == 1 else len(shown)


def _columns(character: str) -> int:
    if is_mark(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1

"""What is wrong in the data, where, and what to do about it. Finds nothing itself; `report` prints many."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guide.characters import spell_out

MOST_PROBLEMS = 100
"""As many are told of one file; who mends them sees the rest."""
_LONGEST_WORD = 40

_VALUES = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|(?<![\w])-?\d+(?:\.\d+)?%?|\([^()]*\)|U\+[0-9A-F]+")
_COMMAND = re.compile(r"(?<=##)\[")


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file."""

    path: str
    """File, relative to the project, with forward slashes."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    message: str
    """What is wrong, a sentence without its full stop; what the data holds stands in quotes."""
    hint: str = ""
    """What to do, an imperative clause without full stop."""
    reference: str = field(default="", compare=False)
    """Where the field reference explains the field: `dose-rest_seconds`; empty where none is concerned."""
    explanation: str = field(default="", compare=False)
    """What belongs into the field, in the words of the field reference; empty where no field is concerned."""

    @property
    def sentence(self) -> str:
        """Message and remedy as one sentence, on one line whatever the data held."""
        text = f"{self.message}: {self.hint}." if self.hint else f"{self.message}."
        return one_line(text)

    @property
    def kind(self) -> str:
        """The message without what the data holds, the same for every problem of a kind."""
        return one_line(_VALUES.sub("…", self.message))

    def __str__(self) -> str:
        return f"{one_line(self.path)}:{self.line}:{self.column}: {self.sentence}"


def one_line(text: str) -> str:
    """The text with everything spelled out that would not be seen, or that GitHub would take for a command."""
    return _COMMAND.sub(r"\\x5b", spell_out(text))


def short(text: str) -> str:
    """A word of the data, cut where it is too long for a sentence."""
    return text if len(text) <= _LONGEST_WORD else text[: _LONGEST_WORD - 3] + "..."


def quote(value: object) -> str:
    """A value of the data in quotes, cut as well."""
    return repr(short(str(value)))

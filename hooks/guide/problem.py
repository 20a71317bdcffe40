"""What is wrong in the data, where, and what to do about it. Owns the two printed forms; finds nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
    """What is wrong, a sentence without its full stop."""
    hint: str = ""
    """What to do, an imperative clause without full stop."""

    @property
    def sentence(self) -> str:
        """Message and remedy as one sentence, on one line whatever the data held."""
        text = f"{self.message}: {self.hint}." if self.hint else f"{self.message}."
        return _one_line(text)

    def __str__(self) -> str:
        return f"{_one_line(self.path)}:{self.line}:{self.column}: {self.sentence}"

    def as_annotation(self) -> str:
        """The workflow command that makes GitHub show the problem at its line."""
        place = f"file={_escaped(self.path, ',:')},line={self.line},col={self.column}"
        return f"::error {place}::{_escaped(self.sentence)}"


def report(problems: Iterable[Problem], *, annotations: bool = False) -> str:
    """All problems, sorted, one a line, and how many there are."""
    ordered = sorted(set(problems))
    lines = [each.as_annotation() if annotations else str(each) for each in ordered]
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return "\n".join([*lines, f"{count} in the data."])


def _one_line(text: str) -> str:
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text

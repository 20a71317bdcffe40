"""The comments of a YAML text with their places, found by ruamel.yaml, whose scanner keeps them. Reads no file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.tokens import Token

MOST_COMMENTS = 2000
"""Finding comments and their places takes time, and far more of it where there are many."""


@dataclass(frozen=True)
class Comment:
    """A comment, from its # to the end of its line."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    text: str
    own_line: bool
    """Whether nothing stands before it, or only the hyphen of an entry that begins below."""


class UnknownCommentError(Exception):
    """The comments of a text cannot be found."""


def find_comments(text: str) -> tuple[Comment, ...]:
    """Every comment in order; the text is valid YAML with \\n at the end of lines."""
    _count(text)
    lines = text.split("\n")
    found: dict[int, Comment] = {}
    try:
        for line, each in _scanned(text):
            place = _place(lines, line, each, after=max(found, default=0))
            found[place.line] = place
    except YAMLError as error:
        raise UnknownCommentError(str(error).splitlines()[0]) from error
    return tuple(found.values())


def plain_comments(text: str) -> tuple[Comment, ...] | None:
    """The comments of a text that is laid out already, without scanning; None where that cannot tell them apart."""
    _count(text)
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip(" ").startswith("#"):
            found.append(Comment(number, line.index("#") + 1, line.strip(), own_line=True))
        elif " #" in line:
            return None
    return tuple(found)


def _count(text: str) -> None:
    if text.count("#") > MOST_COMMENTS:
        raise UnknownCommentError(f"it has the character # more than {MOST_COMMENTS} times")


def _scanned(text: str) -> list[tuple[int, str]]:
    """Every comment with the line where it stands, as far as the scanner knows it, counted from 1; in order."""
    found: list[tuple[int, str]] = []
    for token in YAML().scan(text):
        for mark, value in _attached(token):
            skipped = len(value) - len(value.lstrip("\n"))
            lines = value[skipped:].split("\n")
            found += ((mark + index, each.strip()) for index, each in enumerate(lines, 1) if each.strip())
    return sorted(set(found))


def _attached(token: Token) -> Iterator[tuple[int, str]]:
    waiting: list[object] = [getattr(token, "comment", None)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list | tuple):
            waiting += each
        elif isinstance(each, str):  # what stands behind the | of a text in several lines
            yield token.start_mark.line, each
        elif each is not None:
            yield each.start_mark.line, each.value  # type: ignore[attr-defined]


def _place(lines: list[str], line: int, text: str, *, after: int) -> Comment:
    """Where the comment really stands: the scanner's line, or the next that ends with it."""
    for number in (line, *range(after + 1, len(lines) + 1)):
        before = lines[number - 1].rstrip().removesuffix(text) if number <= len(lines) else text
        if len(before) + len(text) == len(lines[number - 1].rstrip()) and before[-1:] in ("", " ", "\t"):
            return Comment(number, len(before) + 1, text, own_line=not before.strip(" \t-"))
    raise UnknownCommentError(f"the comment {text!r} has no place")

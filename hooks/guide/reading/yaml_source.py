"""YAML text to plain values whose places are known. Knows YAML, not exercises; the only importer of yaml.

A strict subset of YAML 1.2: no anchors, aliases, tags or second documents, and only null, true, false, whole numbers
and decimals are anything but text. So nothing is read otherwise than it looks (`1:30`, `no` and `010` stay text), and
a small file cannot grow large in memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import yaml

from guide.characters import UNREADABLE
from guide.problems.node import Node, Scalar
from guide.problems.problem import Problem, quote

LARGEST_FILE = 256 * 1024
DEEPEST_NESTING = 16
MOST_VALUES = 20_000
"""Values in one file, names of fields included; every list and every group of fields counts as one besides."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, Scalar] = {"": None, "~": None}
for _word, _meaning in (("null", None), ("true", True), ("false", False)):
    _WORDS |= {_word: _meaning, _word.capitalize(): _meaning, _word.upper(): _meaning}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_NUMERIC = frozenset("-+.0123456789")
"""What a number may begin with; nearly every text begins otherwise."""
_DECIMAL = re.compile(r"[-+]?(\.[0-9]{1,15}|(0|[1-9][0-9]{0,14})\.[0-9]{0,15})")
_QUOTES = "indent with spaces only, and put text with special characters in double quotes"
_SYNTAX_HINTS = {
    "a tab character": _QUOTES,
    "cannot start any token": _QUOTES,
    "expected alphabetic or numeric character": "put the text in double quotes, because it begins with * or &",
    "could not find expected ':'": "write a colon and a space after the field's name, here or on the line above",
}
"""What to do, by what the parser says."""
_SYNTAX_HINT = "check the indentation, and put text that holds a colon and a space in double quotes"
_LINE_END = re.compile("\r\n?|\n")
_COMMENT = re.compile(r"(,?)\s+#")


def read(data: bytes, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document in `data`, or None, and every problem of its form; `path` is what the problems name."""
    if len(data) > LARGEST_FILE:
        hint = "split it, or take out what does not belong there"
        return None, (Problem(path, 1, 1, f"the file is larger than {LARGEST_FILE // 1024} kilobytes", hint),)
    text = decode(data, path)
    return (None, (text,)) if isinstance(text, Problem) else _compose(text, path)


def decode(data: bytes, path: str) -> str | Problem:
    """The text of a file, or why it is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode("utf-8", "replace"))
        return Problem(path, line, column, "the file is not UTF-8 text", "save it with the encoding UTF-8")
    if found := UNREADABLE.search(text):
        message = f"the file holds the control character U+{ord(found[0]):04X}"
        return Problem(path, *_place(text[: found.start()]), message, "delete it")
    return text


def _place(text_before: str) -> tuple[int, int]:
    *ended, last = _LINE_END.split(text_before)
    return len(ended) + 1, len(last) + 1


def _compose(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    composer = _Composer(text, path)
    try:
        node = composer.document()
    except _Refused as refusal:
        return None, (*composer.problems, _inside(refusal.problem, composer.lines))
    except yaml.MarkedYAMLError as error:
        return None, (*composer.problems, _inside(_syntax_problem(error, path), composer.lines))
    return (None if composer.problems else node), tuple(composer.problems)


def _inside(problem: Problem, lines: Sequence[str]) -> Problem:
    """The problem at a place that the file has: the parser may put the end of the last line after it."""
    line = min(problem.line, len(lines))
    last = len(lines[line - 1]) + 1
    return replace(problem, line=line, column=min(problem.column, last) if line == problem.line else last)


def _syntax_problem(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    reason = error.problem or "unreadable"
    hint = next((hint for part, hint in _SYNTAX_HINTS.items() if part in reason), _SYNTAX_HINT)
    return Problem(path, *place, f"this is not valid YAML ({reason})", hint)


class _Refused(Exception):  # noqa: N818 (it is not an error: it carries a problem)
    """Carries the problem that ends the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Composer:
    """Turns the parser's events into nodes; collects duplicate keys on the way."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines = _LINE_END.split(text)
        self._values = 0
        self._next: Callable[[], yaml.Event] = _Loader(text).get_event

    def document(self) -> Node:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            raise self._refuse(event, "the file is empty", "write an entry, or delete the file")
        node = self._node(event, depth=0)
        self._next()
        if not isinstance(after := self._next(), yaml.StreamEndEvent):
            raise self._refuse(after, "the file holds a second document", "delete the line --- and what follows")
        return node

    def _node(self, event: yaml.Event, *, depth: int) -> Node:
        line, column = _event_place(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._refuse(event, "anchors and aliases are not read here", "write the value out")
        if getattr(event, "tag", None) is not None:
            raise self._refuse(event, "tags are not read here", "delete the word that begins with an exclamation mark")
        if depth > DEEPEST_NESTING:
            raise self._refuse(event, "the nesting is too deep", "compare with another file of this kind")
        self._values += 1
        if self._values > MOST_VALUES:
            message = f"the file holds more than {MOST_VALUES} values"
            raise self._refuse(event, message, "split it, or take out what does not belong there")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0]
            value = _scalar(event.value) if plain else event.value
            self._check_rest_of_line(event, is_plain_text=plain and isinstance(value, str))
            return Node(value, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(tuple(self._items(depth)), line, column)
        return Node(self._pairs(depth), line, column)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth=depth + 1)

    def _pairs(self, depth: int) -> dict[str, tuple[Node, Node]]:
        pairs: dict[str, tuple[Node, Node]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth=depth + 1)
            value = self._node(self._next(), depth=depth + 1)
            if not isinstance(key.content, str):
                raise self._refuse(event, "a field's name must be a word", "write the name, a colon and a space")
            if key.content in pairs:
                message = f"{quote(key.content)} is written twice, first on line {pairs[key.content][0].line}"
                self.problems.append(Problem(self.path, key.line, key.column, message, "keep one of the two"))
            pairs.setdefault(key.content, (key, value))
        return pairs

    def _check_rest_of_line(self, event: yaml.ScalarEvent, *, is_plain_text: bool) -> None:
        """A # after a space would silently swallow the rest of a text, or the next one of a list in brackets."""
        end = event.end_mark
        found = _COMMENT.match(self.lines[end.line], end.column) if end and end.line < len(self.lines) else None
        if end and found and (is_plain_text or found[1]):
            place = (end.line + 1, found.end())
            hint = "put the whole text in double quotes, or the comment on a line of its own"
            self.problems.append(Problem(self.path, *place, "what follows # is not read", hint))

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> _Refused:
        return _Refused(Problem(self.path, *_event_place(event), message, hint))


def _event_place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None, "the parser marks every event"
    return mark.line + 1, mark.column + 1


def _scalar(text: str) -> Scalar:
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text) + 0.0  # -0.0 is equal to 0.0 but printed otherwise, so equal values would not be the same
    return text

"""The common layout of data files: a file's text to the same content as everybody writes it. Reads and writes no file.

The lines are written here and not by ruamel.yaml, which leaves comments behind when fields change places; it finds the
comments. Nothing is returned before it has been read again and holds the same values and the same comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from guide.layout.comments import Comment, UnknownCommentError, find_comments, plain_comments
from guide.layout.forms import form_of
from guide.layout.placing import place_comments
from guide.layout.slots import slots_of
from guide.layout.writing import lines_of
from guide.model.kinds import kind_of, schema_line
from guide.node import Node, Value
from guide.problem import Problem
from guide.source import read

_SCHEMA = re.compile(r"# *yaml-language-server:")
_BREAK = re.compile("\r\n?")


def lay_out(data: bytes, label: str) -> str | tuple[Problem, ...]:
    """The file in the common layout, or why it is left alone; its label is its path from the data folder's name on."""
    node, problems = read(data, label)
    if node is None or problems:
        return problems
    if is_laid_out(data, node, label):
        return data.decode("utf-8")
    text = _BREAK.sub("\n", data.decode("utf-8-sig"))
    node = read(text.encode("utf-8"), label)[0] or node
    try:
        comments = find_comments(text)
        result = _written(node, text, comments, label)
        if not (_accounts(text, node, comments) and _is_same(node, comments, result, label)):
            raise UnknownCommentError("its comments are not where they could be kept")
    except UnknownCommentError as error:
        hint = "put comments on lines of their own, and not too many"
        return (Problem(label, 1, 1, f"this file cannot be laid out ({error})", hint),)
    return result


def is_laid_out(data: bytes, node: Node, label: str) -> bool:
    """Whether laying the file out would change nothing; `node` is what reading it gave."""
    try:
        text = data.decode("utf-8")
        comments = plain_comments(text)
        comments = find_comments(text) if comments is None else comments
    except (UnicodeDecodeError, UnknownCommentError):
        return False
    return _written(node, text, comments, label) == text


def _written(node: Node, text: str, comments: Sequence[Comment], label: str) -> str:
    inside = label.partition("/")[2]
    kept = [each for each in comments if not _SCHEMA.match(each.text)]
    root = slots_of(node, form_of(inside), kept)
    margins = place_comments(root, kept, text.split("\n"))
    if kind_of(inside):
        margins.head.insert(0, schema_line(inside))
    return "\n".join([*lines_of(root, margins), ""])


def _is_same(node: Node, comments: Sequence[Comment], result: str, label: str) -> bool:
    """Whether the result holds the same values and comments."""
    again, problems = read(result.encode("utf-8"), label)
    if again is None or problems or _typed(again.value) != _typed(node.value):
        return False
    found = find_comments(result)
    return _accounts(result, again, found) and _kept(found) == _kept(comments)


def _accounts(text: str, node: Node, comments: Sequence[Comment]) -> bool:
    """Whether every # of the text is in a value or in a comment that was found."""
    return text.count("#") == str(_typed(node.value)).count("#") + sum(each.text.count("#") for each in comments)


def _kept(comments: Sequence[Comment]) -> Counter[str]:
    return Counter(each.text for each in comments if not _SCHEMA.match(each.text))


def _typed(value: Value) -> object:
    """The value so that 1, 1.0 and true are different, and the order of fields is not."""
    if isinstance(value, dict):
        return sorted((key, _typed(each)) for key, each in value.items())
    if isinstance(value, tuple):
        return [_typed(each) for each in value]
    return type(value).__name__, value

"""The common layout of data files: a file's text to the same content as everybody writes it. Reads and writes no file.

Comments stay above the first field or entry. A file with comments elsewhere is left as it is: fields change places, and
nobody but its author knows which of them a comment is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from guide.formatting.comments import comments
from guide.formatting.shapes import Form, form_of
from guide.formatting.yaml_text import Plain, Written, in_line, lines_of
from guide.model.kinds import kind_of, schema_line
from guide.problems.node import Node
from guide.problems.problem import Problem
from guide.reading.yaml_source import read

LONGEST_LINE = 144
"""For lists and mappings in one line; longer ones are read more easily, and compared, one entry a line."""
LONGEST_WORD = 40
_INDENT = 2
_SCHEMA = re.compile(r"# *yaml-language-server:")
_COMMENT = re.compile(r"(?<!\S)#")
_BREAK = re.compile("\r\n?")


def lay_out(data: bytes, label: str) -> str | tuple[Problem, ...]:
    """The file in the common layout, or why it is left alone; its label is its path from the data folder's name on."""
    node, problems = read(data, label)
    if node is None or problems:
        return problems
    text = _BREAK.sub("\n", data.decode("utf-8-sig"))
    if problem := _comment_inside(text, node, label):
        return (problem,)
    result = _layout(text, node, label)
    again, _ = read(result.encode("utf-8"), label)
    if again is None or again.value != node.value:
        return (Problem(label, 1, 1, "this file would be too large in the common layout", "split it"),)
    return result


def is_laid_out(data: bytes, node: Node, label: str) -> bool:
    """Whether laying the file out would change nothing; `node` is what reading it gave."""
    text = data.decode("utf-8")
    return _layout(text, node, label) == text or _comment_inside(_BREAK.sub("\n", text), node, label) is not None


def laid_out(value: Plain, form: Form, column: int = 0, before: int = 0) -> Plain:
    """The value with its fields in order; what has room in one line, `before` behind the column, is written already."""
    if isinstance(value, Mapping):
        rank = {name: index for index, name in enumerate(form.fields)}
        value = {name: value[name] for name in sorted(value, key=lambda name: rank.get(name, len(rank)))}
    if _may_stand_in_line(value, form) and column + before + len(text := in_line(value)) <= LONGEST_LINE:
        return Written(text)
    if isinstance(value, Mapping):
        return {name: laid_out(part, form.of(name), column + _INDENT, len(name)) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return tuple(laid_out(part, form.of_item, column + _INDENT) for part in value)
    return value


def _comment_inside(text: str, node: Node, label: str) -> Problem | None:
    """The first comment that is not above everything else."""
    lines = text.split("\n")
    below = {
        number
        for number, line in enumerate(lines, 1)
        if _COMMENT.search(line) and (number >= node.line or not line.lstrip().startswith("#"))
    }
    for line, column in comments(text) if below else ():
        if line in below:
            message = "this file is not laid out, because a comment below its head would lose its place"
            hint = "move it above the first field, or delete it when it has served"
            return Problem(label, line, column, message, hint)
    return None


def _layout(text: str, node: Node, label: str) -> str:
    inside = label.partition("/")[2]
    lines = text.split("\n")
    first = [schema_line(inside)] if kind_of(inside) else []
    value = laid_out(node.value, form_of(inside))
    return "\n".join([*first, *_head(lines[: node.line - 1]), *_body(value, node, lines), ""])


def _head(lines: Sequence[str]) -> Iterator[str]:
    """Comments above everything else, with at most one empty line after each."""
    blank, begun = False, False
    for line in map(str.strip, lines):
        if line.startswith("#") and not _SCHEMA.match(line):
            yield from [""] * (blank and begun)
            yield line
            blank, begun = False, True
        blank = blank or not line
    yield from [""] * (blank and begun)


def _body(value: Plain, node: Node, lines: Sequence[str]) -> Iterator[str]:
    """An empty line stays above a field of the whole file; between entries of several lines there always is one."""
    if isinstance(value, Mapping) and value and isinstance(node.content, dict):
        for index, (name, part) in enumerate(value.items()):
            line = node.content[name][0].line
            is_apart = index > 0 and line > node.line and not lines[line - 2].strip()
            yield from [""] * is_apart
            yield from lines_of({name: part})
    elif isinstance(value, tuple) and value:
        are_apart = any(isinstance(part, Mapping | tuple) and len(part) > 1 for part in value)
        for index, part in enumerate(value):
            yield from [""] * (are_apart and index > 0)
            yield from lines_of((part,))
    else:
        yield from lines_of(value)


def _may_stand_in_line(value: Plain, form: Form) -> bool:
    """Only what has single values inside, and nothing that is still to be filled in."""
    if not isinstance(value, Mapping | list | tuple) or not value:
        return False
    if form.in_line is None:
        return not isinstance(value, Mapping) and all(map(_is_short, value))
    return form.in_line and all(map(_is_simple, value.values() if isinstance(value, Mapping) else value))


def _is_simple(value: Plain) -> bool:
    """A single value, or a list of them."""
    if isinstance(value, list | tuple):
        return all(isinstance(part, str | int | float | None) or not part for part in value)
    return value is not None and not isinstance(value, Mapping)


def _is_short(value: Plain) -> bool:
    return not (isinstance(value, Mapping | list | tuple) and value) and len(str(value)) <= LONGEST_WORD

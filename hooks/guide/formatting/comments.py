"""Where the comments of a YAML text begin, told from a # inside a text by the scanner's tokens. Reads no file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARK = re.compile(r"(?<!\S)#")


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Line and column of every comment, counted from 1; the text is valid YAML with \\n at the end of lines."""
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.ScalarToken):
            _blank_out(lines, token)
    for number, line in enumerate(lines, 1):
        if found := _MARK.search(line):
            yield number, found.start() + 1


def _blank_out(lines: list[str], token: yaml.ScalarToken) -> None:
    """Put letters in the place of a text, but not of what stands behind the | or > of a text in several lines."""
    start, end = token.start_mark, token.end_mark
    for number in range(start.line + (token.style in ("|", ">")), min(end.line + 1, len(lines))):
        line = lines[number]
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(line)
        lines[number] = f"{line[:first]}{'x' * (last - first)}{line[last:]}"

"""A value as YAML in the form of the data files: sentences on lines of their own, numbers and ids in one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from guide.node import Value

LONGEST_LINE, LONGEST_NAME = 142, 40
_PLAIN = re.compile(r"[A-Za-z0-9](?:[^:#\[\]{},\"'`|>&*!%@\\]|,(?= )|'(?=\w)|:(?! |$))*")
_MISREAD = re.compile(r"true|false|null|~|[-+.0-9eE_]+|yes|no|on|off", re.IGNORECASE)


def written(entry: dict[str, Value]) -> str:
    """A whole file."""
    return "\n".join(_mapping(entry, "")) + "\n"


def _mapping(value: dict[str, Value], indent: str) -> Iterator[str]:
    for key, each in value.items():
        if (line := _one_line(each, key, outermost=not indent)) is not None:
            yield f"{indent}{key}: {line}"
        else:
            yield f"{indent}{key}:"
            yield from _block(each, indent + "  ")


def _block(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _mapping(value, indent)
    elif isinstance(value, tuple):
        for each in value:
            yield from _item(each, indent)


def _item(value: Value, indent: str) -> Iterator[str]:
    if (line := _one_line(value, "", outermost=False)) is not None:
        yield f"{indent}- {line}"
        return
    first, *others = _block(value, indent + "  ")
    yield f"{indent}- {first.lstrip()}"
    yield from others


def _one_line(value: Value, key: str, *, outermost: bool) -> str | None:
    """The value in one line where that is how it would be written by hand."""
    if not isinstance(value, dict | tuple):
        return _scalar(value, within=False)
    if value and ((outermost and isinstance(value, dict)) or not _short(value, key)):
        return None
    line = _flow(value)
    return line if len(key) + len(line) < LONGEST_LINE else None


def _short(value: dict[str, Value] | tuple[Value, ...], key: str) -> bool:
    """Whether all of it is numbers, ids, names, or lists of numbers."""
    if isinstance(value, dict):
        return all(not isinstance(each, dict) and not _is_sentence(each) for each in value.values())
    return key == "other_names" or not any(isinstance(each, dict | tuple) or " " in str(each) for each in value)


def _is_sentence(value: Value) -> bool:
    return isinstance(value, str) and (len(value) > LONGEST_NAME or value.endswith("."))


def _flow(value: Value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, within=True)


def _scalar(value: str | int | float | bool | None, *, within: bool) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    plain = _PLAIN.fullmatch(value) and not (within and "," in value)
    misread = _MISREAD.fullmatch(value) and not re.fullmatch(r"\d+-\d+", value)
    return value if plain and not misread else json.dumps(value, ensure_ascii=False)

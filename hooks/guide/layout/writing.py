"""Slots to lines of text. Decides nothing but where a comment behind a value may stay."""

from __future__ import annotations

from collections.abc import Iterator

from guide.layout.placing import Margins
from guide.layout.slots import INDENT, Slot, key_text


def lines_of(root: Slot, margins: Margins) -> Iterator[str]:
    """Every line of the file."""
    yield from margins.head
    if margins.blank and margins.head:
        yield ""
    yield from _value(root, 0) if root.text is None else [*_aside(root), *root.heads, *_one_line(root, "")]
    yield from root.feet
    yield from margins.foot


def _value(slot: Slot, column: int) -> Iterator[str]:
    """The lines of what is inside a slot."""
    for index, each in enumerate(slot.written):
        if each.blank and index:
            yield ""
        yield from _entry(each, column) if each.key is None else _field(each, column)


def _field(slot: Slot, column: int) -> Iterator[str]:
    pad, name = " " * column, f"{key_text(slot.key or '')}:"
    yield from (pad + each for each in [*slot.heads, *_aside(slot)])
    if slot.text is None:
        yield pad + "  ".join([name, *slot.tails[-1:]])
        yield from _value(slot, column + INDENT)
    else:
        is_left_out = slot.node.content is None
        yield from (pad + each for each in _one_line(slot, name, name if is_left_out else ""))
    yield from (pad + each for each in slot.feet)


def _entry(slot: Slot, column: int) -> Iterator[str]:
    pad = " " * column
    yield from (pad + each for each in [*slot.heads, *_aside(slot)])
    if slot.text is None:
        lines = list(_value(slot, column + INDENT))
        while lines[0].lstrip().startswith("#"):  # above the hyphen, where it is found again
            yield pad + lines.pop(0).lstrip()
        yield f"{pad}- {lines[0][column + INDENT :]}"
        yield from lines[1:]
    else:
        is_left_out = slot.node.content is None and not slot.tails
        yield from (pad + each for each in _one_line(slot, "-", "-" if is_left_out else ""))
    yield from (pad + each for each in slot.feet)


def _one_line(slot: Slot, name: str, whole: str = "") -> Iterator[str]:
    line = whole or " ".join(filter(None, (name, slot.text)))
    yield "  ".join([line, *(slot.tails[-1:] if _may_stay(slot) else ())])


def _aside(slot: Slot) -> list[str]:
    """Comments that stood behind the value and have to go above it."""
    return slot.tails[:-1] if _may_stay(slot) else slot.tails


def _may_stay(slot: Slot) -> bool:
    """Behind a sentence, a comment would look like its end: reading refuses that."""
    return not (isinstance(slot.node.content, str) and " " in slot.node.content)

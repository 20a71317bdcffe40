"""A file as the places that its lines will have, before anything is written: which value stands in one line.

Every field and every entry that gets a line of its own is a slot. Comments are put to slots in `placing`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guide.layout.comments import Comment
from guide.layout.forms import Form
from guide.layout.scalars import scalar_text
from guide.node import Node

LONGEST_LINE = 144
"""For lists and mappings in one line; longer ones are read more easily, and compared, one entry a line."""
LONGEST_WORD = 40
INDENT = 2


@dataclass
class Slot:
    """A field or an entry that begins a line, with what is written around it."""

    key: str | None
    """The field's name; None for an entry of a list and for the whole file."""
    node: Node
    line: int
    column: int
    """Where it stands now, counted from 1; for an entry its hyphen's column."""
    parent: Slot | None = None
    text: str | None = None
    """The whole value, where it stands in one line; None where the slots inside have lines of their own."""
    inside: list[Slot] = field(default_factory=list)
    """In the order in which they stand now."""
    order: list[str] = field(default_factory=list)
    """Names of fields in the order in which they are written."""
    heads: list[str] = field(default_factory=list)
    """Comments above."""
    tails: list[str] = field(default_factory=list)
    """Comments behind."""
    feet: list[str] = field(default_factory=list)
    """Comments below that belong to it."""
    blank: bool = False
    """Whether an empty line stands above."""

    @property
    def last_line(self) -> int:
        """The line where the last value inside begins."""
        return max(self.line, _last_line(self.node))

    @property
    def depth(self) -> int:
        """How many slots it is inside of."""
        return self.parent.depth + 1 if self.parent else 0

    @property
    def written(self) -> list[Slot]:
        """The slots inside in the order in which they are written."""
        rank = {name: index for index, name in enumerate(self.order)}
        return sorted(self.inside, key=lambda each: rank.get(each.key or "", len(rank)))

    def walk(self) -> Iterator[Slot]:
        """The slots inside and inside of those, in the order in which they stand now."""
        for each in self.inside:
            yield each
            yield from each.walk()


def slots_of(node: Node, form: Form, comments: Sequence[Comment]) -> Slot:
    """The whole file as a slot."""
    commented = [each.line for each in comments]
    root = Slot(None, node, node.line, 1)
    _fill(root, form, commented, indent=0, before=0)
    return root


def in_line(node: Node, form: Form, *, in_flow: bool = False) -> str:
    """A value in one line."""
    if isinstance(node.content, tuple):
        return f"[{', '.join(in_line(each, form.of_item, in_flow=True) for each in node.content)}]"
    if isinstance(node.content, dict):
        names = sorted(node.content, key=_rank(form).__getitem__) if form.fields else list(node.content)
        pairs = (f"{key_text(each)}: {in_line(node.content[each][1], form.of(each), in_flow=True)}" for each in names)
        return f"{{{', '.join(pairs)}}}"
    return scalar_text(node.content, in_flow=in_flow)


def key_text(key: str) -> str:
    """A field's name as it is written."""
    return scalar_text(key, in_flow=True)


class _Rank(dict[str, int]):
    """Places of fields in their model; those that it does not know come last, in the order in which they stand."""

    def __missing__(self, key: str) -> int:
        return len(self)


def _rank(form: Form) -> _Rank:
    return _Rank({name: index for index, name in enumerate(form.fields)})


def _fill(slot: Slot, form: Form, commented: Sequence[int], *, indent: int, before: int) -> None:
    """Decide whether the slot's value stands in one line, `before` behind the indentation, and else what is inside."""
    node = slot.node
    if not _has_parts(node) or _stands_in_line(slot, form, commented):
        slot.text = in_line(node, form)
        if not _has_parts(node) or indent + before + len(slot.text) <= LONGEST_LINE:
            return
        slot.text = None
    slot.order = list(form.fields)
    inner = indent if slot.parent is None else indent + INDENT
    if isinstance(node.content, dict):
        for key, (place, value) in node.content.items():
            child = Slot(key, value, place.line, place.column, slot)
            slot.inside.append(child)
            _fill(child, form.of(key), commented, indent=inner, before=len(key) + 2)
    for value in node.items():
        child = Slot(None, value, value.line, value.column - INDENT, slot)
        slot.inside.append(child)
        _fill(child, form.of_item, commented, indent=inner, before=INDENT)


def _has_parts(node: Node) -> bool:
    return isinstance(node.content, tuple | dict) and len(node.content) > 0


def _stands_in_line(slot: Slot, form: Form, commented: Sequence[int]) -> bool:
    """Only what has single values inside, and for a field no comment between them; an entry's would move above it."""
    before = bisect_right(commented, slot.line)
    if slot.key is not None and before < len(commented) and commented[before] <= slot.last_line:
        return False
    if form.in_line is None:
        return isinstance(slot.node.content, tuple) and all(map(_is_short, slot.node.content))
    return form.in_line and slot.parent is not None and all(map(_is_simple, _values(slot.node)))


def _values(node: Node) -> Iterator[Node]:
    if isinstance(node.content, dict):
        yield from (value for _, value in node.content.values())
    yield from node.items()


def _is_simple(node: Node) -> bool:
    """A single value, or a list of them; what is still to be filled in has a line of its own."""
    return node.content is not None and not (
        isinstance(node.content, dict) or any(_has_parts(each) for each in node.items())
    )


def _is_short(node: Node) -> bool:
    return not _has_parts(node) and len(str(node.content)) <= LONGEST_WORD


def _last_line(node: Node) -> int:
    return max((_last_line(each) for each in _values(node)), default=node.line)

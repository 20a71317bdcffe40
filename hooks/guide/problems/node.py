"""A value of a YAML file with its place. Knows no YAML: `source` makes nodes, and everybody may ask them."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "Scalar | tuple[Value, ...] | dict[str, Value]"
Step: TypeAlias = str | int


class Node(NamedTuple):
    """A value with its place; lines and columns count from 1."""

    content: Scalar | tuple[Node, ...] | dict[str, tuple[Node, Node]]
    """A scalar, the items, or for each key its node and its value's."""
    line: int
    column: int

    @property
    def value(self) -> Value:
        """The value without places; lists are tuples."""
        if isinstance(self.content, tuple):
            return tuple(item.value for item in self.content)
        if isinstance(self.content, dict):
            return {key: node.value for key, (_, node) in self.content.items()}
        return self.content

    def items(self) -> tuple[Node, ...]:
        """The items of a list; nothing for anything else."""
        return self.content if isinstance(self.content, tuple) else ()

    def get(self, key: str) -> Node | None:
        """The node of a key's value, where there is one."""
        return self.content[key][1] if isinstance(self.content, dict) and key in self.content else None

    def find(self, location: tuple[Step, ...], *, key: bool = False) -> Node:
        """The deepest node on the way to `location`; with `key`, the last step's key instead of its value."""
        if not location:
            return self
        step, rest = location[0], location[1:]
        if isinstance(self.content, dict) and isinstance(step, str) and step in self.content:
            key_node, value_node = self.content[step]
            return key_node if key and not rest else value_node.find(rest, key=key)
        if isinstance(self.content, tuple) and isinstance(step, int) and 0 <= step < len(self.content):
            item: Node = self.content[step]
            return item.find(rest, key=key)
        return self

"""A data file, or an entry of a list, to fill in: every field in its order; nothing in it is valid yet. Writes no file.

A file explains its fields in comments, which go as it is filled in. A list is shared, and comments inside it would keep
`make fix` from laying it out: its new entry has none, and what explains it is for the terminal.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from guide.authoring.field_reference import Field, Part, parts_of
from guide.formatting.yaml_text import lines_of
from guide.model import Guide
from guide.model.entry import Entry
from guide.model.kinds import KINDS, Kind, schema_line

_WIDTH = 92
_HEAD = (
    "A new {name}. Write behind every colon and hyphen. Lines that begin with # explain; delete them as you go.",
    "The page Fields of the guide says more about each of them.",
    "A field that stands behind a # itself may be left out; to use it, take away the # and one space.",
)


def blank(kind: Kind, name: str, entries: Iterable[Entry]) -> str:
    """The text of a new file whose id is `name`; examples are taken from the entries."""
    lines = [schema_line(kind.place.replace("<id>", name))]
    lines += [line for text in _HEAD for line in _comment(text.format(name=kind.name))]
    writer = _Writer(parts_of(kind, entries))
    for field_ in writer.explain(kind.model):
        lines += ["", *_explanation(field_)]
        lines += [f"id: {name}"] if field_.name == "id" else writer.lines_of(field_)
    return "\n".join(lines) + "\n"


def blank_entry(kind: Kind, name: str) -> str:
    """A new entry of a list whose id is `name`, with the fields that must be there."""
    required = (entry_field.name for entry_field in _fields(kind, ()) if entry_field.required)
    values = {field_name: name if field_name == "id" else None for field_name in required}
    return "".join(f"{line}\n" for line in lines_of((values,)))


def explanations(kind: Kind, entries: Iterable[Entry]) -> Iterator[str]:
    """What each field of an entry means, whether it may be left out, and an example."""
    for entry_field in _fields(kind, entries):
        if entry_field.name != "id":
            optional = "" if entry_field.required else " May be left out."
            text = f"{entry_field.name}: {entry_field.meaning} {entry_field.allowed}{optional}".replace("`", "")
            yield from textwrap.wrap(text, _WIDTH, subsequent_indent="  ")
            yield from (f"  {line.removeprefix('# ')}" for line in _example(entry_field))


def _fields(kind: Kind, entries: Iterable[Entry]) -> tuple[Field, ...]:
    return parts_of(kind, entries)[kind.model].fields


def blank_file(name: str, guide: Guide) -> str:
    """The blank file of a kind, for a page that shows it."""
    kind = next(known_kind for known_kind in KINDS if known_kind.name == name)
    return blank(kind, f"my-{name}", (*guide.exercises.values(), *guide.routines.values()))


@dataclass
class _Writer:
    """Writes parts, and remembers which it has explained, and where, so that each is explained once."""

    parts: Mapping[type[Entry], Part]
    explained: dict[type[Entry], str] = field(default_factory=dict)

    def explain(self, model: type[Entry], place: str = "") -> tuple[Field, ...]:
        self.explained[model] = place
        return self.parts[model].fields

    def lines_of(self, each: Field, *, filled: bool = False) -> list[str]:
        """A field: to be filled in where it is required, with an example behind # where it may be left out."""
        if not each.required:
            lines = self._value(each, filled=True)
            return lines if filled else [f"# {line}" for line in lines]
        return [*(() if filled else _example(each)), *self._value(each, filled=filled)]

    def _value(self, each: Field, *, filled: bool) -> list[str]:
        if each.part and each.part not in self.explained:
            return [f"{each.name}:", *_indent(self._first(each, filled=filled), each)]
        if filled and each.example:
            return list(each.example)
        if each.part and each.required:
            place = self.explained[each.part]
            return [f"{each.name}:", f"  # The fields are those of {place}.", *_indent([self._again(each)], each)]
        entries = 0 if each.refers_to else each.fewest  # ids are written in brackets
        return [f"{each.name}: {each.default}".rstrip(), *(["  -"] * entries)]

    def _first(self, each: Field, *, filled: bool) -> list[list[str]]:
        """The entries of a list, or what a field holds, with explanations the first time."""
        assert each.part
        lines: list[str] = []
        for inner in self.explain(each.part, each.name):
            lines += [*_explanation(inner), *self.lines_of(inner, filled=filled)]
        return [lines, *([self._again(each)] * (0 if filled else each.fewest - 1))]

    def _again(self, each: Field) -> list[str]:
        assert each.part
        required = (inner for inner in self.parts[each.part].fields if inner.required)
        return [line for inner in required for line in self._value(inner, filled=False)]


def _explanation(each: Field) -> list[str]:
    return _comment(each.meaning if each.part else f"{each.meaning} {each.allowed}")


def _example(each: Field) -> list[str]:
    if each.part or not each.example:
        return []
    first, *rest = each.example
    return [f"# For example: {first.removeprefix(f'{each.name}:').strip()}".rstrip(), *(f"# {line}" for line in rest)]


def _indent(blocks: list[list[str]], holder: Field) -> list[str]:
    """What a field holds; the first field of an entry of a list gets the hyphen, and what explains it stands above."""
    lines = []
    for block in blocks:
        first = next((index for index, line in enumerate(block) if not line.startswith("#")), 0)
        for index, line in enumerate(block):
            lead = "- " if holder.is_list and index == first else "  " if holder.is_list and index > first else ""
            lines.append(f"  {lead}{line}")
    return lines


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text.replace("`", ""), _WIDTH)]

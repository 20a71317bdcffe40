"""Values of the model as a contributor writes them in YAML, and a typical one for every field. Knows no field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from guide.formatting import laid_out
from guide.formatting.shapes import Form, fields_of
from guide.formatting.yaml_text import Plain, lines_of
from guide.model.dose import Load
from guide.model.entry import NONE, Entry
from guide.model.kinds import REFERENCES
from guide.model.quantity import Scalar

Lines: TypeAlias = tuple[str, ...]
Place: TypeAlias = tuple[type[Entry], str]
"""A field of a model."""

_MOST_LINES = 10
_SHOWN = 2
_ENTRIES, _VALUES = 100, 40
"""How many entries of a model, and values of a field, are looked at, however many there are."""


def typical(entries: Iterable[Entry]) -> Mapping[Place, Lines]:
    """For each field that the entries make use of, its lines in the entry where it is of middling length."""
    return _typical(tuple(_some(entries)))


@lru_cache(maxsize=2)  # the list of fields and every blank file ask for the same
def _typical(entries: tuple[Entry, ...]) -> Mapping[Place, Lines]:
    values: dict[Place, list[object]] = defaultdict(list)
    for place, value in _uses(entries):
        if len(values[place]) < _VALUES:
            values[place].append(value)
    found = {place: {lines_of_field(place, value) for value in several} - {()} for place, several in values.items()}
    return {place: _middling(examples) for place, examples in found.items() if examples}


def lines_of_field(place: Place, value: object) -> Lines:
    """The lines of a field in the common layout, of a list in lines the first two entries; none where that is much."""
    model, name = place
    if value is None or value == ():
        return ()
    form, part = Form(fields=fields_of(model)), plain(value)
    lines = tuple(lines_of(laid_out({name: part}, form)))
    if isinstance(part, tuple) and len(lines) > 1:
        lines = tuple(lines_of(laid_out({name: part[:_SHOWN]}, form)))
    return lines if len(lines) <= _MOST_LINES else ()


def plain(value: object) -> Plain:
    """The value as its file has it."""
    if isinstance(value, Scalar):
        return value.written()
    if isinstance(value, Load) and value.kind == NONE:
        return NONE
    if isinstance(value, Entry):
        return {name: plain(part) for name, part in _written_fields(value)}
    if isinstance(value, tuple | list):
        return tuple(map(plain, value))
    if isinstance(value, float) and value.is_integer():
        return int(value)
    assert value is None or isinstance(value, str | int | float), value
    return value


def _some(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The first of each model."""
    seen: Counter[type[Entry]] = Counter()
    for entry in entries:
        seen[type(entry)] += 1
        if seen[type(entry)] <= _ENTRIES:
            yield entry


def _middling(examples: Collection[Lines]) -> Lines:
    ordered = sorted(examples, key=lambda lines: (sum(map(len, lines)), lines))
    return ordered[len(ordered) // 2]


def _written_fields(entry: Entry) -> Iterator[tuple[str, object]]:
    """The fields that are written, with the word none where that is how nothing is written."""
    for name in type(entry).model_fields:
        if name in entry.model_fields_set:
            value = getattr(entry, name)
            yield name, NONE if value == () and (type(entry), name) in REFERENCES else value


def _uses(entries: Iterable[Entry]) -> Iterator[tuple[Place, object]]:
    """Every field that is written, however deep, with its value."""
    for entry in entries:
        for name, value in _written_fields(entry):
            yield (type(entry), name), value
            items = value if isinstance(value, tuple) else (value,)
            yield from _uses(item for item in items if isinstance(item, Entry) and not isinstance(item, Scalar))

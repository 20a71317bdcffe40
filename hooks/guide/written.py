"""Values of the model as a contributor writes them in YAML, and a typical one for every field. Knows no field."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from guide.model.kinds import REFERENCES
from guide.model.quantity import Range
from guide.model.text import NONE, Entry

Lines = tuple[str, ...]
Place = tuple[type[Entry], str]
"""A field of a model."""

WIDEST = 110
_NARROW = 70
_MOST_LINES = 8
_PLAIN = re.compile(r"(?=.*[A-Za-z]{2})[A-Za-z0-9][A-Za-z0-9 ,.;()/'’_–-]*")
_IN_BRACKETS = re.compile(r"(?=.*[A-Za-z]{2})[A-Za-z0-9][A-Za-z0-9 .;()/'’_–-]*")
_OTHERWISE = re.compile(r"true|false|null|yes|no|on|off", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-z]\.")
_SHOWN = 2
_ENTRIES, _VALUES = 14, 40
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
    found = {place: {written(place[1], each) for each in several} - {()} for place, several in values.items()}
    return {place: _middling(lines) for place, lines in found.items() if lines}


def written(name: str, value: object) -> Lines:
    """The lines of a field, of a list in lines the first two entries; none where that is much or nothing."""
    if value is None or value == ():
        return ()
    line = f"{name}: {inline(value)}"
    if not isinstance(value, tuple | Entry) or isinstance(value, Range) or _is_short(value, line):
        return (line,)
    lines = _entry(value) if isinstance(value, Entry) else _items(value[:_SHOWN])
    return (f"{name}:", *(f"  {each}" for each in lines)) if 0 < len(lines) <= _MOST_LINES else ()


def inline(value: object, *, inside: bool = False) -> str:
    """The value on one line; `inside` brackets a comma ends it."""
    if isinstance(value, Range):
        return str(value).replace("–", "-")
    if isinstance(value, Entry):
        return f"{{{', '.join(f'{name}: {inline(each, inside=True)}' for name, each in _given(value))}}}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(inline(each, inside=True) for each in value)}]"
    if isinstance(value, str):
        plain = (_IN_BRACKETS if inside else _PLAIN).fullmatch(value) and not _OTHERWISE.fullmatch(value)
        return value if plain or value == NONE else json.dumps(value, ensure_ascii=False)
    return f"{value:g}" if isinstance(value, float) else json.dumps(value)


def _some(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The first of each model."""
    seen: Counter[type[Entry]] = Counter()
    for entry in entries:
        seen[type(entry)] += 1
        if seen[type(entry)] <= _ENTRIES:
            yield entry


def _middling(lines: Collection[Lines]) -> Lines:
    ordered = sorted(lines, key=lambda each: (sum(map(len, each)), each))
    return ordered[len(ordered) // 2]


def _is_short(value: object, line: str) -> bool:
    """Whether one line is how it is usually written: ids and angles, but not sentences."""
    if isinstance(value, tuple):
        sentences = any(isinstance(each, Entry) or str(each).endswith(".") for each in value)
        return not sentences and len(line) <= WIDEST
    return len(line) <= _NARROW or (len(line) <= WIDEST and "{" in line.partition("{")[2])


def _items(values: Iterable[object]) -> Lines:
    blocks = [_entry(each) if isinstance(each, Entry) else (inline(each),) for each in values]
    lines = (f"{'  ' if index else '- '}{line}" for block in blocks for index, line in enumerate(block))
    return tuple(lines) if all(blocks) else ()


def _entry(entry: Entry) -> Lines:
    """All its fields; none where one of them is much."""
    whole = inline(entry)
    if len(whole) <= _NARROW and not _SENTENCE.search(whole):
        return (whole,)
    blocks = [written(name, value) for name, value in _given(entry) if value != ()]
    return tuple(line for block in blocks for line in block) if all(blocks) else ()


def _given(entry: Entry) -> Iterator[tuple[str, object]]:
    """The fields that are written, with the word none where that is how nothing is written."""
    for name in type(entry).model_fields:
        if name in entry.model_fields_set:
            value = getattr(entry, name)
            yield name, NONE if value == () and (type(entry), name) in REFERENCES else value


def _uses(entries: Iterable[Entry]) -> Iterator[tuple[Place, object]]:
    """Every field that is written, however deep, with its value."""
    for entry in entries:
        for name, value in _given(entry):
            yield (type(entry), name), value
            items = value if isinstance(value, tuple) else (value,)
            yield from _uses(each for each in items if isinstance(each, Entry) and not isinstance(each, Range))

"""Equal small parts of entries as one object: thousands of figures have the same foot or head. Changes no value."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import TypeVar, get_args

from guide.model.figure import Arrow, Flight, Foot, Prop, Rule
from guide.model.pose import Head, Limbs, Trunk
from guide.model.quantity import Range, TempoPhase
from guide.model.text import Entry

_Model = TypeVar("_Model", bound=Entry)
SMALL: frozenset[type[Entry]] = frozenset((Arrow, Flight, Foot, Head, Limbs, Prop, Range, Rule, TempoPhase, Trunk))
"""Models of a few numbers and words, so that many have the same; none has a model inside."""


class Shared:
    """What has been met so far, in one run."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Entry] = {}

    def entry(self, entry: _Model) -> _Model:
        """The entry itself, its small parts exchanged for the first that were equal. Nobody else may have it yet."""
        for name in _holding(type(entry)):
            value = entry.__dict__[name]
            if type(value) is tuple:
                entry.__dict__[name] = tuple(map(self._part, value))
            elif value is not None:
                entry.__dict__[name] = self._part(value)
        return entry

    def _part(self, part: Entry) -> Entry:
        if type(part) not in SMALL:
            return self.entry(part)
        # What was written counts too, since it may be asked for; `Entry` has one set for all that wrote the same.
        key = (type(part), id(part.__pydantic_fields_set__), *part.__dict__.values())
        return self._known.setdefault(key, part)


@cache
def _holding(model: type[Entry]) -> tuple[str, ...]:
    """The fields that have models inside."""
    return tuple(name for name, field in model.model_fields.items() if _holds(field.annotation))


def _holds(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return True
    return any(map(_holds, get_args(annotation)))

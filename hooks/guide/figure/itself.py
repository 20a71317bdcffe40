"""A key for what is large: a figure that is hashed, or a skeleton that is compared, is walked through as a whole."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

_Thing = TypeVar("_Thing")


class Itself(NamedTuple, Generic[_Thing]):
    """No other is equal to it, however alike; what is kept under it keeps the thing, so that its id stays its own."""

    thing: _Thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.thing is other.thing

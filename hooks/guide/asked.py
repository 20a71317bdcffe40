"""A guide that notes what it is asked, so that a page can be kept for as long as it would be answered the same.

An answer is noted as a digest of all that it holds: of a whole entry, whatever of it the page shows. So a page may be
rendered once too often, and never once too seldom.
"""

from __future__ import annotations

import json
from collections.abc import Callable, ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from dataclasses import fields
from functools import cached_property, partial
from typing import cast

from pydantic import BaseModel, ValidationError

from guide.kept import digest
from guide.model import Block, Guide, Item

_KINDS = ("exercises", "routines", "muscles", "equipment", "patterns", "sources")
_PARTS: Mapping[str, type[BaseModel]] = {each.__name__: each for each in (Item, Block)}
"""Models without an id that questions may be about."""
_NONE = "there is none"
"""The answer to a question about what is not there."""


class Answers:
    """What a guide answers. A question is JSON: what of the guide is asked, and what about."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._known: dict[str, str] = {}
        self._digests: dict[int, str] = {}
        self._plain: dict[tuple[object, ...], str] = {}
        found = ((kind, name, entry) for kind in _KINDS for name, entry in getattr(guide, kind).items())
        self._places = {id(entry): (kind, name) for kind, name, entry in found}

    @cached_property
    def everything(self) -> str:
        """The whole guide as one digest: while it stays, so do all answers."""
        return self.digest([getattr(self._guide, each.name) for each in fields(self._guide)])

    def to(self, question: str) -> str:
        """The answer as a digest; the same question is answered once."""
        if question not in self._known:
            self._known[question] = self.digest(self._answer(*json.loads(question)))
        return self._known[question]

    def noted_in(self, asked: MutableMapping[str, str]) -> Guide:
        """The same guide, which notes every question there, with the answer."""
        return cast("Guide", _Asked(self._guide, partial(self._note, asked)))

    def digest(self, value: object) -> str:
        """Changes with the value: an entry or another model, or what JSON can hold."""
        return digest(json.dumps(value, default=self._written))

    def _note(self, asked: MutableMapping[str, str], answer: object, name: str, *about: object, **how: object) -> None:
        question = self._question(name, about, how)
        if question not in self._known:
            self._known[question] = self.digest(answer)
        asked[question] = self._known[question]

    def _question(self, name: str, about: tuple[object, ...], how: dict[str, object]) -> str:
        if how or not all(type(each) is str for each in about):
            return json.dumps([name, about, how], default=self._subject)
        if (name, *about) not in self._plain:  # nearly all, over and over
            self._plain[name, *about] = json.dumps([name, about, how])
        return self._plain[name, *about]

    def _answer(self, name: str, about: list[object], how: dict[str, object]) -> object:
        found = getattr(self._guide, name, _NONE)
        try:
            subjects = [self._again(each) if isinstance(each, dict) else each for each in about]
            if isinstance(found, Mapping) and subjects:
                return found[subjects[0]]
            return found(*subjects, **how) if callable(found) else found
        except (LookupError, ValidationError):
            return _NONE

    def _subject(self, value: object) -> dict[str, str]:
        """What names an entry or a part in a question."""
        if place := self._places.get(id(value)):
            return {"kind": place[0], "id": place[1]}
        if type(value).__name__ in _PARTS and isinstance(value, BaseModel):
            return {"part": type(value).__name__, "holds": value.model_dump_json()}
        raise TypeError(f"a page asks the guide about {value!r}; add its type to _PARTS, with a test")

    def _again(self, subject: Mapping[str, str]) -> object:
        if "part" in subject:
            return _PARTS[subject["part"]].model_validate_json(subject["holds"])
        return getattr(self._guide, subject["kind"])[subject["id"]]

    def _written(self, value: object) -> object:
        if isinstance(value, BaseModel) and id(value) in self._places:
            if id(value) not in self._digests:
                self._digests[id(value)] = digest(value.model_dump_json())
            return self._digests[id(value)]
        if isinstance(value, BaseModel):
            return [type(value).__name__, value.model_dump_json()]
        if isinstance(value, Mapping):
            return list(value.items())
        raise TypeError(f"there is no digest of {value!r}")


class _Asked:
    """Stands for a guide; only what is asked from outside is noted, not what the guide asks itself."""

    def __init__(self, guide: Guide, note: Callable[..., None]) -> None:
        self._guide, self._note = guide, note

    def __getattr__(self, name: str) -> object:
        found = getattr(self._guide, name)
        if isinstance(found, Mapping):
            return _AskedEntries(found, partial(self._noted, name))
        if callable(found):
            return lambda *about, **how: self._noted(name, found(*about, **how), *about, **how)
        return self._noted(name, found)

    def _noted(self, name: str, answer: object, *about: object, **how: object) -> object:
        self._note(answer, name, *about, **how)
        return answer


class _AskedEntries(Mapping[str, object]):
    """Stands for entries by id; whoever looks through them asks about all."""

    def __init__(self, entries: Mapping[str, object], noted: Callable[..., object]) -> None:
        self._entries, self._noted = entries, noted

    def __getitem__(self, name: str) -> object:
        self._noted(self._entries.get(name, _NONE), name)
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def items(self) -> ItemsView[str, object]:
        return self._all().items()

    def values(self) -> ValuesView[object]:
        return self._all().values()

    def _all(self) -> Mapping[str, object]:
        self._noted(self._entries)
        return self._entries

"""Which reviews of an entry still count, and the hash by which that is told. Words are made elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from guide.model.entry import Entry
from guide.model.exercise import Exercise
from guide.model.guide import Guide
from guide.model.kinds import KINDS, PARTS, REVIEWED, mentions
from guide.model.review import Review
from guide.model.routine import Routine

_UNHASHED = {"id", "facts_checked"}
"""To look facts up again, or to rename the file, changes nothing that a reviewer has read."""


def fingerprint(guide: Guide, entry: Exercise | Routine) -> str:
    """The hash of what an entry says, with the parts that are written elsewhere: 16 hexadecimal digits of SHA-256.

    It is taken over the values as they were read, fields in alphabetical order, without what is left at its default.
    So the order of fields, their layout, comments, and fields that are yet to be invented leave it as it is.
    """
    parts = _read_together(guide, entry)
    said = [part.model_dump(mode="json", exclude_defaults=True, exclude=_UNHASHED) for part in parts]
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def reviews_of(guide: Guide, entry: Exercise | Routine) -> tuple[Review, ...]:
    """All reviews of an entry, whether or not they still count."""
    address = address_of(entry)
    return tuple(review for review in guide.reviews if review.entry == address)


def counting_reviews(guide: Guide, entry: Exercise | Routine) -> tuple[Review, ...]:
    """Reviews of an entry as it is now."""
    reviews = reviews_of(guide, entry)
    return tuple(review for review in reviews if review.hash == fingerprint(guide, entry))


def address_of(entry: Exercise | Routine) -> str:
    """`exercises/wall-sit`."""
    return f"{next(kind.group for kind in KINDS if kind.model is type(entry))}/{entry.id}"


def reviewed_entries(guide: Guide) -> dict[str, Exercise | Routine]:
    """Everything that a professional could look at, by its address."""
    return {f"{kind}/{name}": entry for kind in REVIEWED for name, entry in getattr(guide, kind).items()}


def _read_together(guide: Guide, entry: Exercise | Routine) -> Iterator[Entry]:
    """The entry, and what its page says in its place: all that it mentions and that has no page of its own."""
    waiting: list[Entry] = [entry]
    seen: set[tuple[str, str]] = set()
    while waiting:
        yield (each := waiting.pop())
        for _, kind, ids in mentions(each):
            new = [name for name in ids if kind in PARTS and (kind, name) not in seen]
            seen.update((kind, name) for name in new)
            waiting += (getattr(guide, kind)[name] for name in new)

"""Who looked at an entry, and at what exactly, as a maintainer writes it in `data/reviews.yml`."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from guide.model.address import Address
from guide.model.day import Day
from guide.model.entry import Entry, Name, refusal
from guide.model.schema_patterns import hash_form

_HASH = re.compile("[0-9a-f]{16}")


def _is_hash(text: str) -> str:
    if not _HASH.fullmatch(text):
        hint = "copy the line that `make stamp` prints"
        raise refusal("hash_form", "a hash has 16 digits and letters from a to f", hint)
    return text


class Review(Entry):
    """What one professional looked at. It counts until the entry changes."""

    entry: Address
    """The address of the exercise or routine: exercises/wall-sit."""
    reviewer: Name
    """Who looked at it, as pages and sheets print it."""
    profession: Name
    """The profession that makes the review worth something, in small letters: physiotherapist."""
    scope: Literal["whole page", "safety lines", "figures"]
    """What was looked at; safety lines are when to change, stop or leave out, and what comes before jumps."""
    date: Day
    """The day of the review."""
    hash: Annotated[str, AfterValidator(_is_hash), WithJsonSchema(hash_form(f"^{_HASH.pattern}$"))]
    """Stands for the text that was looked at; `make stamp` prints it."""

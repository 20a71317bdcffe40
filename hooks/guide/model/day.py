"""A day as data has it: 2026-11-27. Knows no clock."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from guide.model.entry import refusal
from guide.model.schema_patterns import day_form

_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")


def _of_this_century(text: str) -> str:
    with suppress(ValueError):
        if _DAY.fullmatch(text) and date.fromisoformat(text):
            return text
    found = repr(text if len(text) <= 40 else f"{text[:40]}...")
    hint = "write year, month and day with hyphens, such as 2026-11-27"
    raise refusal("day_form", "{found} is no day of this century", hint, found=found)


Day = Annotated[str, AfterValidator(_of_this_century), WithJsonSchema(day_form(f"^{_DAY.pattern}$"))]
"""A day of this century; days compare as their texts do."""

"""Numbers as coaches write them: `8-15`, `60`, and a tempo in seconds. Knows no exercise."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guide.model.entry import Entry, Name, refusal
from guide.model.schema_patterns import half_range_form, halves_form, range_form, weeks_form

LARGEST = 3600
MOST_FRAMES = 7
"""Key frames of a figure."""
LAST_WEEK = 52
_WEEKS = re.compile(r"([0-9]{1,2})(?:\s?[-–]\s?([0-9]{1,2})|(\s?\+))?")
_RANGE = re.compile(r"([0-9]{1,4})(?:\s?[-–]\s?([0-9]{1,4}))?")
_HALVES = re.compile(r"([0-9]{1,4}(?:\.5)?)(?:\s?[-–]\s?([0-9]{1,4}(?:\.5)?))?")


def whole(seconds: float) -> float:
    """The same, as a whole number where it is one."""
    return int(seconds) if seconds == int(seconds) else seconds


class Scalar(Entry):
    """Base of what a file writes as one number or text, although the model knows its parts."""

    def written(self) -> float | str:
        """As a file has it."""
        raise NotImplementedError


class Range(Scalar):
    """A whole number such as `60`, or a range such as `8-15`; the unit is in the field's name."""

    low: int = Field(ge=0, le=LARGEST)
    """Smallest value."""
    high: int = Field(ge=0, le=LARGEST)
    """Largest value; equal to `low` where there is one number."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        found = _RANGE.fullmatch(str(value)) if type(value) in (int, str) else None
        if not found:
            raise refusal("range_form", "this must be a whole number or a range", "write for example 60 or 8-15")
        return _ends(found)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return range_form(LARGEST, f"^(?:{_RANGE.pattern})$")

    def written(self) -> float | str:
        """`60`, or `8-15`."""
        return self.low if self.low == self.high else f"{self.low}-{self.high}"

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


class HalfRange(Scalar):
    """Seconds such as `60` or `2.5`, or a range such as `2.5-5`."""

    low: Annotated[float, Field(ge=0, le=LARGEST), AfterValidator(whole)]
    """Smallest value."""
    high: Annotated[float, Field(ge=0, le=LARGEST), AfterValidator(whole)]
    """Largest value; equal to `low` where there is one number."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        found = _HALVES.fullmatch(str(value)) if type(value) in (int, float, str) else None
        if not found:
            raise refusal("range_form", "this must be seconds or a range of them", "write for example 2.5, 60 or 8-15")
        return _ends(found)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return half_range_form(LARGEST, f"^(?:{_HALVES.pattern})$")

    def written(self) -> float | str:
        """`2.5`, or `8-15`."""
        return whole(self.low) if self.low == self.high else f"{self.low:g}-{self.high:g}"

    def __str__(self) -> str:
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g}–{self.high:g}"


def _ends(found: re.Match[str]) -> dict[str, float]:
    """Both ends of a range that is written as it should be."""
    low, high = whole(float(found[1])), whole(float(found[2] or found[1]))
    if low > high:
        raise refusal("range_order", "the range runs backwards", f"write {high:g}-{low:g}")
    if high > LARGEST:
        raise refusal("range_size", "the number is too large", f"write at most {LARGEST}")
    return {"low": low, "high": high}


class Weeks(Scalar):
    """The weeks in which a stage holds, such as `1-2`, `3`, or `5+` for the fifth and all later ones."""

    first: int = Field(ge=1, le=LAST_WEEK)
    """The first of them."""
    last: int | None = Field(ge=1, le=LAST_WEEK)
    """The last of them; None where all later ones are meant."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        found = _WEEKS.fullmatch(str(value)) if type(value) in (int, str) else None
        if not found:
            raise refusal(
                "weeks_form", "these are no weeks", "write for example 1-2, or 5+ for week 5 and all later ones"
            )
        first, last = int(found[1]), None if found[3] else int(found[2] or found[1])
        if last is not None and first > last:
            raise refusal("weeks_order", "the weeks run backwards", f"write {last}-{first}")
        if not 1 <= first <= (last or first) <= LAST_WEEK:
            raise refusal("weeks_size", "a week is out of bounds", f"write weeks from 1 to {LAST_WEEK}")
        return {"first": first, "last": last}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return weeks_form(LAST_WEEK, f"^(?:{_WEEKS.pattern})$")

    def written(self) -> float | str:
        """`3`, `1-2`, or `5+`."""
        if self.last is None:
            return f"{self.first}+"
        return self.first if self.last == self.first else f"{self.first}-{self.last}"


def _halves(seconds: float) -> float:
    """The number, as a whole one where it is whole: halves are exact, and other parts are nobody's count."""
    if seconds * 2 % 1:
        raise refusal("half_form", "the seconds are neither whole nor halves", "write for example 1, 1.5 or 2")
    return whole(seconds)


LONGEST_PHASE = 60
Halves = Annotated[
    float, Field(ge=0, le=LONGEST_PHASE), AfterValidator(_halves), WithJsonSchema(halves_form(LONGEST_PHASE))
]
"""Seconds, whole or half."""


class TempoPhase(Entry):
    """One part of a repetition: how long it takes, and which picture it ends on."""

    action: Name
    """What happens, as an instruction in small letters: lower, pause, lift."""
    seconds: Halves
    """How long it takes, in whole or half seconds; for a fast movement the time that it is counted as."""
    frame: int = Field(ge=1, le=MOST_FRAMES)
    """Number of the key frame on which it ends; the figure gets there through those that lie between."""
    fast: bool = False
    """True where it is done as fast as control allows, and the seconds serve the arithmetic only."""

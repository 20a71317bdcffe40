"""Numbers as coaches write them: `8-15`, `60`, and a tempo in seconds. Knows no exercise."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guide.model.entry import Entry, Name, refusal
from guide.model.schema_patterns import exactly_one, halves_form, range_form

LARGEST = 3600
MOST_FRAMES = 6
"""Key frames of a figure."""
_RANGE = re.compile(r"([0-9]{1,4})(?:\s?[-–]\s?([0-9]{1,4}))?")


class Range(Entry):
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
        low, high = int(found[1]), int(found[2] or found[1])
        if low > high:
            raise refusal("range_order", "the range runs backwards", f"write {high}-{low}")
        if high > LARGEST:
            raise refusal("range_size", "the number is too large", f"write at most {LARGEST}")
        return {"low": low, "high": high}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return range_form(LARGEST, f"^(?:{_RANGE.pattern})$")

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


def _halves(seconds: float) -> float:
    """The number, as a whole one where it is whole: halves are exact, and other parts are nobody's count."""
    if seconds * 2 % 1:
        raise refusal("half_form", "the seconds are neither whole nor halves", "write for example 1, 1.5 or 2")
    return whole(seconds)


def whole(seconds: float) -> float:
    """The same, as a whole number where it is one."""
    return int(seconds) if seconds == int(seconds) else seconds


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


class Dose(Entry):
    """How much of an exercise, as ranges: a coaching norm. Either repetitions or the seconds of a hold are counted."""

    model_config = exactly_one("repetitions", "hold_seconds")

    sets: Range
    """Sets in one session."""
    repetitions: Range | None = None
    """Repetitions in a set, of each side where sides take turns. Leave out for a hold."""
    hold_seconds: Range | None = None
    """Seconds of one hold. Leave out where repetitions are counted."""
    rest_seconds: Range
    """Rest after a set, in seconds."""

    @model_validator(mode="after")
    def _counts(self) -> Dose:
        for name in ("sets", "repetitions", "hold_seconds"):
            counted: Range | None = getattr(self, name)
            if counted and not counted.low:
                raise refusal("no_count", "{name} cannot be 0", "write at least 1", name=name)
        return self

    @model_validator(mode="after")
    def _one_measure(self) -> Dose:
        if (self.repetitions is None) == (self.hold_seconds is None):
            hint = "keep the one that is counted in this exercise"
            raise refusal("one_measure", "a dose needs either repetitions or hold_seconds", hint)
        return self

"""Numbers as coaches write them: `8-15`, `60`, weeks, and a tempo in seconds. Knows no exercise."""

from __future__ import annotations

import re

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guide.model.entry import Entry, Name, refusal
from guide.model.schema_patterns import exactly_one, range_form, weeks_form

LARGEST = 3600
LAST_WEEK = 52
_WEEKS = re.compile(r"([0-9]{1,2})(?:\s?[-–]\s?([0-9]{1,2})|(\s?\+))?")
_RANGE = re.compile(r"([0-9]{1,4})(?:\s?[-–]\s?([0-9]{1,4}))?")


class Scalar(Entry):
    """Base of what a file writes as one number or text, although the model knows its parts."""

    def written(self) -> int | str:
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
        low, high = int(found[1]), int(found[2] or found[1])
        if low > high:
            raise refusal("range_order", "the range runs backwards", f"write {high}-{low}")
        if high > LARGEST:
            raise refusal("range_size", "the number is too large", f"write at most {LARGEST}")
        return {"low": low, "high": high}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return range_form(LARGEST, f"^(?:{_RANGE.pattern})$")

    def written(self) -> int | str:
        """`60`, or `8-15`."""
        return self.low if self.low == self.high else f"{self.low}-{self.high}"

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


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

    def written(self) -> int | str:
        """`3`, `1-2`, or `5+`."""
        if self.last is None:
            return f"{self.first}+"
        return self.first if self.last == self.first else f"{self.first}-{self.last}"


class TempoPhase(Entry):
    """One part of a repetition and how long it takes."""

    action: Name
    """What happens, as an instruction in small letters: lower, pause, lift."""
    seconds: int = Field(ge=0, le=60)
    """How long it takes, in whole seconds; for a fast movement the second that it is counted as."""
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

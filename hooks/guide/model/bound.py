"""Bounds that a measured number is compared with: `3-5`, `2`, `28 or more`, `unanswered`. Measures nothing itself."""

from __future__ import annotations

import re

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guide.model.entry import refusal
from guide.model.quantity import Scalar
from guide.model.schema_patterns import bound_form

LARGEST_BOUND = 999
UNANSWERED, MORE = "unanswered", " or more"
_BOUND = re.compile(rf"([0-9]{{1,3}})(?:-([0-9]{{1,3}})|{MORE})?")


class Bound(Scalar):
    """A whole number such as `2`, a range such as `3-5`, `28 or more`, or the word unanswered."""

    low: int = Field(default=0, ge=0, le=LARGEST_BOUND)
    """Smallest number that fits."""
    high: int | None = Field(default=None, ge=0, le=LARGEST_BOUND)
    """Largest number that fits; left out where there is none."""
    unanswered: bool = False
    """Whether it fits where nothing was answered, and nowhere else."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        if value == UNANSWERED:
            return {"unanswered": True}
        found = _BOUND.fullmatch(str(value)) if type(value) in (int, str) else None
        if not found:
            hint = f"write for example 3-5, 2, 28{MORE}, or {UNANSWERED}"
            raise refusal("bound_form", "this must be a whole number or a bound", hint)
        low, is_open = int(found[1]), str(value).endswith(MORE)
        high = None if is_open else int(found[2] or found[1])
        if high is not None and low > high:
            raise refusal("bound_order", "the bound runs backwards", f"write {high}-{low}")
        return {"low": low, "high": high}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return bound_form(LARGEST_BOUND, f"^(?:{_BOUND.pattern}|{UNANSWERED})$")

    def fits(self, number: int | None) -> bool:
        """Whether a measured number lies within; None is a question that nobody answered."""
        if number is None or self.unanswered:
            return number is None and self.unanswered
        return self.low <= number and (self.high is None or number <= self.high)

    def written(self) -> float | str:
        """`2`, `3-5`, `28 or more`, or `unanswered`."""
        return self.low if self.low == self.high and not self.unanswered else str(self)

    def __str__(self) -> str:
        """As its file has it."""
        if self.unanswered:
            return UNANSWERED
        if self.low == self.high:
            return str(self.low)
        return f"{self.low}{MORE}" if self.high is None else f"{self.low}-{self.high}"

"""How much of an exercise: what is counted, how near to the limit, with what weight, with which rests."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guide.model.entry import NONE, Entry, Text, refusal
from guide.model.quantity import HalfRange, Range
from guide.model.schema_patterns import exactly_one, none_or

MOST_SETS = 10
MEASURES = ("repetitions", "hold_seconds", "steps")
MEASURED_LOADS = ("kilograms", "share-of-body-weight")
LONGEST_REST, LONGEST_CHANGE = 600, 120
HEAVIEST = 200
"""Kilograms, or per cent of body weight."""


class Load(Entry):
    """The weight besides that of the body, or the word none."""

    kind: Literal["none", "household", "kilograms", "share-of-body-weight"]
    """What it is told in: something from the `household`, `kilograms` or `share-of-body-weight`."""
    amount: Range | None = None
    """How many kilograms, or how many per cent of body weight. Left out for household things."""
    choose: Text | None = None
    """How one finds the weight to begin with."""

    @model_validator(mode="before")
    @classmethod
    def _from_the_word(cls, value: object) -> object:
        if value != NONE and not isinstance(value, dict):
            raise refusal("load_form", "a load is the word none, or says its kind", "write none, or kind and choose")
        return {"kind": NONE} if value == NONE else value

    @model_validator(mode="after")
    def _says_how_much(self) -> Load:
        if self.kind == NONE and (self.amount or self.choose):
            raise refusal(
                "load_of_nothing", "there is no load, but it is described", "name its kind, or write load: none"
            )
        if self.kind != NONE and self.choose is None:
            raise refusal("load_choice", "choose is missing", "add it: how one finds the weight to begin with")
        if (self.kind in MEASURED_LOADS) != (self.amount is not None):
            hint = "write kilograms or share-of-body-weight with an amount, household without"
            raise refusal("load_amount", "kind and amount do not go together", hint)
        if self.amount and not 0 < self.amount.low <= self.amount.high <= HEAVIEST:
            raise refusal("load_size", "no such weight is lifted here", f"write an amount from 1 to {HEAVIEST}")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return none_or(handler(core))


class Dose(Entry):
    """How much of an exercise, as ranges: a coaching norm. Repetitions, the seconds of a hold or steps are counted."""

    model_config = exactly_one(*MEASURES)

    sets: Range
    """Sets in one session."""
    repetitions: Range | None = None
    """Repetitions in a set, of each side where sides take turns. Leave out for a hold and for steps."""
    hold_seconds: HalfRange | None = None
    """Seconds of one hold. Leave out where something else is counted."""
    steps: Range | None = None
    """Steps in a set, each way where both ways are gone. Leave out where something else is counted."""
    left: Range | None = None
    """Good repetitions that could still be done when a set ends. Left out for holds and jumps."""
    load: Load
    """The weight besides that of the body: none, or its kind, its amount and how to choose it."""
    rest_seconds: Range
    """Rest after a set, in seconds."""
    rest_between_sides_seconds: int = Field(default=5, ge=0, le=LONGEST_CHANGE)
    """Seconds between one side and the other, where sides are done one after the other."""

    @field_validator("sets")
    @classmethod
    def _few_sets(cls, sets: Range) -> Range:
        if sets.high > MOST_SETS:
            raise refusal("many_sets", "{sets} sets are too many", f"write at most {MOST_SETS}", sets=sets.high)
        return sets

    @field_validator("rest_seconds")
    @classmethod
    def _short_rest(cls, rest: Range) -> Range:
        if rest.high > LONGEST_REST:
            hint = f"write at most {LONGEST_REST}"
            raise refusal("long_rest", "after a rest of {rest} seconds one is cold", hint, rest=rest.high)
        return rest

    @model_validator(mode="after")
    def _counts(self) -> Dose:
        for name in ("sets", *MEASURES):
            counted: Range | HalfRange | None = getattr(self, name)
            if counted and not counted.low:
                raise refusal("no_count", "{name} cannot be 0", "write at least 1", name=name)
        return self

    @model_validator(mode="after")
    def _one_measure(self) -> Dose:
        if sum(getattr(self, name) is not None for name in MEASURES) != 1:
            hint = "keep the one that is counted in this exercise"
            raise refusal("one_measure", "a dose needs either repetitions, hold_seconds or steps", hint)
        return self

    @property
    def measure(self) -> Range | HalfRange:
        """What is counted, whichever it is."""
        counted = self.repetitions or self.hold_seconds or self.steps
        assert counted, "validated above"
        return counted

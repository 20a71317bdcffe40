"""Validation errors to problems: which place in the file, and which field is concerned. Validates nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel, ValidationError

from guide.model.entry import Entry
from guide.problems.error_sentences import sentence
from guide.problems.node import Node, Step
from guide.problems.problem import Problem, short

Location = tuple[Step, ...]
Finding = tuple[Location, str, str]
"""Where in an entry, what is wrong, what to do about it."""


def explain(error: ValidationError, model: type[Entry], node: Node, path: str) -> Iterator[Problem]:
    """One problem for each error, at the deepest place in the file that the error's location reaches."""
    for details in error.errors(include_url=False):
        location = details["loc"]
        place = node.find(location, key=details["type"] == "extra_forbidden")
        if details["type"] == "too_short" and len(place.items()) >= details["ctx"]["min_length"]:
            continue  # pydantic does not count entries that have problems of their own
        message, hint = sentence(details, _field(location), _model_at(model, location))
        yield Problem(path, place.line, place.column, message, hint, *about(model, location))


def about(model: type[Entry], location: Location) -> tuple[str, str]:
    """Where the field reference explains the field at the location, or else its model; and what it says there."""
    anchor, inside = model.reference("").rstrip("-"), model
    explanation = ""
    for step in [each for each in location if isinstance(each, str)]:
        if step not in inside.model_fields:
            return inside.reference("").rstrip("-"), ""
        field = inside.model_fields[step]
        anchor, explanation, within = inside.reference(step), field.description or "", model_within(field.annotation)
        if within is None:
            break
        inside = within
    return anchor, explanation


def model_within(annotation: object) -> type[Entry] | None:
    """The model of the value, or of the items, of a field of this type; None where it has no fields of its own."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Entry) else None
    return next(filter(None, map(model_within, get_args(annotation))), None)


def _field(location: Location) -> str:
    """The innermost named part of the location; an entry of a list goes by the list's name and its number."""
    names = [index for index, step in enumerate(location) if isinstance(step, str)]
    if not names:
        return "this entry"
    numbers = "".join(f" {int(step) + 1}" for step in location[names[-1] + 1 :])
    return f"{short(str(location[names[-1]]))}{numbers}"


def _model_at(model: type[Entry], location: Location) -> type[Entry] | None:
    """The model of which the value that the location's last name belongs to is an instance."""
    inside: type[Entry] | None = model
    for step in [each for each in location if isinstance(each, str)][:-1]:
        field = inside.model_fields.get(step) if inside else None
        inside = model_within(field.annotation) if field else None
    return inside

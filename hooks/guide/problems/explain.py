"""Validation errors to problems: which place in the file, and which field is concerned. Validates nothing itself."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from guide.model.entry import Entry
from guide.model.kinds import models_within
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
        *_, (inside, _) = ((model, ""), *_way(model, location))
        message, hint = sentence(details, _field(location), inside)
        yield Problem(path, place.line, place.column, message, hint, *about(model, location))


def about(model: type[Entry], location: Location) -> tuple[str, str]:
    """Where the field reference explains the field at the location, or else its model; and what it says there."""
    *_, (inside, name) = ((model, ""), *((each, name) for each, name in _way(model, location) if each))
    field = inside.model_fields.get(name)
    return (inside.reference(name), field.description or "") if field else (inside.reference("").rstrip("-"), "")


def model_within(annotation: object) -> type[Entry] | None:
    """The model of the value, or of the items, of a field of this type; None where it has no fields of its own."""
    return next(models_within(annotation), None)


def _field(location: Location) -> str:
    """The innermost named part of the location; an entry of a list goes by the list's name and its number."""
    names = [index for index, step in enumerate(location) if isinstance(step, str)]
    if not names:
        return "this entry"
    numbers = "".join(f" {int(step) + 1}" for step in location[names[-1] + 1 :])
    return f"{short(str(location[names[-1]]))}{numbers}"


def _way(model: type[Entry], location: Location) -> Iterator[tuple[type[Entry] | None, str]]:
    """The names in the location, each with the model that should have such a field, as far as there is one."""
    inside: type[Entry] | None = model
    for step in location:
        if isinstance(step, str):
            yield inside, step
            field = inside.model_fields.get(step) if inside else None
            inside = model_within(field.annotation) if field else None

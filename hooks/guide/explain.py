"""Validation errors to problems: which place in the file, which sentence, which remedy. Validates nothing itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guide.problem import Problem
from guide.source import Node, Step

Location = tuple[Step, ...]
Finding = tuple[Location, str, str]
"""Where in an entry, what is wrong, what to do about it."""


def explain(error: ValidationError, model: type[BaseModel], node: Node, path: str) -> Iterator[Problem]:
    """One problem for each error, at the deepest place in the file that the error's location reaches."""
    for details in error.errors(include_url=False):
        location = details["loc"]
        place = node.find(location, key=details["type"] == "extra_forbidden")
        if details["type"] == "too_short" and len(place.items()) >= details["ctx"]["min_length"]:
            continue  # pydantic does not count entries that have problems of their own
        message, hint = _sentence(details, _model_at(model, location[:-1]))
        yield Problem(path, place.line, place.column, message, hint)


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str) -> str:
    """The nearest known word as a question, or else the remedy given."""
    nearest = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {nearest[0]}" if nearest else otherwise


def _sentence(details: ErrorDetails, model: type[BaseModel] | None) -> tuple[str, str]:
    field = _field(details["loc"])
    context = details.get("ctx", {})
    if "hint" in context:
        return f"{field}: {details['msg']}", str(context["hint"])
    match details["type"]:
        case "missing":
            return f"{field} is missing", _description(model, field) or "add it"
        case "extra_forbidden":
            known = tuple(model.model_fields) if model else ()
            return f"{field} is not a field here", did_you_mean(field, known, otherwise=_choose(known))
        case "literal_error":
            return f"{field} is {_shown(details['input'])}", f"write {context['expected']}"
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            side = "at least" if "ge" in context else "at most"
            return f"{field} is {_shown(details['input'])}", f"write {side} {bound}"
        case "too_short":
            return f"{field} has too few entries", f"write at least {context['min_length']}"
        case "string_too_long":
            return f"{field} is too long", f"keep it within {context['max_length']} characters"
    return _wrong_type(field, details)


def _wrong_type(field: str, details: ErrorDetails) -> tuple[str, str]:
    value = details["input"]
    if value is None:
        return f"{field}: nothing is written here", "write the value, or delete the line if the field may be left out"
    match details["type"]:
        case "string_type" if isinstance(value, bool | int | float):
            return f"{field} must be text", "put it in double quotes"
        case "string_type":
            return f"{field} must be one text", "write it on one line, without a hyphen in front"
        case "int_type" if isinstance(value, str) and re.fullmatch(r"\d+:\d\d", value):
            return f"{field} is {_shown(value)}", "write a time as a plain number of seconds, such as 90"
        case "int_type":
            return f"{field} must be a whole number", "write digits only, without quotes, unit or a zero in front"
        case "bool_type":
            return f"{field} must be true or false", "write one of the two words"
        case "tuple_type":
            return f"{field} must be a list", "begin each entry with a hyphen, or write it as [one, two]"
        case "model_type" | "dict_type":
            return f"{field} must hold fields", "write each as name, colon, value on a line of its own"
    return f"{field}: {details['msg']}", "compare with another file of this kind"


def _field(location: Location) -> str:
    """The innermost named part of the location; an entry of a list goes by the list's name and its number."""
    names = [index for index, step in enumerate(location) if isinstance(step, str)]
    if not names:
        return "this entry"
    numbers = "".join(f" {int(step) + 1}" for step in location[names[-1] + 1 :])
    return f"{location[names[-1]]}{numbers}"


def _model_at(model: type[BaseModel] | None, location: Location) -> type[BaseModel] | None:
    """The model of which the value at `location` is an instance."""
    for step in location:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step) if model else None
        model = _model_within(field.annotation) if field else None
    return model


def _model_within(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_within, get_args(annotation))), None)


def _description(model: type[BaseModel] | None, field: str) -> str:
    description = model.model_fields[field].description if model and field in model.model_fields else None
    return f"add it ({description.splitlines()[0].rstrip('.')})" if description else ""


def _choose(known: tuple[str, ...]) -> str:
    return f"the fields here are {', '.join(known)}" if known else "delete it"


def _shown(value: object) -> str:
    text = str(value)
    return repr(text if len(text) <= 40 else text[:37] + "...")

"""A validation error in words: what is wrong, what is allowed, what was probably meant. Knows no places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from annotated_types import Ge, Le, MinLen
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from guide.model.entry import NONE, Entry
from guide.problems.nearest import nearest
from guide.problems.problem import quote, short

_FEW_FIELDS = 12
_TIME = re.compile(r"(\d{1,3}):(\d\d)")
_RANGE = re.compile(r"([0-9]{1,4})(?: *(?:-|–|to) *([0-9]{1,4}))? *(?:s|sec|seconds|x|times|reps|repetitions)?\.?")
_NUMBER = re.compile(r"\D*(\d{1,9})\D*")
_TRUE, _FALSE = ("yes", "y", "on", "true", "1"), ("no", "n", "off", "false", "0")


def sentence(details: ErrorDetails, field: str, model: type[Entry] | None) -> tuple[str, str]:
    """What is wrong with the field of the model, and what to do about it."""
    names = [step for step in details["loc"] if isinstance(step, str)]
    info = model.model_fields.get(names[-1]) if model and names else None
    context = details.get("ctx", {})
    if details["input"] is None and details["type"] != "missing":
        return f"{field}: nothing is written here", _fill_in(info)
    if details["type"] == "range_form" and (seconds := _seconds(details["input"])):
        return f"{field}: {details['msg']}", f"write {seconds}, the time as a plain number of seconds"
    if details["type"] == "range_form" and (meant := _range(details["input"])):
        return f"{field}: {details['msg']}", f"write {meant}, without words or spaces"
    if details["type"] == "id_form" and (meant := _as_id(details["input"])):
        return f"{field}: {details['msg']}", f"did you mean {meant}? If not, {context['hint']}"
    if "hint" in context:
        return f"{field}: {details['msg']}", str(context["hint"])
    match details["type"]:
        case "missing":
            return f"{field} is missing", f"add it{_description(info)}"
        case "extra_forbidden":
            return f"{quote(field)} is not a field here", _fields(field, tuple(model.model_fields) if model else ())
        case "literal_error":
            return f"{field} is {quote(details['input'])}", _choice(str(details["input"]), context["expected"])
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return f"{field} is {quote(details['input'])}", f"write a number {_between(info) or bound}"
        case "too_short":
            return f"{field} has too few entries", f"write at least {context['min_length']}"
        case "too_long" | "string_too_long":
            parts = "characters" if details["type"] == "string_too_long" else "entries"
            length, most = len(details["input"]), context["max_length"]
            return f"{field} has {length} {parts}, {length - most} too many", f"keep it within {most}"
    return _wrong_type(details, field, info)


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str) -> str:
    """The nearest known word as a question, and the remedy for all others."""
    found = nearest(word, known)
    return f"did you mean {short(found)}? If not, {otherwise}" if found else otherwise


def _wrong_type(details: ErrorDetails, field: str, info: FieldInfo | None) -> tuple[str, str]:
    value = details["input"]
    limits = f", {limits}" if (limits := _between(info)) else ""
    match details["type"]:
        case "string_type" if isinstance(value, bool | int | float):
            return f"{field} must be text", "put it in double quotes"
        case "string_type" if isinstance(value, dict):
            return f"{field} must be one text", "put it in double quotes if it holds a colon and a space"
        case "string_type":
            return f"{field} must be one text", "write it on one line, without a hyphen in front"
        case "int_type":
            return _whole_number(field, value, limits)
        case "float_type":
            return f"{field} must be a number", f"write digits, such as 12 or -0.5{limits}"
        case "bool_type":
            meant = str(value).lower()
            word = "true" if meant in _TRUE else "false" if meant in _FALSE else "one of the two words"
            return f"{field} must be true or false", f"write {word}"
        case "tuple_type" if value == "none" and (fewest := _fewest(info)):
            return f"{field} cannot be none", f"write at least {fewest}, each after a hyphen{_description(info)}"
        case "tuple_type" if value == "none":
            return f"{field} must be a list", "write [] where there is none, or begin each entry with a hyphen"
        case "tuple_type":
            return f"{field} must be a list", "begin each entry with a hyphen, or write it as [one, two]"
        case "model_type" | "dict_type":
            return f"{field} must hold fields", "write each as name, colon, value on a line of its own"
    return f"{field}: {details['msg']}", "compare with another file of this kind"


def _fill_in(info: FieldInfo | None) -> str:
    """What to do about a blank; the word none would be no answer to it, even where it may be written."""
    remedy = f"fill it in{_description(info)}".replace(f"; or {NONE})", ")")
    return remedy if info is None or info.is_required() else f"{remedy}, or delete the line"


def _fewest(info: FieldInfo | None) -> int:
    return max((limit.min_length for limit in info.metadata if isinstance(limit, MinLen)), default=0) if info else 0


def _whole_number(field: str, value: object, limits: str) -> tuple[str, str]:
    if seconds := _seconds(value):
        return f"{field} is {quote(value)}", f"write {seconds}, the time as a plain number of seconds"
    if isinstance(value, float):
        return f"{field} must be a whole number", f"write {round(value)}{limits}"
    found = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    start = f"write {int(found[1])}, " if found else "write "
    return f"{field} must be a whole number", f"{start}digits only, without quotes, unit or a zero in front{limits}"


def _as_id(value: object) -> str:
    return re.sub(r"[^a-z0-9]+", "-", short(value.casefold())).strip("-") if isinstance(value, str) else ""


def _seconds(value: object) -> int | None:
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    return int(found[1]) * 60 + int(found[2]) if found else None


def _range(value: object) -> str:
    found = _RANGE.fullmatch(value) if isinstance(value, str) else None
    return "-".join(filter(None, found.groups())) if found else ""


def _fields(word: str, known: tuple[str, ...]) -> str:
    """What to write instead of a field that there is not."""
    meant = nearest(word, known)
    if meant and len(known) > _FEW_FIELDS:
        return f"did you mean {meant}? The field reference has all fields"
    return did_you_mean(word, known, otherwise=f"the fields here are {', '.join(known)}" if known else "delete it")


def _choice(word: str, expected: str) -> str:
    """`expected` is what pydantic says of a field that allows some words or numbers: 'low', 'medium' or 'high'."""
    known = [word.strip("'") for word in re.findall(r"'[^']*'|\d+", expected)]
    return did_you_mean(word, known, otherwise=f"write {expected}")


def _between(info: FieldInfo | None) -> str:
    """The numbers that a field allows, in words; nothing where it allows any."""
    limits = list(_limits(info.annotation, *info.metadata)) if info else []
    low = next((limit.ge for limit in limits if isinstance(limit, Ge)), None)
    high = next((limit.le for limit in limits if isinstance(limit, Le)), None)
    if low is not None and high is not None:
        return f"from {low} to {high}"
    return f"at least {low}" if low is not None else f"at most {high}" if high is not None else ""


def _limits(annotation: object, *metadata: object) -> Iterator[object]:
    yield from metadata
    for arg in get_args(annotation):
        yield from arg.metadata if isinstance(arg, FieldInfo) else _limits(arg)


def _description(info: FieldInfo | None) -> str:
    return f" ({info.description.splitlines()[0].rstrip('.')})" if info and info.description else ""

"""How forms of text and numbers look in a schema, and so to editors and in the field reference. Checks nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pydantic import ConfigDict
from pydantic.config import JsonDict

Form: TypeAlias = dict[str, object]


def line_form(what: str, longest: int, pattern: str) -> Form:
    """Text on one line: `what` it is, a few words or sentences."""
    complaint = "Write one line of plain words: no HTML, no Markdown, no space before or after it."
    return {"maxLength": longest, **_pattern(f"{what}, at most {longest} characters", pattern, complaint)}


def id_form(longest: int, pattern: str) -> Form:
    """The name of an entry in addresses."""
    complaint = "Use small letters, digits and single hyphens, such as reverse-lunge."
    return {"maxLength": longest, **_pattern("An id: small letters, digits and single hyphens", pattern, complaint)}


def ids_form(each: Form, most: int) -> Form:
    """A list of ids, or the word none."""
    return {"anyOf": [{"const": "none"}, {"type": "array", "items": each, "minItems": 1, "maxItems": most}]}


def doi_form(pattern: str) -> Form:
    """The address of a publication."""
    what = "a DOI as 10.1000/182 without https://, or the word none"
    return _pattern(f"A{what[1:]}", pattern, f"Write {what}.")


def day_form(pattern: str) -> Form:
    """A day of a year."""
    return _pattern("A day, such as 2026-11-27", pattern, "Write year, month and day, such as 2026-11-27.")


def hash_form(pattern: str) -> Form:
    """What stands for a text."""
    return _pattern("16 digits and letters from a to f", pattern, "Copy the line that make stamp prints.")


def range_form(largest: int, pattern: str) -> Form:
    """A whole number or a range."""
    complaint = "Write a whole number or a range, such as 8-15."
    text = {"type": "string", "pattern": pattern, "patternErrorMessage": complaint}
    number = {"type": "integer", "minimum": 0, "maximum": largest}
    what = "A whole number such as `60`, or a range such as `8-15`"
    return {"description": what, "anyOf": [number, text], "examples": [60, "8-15"]}


def weeks_form(last: int, pattern: str) -> Form:
    """Weeks of a stage."""
    complaint = "Write weeks such as 1-2, or 5+ for week 5 and all later ones."
    text = {"type": "string", "pattern": pattern, "patternErrorMessage": complaint}
    number = {"type": "integer", "minimum": 1, "maximum": last}
    what = "One week such as `3`, several such as `1-2`, or `5+` for week 5 and all later ones"
    return {"description": what, "anyOf": [number, text], "examples": ["1-2", "5+"]}


def half_range_form(largest: int, pattern: str) -> Form:
    """Seconds, whole or half, or a range of them."""
    complaint = "Write seconds or a range of them, such as 2.5 or 8-15."
    text = {"type": "string", "pattern": pattern, "patternErrorMessage": complaint}
    number = {"type": "number", "minimum": 0, "maximum": largest, "multipleOf": 0.5}
    what = "Seconds such as `60` or `2.5`, or a range such as `8-15`"
    return {"description": what, "anyOf": [number, text], "examples": [60, "8-15"]}


def none_or(form: Mapping[str, object]) -> Form:
    """A part with fields, or the word none."""
    return {**form, "type": ["object", "string"], "if": {"type": "string"}, "then": {"const": "none"}}


def halves_form(largest: int) -> Form:
    """Seconds, whole or half."""
    what = "Seconds, whole or half, such as `2` or `1.5`"
    return {"description": what, "type": "number", "minimum": 0, "maximum": largest, "multipleOf": 0.5}


def bound_form(largest: int, pattern: str) -> Form:
    """What a measured number is compared with."""
    complaint = "Write a whole number, a range such as 3-5, 28 or more, or the word unanswered."
    text = {"type": "string", "pattern": pattern, "patternErrorMessage": complaint}
    number = {"type": "integer", "minimum": 0, "maximum": largest}
    what = "A whole number such as `2`, a range such as `3-5`, `28 or more`, or the word unanswered"
    return {"description": what, "anyOf": [number, text], "examples": [2, "3-5", "28 or more"]}


def rule_id_form(pattern: str) -> Form:
    """The name of a rule."""
    complaint = "Use capital letters, digits and single hyphens, such as PAIN-AMBER or UP2."
    return _pattern("A rule's name: capital letters, digits and single hyphens", pattern, complaint)


def exactly_one(*fields: str) -> ConfigDict:
    """What a model that needs one of these fields tells editors; a field left blank counts as left out."""

    def if_given(field: str) -> JsonDict:
        return {"required": [field], "properties": {field: {"not": {"type": "null"}}}}

    return ConfigDict(json_schema_extra={"oneOf": [if_given(field) for field in fields]})


def _pattern(what: str, pattern: str, complaint: str) -> Form:
    return {"description": what, "type": "string", "pattern": pattern, "patternErrorMessage": complaint}

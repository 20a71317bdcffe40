"""What a field may hold, in words, read from its schema. Knows no field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from guide.authoring.json_schema import Json, Schema
from guide.wording.words import plural


def allowed_values(form: Schema, definitions: Mapping[str, Schema]) -> str:
    """A sentence: A whole number from 0 to 60."""
    text = _words(without_null(form), definitions)
    return f"{text[0].upper()}{text[1:].rstrip('.')}." if text else ""


def without_null(form: Schema) -> Schema:
    """The form of what is written, where a field may also be left blank."""
    others = [alternative for alternative in _forms(form) if alternative != {"type": "null"}]
    return others[0] if len(others) == 1 else {**form, "anyOf": cast("Json", others)} if others else form


def _words(form: Schema, definitions: Mapping[str, Schema]) -> str:
    if "$ref" in form:
        definition = definitions[str(form["$ref"]).removeprefix("#/$defs/")]
        return "" if "properties" in definition else str(definition["description"])
    if choices := form.get("enum"):
        *first, last = map(str, cast("list[Json]", choices))
        return f"one of {', '.join(first)} or {last}" if first else f"one of {last}"
    if others := _forms(form):
        return "; or ".join(_words(other, definitions) for other in others)
    if "const" in form:
        return f"the word {form['const']}"
    if form.get("type") == "array":
        return _list(form, definitions)
    if form.get("type") in ("integer", "number"):
        kind = "a whole number" if form["type"] == "integer" else "a number"
        return f"{kind}{_limits(form.get('minimum'), form.get('maximum'))}"
    if form["type"] == "string":
        return str(form.get("patternErrorMessage", "text"))
    return {"boolean": "true or false"}[str(form["type"])]


def _list(form: Schema, definitions: Mapping[str, Schema]) -> str:
    if "prefixItems" in form:
        return f"a list of {len(cast('list[Json]', form['prefixItems']))} numbers"
    fewest, most = form.get("minItems", 0), form.get("maxItems")
    each = _words(cast("Schema", form["items"]), definitions)
    return f"a list{_size(fewest, most)}{', each ' + each[0].lower() + each[1:] if each else ''}"


def _size(fewest: Json, most: Json) -> str:
    if fewest and most:
        return f" with {fewest} to {_entries(most)}"
    return f" with at least {_entries(fewest)}" if fewest else f" with at most {_entries(most)}" if most else ""


def _entries(count: Json) -> str:
    return plural(cast("int", count), "entry", "entries")


def _limits(least: Json, most: Json) -> str:
    if most is not None:
        return f" from {least} to {most}"
    return "" if least is None else f", at least {least}"


def _forms(form: Schema) -> list[Schema]:
    return cast("list[Schema]", form.get("anyOf", []))

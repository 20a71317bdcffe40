"""Models to JSON Schemas (draft 2020-12), by which editors complete and check data files. Writes no file.

A schema refuses nothing that loading accepts. Loading refuses more: what is said of other entries, of poses and sums.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias, cast

from pydantic import TypeAdapter

from guide.model import Guide
from guide.model.entry import Id, Name, Text
from guide.model.kinds import REFERENCES, Kind
from guide.model.vocabulary import Doi

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Schema: TypeAlias = "dict[str, Json]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHARED: Mapping[str, Schema] = {
    name: TypeAdapter(form).json_schema() for name, form in (("Text", Text), ("Name", Name), ("Id", Id), ("Doi", Doi))
}
"""Forms that many fields have, each written once."""
_FORM = ("type", "maxLength", "pattern", "patternErrorMessage")


def schema(kind: Kind, known: Mapping[str, Collection[str]] | None = None) -> Schema:
    """What a file of this kind holds; ids that are `known`, by what they are ids of, are suggested but not demanded."""
    model = cast("Schema", kind.model.model_json_schema())
    definitions = {**_SHARED, **_object(model.pop("$defs", {})), kind.model.__name__: model}
    simple = {name: _simplify(definition, top=True) for name, definition in definitions.items()}
    _suggest(simple, known or {})
    root: Schema = {"$ref": f"#/$defs/{kind.model.__name__}"}
    if kind.is_list:
        root = {"type": "array", "items": root}
    title = f"{kind.name[0].upper()}{kind.name[1:]}: data/{kind.place}"
    used = _names_referred_to(root, simple)
    return {"$schema": DIALECT, "title": title, **root, "$defs": {name: simple[name] for name in sorted(used)}}


def known_ids(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """The ids of everything that data refers to, by what they are ids of."""
    return {kind: guide.ids(kind) for kind in REFERENCES.values()}


def schema_text(document: Schema) -> str:
    """The file that editors read."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def fields_of(kind: Kind) -> Mapping[str, Schema]:
    """The definitions that a kind is made of, without suggestions."""
    return {name: _object(each) for name, each in _object(schema(kind)["$defs"]).items()}


def _simplify(value: Json, *, top: bool = False) -> Json:
    """Without titles and defaults that say nothing, and with shared forms referred to."""
    if isinstance(value, list):
        return [_simplify(part) for part in value]
    if not isinstance(value, dict):
        return value
    kept = {key: each for key, each in value.items() if not _says_nothing(key, each)}
    if not top:
        kept = _referring(kept)
    return {key: _properties(each) if key == "properties" else _simplify(each) for key, each in kept.items()}


def _properties(value: Json) -> Json:
    return {name: _simplify(each) for name, each in _object(value).items()}


def _says_nothing(key: str, value: Json) -> bool:
    return (key == "title" and isinstance(value, str)) or (
        key == "default" and (value is None or value == [] or isinstance(value, dict))
    )


def _referring(value: Schema) -> Schema:
    """A value whose form is shared, as a reference with what is its own."""
    for name, form in _SHARED.items():
        if all(value.get(key) == form.get(key) for key in _FORM):
            own = {key: each for key, each in value.items() if key not in _FORM and each != form.get(key)}
            return {"$ref": f"#/$defs/{name}", **own}
    return value


def _suggest(definitions: Mapping[str, Json], known: Mapping[str, Collection[str]]) -> None:
    for (model, field), kind in REFERENCES.items():
        properties = _object(_object(definitions.get(model.__name__, {})).get("properties", {}))
        if known.get(kind) and field in properties:
            for place in _parts(properties[field]):
                if place.get("$ref") == "#/$defs/Id":
                    place["examples"] = list(known[kind])


def _names_referred_to(root: Json, definitions: Mapping[str, Json]) -> set[str]:
    """Names of the definitions that a value refers to, directly or not."""
    found: set[str] = set()
    waiting = [root]
    while waiting:
        names = {str(part["$ref"]).removeprefix("#/$defs/") for part in _parts(waiting.pop()) if "$ref" in part}
        waiting += [definitions[name] for name in names - found]
        found |= names
    return found


def _parts(value: Json) -> Iterator[Schema]:
    """The value and all inside it, as far as they have parts themselves."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _parts(part)


def _object(value: Json) -> Schema:
    assert isinstance(value, dict), "a part of a schema that has parts itself"
    return value

"""Every field of every kind of data file in words: what it means, whether it must be there, what it may hold.

What a field may hold is read from the schema, so that editors and people are told the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from guide.authoring.allowed_values import allowed_values, without_null
from guide.authoring.examples import Lines, Place, plain, typical
from guide.authoring.json_schema import Schema, fields_of
from guide.formatting.yaml_text import in_line
from guide.model import Guide
from guide.model.entry import Entry
from guide.model.kinds import KINDS, REFERENCES, Kind, home
from guide.problems.explain import model_within


@dataclass(frozen=True)
class Field:
    """One field."""

    model: type[Entry]
    name: str
    meaning: str
    """A sentence or two."""
    required: bool
    default: str
    """What counts where it is left out; empty where that goes without saying."""
    allowed: str
    """A sentence; empty where `part` says it all."""
    part: type[Entry] | None
    """What it holds, or a list of it, where that has fields of its own."""
    is_list: bool
    fewest: int
    """How many entries a list needs at least."""
    refers_to: str
    """Of which kind the ids are that it holds."""
    example: Lines

    @property
    def anchor(self) -> str:
        return self.model.reference(self.name)


@dataclass(frozen=True)
class Part:
    """An entry, or something inside one, that has fields."""

    model: type[Entry]
    meaning: str
    fields: tuple[Field, ...]
    inside: tuple[Field, ...] = ()
    """The fields that hold it; none for an entry."""

    @property
    def anchor(self) -> str:
        """`muscles-worked`."""
        return anchor(self.model)


@dataclass(frozen=True)
class Section:
    """A kind of file with all its parts, each after what holds it."""

    kind: Kind
    parts: tuple[Part, ...]


def reference(guide: Guide) -> tuple[Section, ...]:
    """Every kind; a part stands where it first occurs. Examples are taken from the guide."""
    entries = (*guide.exercises.values(), *guide.routines.values(), *guide.muscles.values(), *guide.equipment.values())
    lists = (
        *guide.people.values(),
        *guide.patterns.values(),
        *guide.tests.values(),
        *guide.gates.values(),
        *guide.sources.values(),
    )
    others = (*lists, guide.safety, guide.progression, *guide.synonyms, *guide.redirects, guide.released)
    examples, seen = typical((*entries, *others)), set[type[Entry]]()
    found = [Section(kind, tuple(_parts(kind, examples, seen))) for kind in KINDS]
    fields = [field for section in found for part in section.parts for field in part.fields]
    return tuple(replace(section, parts=tuple(_locate(part, fields) for part in section.parts)) for section in found)


def parts_of(kind: Kind, entries: Iterable[Entry]) -> Mapping[type[Entry], Part]:
    """All parts of one kind by their models, with examples from the entries."""
    return {part.model: part for part in _parts(kind, typical(entries), set())}


def anchor(model: type[Entry]) -> str:
    """Where the reference explains a part: `muscles-worked`."""
    return model.reference("").rstrip("-")


def title(model: type[Entry]) -> str:
    """Muscles worked."""
    return anchor(model).replace("-", " ").capitalize()


def _locate(part: Part, fields: Iterable[Field]) -> Part:
    return replace(part, inside=tuple(entry_field for entry_field in fields if entry_field.part is part.model))


def _parts(kind: Kind, examples: Mapping[Place, Lines], seen: set[type[Entry]]) -> Iterator[Part]:
    definitions, waiting = fields_of(kind), [kind.model]
    while waiting:
        model = waiting.pop(0)
        if model not in seen:
            seen.add(model)
            meaning = str(definitions[model.__name__]["description"])
            part = Part(model, meaning, tuple(_fields(model, definitions, examples)))
            yield part
            waiting = [entry_field.part for entry_field in part.fields if entry_field.part] + waiting


def _fields(model: type[Entry], definitions: Mapping[str, Schema], examples: Mapping[Place, Lines]) -> Iterator[Field]:
    definition = definitions[model.__name__]
    properties = cast("dict[str, Schema]", definition["properties"])
    required = cast("list[str]", definition.get("required", []))
    for name, form in properties.items():
        refers_to = REFERENCES.get((model, name), "")
        ids: dict[str, Schema] = {"Id": {"description": f"An id from {home(refers_to)}"}} if refers_to else {}
        part = model_within(model.model_fields[name].annotation)
        yield Field(
            model=model,
            name=name,
            meaning=str(form["description"]),
            required=name in required,
            default=in_line(plain(form["default"])) if "default" in form else "",
            allowed=allowed_values(form, {**definitions, **ids}),
            part=part if part and "properties" in definitions[part.__name__] else None,
            is_list=without_null(form).get("type") == "array",
            fewest=cast("int", without_null(form).get("minItems", 0)),
            refers_to=refers_to,
            example=examples.get((model, name), ()),
        )

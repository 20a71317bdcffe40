"""How each model is laid out: the order of its fields, and which lists and mappings stand in one line. Writes nothing.

Sentences stand on lines of their own, because then a change to one is a change of one line; lists of ids and names,
and mappings of single words and numbers, stand in one line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from guide.model import Released
from guide.model.entry import LONGEST_TEXT
from guide.model.kinds import kind_of

_LINE_BY_LINE = (Released,)
"""Their lists have an id a line, so that two changes that add one do not meet in a line."""


@dataclass(frozen=True)
class Form:
    """How a value is laid out."""

    in_line: bool | None = False
    """Whether a list or a mapping stands in one line where it is short; None where its values decide."""
    fields: Mapping[str, Form] = field(default_factory=dict)
    """The fields of a mapping in order."""
    item: Form | None = None
    """The entries of a list."""
    is_sentence: bool = False
    is_number: bool = False

    def of(self, key: str) -> Form:
        """The form of a field; of one that the model does not know, whatever fits."""
        return self.fields.get(key, ANY)

    @property
    def of_item(self) -> Form:
        """The form of an entry."""
        return self.item or ANY


ANY = Form(in_line=None)


def form_of(path: str) -> Form:
    """The form of the data file that has this path inside the data folder."""
    kind = kind_of(path)
    if kind is None:
        return ANY
    whole = Form(fields=fields_of(kind.model))
    return Form(item=whole) if kind.is_list else whole


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Form]:
    """The forms of a model's fields."""
    found = {name: _form(info.annotation, *info.metadata) for name, info in model.model_fields.items()}
    if model in _LINE_BY_LINE:
        return {name: Form(item=form.item) for name, form in found.items()}
    return found


def _form(annotation: object, *metadata: object) -> Form:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _form(inner, *more, *metadata)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = fields_of(annotation)
        return Form(in_line=all(map(_is_small, fields.values())), fields=fields)
    if get_origin(annotation) is tuple:
        item = _form(get_args(annotation)[0])
        return Form(in_line=not (item.is_sentence or item.fields), item=item)
    kinds = [kind for kind in get_args(annotation) if isinstance(kind, type) or get_origin(kind)]
    if choices := [kind for kind in kinds if kind is not type(None)]:
        return _form(*choices)
    limits = (limit.max_length for limit in metadata if isinstance(limit, StringConstraints))
    return Form(is_sentence=LONGEST_TEXT in limits, is_number=annotation in (int, float))


def _is_small(form: Form) -> bool:
    """A word or a number, or a list of numbers."""
    return not form.fields and not form.is_sentence and (form.item is None or form.item.is_number)

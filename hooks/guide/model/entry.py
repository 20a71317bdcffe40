"""What every entry is made of: the strict base model, and text that is plain sentences. No entry is defined here."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Annotated, LiteralString, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from guide.characters import UNSEEN, is_mark
from guide.model.schema_patterns import id_form, ids_form, line_form

LONGEST_NAME = 80
LONGEST_TEXT = 600
NONE = "none"
"""How nothing is written where ids could stand, so that nobody has to guess whether it was forgotten."""
MOST_ENTRIES = 40
"""Of any list inside an entry, so that no file makes a page, or a print, without end."""

_TAGS = r"<[A-Za-z/!?][^>]*>?|&#?\w+;"
_MARKS = r"\*\*|__|`|\]\(|~~"
_EMPHASIS = r"(?<!\w)[*_]\S[^*_]*[*_](?!\w)"
_LIST_MARK = r"\s*(?:#{1,6}|[-*+>]|\d+\.)\s"
_BRACES = r"\{\{|\{%|\{#"
_HTML = re.compile(_TAGS)
_MARKDOWN = re.compile(f"{_MARKS}|{_EMPHASIS}|^{_LIST_MARK}", re.MULTILINE)
_TEMPLATE = re.compile(_BRACES)
_MOST_MARKS = 4
"""Accents on one letter: more than any language writes, fewer than cover the lines above."""
_RESERVED = re.compile("index|top|con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names of another page or of a place on every page, and those that Windows keeps for devices."""
_PLAIN = rf"^(?!.*(?:{_TAGS}|{_BRACES}|{_MARKS}))(?!{_LIST_MARK})\S(?:.*\S)?$"
"""For editors, without what their regular expressions would find in more texts than ours."""
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_ADDRESS = re.compile(_ID)
_HARMLESS = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ,.;:'()/?!%-]*[A-Za-z0-9,.;:'()/?!%-])?")
"""Text in which none of what is refused can be, as nearly all texts are: looking for it took half of the time."""

_WRITTEN: dict[frozenset[str], set[str]] = {}


def refusal(kind: LiteralString, message: LiteralString, hint: str, /, **said: object) -> PydanticCustomError:
    """What a validator raises: what is wrong, with what it said, and the remedy."""
    return PydanticCustomError(kind, message, {**said, "hint": hint})


class Entry(BaseModel):
    """Base of everything in `data/`: unknown fields and look-alike types are problems, and nothing changes."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True
    )

    @model_validator(mode="after")
    def _share_what_was_written(self) -> Self:
        """Thousands of entries write the same few sets of fields; a set for each was a quarter of the memory."""
        written = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _WRITTEN.setdefault(frozenset(written), written))
        return self

    @classmethod
    def reference(cls, field: str) -> str:
        """Where the field reference explains a field: `equipment-used-required`."""
        return f"{re.sub(r'(?<!^)(?=[A-Z])', '-', cls.__name__).lower()}-{field}"


def _sentences(text: str) -> str:
    return text if _HARMLESS.fullmatch(text) else _plain(_not_blank(text))


def _plain(text: str) -> str:
    for kind, pattern in (("HTML", _HTML), ("Markdown", _MARKDOWN), ("template syntax", _TEMPLATE)):
        if found := pattern.search(text):
            message = "text must be plain sentences, but {found} is {kind}"
            raise refusal(
                "markup", message, "write the same in plain words", found=repr(found[0].strip()[:30]), kind=kind
            )
    if found := UNSEEN.search(text):
        message, hint = "text holds the invisible character U+{code}", "delete it, or write the sentence on one line"
        raise refusal("unseen_character", message, hint, code=f"{ord(found[0]):04X}")
    if marks := _most_marks(text):
        raise refusal("marks", "text holds {count} accents on one letter", f"keep at most {_MOST_MARKS}", count=marks)
    return text


def _most_marks(text: str) -> int:
    """The most marks on one letter, where they are too many."""
    if text.isascii():
        return 0
    most = max((len(list(run)) for is_mark, run in groupby(text, is_mark) if is_mark), default=0)
    return most if most > _MOST_MARKS else 0


def _not_blank(text: str) -> str:
    if not text.strip():
        raise refusal("empty_text", "text is empty", "fill it in")
    if text != text.strip():
        raise refusal("outer_space", "text begins or ends with a space", "delete the space")
    return text


Text = Annotated[
    str,
    StringConstraints(max_length=LONGEST_TEXT),
    AfterValidator(_sentences),
    WithJsonSchema(line_form("Plain sentences on one line", LONGEST_TEXT, _PLAIN)),
]
"""One or a few plain sentences: no HTML, no Markdown, printed literally."""

Name = Annotated[
    str,
    StringConstraints(max_length=LONGEST_NAME),
    AfterValidator(_sentences),
    WithJsonSchema(line_form("A few plain words", LONGEST_NAME, _PLAIN)),
]
"""A short plain name, without a full stop."""


def is_address(text: str) -> bool:
    """Whether an id may be written so."""
    return bool(_ADDRESS.fullmatch(text)) and len(text) <= LONGEST_NAME


def is_reserved(text: str) -> bool:
    """Whether an id would be taken for something else."""
    return bool(_RESERVED.fullmatch(text))


def _identifier(text: str) -> str:
    if not is_address(text):
        hint = "use small letters, digits and single hyphens, such as reverse-lunge"
        raise refusal("id_form", "{id} cannot be an address", hint, id=repr(text[:40]))
    if is_reserved(text):
        hint = "choose another word, or add one to it"
        raise refusal("id_reserved", "{id} stands for something else in addresses", hint, id=repr(text))
    return text


_ID_FORM = id_form(LONGEST_NAME, f"^{_ID}$")

Id = Annotated[str, AfterValidator(_identifier), WithJsonSchema(_ID_FORM)]
"""The name of an entry in addresses: small letters, digits, hyphens. Never changed once released."""


def _none_is_written(value: object) -> object:
    if value == NONE:
        return ()
    if value in ((), [], None):
        raise refusal("none_unwritten", "nothing is written here", "write the word none, or a list")
    return tuple(value) if isinstance(value, list) else value  # JSON has no tuples


Ids = Annotated[
    tuple[Id, ...],
    Field(max_length=MOST_ENTRIES),
    BeforeValidator(_none_is_written),
    WithJsonSchema(ids_form(_ID_FORM, MOST_ENTRIES)),
]
"""A list of ids, or the word none."""

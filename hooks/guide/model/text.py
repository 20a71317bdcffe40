"""What every entry is made of: the strict base model, and text that is plain sentences. No entry is defined here."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

LONGEST_NAME = 80
LONGEST_TEXT = 600

_HTML = re.compile(r"<[A-Za-z/!?][^>]*>?|&#?\w+;")
_MARKDOWN = re.compile(r"\*\*|__|`|\]\(|~~|(?<!\w)[*_]\S[^*_]*[*_](?!\w)|^\s*(?:#{1,6}|[-*+>]|\d+\.)\s", re.MULTILINE)
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")
# Control characters, and the bidirectional and invisible ones that make text read otherwise than it is stored.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Entry(BaseModel):
    """Base of everything in `data/`: unknown fields and look-alike types are problems, and nothing changes."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)

    @classmethod
    def reference(cls, field: str) -> str:
        """Where the field reference explains a field: `equipment-used-required`."""
        return f"{re.sub(r'(?<!^)(?=[A-Z])', '-', cls.__name__).lower()}-{field}"


def _plain(text: str) -> str:
    for kind, pattern in (("HTML", _HTML), ("Markdown", _MARKDOWN), ("template syntax", _TEMPLATE)):
        if found := pattern.search(text):
            raise PydanticCustomError(
                "markup",
                "text must be plain sentences, but {found} is {kind}",
                {"found": repr(found[0].strip()[:30]), "kind": kind, "hint": "write the same in plain words"},
            )
    if found := _UNSEEN.search(text):
        raise PydanticCustomError(
            "unseen_character",
            "text holds the invisible character U+{code}",
            {"code": f"{ord(found[0]):04X}", "hint": "delete it, or write the sentence on one line"},
        )
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty_text", "text is empty", {"hint": "write a sentence"})
    if text != text.strip():
        raise PydanticCustomError("outer_space", "text begins or ends with a space", {"hint": "delete the space"})
    return text


Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(_not_blank), AfterValidator(_plain)]
"""One or a few plain sentences: no HTML, no Markdown, printed literally."""

Name = Annotated[str, StringConstraints(max_length=LONGEST_NAME), AfterValidator(_not_blank), AfterValidator(_plain)]
"""A short plain name, without a full stop."""


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) or len(text) > LONGEST_NAME:
        hint = "use small letters, digits and single hyphens, such as reverse-lunge"
        raise PydanticCustomError("id_form", "{id} cannot be an address", {"id": repr(text[:40]), "hint": hint})
    return text


Id = Annotated[str, AfterValidator(_identifier)]
"""The name of an entry in addresses: small letters, digits, hyphens. Never changed once released."""


def _none_is_written(value: object) -> object:
    if value == "none":
        return ()
    if value == () or value is None:
        hint = "write the word none, or a list"
        raise PydanticCustomError("none_unwritten", "nothing is written here", {"hint": hint})
    return value


Ids = Annotated[tuple[Id, ...], BeforeValidator(_none_is_written)]
"""A list of ids, or the word none."""

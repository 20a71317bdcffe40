"""The issue forms by which a coach offers an exercise or tells of a mistake, made from the model. Writes no file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from guide.authoring.field_reference import Field, Part, parts_of
from guide.authoring.json_schema import Json
from guide.formatting.yaml_text import lines_of
from guide.model import Exercise
from guide.model.entry import Entry
from guide.model.kinds import KINDS
from guide.wording import words

Form: TypeAlias = "dict[str, Json]"

FOLDER = ".github/ISSUE_TEMPLATE"
_ASKED = (
    "name summary pattern level sides impact equipment feel_it_in steps cues mistakes dose easier safeguards sources"
)
ASKED = _ASKED.split()
"""What a coach can tell without seeing the data; the rest is asked for in the conversation that follows."""
SHORT = ("name", "pattern", "equipment", "dose")
"""Answered on one line."""
CAN_WAIT = ("feel_it_in", "easier", "safeguards")
"""What may be left out of the form, although not of the file."""
_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "level": tuple(map(words.level, words.LEVELS)),
    "sides": tuple(f"{side}: {words}" for side, words in words.SIDES.items()),
    "impact": tuple(f"{impact}: {words}" for impact, words in words.IMPACT.items()),
}
"""What a dropdown offers, by its field, in the words of the pages. Nothing of the data, so that no entry makes a form
stale."""
_FEW = 8
_OWN_WORDS = (
    "Write in your own words; text and pictures from elsewhere cannot be taken over. "
    "What you know from coaching is welcome and is called that."
)


def forms() -> Iterator[tuple[str, str]]:
    """Name and text of every form."""
    yield "new-exercise.yml", form_text(_new_exercise())
    yield "wrong-statement.yml", form_text(_wrong_statement())


def form_text(form: Form) -> str:
    """The file, as GitHub reads it."""
    head = "# Made by hooks/guide/authoring/issue_forms.py from the model: change it there, then run make golden.\n"
    return head + "".join(f"{line}\n" for line in lines_of(form))


def _new_exercise() -> Form:
    parts = parts_of(KINDS[0], ())
    fields = {entry_field.name: entry_field for entry_field in parts[Exercise].fields}
    return {
        "name": "A new exercise",
        "description": "Offer an exercise that the guide lacks. You need not know how its files are written.",
        "title": "New exercise: ",
        "body": [_markdown(_OWN_WORDS), *(_question(fields[name], parts) for name in ASKED)],
    }


def _question(field: Field, parts: Mapping[type[Entry], Part]) -> Form:
    options = _OPTIONS.get(field.name)
    kind = "dropdown" if options else "input" if field.name in SHORT else "textarea"
    more: Form = {"options": list(options)} if options else {}
    description = "\n".join([field.meaning, *(_inside(parts[field.part]) if field.part else ())])
    return _ask(kind, field.name, _label(field.name), description, required=field.name not in CAN_WAIT, **more)


def _inside(part: Part) -> Iterator[str]:
    """What the answer is made of; of a part with many fields only those that must be there."""
    for entry_field in part.fields:
        if entry_field.required or len(part.fields) <= _FEW:
            yield f"- {_label(entry_field.name)}: {entry_field.meaning}"


def _wrong_statement() -> Form:
    fields = parts_of(KINDS[0], ())[Exercise].fields
    parts = [_label(entry_field.name) for entry_field in fields if entry_field.name != "id"]
    which = "Of the page of an exercise. Leave it open if you are not sure."
    known = "A study, a guideline or your own coaching practice. Each is welcome, as long as it is named."
    return {
        "name": "Something is wrong or unclear",
        "description": "A page says something that is wrong, unsafe or hard to follow.",
        "body": [
            _markdown("Thank you for telling us. In a health guide one wrong word can hurt someone."),
            _ask("input", "page", "Page", "Its address. The link on the page fills this in.", required=True),
            _ask("dropdown", "part", "Part of the page", which, options=[*parts, "Something else"]),
            _ask("textarea", "says", "What does it say, or what is unclear?", required=True),
            _ask("textarea", "should", "What should it say?", "If you know, tell us in your own words."),
            _ask("textarea", "source", "Where do you know that from?", known),
            _ask("dropdown", "harm", "Could it hurt someone?", required=True, options=["No", "I am not sure", "Yes"]),
        ],
    }


def _ask(kind: str, name: str, label: str, description: str = "", *, required: bool = False, **more: Json) -> Form:
    attributes: Form = {"label": label, **({"description": description} if description else {}), **more}
    return {"type": kind, "id": name, "attributes": attributes, "validations": {"required": required}}


def _markdown(text: str) -> Form:
    return {"type": "markdown", "attributes": {"value": text}}


def _label(name: str) -> str:
    """Feel it in."""
    return name.replace("_", " ").capitalize()

"""The issue forms: fresh, and such as GitHub takes them. Its rules are those of its page on the syntax of forms.

`make golden`, or `pytest tests/authoring/test_forms.py --update-golden`, writes them anew.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from guide.authoring.issue_forms import ASKED, CAN_WAIT, FOLDER, SHORT, forms
from guide.model import Exercise
from site_build import PROJECT

Form = dict[str, Any]


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return dict(forms())


NAMES = ("new-exercise.yml", "wrong-statement.yml")


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_form_is_fresh(name: str, made: dict[str, str], pytestconfig: pytest.Config) -> None:
    path = PROJECT / FOLDER / name
    if pytestconfig.getoption("update_golden"):
        path.write_text(made[name], "utf-8")
    assert path.read_text("utf-8") == made[name], f"{FOLDER}/{name} is not what the model says: make golden"


def test_there_are_no_other_forms(made: dict[str, str]) -> None:
    assert {path.name for path in (PROJECT / FOLDER).iterdir()} == {*made, "config.yml"} == {*NAMES, "config.yml"}


@pytest.mark.parametrize("name", NAMES)
def test_github_takes_it(name: str, made: dict[str, str]) -> None:
    assert _complaints(yaml.safe_load(made[name])) == []


@pytest.mark.parametrize("change", [
    lambda form: form.pop("name"), lambda form: form.update(name="ab"), lambda form: form.update(hello="world"),
    lambda form: form.update(description=True), lambda form: form.update(body=[]),
    lambda form: form.update(body=form["body"][:1]), lambda form: form["body"][1].update(type="number"),
    lambda form: form["body"][2].update(id="page"), lambda form: form["body"][2].update(id="a b"),
    lambda form: form["body"][0].update(id="top"), lambda form: form["body"][2]["attributes"].update(label="page!"),
    lambda form: form["body"][1]["attributes"].pop("label"),
    lambda form: form["body"][1]["attributes"].update(options=["a"]),
    lambda form: form["body"][1].update(required=True),
    lambda form: form["body"][1].update(validations={"required": "yes"}),
    lambda form: form["body"][0]["attributes"].update(value=" "),
    lambda form: form["body"][2]["attributes"].update(options=[]),
    lambda form: form["body"][2]["attributes"].update(options=["a", "a"]),
    lambda form: form["body"][2]["attributes"].update(options=["a", "None"]),
    lambda form: form["body"][2]["attributes"].update(options=[True]),
])  # fmt: skip
def test_what_github_refuses_is_noticed(change: Callable[[Form], object], made: dict[str, str]) -> None:
    form = copy.deepcopy(yaml.safe_load(made["wrong-statement.yml"]))
    change(form)
    assert _complaints(form)


def test_the_form_for_an_exercise_asks_what_the_model_has(made: dict[str, str]) -> None:
    questions = yaml.safe_load(made["new-exercise.yml"])["body"][1:]
    assert [question["id"] for question in questions] == list(ASKED)
    assert {*SHORT, *CAN_WAIT} <= {*ASKED}
    for question in questions:
        meaning = Exercise.model_fields[question["id"]].description
        assert meaning
        assert question["attributes"]["description"].startswith(meaning)


def test_dropdowns_offer_every_choice(made: dict[str, str]) -> None:
    questions = yaml.safe_load(made["new-exercise.yml"])["body"]
    dropdowns = [question for question in questions if question["type"] == "dropdown"]
    offered = {question["id"]: len(question["attributes"]["options"]) for question in dropdowns}
    assert offered == {name: len(get_args(Exercise.model_fields[name].annotation)) for name in offered}
    assert offered.keys() == {"level", "sides", "impact"}


def test_the_link_on_every_page_fills_in_the_form(made: dict[str, str]) -> None:
    foot = (PROJECT / "overrides" / "partials" / "page-foot.html").read_text("utf-8")
    assert "template=wrong-statement.yml" in foot
    filled = set(re.findall(r"&amp;(\w+)=", foot)) - {"title"}
    assert filled
    assert filled <= {each.get("id") for each in yaml.safe_load(made["wrong-statement.yml"])["body"]}


_TEXT = {"type": "string", "pattern": r"\S"}
_OPTION = {**_TEXT, "not": {"pattern": "^[Nn]one$"}}
_MANY = {"type": "array", "items": _OPTION, "minItems": 1, "uniqueItems": True}
_SAID = {"label": _TEXT, "description": _TEXT}
_ATTRIBUTES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "markdown": ({"value": _TEXT}, ["value"]),
    "input": ({**_SAID, "placeholder": _TEXT, "value": _TEXT}, ["label"]),
    "textarea": ({**_SAID, "placeholder": _TEXT, "value": _TEXT, "render": _TEXT}, ["label"]),
    "dropdown": ({**_SAID, "options": _MANY, "multiple": {"type": "boolean"}}, ["label", "options"]),
}
"""What each kind of question may have and must have."""


def _closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _question(kind: str) -> dict[str, Any]:
    attributes = _closed(*_ATTRIBUTES[kind])
    rest = {
        "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
        "validations": _closed({"required": {"type": "boolean"}}, []),
    }
    return _closed(
        {"type": {"const": kind}, "attributes": attributes, **(rest if kind != "markdown" else {})},
        ["type", "attributes"],
    )


GITHUB = Draft202012Validator(
    _closed(
        {
            **dict.fromkeys(("description", "title"), _TEXT),
            "name": {**_TEXT, "minLength": 3},
            "body": {
                "type": "array",
                "items": {"oneOf": [_question(kind) for kind in _ATTRIBUTES]},
                "contains": {"properties": {"type": {"not": {"const": "markdown"}}}},
            },
        },
        ["name", "description", "body"],
    )
)


def _complaints(form: Form) -> list[str]:
    """What GitHub would say of a form: of its shape, and of what two questions may not share."""
    asked = [question for question in form.get("body", []) if question["type"] != "markdown"]
    found = [error.message for error in GITHUB.iter_errors(form)]
    for shared in ([question["id"] for question in asked], [_like(question) for question in asked]):
        found += [f"{value!r} is taken" for value, times in Counter(shared).items() if times > 1]
    return found


def _like(question: Form) -> str:
    """Labels that differ in signs only are alike to GitHub."""
    return re.sub(r"[^a-z0-9]+", "-", question["attributes"].get("label", "").lower()).strip("-")

"""The issue forms: fresh, and such as GitHub takes them. Its rules are those of its page on the syntax of forms.

`make golden`, or `pytest tests/test_forms.py --update-golden`, writes them anew.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
import yaml

from guide.forms import ASKED, CAN_WAIT, FOLDER, SHORT, forms
from guide.model import Exercise
from site_build import PROJECT

TOP = {"name", "description", "body", "title", "labels", "assignees", "projects", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""What each kind of question may have."""
KEYS = ("type", "id", "attributes", "validations")
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
    assert list(_complaints(yaml.safe_load(made[name]))) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda form: form.pop("name"), "name is missing"),
        (lambda form: form.update(name="ab"), "name is too short"),
        (lambda form: form.update(hello="world"), "hello is not a key of a form"),
        (lambda form: form.update(description=True), "description must be text"),
        (lambda form: form.update(body=[]), "the form asks nothing"),
        (lambda form: form.update(body=form["body"][:1]), "the form asks nothing"),
        (lambda form: form["body"][1].update(type="number"), "1: there is no type 'number'"),
        (lambda form: form["body"][2].update(id="page"), "2: the id 'page' is taken"),
        (lambda form: form["body"][2].update(id="a b"), "2: 'a b' cannot be an id"),
        (lambda form: form["body"][0].update(id="top"), "0: markdown has no id"),
        (lambda form: form["body"][2]["attributes"].update(label="page!"), "2: the label 'page!' is taken"),
        (lambda form: form["body"][1]["attributes"].pop("label"), "1: label is missing"),
        (lambda form: form["body"][1]["attributes"].update(options=["a"]), "1: options is not for input"),
        (lambda form: form["body"][1].update(required=True), "1: required is not a key of a question"),
        (lambda form: form["body"][1].update(validations={"required": "yes"}), "1: required must be true or false"),
        (lambda form: form["body"][0]["attributes"].update(value=" "), "0: value must be text"),
        (lambda form: form["body"][2]["attributes"].update(options=[]), "2: there is nothing to choose"),
        (lambda form: form["body"][2]["attributes"].update(options=["a", "a"]), "2: an option is there twice"),
        (lambda form: form["body"][2]["attributes"].update(options=["a", "None"]), "2: None cannot be an option"),
        (lambda form: form["body"][2]["attributes"].update(options=[True]), "2: an option must be text"),
    ],
)
def test_what_github_refuses_is_noticed(change: Callable[[Form], object], complaint: str, made: dict[str, str]) -> None:
    form = copy.deepcopy(yaml.safe_load(made["wrong-statement.yml"]))
    change(form)
    assert complaint in list(_complaints(form))


def test_the_form_for_an_exercise_asks_what_the_model_has(made: dict[str, str]) -> None:
    questions = yaml.safe_load(made["new-exercise.yml"])["body"][1:]
    assert [each["id"] for each in questions] == list(ASKED)
    assert len(questions) <= 15
    assert {*ASKED} <= {*Exercise.model_fields}
    assert {*SHORT, *CAN_WAIT} <= {*ASKED}
    for each in questions:
        meaning = Exercise.model_fields[each["id"]].description
        assert meaning
        assert each["attributes"]["description"].startswith(meaning)


def test_dropdowns_offer_every_choice(made: dict[str, str]) -> None:
    questions = yaml.safe_load(made["new-exercise.yml"])["body"]
    offered = {each["id"]: len(each["attributes"]["options"]) for each in questions if each["type"] == "dropdown"}
    assert offered == {name: len(get_args(Exercise.model_fields[name].annotation)) for name in offered}
    assert offered.keys() == {"level", "sides", "impact"}


def test_the_link_on_every_page_fills_in_the_form(made: dict[str, str]) -> None:
    foot = (PROJECT / "overrides" / "partials" / "page-foot.html").read_text("utf-8")
    assert "template=wrong-statement.yml" in foot
    filled = set(re.findall(r"&amp;(\w+)=", foot)) - {"title"}
    assert filled
    assert filled <= {each.get("id") for each in yaml.safe_load(made["wrong-statement.yml"])["body"]}


def test_a_form_can_be_answered_in_the_words_of_every_part_of_a_page(made: dict[str, str]) -> None:
    part = next(each for each in yaml.safe_load(made["wrong-statement.yml"])["body"] if each.get("id") == "part")
    assert len(part["attributes"]["options"]) == len(Exercise.model_fields)


def _complaints(form: Form) -> Iterator[str]:
    """What GitHub would say of a form."""
    for key in ("name", "description", "body"):
        if key not in form:
            yield f"{key} is missing"
    yield from (f"{key} is not a key of a form" for key in form if key not in TOP)
    yield from (f"{key} must be text" for key in ("name", "description", "title") if not _is_text(form.get(key, "a")))
    if len(str(form.get("name", "long"))) < 3:
        yield "name is too short"
    questions = form.get("body", [])
    if not [each for each in questions if each["type"] != "markdown"]:
        yield "the form asks nothing"
    for index, question in enumerate(questions):
        yield from (f"{index}: {each}" for each in (*_wrong_in(question), *_taken(question, questions[:index])))


def _wrong_in(question: Form) -> Iterator[str]:
    yield from (
        f"{key} is not a key of a question"
        for key in question
        if key not in ("type", "id", "attributes", "validations")
    )
    kind, attributes = question["type"], question["attributes"]
    if kind not in ATTRIBUTES:
        yield f"there is no type {kind!r}"
        return
    yield from (f"{key} is not for {kind}" for key in attributes if key not in ATTRIBUTES[kind])
    needed = "value" if kind == "markdown" else "label"
    if needed not in attributes:
        yield f"{needed} is missing"
    yield from (
        f"{key} must be text"
        for key in attributes
        if key not in ("options", "multiple", "default") and not _is_text(attributes[key])
    )
    if kind == "markdown" and "id" in question:
        yield "markdown has no id"
    if not isinstance(question.get("validations", {}).get("required", False), bool):
        yield "required must be true or false"
    if kind == "dropdown":
        yield from _wrong_options(attributes["options"])


def _wrong_options(options: list[object]) -> Iterator[str]:
    if not options:
        yield "there is nothing to choose"
    if not all(map(_is_text, options)):
        yield "an option must be text"
    if len({*map(str, options)}) < len(options):
        yield "an option is there twice"
    if "none" in (str(each).lower() for each in options):
        yield "None cannot be an option"


def _taken(question: Form, earlier: list[Form]) -> Iterator[str]:
    if "id" in question and not re.fullmatch(r"[A-Za-z0-9_-]+", question["id"]):
        yield f"{question['id']!r} cannot be an id"
    if "id" in question and question["id"] in (each.get("id") for each in earlier):
        yield f"the id {question['id']!r} is taken"
    label = question["attributes"].get("label")
    if label and _like(label) in (_like(each["attributes"].get("label", "")) for each in earlier):
        yield f"the label {label!r} is taken"


def _like(label: str) -> str:
    """Labels that differ in signs only are alike to GitHub."""
    return re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())

"""The schemas that editors check data files with: fresh, true to what loading accepts, named by every data file.

`make golden`, or `pytest tests/authoring/test_schema.py --update-golden`, writes docs/schemas anew.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from conftest import SMALL
from guide.authoring.json_schema import known_ids, schema, schema_text
from guide.model import Guide
from guide.model.entry import Entry
from guide.model.kinds import KINDS, REFERENCES, SCHEMAS, Kind, kind_of, schema_line
from guide.reading.yaml_source import read
from reading.test_planted_problems import PROBLEMS, apply
from site_build import PROJECT

COMMITTED = PROJECT / SCHEMAS
CHECKERS = {kind.name: Draft202012Validator(schema(kind)) for kind in KINDS}
REFUSED = (
    "choice", "doi-form", "dose-no-measure", "dose-two-measures", "entry-is-text", "field-missing",
    "field-unknown-far", "field-unknown-inside", "field-unknown-near", "fields-are-list",
    "id-form", "item-no-measure", "item-two-measures", "list-is-text", "list-that-cannot-be-none",
    "list-too-short", "modification-no-equipment", "modification-two-equipments", "none-left-blank", "none-unwritten",
    "nothing-written", "number-in-quotes", "number-is-decimal", "number-is-text", "number-too-large",
    "number-too-small", "range-form", "range-is-time", "range-negative",
    "text-blank", "text-empty", "text-html", "text-html-entity", "text-is-list", "text-is-number",
    "text-markdown", "text-markdown-link", "text-markdown-list", "text-outer-space",
    "text-template", "text-too-long", "text-two-lines", "time-with-colon", "truth-value-is-word",
    "vocabulary-not-a-list",
)  # fmt: skip
"""Cases of tests/problems that a schema can express. The others are about YAML, other files, sums, poses or order."""


def _schema(kind: Kind, guide: Guide | None = None) -> Any:
    """As a reader of JSON meets it."""
    return json.loads(schema_text(schema(kind, known_ids(guide) if guide else None)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_committed_schema_is_fresh(kind: Kind, real_guide: Guide, pytestconfig: pytest.Config) -> None:
    path = COMMITTED / f"{kind.name}.json"
    if pytestconfig.getoption("update_golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(schema_text(schema(kind, known_ids(real_guide))), "utf-8")
    text = path.read_text("utf-8") if path.is_file() else "{}"
    remedy = f"{SCHEMAS}/{kind.name}.json is not what the model says: make golden"
    assert _without_suggestions(json.loads(text)) == _without_suggestions(_schema(kind)), remedy
    assert schema_text(json.loads(text)) == text, remedy


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_only_ids_that_exist_are_suggested(kind: Kind, real_guide: Guide) -> None:
    """A new id that is not suggested yet fails nothing: whoever adds it in a browser cannot run `make golden`."""
    committed = json.loads((COMMITTED / f"{kind.name}.json").read_text("utf-8"))
    suggested = set(_suggestions(committed))
    assert suggested <= {id_ for ids in known_ids(real_guide).values() for id_ in ids}
    assert bool(suggested) == any(model.__name__ in committed["$defs"] for model, _ in REFERENCES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_one(kind: Kind, real_guide: Guide) -> None:
    document = _schema(kind, real_guide)
    Draft202012Validator.check_schema(document)
    assert {path.name for path in COMMITTED.iterdir()} == {f"{known_kind.name}.json" for known_kind in KINDS}
    references = {each.removeprefix("#/$defs/") for each in _values(document, "$ref")}
    assert references == {*document["$defs"]}, "every part is there, and none that nothing refers to"
    for name, definition in document["$defs"].items():
        assert definition["description"], name
        assert definition.get("additionalProperties", False) is False, name
        for field, value in definition.get("properties", {}).items():
            assert value["description"], (name, field)


@pytest.mark.parametrize("folder", [PROJECT / "data", SMALL], ids=["data", "small"])
def test_every_data_file_is_accepted(folder: Path) -> None:
    files = {path: _checker(path, folder) for path in sorted(folder.rglob("*.yml"))}
    assert len(files) > len(KINDS)
    for path, checker in files.items():
        assert [error.message for error in checker.iter_errors(_value(path))] == [], path


@pytest.mark.parametrize("case", REFUSED)
def test_a_broken_case_is_refused(case: str, data: Path) -> None:
    apply(PROBLEMS / case, data)
    files = [path for path in sorted(data.rglob("*.yml")) if kind_of(path.relative_to(data).as_posix())]
    assert any(not _checker(path, data).is_valid(_value(path)) for path in files)


def test_every_field_that_holds_ids_of_others_is_known() -> None:
    """So that the schemas and the field reference can say which ids there are."""
    found = {
        (name, field)
        for kind in KINDS
        for name, definition in _schema(kind)["$defs"].items()
        for field, value in definition.get("properties", {}).items()
        if "#/$defs/Id" in _values(value, "$ref") and name != "Released" and field != "id"
    }
    assert found == {(model.__name__, field) for model, field in REFERENCES}


def test_no_schema_for_what_nothing_reads() -> None:
    for path in ("squat.yml", "exercises/squat.yaml", "exercises/a/b.yml", "exercises.yml", ""):
        with pytest.raises(LookupError):
            schema_line(path)


ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        None, True, False, 0, 1, 2, 4, 61, -1, 3601, 10**15, 0.5, 2.0, -200.0, "", " ", "none", "8-15", "15-8",
        "8 – 15", "90", "9999", "1:30", "a", "A b", " a", "a ", "a\nb", "a--b", "squat", "high", "each", "side",
        "right", "<b>", "a < b", "a & b", "R&D; x", "é*x*", "*x*", "2 * 3 * 4", "{{ a }}", "1. a", "10.1/a b",
        "10.1000/182", "10./", "a" * 81, "a" * 601, "\u00a0a", "a\u200b", "a\u00a0b", "٣. a", [], {}, [None],
        ["none"], ["a", "b"], [1, 2.5], [[]], {"a": 1}, {"low": 1, "high": 2}, {"text": "a"},
        {"kind": "wall", "edge": 0, "height": 1},
    ]
)  # fmt: skip


@settings(max_examples=600, deadline=None, derandomize=True, database=None)
@given(choice=st.data())
def test_a_schema_refuses_nothing_that_loading_accepts(choice: st.DataObject) -> None:
    kind, original = choice.draw(st.sampled_from(ENTRIES))
    value = json.loads(json.dumps(original))
    for _ in range(choice.draw(st.integers(1, 2))):
        parent, key = choice.draw(st.sampled_from(_places(value)))
        if choice.draw(st.booleans()):
            parent[key] = copy.deepcopy(choice.draw(ODD))
        else:
            del parent[key]
    if _loads(kind.model, value):
        errors = CHECKERS[kind.name].iter_errors([value] if kind.is_list else value)
        assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_the_property_can_fail() -> None:
    """A schema that refuses what loading accepts is noticed on the data as it is."""
    strict = _schema(KINDS[0])
    strict["$defs"]["Exercise"]["required"].append("note")
    exercises = [value for kind, value in ENTRIES if kind == KINDS[0]]
    assert not all(Draft202012Validator(strict).is_valid(exercise) for exercise in exercises)


def _loads(model: type[Entry], value: Any) -> bool:
    try:
        model.model_validate(_as_read(value))
    except ValidationError:
        return False
    return True


def _as_read(value: Any) -> object:
    """As guide.source reads it: lists are tuples."""
    if isinstance(value, list):
        return tuple(map(_as_read, value))
    return {key: _as_read(each) for key, each in value.items()} if isinstance(value, dict) else value


def _value(path: Path) -> Any:
    node, problems = read(path.read_bytes(), path.name)
    assert node is not None, problems
    return json.loads(json.dumps(node.value))


def _entries() -> Iterator[tuple[Kind, Any]]:
    for folder in (SMALL, PROJECT / "data"):
        for path in sorted(folder.rglob("*.yml")):
            kind, value = kind_of(path.relative_to(folder).as_posix()), _value(path)
            assert kind, path
            yield from ((kind, each) for each in (value if isinstance(value, list) else [value]))


ENTRIES = list(_entries())


def _checker(path: Path, folder: Path) -> Draft202012Validator:
    kind = kind_of(path.relative_to(folder).as_posix())
    assert kind, f"{path} is of no kind"
    return CHECKERS[kind.name]


def _places(value: Any) -> list[tuple[Any, str | int]]:
    """Every place below a value, as what holds it and where in that."""
    steps: list[Any] | range = (
        list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    )
    here = [(value, step) for step in steps]
    return here + [place for step in steps for place in _places(value[step])]


def _values(value: Any, key: str) -> list[str]:
    """What stands under a key anywhere inside."""
    if isinstance(value, list):
        return [found for part in value for found in _values(part, key)]
    if not isinstance(value, dict):
        return []
    here = [value[key]] if isinstance(value.get(key), str) else []
    return here + [found for part in value.values() for found in _values(part, key)]


def _suggestions(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _suggestions(part)
    elif isinstance(value, dict):
        if value.get("$ref") == "#/$defs/Id":
            yield from value.get("examples", [])
        for part in value.values():
            yield from _suggestions(part)


def _without_suggestions(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_suggestions(part) for part in value]
    if not isinstance(value, dict):
        return value
    suggested = value.get("$ref") == "#/$defs/Id"
    return {key: _without_suggestions(each) for key, each in value.items() if not (suggested and key == "examples")}

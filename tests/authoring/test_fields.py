"""The field reference: every field of every model has its place on the page, with words and an example that hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from guide.authoring.allowed_values import allowed_values
from guide.authoring.contributing_page import page
from guide.authoring.examples import lines_of_field, typical
from guide.authoring.field_reference import Field, parts_of, reference
from guide.formatting import lay_out
from guide.model import Guide
from guide.model.dose import Dose
from guide.model.entry import Entry
from guide.model.exercise import EquipmentUsed, Exercise, Modification
from guide.model.kinds import KINDS
from guide.model.progression import Rule, TellingRule
from guide.model.quantity import Range, Scalar
from guide.model.scene import Prop
from guide.reading.yaml_source import read
from site_build import Site

ADDRESS = "fields/"


def _models() -> Iterator[type[Entry]]:
    """Every model that a data file is written for, by way of the classes themselves."""
    waiting = list(Entry.__subclasses__())
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        is_base = issubclass(model, Scalar) or model in (Rule, TellingRule)
        if not is_base and model.__module__.startswith("guide.model"):
            yield model


def test_every_field_of_every_model_has_its_place(site: Site) -> None:
    """Ranges and bounds are written as text, so they have no fields to write; what rules share stands with each."""
    expected = {model.reference(field) for model in _models() for field in model.model_fields}
    ids = site.pages[ADDRESS].ids
    assert expected <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_contents_beside_the_page_list_the_kinds(site: Site) -> None:
    text = (site.folder / ADDRESS / "index.html").read_text("utf-8")
    toc = text[text.index('<nav class="md-nav md-nav--secondary"') :]
    assert [f'href="#{section_anchor}"' in toc for section_anchor in ("exercise", "routine", "safety")] == [True] * 3


def test_search_does_not_drown_in_fields(site: Site) -> None:
    index = (site.folder / "search" / "search_index.json").read_text("utf-8")
    assert '"fields/"' in index
    assert "fields/#exercise-name" not in index
    assert "household_substitute" not in index


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_says_what_it_may_hold(kind: object, real_guide: Guide) -> None:
    section = next(each for each in reference(real_guide) if each.kind == kind)
    for part in section.parts:
        assert part.meaning
        for field in part.fields:
            assert field.meaning.endswith("."), field.anchor
            assert field.allowed or field.part, field.anchor
            assert field.allowed != "Text.", f"{field.anchor} says nothing of its form"


def test_an_example_is_what_the_field_may_hold(real_guide: Guide) -> None:
    """Read as a file would be, and given to the model."""
    fields = [field for section in reference(real_guide) for part in section.parts for field in part.fields]
    assert any(field.example for field in fields)
    for field in filter(lambda field: field.example, fields):
        assert _complaints(field) == [], field.anchor


def test_a_wrong_example_is_noticed(real_guide: Guide) -> None:
    fields = parts_of(KINDS[0], real_guide.exercises.values())[Exercise].fields
    field = next(field for field in fields if field.name == "level")
    assert _complaints(field) == []
    assert _complaints(Field(**{**vars(field), "example": ("level: 4",)})) != []


def _complaints(field: Field) -> list[str]:
    """What the model says of the example, beside that other fields are missing and that lists are cut short."""
    node, problems = read("\n".join(field.example).encode(), "example")
    if node is None:
        return list(map(str, problems))
    try:
        field.model.model_validate(node.value)
    except ValidationError as error:
        allowed_types = (
            "missing",
            "one_measure",
            "one_equipment",
            "too_short",
            "load_choice",
            "load_amount",
            "contact_side",
            "rule_bound",
            "angle_side",
        )
        return [str(each) for each in error.errors() if each["type"] not in allowed_types]
    return []


@pytest.mark.parametrize(("model", "field", "words"), [
    (Exercise, "name", "A few plain words, at most 80 characters."), (Exercise, "level", "One of 1, 2 or 3."),
    (Exercise, "steps", "A list with 2 to 40 entries."), (Exercise, "muscles", ""),
    (Exercise, "note", "Plain sentences on one line, at most 600 characters."),
    (Exercise, "pattern", "An id from data/patterns.yml."),
    (Modification, "is_exercise", "An id from data/exercises/."),
    (EquipmentUsed, "helpful", "The word none; or a list with 1 to 40 entries, each an id from data/equipment.yml."),
    (Dose, "sets", "A whole number such as `60`, or a range such as `8-15`."),
    (Prop, "length", "A number from 0.02 to 2."),
])  # fmt: skip
def test_what_a_field_may_hold_in_words(model: type[Entry], field: str, words: str) -> None:
    found = {entry_field.name: entry_field for entry_field in parts_of(KINDS[0], ())[model].fields}
    assert found[field].allowed == words


def test_a_form_that_has_no_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        allowed_values({"type": "object"}, {})


def test_an_example_is_in_the_common_layout(real_guide: Guide) -> None:
    exercise = real_guide.exercises["squat"]
    for name in ("name", "other_names", "summary", "muscles", "dose", "tempo", "cues"):
        lines = lines_of_field((Exercise, name), getattr(exercise, name))
        text = lay_out("\n".join(lines).encode(), "data/exercises/example.yml")
        assert isinstance(text, str)
        assert tuple(text.splitlines()[1:]) == lines


def test_numbers_in_examples_are_as_a_file_has_them() -> None:
    assert lines_of_field((Dose, "sets"), Range.model_validate(2)) == ("sets: 2",)
    assert lines_of_field((Dose, "sets"), Range.model_validate("2-3")) == ("sets: 2-3",)
    assert lines_of_field((Prop, "length"), 1.0) == ("length: 1",)


def test_what_nothing_uses_has_no_example() -> None:
    assert typical(()) == {}


def test_links_in_the_page_about_contributing_work_on_the_site_and_in_the_repository() -> None:
    text = page(
        "[a](docs/fields.md) [b](docs/fields.md#exercise) [c](README.md) [d](data/exercises) [e](#words)\n"
        "[f](https://example.org) [g](../../issues/new?template=new-exercise.yml) [h](mailto:a@example.org)",
        "https://host.example/legs/",
    )
    assert text.partition("\n\n")[2].split() == [
        "[a](fields.md)", "[b](fields.md#exercise)", "[c](https://host.example/legs/blob/main/README.md)",
        "[d](https://host.example/legs/blob/main/data/exercises)", "[e](#words)", "[f](https://example.org)",
        "[g](https://host.example/legs/issues/new?template=new-exercise.yml)", "[h](mailto:a@example.org)",
    ]  # fmt: skip


def test_the_page_about_contributing_shows_the_blank_files_and_is_edited_at_its_source(site: Site) -> None:
    text = (site.folder / "contributing" / "index.html").read_text("utf-8")
    assert text.count('<details class="guide-blank"') == 2
    assert "id: my-exercise" in text
    assert "id: my-routine" in text
    assert f"{site.repository}/edit/main/CONTRIBUTING.md" in text

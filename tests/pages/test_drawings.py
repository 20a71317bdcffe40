"""Who and which muscles are drawn comes from the data alone."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from addition import EXERCISES, MUSCLE, PERSON, add_content
from guide.figure import subject_of
from guide.model import Exercise, Guide
from guide.pages import finder
from guide.pages.drawings import Drawings
from guide.pages.outputs import outputs
from guide.reading.load import load
from site_build import PROJECT


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The real guide with a muscle and a person more, and an exercise that has both."""
    data = tmp_path_factory.mktemp("added") / "data"
    shutil.copytree(PROJECT / "data", data)
    add_content(data)
    guide = load(data)
    assert isinstance(guide, Guide), guide
    return guide


def test_a_new_muscle_is_drawn_mapped_and_offered_by_the_finder(added: Guide) -> None:
    exercise, draw = added.exercises[EXERCISES[0]], Drawings(added)
    assert _frames(draw, exercise) != _frames(Drawings(_undrawn(added)), exercise)
    assert 'class="p"' in draw.body_map([MUSCLE["id"]], [], "Map")
    assert f'data-muscle="{MUSCLE["id"]}"' in draw.touch_map(finder.muscles(added))
    assert MUSCLE["id"] in finder.exercise_facts(added, exercise)


def test_a_muscle_without_a_place_has_no_map(added: Guide) -> None:
    draw = Drawings(_undrawn(added))
    assert draw.body_map([MUSCLE["id"]], [], "Map") == ""
    assert MUSCLE["id"] not in draw.touch_map(finder.muscles(_undrawn(added)))


def test_a_new_person_is_drawn_in_the_exercise_that_names_them(added: Guide) -> None:
    exercise = added.exercises[EXERCISES[0]]
    assert subject_of(added, exercise).person.id == PERSON["id"]
    nobody = exercise.model_copy(update={"figure": exercise.figure.model_copy(update={"person": None})})
    assert subject_of(added, nobody).person == next(iter(added.people.values()))


def test_what_is_kept_of_a_drawing_is_drawn_again_for_other_looks(added: Guide) -> None:
    exercise = added.exercises[EXERCISES[0]]
    first = subject_of(added, exercise).made_from
    person = added.people[PERSON["id"]]
    older = replace(added, people={**added.people, person.id: person.model_copy(update={"hair_colour": "grey"})})
    renamed = replace(added, people={**added.people, person.id: person.model_copy(update={"name": "Another name"})})
    assert subject_of(older, exercise).made_from != first
    assert subject_of(_undrawn(added), exercise).made_from != first
    assert subject_of(renamed, exercise).made_from == first


def test_a_muscle_that_no_exercise_trains_says_so(added: Guide) -> None:
    muscle = added.muscles[MUSCLE["id"]].model_copy(update={"id": "idle", "name": "Idle", "plain_name": "idle"})
    guide = replace(added, muscles={**added.muscles, "idle": muscle})
    page = next(output for output in outputs(guide) if output.address == "muscles/idle/")
    assert "No exercise of this guide trains it yet." in page.body
    other = next(output for output in outputs(guide) if output.address == f"muscles/{MUSCLE['id']}/")
    assert "No exercise of this guide trains it yet." not in other.body
    assert muscle not in finder.muscles(guide)


def _frames(draw: Drawings, exercise: Exercise) -> list[str]:
    """Every key frame in every view: a muscle need not be seen in each."""
    numbers = range(1, len(exercise.figure.frames) + 1)
    return [draw.frame(exercise, number, view) for view in exercise.figure.views for number in numbers]


def _undrawn(guide: Guide) -> Guide:
    """The same without the place of the new muscle."""
    muscle = guide.muscles[MUSCLE["id"]].model_copy(update={"drawn": ()})
    return replace(guide, muscles={**guide.muscles, muscle.id: muscle})

"""What PDF/UA-1 asks of a handout, read with a library that did not write it."""

from __future__ import annotations

from itertools import groupby, pairwise

import pikepdf
import pytest

from guide.handouts import booklet_document, exercise_document, key_frames, sheet_document
from guide.model import Exercise, Guide, Routine, Stage
from guide.printing import render
from guide.settings import Edition
from guide.wording import stage_words
from handout_pdf import Handout

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/guide/", 1_790_000_000)
HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}


@pytest.fixture(scope="module")
def handouts(real_guide: Guide) -> dict[str, Handout]:
    pictures = key_frames(real_guide)
    exercise, routine, stage = _examples(real_guide)
    title = stage_words.title(routine, stage)
    documents = {
        title: sheet_document(real_guide, routine, stage, EDITION, pictures=pictures),
        exercise.name: exercise_document(real_guide, exercise, EDITION, pictures=pictures),
        EDITION.guide: booklet_document(real_guide, EDITION, pictures=pictures),
    }
    return {title: Handout(render(document)) for title, document in documents.items()}


def _examples(guide: Guide) -> tuple[Exercise, Routine, Stage]:
    """An exercise, and the stage with the most items."""
    stages = [(routine, stage) for routine in guide.routines.values() for stage in routine.stages]
    return next(iter(guide.exercises.values())), *max(stages, key=lambda both: len(both[1].items))


def test_they_say_that_they_are_accessible(handouts: dict[str, Handout]) -> None:
    for handout in handouts.values():
        with handout.open() as document, document.open_metadata() as metadata:
            assert document.Root.MarkInfo.Marked
            assert metadata["pdfuaid:part"] == "1"


def test_they_have_language_title_and_properties(handouts: dict[str, Handout]) -> None:
    for title, each in handouts.items():
        with each.open() as document:
            assert str(document.Root.Lang) == "en"
            assert document.Root.ViewerPreferences.DisplayDocTitle
            assert str(document.docinfo["/Title"]) == title
            assert str(document.docinfo["/Author"]) == EDITION.guide
            assert "running" in str(document.docinfo["/Keywords"])


def test_every_figure_is_put_into_words(handouts: dict[str, Handout]) -> None:
    for handout in handouts.values():
        figures = [tag for tag in handout.tags() if tag.kind == "Figure"]
        assert len(figures) > 1
        assert [tag for tag in figures if len(tag.alt) < 10] == []


def test_headings_descend_one_level_at_a_time(handouts: dict[str, Handout]) -> None:
    for handout in handouts.values():
        levels = [HEADINGS[tag.kind] for tag in handout.tags() if tag.kind in HEADINGS]
        assert levels[0] == 1
        assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []


def test_a_picture_is_told_after_the_name_of_its_exercise(handouts: dict[str, Handout], real_guide: Guide) -> None:
    _, routine, stage = _examples(real_guide)
    tags = handouts[stage_words.title(routine, stage)].tags()
    kinds = [kind for kind, _ in groupby(tag.kind for tag in tags if tag.kind in ("H3", "Figure"))]
    assert kinds == ["Figure", *["H3", "Figure"] * len(stage.items)]


def test_lists_and_tables_are_tagged_as_such(handouts: dict[str, Handout], real_guide: Guide) -> None:
    exercise, routine, stage = _examples(real_guide)
    titles = (stage_words.title(routine, stage), exercise.name)
    sheet, card = ({tag.kind for tag in handouts[title].tags()} for title in titles)
    assert {"Table", "TR", "TH", "TD", "P", "H1", "H2", "H3"} <= sheet
    assert {"L", "LI", "LBody", "P", "H1", "H2"} <= card


def test_every_page_follows_the_structure_with_the_tabulator(handouts: dict[str, Handout]) -> None:
    for handout in handouts.values():
        with handout.open() as document:
            assert all(page.get("/Tabs") == pikepdf.Name.S for page in document.pages if "/Annots" in page)


def test_all_fonts_are_embedded(handouts: dict[str, Handout]) -> None:
    for handout in handouts.values():
        with handout.open() as document:
            descriptors = [font for font in document.objects if _is(font, "/FontDescriptor")]
            assert descriptors
            assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in descriptors)


def _is(thing: pikepdf.Object, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Type", "")) == kind

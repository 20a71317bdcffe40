"""Printing itself: the same bytes for the same input, one clear problem when it fails, and a cache that cannot lie."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from guide.handouts import sheet_document
from guide.model import Guide
from guide.printing import Document, PrintError, ground, render
from guide.printing.typeset import FONTS, TEMPLATES
from guide.settings import Edition
from handout_pdf import Handout

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/", 1_790_000_000)


@pytest.fixture(scope="module")
def document(real_guide: Guide) -> Document:
    routine = next(iter(real_guide.routines.values()))
    return sheet_document(real_guide, routine, routine.stages[0], EDITION)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(FONTS, tmp_path / "fonts"))


def test_the_same_input_gives_the_same_bytes(document: Document) -> None:
    assert render(document) == render(document)


def test_the_date_is_the_one_that_is_passed_in(document: Document) -> None:
    with Handout(render(document)).open() as pdf:
        assert "20260921" in str(pdf.docinfo["/CreationDate"])


def test_a_broken_template_is_one_problem_with_its_place(document: Document, templates: Path) -> None:
    common = templates / "common.typ"
    common.write_text(common.read_text("utf-8").replace("#let navy = ", "#let navy = ) "), "utf-8")
    problem = _problem(document, templates=templates)
    line = next(n for n, text in enumerate(common.read_text("utf-8").splitlines(), 1) if "#let navy" in text)
    assert problem.startswith(f"hooks/guide/handouts/templates/common.typ:{line}:")
    assert re.search("the sheet of [a-z0-9-]+, [a-z0-9-]+ cannot be printed", problem)
    assert "\n" not in problem


def test_a_template_that_asks_for_unknown_data_is_one_problem(document: Document, templates: Path) -> None:
    (templates / "handout.typ").write_text('#import "common.typ": *\n#show: setup\n#data.unheard\n', "utf-8")
    assert _problem(document, templates=templates).startswith("hooks/guide/handouts/templates/handout.typ:3:")


def test_a_missing_template_is_one_problem(document: Document, templates: Path) -> None:
    (templates / "handout.typ").unlink()
    assert "the template is missing" in _problem(document, templates=templates)


def test_a_font_that_is_missing_is_one_problem(document: Document, tmp_path: Path) -> None:
    assert "unknown font family" in _problem(document, fonts=tmp_path)


def test_a_font_that_is_damaged_is_one_problem(document: Document, fonts: Path) -> None:
    for file in fonts.iterdir():
        file.write_bytes(b"no font" * 100)
    assert "unknown font family" in _problem(document, fonts=fonts)


def test_a_letter_that_no_font_has_is_one_problem_that_names_it(document: Document) -> None:
    problem = _problem(replace(document, content={**document.content, "summary": "Knees 膝 bent"}))
    assert "膝" in problem


def test_a_damaged_drawing_is_one_problem(document: Document) -> None:
    address = document.content["address"]
    assert isinstance(address, dict)
    broken = {**document.content, "address": {**address, "qr": "<svg"}}
    assert "SVG" in _problem(replace(document, content=broken))


def test_the_ground_changes_with_templates_and_fonts(templates: Path, fonts: Path) -> None:
    common = ground(templates=templates, fonts=fonts)
    assert common == ground(), "it knows no folder"
    with (templates / "common.typ").open("a") as file:
        file.write("// changed\n")
    changed_template = ground(templates=templates, fonts=fonts)
    next(fonts.iterdir()).write_bytes(b"another")
    assert len({common, changed_template, ground(templates=templates, fonts=fonts)}) == 3


def _problem(document: Document, *, templates: Path = TEMPLATES, fonts: Path = FONTS) -> str:
    with pytest.raises(PrintError) as caught:
        render(document, templates=templates, fonts=fonts)
    assert str(caught.value) == str(caught.value.problem)
    return str(caught.value)

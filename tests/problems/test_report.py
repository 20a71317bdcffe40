"""Many problems as text, as annotations and as JSON: the first in full, the others counted."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.problems.problem import Problem
from guide.problems.report import (
    FIRST,
    FIRST_OF_A_FILE,
    LISTED,
    Report,
    as_annotations,
    as_json,
    as_text,
    of_file,
    report,
)

SITE = "https://guide.test/legs/"
LEVEL = Problem("data/a.yml", 2, 8, "level is '9'", "write 1, 2 or 3", "exercise-level", "1 to start with.")
FILE = Problem("data/b%,c:.yml", 1, 1, "nothing reads this file")
MANY = tuple(
    Problem(f"data/{number // 5:04}.yml", number % 5 + 1, 1, f"'{number}' is no {number % 30}")
    for number in range(5000)
)


def _line(path: str, number: int) -> str | None:
    return "level: 9" if (path, number) == ("data/a.yml", 2) else None


def test_a_text_shows_the_place_and_where_the_field_is_explained() -> None:
    assert as_text(Report([LEVEL, FILE], _line, SITE)).split("\n") == [
        "data/a.yml:2:8: level is '9': write 1, 2 or 3.",
        "     2 | level: 9",
        "       |        ^",
        "       https://guide.test/legs/fields/#exercise-level",
        "data/b%,c:.yml:1:1: nothing reads this file.",
        "2 problems found.",
    ]


def test_problems_are_told_once_and_sorted() -> None:
    assert report(iter([FILE, LEVEL, LEVEL]), _line, site=SITE) == as_text(Report([LEVEL, FILE], _line, SITE))


@pytest.mark.parametrize("site", ["", "https://made-up.example/"])
def test_without_a_published_site_the_field_is_explained_in_words(site: str) -> None:
    assert as_text(Report([LEVEL], site=site)).split("\n")[1] == "       level: 1 to start with."
    assert "%0Alevel: 1 to start with." in as_annotations(Report([LEVEL], site=site))
    assert json.loads(as_json(Report([LEVEL], site=site)))["problems"][0]["reference"] is None


def test_an_explanation_that_the_remedy_gives_is_not_told_twice() -> None:
    blank = Problem("data/a.yml", 2, 8, "helpful: nothing is written here", "fill it in (What helps)", "a-helpful")
    told = replace(blank, explanation="What helps; or none.\nMore.")
    assert as_text(Report([told])).split("\n") == [str(told), "1 problem found."]


DRAFT = tuple(Problem("data/draft.yml", number + 1, 1, f"field {number} is missing") for number in range(40))
OTHER = Problem("data/zebra.yml", 3, 1, "nothing is written here")


def test_a_draft_does_not_bury_the_problems_of_other_files() -> None:
    lines = as_text(Report([*DRAFT, OTHER])).split("\n")
    assert lines[: FIRST_OF_A_FILE + 2] == [*map(str, DRAFT[:FIRST_OF_A_FILE]), str(OTHER), ""]
    assert "41 problems found. 11 are shown above" in lines[FIRST_OF_A_FILE + 2]
    assert "     40  data/draft.yml" in lines


def test_the_only_file_with_problems_shows_them_all() -> None:
    assert as_text(Report(DRAFT)).split("\n") == [*map(str, DRAFT), "40 problems found."]


def test_the_report_on_one_file_counts_the_problems_of_others() -> None:
    found = of_file(Report([*DRAFT, OTHER], layout=["data/draft.yml", "data/zebra.yml"]), "data/zebra.yml")
    assert as_text(found).split("\n") == [
        str(OTHER),
        "1 problem found.",
        "Other files have 40 more: make check shows them.",
        "Note: make fix would change the layout of data/zebra.yml. That is no problem.",
    ]
    assert json.loads(as_json(found))["elsewhere"] == 40


def test_a_note_is_told_and_is_no_problem() -> None:
    note = Problem("data/muscles.yml", 1, 7, "the body has no 'neck'", "leave it so")
    assert as_text(Report([], notes=[note])) == "Note: data/muscles.yml:1:7: the body has no 'neck': leave it so."
    assert as_annotations(Report([], notes=[note])).startswith("::notice file=data/muscles.yml,line=1,col=7,title=note")
    assert json.loads(as_json(Report([], notes=[note])))["notes"] == [str(note)]


def test_annotations_are_workflow_commands_and_a_text_that_holds_none() -> None:
    first, second, notice, *text = as_annotations(Report([LEVEL, FILE], _line, SITE, ["data/c.yml"])).split("\n")
    assert first == (
        "::error file=data/a.yml,line=2,col=8,title=exercise level::level is '9': write 1, 2 or 3."
        "%0Ahttps://guide.test/legs/fields/#exercise-level"
    )
    assert second == "::error file=data/b%25%2Cc%3A.yml,line=1,col=1,title=data::nothing reads this file."
    assert notice.startswith(
        "::notice file=data/c.yml,line=1,col=1,title=layout::This file is not in the common layout"
    )
    assert "\n".join(text) == as_text(Report([LEVEL, FILE], _line, SITE, ["data/c.yml"]))


def test_json_has_the_keys_that_are_promised() -> None:
    assert json.loads(as_json(Report([LEVEL, FILE], _line, SITE, ["data/c.yml"]))) == {
        "problems": [
            {
                "path": "data/a.yml",
                "line": 2,
                "column": 8,
                "message": "level is '9'",
                "remedy": "write 1, 2 or 3",
                "kind": "level is …",
                "reference": "https://guide.test/legs/fields/#exercise-level",
                "explanation": "1 to start with.",
                "source": "level: 9",
            },
            {
                "path": "data/b%,c:.yml",
                "line": 1,
                "column": 1,
                "message": "nothing reads this file",
                "remedy": "",
                "kind": "nothing reads this file",
                "reference": None,
                "explanation": None,
                "source": None,
            },
        ],
        "count": 2,
        "shown": 2,
        "kinds": [{"kind": "level is …", "count": 1}, {"kind": "nothing reads this file", "count": 1}],
        "files": [{"path": "data/a.yml", "count": 1}, {"path": "data/b%,c:.yml", "count": 1}],
        "elsewhere": 0,
        "layout": ["data/c.yml"],
        "notes": [],
    }


def test_of_many_the_first_are_shown_and_the_others_counted() -> None:
    lines = as_text(Report(MANY)).split("\n")
    assert lines[:FIRST] == [str(each) for each in MANY[:FIRST]]
    assert lines[FIRST:] == [
        "",
        "5000 problems found. 50 are shown above; --all shows every one, make check file=… those of a file.",
        "",
        "By kind:",
        "   5000  … is no …",
        "",
        "By file, of 1000:",
        *(f"      5  data/{number:04}.yml" for number in range(LISTED)),
        "   4900  others",
    ]


def test_of_many_annotations_and_json_show_the_first_and_count_the_others() -> None:
    commands = [line for line in as_annotations(Report(MANY)).split("\n") if line.startswith("::")]
    assert len(commands) == FIRST
    document = json.loads(as_json(Report(MANY)))
    assert (document["count"], document["shown"], len(document["problems"])) == (5000, FIRST, FIRST)
    assert sum(each["count"] for each in document["files"]) == 5000
    assert len(document["files"]) == 1000


@pytest.mark.parametrize("form", [as_text, as_annotations, as_json])
def test_all_can_be_shown(form: object) -> None:
    assert callable(form)
    shown = form(Report(MANY, shown=None))
    assert all(f"'{number}' is no" in shown for number in range(5000))
    assert "--all" not in shown


def test_files_that_are_not_laid_out_are_a_note() -> None:
    paths = [f"data/{number:02}.yml" for number in range(LISTED + 5)]
    (line,) = as_text(Report([], layout=paths)).split("\n")
    assert line.startswith("Note: make fix would change the layout of data/00.yml, data/01.yml,")
    assert line.endswith("data/19.yml and others. That is no problem.")


TEXTS = st.text(st.characters(), max_size=40)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_nothing_that_the_data_holds_breaks_a_report(path: str, message: str, hint: str, line: str) -> None:
    found = Report(
        [Problem(path, 1, 1, message, hint, "dose-sets", "What it is")], lambda path, number: line, layout=[path]
    )
    json.loads(as_json(found).encode("ascii"))
    text = as_text(found)
    assert all(part.isprintable() for part in text.split("\n"))
    assert len(text.split("\n")) == 6
    commands = [part for part in as_annotations(found).split("\n") if part.startswith("::")]
    assert len(commands) >= 2
    assert "##[" not in text

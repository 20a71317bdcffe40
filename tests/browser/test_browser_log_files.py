"""The log as files, in a real browser: saved, imported, of every earlier form, hostile and broken."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from followed import Followed
from logged import (
    a_set,
    done,
    entry,
    json_file,
    old_done,
    old_entry,
    open_log,
    said,
    sessions,
    stored,
    take_in,
    text_file,
)  # fmt: skip

HEAD = (
    "id,began,minutes,session,stage,name,note,during,morning,signs,exercise,version,title,dose,asked,unit,hold,"
    "asked_left,planned,set,done,other_side,load,left,clean"
)
OLDEST = "id,began,minutes,session,name,note,exercise,title,dose,sets,short,left_out"
OLD = (
    "id,began,minutes,session,name,note,during,morning,signs,exercise,title,dose,sets,short,left_out,"
    "asked,hold,asked_left,fewest,left_over,unclean"
)
BEGAN = "2026-01-02T07:00:00.000Z"
HOSTILE = (
    "", "=1+1", "-2", "+x", "@SUM(A1)", "'=quoted", "''-twice", '"', '""a"', "a,b;c", ";", "x;=1+1", "x,'+2", "a\nb",
    "a\r\nb", "\r", "\t=tab", "ends\n", " leading", "?", "\ufeff", "<b>&amp;", "1,5",
)  # fmt: skip
EVERYTHING = (
    entry(id="all", stage="weeks-1-2", answers={"during": 0, "morning": 10, "signs": ["numbness", "swelling"]}, done=[
        done(a_set(None), a_set(8, None), a_set(None, None), a_set(0, 7, load=12.5, left=0, clean=True), planned=6),
        done(planned=2, sets=[]), done(a_set(30, load=0.25, left=5, clean=False), unit="seconds", hold=True),
        done(a_set(1), asked=0, asked_left=None), done(a_set(1), asked=0, asked_left=None),
    ]),
    entry(id="none", began="2026-01-01T07:00:00.000Z", done=[]),
)  # fmt: skip
_BACK = """async ([entries, decimalComma]) => {
  const {toCsv, toJson, fromFile} = await import(new URL("../javascripts/log/csv.js", location));
  const text = decimalComma === null ? toJson(entries) : `\\ufeff${toCsv(entries, {decimalComma})}`;
  return fromFile(text);
}"""
_NUMBERS = """() => {
  const formatted = Intl.NumberFormat;
  Intl.NumberFormat = function (_, ...options) { return new formatted("de-DE", ...options); };
}"""


@pytest.mark.parametrize("comma", [False, True, None])
def test_what_is_saved_comes_back_the_same(comma: bool | None, runner: Followed, served: str) -> None:
    texts = [
        entry(id=f"{number} {text}", name=text, note=f"{text}{other}", session=text, stage=other)
        | {"done": [done(name=other, dose=text, version=text), done(a_set(), name=text, version=other)]}
        for number, text in enumerate(HOSTILE)
        for other in (HOSTILE[number - 1],)
    ]
    runner.open(f"{served}log/")
    found = runner.page.evaluate(_BACK, [[*EVERYTHING, *texts], comma])
    assert found == {"entries": [*EVERYTHING, *texts], "problems": []}


@pytest.mark.parametrize("kind", ["CSV", "JSON"])
def test_a_saved_log_can_be_imported(kind: str, runner: Followed, served: str, tmp_path: Path) -> None:
    page = open_log(runner, served, *EVERYTHING)
    path = _save(runner, kind, tmp_path)
    before = page.locator("[data-log=whole]").inner_html()
    runner.press("Delete everything")
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    take_in(page, path)
    expect(said(page)).to_have_text("2 sessions imported.")
    assert page.locator("[data-log=whole]").inner_html() == before
    assert stored(page) == list(EVERYTHING)
    take_in(page, path)
    expect(sessions(page)).to_have_count(2)


def test_a_csv_has_a_row_a_set(runner: Followed, served: str, tmp_path: Path) -> None:
    open_log(
        runner, served, entry(note="=1+1", name="-2", done=[done(a_set(8, load=12.5), a_set(7, left=2, clean=True))])
    )
    path = _save(runner, "CSV", tmp_path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "table programmes know by it that this is UTF-8"
    text = path.read_text("utf-8-sig")
    assert text.splitlines()[0] == HEAD
    first, second = csv.DictReader(io.StringIO(text))
    assert (first["note"], first["name"]) == ("'=1+1", "'-2"), "a table programme would run it"
    assert [first[name] for name in ("exercise", "planned", "set", "done", "load", "left", "clean")] == [
        "squat", "2", "1", "8", "12.5", "", "",
    ]  # fmt: skip
    assert [second[name] for name in ("set", "done", "load", "left", "clean")] == ["2", "7", "", "2", "yes"]


def test_where_decimals_have_a_comma_a_csv_has_semicolons(runner: Followed, served: str, tmp_path: Path) -> None:
    runner.page.add_init_script(f"({_NUMBERS})()")
    page = open_log(runner, served, entry(note="a,b;c", done=[done(a_set(8, load=12.5))]))
    path = _save(runner, "CSV", tmp_path)
    (row,) = csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
    assert (row["load"], row["note"]) == ("12,5", "a,b;c")
    runner.press("Delete A, 2 January 2026")
    runner.press("Delete it")
    expect(said(page)).to_have_text("The session was deleted.")
    take_in(page, path)
    expect(sessions(page)).to_contain_text("8 repetitions, 10 asked, 12.5 kg")


@pytest.mark.parametrize(("head", "row"), [
    (OLDEST, f"1,{BEGAN},12,own,A,'=x,squat,Squat,10 repetitions,2,1,1"),
    (OLD, f"1,{BEGAN},12,own,A,'=x,,,,squat,Squat,10 repetitions,2,1,1,,,,,,"),
    (OLD.replace(",", ";"), f"1;{BEGAN};12;own;A;'=x;;;;squat;Squat;10 repetitions;2;1;1;;;;;;"),
])  # fmt: skip
def test_a_csv_of_an_earlier_page_is_taken(head: str, row: str, runner: Followed, served: str) -> None:
    runner.open(f"{served}log/")
    take_in(runner.page, text_file(f"\ufeff{head}\r\n{row}\r\n"))
    expect(said(runner.page)).to_have_text("1 session imported.")
    sets = [a_set(10), a_set(10), a_set(None)]
    assert stored(runner.page) == [entry(note="=x", done=[done(*sets, planned=4, asked=0, asked_left=None)])]


def test_answers_of_an_earlier_csv_are_taken(runner: Followed, served: str) -> None:
    runner.open(f"{served}log/")
    row = f"1,{BEGAN},12,own,A,,1,,numbness swelling,squat,Squat,10 repetitions,2,0,0,10,false,2,10,3,1"
    take_in(runner.page, text_file(f"{OLD}\r\n{row}\r\n"))
    expect(said(runner.page)).to_have_text("1 session imported.")
    assert stored(runner.page) == [
        entry(
            answers={"during": 1, "morning": None, "signs": ["numbness", "swelling"]},
            done=[done(a_set(10, clean=True), a_set(10, left=3, clean=False))],
        )
    ]


def test_a_json_file_of_the_first_version_is_taken(runner: Followed, served: str) -> None:
    runner.open(f"{served}log/")
    take_in(runner.page, json_file(old_entry(), version=1))
    expect(said(runner.page)).to_have_text("1 session imported.")
    assert stored(runner.page) == [entry(done=[done(asked=0, asked_left=None)])]


def test_a_csv_that_was_changed_by_hand_is_taken(runner: Followed, served: str) -> None:
    """Columns in another order, one more, points and commas, capitals, empty lines, the ends of lines as elsewhere."""
    names = ["mine", *reversed(HEAD.split(","))]
    values = dict(
        zip(HEAD.split(","), f"1;{BEGAN};12;own;;A;;;;;squat;;Squat;;10;repetitions;NO;2;2".split(";"), strict=False)
    )
    rows = [
        {**values, "set": "1", "done": "8", "load": "2,5", "clean": "TRUE"},
        {**values, "set": "2", "done": "9", "load": "2.5", "clean": "No"},
    ]
    lines = [";".join(names), *(";".join(row.get(name, "") for name in names) for row in rows)]
    runner.open(f"{served}log/")
    take_in(runner.page, text_file("\n".join([*lines, "", ";;;", ""])))
    expect(said(runner.page)).to_have_text("1 session imported.")
    sets = [a_set(8, load=2.5, clean=True), a_set(9, load=2.5, clean=False)]
    assert stored(runner.page) == [entry(done=[done(*sets, dose="")])]


@pytest.mark.parametrize("text", [
    "", "{", "[]", "null", '{"format": "other", "sessions": []}', "a,b\n1,2", "\x00\x01", '"', f'{HEAD[:-1]}"',
    '{"format": "leg-strength-log"}',
])  # fmt: skip
def test_what_is_no_log_is_refused(text: str, runner: Followed, served: str) -> None:
    runner.open(f"{served}log/")
    take_in(runner.page, text_file(text))
    expect(said(runner.page)).to_have_text("Nothing was imported. This is not a log that this page wrote.")
    expect(sessions(runner.page)).to_have_count(0)


def test_a_log_of_a_newer_guide_is_not_taken_in_part(runner: Followed, served: str) -> None:
    runner.open(f"{served}log/")
    take_in(runner.page, json_file(entry(), version=3))
    expect(said(runner.page)).to_contain_text("A newer version of this guide wrote this log.")
    expect(sessions(runner.page)).to_have_count(0)


@pytest.mark.parametrize("wrong", [
    {"began": "yesterday"}, {"began": None}, {"minutes": -1}, {"minutes": "ten"}, {"note": "x" * 1001}, {"note": None},
    {"id": ""}, {"done": None}, {"stage": 1}, {"answers": {"during": 11, "morning": None, "signs": []}},
    {"answers": None}, {"answers": {"during": 1, "morning": None, "signs": ["<b>"]}},
    {"done": [done(exercise="../x")]}, {"done": [done(unit="miles")]}, {"done": [done(hold=None)]},
    {"done": [done(asked=1.5)]}, {"done": [done(planned=-1)]}, {"done": [done(sets=[None])]},
    *({"done": [done(made)]} for made in (
        a_set(-1), a_set(1.5), a_set(1, 2, 3), a_set(load=-1), a_set(load="heavy"), a_set(left=6), {},
        a_set(clean="yes"),
    )),
    {"done": [old_done(sets=1.5)]}, {"done": [old_done(exercise="../x")]},
    {"done": [old_done(asked=10, hold=False, fewest=-1, left_over=2, unclean=0)]},
])  # fmt: skip
def test_a_broken_entry_is_left_out_and_the_rest_is_taken(
    wrong: dict[str, object], runner: Followed, served: str
) -> None:
    runner.open(f"{served}log/")
    take_in(runner.page, json_file(entry(), {**entry(id="2"), **wrong}))
    expect(said(runner.page)).to_contain_text("1 session imported. Session 2 was left out: ")
    expect(sessions(runner.page)).to_have_count(1)


def test_imported_text_stays_text(runner: Followed, served: str) -> None:
    evil = "<img src=x onerror=alert(1)>"
    page = open_log(runner, served)
    take_in(page, json_file(entry(note=evil, name=evil, done=[done(name=evil)])))
    expect(page.locator(".own-note")).to_have_text(evil)
    page.get_by_role("button", name="Course of").click()
    page.get_by_role("button", name="Edit").click()
    expect(page.get_by_role("dialog").get_by_role("heading")).to_contain_text(evil)
    assert page.locator("#own-log img").count() == 0


def _save(runner: Followed, kind: str, folder: Path) -> Path:
    path, page = folder / f"log.{kind.lower()}", runner.page
    with page.expect_download() as download:
        runner.press(f"Save as {kind}")
    download.value.save_as(path)
    if kind == "JSON":
        assert json.loads(path.read_text("utf-8"))["version"] == 2
    return path

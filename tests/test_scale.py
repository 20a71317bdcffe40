"""What keeps large guides fast and small: no page searches all exercises, nothing is made twice, nothing kept is stale.

Counted, never timed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import TypeVar

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from guide import downloads as printing
from guide.contents import pages
from guide.cores import AHEAD, as_they_come, in_shares, on_all_cores
from guide.downloads import MOST_IN_BOOKLET, downloads
from guide.drawings import Drawings
from guide.handout import Edition, exercise_document, key_frames, routine_document
from guide.kept import is_whole, kept
from guide.ladder_layout import families
from guide.later import Later
from guide.model import Exercise, Guide, Routine
from guide.offline import manifest
from guide.outputs import outputs
from guide.pages import renderer
from guide.printing import Document, PrintError
from guide.problem import Problem
from guide.search_index import search_entries
from guide.share import kept_pictures, pictures
from guide.sheet import sheet, sheets
from guide.site_files import SiteFiles
from site_build import PROJECT, run

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/", 1_790_000_000)
PDF = b"%PDF %%EOF\n"

_Value = TypeVar("_Value")


class Counted(dict[str, _Value]):
    """Counts how many entries have been looked through, one after the other."""

    seen = 0

    def values(self) -> Iterator[_Value]:  # type: ignore[override]
        for each in super().values():
            self.seen += 1
            yield each

    def __iter__(self) -> Iterator[str]:
        for each in super().__iter__():
            self.seen += 1
            yield each


@pytest.fixture
def fast_printing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Writes something else than PDFs; the list gets the name of every document that is made."""
    made: list[str] = []

    def print_lacking(documents: Iterable[tuple[str, Document]], folder: Path, *, most: int) -> None:
        for key, document in documents:
            made.append(f"{document.name}, {document.paper}")
            kept(folder / f"{key}.pdf", b"%%EOF", lambda: PDF)

    monkeypatch.setattr(printing, "print_lacking", print_lacking)
    return made


# Nothing quadratic


def test_a_page_does_not_search_all_exercises(small_guide: Guide) -> None:
    for template in ("exercise.html.jinja", "routine.html.jinja"):
        few, many = (_looked_through(_copies(small_guide, count), template) for count in (2, 6))
        assert few == many, template


def test_a_page_that_searches_all_exercises_is_noticed(small_guide: Guide) -> None:
    guide, counted = _counted(_copies(small_guide, 2))
    assert len(tuple(guide.exercises.values())) == counted.seen == 6


def test_all_pages_together_look_through_twice_as_many_entries_for_twice_as_many_exercises(small_guide: Guide) -> None:
    few, many = (_counted(_copies(small_guide, count)) for count in (4, 8))
    for guide, _ in (few, many):
        render = renderer(guide)
        assert all(map(render, pages(guide)))
    assert many[1].seen <= 2 * few[1].seen


def test_indexes_answer_as_a_search_would(real_guide: Guide) -> None:
    exercises = real_guide.exercises.values()
    for muscle in real_guide.muscles:
        found = real_guide.exercises_training(muscle, primarily=True)
        assert found == tuple(each for each in exercises if muscle in each.muscles.primary)
        found = real_guide.exercises_training(muscle, primarily=False)
        assert found == tuple(each for each in exercises if muscle in each.muscles.secondary)
    for name in real_guide.exercises:
        users = (each for each in real_guide.routines.values() if name in [item.exercise for item in each.items])
        assert real_guide.routines_with(name) == tuple(users)
    for source in real_guide.sources:
        entries: tuple[Exercise | Routine, ...] = (*exercises, *real_guide.routines.values())
        assert real_guide.entries_citing(source) == tuple(each for each in entries if source in each.sources)


def test_families_keep_to_themselves(real_guide: Guide) -> None:
    alone = families(real_guide)
    among_others = families(_copies(real_guide, 2))
    assert [len(each.exercises) for each in among_others] == sorted(2 * [len(each.exercises) for each in alone])[::-1]
    assert {each.rows for each in alone} <= {each.rows for each in among_others}


# Search


def test_search_is_told_what_the_plugin_would_find(real_guide: Guide) -> None:
    for output in outputs(real_guide):
        entries = search_entries(output.body, url="", title="")
        found = [(each["location"], each["title"], each["text"]) for each in entries]
        assert found == _as_the_plugin_finds(output.body), output.uri


@pytest.mark.parametrize(
    "body",
    [
        "<h1 id='a'>1 &lt; 2</h1>",
        '<h1 id="top">A &amp; B</h1>\n<p>x &gt; y &#39;z&#39;</p>\n<ul>\n  <li>one</li>\n  <li></li>\n</ul>',
        '<nav data-search-exclude><p>no</p></nav><h1 id="top">T</h1><div><h2 id="b">In</h2><p>b</p></div><p>after</p>',
        '<h2 id="b" data-search-exclude>Left out</h2><p>this too</p><h3 id="c">C</h3><p>c<br>d</p>',
        '<script type="application/json">{"a": "<p>"}</script><svg><path d="M0 0"/></svg><p>\n</p> <pre>a\n  b</pre>',
        '<div><h1 id="a">T</h1><svg><g><text></text></g></svg>b<svg></svg> <i></i> c</div>',
        '<h1 id="a">T</h1><p>a<br> &nbsp; <b>&nbsp;</b>&#32;&#10;b</p><pre>&#32; </pre><h2 id="b"> <i> </i> U</h2>',
        "<div data-search-exclude><ul><li>no<h2>no</h2><pre>no</pre></li></ul><div>no</div>yes</div><p>yes</p>",
    ],
)
def test_other_bodies_too(body: str) -> None:
    body = body.replace("'a'", '"a"')
    found = [(each["location"], each["title"], each["text"]) for each in search_entries(body, url="", title="")]
    assert found == _as_the_plugin_finds(body)


# Nothing twice


def test_cores_give_what_one_would(tmp_path: Path) -> None:
    things = range(-3 * AHEAD * (os.cpu_count() or 1), 0)
    for at_once in (1, 4):
        assert on_all_cores(abs, things, worth=2, at_once=at_once) == [abs(each) for each in things]
    assert on_all_cores(abs, things, worth=len(things) + 1) == [abs(each) for each in things]


def test_what_is_made_for_other_processes_does_not_pile_up(tmp_path: Path) -> None:
    """Each thing is a file that exists; whoever works at it deletes it."""

    def things() -> Iterator[Path]:
        for number in range(500):
            (path := tmp_path / str(number)).touch()
            assert len([*tmp_path.iterdir()]) <= 10 * cores
            yield path

    cores = os.cpu_count() or 1
    as_they_come(Path.unlink, things(), most=500, worth=2, ahead=5)


@pytest.mark.skipif(sys.platform != "linux" or os.cpu_count() == 1, reason="shares need processes that share memory")
def test_each_core_has_a_share_and_one_that_fails_is_left_undone(tmp_path: Path) -> None:
    code = """
import os, pathlib, sys
from guide.cores import in_shares

def work(share):
    pathlib.Path(sys.argv[1], str(os.getpid())).write_text(" ".join(map(str, share)), "utf-8")
    if 1 in share:
        raise ValueError(share)

assert in_shares(work, range(9), worth=9)
"""  # by itself: here, other tests have threads
    done = run(PROJECT, "-c", code, str(tmp_path), PYTHONPATH=str(PROJECT / "hooks"))
    assert (done.returncode, done.stdout) == (0, "")
    shares = [path.read_text("utf-8").split() for path in tmp_path.iterdir()]
    assert len(shares) == min(os.cpu_count() or 1, 9)
    assert sorted(int(each) for share in shares for each in share) == [*range(9)]


def test_few_things_and_servers_do_without_shares() -> None:
    def fail(share: Sequence[int]) -> None:
        raise AssertionError(f"{share} was worked at")

    assert not in_shares(fail, range(8), worth=9)
    told = Event()
    server = Thread(target=told.wait)
    server.start()
    assert not in_shares(fail, range(9), worth=9)
    told.set()
    server.join()


def test_sheets_are_the_same_from_all_cores_from_disk_and_from_memory(real_guide: Guide, tmp_path: Path) -> None:
    drawn = {name: sheet(each) for name, each in real_guide.exercises.items()}
    for of in (sheets(real_guide.exercises, tmp_path), sheets(real_guide.exercises, tmp_path)):
        assert {name: of(name) for name in real_guide.exercises} == drawn
    assert sheets(real_guide.exercises)("squat") == drawn["squat"]


def test_nothing_is_drawn_again(small_guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _figures(small_guide, tmp_path)
    monkeypatch.setattr("guide.sheet.sheet", _fail)
    assert _figures(small_guide, tmp_path) == first


def test_a_figure_that_changed_is_drawn_again(small_guide: Guide, tmp_path: Path) -> None:
    _figures(small_guide, tmp_path)
    name, exercise = next(iter(small_guide.exercises.items()))
    figure = exercise.figure.model_copy(update={"frames": exercise.figure.frames[::-1]})
    turned = _with(small_guide, exercise.model_copy(update={"figure": figure}))
    assert _figures(turned, tmp_path)[name] == Drawings(turned).player(turned.exercises[name])
    assert _figures(turned, tmp_path)[name] != Drawings(small_guide).player(exercise)


def test_pictures_are_made_once(small_guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {uri: file.read_bytes() for uri, file in kept_pictures(small_guide, tmp_path)}
    assert first == dict(pictures(small_guide))
    monkeypatch.setattr("guide.share.raster", _fail)
    assert {uri: file.read_bytes() for uri, file in kept_pictures(small_guide, tmp_path)} == first


def test_no_document_is_even_made_where_nothing_changed(
    small_guide: Guide, tmp_path: Path, fast_printing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = downloads(small_guide, EDITION, tmp_path)
    assert len(fast_printing) == len(first) == 2 * (len(small_guide.exercises) + len(small_guide.routines) + 1)
    for name in ("exercise_document", "routine_document", "booklet_document"):
        monkeypatch.setattr(printing, name, _fail)
    assert downloads(small_guide, EDITION, tmp_path) == first


def test_an_edit_prints_its_card_and_nothing_that_it_does_not_touch(
    small_guide: Guide, tmp_path: Path, fast_printing: list[str]
) -> None:
    before = {each.uri: each.file for each in downloads(small_guide, EDITION, tmp_path)}
    exercise = small_guide.exercises["wall-hold"].model_copy(update={"breathing": "Breathe as you like."})
    fast_printing.clear()
    after = {each.uri: each.file for each in downloads(_with(small_guide, exercise), EDITION, tmp_path)}
    changed = {uri for uri in after if after[uri] != before[uri]}
    assert {"print/exercises/wall-hold-a4.pdf", "print/exercises/wall-hold-us-letter.pdf"} <= changed
    assert not [uri for uri in changed if "heel-lift" in uri]
    assert not [name for name in fast_printing if "heel-lift" in name]


def test_a_handout_says_what_the_whole_guide_would(
    real_guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card is made of less than the guide; a sheet could not be: its notes may name any exercise."""
    printed: dict[tuple[str, str], Document] = {}

    def print_lacking(documents: Iterable[tuple[str, Document]], folder: Path, *, most: int) -> None:
        for key, document in documents:
            printed[document.name, document.paper] = document
            kept(folder / f"{key}.pdf", b"%%EOF", lambda: PDF)

    monkeypatch.setattr(printing, "print_lacking", print_lacking)
    downloads(real_guide, EDITION, tmp_path)
    pictures = key_frames(real_guide, tmp_path / "drawings")
    exercises, routines = real_guide.exercises.values(), real_guide.routines.values()
    for paper in printing.PAPERS:
        whole = [
            *(exercise_document(real_guide, each, EDITION, paper=paper, pictures=pictures) for each in exercises),
            *(routine_document(real_guide, each, EDITION, paper=paper, pictures=pictures) for each in routines),
        ]
        assert [printed[each.name, paper] == each for each in whole] == [True] * len(whole)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_never_stale(seed: int, small_guide: Guide, tmp_path: Path, fast_printing: list[str]) -> None:
    """After edits anywhere, the same PDFs as from nothing; they are named by what is in them."""
    random, guide = Random(seed), small_guide
    downloads(guide, EDITION, tmp_path / "used")
    for number in range(3):
        guide = _edited(guide, random, number)
        used = downloads(guide, EDITION, tmp_path / "used")
        fresh = downloads(guide, EDITION, tmp_path / f"new{number}")
        assert [(each.uri, each.file.name) for each in used] == [(each.uri, each.file.name) for each in fresh]


def test_what_the_last_build_left_may_be_damaged(small_guide: Guide, tmp_path: Path, fast_printing: list[str]) -> None:
    first = downloads(small_guide, EDITION, tmp_path)
    for left in (b"", b"{", b"[]", b'{"subjects": {}}'):
        (tmp_path / printing.KNOWN).write_bytes(left)
        assert downloads(small_guide, EDITION, tmp_path) == first
    first[0].file.write_bytes(b"%PDF half")
    downloads(small_guide, EDITION, tmp_path)
    assert is_whole(first[0].file, b"%%EOF")


def test_a_guide_of_many_has_no_booklet(small_guide: Guide, tmp_path: Path, fast_printing: list[str]) -> None:
    many = _copies(small_guide, MOST_IN_BOOKLET // 3 + 1)
    assert not [each.uri for each in downloads(many, EDITION, tmp_path) if printing.BOOKLET in each.uri]


# A preview


def test_a_preview_shows_the_earlier_handout_until_the_new_one_is_printed(
    small_guide: Guide, tmp_path: Path, fast_printing: list[str]
) -> None:
    before = {each.uri: each.file for each in downloads(small_guide, EDITION, tmp_path)}
    edited = _edited(small_guide, Random(1), 1)
    told: list[int] = []
    later = Later(lambda plans: printing.printed_plans(plans, tmp_path), lambda: told.append(1))
    meanwhile = {each.uri: each.file for each in downloads(edited, EDITION, tmp_path, later)}
    later.wait()
    after = {each.uri: each.file for each in downloads(edited, EDITION, tmp_path, later)}
    later.wait()
    assert meanwhile == before
    assert after != before
    assert after == {each.uri: each.file for each in downloads(edited, EDITION, tmp_path)}
    assert told == [1]


def test_a_new_entry_is_printed_at_once(small_guide: Guide, tmp_path: Path, fast_printing: list[str]) -> None:
    downloads(small_guide, EDITION, tmp_path)
    later = Later(lambda plans: {}, lambda: None)
    found = downloads(_copies(small_guide, 2), EDITION, tmp_path, later)
    later.wait()
    assert all(is_whole(each.file, b"%%EOF") for each in found)


def test_what_cannot_be_printed_later_is_a_problem_then(
    small_guide: Guide, tmp_path: Path, fast_printing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads(small_guide, EDITION, tmp_path)

    def fail(documents: Iterable[tuple[str, Document]], folder: Path, *, most: int) -> None:
        if most:
            raise PrintError(Problem("card.typ", 1, 1, "the card cannot be printed", "mend it"))

    monkeypatch.setattr(printing, "print_lacking", fail)
    told: list[int] = []
    later = Later(lambda plans: printing.printed_plans(plans, tmp_path), lambda: told.append(1))
    edited = _edited(small_guide, Random(1), 1)
    downloads(edited, EDITION, tmp_path, later)
    later.wait()
    assert told == [1]
    with pytest.raises(PrintError):
        downloads(edited, EDITION, tmp_path, later)


# The finished site


def test_files_of_the_site_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    for name in ("index.html", "a/index.html", "a.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    files = SiteFiles(tmp_path)
    (tmp_path / "a.js").write_text("now", "utf-8")
    assert dict(files) == {"index.html": b"index.html", "a/index.html": b"a/index.html", "a.js": b"now"}
    assert sorted(files.texts(".html")) == ["a/index.html", "index.html"]
    assert [*manifest(files)] == [*manifest(dict(files))]
    with pytest.raises(KeyError):
        files["b.js"]


def _copies(guide: Guide, count: int) -> Guide:
    """The guide with each exercise that many times; ladders stay among the copies, routines with the first."""
    return replace(guide, exercises={each.id: each for number in range(count) for each in _renamed(guide, number)})


def _renamed(guide: Guide, number: int) -> Iterator[Exercise]:
    ending = f"-{number}" if number else ""
    for exercise in guide.exercises.values():
        sides = {
            side: tuple(
                each.model_copy(update={"exercise": each.exercise and each.exercise + ending})
                for each in getattr(exercise, side)
            )
            for side in ("easier", "harder")
        }
        names = {"id": exercise.id + ending, "name": exercise.name + ending}
        yield exercise.model_copy(update={**names, **sides})


def _counted(guide: Guide) -> tuple[Guide, Counted[Exercise]]:
    counted = Counted(guide.exercises)
    return replace(guide, exercises=counted), counted


def _looked_through(guide: Guide, template: str) -> int:
    """Exercises that a page of this kind looks through one after the other, once the indexes are there."""
    guide, counted = _counted(guide)
    render, page = renderer(guide), next(each for each in pages(guide) if each.template == template)
    render(page)
    before = counted.seen
    render(page)
    return counted.seen - before


def _as_the_plugin_finds(body: str) -> list[tuple[object, object, object]]:
    parser = Parser()
    parser.feed(body)
    parser.close()
    return [
        (f"#{each.id}" if each.id else "", "".join(each.title).strip(), "".join(each.text).strip())
        for each in parser.data
        if not each.is_excluded()
    ]


def _figures(guide: Guide, folder: Path) -> dict[str, str]:
    drawings = Drawings(guide, folder)
    return {each.id: drawings.player(each) for each in guide.exercises.values()}


def _with(guide: Guide, exercise: Exercise) -> Guide:
    return replace(guide, exercises={**guide.exercises, exercise.id: exercise})


def _edited(guide: Guide, random: Random, number: int) -> Guide:
    """One text somewhere changed: of an exercise, a routine, a muscle, a thing, a source or the rules."""
    kind = random.choice(("exercises", "routines", "muscles", "equipment", "sources", "safety"))
    if kind == "safety":
        return replace(guide, safety=guide.safety.model_copy(update={"warm_up": (f"Walk {number} minutes.",)}))
    entries: Mapping[str, Exercise] = getattr(guide, kind)
    entry = entries[random.choice(sorted(entries))]
    fields = {"name", "summary", "purpose", "plain_name", "citation"} & {*type(entry).model_fields}
    field = random.choice(sorted(fields))
    changed = entry.model_copy(update={field: f"{getattr(entry, field)} {number}"})
    return replace(guide, **{kind: {**entries, entry.id: changed}})  # type: ignore[arg-type]


def _fail(*_: object, **__: object) -> None:
    raise AssertionError("this was made before")

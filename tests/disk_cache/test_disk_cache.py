"""What is kept between builds: used where it is sound, made again where it is not, and never stale.

Counted, never timed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

import pytest

from guide.disk_cache import cached, keep, read
from guide.figure import subject_of
from guide.handouts import downloads as printing
from guide.handouts import exercise_document, key_frames, sheet_document
from guide.handouts.downloads import MOST_IN_BOOKLET, downloads, print_plans
from guide.model import Exercise, Guide
from guide.pages.drawing_set import sheet, sheets
from guide.pages.drawings import Drawings
from guide.preview.print_later import Later
from guide.printing import Document, PrintError
from guide.problems.problem import Problem
from guide.settings import Edition
from guide.site.share_pictures import pictures

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/", 1_790_000_000)

DAMAGE: Mapping[str, Callable[[bytes], bytes]] = {
    "empty": lambda kept: b"",
    "cut short": lambda kept: kept[:-1],
    "longer": lambda kept: kept + b" ",
    "four other bytes": lambda kept: kept[:-8] + bytes(byte ^ 1 for byte in kept[-8:-4]) + kept[-4:],
    "another seal": lambda kept: bytes(32) + kept[32:],
}


# The cache itself


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    assert cached(tmp_path / "new", "a", lambda: b"first") == b"first"
    assert cached(tmp_path / "new", "a", _fail) == b"first"
    assert cached(tmp_path / "new", "b", lambda: b"other") == b"other"


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_what_is_damaged_is_made_again(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    keep(tmp_path, "a", b"something long enough to be damaged")
    (tmp_path / "a").write_bytes(damage((tmp_path / "a").read_bytes()))
    assert read(tmp_path, "a") is None
    assert cached(tmp_path, "a", lambda: b"anew") == b"anew"
    assert read(tmp_path, "a") == b"anew"


def test_what_belongs_to_another_key_is_made_again(tmp_path: Path) -> None:
    keep(tmp_path, "a", b"of a")
    (tmp_path / "a").rename(tmp_path / "b")
    assert cached(tmp_path, "b", lambda: b"of b") == b"of b"


@pytest.mark.parametrize("in_the_way", ["folder", "folder/key"])
def test_where_nothing_can_be_kept_it_is_made_each_time(in_the_way: str, tmp_path: Path) -> None:
    """A file where the folder would be, or a folder where the file would be."""
    if in_the_way == "folder":
        (tmp_path / "folder").touch()
    else:
        (tmp_path / in_the_way).mkdir(parents=True)
    for content in (b"one", b"two"):
        assert cached(tmp_path / "folder", "key", partial(bytes, content)) == content


def test_nothing_half_written_stays_when_making_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        cached(tmp_path, "a", _fail)
    assert list(tmp_path.iterdir()) == []


# What keeps its work there


@pytest.fixture
def fast_printing(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """Keeps something else than PDFs; the list gets every document that is made."""
    made: list[Document] = []

    def print_all(documents: Iterable[tuple[str, Document]], folder: Path, *, most: int) -> None:
        for key, document in documents:
            made.append(document)
            keep(folder, key, document.name.encode())

    monkeypatch.setattr(printing, "print_all", print_all)
    return made


def test_everything_that_is_kept_is_used_and_heals(
    small_guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _made(small_guide, tmp_path)
    for path in _files(tmp_path):
        path.write_bytes(DAMAGE["four other bytes"](path.read_bytes()))
    assert _made(small_guide, tmp_path) == first
    for name in (
        "guide.pages.drawing_set.sheet",
        "guide.site.share_pictures.raster",
        "guide.handouts.downloads.print_all",
    ):
        monkeypatch.setattr(name, lambda wanted, *_, most=0: None if not most else _fail())
    assert _made(small_guide, tmp_path) == first


def test_what_is_kept_is_what_is_published(small_guide: Guide, tmp_path: Path) -> None:
    """So the test above would notice a file that is believed without its seal."""
    first = _made(small_guide, tmp_path)
    for path in _files(tmp_path / "pictures"):
        keep(path.parent, path.name, b"planted")
    assert b"planted" not in first.values()
    assert b"planted" in _made(small_guide, tmp_path).values()


def test_sheets_are_the_same_drawn_and_kept(small_guide: Guide, tmp_path: Path) -> None:
    drawn = {name: sheet(each, subject_of(small_guide, each)) for name, each in small_guide.exercises.items()}
    for sheet_of in (sheets(small_guide, tmp_path), sheets(small_guide, tmp_path)):
        assert {name: sheet_of(name) for name in small_guide.exercises} == drawn


def test_a_figure_that_changed_is_drawn_again(small_guide: Guide, tmp_path: Path) -> None:
    name, exercise = next(iter(small_guide.exercises.items()))
    figure = exercise.figure.model_copy(update={"frames": exercise.figure.frames[::-1]})
    turned = _with(small_guide, exercise.model_copy(update={"figure": figure}))
    before, after = (
        Drawings(guide, tmp_path).frame(guide.exercises[name], 1, "side") for guide in (small_guide, turned)
    )
    assert after == Drawings(turned).frame(turned.exercises[name], 1, "side") != before


def test_no_document_is_even_made_where_nothing_changed(
    small_guide: Guide, tmp_path: Path, fast_printing: list[Document]
) -> None:
    first = _printed(small_guide, tmp_path)
    assert len(fast_printing) == len(first)
    assert _printed(small_guide, tmp_path) == first
    assert len(fast_printing) == len(first)


def test_an_edit_prints_its_own_card_and_no_other(
    small_guide: Guide, tmp_path: Path, fast_printing: list[Document]
) -> None:
    downloads(small_guide, EDITION, tmp_path)
    one, other = list(small_guide.exercises.values())[:2]
    fast_printing.clear()
    downloads(_with(small_guide, one.model_copy(update={"breathing": "As you like."})), EDITION, tmp_path)
    names = {document.name for document in fast_printing}
    assert any(one.id in name for name in names)
    assert not any(other.id in name for name in names)


def test_a_handout_says_what_the_whole_guide_would(
    real_guide: Guide, tmp_path: Path, fast_printing: list[Document]
) -> None:
    """A card is made of less than the guide; a sheet could not be: its notes may name any exercise."""
    downloads(real_guide, EDITION, tmp_path)
    printed = {(document.name, document.paper): document for document in fast_printing}
    frames = key_frames(real_guide, tmp_path / "drawings")
    for paper in printing.PAPERS:
        for exercise in real_guide.exercises.values():
            whole = exercise_document(real_guide, exercise, EDITION, paper=paper, pictures=frames)
            assert printed[whole.name, paper] == whole
        for routine, stage in [(each, stage) for each in real_guide.routines.values() for stage in each.stages]:
            whole = sheet_document(real_guide, routine, stage, EDITION, paper=paper, pictures=frames)
            assert printed[whole.name, paper] == whole


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_is_never_stale(
    seed: int, small_guide: Guide, tmp_path: Path, fast_printing: list[Document]
) -> None:
    """After edits anywhere, the same documents as from nothing."""
    random, guide = Random(seed), small_guide
    seen = _documents(guide, tmp_path / "used", fast_printing)
    for number in range(3):
        guide = _edited(guide, random, number)
        seen |= _documents(guide, tmp_path / "used", fast_printing)
        assert seen == _documents(guide, tmp_path / f"new{number}", fast_printing)


def test_a_guide_of_many_has_no_booklet(small_guide: Guide, tmp_path: Path, fast_printing: list[Document]) -> None:
    exercise = next(iter(small_guide.exercises.values()))
    ids = [f"exercise-{number}" for number in range(MOST_IN_BOOKLET + 1)]
    many = replace(small_guide, exercises={id_: exercise.model_copy(update={"id": id_}) for id_ in ids}, routines={})
    assert any(printing.BOOKLET in uri for uri in _printed(small_guide, tmp_path))
    assert not any(printing.BOOKLET in uri for uri in _printed(many, tmp_path))


# A preview


def test_a_preview_offers_a_handout_when_it_is_printed(
    small_guide: Guide, tmp_path: Path, fast_printing: list[Document]
) -> None:
    before, edited, told = _printed(small_guide, tmp_path), _edited(small_guide, Random(1), 1), list[int]()
    later = Later(lambda plans: print_plans(plans, tmp_path), lambda: told.append(1))
    meanwhile = {download.uri for download in downloads(edited, EDITION, tmp_path, later)}
    later.wait()
    assert meanwhile < before.keys()
    assert {download.uri for download in downloads(edited, EDITION, tmp_path, later)} == before.keys()
    assert told == [1]


def test_what_cannot_be_printed_later_is_a_problem_then(
    small_guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(documents: Iterable[tuple[str, Document]], folder: Path, *, most: int) -> None:
        if most:
            raise PrintError(Problem("card.typ", 1, 1, "the card cannot be printed", "mend it"))

    monkeypatch.setattr(printing, "print_all", fail)
    later = Later(lambda plans: print_plans(plans, tmp_path), lambda: None)
    assert downloads(small_guide, EDITION, tmp_path, later) == ()
    later.wait()
    with pytest.raises(PrintError):
        downloads(small_guide, EDITION, tmp_path, later)


def _made(guide: Guide, folder: Path) -> Mapping[str, object]:
    """Everything whose making the cache saves, by name."""
    drawings = Drawings(guide, folder / "drawings")
    found: dict[str, object] = {
        f"player {known_exercise.id}": drawings.player(known_exercise) for known_exercise in guide.exercises.values()
    }
    found |= {uri: read_picture() for uri, read_picture in pictures(guide, folder / "pictures")}
    return found | {download.uri: download.content() for download in downloads(guide, EDITION, folder / "print")}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _printed(guide: Guide, folder: Path) -> dict[str, bytes]:
    return {download.uri: download.content() for download in downloads(guide, EDITION, folder)}


def _documents(guide: Guide, folder: Path, made: list[Document]) -> dict[tuple[str, str], Document]:
    """What is printed of the guide because the folder lacks it."""
    made.clear()
    downloads(guide, EDITION, folder)
    return {(document.name, document.paper): document for document in made}


def _with(guide: Guide, exercise: Exercise) -> Guide:
    return replace(guide, exercises={**guide.exercises, exercise.id: exercise})


def _edited(guide: Guide, random: Random, number: int) -> Guide:
    """One text somewhere changed: of an exercise, a routine, a warm-up, a muscle, a thing, a source or the rules."""
    kind = random.choice(("exercises", "routines", "warmups", "muscles", "equipment", "sources", "safety"))
    if kind == "safety":
        return replace(guide, safety=guide.safety.model_copy(update={"stop_jumps": f"Stop at jump {number}."}))
    entries: Mapping[str, Exercise] = getattr(guide, kind)
    entry = entries[random.choice(sorted(entries))]
    fields = {"name", "summary", "purpose", "plain_name", "citation"} & {*type(entry).model_fields}
    field = random.choice(sorted(fields))
    changed = entry.model_copy(update={field: f"{getattr(entry, field)} {number}"})
    return replace(guide, **{kind: {**entries, entry.id: changed}})  # type: ignore[arg-type]


def _fail(*_: object, **__: object) -> bytes:
    raise AssertionError("this was made before")

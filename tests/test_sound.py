"""What is found sound is kept from run to run, changes nothing but the time, and no problem is ever kept."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide import load as loading
from guide.explain import Finding
from guide.kept import write
from guide.load import load
from guide.model import Guide
from guide.model.figure import Figure
from guide.model.text import Entry
from guide.node import Node
from guide.posing import has_sound_figure
from guide.problem import Problem
from guide.reader import Reader
from guide.report import report
from guide.sound import Sound
from guide.source import read
from site_build import files_in
from test_problems import CASES, PROBLEMS, apply

IN_DATA = [case for case in CASES if not (PROBLEMS / case / "docs").is_dir()]

NAME = "exercises/heel-lift"


class Seen:
    """Reads as `source.read` does, and tells which files of one entry it was given."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, data: bytes, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
        if path.count("/") == 2:
            self.names.append(path)
        return read(data, path)


@pytest.fixture
def kept(data: Path, tmp_path: Path) -> Path:
    """The folder in which a run over `data` has kept what was sound."""
    assert isinstance(load(data, kept=tmp_path / "cache" / "sound"), Guide)
    return tmp_path / "cache" / "sound"


# Entries


def test_what_is_kept_gives_the_same_guide_without_being_read(data: Path, kept: Path, small_guide: Guide) -> None:
    seen = Seen()
    again = load(data, seen, kept=kept)
    assert again == small_guide
    assert isinstance(again, Guide)
    assert _written(again) == _written(small_guide)
    assert seen.names == []


def test_every_real_entry_is_kept_as_it_is(real_guide: Guide, tmp_path: Path) -> None:
    data, seen = Path(__file__).parent.parent / "data", Seen()
    load(data, kept=tmp_path)
    again = load(data, seen, kept=tmp_path)
    assert isinstance(again, Guide)
    assert _written(again) == _written(real_guide)
    assert seen.names == []


def test_a_changed_byte_is_seen_and_nothing_else_is_read(data: Path, kept: Path) -> None:
    path = data / f"{NAME}.yml"
    for text in (path.read_text("utf-8") + "\n", path.read_text("utf-8").replace("\nname: ", "\nname: A ")):
        path.write_text(text, "utf-8")
        seen = Seen()
        assert load(data, seen, kept=kept) == load(data)
        assert seen.names == [f"data/{NAME}.yml"]


def test_what_is_kept_is_really_used(data: Path, kept: Path, small_guide: Guide) -> None:
    """Otherwise the damage below could do no harm for a wrong reason."""
    _plant(data, kept, lambda values: values | {"name": "Planted"})
    planted = load(data, kept=kept)
    assert isinstance(planted, Guide)
    assert planted.exercises["heel-lift"].name == "Planted"


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda kept: b"",
    "only a seal": lambda kept: kept[:64],
    "truncated": lambda kept: kept[:-1],
    "longer": lambda kept: kept + b" ",
    "a changed value": lambda kept: kept.replace(b'"name":"', b'"name":"A ', 1),
    "no text": lambda kept: bytes(range(256)),
    "a pickle": lambda kept: b"\x80\x04cos\nsystem\n(S'exit 1'\ntR.",
    "huge": lambda kept: kept + b" " * 2_000_000,
}
FALSE_VALUES: dict[str, Callable[[dict[str, object]], object]] = {
    "another id": lambda values: values | {"id": "wall-hold"},
    "an unknown field": lambda values: values | {"extra": 1},
    "markup": lambda values: values | {"name": "<b>Name</b>"},
    "nothing where none is written": lambda values: values | {"muscles": {"primary": ["soleus"], "secondary": []}},
    "no number": lambda values: values | {"figure": _with_lean(values, float("nan"))},
    "without end": lambda values: values | {"figure": _with_lean(values, float("inf"))},
    "a list": lambda values: [values],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_as_good_as_not_there(
    damage: Callable[[bytes], bytes], data: Path, kept: Path, small_guide: Guide
) -> None:
    path = kept / f"{NAME}.json"
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert load(data, kept=kept) == small_guide
    assert path.read_bytes() == whole


@pytest.mark.parametrize("falsify", FALSE_VALUES.values(), ids=FALSE_VALUES.keys())
def test_values_that_are_not_valid_are_not_believed(
    falsify: Callable[[dict[str, object]], object], data: Path, kept: Path, small_guide: Guide
) -> None:
    _plant(data, kept, falsify)
    assert load(data, kept=kept) == small_guide


@pytest.mark.parametrize("values", [b"[" * 100_000, b'{"a":' * 100_000, b"\xff", b"9" * 100_000, b'"\\ud800"'])
def test_nothing_that_is_kept_makes_loading_raise(values: bytes, data: Path, kept: Path, small_guide: Guide) -> None:
    _seal(data, kept, values)
    assert load(data, kept=kept) == small_guide


def test_what_is_no_plain_file_is_not_read(data: Path, kept: Path, small_guide: Guide, tmp_path: Path) -> None:
    paths = sorted(kept.glob("*/*.json"))
    outside = tmp_path / "outside"
    outside.write_bytes(paths[0].read_bytes())
    for path in paths[:3]:
        path.unlink()
    paths[0].symlink_to(outside)
    paths[1].mkdir()
    os.mkfifo(paths[2])
    seen = Seen()
    assert load(data, seen, kept=kept) == small_guide
    assert len(seen.names) == 3
    assert outside.read_bytes() == paths[0].read_bytes()
    assert not paths[0].is_symlink()
    assert not list(kept.rglob("half-*"))


@pytest.mark.parametrize("blocked", ["cache", "cache/sound", "cache/sound/exercises"])
@pytest.mark.parametrize("link", [False, True])
def test_a_folder_that_cannot_be_written_keeps_nothing(
    blocked: str, link: bool, data: Path, tmp_path: Path, small_guide: Guide
) -> None:
    (tmp_path / blocked).parent.mkdir(parents=True, exist_ok=True)
    if link:
        (tmp_path / blocked).symlink_to(tmp_path / "nowhere" / "else")
    else:
        (tmp_path / blocked).write_bytes(b"")
    for _ in range(2):
        assert load(data, kept=tmp_path / "cache" / "sound") == small_guide


@pytest.mark.parametrize("name", ["code", "PARSER"])
def test_other_code_reads_everything_again(
    name: str, data: Path, kept: Path, small_guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"guide.sound.{name}", (lambda: "other") if name == "code" else "other")
    seen = Seen()
    assert load(data, seen, kept=kept) == small_guide
    assert len(seen.names) == len(small_guide.exercises) + len(small_guide.routines)


# Problems


@pytest.mark.parametrize("case", IN_DATA)
def test_the_report_is_the_same_where_everything_else_is_kept(case: str, data: Path, kept: Path) -> None:
    apply(PROBLEMS / case, data)
    expected = (PROBLEMS / case / "expected.txt").read_text("utf-8")
    for _ in range(2):
        assert f"{_report(data, kept)}\n" == expected


def test_a_file_that_is_kept_still_shows_its_line(data: Path, kept: Path) -> None:
    """Nothing is wrong in the file itself, until another no longer has what it names."""
    (data / "exercises" / "wall-hold.yml").unlink()
    told = _report(data, None)
    assert " | " in told
    assert _report(data, kept) == told


@pytest.mark.parametrize(
    ("old", "new"), [("\nname: ", "\nname: <b>"), ("\nname: ", "\n[name: "), ("id: heel-lift", "id: heel")]
)
def test_a_file_with_problems_is_never_kept(old: str, new: str, data: Path, tmp_path: Path) -> None:
    path = data / f"{NAME}.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert _problems(data, tmp_path)
    assert not (tmp_path / f"{NAME}.json").exists()
    path.write_text(text, "utf-8")
    assert isinstance(load(data, kept=tmp_path), Guide)
    assert (tmp_path / f"{NAME}.json").exists()


def test_what_was_sound_before_does_not_hide_a_problem(data: Path, kept: Path) -> None:
    path = data / f"{NAME}.yml"
    path.write_text(path.read_text("utf-8").replace("\nname: ", "\nname: <b>", 1), "utf-8")
    assert len(_problems(data, kept)) == 1
    assert _problems(data, kept) == _problems(data, None)


# Figures


def test_a_sound_figure_is_not_checked_again(data: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.posing.figure_findings", _fail)
    assert isinstance(load(data, kept=kept), Guide)


def test_a_changed_figure_is_checked(data: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.posing.figure_findings", _finding)
    path = data / f"{NAME}.yml"
    path.write_text(path.read_text("utf-8").replace("\n    - caption: ", "\n    - caption: Now, ", 1), "utf-8")
    assert [each.path for each in _problems(data, kept)] == [f"data/{NAME}.yml"]


def test_findings_are_told_each_time(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.posing.figure_findings", _finding)
    first = _problems(data, tmp_path / "sound")
    assert len(first) == len(list((data / "exercises").iterdir()))
    assert _problems(data, tmp_path / "sound") == first == _problems(data, None)
    assert not (tmp_path / "sound" / "exercises").exists()


def test_an_entry_has_a_sound_figure_or_none(small_guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = (small_guide.exercises["heel-lift"], small_guide.routines["evening-legs"])
    assert [has_sound_figure(each) for each in entries] == [True, True]
    monkeypatch.setattr("guide.posing.figure_findings", _finding)
    assert [has_sound_figure(each) for each in entries] == [False, True]


def test_rules_beside_the_drawing_are_checked_each_time(data: Path, kept: Path) -> None:
    """A step that a frame names may go although its figure is the same."""
    path = data / f"{NAME}.yml"
    path.write_text(path.read_text("utf-8").replace("      step: 2", "      step: 9", 1), "utf-8")
    for _ in range(2):
        assert [each.message for each in _problems(data, kept)] == ["step 9 does not exist"]


def test_other_code_checks_figures_again(data: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.sound.code", lambda: "other")
    monkeypatch.setattr("guide.posing.figure_findings", _finding)
    assert _problems(data, kept)


# On all cores


def test_what_all_cores_have_kept_is_what_one_would(
    data: Path, kept: Path, tmp_path: Path, small_guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "in_shares", lambda work, things: [work(things[n::2]) for n in range(2)])
    seen = Seen()
    assert load(data, seen, kept=tmp_path / "shared") == small_guide
    assert seen.names == []
    assert files_in(tmp_path / "shared") == files_in(kept)


@pytest.mark.parametrize("case", IN_DATA)
def test_the_report_is_the_same_where_all_cores_read(
    case: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "in_shares", lambda work, things: [work(things[n::2]) for n in range(2)])
    apply(PROBLEMS / case, data)
    assert f"{_report(data, tmp_path / 'shared')}\n" == (PROBLEMS / case / "expected.txt").read_text("utf-8")


def test_shares_are_not_made_where_something_is_kept(data: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "in_shares", _fail)
    assert isinstance(load(data, kept=kept), Guide)
    assert isinstance(load(data), Guide)


def _written(guide: Guide) -> list[str]:
    """Every entry with the types of its values, and only what was written."""
    entries: tuple[Entry, ...] = (*guide.exercises.values(), *guide.routines.values())
    return [repr(each) + each.model_dump_json(exclude_unset=True) for each in entries]


def _plant(data: Path, kept: Path, falsify: Callable[[dict[str, object]], object]) -> None:
    """Other values for a file, with the seal that ours would have."""
    values = json.loads((kept / f"{NAME}.json").read_bytes()[64:])
    _seal(data, kept, json.dumps(falsify(values)).encode())


def _seal(data: Path, kept: Path, values: bytes) -> None:
    seal = Sound._seal((data / f"{NAME}.yml").read_bytes(), values)
    write(kept / f"{NAME}.json", seal + values)


def _with_lean(values: dict[str, object], lean: float) -> object:
    figure = json.loads(json.dumps(values["figure"]))
    figure["frames"][0]["pose"]["trunk"]["lean"] = lean
    return figure


def _problems(data: Path, kept: Path | None) -> tuple[Problem, ...]:
    result = load(data, kept=kept)
    return () if isinstance(result, Guide) else result


def _report(data: Path, kept: Path | None) -> str:
    reader = Reader()
    result = load(data, reader, kept=kept)
    assert not isinstance(result, Guide)
    return report(result, reader.line, shown=None)


def _finding(figure: Figure) -> Iterator[Finding]:
    yield ("frames", 0), "the figure floats", "let it down"


def _fail(*_: object) -> Iterator[Finding]:
    raise AssertionError("this was done before")

"""What maintainers are told of reviews: what to look at again, and the lines that a review begins with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from guide.commands import overdue, stamp
from guide.model import Guide
from guide.reading.load import load

Run = Callable[..., list[str]]


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Gives a command words, and returns what it prints about the folder of data."""

    def printed(command: ModuleType, *words: str, status: int = 0) -> list[str]:
        folder = ["--folder", str(data)] if command is stamp else [str(data)]
        monkeypatch.setattr("sys.argv", ["command", *words, *folder])
        assert command.main() == status
        return capsys.readouterr().out.splitlines()

    return printed


def test_what_is_overdue_is_listed_the_oldest_first(data: Path, run: Run) -> None:
    old = data / "exercises" / "side-hop.yml"
    old.write_text(old.read_text("utf-8").replace("facts_checked: 2026-11-27", "facts_checked: 2025-12-31"), "utf-8")
    assert run(overdue, "--today=2026-12-31") == [
        "2025-12-31  exercises/side-hop: facts checked 12 months ago, never reviewed",
        "2026-11-27  exercises/heel-lift: never reviewed",
        "2026-11-27  exercises/wall-hold: changed since its last review",
        "2026-11-27  routines/evening-legs: never reviewed",
        "4 of 4 entries to look at again.",
    ]
    assert "2025-12-31  exercises/side-hop: never reviewed" in run(overdue, "--today=2026-12-30")
    assert "facts checked 1 month ago" in run(overdue, "--today=2026-12-27", "--months=1")[-2]


def test_a_stamp_begins_a_review_that_counts_when_it_is_filled_in(data: Path, run: Run) -> None:
    _, _, *lines, _, last = run(stamp, "exercises/wall-hold")
    answers = {"reviewer": "Éva", "profession": "coach", "scope": "figures", "date": "2026-11-28"}
    assert last.startswith("The scope is one of these: whole page, safety lines, figures.")
    filled = [f"{line} {answers.get(line.strip(' :'), '')}".rstrip() for line in lines]
    (data / "reviews.yml").write_text("\n".join(filled), "utf-8")
    assert isinstance(load(data), Guide)
    listed = run(overdue, "--today=2026-11-28")
    assert [line for line in listed if "wall-hold" in line] == []
    assert listed[-1] == "3 of 4 entries to look at again."


def test_there_is_no_stamp_for_what_is_not_there(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(stamp, "exercises/wal-hold")
    assert "did you mean exercises/wall-hold" in capsys.readouterr().err


@pytest.mark.parametrize(("command", "words"), [(overdue, ()), (stamp, ("exercises/wall-hold",))])
def test_of_data_with_problems_those_are_told(
    command: ModuleType, words: tuple[str, ...], data: Path, run: Run
) -> None:
    (data / "reviews.yml").unlink()
    assert "data/reviews.yml:1:1: the file is missing" in run(command, *words, status=1)[0]

"""The broken folder that checking is measured with: broken in every exercise, and always the same."""

from __future__ import annotations

from pathlib import Path

from bench.generated import write_data
from bench.problems import FORM, REFERENCE, plant
from guide.load import load
from guide.model import Guide

SIZE = 28


def test_every_exercise_has_problems_and_the_same_each_time(tmp_path: Path) -> None:
    folders = [tmp_path / "one" / "data", tmp_path / "two" / "data"]
    for folder in folders:
        write_data(SIZE, folder)
        plant(folder)
    results = [load(folder) for folder in folders]
    assert results[0] == results[1]
    assert not isinstance(results[0], Guide)
    assert len({each.path for each in results[0]}) >= SIZE
    assert len(results[0]) > 3 * SIZE


def test_every_mistake_finds_something_to_spoil() -> None:
    texts = [path.read_text("utf-8") for path in Path(__file__).parent.parent.glob("data/exercises/*.yml")]
    assert all(any(mistake(text) != text for text in texts) for mistake in (*FORM, *REFERENCE))

"""Figures for the tests: a miniature one to plant violations in, and those of all exercises."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from figure.angles import Fact
from guide.figure.drawn_body.subject import Subject, plain_subject
from guide.model import Guide
from guide.model.figure import Figure
from guide.reading.load import load

HERE = Path(__file__).parent.parent
ROOT = HERE.parent
SMALL = HERE / "figure" / "small.yml"
FACTS = HERE / "figure" / "facts.yml"
POSITIONS = HERE / "figure" / "positions.yml"

Written = dict[str, object]
Side = Literal["right", "left"]


def small(last: Written | None = None, **changes: object) -> Figure:
    """The miniature figure with other fields, and with other fields in its last frame."""
    written = yaml.safe_load(SMALL.read_text("utf-8"))
    written["frames"][-1] |= last or {}
    return Figure.model_validate(written | changes)


def bent(**joints: object) -> Written:
    """A pose that is the same on both sides."""
    return {"both": joints}


@cache
def all_guide() -> Guide:
    """The real data."""
    guide = load(ROOT / "data")
    assert isinstance(guide, Guide)
    return guide


def all_figures() -> dict[str, Figure]:
    """The figure of every exercise in data/."""
    return {exercise.id: exercise.figure for exercise in all_guide().exercises.values()}


def subject(primary: Iterable[str] = (), secondary: Iterable[str] = ()) -> Subject:
    """Somebody with these muscles of the real data coloured."""
    muscles = all_guide().muscles
    return plain_subject(*([muscles[muscle] for muscle in each] for each in (primary, secondary)))


@cache
def positions() -> dict[str, Figure]:
    """Bodies in every position, whatever exercises there are."""
    written = yaml.safe_load(POSITIONS.read_text("utf-8"))
    return {name: Figure.model_validate(figure) for name, figure in written.items()}


def all_facts() -> tuple[Fact, ...]:
    written = yaml.safe_load(FACTS.read_text("utf-8"))
    return tuple(Fact(name, *row) for name, rows in written.items() for row in rows)

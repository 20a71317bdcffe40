"""The handouts of the real guide as they are offered for download, printed once a run. Asserts nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from guide.handouts.downloads import BOOKLET, Download, downloads
from guide.model import Guide, Routine, Stage
from guide.printing import Paper
from guide.settings import Edition
from handout_pdf import Handout
from once import filled_once

EDITION = Edition("Leg Strength for Runners", "1.2.3", "https://runner.example/guide/", 1_790_000_000)
PAPERS: dict[str, Paper] = {"A4": "a4", "US Letter": "us-letter"}

Cards = dict[tuple[str, Paper], Handout]
"""By the id of the exercise."""


@dataclass(frozen=True)
class Sheet:
    """A routine in one of its stages, on one paper."""

    routine: Routine
    stage: Stage
    paper: Paper
    handout: Handout

    def __str__(self) -> str:
        return f"{self.routine.id}, {self.stage.id}, {self.paper}"


@pytest.fixture(scope="session")
def printed(real_guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> tuple[Download, ...]:
    folder = filled_once(tmp_path_factory, "handouts", lambda folder: downloads(real_guide, EDITION, folder))
    return downloads(real_guide, EDITION, folder)


@pytest.fixture(scope="session")
def sheets(real_guide: Guide, printed: tuple[Download, ...]) -> list[Sheet]:
    """Every stage of every routine on both papers."""
    return [
        Sheet(routine, stage, PAPERS[each.paper], Handout(each.content()))
        for routine in real_guide.routines.values()
        for stage in routine.stages
        for each in printed
        if each.page == f"routines/{routine.id}/" and each.stage == stage.id
    ]


@pytest.fixture(scope="session")
def cards(real_guide: Guide, printed: tuple[Download, ...]) -> Cards:
    """Every exercise on both papers."""
    return {
        (exercise, PAPERS[each.paper]): Handout(each.content())
        for exercise in real_guide.exercises
        for each in printed
        if each.page == f"exercises/{exercise}/"
    }


@pytest.fixture(scope="session")
def booklet(printed: tuple[Download, ...]) -> Handout:
    """On A4."""
    return Handout(next(each.content() for each in printed if BOOKLET in each.uri and each.paper == "A4"))


def sheet_of(sheets: Iterable[Sheet], routine: str, stage: str | None = None, paper: Paper = "a4") -> Handout:
    """One of them; the first stage where none is named."""
    found = (each for each in sheets if (each.routine.id, each.paper) == (routine, paper))
    return next(each.handout for each in found if stage in (None, each.stage.id))

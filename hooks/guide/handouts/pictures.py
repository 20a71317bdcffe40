"""What a picture on a handout is, and who gives the pictures of an exercise. Draws none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from guide.model import Exercise


@dataclass(frozen=True)
class Picture:
    """One key frame."""

    svg: str
    """SVG text with literal colours: Typst knows neither classes nor variables of CSS."""
    caption: str
    """A short line for under it."""
    alt: str
    """What it shows, for those who do not see it."""
    close_up: str | None = None
    """SVG text of the part that matters, large, where the exercise turns on it."""


class Pictures(Protocol):
    """Gives the key frames of an exercise, or of the version of that name, or a mistake (the first is 1), wrong and
    right; none where there is no drawing."""

    def __call__(self, exercise: Exercise, version: str | None = None, *, mistake: int = 0) -> Sequence[Picture]: ...


def no_pictures(exercise: Exercise, version: str | None = None, *, mistake: int = 0) -> Sequence[Picture]:
    """For a guide without figures."""
    return ()

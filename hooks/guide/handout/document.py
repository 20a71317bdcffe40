"""What handouts are made of beside the guide: their edition, and pictures of the exercises. Knows no layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from guide.model import Exercise


@dataclass(frozen=True)
class Edition:
    """What all handouts of one build have in common."""

    guide: str
    """Name of the guide, as it stands at the foot of every page."""
    version: str
    """Version of the guide."""
    site_url: str
    """Where the site is published; every handout leads back to its page there."""
    timestamp: int
    """When the data last changed, in seconds since 1970: the PDF's date. Never the clock, or no two builds agree."""
    licence: str = "CC BY-SA 4.0"
    """Licence of text and figures."""


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


Pictures: TypeAlias = Callable[[Exercise, str | None], Sequence[Picture]]
"""The key frames of an exercise, or of the version of that name; none where there is no drawing."""


def no_pictures(exercise: Exercise, version: str | None) -> Sequence[Picture]:
    """For a guide without figures."""
    return ()

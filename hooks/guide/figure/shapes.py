"""The drawn body: cross-sections along every segment, and the profiles of head and shoe.

Written as tables of thousandths of body height (shares of a segment's length: hundredths), one row after a comma.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Section(NamedTuple):
    """An ellipse on a segment: share of its length, shift to the front and outward, half depth, half width."""

    on: str
    share: float
    front: float
    out: float
    deep: float
    wide: float


class Corner(NamedTuple):
    """A corner of a profile: its place seen from the side (front, up) and seen from the front (across, up)."""

    front: float
    side_up: float
    across: float
    front_up: float


def sections(table: str) -> tuple[Section, ...]:
    """`thigh 3 -36 4 27 40, 22 …`: a row without a segment lies on the one before."""
    return tuple(_sections(table))


def _sections(table: str) -> Iterator[Section]:
    on = ""
    for row in table.split(", "):
        *named, share, front, out, deep, wide = row.split()
        on = named[0] if named else on
        yield Section(on, float(share) / 100, *_thousandths((front, out, deep, wide)))


def _corners(table: str) -> tuple[Corner, ...]:
    return tuple(Corner(*_thousandths(row.split())) for row in table.split(", "))


def _thousandths(numbers: Iterable[str]) -> Iterator[float]:
    return (float(number) / 1000 for number in numbers)


THIGH = sections("thigh 0 -2 -2 58 46, 22 5 1 57 49, 66 8 1 44.5 42, 100 4 0 32 30")
SHANK = sections("shank -2 3 0 31 30, 26 -10 1 40.5 37, 52 -8 1 32 29, 78 -3 0 20.5 20, 100 -5 0 20 19")
UPPER_ARM = sections("upper_arm -2 0 -6 35 33, 20 1 1 34 33, 100 0 0 20.5 21")
FOREARM = sections("forearm 0 0 0 20.5 21, 20 2 1 23.5 23.5, 100 0 0 13 13.5")
HAND = sections("hand -10 0 0 13 12.5, 100 3 -3 22.5 12.5, 200 0 -10 9.5 8")
THUMB = sections("hand 15 10 -2 9 9, 115 28 -8 7.5 7.5")
NECK = sections("chest 106 -13 0 33 46, head 34 -6 0 30 32.5, 85 0 0 31 32")
TOP = sections("pelvis 45 -4 0 58 83, chest 2 3 0 50 71, 72 2 0 64 98, 95 -7 0 48 104, 110 -14 0 36 66")
HIPS = sections("pelvis -54 -8 0 54 62, -8 -14 0 68 96, 45 -7 0 61 88, 86 -1 0 54 76")
SHORTS_LEG = sections("thigh -4 -5 1 62 48, 20 4 2 62 53, 42 7 3 61 54")

HEAD = _corners(
    "10 69 16 69, 45 56 43 50, 57 20 49 14, 56 8 49 -4, 74 -14 48 -14, 58 -22 46 -26, 60 -40 41 -44, "
    "53 -66 20 -70, 20 -62 -20 -70, -10 -40 -44 -40, -44 -34 -49 -10, -64 10 -50 14, -50 62 -43 52"
)
HAIR = _corners(
    "52 38 52 10, 50 70 51 68, 5 84 18 84, -50 78 -18 84, -76 22 -51 68, -66 -40 -52 10, -34 -40 -44 10, "
    "-30 -4 -36 46, -2 -6 36 46, 10 30 44 10"
)
HAIR_BEHIND = _corners(
    "52 38 50 -4, 50 70 50 66, 5 84 18 84, -50 78 -18 84, -76 22 -50 66, -66 -40 -50 -4, -34 -40 -44 -44, "
    "-30 -4 -16 -60, -2 -6 16 -60, 10 30 44 -44"
)
SHOE = _corners(
    "-44 18 -22 16, 20 18 22 16, 44 -4 31 -6, 92 -16 37 -18, 121 -22 38 -30, 114 -40 34 -41, "
    "70 -41 12 -41, 0 -39 -12 -41, -54 -41 -34 -41, -60 -16 -38 -24"
)
SOLE = _corners("-60 -25 -39 -29, 60 -30 0 -30, 126 -26 39 -29, 114 -42 37 -42, 40 -41 0 -41, -60 -43 -37 -42")

# Reach along the foot, height and half width: the shoe and its sole seen from above or below.
SHOE_OVAL = ((-0.020, -0.010, 0.026), (0.034, -0.020, 0.031), (0.086, -0.026, 0.037))
SOLE_OVAL = ((-0.026, -0.036, 0.026), (0.082, -0.036, 0.031))
TOE_CAP = ((0.098, -0.030, 0.026), (0.106, -0.030, 0.024))

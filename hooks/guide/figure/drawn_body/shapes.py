"""The drawn body: cross-sections along every segment, for each build.

Written as tables of thousandths of body height (shares of a segment's length: hundredths), one row after a comma.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from guide.figure.posing import body
from guide.model.person import PLAIN_PERSON, Build


class Section(NamedTuple):
    """An ellipse on a segment: share of its length, shift to the front and outward, half depth, half width."""

    on: str
    share: float
    front: float
    out: float
    deep: float
    wide: float


Sections = tuple[Section, ...]


def sections(table: str) -> Sections:
    """`thigh 3 -36 4 27 40, 22 …`: a row without a segment lies on the one before."""
    return tuple(_sections(table))


def _sections(table: str) -> Iterator[Section]:
    on = ""
    for row in table.split(", "):
        *named, share, front, out, deep, wide = row.split()
        on = named[0] if named else on
        yield Section(on, float(share) / 100, *_thousandths((front, out, deep, wide)))


def _thousandths(numbers: Iterable[str]) -> Iterator[float]:
    return (float(number) / 1000 for number in numbers)


_TABLES = {
    "thigh": "thigh 30 6 1 52 46.5, 66 8 1 41 39, 104 4 0 30.5 28.5",
    "shank": "shank 0 4 0 30.5 28.5, 26 -10 1 39 36, 52 -8 1 31 29, 78 -3 0 19 20, 99 -5 0 18 19",
    "sock": "shank 84 -4 0 20.5 21, 101 -5 0 21 22",
    "upper_arm": "upper_arm 26 1 -1 30 28.5, 62 3 0 26 24.5, 107 0 0 20 20",
    "sleeve": "chest 90 -7 78 28 27, upper_arm 15 -1 -7 31.5 27, 28 0 -2 33.5 31, 43 1 0 32 31",
    "forearm": "forearm 0 0 0 20 20, 22 2 1 24 23, 100 0 0 13 14",
    "neck": "chest 100 -14 0 31 46, 112 -14 0 30 34, head 60 -7 0 30 32",
    "top": "pelvis 62 -6 0 57 80, spine_1 40 0 0 51 70, spine_2 60 4 0 55 80, spine_3 40 0 0 56 92, "
    "100 -10 0 40 97, 124 -15 0 30 66, 150 -16 0 27 37",
    "hips": "pelvis -56 -8 0 50 60, -10 -14 0 66 94, 45 -9 0 61 87, 92 -3 0 53 74",
    "shorts": "pelvis -8 -6 43 50 44, thigh 12 1 0 60 50, 28 6 2 60 52.5, 50 8 2 57 51",
    "shoe": "foot -37 -6 0 26 22, -4 -3 0 29 25, 34 -13 2 19 29, 74 -22 3 12 35, 102 -26 1 7 25",
    "sole": "foot -39 -34 0 8 24, 20 -35 1 7.5 28, 72 -35 3 7.5 37, 105 -33 1 6.5 26",
}
_HANDS = {
    "relaxed_hand": "hand -12 0 0 13 12, 45 2 -1 22 12, 130 2 -6 19 11, 196 -1 -17 10 9",
    "relaxed_thumb": "hand 10 12 -2 9 9, 108 28 -9 7 7",
    "flat_hand": "hand -12 0 0 13 12, 50 2 0 23 11, 140 1 -1 21 9, 214 -2 -2 12 7",
    "flat_thumb": "hand 15 13 -1 9 8, 110 36 -3 7.5 7",
    "grip_hand": "hand -12 0 0 13 12, 40 1 -2 22 15, 95 1 -8 23 19, 120 0 -11 20 17",
    "grip_thumb": "hand 25 16 -10 9 9, 100 17 -25 9 8",
}
_NECKLINE = "spine_3 52 50 0 5 20, 76 50 0 5 40, 100 40 0 5 46, 138 40 0 5 40"
Grip = Literal["relaxed", "flat", "grip"]

_GIRTH = {
    "thigh": ("legs",),
    "shank": ("legs",),
    "pelvis": ("hips",),
    "spine_1": ("waist",),
    "spine_2": ("waist", "chest"),
    "spine_3": ("chest", "shoulders"),
    "upper_arm": ("arms",),
    "forearm": ("arms",),
}


class Form(NamedTuple):
    """All tubes of one build, and the surface that muscles lie on."""

    tubes: dict[str, Sections]
    surface: dict[str, Sections]
    """Sections by segment in order of their shares; of the trunk, by height from the hips as `trunk`."""
    neckline: Sections


@cache
def form(build: Build = PLAIN_PERSON.build) -> Form:
    """The tubes of a build."""
    tubes = {name: _of_build(sections(table), build) for name, table in (_TABLES | _HANDS).items()}
    limbs = {
        "thigh": (*tubes["shorts"][1:3], *tubes["thigh"][1:]),
        "upper_arm": (*tubes["sleeve"][1:3], *tubes["upper_arm"][1:]),
        "foot": tubes["shoe"],
        "hand": tubes["relaxed_hand"],
    }
    surface = limbs | {name: tubes[name] for name in ("shank", "forearm")}
    trunk = (*tubes["hips"][:3], *tubes["top"][1:])
    surface["trunk"] = tuple(section._replace(on="trunk", share=height(section.on, section.share)) for section in trunk)
    return Form(tubes, surface, sections(_NECKLINE))


def height(on: str, share: float) -> float:
    """How far from the hips along the trunk a place on pelvis, chest or spine is, in body heights."""
    if on == "pelvis":
        return share * body.PELVIS
    if on == "chest":
        return body.PELVIS + share * body.CHEST
    return body.PELVIS + (int(on[-1]) - 1 + share) * body.CHEST / body.SPINE


def _of_build(table: Sections, build: Build) -> Sections:
    return tuple(_wider(section, _girth(section.on, build)) for section in table)


def _girth(on: str, build: Build) -> float:
    names = _GIRTH.get(on, ())
    return sum(float(getattr(build, name)) for name in names) / len(names) if names else 1.0


def _wider(section: Section, k: float) -> Section:
    """The section `k` times as wide; what is added lies in front of the spine rather than behind it."""
    ahead = 0.4 * (k - 1) * section.deep if section.on.startswith(("spine", "pelvis")) else 0.0
    return section._replace(front=section.front + ahead, deep=section.deep * k, wide=section.wide * k)

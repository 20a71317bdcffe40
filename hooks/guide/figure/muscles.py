"""Where each muscle lies on the drawn body, and from which sides it can be seen. Numbers only."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure.shapes import Section, sections

_TABLE = """
quads                 100    0  -50  thigh 12 36 4 10 16, 34 33 3 25 36, 66 26 3 23 36, 92 22 0 10 16
hamstrings           -100    0  -50  thigh 17 -36 0 10 13, 50 -25 0 19 35, 93 -21 0 6 10
adductors              35 -100   10  thigh 4 6 -26 14 10, 25 2 -32 26 14, 48 4 -30 20 11, 70 6 -26 8 6
glute-max            -100   35  -15  pelvis 52 -46 34 10 13, 12 -50 48 25 36, thigh 3 -36 4 27 40, 22 -30 16 9 12
glute-med             -25  100  -30  pelvis 72 -10 66 32 10, 36 -6 78 26 12, -4 0 86 9 8
tensor-fasciae-latae   60  100    0  pelvis 40 36 72 9 9, thigh 6 26 36 15 13, 34 10 43 7 7
hip-rotators         -100   30    0  pelvis 20 -60 18 10 10, 8 -56 48 16 16, -4 -30 82 10 10
hip-flexors           100   40  -15  chest 5 36 22 10 9, pelvis 35 40 42 14 18, thigh 8 36 -8 12 13, 20 36 -16 7 8
gastrocnemius        -100    0  -50  shank 6 -23 0 6 9, 27 -28 1 19 31, 55 -21 1 7 10
soleus               -100    0  -50  shank 38 -6 8 7 11, 60 -11 2 14 23, 86 -12 0 5 7
tibialis-anterior     100   60    0  shank 10 18 10 7 8, 30 15 14 10 13, 55 13 9 7 9, 86 10 2 4 5
tibialis-posterior    -40 -100   10  shank 34 -6 -18 7 7, 58 -6 -15 10 8, 94 -10 -12 5 5
fibulares              10  100    0  shank 12 0 20 7 8, 34 1 25 9 9, 62 0 18 7 7, 94 -8 12 4 5
foot                 -100    0   30  foot -20 -24 0 6 18, 20 -17 0 9 22, 68 -26 0 6 22
erectors             -100   10  -25  pelvis 70 -40 22 9 14, chest 10 -34 22 10 15, 80 -46 20 6 10
abdominals            100   10  -25  pelvis 30 40 18 8 13, chest 2 38 20 9 17, 52 47 22 7 18
obliques               40  100    0  pelvis 70 10 62 24 10, chest 10 8 58 24 10, 46 -4 72 16 9
shoulders               0  100  -60  upper_arm 0 0 4 22 20, 20 0 8 24 20, 48 0 10 8 10
"""
"""Name; in hundredths front, out and least of `Muscle`; its sections, as `shapes` writes them."""


class Muscle(NamedTuple):
    """One muscle as drawn: sections along it, and the direction (front, out) that it faces on the first segment."""

    sections: tuple[Section, ...]
    front: float
    out: float
    least: float
    """Seen while the cosine between its face and the viewer is above this."""
    shod: bool
    """Inside the shoe: on the body map it shows through it."""


def _muscle(row: str) -> tuple[str, Muscle]:
    name, front, out, least, table = row.split(maxsplit=4)
    return name, Muscle(sections(table), int(front) / 100, int(out) / 100, int(least) / 100, shod=name == "foot")


MUSCLES: dict[str, Muscle] = dict(map(_muscle, _TABLE.strip().splitlines()))
TRUNK = frozenset({"erectors", "abdominals", "obliques"})
ARM = frozenset({"shoulders"})
LEG = frozenset(MUSCLES) - TRUNK - ARM

"""Which piece of the body lies in front of which. Every piece is a row of beads; where two pieces overlap on paper, the
one whose beads are nearer to the viewer there is drawn later."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from guide.figure.drawn_body.camera import Camera
from guide.figure.posing.skeleton import SIDES, Segment, Skeleton
from guide.figure.posing.vector import dot, sub

LIMBS = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
PIECES = ("pelvis", "top", "neck", "head", *(f"{side}_{limb}" for side in SIDES for limb in LIMBS))
"""All pieces of the body."""

_PARENTS = {"shank": "thigh", "foot": "shank", "forearm": "upper_arm", "hand": "forearm"}
PARENT: dict[str, str] = {"top": "pelvis", "neck": "top", "head": "neck"}
PARENT |= {f"{side}_{child}": f"{side}_{parent}" for side in SIDES for child, parent in _PARENTS.items()}
PARENT |= {f"{side}_{child}": parent for side in SIDES for child, parent in (("thigh", "pelvis"), ("upper_arm", "top"))}
"""The piece that each hangs on."""

# How far away from the viewer a child leads before its parent covers it: in body heights where they overlap; of a limb,
# from the trunk that it hangs on; of a part of the trunk, as a cosine.
_SLACK, _ROOT_BEHIND, _BEHIND = -0.025, -0.028, -0.8
_HOLD = 0.03  # what the order of two that hang together counts for in a ring, in body heights
_AXES = {"top": "chest", "neck": "head", "head": "head"}


class Bead(NamedTuple):
    """A ball of a piece, on paper: to the right, up, towards the viewer; its radius."""

    x: float
    y: float
    depth: float
    radius: float


Beads = tuple[Bead, ...]


def _rows(table: str) -> tuple[tuple[float, float, float, float], ...]:
    return tuple(
        (a / 100, b / 1000, c / 1000, d / 1000) for a, b, c, d in (map(float, row.split()) for row in table.split(", "))
    )


_ROWS = {
    "pelvis": _rows("-25 -8 -36 52, -25 -8 0 52, -25 -8 36 52, 45 -8 -36 52, 45 -8 0 52, 45 -8 36 52"),
    "spine_1": _rows("30 0 -26 46, 30 0 0 46, 30 0 26 46"),
    "spine_2": _rows("50 3 -30 50, 50 3 0 50, 50 3 30 50"),
    "spine_3": _rows("30 -2 -42 44, 30 -2 0 44, 30 -2 42 44, 85 -2 -42 44, 85 -2 0 44, 85 -2 42 44"),
    "neck": _rows("25 -8 0 31, 50 -6 0 30"),
    "head": _rows("85 12 0 42, 112 -8 0 60"),
    "thigh": _rows("10 3 0 50, 32 3 0 49, 54 3 0 44, 76 3 0 37, 100 3 0 29"),
    "shank": _rows("5 -5 0 29, 28 -5 0 35, 52 -5 0 30, 76 -5 0 21, 95 -5 0 18"),
    "foot": _rows("-20 -12 0 24, 30 -18 0 22, 80 -26 0 16"),
    "upper_arm": _rows("2 0 0 30, 28 0 0 30, 54 0 0 26, 80 0 0 21, 100 0 0 19"),
    "forearm": _rows("5 0 0 19, 30 0 0 21, 55 0 0 18, 80 0 0 15, 100 0 0 12"),
    "hand": _rows("10 0 0 13, 90 0 -4 17, 160 0 -8 13"),
}
"""Of each segment: share of its length in hundredths; forward, outward and radius in thousandths of body height."""
_TOP = ("spine_1", "spine_2", "spine_3")


def depth_order(skeleton: Skeleton, view: Camera, earlier: tuple[str, ...] = ()) -> tuple[str, ...]:
    """All pieces, the furthest first; in the order that they had `earlier` where nothing speaks against it."""
    beads = {piece: _beads(skeleton, view, piece) for piece in PIECES}
    before: dict[str, dict[str, float]] = {piece: {} for piece in PIECES}
    for a, b in combinations(PIECES, 2):
        nearer = (
            _nearer(skeleton, view, beads, a, b)
            if PARENT.get(b) == a or PARENT.get(a) == b
            else _lead(beads[a], beads[b])
        )
        if nearer > 0:
            before[a][b] = nearer
        elif nearer < 0:
            before[b][a] = -nearer
    if earlier:
        return _sorted(before, {piece: float(place) for place, piece in enumerate(earlier)})
    return _sorted(before, {piece: max(bead.depth for bead in beads[piece]) for piece in PIECES})


def _sorted(before: dict[str, dict[str, float]], rank: dict[str, float]) -> tuple[str, ...]:
    """Every piece after those that it covers (`before`). In a ring, the piece comes first that errs least."""
    rest = sorted(PIECES, key=lambda piece: rank.get(piece, 0.0))
    found = []
    while rest:
        errors = [sum(lead for other, lead in before[piece].items() if other in rest) for piece in rest]
        piece = rest.pop(errors.index(min(errors)))
        found.append(piece)
    return tuple(found)


def _beads(skeleton: Skeleton, view: Camera, piece: str) -> Beads:
    if piece == "top":
        return tuple(bead for name in _TOP for bead in _row(skeleton[name], view, name))
    if piece == "neck":
        return _row(skeleton["head"], view, "neck")
    return _row(skeleton[piece], view, piece.removeprefix("right_").removeprefix("left_"))


def _row(segment: Segment, view: Camera, name: str) -> Beads:
    return tuple([_bead(segment, view, row) for row in _ROWS[name]])


def _bead(segment: Segment, view: Camera, row: tuple[float, float, float, float]) -> Bead:
    share, front, out, radius = row
    place = segment.point(share, front, out)
    return Bead(*view.flat(place), view.depth(place), radius)


def _lead(a: Beads, b: Beads) -> float:
    """By how much `a` lies in front of `b` where the two overlap on paper, minus if behind; 0 where they do not."""
    total = weight = 0.0
    for ax, ay, az, ar in a:
        for bx, by, bz, br in b:
            dx, dy, reach = ax - bx, ay - by, ar + br
            apart = dx * dx + dy * dy
            if apart < reach * reach:
                near = 1 - apart / (reach * reach)
                total += near * (az - bz + (ar - br) * sqrt(near))
                weight += near
    return total / weight if weight else 0.0


def _nearer(skeleton: Skeleton, view: Camera, beads: Mapping[str, Beads], a: str, b: str) -> float:
    """The same of two pieces that hang together: the child covers its parent unless it clearly lies behind."""
    child, parent, sign = (b, a, -1.0) if PARENT.get(b) == a else (a, b, 1.0)
    if child.endswith(("thigh", "upper_arm")):
        covers = _covers_trunk(skeleton, view, child)
    elif child in _AXES:
        covers = view.depth(skeleton[_AXES[child]].axis) > _BEHIND
    else:
        # Not the joint itself, where the two are one.
        covers = _lead(beads[child][1:], beads[parent][:-1]) > _SLACK
    return sign * _HOLD if covers else -sign * _HOLD


def _covers_trunk(skeleton: Skeleton, view: Camera, limb: str) -> bool:
    leg = limb.endswith("thigh")
    root = skeleton["pelvis"].at if leg else skeleton["chest"].end
    segment = skeleton[limb]
    aside = dot(sub(segment.at, root), view.towards)
    return aside + 0.4 * segment.length * view.depth(segment.axis) > _ROOT_BEHIND

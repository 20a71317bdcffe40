"""Which piece of the body lies in front of which. Every piece is a row of beads; where two pieces overlap on paper, the
one whose beads are nearer to the viewer there is drawn later."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from guide.figure.camera import Camera
from guide.figure.skeleton import SIDES, Segment, Skeleton
from guide.figure.vector import dot, sub

LIMBS = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
PIECES = ("pelvis", "top", "neck", "head", *(f"{side}_{limb}" for side in SIDES for limb in LIMBS))
"""All pieces of the body."""

_PARENTS = {"shank": "thigh", "foot": "shank", "forearm": "upper_arm", "hand": "forearm"}
PARENT: dict[str, str] = {"top": "pelvis", "neck": "top", "head": "neck"}
PARENT |= {f"{side}_{child}": f"{side}_{parent}" for side in SIDES for child, parent in _PARENTS.items()}
PARENT |= {f"{side}_{child}": parent for side in SIDES for child, parent in (("thigh", "pelvis"), ("upper_arm", "top"))}
"""The piece that each hangs on."""

_BEHIND = -0.8  # part of its length by which a piece leads away from the viewer before its parent covers it
_AWAY, _BENT = -0.3, -0.5  # the same where the joint is bent by that much more than the parent leads away
_ROOT_BEHIND = -0.028  # and how much further away a limb may lie than the trunk that it hangs on, in body heights


class Bead(NamedTuple):
    """A ball of a piece, on paper: to the right, up, towards the viewer; its radius."""

    x: float
    y: float
    depth: float
    radius: float


# Of each segment: share of its length, forward, outward, radius.
_ROWS: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "pelvis": tuple((share, -0.008, out, 0.052) for share in (-0.25, 0.45) for out in (-0.036, 0.0, 0.036)),
    "spine_1": tuple((0.3, 0.0, out, 0.046) for out in (-0.026, 0.0, 0.026)),
    "spine_2": tuple((0.5, 0.003, out, 0.050) for out in (-0.03, 0.0, 0.03)),
    "spine_3": tuple((share, -0.002, out, 0.044) for share in (0.3, 0.85) for out in (-0.042, 0.0, 0.042)),
    "neck": ((0.25, -0.008, 0.0, 0.031), (0.5, -0.006, 0.0, 0.030)),
    "head": ((0.85, 0.012, 0.0, 0.042), (1.12, -0.008, 0.0, 0.060)),
    "thigh": tuple((share, 0.003, 0.0, radius) for share, radius in ((0.1, 0.050), (0.32, 0.049), (0.54, 0.044), (0.76, 0.037), (1.0, 0.029))),
    "shank": tuple((share, -0.005, 0.0, radius) for share, radius in ((0.05, 0.029), (0.28, 0.035), (0.52, 0.030), (0.76, 0.021), (0.95, 0.018))),
    "foot": ((-0.2, -0.012, 0.0, 0.024), (0.3, -0.018, 0.0, 0.022), (0.8, -0.026, 0.0, 0.016)),
    "upper_arm": tuple((share, 0.0, 0.0, radius) for share, radius in ((0.02, 0.030), (0.28, 0.030), (0.54, 0.026), (0.8, 0.021), (1.0, 0.019))),
    "forearm": tuple((share, 0.0, 0.0, radius) for share, radius in ((0.05, 0.019), (0.3, 0.021), (0.55, 0.018), (0.8, 0.015), (1.0, 0.012))),
    "hand": ((0.1, 0.0, 0.0, 0.013), (0.9, 0.0, -0.004, 0.017), (1.6, 0.0, -0.008, 0.013)),
}  # fmt: skip
_TOP = ("spine_1", "spine_2", "spine_3")


def depth_order(skeleton: Skeleton, view: Camera) -> tuple[str, ...]:
    """All pieces, the furthest first."""
    beads = {piece: _beads(skeleton, view, piece) for piece in PIECES}
    before: dict[str, dict[str, float]] = {piece: {} for piece in PIECES}
    for a, b in combinations(PIECES, 2):
        nearer = _nearer(skeleton, view, a, b) if PARENT.get(b) == a or PARENT.get(a) == b else _lead(beads[a], beads[b])
        if nearer > 0:
            before[a][b] = nearer
        elif nearer < 0:
            before[b][a] = -nearer
    return _sorted(before, {piece: max(bead.depth for bead in beads[piece]) for piece in PIECES})


def _sorted(before: dict[str, dict[str, float]], depth: dict[str, float]) -> tuple[str, ...]:
    """Every piece after those that it covers (`before`). In a ring, the piece comes first that errs least."""
    rest = sorted(PIECES, key=lambda piece: depth[piece])
    found = []
    while rest:
        errors = [sum(lead for other, lead in before[piece].items() if other in rest) for piece in rest]
        piece = rest.pop(errors.index(min(errors)))
        found.append(piece)
    return tuple(found)


def _beads(skeleton: Skeleton, view: Camera, piece: str) -> tuple[Bead, ...]:
    if piece == "top":
        return tuple(bead for name in _TOP for bead in _row(skeleton[name], view, name))
    if piece == "neck":
        return _row(skeleton["head"], view, "neck")
    return _row(skeleton[piece], view, piece.removeprefix("right_").removeprefix("left_"))


def _row(segment: Segment, view: Camera, name: str) -> tuple[Bead, ...]:
    return tuple([_bead(segment, view, row) for row in _ROWS[name]])


def _bead(segment: Segment, view: Camera, row: tuple[float, float, float, float]) -> Bead:
    share, front, out, radius = row
    place = segment.point(share, front, out)
    return Bead(*view.flat(place), view.depth(place), radius)


def _lead(a: Iterable[Bead], b: Iterable[Bead]) -> float:
    """By how much `a` lies in front of `b` where the two overlap on paper, minus if behind; 0 where they do not."""
    total = weight = 0.0
    b = tuple(b)
    for ax, ay, az, ar in a:
        for bx, by, bz, br in b:
            dx, dy, reach = ax - bx, ay - by, ar + br
            apart = dx * dx + dy * dy
            if apart < reach * reach:
                near = 1 - apart / (reach * reach)
                total += near * (az - bz + (ar - br) * sqrt(near))
                weight += near
    return total / weight if weight else 0.0


def _nearer(skeleton: Skeleton, view: Camera, a: str, b: str) -> float:
    """The same of two pieces that hang together: the child covers its parent unless it clearly leads away."""
    child, sign = (b, -1.0) if PARENT.get(b) == a else (a, 1.0)
    return sign if _child_covers(skeleton, view, child) else -sign


def _child_covers(skeleton: Skeleton, view: Camera, child: str) -> bool:
    if child == "top":
        return view.depth(skeleton["chest"].axis) > _BEHIND
    if child == "neck":
        return view.depth(skeleton["head"].axis) > _BEHIND
    if child == "head":
        return True
    segment = skeleton[child]
    if not child.endswith(("thigh", "upper_arm")):
        ahead = view.depth(segment.axis)
        bent = ahead - view.depth(skeleton[PARENT[child]].axis)
        return ahead > _BEHIND and not (ahead < _AWAY and bent < _BENT)
    base = skeleton["pelvis" if child.endswith("thigh") else "chest"]
    root = base.at if child.endswith("thigh") else base.end
    aside = dot(sub(segment.at, root), view.towards)
    return aside + 0.4 * segment.length * view.depth(segment.axis) > _ROOT_BEHIND


"""What is painted before what: props and things put among the parts of a body, by what separates them in space."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from guide.figure.drawn_body.camera import Camera, Point
from guide.figure.drawn_body.painted import Painted, Piece, corners
from guide.figure.drawn_body.parts import Part, Parts
from guide.figure.drawn_body.subject import Subject
from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.vector import Vec

Shape = Part | Painted
_BONES: dict[str, tuple[str, ...]] = {"top": ("pelvis", "chest"), "neck": ("head",)}
_SAMPLES = (0.1, 0.5, 0.9)
_SLACK = 0.02  # a bone may be this far inside a box and still lie on it


class Held(NamedTuple):
    """A thing, or a part of one, that moves with the body."""

    part: Part
    probes: tuple[Vec, ...]
    """Points of it in space."""
    below: tuple[str, ...] = ()
    """Names of parts of the body that always lie over it: fingers round a handle."""
    above: tuple[str, ...] = ()
    """Names of those that it always lies over."""


Bounds = tuple[float, float, float, float]


class Body(NamedTuple):
    """The parts of a body, furthest first, with what tells where they are."""

    parts: Parts
    skeleton: Skeleton
    subject: Subject


def in_order(these: Body, view: Camera, pieces: Sequence[Piece], held: Sequence[Held]) -> tuple[Shape, ...]:
    """Everything that is painted, furthest first: the body in its order, the rest between its parts."""
    if not pieces and not held:
        return these.parts
    body = with_things(these, view, held)
    probes = _all_probes(these) | {each.part.name: each.probes for each in held}
    frames = [_frame(part) for part in body]
    slots: list[list[Shape]] = [[] for _ in range(len(body) + 1)]
    for piece in _far_first(pieces, view):
        frame = bounds(point for shape in piece.shapes for point in shape.points)

        def before(part: Part, piece: Piece = piece) -> int:
            return _side(piece, probes.get(part.name) or (), view)

        slots[_slot(body, frames, frame, before)] += piece.shapes
    shapes: list[Shape] = []
    for slot, part in zip(slots, (*body, None), strict=True):
        shapes += slot
        shapes += [part] if part else []
    return tuple(shapes)


def with_things(these: Body, view: Camera, held: Sequence[Held]) -> Parts:
    """The body with what it holds or wears between its parts."""
    if not held:
        return these.parts
    body, probes = list(these.parts), _all_probes(these)
    frames = [_frame(part) for part in body]
    for each in sorted(held, key=lambda each: max(map(view.depth, each.probes))):
        frame = _frame(each.part)

        def before(part: Part, each: Held = each) -> int:
            if each.below and {part.name, part.piece} & set(each.below):
                return 9
            if each.above and {part.name, part.piece} & set(each.above):
                return -9
            return _nearer(probes.get(part.name) or (), each.probes, view)

        slot = _slot(body, frames, frame, before)
        body.insert(slot, each.part)
        frames.insert(slot, frame)
        probes[each.part.name] = each.probes
    return tuple(body)


def _slot(body: Sequence[Part], frames: Sequence[Bounds], frame: Bounds, before: Callable[[Part], int]) -> int:
    """The place among the parts that is wrong for the fewest of them, weighed by how much they overlap; `before` is
    above 0 where a part lies before what is placed."""
    overlaps = (_overlap(own, frame) for own in frames)
    wishes = [before(part) * overlap if overlap else 0.0 for part, overlap in zip(body, overlaps, strict=True)]
    # Put at the very front, it is wrong for all parts that lie before it.
    cost = [0.0]
    for wish in wishes:
        cost.append(cost[-1] + wish)
    least = min(cost)
    return next(i for i, value in enumerate(cost) if value < least + 1e-12)


def _all_probes(these: Body) -> dict[str, tuple[Vec, ...]]:
    """Points inside every part of the body, by its name."""
    lying_on: dict[str, set[str]] = {}
    for belly in these.subject.bellies:
        lying_on.setdefault(belly.muscle, set()).update(section.on for section in belly.sections)
    return {part.name: _probes(part.piece, lying_on.get(part.muscle, ()), these.skeleton) for part in these.parts}


def _probes(piece: str, bones: Iterable[str], skeleton: Skeleton) -> tuple[Vec, ...]:
    """Points inside a piece of the body; `bones`, what a muscle lies on."""
    side = piece.partition("_")[0]
    bones = bones or _BONES.get(piece, (piece,))
    names = [bone if bone in skeleton else f"{side}_{bone}" for bone in bones]
    return tuple(skeleton[each].point(share) for each in names if each in skeleton for share in _SAMPLES)


def _frame(part: Part) -> Bounds:
    return bounds(point for outline in part.outlines for point in outline)


def bounds(points: Iterable[Point]) -> Bounds:
    across, up = zip(*points, strict=True)
    return min(across), max(across), min(up), max(up)


def _overlap(a: Bounds, b: Bounds) -> float:
    wide, high = min(a[1], b[1]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[2], b[2])
    return wide * high if wide > 0 and high > 0 else 0.0


def _side(piece: Piece, probes: Sequence[Vec], view: Camera) -> int:
    """1 where these points lie before a box, -1 behind it: on which side of one of its faces all of them are."""
    if not probes:
        return 0
    best, side = -_SLACK, 0
    for axis in range(3):
        values = [probe[axis] for probe in probes]
        for gap, sign in ((min(values) - piece.high[axis], 1), (piece.low[axis] - max(values), -1)):
            facing = sign * view.towards[axis]
            if gap > best and (abs(facing) > 0.05 or axis == 1):
                # At eye level, what lies on a thing is painted over it, unless that is firm; what lies under it is not.
                best, side = gap, (sign if not piece.firm else -1) if abs(facing) <= 0.05 else 1 if facing > 0 else -1
    if side:
        return side
    middle = sum(map(view.depth, corners(piece.low, piece.high))) / 8
    return 1 if sum(map(view.depth, probes)) / len(probes) >= middle else -1


def _nearer(part: Sequence[Vec], thing: Sequence[Vec], view: Camera) -> int:
    """1 where the part lies before the thing, at the place where they meet on paper."""
    if not part:
        return 0
    pairs = [(a, b, _apart(view.flat(a), view.flat(b))) for a in part for b in thing]
    a, b, _ = min(pairs, key=lambda pair: pair[2])
    return 1 if view.depth(a) > view.depth(b) else -1


def _apart(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _far_first(pieces: Sequence[Piece], view: Camera) -> list[Piece]:
    """Pieces sorted so that none is painted over one that lies before it."""
    left, done = list(pieces), []
    while left:
        nothing_behind = (
            each for each in left if not any(other is not each and _before(each, other, view) for other in left)
        )
        first = next(nothing_behind, left[0])
        left = [each for each in left if each is not first]
        done.append(first)
    return done


def _before(piece: Piece, other: Piece, view: Camera) -> bool:
    """Whether a piece lies before another that it overlaps."""
    frames = [bounds(p for shape in each.shapes for p in shape.points) for each in (piece, other)]
    if not _overlap(*frames):
        return False
    return _side(other, corners(piece.low, piece.high), view) > 0

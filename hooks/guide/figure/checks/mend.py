"""Which angle would mend what is off, and by how much: tried on the figure itself. Judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations
from math import ceil, copysign, floor, hypot
from typing import NamedTuple

from guide.figure.checks.finding import Off, in_words
from guide.figure.checks.limits import HEAD, TRUNK
from guide.figure.posing import body
from guide.figure.posing.skeleton import SIDES
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame

STEP = 2.0  # degrees by which an angle is tried
MOST = 40  # degrees; who has to change more draws another pose
MOST_OF_TWO = 20  # degrees, where two angles have to change
_STEPS = 5  # of going nearer
_PAIRED = 4  # angles of which two are tried together
_TOLD = 2


class Turn(NamedTuple):
    """A change of one angle."""

    under: str
    """`trunk`, `head`, `both`, `right` or `left`."""
    joint: str
    by: float
    """Degrees."""

    @property
    def where(self) -> tuple[str, str]:
        return self.under, self.joint


Turns = tuple[Turn, ...]
Sound = Callable[[Frame], int]
"""How much else is off in a frame."""


def turned(frame: Frame, turns: Turns) -> Frame:
    """The frame with these angles changed."""
    pose = frame.pose
    for under, joint, by in turns:
        part = getattr(pose, under)
        value = _written(frame, under, joint) + by
        pose = pose.model_copy(update={under: part.model_copy(update={joint: value})})
    return frame.model_copy(update={"pose": pose})


def remedy(figure: Figure, frame: Frame, off: Off, sound: Sound) -> str:
    """What to do, in words."""
    found = mends(figure, frame, off, sound)
    return _sentence(frame, found) if found else off.remedy


def mends(figure: Figure, frame: Frame, off: Off, sound: Sound) -> tuple[Turns, ...]:
    """The one or two smallest changes that mend it, each by itself: of one angle, or else of two together; those first
    that put the least else off."""
    if off.gap is None:
        return ()
    slopes = tuple(_slopes(figure, frame, off))
    found = [turns for each, slope in slopes if (turns := _closed(figure, frame, off, ((each, slope),)))]
    if not found:
        steep = sorted(slopes, key=lambda each: -abs(each[1]))[:_PAIRED]
        found = [turns for pair in combinations(steep, 2) if (turns := _closed(figure, frame, off, pair))]
    ranked = sorted(found, key=lambda turns: (sound(turned(frame, turns)), _size(turns)))
    if ranked and len(ranked[0]) > 1:
        return (ranked[0],)
    by_joint: dict[str, Turns] = {}
    for turns in ranked:
        by_joint.setdefault(turns[0].joint, turns)
    return tuple(by_joint.values())[:_TOLD]


def _size(turns: Turns) -> float:
    return hypot(*(turn.by for turn in turns))


def _sentence(frame: Frame, found: Sequence[Turns]) -> str:
    """`raise the left shoulder by about 6 degrees to 46, or lower the trunk's lean by about 4 to 38`."""
    ways, unit = [], "degree"
    for turns in found:
        steps = []
        for turn in turns:
            verb, to = "raise" if turn.by > 0 else "lower", _written(frame, turn.under, turn.joint) + turn.by
            amount = f"{abs(turn.by):.0f} {unit}{'s' * (abs(turn.by) != 1)}" if unit else f"{abs(turn.by):.0f}"
            steps.append(f"{verb} {_name(turn)} by about {amount} to {to:g}")
            unit = ""
        ways.append(" and ".join(steps))
    return ", or ".join(ways)


def _name(turn: Turn) -> str:
    joint = in_words(turn.joint)
    if turn.under in SIDES:
        return f"the {turn.under} {joint}"
    return f"the {joint} of both sides" if turn.under == "both" else f"the {turn.under}'s {joint}"


def _written(frame: Frame, under: str, joint: str) -> float:
    """The angle as it is written there, or as it is without being written."""
    value = getattr(getattr(frame.pose, under), joint)
    if value is None and under in SIDES:
        value = getattr(frame.pose.both, joint)
    return float(value or 0)


def _angles(frame: Frame) -> Iterator[tuple[str, str]]:
    """Every angle that may be changed: those of large joints, and what is written besides; of both sides at once where
    they are alike."""
    yield from (("trunk", name) for name in TRUNK_ANGLES if name == "lean" or getattr(frame.pose.trunk, name))
    yield from (("head", name) for name in HEAD if getattr(frame.pose.head, name))
    for joint in body.LIMITS:
        own = [side for side in SIDES if getattr(getattr(frame.pose, side), joint) is not None]
        if joint not in LARGE and not own and getattr(frame.pose.both, joint) is None:
            continue
        if len(own) < 2:
            yield "both", joint
        yield from ((side, joint) for side in (own or SIDES))


TRUNK_ANGLES = ("lean", *TRUNK)
LARGE = frozenset({"hip", "hip_abduction", "knee", "ankle", "shoulder", "shoulder_abduction", "elbow"})


def _limits(under: str, joint: str) -> tuple[float, float]:
    if under == "trunk":
        return TRUNK.get(joint, (-120.0, 180.0))
    low, high = (HEAD if under == "head" else body.LIMITS)[joint]
    return (max(low, 0.0) if joint in ("knee", "elbow") else low), high


def _slopes(figure: Figure, frame: Frame, off: Off) -> Iterator[tuple[tuple[str, str], float]]:
    """How much the gap changes with each angle, of those that change it."""
    for each in _angles(frame):
        up, down = (_gap(figure, frame, off, (Turn(*each, by),)) for by in (STEP, -STEP))
        slope = (up - down) / (2 * STEP)
        if abs(slope) > 1e-4:
            yield each, slope


def _gap(figure: Figure, frame: Frame, off: Off, turns: Turns) -> float:
    assert off.gap is not None
    return off.gap(solve(figure, turned(frame, turns)))


def _closed(figure: Figure, frame: Frame, off: Off, angles: Sequence[tuple[tuple[str, str], float]]) -> Turns | None:
    """The change of these angles, in whole degrees, that closes the gap; None where none does."""
    gap = partial(_gap, figure, frame, off)
    by = [0.0] * len(angles)
    slopes = [slope for _, slope in angles]
    whole: Turns = ()
    for _ in range(_STEPS):
        whole = tuple(Turn(*each, value) for (each, _), value in zip(angles, by, strict=True))
        now = gap(whole)
        if abs(now) <= off.near / 4 or (off.one_sided and -off.near < now <= 0):
            break
        steep = sum(slope * slope for slope in slopes)
        if steep < 1e-10:
            return None
        change = [-now * slope / steep for slope in slopes]
        longest = max(map(abs, change))
        change = [each * min(1.0, 15 / longest) for each in change]
        by = [value + each for value, each in zip(by, change, strict=True)]
        if max(map(abs, by)) > (MOST if len(by) == 1 else MOST_OF_TWO):
            return None
        then = gap(tuple(Turn(*each, value) for (each, _), value in zip(angles, by, strict=True)))
        if len(angles) == 1 and abs(change[0]) > 0.1:
            slopes = [(then - now) / change[0]]
    return next((turns for turns in _rounded(angles, by) if _mended(off, gap(turns)) and _human(frame, turns)), None)


def _rounded(angles: Sequence[tuple[tuple[str, str], float]], by: Sequence[float]) -> Iterator[Turns]:
    """Whole degrees near the change, away from nothing first."""
    for away in (True, False):
        values = [copysign((ceil if away else floor)(abs(value)), value) for value in by]
        yield tuple(Turn(*each, value) for (each, _), value in zip(angles, values, strict=True) if value)
    nearest = [float(round(value)) for value in by]
    yield tuple(Turn(*each, value) for (each, _), value in zip(angles, nearest, strict=True) if value)


def _mended(off: Off, gap: float) -> bool:
    return gap <= off.near if off.one_sided else abs(gap) <= off.near


def _human(frame: Frame, turns: Turns) -> bool:
    for under, joint, by in turns:
        low, high = _limits(under, joint)
        if not low <= _written(frame, under, joint) + by <= high:
            return False
    return bool(turns)

"""What may be wrong with a figure, each finding at the place where it was written. Pure generators; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.figure.checks.bounds import arrow_inside, contact_findings, first_frame, lying, prop_findings, thing_findings
from guide.figure.checks.finding import Finding, Off, Place
from guide.figure.checks.inside import inside
from guide.figure.checks.limits import hands, joint_limits, limb_lengths, solved_angles, trunk_limits
from guide.figure.checks.mend import remedy
from guide.figure.checks.technique import balanced, rules
from guide.figure.checks.touching import contacts, sliding
from guide.figure.posing.contact import contacts_of
from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame

MENDED = 12
"""Findings of a figure for which an angle is looked for; who has more begins with the first."""

FrameCheck = Callable[[Figure, Frame, Skeleton], Iterator[Off]]
HUMAN: tuple[FrameCheck, ...] = (joint_limits, trunk_limits, solved_angles, limb_lengths, hands, contacts, inside)
"""What no body can do."""
TECHNIQUE: tuple[FrameCheck, ...] = (balanced, rules)
"""What no body should do; a mistake is drawn because it does."""


class Seen(NamedTuple):
    """A frame to look at."""

    place: Place
    figure: Figure
    frame: Frame
    before: Frame | None = None
    wrong: bool = False
    """Whether it shows a mistake."""


def figure_findings(figure: Figure) -> Iterator[Finding]:
    """Every finding of every check: of the scene, then frame by frame, of the exercise, its versions and mistakes."""
    yield from _scenes(figure)
    told = 0
    for seen in all_frames(figure):
        for off in offs(seen, seen.frame):
            told += off.gap is not None
            yield (*seen.place, *off.place), off.message, _mended(seen, off) if told <= MENDED else off.remedy
        written = first_frame(seen.frame) if seen.before is None else arrow_inside(seen.figure, seen.before, seen.frame)
        for place, message, hint in (*written, *lying(seen.frame)):
            yield (*seen.place, *place), message, hint


def all_frames(figure: Figure) -> Iterator[Seen]:
    """The key frames, those of every version, and both pictures of every mistake; none twice that is drawn twice."""
    yield from _in_order((), figure)
    for i, version in enumerate(figure.modifications):
        yield from _in_order(("modifications", i), figure.drawn_as(version))
    for i, pair in enumerate(figure.pairs):
        drawn = figure.of_pair(i)
        yield Seen(("pairs", i, "wrong"), drawn, drawn.frames[0], wrong=True)
        if not pair.right.same_as:
            yield Seen(("pairs", i, "right"), drawn, drawn.frames[1])


def _in_order(place: Place, figure: Figure) -> Iterator[Seen]:
    before = (None, *figure.frames)
    for i, frame in enumerate(figure.frames):
        yield Seen((*place, "frames", i), figure, frame, before[i])


def offs(seen: Seen, frame: Frame) -> Iterator[Off]:
    """What is off in the frame, or in one like it in its place."""
    if not frame.flight and not contacts_of(seen.figure, frame):
        yield Off(("contacts",), "this body touches nothing", "say what it touches, or give it a flight")
        return
    skeleton = solve(seen.figure, frame)
    for check in HUMAN if seen.wrong else (*HUMAN, *TECHNIQUE):
        yield from check(seen.figure, frame, skeleton)
    if seen.before:
        yield from sliding(seen.figure, seen.before, frame, skeleton)


def _mended(seen: Seen, off: Off) -> str:
    return remedy(seen.figure, seen.frame, off, lambda frame: sum(1 for _ in offs(seen, frame)))


def _scenes(figure: Figure) -> Iterator[Finding]:
    """What is wrong with props, things and contacts, wherever they are written."""
    yield from prop_findings((), figure.props)
    yield from thing_findings((), figure.things)
    yield from contact_findings((), figure.contacts, figure.props)
    for i, version in enumerate(figure.modifications):
        yield from prop_findings(("modifications", i), version.props or ())
        yield from thing_findings(("modifications", i), version.things or ())
    for seen in all_frames(figure):
        yield from thing_findings(seen.place, seen.frame.things or ())
        if seen.frame.contacts is not None:
            yield from contact_findings(seen.place, seen.frame.contacts, seen.figure.props)
        elif seen.figure.props != figure.props:
            yield from contact_findings(seen.place, figure.contacts, seen.figure.props)

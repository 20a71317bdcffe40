"""What may be wrong with a figure, each finding at the place where it was written. Pure generators; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import dist, inf

from guide.figure.balance import falling
from guide.figure.contact import contacts_of
from guide.figure.limits import Finding, Place, hands, in_words, joint_limits, limb_lengths, solved_angles
from guide.figure.measures import KNEE_RADIUS, measure_of
from guide.figure.skeleton import SIDES, Skeleton, lowest_sole
from guide.figure.solve import solve
from guide.figure.surface import prop_of, surface_of
from guide.figure.touch import gap, reference
from guide.model.figure import Figure, Frame
from guide.model.pose import SideName

TOLERANCE = 0.01  # of body height
PLANTED = frozenset({"sole", "ball", "toes", "laces", "knee", "shin", "hand", "elbow", "forearm"})


def figure_findings(figure: Figure) -> Iterator[Finding]:
    """Every finding of every check, frame by frame, of the exercise and of its versions."""
    for place, seen in _figures(figure):
        for i, frame in enumerate(seen.frames):
            skeleton = solve(seen, frame)
            for check in FRAME_CHECKS:
                found = check(seen, frame, skeleton)
                yield from (((*place, "frames", i, *location), message, hint) for location, message, hint in found)
        yield from ((place + location, message, hint) for location, message, hint in sliding(seen))


def _figures(figure: Figure) -> Iterator[tuple[Place, Figure]]:
    yield (), figure
    for i, version in enumerate(figure.modifications):
        yield ("modifications", i), figure.drawn_as(version)


def contacts(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """What stands stands, what does not touches nothing, and what carries something is there."""
    for contact in contacts_of(figure, frame):
        name = in_words(f"{contact.side}_{contact.part}" if contact.side else contact.part)
        if contact.on != "floor" and not contact.held and not prop_of(figure.props, contact.on):
            yield ("contacts",), f"there is no {contact.on} in the scene", f"add a {contact.on} to the props"
        elif abs(off := gap(skeleton, contact, figure.props)) > TOLERANCE:
            way = "above" if off > 0 else "below"
            yield ("contacts",), f"the {name} is {abs(off):.1%} of height {way} what carries it", "change the pose"
    if lowest_sole(skeleton) < -TOLERANCE:
        yield ("pose",), "a foot is below the floor", "bend that knee or hip more"
    for side in SIDES:
        if skeleton[f"{side}_shank"].at[1] < KNEE_RADIUS - TOLERANCE:
            yield ("pose", side, "knee"), f"the {side} knee is below the floor", "bend the front leg less"


def balance(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """A body that stands still has its centre of mass over what carries it."""
    if frame.flight or frame.moving:
        return
    over = falling(skeleton, contacts_of(figure, frame), figure.props)
    if over > TOLERANCE / 2:
        yield (
            ("pose", "trunk"),
            f"this body would fall over: its centre of mass is {over:.1%} of height beside what carries it",
            "change the lean of the trunk or the hip, or say `moving: true` if it is caught in motion",
        )


def rules(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """What the exercise says about itself."""
    for i, rule in enumerate(frame.rules):
        side: SideName = rule.side if not frame.mirrored else ("left" if rule.side == "right" else "right")
        value = measure_of(skeleton, rule.measure, side, contacts_of(figure, frame), figure.props)
        low = -inf if rule.at_least is None else rule.at_least
        high = inf if rule.at_most is None else rule.at_most
        if not low <= value <= high:
            wanted = f"at least {low:g}" if value < low else f"at most {high:g}"
            yield (
                ("rules", i),
                f"{in_words(rule.measure)} on the {side} is {value:.4g}, but must be {wanted}",
                "change the pose until it is, or the rule if the exercise is meant otherwise",
            )


def sliding(figure: Figure) -> Iterator[Finding]:
    """A part with the same contact in two frames in a row has not moved between them."""
    for i, (before, after) in enumerate(pairwise(figure.frames)):
        same = [each for each in contacts_of(figure, before) if each in contacts_of(figure, after)]
        for contact in same:
            surface = surface_of(figure.props, contact.on)
            if contact.part not in PLANTED or not surface:
                continue
            way = dist(*(reference(solve(figure, frame), contact, surface) for frame in (before, after)))
            if way > TOLERANCE:
                name = in_words(f"{contact.side}_{contact.part}")
                text = f"the {name} slides by {way:.1%} of height since the frame before"
                yield ("frames", i + 1, "contacts"), text, "give its place with `forward` and `out`"


FrameCheck = Callable[[Figure, Frame, Skeleton], Iterator[Finding]]
FRAME_CHECKS: tuple[FrameCheck, ...] = (joint_limits, solved_angles, limb_lengths, hands, contacts, balance, rules)

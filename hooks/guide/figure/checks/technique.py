"""Checks of how it is done: balance, and what the exercise says of itself. Knows no human limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from math import inf

from guide.figure.checks.finding import Gap, Off, in_words, length, written_side
from guide.figure.posing.balance import falling
from guide.figure.posing.contact import contacts_of
from guide.figure.posing.measures import measure_of
from guide.figure.posing.skeleton import Skeleton
from guide.model.figure import Figure, Frame
from guide.model.figure_rule import Rule

STEADY = 0.005  # of body height: how far beside its support a body is thought to stand
DEGREES = re.compile("_(from_level|from_vertical|lean|side|turn|nod|bend|spread|from_trunk|trunk_line|tilt)$|^thighs")
"""Names of measures in degrees; all others are body heights."""


def balanced(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """A body that stands still has its centre of mass over what carries it."""
    if frame.flight or frame.moving:
        return
    contacts = contacts_of(figure, frame)

    def over(now: Skeleton) -> float:
        return falling(now, contacts, figure.props)

    if over(skeleton) > STEADY:
        text = f"this body would fall over: its centre of mass is {length(over(skeleton))} beside what carries it"
        remedy = "change the lean of the trunk or the hip, or say `moving: true` if it is caught in motion"
        yield Off(("pose", "trunk"), text, remedy, over, STEADY, one_sided=True)


def rules(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """What the exercise says about itself."""
    for i, rule in enumerate(frame.rules):
        side, contacts = written_side(frame, rule.side), contacts_of(figure, frame)
        value = partial(measure_of, measure=rule.measure, side=side, contacts=contacts, props=figure.props)
        beyond = partial(_beyond, rule=rule, value=value)
        if (amount := beyond(skeleton)) > 0:
            yield Off(("rules", i), _broken(rule, side, value(skeleton), amount), _REMEDY, beyond, 0.0, one_sided=True)


def _beyond(skeleton: Skeleton, rule: Rule, value: Gap) -> float:
    """How far the measure is outside the rule; minus within it."""
    found = value(skeleton)
    over = -inf if rule.at_most is None else found - rule.at_most
    return max(over, -inf if rule.at_least is None else rule.at_least - found)


_REMEDY = "change the pose until it is, or the rule if the exercise is meant otherwise"


def _broken(rule: Rule, side: str, found: float, amount: float) -> str:
    low = rule.at_least is not None and found < rule.at_least
    wanted = f"at least {rule.at_least:g}" if low else f"at most {rule.at_most:g}"
    tells = "{:.3g} degrees".format if DEGREES.search(rule.measure) else length
    many = "too little" if low else "too much"
    return f"{in_words(rule.measure)} on the {side} is {tells(found)}, {tells(amount)} {many}: it must be {wanted}"

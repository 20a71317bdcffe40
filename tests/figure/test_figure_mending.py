"""What a finding proposes mends it: following it brings the gap below a centimetre, or the rule within its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from figure.data import bent, small
from guide.figure.checks.finding import TALL, Off
from guide.figure.checks.findings import Seen, all_frames, figure_findings, offs
from guide.figure.checks.mend import Turn, mends, turned
from guide.figure.posing.solve import solve
from guide.model.figure import Figure

HAND = {"part": "hand", "side": "left"}
SOLES = {"part": "sole", "side": "both", "forward": 0, "out": 0.09}
ON_BACK = [{"part": "shoulders", "forward": 0}, {"part": "sole", "side": "both", "forward": 0.48, "out": 0.05}]
BOX = {"kind": "box", "edge": 0.2, "height": 0.3, "length": 0.3}

OFF = {
    "rule in degrees": small({"rules": [{"measure": "knee_bend", "at_most": 110}]}),
    "rule in lengths": small({"rules": [{"measure": "knee_above_floor", "at_most": 0.2}]}),
    "balance": small({"pose": {"trunk": {"lean": 88}, **bent(hip=88)}, "rules": []}),
    "in a box": small(
        {"pose": {"trunk": {"lean": 42}, **bent(hip=128, knee=117, shoulder=60)}, "rules": []}, props=[BOX]
    ),
    "seat in the air": small(
        {
            "contacts": [SOLES, {"part": "seat", "surface": "chair"}],
            "pose": {"trunk": {"lean": 20}, **bent(hip=95, knee=80, shoulder=60, elbow=60)},
            "rules": [],
        },
        props=[{"kind": "chair", "edge": -0.1, "height": 0.2, "length": 0.3}],
    ),
    "hand in the air": small(
        {
            "contacts": [SOLES, HAND],
            "pose": {"trunk": {"lean": 95}, **bent(hip=125, knee=45, shoulder=95)},
            "rules": [],
            "moving": True,
        }
    ),
}


def planted(figure: Figure) -> Iterator[tuple[Seen, Off]]:
    for seen in all_frames(figure):
        yield from ((seen, off) for off in offs(seen, seen.frame) if off.gap)


@pytest.mark.parametrize("name", OFF)
def test_following_what_is_proposed_mends_it(name: str) -> None:
    proposed = 0
    for seen, off in planted(OFF[name]):
        for turns in mends(seen.figure, seen.frame, off, lambda frame: sum(1 for _ in offs(seen, frame))):  # noqa: B023
            assert off.gap
            proposed += 1
            gap = off.gap(solve(seen.figure, turned(seen.frame, turns)))
            assert gap <= off.near if off.one_sided else abs(gap) * TALL < 1
            assert all(turn.by == round(turn.by) for turn in turns)
    assert proposed


@pytest.mark.parametrize("name", OFF)
def test_what_is_proposed_first_puts_the_least_else_off(name: str) -> None:
    for seen, off in planted(OFF[name]):
        turns = mends(seen.figure, seen.frame, off, lambda frame: sum(1 for _ in offs(seen, frame)))  # noqa: B023
        others = [sum(1 for _ in offs(seen, turned(seen.frame, each))) for each in turns]
        assert others == sorted(others)


def test_the_hint_says_which_way_and_how_far() -> None:
    hint = next(hint for _, message, hint in figure_findings(OFF["rule in degrees"]) if "knee bend" in message)
    assert re.search(r"(raise|lower) the [a-z' ]+ by about \d+ degrees? to -?\d+", hint)


def test_what_no_angle_mends_keeps_its_own_hint() -> None:
    far = {"part": "ball", "side": "left", "forward": -1.9, "out": 0.09}
    figure = small({"contacts": [{**SOLES, "side": "right"}, far], "pose": bent(hip=5, knee=6), "moving": True})
    hints = [hint for _, message, hint in figure_findings(figure) if "out of reach" in message]
    assert hints == ["move what it touches nearer"]


def test_a_turned_frame_has_the_angle_where_it_is_written() -> None:
    frame = small().frames[1]
    assert turned(frame, (Turn("both", "knee", 3),)).pose.both.knee == 120
    assert turned(frame, (Turn("left", "knee", 3),)).pose.left.knee == 120
    assert turned(frame, (Turn("trunk", "lean", -2),)).pose.trunk.lean == 40

"""A bare foot in words. Draws nothing."""

from __future__ import annotations

from guide.figure.words.posture import listed
from guide.model.figure import BareFoot


def foot_text(foot: BareFoot) -> str:
    """`A bare foot from its inner side, the arch raised, toes flat on the floor.`"""
    ball = "the ball of the big toe off the floor" if foot.ball else "heel and ball on the floor"
    parts = [ball, "the arch raised" if foot.arch else "the arch at rest"]
    if foot.big_toe == foot.toes:
        parts.append(f"all toes {_toes(foot.toes)}")
    else:
        parts += [f"the big toe {_toes(foot.big_toe)}", f"the other four {_toes(foot.toes)}"]
    return f"A bare foot from its inner side, {listed(parts)}."


def _toes(up: float) -> str:
    return "lifted" if up > 0 else "clawed" if up < 0 else "flat"

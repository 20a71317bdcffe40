"""What a check of a figure says: where, what is off and by how much, and what would mend it. Checks nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from guide.figure.posing.skeleton import Skeleton
from guide.model.figure import Frame
from guide.model.pose import SideName

Place = tuple[str | int, ...]
Finding = tuple[Place, str, str]
"""Where (relative to the figure), what is wrong, what to do about it."""
Gap = Callable[[Skeleton], float]
"""How far a solved skeleton is from what it should be: degrees or body heights, with a direction."""
TALL = 170
"""Centimetres of the person for whom lengths are told."""


class Off(NamedTuple):
    """Something that is off in a frame."""

    place: Place
    """Relative to the frame."""
    message: str
    remedy: str
    """What to do where no angle mends it."""
    gap: Gap | None = None
    """0 where nothing is off; None where no angle can mend it."""
    near: float = 0.0
    """How large the gap may be."""
    one_sided: bool = False
    """Whether a gap below 0 is fine too."""


def length(share: float) -> str:
    """A length in centimetres and in body heights."""
    tall = abs(share) * TALL
    return f"{tall:.{int(0.05 <= tall < 2)}f} cm ({abs(share):.3f} of body height)"


def in_words(name: str) -> str:
    return name.replace("_", " ")


def written_side(frame: Frame, side: SideName) -> SideName:
    """The side under which the file has what is drawn on this side."""
    return side if not frame.mirrored else ("left" if side == "right" else "right")


def joint_place(frame: Frame, side: SideName, joint: str) -> Place:
    """Where the angle of a joint is written: under its side, or under `both`."""
    written = written_side(frame, side)
    return ("pose", written if getattr(getattr(frame.pose, written), joint) is not None else "both", joint)

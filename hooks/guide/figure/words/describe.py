"""A solved pose in words: what somebody who cannot see the picture needs to copy it. Draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.figure.words.back import on_back
from guide.figure.words.foot import foot_text
from guide.figure.words.legs import legs_text
from guide.figure.words.low import hanging, kneeling, seated
from guide.figure.words.posture import Posture, listed, posture
from guide.figure.words.prone import all_fours, face_down, on_side
from guide.figure.words.things import things_text
from guide.figure.words.trunk import arms_text, spine_text, trunk_text
from guide.model.figure import Figure, Frame
from guide.model.pose import Position

_POSITIONS: Mapping[Position, Callable[[Posture], list[str]]] = {
    "on_back": on_back,
    "face_down": face_down,
    "on_left_side": on_side,
    "on_right_side": on_side,
    "all_fours": all_fours,
    "kneeling": kneeling,
    "seated": seated,
    "hanging": hanging,
}


def frame_text(figure: Figure, number: int) -> str:
    """The caption of a key frame (the first is 1), and the pose in words."""
    return describe(figure, figure.frames[number - 1])


def describe(figure: Figure, frame: Frame) -> str:
    """The caption of a frame, and the pose in words composed from its solved angles."""
    return f"{frame.caption}. {pose_text(figure, frame)}"


def pose_text(figure: Figure, frame: Frame) -> str:
    """The pose in words: how the body lies or stands, legs, trunk, arms, then what it holds."""
    if frame.foot and not figure.closeup:
        return foot_text(frame.foot)
    seen = posture(figure, frame)
    parts = _POSITIONS.get(seen.position, _upright)(seen)
    text = listed([*parts, *spine_text(seen), *things_text(figure, frame)])
    return ("In the air: " + text if frame.flight else text[0].upper() + text[1:]) + "."


def _upright(seen: Posture) -> list[str]:
    return [*legs_text(seen), trunk_text(seen), arms_text(seen)]

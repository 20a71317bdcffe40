"""A solved frame with all that its words are made from. Says nothing itself."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure.posing.contact import contacts_of, foot_contact, frame_pose, frame_position, of_side
from guide.figure.posing.measure import joint_angles
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame
from guide.model.pose import Pose, Position, SideName
from guide.model.scene import Contact

Angles = dict[str, float]
KNEES = ("knee", "shin")
FLAT = ("floor", "mat")
"""What needs no name where a part lies on it."""
STRAIGHT = 12  # degrees by which a line of the body may be bent and look straight


class Posture(NamedTuple):
    """A body in a scene."""

    figure: Figure
    frame: Frame
    skeleton: Skeleton
    contacts: tuple[Contact, ...]
    angles: dict[SideName, Angles]
    pose: Pose
    """As drawn."""

    @property
    def position(self) -> Position:
        """How the body is held, also where its contacts alone say it."""
        said = frame_position(self.frame)
        if self.frame.flight:
            return "in_air"
        if said == "standing" and all(of_side(self.contacts, side, KNEES) for side in SIDES):
            return "kneeling"
        seat = self.part("seat")
        return "seated" if said == "standing" and seat and not self.is_wall(seat.surface) else said

    def part(self, *parts: str) -> Contact | None:
        """The first contact of one of these parts."""
        return next((each for each in self.contacts if each.part in parts), None)

    def foot(self, side: SideName) -> Contact | None:
        return foot_contact(self.contacts, side)

    def of(self, side: SideName, *parts: str) -> Contact | None:
        return of_side(self.contacts, side, parts)

    def both(self, *parts: str) -> Contact | None:
        """The contact of the right side, where both sides touch the same thing with the same part."""
        right, left = (self.of(side, *parts) for side in SIDES)
        return right if right and left and (right.part, right.surface) == (left.part, left.surface) else None

    def is_wall(self, on: str) -> bool:
        return any(prop.kind == "wall" and on in ("wall", prop.name) for prop in self.figure.props)

    def height(self, name: str) -> float:
        """Height of a joint above the floor."""
        return self.skeleton[name].at[1]


def posture(figure: Figure, frame: Frame) -> Posture:
    skeleton = solve(figure, frame)
    angles = {side: joint_angles(skeleton, side) for side in SIDES}
    return Posture(figure, frame, skeleton, contacts_of(figure, frame), angles, frame_pose(frame))


def fives(angle: float) -> int:
    return round(angle / 5) * 5


def listed(parts: list[str]) -> str:
    """`a, b, c`, without those that are empty."""
    return ", ".join(part for part in parts if part)


def other(side: SideName) -> SideName:
    return "left" if side == "right" else "right"

"""What touches what in a frame, as a list, and the pose as drawn. Places nothing."""

from __future__ import annotations

from guide.model.figure import Figure, Frame
from guide.model.pose import Pose, Position, SideName
from guide.model.scene import Contact

SOLES = ("sole", "ball", "heel", "toes", "laces")
"""Parts of a foot that it can stand or lie on."""
ARM_PARTS = ("hand", "forearm", "elbow")
STANDING = (Contact(part="sole", side="right"), Contact(part="sole", side="left"))
"""What touches where a standing figure says nothing."""
ON_A_SIDE: tuple[Position, ...] = ("on_left_side", "on_right_side")
_OTHER: dict[SideName, SideName] = {"right": "left", "left": "right"}


def contacts_of(figure: Figure, frame: Frame) -> tuple[Contact, ...]:
    """Every contact of this frame, one for each side, exchanged right for left where it is mirrored.

    The frame's own list, or the figure's; a frame in the air takes nothing from the figure."""
    written = frame.contacts
    if written is None:
        written = () if frame.flight else figure.contacts or (STANDING if frame.position == "standing" else ())
    return tuple(mirrored(each) if frame.mirrored else each for contact in written for each in _sides(contact))


def _sides(contact: Contact) -> tuple[Contact, ...]:
    if contact.side != "both":
        return (contact,)
    return tuple(contact.model_copy(update={"side": side}) for side in ("right", "left"))


def mirrored(contact: Contact) -> Contact:
    """The same on the other side."""
    if contact.side in ("right", "left"):
        return contact.model_copy(update={"side": _OTHER[contact.side]})
    return contact.model_copy(update={"out": -contact.out}) if contact.out else contact


def frame_pose(frame: Frame) -> Pose:
    """The pose as drawn: exchanged right for left where the frame is mirrored."""
    if not frame.mirrored:
        return frame.pose
    pose, t = frame.pose, frame.pose.trunk
    # Lying on a side, roll is backwards, whichever side it is.
    roll = t.roll if frame.position in ON_A_SIDE else -t.roll
    sides = {"side": -t.side, "turn": -t.turn, "twist": -t.twist, "hike": -t.hike, "roll": roll}
    trunk = t.model_copy(update=sides)
    head = pose.head.model_copy(update={"turn": -pose.head.turn, "side": -pose.head.side})
    return pose.model_copy(update={"trunk": trunk, "head": head, "right": pose.left, "left": pose.right})


def frame_position(frame: Frame) -> Position:
    """How the body is held, lying on the other side where the frame is mirrored."""
    if frame.mirrored and frame.position in ON_A_SIDE:
        return "on_right_side" if frame.position == "on_left_side" else "on_left_side"
    return frame.position


def of_side(contacts: tuple[Contact, ...], side: SideName, parts: tuple[str, ...]) -> Contact | None:
    """The first contact of one of these parts of this side."""
    return next((each for each in contacts if each.side == side and each.part in parts), None)


def foot_contact(contacts: tuple[Contact, ...], side: SideName) -> Contact | None:
    """What the foot of this side does; None where it is free."""
    return of_side(contacts, side, SOLES)


def on_back(contacts: tuple[Contact, ...]) -> bool:
    """Whether the back, and so the hair, rests against something."""
    return any(each.part in ("back", "shoulders", "head") for each in contacts)


def kneeling(contacts: tuple[Contact, ...], side: SideName) -> bool:
    """Whether the knee or the shin of this side carries weight."""
    return of_side(contacts, side, ("knee", "shin")) is not None


def on_feet(contacts: tuple[Contact, ...]) -> tuple[SideName, ...]:
    """The sides whose foot touches something, in the order written."""
    return tuple(dict.fromkeys(each.side for each in contacts if each.part in SOLES and each.side in _OTHER))

"""Checks of what a body can do: human joint ranges, limbs of constant length, hands that reach. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist

from guide.figure import body
from guide.figure.contact import ARM_PARTS, contacts_of, foot_contact, frame_pose, of_side, on_feet
from guide.figure.hands import body_goal
from guide.figure.measure import leg_angles
from guide.figure.skeleton import SIDES, Skeleton, joints
from guide.model.figure import Figure, Frame
from guide.model.pose import SideName

Place = tuple[str | int, ...]
Finding = tuple[Place, str, str]
"""Where (relative to the frame or the figure), what is wrong, what to do about it."""

GIVING = 15.0  # degrees that a contact may bend a joint away from what is written
SHORT = 0.02  # of body height: what a hand may miss of its place


def joint_limits(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """Human ranges, of what is written and of what the contacts make of it."""
    for side in SIDES:
        foot = foot_contact(contacts_of(figure, frame), side)
        for joint, angle in joints(frame_pose(frame), side).items():
            low, high = body.LACES if joint == "ankle" and foot and foot.part == "laces" else body.LIMITS[joint]
            if not low <= angle <= high:
                yield (
                    joint_place(frame, side, joint),
                    f"the {side} {in_words(joint)} is {angle:g} degrees, which a body does not reach",
                    f"keep it between {low:g} and {high:g}",
                )


def solved_angles(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """Contacts may bend a leg a little, not into another pose, and not beyond human ranges."""
    pose, contacts = frame_pose(frame), contacts_of(figure, frame)
    for side in on_feet(contacts):
        solved, written = leg_angles(skeleton, side), joints(pose, side)
        for joint in ("hip", "knee"):
            if abs(solved[joint] - written[joint]) > GIVING:
                yield (
                    joint_place(frame, side, joint),
                    f"the foot's contact needs {solved[joint]:.0f} degrees in the {side} {joint}, "
                    f"but {written[joint]:g} is written",
                    "write an angle nearer to it, or move the foot",
                )
        foot = foot_contact(contacts, side)
        low, high = body.LACES if foot and foot.part == "laces" else body.LIMITS["ankle"]
        if not low - 0.5 <= solved["ankle"] <= high + 0.5:
            yield (
                ("pose", side),
                f"the {side} ankle would have to bend to {solved['ankle']:.0f} degrees",
                f"change hip and knee until it stays between {low:g} and {high:g}",
            )


def limb_lengths(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """Limbs keep their length: a contact out of reach would tear the foot off the shin."""
    for side in SIDES:
        for upper, lower in (("thigh", "shank"), ("shank", "foot"), ("upper_arm", "forearm"), ("forearm", "hand")):
            gap = dist(skeleton[f"{side}_{upper}"].end, skeleton[f"{side}_{lower}"].at)
            if gap > 0.002:
                yield (
                    ("contacts",) if lower == "foot" and frame.contacts else ("pose", side),
                    f"the {side} {lower} is out of reach by {gap:.0%} of body height",
                    "move the contact nearer, or bend less",
                )


def hands(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Finding]:
    """A hand that rests somewhere reaches it."""
    pose = frame_pose(frame)
    for side in SIDES:
        place = pose.hand(side)
        if place == "free" or of_side(contacts_of(figure, frame), side, ARM_PARTS):
            continue
        gap = dist(body_goal(skeleton, side, place).wrist, skeleton[f"{side}_hand"].at)
        if gap > SHORT:
            text = f"the {side} hand cannot reach its place, {gap:.0%} of body height is missing"
            yield joint_place(frame, side, "hand"), text, "move the prop nearer, or choose another place"


def joint_place(frame: Frame, side: SideName, joint: str) -> Place:
    """Where the angle of a joint is written: under its side, or under `both`."""
    written: SideName = side if not frame.mirrored else ("left" if side == "right" else "right")
    own = getattr(frame.pose, written)
    return ("pose", written if getattr(own, joint) is not None else "both", joint)


def in_words(name: str) -> str:
    return name.replace("_", " ")

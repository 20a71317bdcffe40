"""Checks of what a body can do: human ranges of joints and trunk, limbs of constant length. Draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import dist

from guide.figure.checks.finding import Off, Place, in_words, joint_place, length
from guide.figure.posing import body
from guide.figure.posing.contact import ARM_PARTS, SOLES, contacts_of, foot_contact, frame_pose, of_side
from guide.figure.posing.hands import body_goal
from guide.figure.posing.measure import leg_angles
from guide.figure.posing.skeleton import SIDES, Skeleton, joints, lift
from guide.figure.posing.vector import angle_between
from guide.model.figure import Figure, Frame
from guide.model.pose import SideName

Range = tuple[float, float]
TRUNK: dict[str, Range] = {
    "side": (-40, 40),
    "twist": (-50, 50),
    "hike": (-25, 25),
    "arch": (-40, 45),
    "round": (-25, 60),
    "roll": (-60, 60),
    "slope": (-60, 60),
}
"""Degrees of the spine and of the pelvis, (least, most); healthy adults with a margin. How a trunk lies is free."""
HEAD: dict[str, Range] = {"lift": (-60, 75), "turn": (-85, 85), "side": (-45, 45)}
"""Degrees of the neck."""
LEG_PARTS = (*SOLES, "knee", "shin")
KNEE: dict[str, Range] = {"knee": body.LIMITS["knee"]}
ARM_LIMITS: dict[str, Range] = {"elbow": body.LIMITS["elbow"], "wrist": (-80, 105)}
GIVING = 15.0  # degrees that a contact may bend a joint away from what is written
SHORT = 0.02  # of body height: what a hand may miss of its place
TORN = 0.002
SLACK = 0.5  # degrees, of what contacts make of it

Measured = Callable[[Skeleton, SideName], dict[str, float]]


def joint_limits(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """Human ranges of limbs, as they are written."""
    contacts = contacts_of(figure, frame)
    for side in SIDES:
        for joint, angle in joints(frame_pose(frame), side).items():
            low, high = body.LIMITS[joint]
            if joint == "ankle" and angle < low and of_side(contacts, side, ("laces", "shin", "knee")):
                low, high = body.LACES
            if not low <= angle <= high:
                yield from _outside(joint_place(frame, side, joint), f"{side} {in_words(joint)}", angle, (low, high))


def trunk_limits(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """Human ranges of spine, pelvis and neck."""
    trunk, head = frame.pose.trunk, frame.pose.head
    for name, limits in TRUNK.items():
        yield from _outside(("pose", "trunk", name), f"trunk's {name}", getattr(trunk, name), limits)
    angles = {"lift": lift(head, trunk.lean), "turn": head.turn, "side": head.side}
    for name, limits in HEAD.items():
        yield from _outside(("pose", "head", name), f"head's {name}", angles[name], limits)


def _outside(place: Place, name: str, angle: float, limits: Range) -> Iterator[Off]:
    low, high = limits
    if not low <= angle <= high:
        beyond = max(low - angle, angle - high)
        text = f"the {name} is {angle:g} degrees, {beyond:.3g} more than a body reaches"
        yield Off(place, text, f"keep it between {low:g} and {high:g}")


def solved_angles(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """Contacts may bend a limb a little, not into another pose, and not beyond human ranges."""
    contacts = contacts_of(figure, frame)
    for side in SIDES:
        if of_side(contacts, side, LEG_PARTS):
            yield from _another_pose(frame, skeleton, side)
            foot = foot_contact(contacts, side)
            ankle = {"ankle": body.LACES if foot.part == "laces" else body.LIMITS["ankle"]} if foot else {}
            yield from _beyond(frame, skeleton, side, leg_angles, {"hip": body.LIMITS["hip"], **KNEE, **ankle})
        if of_side(contacts, side, ARM_PARTS):
            yield from _beyond(frame, skeleton, side, arm_angles, ARM_LIMITS)


def _another_pose(frame: Frame, skeleton: Skeleton, side: SideName) -> Iterator[Off]:
    solved, written = leg_angles(skeleton, side), joints(frame_pose(frame), side)
    for joint in ("hip", "knee"):
        low, high = body.LIMITS[joint]
        is_told = not low - SLACK <= solved[joint] <= high + SLACK  # that no body has it
        if abs(solved[joint] - written[joint]) > GIVING and not is_told:
            text = f"what it touches bends the {side} {joint} to {solved[joint]:.0f} degrees, not {written[joint]:g}"
            remedy = f"write about {solved[joint]:.0f}, or move what it touches"
            yield Off(joint_place(frame, side, joint), text, remedy)


def _beyond(
    frame: Frame, skeleton: Skeleton, side: SideName, measure: Measured, limits: Mapping[str, Range]
) -> Iterator[Off]:
    """Angles, as contacts make them, that no body has."""
    solved, written = measure(skeleton, side), joints(frame_pose(frame), side)
    for joint, (low, high) in limits.items():
        is_told = not low <= written[joint] <= high
        if not low - SLACK <= solved[joint] <= high + SLACK and not is_told:
            sign, bound = (1, high) if solved[joint] > high else (-1, low)

            def gap(now: Skeleton, joint: str = joint, sign: int = sign, bound: float = bound) -> float:
                return (measure(now, side)[joint] - bound) * sign

            text = f"the {side} {joint} would have to bend to {solved[joint]:.0f} degrees"
            remedy = f"change the pose until it stays between {low:g} and {high:g}"
            place = joint_place(frame, side, joint)
            yield Off(place, f"{text}, {gap(skeleton):.0f} more than a body does", remedy, gap, SLACK, one_sided=True)


def arm_angles(skeleton: Skeleton, side: SideName) -> dict[str, float]:
    """Bends of the elbow and of the wrist, to whichever side."""
    arm, forearm, hand = (skeleton[f"{side}_{part}"] for part in ("upper_arm", "forearm", "hand"))
    return {"elbow": angle_between(arm.axis, forearm.axis), "wrist": angle_between(forearm.axis, hand.axis)}


def limb_lengths(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """Limbs keep their length: a contact out of reach would tear the foot off the shin."""
    for side in SIDES:
        for upper, lower in (("thigh", "shank"), ("shank", "foot"), ("upper_arm", "forearm"), ("forearm", "hand")):
            ends = f"{side}_{upper}", f"{side}_{lower}"
            if (missing := _torn(skeleton, ends)) > TORN:
                text = f"the {side} {lower} is out of reach by {length(missing)}"
                yield Off(("pose", side), text, "move what it touches nearer", partial(_torn, ends=ends), TORN, True)


def _torn(skeleton: Skeleton, ends: tuple[str, str]) -> float:
    return dist(skeleton[ends[0]].end, skeleton[ends[1]].at)


def hands(figure: Figure, frame: Frame, skeleton: Skeleton) -> Iterator[Off]:
    """A hand that rests on the body reaches its place."""
    pose = frame_pose(frame)
    for side in SIDES:
        place = pose.hand(side)
        if place == "free":
            continue
        missing = dist(body_goal(skeleton, side, place).wrist, skeleton[f"{side}_hand"].at)
        if missing > SHORT:
            text = f"the {side} hand does not reach its place, {length(missing)} is missing"
            yield Off(joint_place(frame, side, "hand"), text, "choose another place, or none")

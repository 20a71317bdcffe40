"""One position of the body as joint angles in degrees. Where feet and hands touch is in `figure`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.model.entry import Entry

Degrees = Annotated[float, Field(ge=-180, le=200)]
Curve = Annotated[float, Field(ge=-60, le=90)]
SideName = Literal["right", "left"]
Position = Literal[
    "standing",
    "seated",
    "kneeling",
    "all_fours",
    "face_down",
    "on_back",
    "on_left_side",
    "on_right_side",
    "hanging",
    "in_air",
]
HandPlace = Literal["free", "hip", "chest", "ear", "thigh"]


class Trunk(Entry):
    """How the trunk is held."""

    lean: Degrees = 0
    """Degrees that the line from the hips to the shoulders tips forward from upright: 90 is level and face down, -90
    level and face up, beyond -90 the shoulders are lower than the hips."""
    side: Degrees = 0
    """Degrees that the ribs lean to the figure's right, over a still pelvis."""
    turn: Degrees = 0
    """Degrees that the whole trunk is turned to the figure's right."""
    twist: Degrees = 0
    """Degrees that the ribs turn to the figure's right, over a still pelvis."""
    hike: Degrees = 0
    """Degrees that the right side of the pelvis is nearer to the head than the left."""
    slope: Degrees = 0
    """Lying on a side only: degrees that the line from the head to the feet falls towards the feet."""
    roll: Degrees = 0
    """Degrees that the trunk is rolled about its long axis, however that lies: to the figure's right; lying on a side,
    backwards, belly to the ceiling."""
    arch: Curve = 0
    """Degrees that the lower back hollows; minus is a pelvis that is tucked under."""
    round: Curve = 0
    """Degrees that the upper back is rounded; minus is a lifted chest."""


class Head(Entry):
    """How the head is held."""

    lift: Degrees | None = None
    """Degrees that the chin is lifted out of the trunk's line; left out, the eyes look a few metres ahead."""
    turn: Degrees = 0
    """Degrees that the face turns to the figure's right."""
    side: Degrees = 0
    """Degrees that the head leans to the figure's right, over still shoulders."""


class Limbs(Entry):
    """The joints of one side of the body, in degrees. What is left out is straight, as in standing."""

    hip: Degrees | None = None
    """Hip flexion, measured against the trunk; minus is extension."""
    hip_abduction: Degrees | None = None
    """How far the thigh is moved out to the side, away from the middle."""
    hip_rotation: Degrees | None = None
    """Outward rotation of the thigh; minus is inward."""
    knee: Degrees | None = None
    """Knee flexion; 0 is straight."""
    ankle: Degrees | None = None
    """Ankle dorsiflexion (toes up); minus is plantarflexion (toes pointed). A flat foot finds its own."""
    shoulder: Degrees | None = None
    """Arm raised forward, measured against the trunk; minus is behind it."""
    shoulder_abduction: Degrees | None = None
    """Arm raised out to the side."""
    shoulder_rotation: Degrees | None = None
    """Upper arm rotated inward, so that a bent elbow brings the hand to the middle."""
    elbow: Degrees | None = None
    """Elbow flexion; 0 is straight."""
    forearm_turn: Degrees | None = None
    """Forearm turned so that the palm faces back (of a hanging arm); minus is forward, 0 the palm at the thigh."""
    wrist: Degrees | None = None
    """Hand bent back at the wrist; minus is towards the palm."""
    shoulder_raise: Degrees | None = None
    """Shoulder lifted towards the ear; minus is drawn down."""
    shoulder_forward: Degrees | None = None
    """Shoulder blade slid forward round the ribs; minus is drawn back."""
    toes: Degrees | None = None
    """Toes bent up against the foot; minus is curled down."""
    hand: HandPlace | None = None
    """Where on the body the hand rests; the arm finds its own angles. `free` leaves it to the angles. What it
    holds on to or leans on is a contact."""


class Pose(Entry):
    """One position of the whole body. `both` is a symmetric pose written once; `right` and `left` add or override."""

    trunk: Trunk = Trunk()
    """The trunk."""
    head: Head = Head()
    """The head."""
    both: Limbs = Limbs()
    """Joints that are the same on the right and on the left."""
    right: Limbs = Limbs()
    """Joints of the right side, which is nearest the viewer in a side view."""
    left: Limbs = Limbs()
    """Joints of the left side."""

    def hand(self, side: SideName) -> HandPlace:
        """Where the hand of this side rests."""
        return (self.right if side == "right" else self.left).hand or self.both.hand or "free"

"""What is around a body: what it touches, what stands beside it, what is held or worn."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from guide.model.entry import Entry, Name, refusal
from guide.model.pose import Degrees, SideName

Heights = Annotated[float, Field(ge=-2, le=2)]
PropKind = Literal[
    "wall",
    "step",
    "box",
    "chair",
    "bench",
    "table",
    "rail",
    "bar",
    "mat",
    "pad",
    "ball",
    "doorway",
    "partner",
    "strap",
]
ThingKind = Literal[
    "dumbbell",
    "kettlebell",
    "barbell",
    "backpack",
    "band",
    "broomstick",
    "towel",
    "slider",
    "cushion",
    "ball",
    "rope",
]
ThingPlace = Literal[
    "right_hand",
    "left_hand",
    "each_hand",
    "both_hands",
    "chest",
    "shoulders",
    "back",
    "hips",
    "thighs",
    "knees",
    "ankles",
    "feet",
    "right_foot",
    "left_foot",
    "head",
]
PairedPart = Literal[
    "sole", "ball", "heel", "toes", "laces", "knee", "shin", "hip", "thigh", "shoulder", "elbow", "forearm", "hand"
]
MiddlePart = Literal["seat", "back", "shoulders", "head", "chest", "belly"]


class Contact(Entry):
    """A part of the body that touches something."""

    part: PairedPart | MiddlePart
    """What touches. `sole` is the whole foot, `ball` with the heel free, `toes` their tips, `laces` the instep;
    `seat` the buttocks, `back` the lower ribs, `shoulders` the shoulder blades, `head` its back; `hip`, `thigh` and
    `shoulder` their outer sides. A `hand` on a bar hangs from it."""
    side: SideName | Literal["both"] | None = None
    """Of which side; parts in the middle have none."""
    surface: Name = "floor"
    """The floor, or the prop that carries it: its kind, or its name."""
    forward: Heights | None = None
    """Where it lies along the line of sight, in body heights: an ankle, or the ball or the heel that it stands on, a
    knee, a hip, a wrist, an elbow… On a wall, how high. The shoulders, left to themselves, lean on the near edge."""
    out: Heights | None = None
    """Distance from the middle line to its side, in body heights."""
    toes_out: Degrees | None = None
    """Degrees that the toes, or the fingers, point outward."""
    held: bool = False
    """Whether something holds it down, so that it can also pull: `surface` says what."""

    @model_validator(mode="after")
    def _says_its_side(self) -> Contact:
        paired = self.part in get_args(PairedPart)
        if paired and self.side is None:
            hint = "write side: right, side: left, or side: both"
            raise refusal("contact_side", "a body has two of {part}: its side is missing", hint, part=repr(self.part))
        if not paired and self.side:
            message = "{part} lies in the middle of the body and has no side"
            raise refusal("contact_side", message, "delete side", part=repr(self.part))
        return self


class Thing(Entry):
    """What is held or worn."""

    kind: ThingKind
    """What it is."""
    at: ThingPlace
    """Where on the body. A band lies round it; a slider or a towel lies under a foot."""
    anchor: Annotated[tuple[Heights, Heights, Heights], Field(strict=False)] | None = None
    """Of a band: where its other end is fixed, in body heights forward, up and to the figure's right."""
    to: ThingPlace | None = None
    """Of a band: the other part of the body that it runs to."""


class Prop(Entry):
    """A thing in the scene. Lengths are shares of body height (0.1 is 17 cm for a person of 170 cm)."""

    kind: PropKind
    """What it is."""
    edge: Heights
    """Position of the edge that faces the figure; minus is behind it."""
    height: Annotated[float, Field(ge=0.005, le=1.6)]
    """Height of its top above the floor; of a partner, where the hands hold."""
    length: Annotated[float, Field(ge=0.02, le=2)] = 0.3
    """How far it reaches away from the figure."""
    at: Literal["ahead", "behind", "right", "left"] | None = None
    """The side of the figure on which it stands; left out, ahead or behind as `edge` says."""
    across: Heights = 0
    """Where its middle is to the figure's right."""
    width: Annotated[float, Field(ge=0.02, le=2)] | None = None
    """How wide it is across the line of sight; left out, as wide as its kind usually is."""
    name: Name | None = None
    """What contacts call it, where there are two of a kind."""

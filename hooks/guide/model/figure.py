"""What a contributor writes under `figure:` of an exercise: poses, contacts, props, frames. Draws nothing."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from guide.model.entry import MOST_ENTRIES, Entry, Id, Name, Text, refusal
from guide.model.pose import Degrees, Pose, Position, SideName
from guide.model.quantity import MOST_FRAMES

MOST_VERSION_FRAMES = 5
Heights = Annotated[float, Field(ge=-2, le=2)]
Bound = Annotated[float, Field(ge=-360, le=360)]

ViewName = Literal["side", "front", "back", "three_quarter", "above"]
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
Measure = Literal[
    "thigh_from_level",
    "shin_from_vertical",
    "trunk_lean",
    "knee_bend",
    "heel_above_support",
    "knee_above_floor",
    "leg_to_trunk_line",
    "pelvis_tilt",
    "hip_to_foot_across",
    "thigh_from_vertical",
    "upper_arm_from_vertical",
    "forearm_from_vertical",
    "trunk_from_level",
    "trunk_side",
    "trunk_turn",
    "head_nod",
    "hip_bend",
    "ankle_bend",
    "elbow_bend",
    "hip_spread",
    "arm_from_trunk",
    "thighs_apart",
    "hip_off_line",
    "hip_above_floor",
    "shoulder_above_floor",
    "hand_above_floor",
    "heel_above_floor",
    "toes_above_floor",
    "toes_above_heel",
    "knee_gap",
    "ankle_gap",
    "feet_apart",
    "knee_outside_ankle",
    "hand_from_middle",
    "shoulder_ahead_of_hand",
    "hand_ahead_of_ankle",
    "weight_ahead_of_ankle",
]
Landmark = Literal["hips", "head", "hands", "knee", "other_knee", "heel", "foot", "other_foot"]


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


class Flight(Entry):
    """Where the body is while no foot touches anything."""

    height: Annotated[float, Field(ge=0.01, le=0.6)]
    """Clear air between the lowest shoe and the floor, in body heights."""
    forward: Heights = 0
    """Where the hips are along the line of sight, in body heights."""
    across: Heights = 0
    """Where the hips are to the figure's right, in body heights."""


class Prop(Entry):
    """A thing in the scene. Lengths are shares of body height (0.1 is 17 cm for a person of 170 cm)."""

    kind: PropKind
    """What it is."""
    edge: Heights
    """Position of the edge that faces the figure; minus is behind it."""
    height: Annotated[float, Field(ge=0.005, le=1.6)]
    """Height of its top above the floor."""
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


class Rule(Entry):
    """Something that the drawing must keep to because it is the point of the exercise."""

    measure: Measure
    """What is measured."""
    side: SideName = "right"
    """Of which side."""
    at_least: Bound | None = None
    """Smallest value allowed: degrees, or shares of body height for heights and distances."""
    at_most: Bound | None = None
    """Largest value allowed."""

    @model_validator(mode="after")
    def _has_a_bound(self) -> Rule:
        if self.at_least is None and self.at_most is None:
            raise refusal("rule_bound", "this rule allows everything", "add at_least, at_most, or both")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            hint = f"exchange them: at_least: {self.at_most:g}, at_most: {self.at_least:g}"
            raise refusal("rule_order", "at_least is larger than at_most, so nothing fits", hint)
        return self


class Arrow(Entry):
    """A motion arrow: the way that a part of the body took from the frame before."""

    of: Landmark
    """The part that moves."""
    shift: Annotated[tuple[Heights, Heights], Field(strict=False)] = (0.0, 0.0)
    """Moves the arrow aside, in body heights to the right and up, so that it does not cover the body."""


class Angle(Entry):
    """An angle drawn into the picture, where the text gives one."""

    of: Literal["knee", "hip", "ankle", "elbow", "shoulder", "trunk", "thigh", "shank"]
    """A joint, or the tilt of a part."""
    side: SideName = "right"
    """Of which side; a trunk has none."""

    @model_validator(mode="after")
    def _has_a_side(self) -> Angle:
        if self.of == "trunk" and "side" in self.model_fields_set:
            raise refusal("angle_side", "the lean of a trunk has no side", "delete side")
        return self


class Frame(Entry):
    """One key frame."""

    caption: Text
    """A short line under the picture."""
    same_as: Annotated[int, Field(ge=1)] | None = None
    """In a version, or as the right picture of a pair: number of the key frame that it looks like, told by the caption
    alone."""
    step: Annotated[int, Field(ge=1)] | None = None
    """Number of the exercise's step that this frame shows."""
    moving: bool = False
    """Caught in motion (take-off, push-off): balance is not expected of it."""
    mirrored: bool = False
    """Drawn with right and left exchanged: the same pose on the other side."""
    flight: Flight | None = None
    """Given when the body is in the air. It then has the contacts that it lists itself, and no others."""
    arrow: Arrow | None = None
    """The motion since the frame before."""
    position: Position = "standing"
    """How the body is held as a whole; lying on a side, it is turned there."""
    contacts: Annotated[tuple[Contact, ...], Field(max_length=MOST_ENTRIES, strict=False)] | None = None
    """What touches what here, when it differs from the figure's `contacts`. The first places the body."""
    things: Annotated[tuple[Thing, ...], Field(max_length=MOST_ENTRIES, strict=False)] | None = None
    """What is held or worn here, when it differs from the figure's `things`."""
    ghost: bool = False
    """Whether the frame before stands behind this one, faintly."""
    trail: Landmark | None = None
    """A part whose way from the frame before is drawn as a dotted line."""
    weight_line: bool = False
    """Whether a line shows over what the weight is."""
    angle: Angle | None = None
    """An angle that is drawn, with its number."""
    pose: Pose = Pose()
    """The position of the body."""
    rules: Annotated[tuple[Rule, ...], Field(max_length=MOST_ENTRIES, strict=False)] = ()
    """What this frame must show."""


class VersionFigure(Entry):
    """How an easier or harder version looks, where it looks different."""

    name: Name
    """The modification as the exercise names it."""
    views: Annotated[tuple[ViewName, ...], Field(min_length=1, max_length=2, strict=False)] | None = None
    """The view that shows this version, where it is not the exercise's."""
    props: Annotated[tuple[Prop, ...], Field(max_length=MOST_ENTRIES, strict=False)] | None = None
    """The props of this version, when they differ."""
    things: Annotated[tuple[Thing, ...], Field(max_length=MOST_ENTRIES, strict=False)] | None = None
    """What is held or worn in this version, when it differs."""
    returns: bool | None = None
    """Whether its movement may go back the way it came, when it differs."""
    frames: Annotated[tuple[Frame, ...], Field(min_length=1, max_length=MOST_VERSION_FRAMES, strict=False)]
    """Its key frames: where it starts and where it ends, one to five; one suffices where nothing moves."""


class Pair(Entry):
    """A mistake that can be seen, beside how it should look."""

    mistake: Annotated[int, Field(ge=1)]
    """Number of the mistake in the exercise's list."""
    view: ViewName = "side"
    """The view that shows it."""
    wrong: Frame
    """How it looks when it is wrong."""
    right: Frame
    """The same moment, right; `same_as` takes a key frame of the exercise."""


class Figure(Entry):
    """The drawn figure of one exercise. The figure faces right in the side view; its right side is nearest."""

    views: Annotated[tuple[ViewName, ...], Field(min_length=1, max_length=2, strict=False)] = ("side",)
    """The view that shows the point of the exercise first, then perhaps a second."""
    working: Literal["both", "right", "left"] = "both"
    """The side on which the trained muscles are coloured."""
    returns: bool = True
    """Whether the movement may go back the way it came; a jump may not."""
    thumbnail: Annotated[int, Field(ge=1)] | None = None
    """Number of the frame that stands for the exercise on cards; left out, the last."""
    closeup: Landmark | None = None
    """A part that is also shown large, where the point of the exercise is small."""
    person: Id | None = None
    """Who is drawn, of the list of people; left out, the first."""
    props: Annotated[tuple[Prop, ...], Field(max_length=MOST_ENTRIES, strict=False)] = ()
    """What stands in the scene."""
    things: Annotated[tuple[Thing, ...], Field(max_length=MOST_ENTRIES, strict=False)] = ()
    """What is held or worn in every frame that does not say otherwise."""
    contacts: Annotated[tuple[Contact, ...], Field(max_length=MOST_ENTRIES, strict=False)] = ()
    """What touches what in every frame that does not say otherwise. The first places the body. Left out, both soles
    stand on the floor."""
    frames: Annotated[tuple[Frame, ...], Field(min_length=2, max_length=MOST_FRAMES, strict=False)]
    """Two to six key frames, in order; the tempo says which is reached when."""
    modifications: Annotated[tuple[VersionFigure, ...], Field(max_length=MOST_ENTRIES, strict=False)] = ()
    """Figures of easier and harder versions."""
    pairs: Annotated[tuple[Pair, ...], Field(max_length=MOST_ENTRIES, strict=False)] = ()
    """Mistakes that can be seen, each as a wrong and a right picture."""

    def of_version(self, name: str) -> Figure | None:
        """The figure of a version as a figure like any other; None where it has none of its own."""
        drawn = next((version for version in self.modifications if version.name == name), None)
        return self.drawn_as(drawn) if drawn else None

    def drawn_as(self, version: VersionFigure) -> Figure:
        """This figure with the key frames, the view, the props and the things of a version."""
        frames = tuple(map(self._seen_before, version.frames))
        props = self.props if version.props is None else version.props
        things = self.things if version.things is None else version.things
        returns = self.returns if version.returns is None else version.returns
        bare = {"modifications": (), "pairs": (), "thumbnail": None, "closeup": None}
        seen = {"views": version.views or self.views, "props": props, "things": things, "returns": returns}
        return self.model_copy(update={"frames": frames, **seen, **bare})

    def of_pair(self, number: int) -> Figure:
        """This figure with two key frames, the wrong and the right one of a pair (the first is 0)."""
        pair = self.pairs[number]
        bare = {"modifications": (), "pairs": (), "thumbnail": None, "closeup": None}
        frames = (pair.wrong, self._seen_before(pair.right))
        return self.model_copy(update={"frames": frames, "views": (pair.view,), **bare})

    def _seen_before(self, frame: Frame) -> Frame:
        if not frame.same_as or frame.same_as > len(self.frames):
            return frame
        shown = self.frames[frame.same_as - 1]
        return shown.model_copy(update={"caption": frame.caption, "step": None, "arrow": None})

"""What a contributor writes under `figure:` of an exercise: its key frames, versions and pairs. Draws nothing."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.model.entry import MOST_ENTRIES, Entry, Id, Name, Text, refusal
from guide.model.figure_rule import Rule
from guide.model.pose import Pose, Position, SideName
from guide.model.quantity import MOST_FRAMES
from guide.model.scene import Contact, Heights, Prop, Thing

MOST_VERSION_FRAMES = 7

ViewName = Literal["side", "front", "back", "three_quarter", "above"]
Landmark = Literal["hips", "head", "hands", "knee", "other_knee", "heel", "foot", "other_foot"]


class Flight(Entry):
    """Where the body is while no foot touches anything."""

    height: Annotated[float, Field(ge=0.01, le=0.6)]
    """Clear air between the lowest shoe and the floor, in body heights."""
    forward: Heights = 0
    """Where the hips are along the line of sight, in body heights."""
    across: Heights = 0
    """Where the hips are to the figure's right, in body heights."""


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


class BareFoot(Entry):
    """A bare foot, seen from its inner side: what shoes hide."""

    arch: Annotated[float, Field(ge=0, le=10)] = 0
    """How far the arch is drawn up, in thousandths of body height."""
    big_toe: Annotated[float, Field(ge=-60, le=60)] = 0
    """Degrees that the big toe is lifted; minus is clawed."""
    toes: Annotated[float, Field(ge=-60, le=60)] = 0
    """Degrees that the four other toes are lifted; minus is clawed."""
    ball: Annotated[float, Field(ge=0, le=15)] = 0
    """How far the ball of the big toe is above the floor, in thousandths of body height."""


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
    foot: BareFoot | None = None
    """A bare foot, large: in a key frame as its `closeup`, in a version or a pair instead of the body."""
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
    """Its key frames: where it starts and where it ends, one to seven; one suffices where nothing moves."""


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
    barefoot: bool = False
    """Whether the feet are bare."""
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
    """Two to seven key frames, in order; the tempo says which is reached when."""
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

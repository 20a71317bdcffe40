"""The closed vocabularies that exercises and routines draw on: muscles, equipment, patterns, sources, safety rules."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from guide.model.entry import MOST_ENTRIES, NONE, Entry, Id, Ids, Name, Text, refusal
from guide.model.schema_patterns import doi_form

BodyPart = Literal[
    "pelvis",
    "spine_1",
    "spine_2",
    "spine_3",
    "chest",
    "head",
    "thigh",
    "shank",
    "foot",
    "upper_arm",
    "forearm",
    "hand",
]
"""A segment of the drawn body: the spine from below, an arm or a leg of the side that is drawn."""
MOST_BELLIES = 6
MOST_SECTIONS = 8
Share = Annotated[float, Field(ge=-1, le=2)]
Shift = Annotated[float, Field(ge=-0.2, le=0.2)]
HalfWidth = Annotated[float, Field(ge=0.001, le=0.15)]
Cosine = Annotated[float, Field(ge=-1, le=1)]


class Faces(Entry):
    """The side of the body from which a muscle is seen."""

    front: Cosine
    """How far it faces forward; minus is backward. On the part on which its first section lies."""
    out: Cosine
    """How far it faces outward, away from the middle of the body; minus is inward."""
    least: Cosine = -0.3
    """It is seen while the cosine between that direction and the viewer is above this: 0 is half of all views, -0.5
    more, 0.5 less."""

    @model_validator(mode="after")
    def _faces_something(self) -> Self:
        if not (self.front or self.out):
            hint = "write front: 1 for the front of the body, front: -1 for its back, out: 1 for its side"
            raise refusal("faces_nothing", "the muscle faces nowhere", hint)
        return self


class CrossSection(Entry):
    """One cut through a muscle, an ellipse: the skin over it is coloured. Lengths are shares of body height (0.01 is
    17 mm)."""

    part: BodyPart
    """The part of the body on which it lies; of limbs, that of the right side, and the left is its mirror image."""
    share: Share
    """Where along that part: 0 is its upper end (hip, knee, shoulder; of the trunk the lower end), 1 the other."""
    front: Shift
    """How far its middle lies in front of the bone; minus is behind."""
    out: Shift
    """How far its middle lies outward; minus is towards the middle of the body."""
    deep: HalfWidth
    """Half its depth, front to back."""
    wide: HalfWidth
    """Half its width, side to side."""


class Belly(Entry):
    """A part of a muscle that is drawn in one piece. It is given for the right side; the left is its mirror image."""

    layer: Annotated[int, Field(ge=1, le=3)] = 2
    """1 lies deep, 3 under the skin; what lies nearer to the skin is drawn over what lies deeper."""
    faces: Faces
    """From where it is seen."""
    sections: Annotated[tuple[CrossSection, ...], Field(min_length=2, max_length=MOST_SECTIONS, strict=False)]
    """Two to eight cuts through it, from one end to the other."""


class Muscle(Entry):
    """A muscle, or a group that works as one."""

    id: Id
    """Its name in addresses and in the data."""
    name: Name
    """Anatomical name, such as quadriceps."""
    plain_name: Name
    """Where it is, in everyday words: front of the thigh."""
    other_names: tuple[Name, ...] = Field(max_length=MOST_ENTRIES)
    """Further words that people search for; [] for none."""
    in_running: Text
    """What it does when we run."""
    drawn: Annotated[tuple[Belly, ...], Field(max_length=MOST_BELLIES, strict=False)] = ()
    """Where it lies on the drawn body, one piece or several; left out, no drawing shows it."""


class Equipment(Entry):
    """A thing that an exercise needs or is helped by."""

    id: Id
    """Its name in addresses and in the data."""
    name: Name
    """What it is called."""
    other_names: tuple[Name, ...] = Field(max_length=MOST_ENTRIES)
    """Further words that people search for; [] for none."""
    household_substitute: Text
    """What serves instead at home."""
    at_home: tuple[Name, ...] = Field(max_length=MOST_ENTRIES)
    """The same in two to six words each, as filters offer it; [] for none."""
    served_by: Ids
    """Other equipment that `household_substitute` lets serve instead, each by itself; or none."""
    safety_check: Text
    """What to make sure of before trusting it."""


class Pattern(Entry):
    """A movement pattern: the heading under which exercises are grouped."""

    id: Id
    """Its name in the data."""
    name: Name
    """Heading."""
    summary: Text
    """What exercises of this pattern share."""


_DOI = re.compile(r"10\.[0-9]{4,9}/[-._;()/:A-Za-z0-9]{1,200}")


def _doi_or_none(doi: str) -> str:
    if doi != NONE and not _DOI.fullmatch(doi):
        hint = "write it as 10.1000/182 without https://, or the word none"
        raise refusal("doi_form", "this is not a DOI", hint)
    return doi


Doi = Annotated[str, AfterValidator(_doi_or_none), WithJsonSchema(doi_form(f"^(?:{NONE}|{_DOI.pattern})$"))]
"""Address of a publication, or the word none."""


Topic = Literal[
    "practice",
    "performance",
    "injuries",
    "hips and hamstrings",
    "side of the hip",
    "squats and lunges",
    "calf and Achilles",
    "shins and feet",
    "trunk and upper body",
    "jumps",
    "dose",
    "warm-up",
    "pain",
    "scheduling",
    "muscles",
    "joints",
    "signs and urgency",
    "when something hurts",
    "special groups",
]


class Headline(Entry):
    """What the home page says of a source."""

    promise: bool
    """True where strength work does this, false where it does not."""
    text: Text
    """The finding in one or two sentences."""
    studies: int | None = Field(default=None, ge=1, le=1000)
    """How many studies it pools, where it pools some."""


class Source(Entry):
    """A publication, or a practice, that the guide relies on."""

    id: Id
    """Its name in the data: first author and year."""
    label: Name
    """Short form for lists: Fry and others 2003."""
    citation: Text
    """Full citation, as far as it has been checked."""
    doi: Doi
    """DOI without address in front, or the word none."""
    topic: Topic
    """The heading on the evidence page."""
    cited_for: Text
    """What the guide takes from it."""
    strength: Literal[
        "pooled trials", "single trial", "survey or review", "small or laboratory study", "guideline", "expert practice"
    ]
    """The kind of evidence, what tells most about an effect first."""
    limits: Text
    """What it does not show."""
    headline: Headline | None = None
    """What the home page says of it; left out for most."""


class Limits(Entry):
    """How much jumping a session and a week may hold: house rules, to which every stage of a routine is held."""

    landings: int = Field(ge=1, le=1000)
    """The most landings in one session."""
    landings_while_new: int = Field(ge=1, le=1000)
    """The most in one session while jumps are new."""
    landings_a_week: int = Field(ge=1, le=5000)
    """The most landings in one week."""
    landings_a_week_while_new: int = Field(ge=1, le=5000)
    """The most in one week while jumps are new."""
    weeks_new_to_jumps: int = Field(ge=1, le=52)
    """For how many weeks with jumps they count as new."""
    hops_a_week: int = Field(ge=0, le=5000)
    """The most low hops on both feet in one week while jumps are new."""
    sessions_a_week: int = Field(ge=1, le=7)
    """On how many days of a week there may be jumps."""
    hours_between: int = Field(ge=24, le=168)
    """The least time between two sessions with jumps, and between jumps and a race."""
    rest_seconds: int = Field(ge=0, le=600)
    """The least rest after a set of jumps."""


class Safety(Entry):
    """The rules that hold for every exercise, printed wherever they are needed."""

    ask_first: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Conditions with which to ask a doctor or physio before starting."""
    no_jumps: tuple[Id, ...] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Conditions with which to leave out every jump for now; pain of a region is one besides, of each region."""
    jump_gate: Id
    """The gate before the first jump, for single exercises and for sessions of one's own."""
    stop_jumps: Text
    """When a set of jumps ends."""
    warm_up: Id
    """What to do before any exercise: one of data/warmups.yml."""
    warm_up_before_jumps: Id
    """What to do before jumps."""
    limits: Limits
    """How much jumping there may be."""

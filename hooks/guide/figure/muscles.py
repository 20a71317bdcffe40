"""The muscles of the data as drawing takes them: bellies in order, each with the zone of the body that it lies on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from guide.figure.shapes import Section
from guide.model import Muscle
from guide.model.vocabulary import Belly

Zone = Literal["trunk", "arm", "leg"]
_LEG, _ARM = frozenset({"thigh", "shank", "foot"}), frozenset({"upper_arm", "forearm", "hand"})


class DrawnBelly(NamedTuple):
    """One piece of a muscle: its sections, and the direction (front, out) that it faces on the first one's segment."""

    muscle: str
    """Id of the muscle."""
    number: int
    """Which of its pieces; the first is 1."""
    sections: tuple[Section, ...]
    front: float
    out: float
    least: float
    """Seen while the cosine between its face and the viewer is above this."""
    layer: int
    zone: Zone

    @property
    def shod(self) -> bool:
        """Whether it is inside the shoe: on the body map it shows through it."""
        return all(section.on == "foot" for section in self.sections)

    @property
    def in_middle(self) -> bool:
        """Whether it lies on the middle line, so that its mirror image is itself."""
        return self.zone == "trunk" and not self.out and not any(section.out for section in self.sections)


def drawn_bellies(muscles: Iterable[Muscle]) -> tuple[DrawnBelly, ...]:
    """Every piece of every muscle, the deepest first."""
    found = (
        DrawnBelly(
            muscle.id,
            number,
            tuple(Section(cut.part, cut.share, cut.front, cut.out, cut.deep, cut.wide) for cut in belly.sections),
            belly.faces.front,
            belly.faces.out,
            belly.faces.least,
            belly.layer,
            zone(belly),
        )
        for muscle in muscles
        for number, belly in enumerate(muscle.drawn, start=1)
    )
    return tuple(sorted(found, key=lambda belly: belly.layer))


def zone(belly: Belly) -> Zone:
    """Where it is drawn: with the leg as soon as it reaches there, as buttocks do; with the arm if it lies wholly
    there; with the trunk where it lies on ribs, belly or back."""
    parts = {cut.part for cut in belly.sections}
    if parts & _LEG or parts == {"pelvis"}:
        return "leg"
    return "arm" if parts <= _ARM else "trunk"


def on_trunk(muscle: Muscle) -> bool:
    """Whether it lies wholly on the trunk, where both sides work together whichever leg does."""
    return all(zone(belly) == "trunk" for belly in muscle.drawn)

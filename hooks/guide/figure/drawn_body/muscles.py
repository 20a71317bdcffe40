"""The muscles of the data as drawing takes them: bellies in order, and whether they belong to the trunk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from guide.figure.drawn_body.shapes import Section
from guide.model import Muscle

_TRUNK = frozenset({"pelvis", "spine_1", "spine_2", "spine_3", "chest", "head"})


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

    @property
    def shod(self) -> bool:
        """Whether it is inside the shoe: on the body map it shows through it."""
        return all(section.on == "foot" for section in self.sections)

    @property
    def in_middle(self) -> bool:
        """Whether it lies on the middle line, so that its mirror image is itself."""
        return not self.out and all(section.on in _TRUNK and not section.out for section in self.sections)


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
        )
        for muscle in muscles
        for number, belly in enumerate(muscle.drawn, start=1)
    )
    return tuple(sorted(found, key=lambda belly: belly.layer))


def on_trunk(muscle: Muscle) -> bool:
    """Whether it lies wholly on the trunk, where both sides work together whichever leg does. What lies on the pelvis
    alone moves the leg."""
    parts = {cut.part for belly in muscle.drawn for cut in belly.sections}
    return parts <= _TRUNK and parts != {"pelvis"}

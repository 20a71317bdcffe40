"""Who is drawn, and which muscles are coloured on them: what every drawing is given beside its figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from guide.figure.drawn_body.muscles import DrawnBelly, drawn_bellies
from guide.model import Exercise, Guide, Muscle
from guide.model.person import PLAIN_PERSON, Person


@dataclass(frozen=True)
class Subject:
    """A person with the muscles that the exercise trains."""

    person: Person
    primary: tuple[Muscle, ...] = ()
    secondary: tuple[Muscle, ...] = ()

    @cached_property
    def bellies(self) -> tuple[DrawnBelly, ...]:
        """Every piece of its muscles, the deepest first."""
        return drawn_bellies((*self.primary, *self.secondary))

    @cached_property
    def made_from(self) -> str:
        """All that decides how it looks, as text: what is kept of a drawing is kept under it."""
        muscles = (f"{muscle.id} {muscle.drawn!r}" for muscle in (*self.primary, *self.secondary))
        return " ".join((self.person.model_dump_json(exclude={"name"}), str(len(self.primary)), *muscles))

    def with_primary_only(self) -> Subject:
        """The same without the muscles that only help."""
        return Subject(self.person, self.primary)


PLAIN = Subject(PLAIN_PERSON)
"""Somebody, with no muscle coloured."""


def plain_subject(primary: Iterable[Muscle] = (), secondary: Iterable[Muscle] = ()) -> Subject:
    """Somebody with these muscles coloured, as tests and maps of no exercise need it."""
    return Subject(PLAIN_PERSON, tuple(primary), tuple(secondary))


def subject_of(guide: Guide, exercise: Exercise) -> Subject:
    """The person and the muscles of an exercise."""
    primary, secondary = (
        tuple(guide.muscles[muscle] for muscle in muscles)
        for muscles in (exercise.muscles.primary, exercise.muscles.secondary)
    )
    return Subject(person_of(guide, exercise), primary, secondary)


def person_of(guide: Guide, exercise: Exercise | None = None) -> Person:
    """Who is drawn doing the exercise; of none, or where it names nobody, the first of the list."""
    wanted = exercise.figure.person if exercise else None
    return guide.people[wanted] if wanted else next(iter(guide.people.values()), PLAIN_PERSON)

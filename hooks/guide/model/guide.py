"""The whole guide, and the questions that pages ask of it. Everything computed from the data starts here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import TypeVar

from guide.model.address import NOTHING_RELEASED, Redirect, Released, follow, kind_and_id
from guide.model.exercise import Exercise, Modification
from guide.model.quantity import TempoPhase
from guide.model.routine import Block, Item, Routine
from guide.model.vocabulary import Equipment, Muscle, Pattern, Safety, Source


@dataclass(frozen=True)
class Guide:
    """Every entry by its id, in the order of the files; all references hold."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    muscles: Mapping[str, Muscle]
    equipment: Mapping[str, Equipment]
    patterns: Mapping[str, Pattern]
    sources: Mapping[str, Source]
    safety: Safety
    redirects: tuple[Redirect, ...] = ()
    released: Released = NOTHING_RELEASED

    def entries(self, kind: str) -> Mapping[str, Exercise | Routine | Muscle | Equipment]:
        """The entries of a kind that has a page for each, one of `PAGED`."""
        found: Mapping[str, Exercise | Routine | Muscle | Equipment] = getattr(self, kind)
        return found

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of all entries of a kind that data refers to."""
        return tuple(getattr(self, kind))

    # What moved

    @cached_property
    def new_addresses(self) -> Mapping[str, str]:
        """Where each address that is gone leads in the end: `exercises/wall-chair` to `exercises/wall-sit`."""
        return follow(self.redirects)[0]

    def new_ids(self, kind: str) -> Mapping[str, str]:
        """Old ids of one kind and the ids that took their place; none where the list of all did."""
        pairs = ((kind_and_id(old), kind_and_id(new)) for old, new in self.new_addresses.items())
        return {old: new for (which, old), (_, new) in pairs if which == kind and new}

    def earlier_ids(self, kind: str, name: str) -> tuple[str, ...]:
        """The ids that an entry once had."""
        return tuple(old for old, new in self.new_ids(kind).items() if new == name)

    # What uses what

    def exercises_of_pattern(self, pattern: str) -> tuple[Exercise, ...]:
        """Exercises of a movement pattern, the lowest level first."""
        return tuple(sorted(self._of_pattern.get(pattern, ()), key=lambda exercise: (exercise.level, exercise.name)))

    def exercises_training(self, muscle: str, *, primarily: bool) -> tuple[Exercise, ...]:
        """Exercises with this muscle among their primary, or else their secondary, muscles."""
        return tuple((self._training if primarily else self._training_besides).get(muscle, ()))

    def exercises_needing(self, equipment: str) -> tuple[Exercise, ...]:
        """Exercises that cannot be done without this."""
        return tuple(exercise for exercise in self.exercises.values() if equipment in exercise.equipment.required)

    def exercises_helped_by(self, equipment: str) -> tuple[Exercise, ...]:
        """Exercises that this makes easier or safer."""
        return tuple(exercise for exercise in self.exercises.values() if equipment in exercise.equipment.helpful)

    def modifications_needing(self, equipment: str) -> tuple[tuple[Exercise, Modification], ...]:
        """Versions that use this, of exercises that themselves do not need it."""
        return tuple(
            (exercise, modification)
            for exercise in self.exercises.values()
            for modification in exercise.modifications
            if equipment in (modification.equipment or ()) and equipment not in exercise.equipment.required
        )

    def routines_with(self, exercise: str) -> tuple[Routine, ...]:
        """Routines in which the exercise is done."""
        return tuple(self._routines_with.get(exercise, ()))

    def routines_using(self, equipment: str) -> tuple[Routine, ...]:
        """Routines that need this piece of equipment."""
        return tuple(routine for routine in self.routines.values() if equipment in self.routine_equipment(routine))

    def entries_citing(self, source: str) -> tuple[Exercise | Routine, ...]:
        """Exercises and routines that name the source."""
        return tuple(self._citing.get(source, ()))

    # Indexes: what every page asks, and what every entry of a card asks, must not search all exercises anew.

    @cached_property
    def _of_pattern(self) -> Mapping[str, list[Exercise]]:
        return _index(self.exercises.values(), lambda exercise: (exercise.pattern,))

    @cached_property
    def _training(self) -> Mapping[str, list[Exercise]]:
        return _index(self.exercises.values(), lambda exercise: exercise.muscles.primary)

    @cached_property
    def _training_besides(self) -> Mapping[str, list[Exercise]]:
        return _index(self.exercises.values(), lambda exercise: exercise.muscles.secondary)

    @cached_property
    def _routines_with(self) -> Mapping[str, list[Routine]]:
        return _index(self.routines.values(), lambda routine: (item.exercise for item in routine.items))

    @cached_property
    def _citing(self) -> Mapping[str, list[Exercise | Routine]]:
        entries: tuple[Exercise | Routine, ...] = (*self.exercises.values(), *self.routines.values())
        return _index(entries, lambda entry: entry.sources)

    # Ladders

    def easier_than(self, exercise: str) -> tuple[Exercise, ...]:
        """Exercises one rung below, whichever of the two names the other."""
        return tuple(self._ladder[0].get(exercise, ()))

    def harder_than(self, exercise: str) -> tuple[Exercise, ...]:
        """Exercises one rung above, whichever of the two names the other."""
        return tuple(self._ladder[1].get(exercise, ()))

    @cached_property
    def _ladder(self) -> tuple[Mapping[str, list[Exercise]], Mapping[str, list[Exercise]]]:
        below, above = defaultdict(list), defaultdict(list)
        for low, high in ladder_edges(self.exercises.values()):
            below[high].append(self.exercises[low])
            above[low].append(self.exercises[high])
        return below, above

    # What a routine amounts to

    def modification(self, item: Item) -> Modification | None:
        """The version of the exercise that the item asks for."""
        found = (
            version for version in self.exercises[item.exercise].modifications if version.name == item.modification
        )
        return next(found, None)

    def performed_exercise(self, item: Item) -> Exercise:
        """The exercise that is really done: the one that the item's modification names, or else the item's own."""
        modification = self.modification(item)
        return self.exercises[(modification and modification.exercise) or item.exercise]

    def item_tempo(self, item: Item) -> tuple[TempoPhase, ...]:
        """The parts of one repetition, in the version asked for."""
        modification = self.modification(item)
        return (modification and modification.tempo) or self.performed_exercise(item).tempo

    def item_feel(self, item: Item) -> str:
        """Where the item should be felt, in the version asked for."""
        modification = self.modification(item)
        return (modification and modification.feel_it_in) or self.performed_exercise(item).feel_it_in

    def item_equipment(self, item: Item) -> tuple[str, ...]:
        """What the item needs, in the version asked for."""
        modification = self.modification(item)
        if modification and modification.equipment is not None:
            return modification.equipment
        return self.performed_exercise(item).equipment.required

    def item_landings(self, item: Item) -> int:
        """Landings of the item in one round; unknown counts, where the clock ends the item, count one a second."""
        modification = self.modification(item)
        if modification and modification.impact == "none":
            return 0
        per_repetition = (
            1 if modification and modification.impact else self.performed_exercise(item).landings_per_repetition
        )
        return per_repetition * (item.repetitions or item.seconds or 0) * (2 if item.each_side else 1)

    def item_seconds(self, item: Item) -> int:
        """Seconds of the item in one round: repetitions times tempo, or the clock; twice that for each side."""
        repetition = sum(phase.seconds for phase in self.item_tempo(item))
        seconds = item.seconds or (item.repetitions or 0) * repetition
        if self.performed_exercise(item).dose.hold_seconds:
            seconds += repetition
        return seconds * (2 if item.each_side else 1)

    def block_seconds(self, block: Block) -> int:
        """Seconds of all rounds of a block, with the rest after each round, the last one included."""
        work = sum(map(self.item_seconds, block.items))
        changes = block.rest_between_items_seconds * (len(block.items) - 1)
        return block.rounds * (work + changes + block.rest_after_round_seconds)

    def routine_minutes(self, routine: Routine) -> int:
        """Minutes from the first step of the warm-up to the last of the finish, to the nearest minute."""
        work = sum(map(self.block_seconds, routine.blocks)) - routine.blocks[-1].rest_after_round_seconds
        return floor(work / 60 + 0.5) + routine.warm_up.minutes + routine.finish.minutes

    def routine_landings(self, routine: Routine) -> int:
        """Landings in the whole routine."""
        return sum(block.rounds * self.item_landings(item) for block in routine.blocks for item in block.items)

    def routine_equipment(self, routine: Routine) -> tuple[str, ...]:
        """Everything the routine needs, in the order of the equipment list."""
        used = {thing for item in routine.items for thing in self.item_equipment(item)}
        return tuple(thing for thing in self.equipment if thing in used)

    def routine_muscles(self, routine: Routine) -> tuple[str, ...]:
        """The primary muscles of its exercises, in the order of the muscle list."""
        used = {muscle for item in routine.items for muscle in self.performed_exercise(item).muscles.primary}
        return tuple(muscle for muscle in self.muscles if muscle in used)


_Entry = TypeVar("_Entry")


def _index(entries: Iterable[_Entry], words: Callable[[_Entry], Iterable[str]]) -> Mapping[str, list[_Entry]]:
    """The entries by every word of theirs, in their order."""
    found: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        for word in dict.fromkeys(words(entry)):
            found[word].append(entry)
    return found


def ladder_edges(exercises: Iterable[Exercise]) -> tuple[tuple[str, str], ...]:
    """(easier, harder) for every link between two exercises, each once, in order of first mention."""
    return tuple(dict.fromkeys(_links(exercises)))


def _links(exercises: Iterable[Exercise]) -> Iterator[tuple[str, str]]:
    for exercise in exercises:
        yield from ((version.exercise, exercise.id) for version in exercise.easier if version.exercise)
        yield from ((exercise.id, version.exercise) for version in exercise.harder if version.exercise)

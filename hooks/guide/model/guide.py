"""The whole guide, and the questions that pages ask of it. Everything computed from the data starts here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil
from typing import TypeVar, get_args

from guide.model.address import NOTHING_RELEASED, Redirect, Released, Synonym, follow, kind_and_id
from guide.model.condition import Condition, Group, Region
from guide.model.dose import Dose
from guide.model.exercise import Exercise, Impact, Modification, Sides, is_low_hop
from guide.model.gate import Gate, Test
from guide.model.person import Person
from guide.model.progression import NOTHING_RULED, Progression
from guide.model.quantity import TempoPhase, whole
from guide.model.review import Review
from guide.model.routine import Item, Routine, Stage, WarmUp
from guide.model.vocabulary import Equipment, Muscle, Pattern, Safety, Source, Topic
from guide.model.workload import Workload, warm_up_of, workload

_Entry = TypeVar("_Entry", bound=Exercise | Routine)


class Lookup(dict[str, tuple[_Entry, ...]]):
    """Entries by an id that they name, asked like a function: no page searches all entries anew."""

    def __call__(self, name: str) -> tuple[_Entry, ...]:
        return self.get(name, ())


@dataclass(frozen=True)
class Guide:
    """Every entry by its id, in the order of the files; all references hold."""

    exercises: Mapping[str, Exercise]
    safety: Safety
    routines: Mapping[str, Routine] = field(default_factory=dict)
    muscles: Mapping[str, Muscle] = field(default_factory=dict)
    equipment: Mapping[str, Equipment] = field(default_factory=dict)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    tests: Mapping[str, Test] = field(default_factory=dict)
    gates: Mapping[str, Gate] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    warmups: Mapping[str, WarmUp] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    progression: Progression = NOTHING_RULED
    redirects: tuple[Redirect, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    reviews: tuple[Review, ...] = ()
    released: Released = NOTHING_RELEASED

    @cached_property
    def typed_for(self) -> Mapping[str, tuple[str, ...]]:
        """What people type for an entry besides its names, by the address of its page: `exercises/squat`."""
        return {synonym.page: synonym.words for synonym in self.synonyms}

    def entries(self, kind: str) -> Mapping[str, Exercise | Routine | Muscle | Equipment | Region]:
        """The entries of a kind that has a page for each, one of `PAGED`."""
        found: Mapping[str, Exercise | Routine | Muscle | Equipment | Region] = getattr(self, kind)
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

    @cached_property
    def exercises_of_pattern(self) -> Lookup[Exercise]:
        """Exercises of a movement pattern, the lowest level first."""
        ordered = sorted(self.exercises.values(), key=lambda exercise: (exercise.level, exercise.name))
        return _lookup((exercise.pattern, exercise) for exercise in ordered)

    def exercises_training(self, muscle: str, *, primarily: bool) -> tuple[Exercise, ...]:
        """Exercises with this muscle among their primary, or else their secondary, muscles."""
        return (self._training if primarily else self._training_besides)(muscle)

    @cached_property
    def _training(self) -> Lookup[Exercise]:
        every = self.exercises.values()
        return _lookup((muscle, exercise) for exercise in every for muscle in exercise.muscles.primary)

    @cached_property
    def _training_besides(self) -> Lookup[Exercise]:
        every = self.exercises.values()
        return _lookup((muscle, exercise) for exercise in every for muscle in exercise.muscles.secondary)

    @cached_property
    def exercises_needing(self) -> Lookup[Exercise]:
        """Exercises that cannot be done without a piece of equipment."""
        every = self.exercises.values()
        return _lookup((thing, exercise) for exercise in every for thing in exercise.equipment.required)

    @cached_property
    def exercises_helped_by(self) -> Lookup[Exercise]:
        """Exercises that a piece of equipment makes easier or safer."""
        every = self.exercises.values()
        return _lookup((thing, exercise) for exercise in every for thing in exercise.equipment.helpful)

    def modifications_needing(self, equipment: str) -> tuple[tuple[Exercise, Modification], ...]:
        """Versions that use this, of exercises that themselves do not need it."""
        return tuple(
            (exercise, modification)
            for exercise in self.exercises.values()
            for modification in exercise.modifications
            if equipment in (modification.equipment or ()) and equipment not in exercise.equipment.required
        )

    @cached_property
    def routines_with(self) -> Lookup[Routine]:
        """Routines in which an exercise is done."""
        return _lookup((item.exercise, routine) for routine in self.routines.values() for item in routine.items)

    @cached_property
    def routines_using(self) -> Lookup[Routine]:
        """Routines that need a piece of equipment."""
        return _lookup((thing, one) for one in self.routines.values() for thing in self.routine_equipment(one))

    @cached_property
    def entries_citing(self) -> Lookup[Exercise | Routine]:
        """Exercises and routines that name a source, in a claim or for all the rest."""
        entries: tuple[Exercise | Routine, ...] = (*self.exercises.values(), *self.routines.values())
        return _lookup((source, entry) for entry in entries for source in entry.cited)

    @cached_property
    def sources_by_topic(self) -> Mapping[str, tuple[Source, ...]]:
        """Sources under the headings of the page of evidence, in its order; topics without any are left out."""
        topics: dict[str, list[Source]] = {topic: [] for topic in get_args(Topic)}
        for source in self.sources.values():
            topics[source.topic].append(source)
        return {topic: tuple(sources) for topic, sources in topics.items() if sources}

    @cached_property
    def source_numbers(self) -> Mapping[str, int]:
        """The number under which every page and sheet cites a source: its place on the page of evidence."""
        ordered = (source.id for sources in self.sources_by_topic.values() for source in sources)
        return {name: number for number, name in enumerate(ordered, 1)}

    def numbered(self, ids: Iterable[str]) -> tuple[tuple[int, Source], ...]:
        """These sources by their numbers, each once."""
        return tuple(sorted({self.source_numbers[name]: self.sources[name] for name in ids}.items()))

    @cached_property
    def easier_than(self) -> Lookup[Exercise]:
        """Exercises one rung below, whichever of the two names the other."""
        return _lookup((high, self.exercises[low]) for low, high in ladder_edges(self.exercises.values()))

    @cached_property
    def harder_than(self) -> Lookup[Exercise]:
        """Exercises one rung above, whichever of the two names the other."""
        return _lookup((low, self.exercises[high]) for low, high in ladder_edges(self.exercises.values()))

    def jump_gate(self, exercise: Exercise) -> str:
        """The gate before a jump: its own, or that of all jumps."""
        return exercise.gate or self.safety.jump_gate

    # What a routine amounts to

    def modification(self, item: Item) -> Modification | None:
        """The version of the exercise that the item asks for."""
        versions = self.exercises[item.exercise].modifications
        return next((version for version in versions if version.name == item.modification), None)

    def performed_exercise(self, item: Item) -> Exercise:
        """The exercise that is really done: the one that the item's modification names, or else the item's own."""
        modification = self.modification(item)
        return self.exercises[(modification and modification.other_exercise) or item.exercise]

    def item_tempo(self, item: Item) -> tuple[TempoPhase, ...]:
        """The parts of one repetition, in the version asked for."""
        modification = self.modification(item)
        return (modification and modification.tempo) or self.performed_exercise(item).tempo

    def item_dose(self, item: Item) -> Dose:
        """How much the page asks for, in the version asked for."""
        modification = self.modification(item)
        return (modification and modification.dose) or self.performed_exercise(item).dose

    def item_sides(self, item: Item) -> Sides:
        """How the sides are done, in the version asked for."""
        modification = self.modification(item)
        return (modification and modification.sides) or self.performed_exercise(item).sides

    def counts_steps(self, item: Item) -> bool:
        """Whether the repetitions of the item are steps."""
        return self.item_dose(item).steps is not None

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
        impact = self.item_impact(item)
        if impact == "none" or is_low_hop(impact, self.item_sides(item)):
            return 0
        return (item.repetitions or item.seconds or 0) * (2 if item.each_side else 1)

    def item_hops(self, item: Item) -> int:
        """Low hops of the item in one round; where the clock ends the item, as many as its tempo has time for."""
        if not is_low_hop(self.item_impact(item), self.item_sides(item)):
            return 0
        lap = sum(phase.seconds for phase in self.item_tempo(item))
        return item.repetitions or ceil((item.seconds or 0) / lap)

    def item_jumps(self, item: Item) -> bool:
        """Whether the item leaves the floor, for landings or for low hops."""
        return self.item_impact(item) != "none"

    def item_impact(self, item: Item) -> Impact:
        """How hard one lands, in the version asked for."""
        modification = self.modification(item)
        return (modification and modification.impact) or self.performed_exercise(item).impact

    def item_seconds(self, item: Item) -> float:
        """Seconds of the item in one round: repetitions times tempo, or the clock; twice that for each side."""
        repetition = sum(phase.seconds for phase in self.item_tempo(item))
        seconds = item.seconds or (item.repetitions or 0) * repetition
        if self.item_dose(item).hold_seconds:
            seconds += repetition
        return whole(seconds * (2 if item.each_side else 1))

    def sides_in_turn(self, item: Item) -> bool:
        """Whether one side does all of the item before the other, with a change between."""
        return item.each_side and (self.item_sides(item) == "each" or item.seconds is not None)

    def workload(self, routine: Routine, stage: Stage) -> Workload:
        """What the routine amounts to in that stage."""
        return workload(self, routine, stage)

    def workloads(self, routine: Routine) -> tuple[Workload, ...]:
        """What it amounts to in each of its stages."""
        return tuple(workload(self, routine, stage) for stage in routine.stages)

    def warm_up(self, routine: Routine, stage: Stage) -> WarmUp:
        """What comes first in that stage."""
        return warm_up_of(self, routine, stage)

    def routine_landings(self, routine: Routine) -> int:
        """The most landings that a stage has."""
        return max(work.landings for work in self.workloads(routine))

    def routine_equipment(self, routine: Routine) -> tuple[str, ...]:
        """Everything that some stage needs, in the order of the equipment list."""
        used = {thing for item in routine.items for thing in self.item_equipment(item)}
        return tuple(thing for thing in self.equipment if thing in used)

    def routine_muscles(self, routine: Routine) -> tuple[str, ...]:
        """The primary muscles of its exercises, in the order of the muscle list."""
        used = {muscle for item in routine.items for muscle in self.performed_exercise(item).muscles.primary}
        return tuple(muscle for muscle in self.muscles if muscle in used)


def _lookup(pairs: Iterable[tuple[str, _Entry]]) -> Lookup[_Entry]:
    """From ids and what belongs to each, in order; what is named twice is found once."""
    found: dict[str, dict[str, _Entry]] = defaultdict(dict)
    for name, entry in pairs:
        found[name].setdefault(entry.id, entry)
    return Lookup({name: tuple(entries.values()) for name, entries in found.items()})


def ladder_edges(exercises: Iterable[Exercise]) -> tuple[tuple[str, str], ...]:
    """(easier, harder) for every rung from one exercise to another, each once, in order of first mention."""
    return tuple(dict.fromkeys(_links(exercises)))


def _links(exercises: Iterable[Exercise]) -> Iterator[tuple[str, str]]:
    for exercise in exercises:
        yield from ((version.leads_to, exercise.id) for version in exercise.easier if version.leads_to)
        yield from ((exercise.id, version.leads_to) for version in exercise.harder if version.leads_to)

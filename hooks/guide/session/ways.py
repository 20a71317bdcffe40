"""What each exercise and each of its versions can become in a session: easier, harder, without kit. Plain values.

Every exercise and every version of its own stands in the file once; what it offers are numbers of such entries. A
version says only in what it differs from its exercise, and `adapt.js` puts both together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from math import ceil, floor

from guide.model import Exercise, Guide, Item, Modification
from guide.session.timeline import Move, move
from guide.wording import words
from guide.wording.gates import gate_points

VERSIONS_FILE = "session-versions.json"
"""Where it lies in the site."""
MOST = 3
"""Offers of a kind that jump, and as many that do not."""
_OWN_WHERE_OTHERS = 2
"""Versions of the same exercise among them, where another exercise can be offered too."""


@dataclass(frozen=True)
class Way:
    """An exercise, or a version of its own, as somebody may do it instead of another."""

    exercise: Exercise
    version: Modification | None = None

    @property
    def key(self) -> str:
        """By what scripts find it."""
        return f"{self.exercise.id}/{self.version.name}" if self.version else self.exercise.id


@dataclass(frozen=True)
class Offer:
    """A way, with the words of whoever offers it."""

    way: Way
    how: str = ""
    """What leads to it, where that is told; else what it is."""


def ways(guide: Guide) -> dict[str, object]:
    """Everything that a script needs to change a move for another."""
    every = {way.key: way for exercise in guide.exercises.values() for way in _of_exercise(exercise)}
    numbers = {key: number for number, key in enumerate(every)}
    gates = dict.fromkeys(guide.jump_gate(exercise) for exercise in guide.exercises.values() if exercise.is_jump)
    return {
        "doses": words.DOSES,
        "gates": {gate: list(gate_points(guide, gate)) for gate in gates},
        "ways": [_entry(guide, way, numbers) for way in every.values()],
    }


def offers(guide: Guide, way: Way) -> Mapping[str, tuple[Offer, ...]]:
    """What may be done instead, by kind, the nearest first."""
    return {
        "easier": _few(guide, _easier(guide, way)),
        "harder": _few(guide, _harder(guide, way)),
        "without": _few(guide, _without(guide, way)),
    }


def item_of(guide: Guide, way: Way) -> Item:
    """It with the lowest number of its range."""
    named = Item(exercise=way.exercise.id, modification=way.version.name if way.version else None, repetitions=1)
    dose, each_side = guide.item_dose(named), guide.item_sides(named) != "both"
    least = ceil(dose.measure.low)
    amount = (None, least) if dose.hold_seconds else (least, None)
    return named.model_copy(
        update={"each_side": each_side, **dict(zip(("repetitions", "seconds"), amount, strict=True))}
    )


def move_of(guide: Guide, item: Item) -> Move:
    """Its move, with what its dose wants to be left."""
    left = "" if guide.item_jumps(item) else str(guide.item_dose(item).left or "")
    return Move(**{**vars(move(guide, item)), "left": left})


# Which ways lead where


def _easier(guide: Guide, way: Way) -> tuple[list[Offer], list[Offer]]:
    """Down in the list of versions; from a harder version down to the exercise itself, which is one of the others."""
    exercise, version = way.exercise, way.version
    if version and version in exercise.harder:
        own = reversed(_before(exercise.harder, version))
        return _own(exercise, own), [_plain(exercise)]
    below = _before(exercise.easier, version)[::-1]
    return _own(exercise, below), _others(guide, below)


def _harder(guide: Guide, way: Way) -> tuple[list[Offer], list[Offer]]:
    """Up in the list of versions; from an easier version up to the exercise itself."""
    exercise, version = way.exercise, way.version
    if version and version in exercise.easier:
        return _own(exercise, _after(exercise.easier, version)), [_plain(exercise)]
    above = _after(exercise.harder, version)
    return _own(exercise, above), _others(guide, above)


def _without(guide: Guide, way: Way) -> tuple[list[Offer], list[Offer]]:
    """What needs nothing of the kit that this needs and is no harder exercise."""
    kit = {*_kit(guide, way)}
    if not kit:
        return [], []
    own = [offer for offer in _own_no_harder(way) if kit.isdisjoint(_kit(guide, offer.way))]
    own.sort(key=lambda offer: len(_kit(guide, offer.way)))
    family = (each for each in _family(guide, way.exercise) if not _is_harder(guide, each, way.exercise))
    others = [each for each in family if kit.isdisjoint(each.equipment.required)]
    return own, [_plain(each) for each in sorted(others, key=lambda each: _distance(way.exercise, each))]


def _own_no_harder(way: Way) -> list[Offer]:
    """Other versions that are no harder than this, or than the exercise where this is an easier one."""
    exercise, version = way.exercise, way.version
    lower = _own(exercise, reversed(exercise.easier))
    if version in exercise.easier:
        return [offer for offer in (*lower, _plain(exercise)) if offer.way != way]
    if version is None:
        return lower
    return [*_own(exercise, reversed(_before(exercise.harder, version))), _plain(exercise), *lower]


def _family(guide: Guide, exercise: Exercise) -> Iterable[Exercise]:
    """Exercises of the same movement, and those a rung below, each once."""
    near = (guide.exercises_of_pattern(exercise.pattern), guide.easier_than(exercise.id))
    found = {each.id: each for each in chain.from_iterable(near) if each.id != exercise.id}
    return found.values()


def _is_harder(guide: Guide, other: Exercise, exercise: Exercise) -> bool:
    """By its level, by a rung from one to the other, or as a landing on one leg instead of two."""
    on_one_leg = other.is_jump and other.sides != "both" and exercise.sides == "both"
    return other.level > exercise.level or on_one_leg or other in guide.harder_than(exercise.id)


def _distance(exercise: Exercise, other: Exercise) -> tuple[int, int, int]:
    """How much kit it needs; how little of the same it trains; how much easier it is."""
    shared = {*exercise.muscles.primary} & {*other.muscles.primary}
    return len(other.equipment.required), -len(shared), exercise.level - other.level


def _few(guide: Guide, found: tuple[list[Offer], list[Offer]]) -> tuple[Offer, ...]:
    """The nearest of the exercise's own, then of others, each once; jumps take no place from what is none."""
    own, others = found
    chosen: list[Offer] = []
    for jumps in (False, True):
        mine = [offer for offer in own if _jumps(guide, offer.way) == jumps]
        theirs = list({offer.way.key: offer for offer in others if _jumps(guide, offer.way) == jumps}.values())
        few = mine[: max(MOST - len(theirs), _OWN_WHERE_OTHERS)]
        chosen += [*few[:MOST], *theirs[: MOST - len(few)]]
    return tuple(chosen)


def _before(versions: Sequence[Modification], version: Modification | None) -> list[Modification]:
    return list(versions[: versions.index(version)] if version else versions)


def _after(versions: Sequence[Modification], version: Modification | None) -> list[Modification]:
    return list(versions[versions.index(version) + 1 :] if version else versions)


def _own(exercise: Exercise, versions: Iterable[Modification]) -> list[Offer]:
    """Versions that are no other exercise."""
    return [Offer(Way(exercise, version)) for version in versions if not version.other_exercise]


def _others(guide: Guide, versions: Iterable[Modification]) -> list[Offer]:
    """Exercises that versions lead to, with what the version says of the way there."""
    named = ((version, version.other_exercise) for version in versions)
    return [Offer(Way(guide.exercises[other]), version.how) for version, other in named if other]


def _plain(exercise: Exercise) -> Offer:
    return Offer(Way(exercise))


def _of_exercise(exercise: Exercise) -> Iterator[Way]:
    yield Way(exercise)
    yield from (offer.way for offer in _own(exercise, exercise.modifications))


def _kit(guide: Guide, way: Way) -> tuple[str, ...]:
    return guide.item_equipment(item_of(guide, way))


def _jumps(guide: Guide, way: Way) -> bool:
    return guide.item_jumps(item_of(guide, way))


# As values


def _entry(guide: Guide, way: Way, numbers: Mapping[str, int]) -> dict[str, object]:
    """Without what is empty; of a version only in what its move differs from that of its exercise."""
    item = item_of(guide, way)
    told = asdict(move_of(guide, item))
    if way.version:
        plain = asdict(move_of(guide, item_of(guide, Way(way.exercise))))
        told = {name: value for name, value in told.items() if value != plain[name]}
    kit = guide.item_equipment(item)
    facts = {
        "about": "" if way.version else way.exercise.summary,
        "needs": words.equipment_names(guide, kit) if kit else "",
        "most": floor(guide.item_dose(item).measure.high),
        "steps": guide.counts_steps(item),
        "gate": guide.jump_gate(guide.performed_exercise(item)) if guide.item_jumps(item) else "",
        "lands": guide.item_landings(item) > 0,
    }
    kinds = {kind: [_number(offer, numbers) for offer in found] for kind, found in offers(guide, way).items()}
    base = {"of": numbers[way.exercise.id]} if way.version else {}
    return {**base, **{name: value for name, value in (facts | kinds).items() if value}, "move": told}


def _number(offer: Offer, numbers: Mapping[str, int]) -> object:
    """Which entry; with its own words, where the offer has some."""
    number = numbers[offer.way.key]
    return [number, offer.how] if offer.how else number

"""What is told of an exercise or a routine at a glance: every fact with its label and its words, declared once.

The table on the page, card and sheet, the review of changes, the finder and one's own session read it here. No layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from guide.model import Exercise, Guide, Routine
from guide.wording import stage_words, words

_Entry = TypeVar("_Entry", Exercise, Routine)
Words: TypeAlias = Callable[[Guide, _Entry], str]
"""What is said of an entry; empty where there is nothing to say."""


@dataclass(frozen=True)
class Filter:
    """How readers find entries by a fact that has one value out of few."""

    field: str
    """The field of the entry, which is also what addresses call it: `sides`."""
    verb: str
    """What leads from an entry's name to the words of its value: `works` both legs together."""
    choices: Callable[[Guide], Iterable[tuple[object, str, str]]]
    """The values that a reader may ask for, each with its words and what stands beside them in small letters."""


def _nothing(guide: Guide, entry: object) -> str:
    return ""


@dataclass(frozen=True)
class Fact(Generic[_Entry]):
    """One fact; what is not said of it here is not done with it."""

    label: str
    words: Words[_Entry]
    beside: Words[_Entry] = _nothing
    """What the page adds in small letters."""
    absent: str = ""
    """What the page says where there are no words; paper then leaves the fact out."""
    on_page: bool = True
    """False where the page shows it in another way than in its table."""
    on_paper: bool = True
    """False where card or sheet show it in another way, or not at all."""
    first_on_paper: bool = False
    """Whether somebody with a sheet in the hand looks for it before all else."""
    compared: Mapping[str, Words[_Entry]] = field(default_factory=dict)
    """What a comparison says instead, label by label, where the words are too brief for one or hold several facts."""
    filter: Filter | None = None
    gathered_as: str = ""
    """The name by which one's own session gathers it from its exercises."""
    things: Callable[[Guide, _Entry], tuple[str, ...]] | None = None
    """The several things that the words name, which a session gathers each once."""

    def in_comparison(self) -> Mapping[str, Words[_Entry]]:
        """The words by the labels that a comparison has for them."""
        return self.compared or {self.label.lower(): lambda guide, entry: words.uncapitalize(self.words(guide, entry))}


def page_rows(facts: Iterable[Fact[_Entry]], guide: Guide, entry: _Entry) -> Iterator[tuple[str, str, str]]:
    """Label, words and what stands beside them, for the table at the top of a page."""
    for fact in facts:
        if fact.on_page and (words := fact.words(guide, entry) or fact.absent):
            yield fact.label, words, fact.beside(guide, entry)


def paper_rows(facts: Iterable[Fact[_Entry]], guide: Guide, entry: _Entry) -> Iterator[tuple[str, str]]:
    """Label and words, for a card or a sheet."""
    for fact in sorted(facts, key=lambda fact: not fact.first_on_paper):
        if fact.on_paper and (words := fact.words(guide, entry)):
            yield fact.label, words


def comparison(facts: Iterable[Fact[_Entry]], guide: Guide, entry: _Entry) -> dict[str, str]:
    """What is stated of the entry, by labels of its own for each that can change by itself."""
    pairs = (pair for fact in facts for pair in fact.in_comparison().items())
    return {label: words for label, say in pairs if (words := say(guide, entry))}


def comparison_labels(facts: Iterable[Fact[_Entry]]) -> dict[str, tuple[str, ...]]:
    """The labels of a comparison that say together what one row of a page's table says."""
    return {fact.label: tuple(fact.in_comparison()) for fact in facts}


def session_words(guide: Guide, exercise: Exercise) -> dict[str, tuple[str, ...]]:
    """What one's own session gathers from an exercise."""
    facts = (fact for fact in EXERCISE_FACTS if fact.gathered_as)
    return {
        fact.gathered_as: fact.things(guide, exercise) if fact.things else (fact.words(guide, exercise),)
        for fact in facts
    }


def filter_values(facts: Iterable[Fact[_Entry]], entry: _Entry) -> dict[str, object]:
    """The values that the finder compares with what a reader asks for."""
    return {fact.filter.field: getattr(entry, fact.filter.field) for fact in facts if fact.filter}


# Words that are needed nowhere else


def _level(guide: Guide, entry: Exercise | Routine) -> str:
    return f"{entry.level} of {len(words.LEVELS)}"


def _rest(exercise: Exercise) -> str:
    return f"rest {words.rest(exercise.dose)}"


def _between_sides(guide: Guide, exercise: Exercise) -> str:
    seconds = words.plural(exercise.dose.rest_between_sides_seconds, "second")
    return seconds if exercise.sides == "each" else ""


def _who_for(guide: Guide, entry: Exercise | Routine) -> str:
    return words.LEVELS[entry.level].lower()


def _helpful(guide: Guide, exercise: Exercise) -> str:
    helpful = exercise.equipment.helpful
    return f"helpful: {words.equipment_names(guide, helpful).lower()}" if helpful else ""


def _muscles_trained(guide: Guide, exercise: Exercise) -> tuple[str, ...]:
    return tuple(guide.muscles[muscle].plain_name for muscle in exercise.muscles.primary)


def _muscles_helping(guide: Guide, exercise: Exercise) -> str:
    return _in_a_row(guide.muscles[muscle].plain_name for muscle in exercise.muscles.secondary)


def _sources_of_known(guide: Guide, exercise: Exercise) -> str:
    """1: Fry and others 2003; 2: Wu and others 2024, Eihara and others 2022."""
    labels = (", ".join(guide.sources[source].label for source in claim.sources) for claim in exercise.known)
    return "; ".join(f"{number}: {label}" for number, label in enumerate(labels, 1))


def _things(guide: Guide, ids: Iterable[str]) -> str:
    return _in_a_row(guide.equipment[thing].name.lower() for thing in ids)


def _in_a_row(names: Iterable[str]) -> str:
    """For comparisons, which tell what came and what went."""
    return ", ".join(names) or words.NOTHING


def _jumps(guide: Guide, routine: Routine) -> str:
    """A routine with hops is none without jumping either."""
    return "" if stage_words.landings(guide, routine) else "no jumping"


def _reserve(guide: Guide, routine: Routine) -> str:
    return ", ".join(dict.fromkeys(filter(None, map(stage_words.reserve, routine.stages))))


def _weekly_sets(guide: Guide, routine: Routine) -> str:
    """Sets for each muscle that the exercises are done for, with as many sessions as a week has at most.

    None for what is not training: a warm-up, or a routine that is done now and then.
    """
    (work,), times = guide.workloads(routine), routine.times_a_week.high
    if not routine.hours_between or not routine.times_a_week.low:
        return ""
    sets = (f"{guide.muscles[muscle].plain_name} {count * times}" for muscle, count in work.sets.items())
    return words.capitalize(", ".join(sets))


# The facts, in the order in which pages tell them

TIME, LANDINGS, NEEDED, HELPING = "time", "landings", "equipment needed", "equipment that helps"
_LEVEL = Filter("level", "is", lambda guide: [(i, f"Level {i}", said) for i, said in words.LEVELS.items()])
_SIDES = Filter("sides", "works", lambda guide: [(value, said, "") for value, said in words.SIDES.items()])
_PATTERN = Filter(
    "pattern",
    "belongs to",
    lambda guide: [(it.id, it.name, "") for it in guide.patterns.values() if guide.exercises_of_pattern(it.id)],
)

EXERCISE_FACTS: tuple[Fact[Exercise], ...] = (
    Fact(
        "How much",
        lambda guide, exercise: words.dose(exercise),
        beside=lambda guide, exercise: ", ".join(filter(None, (words.left(exercise.dose), _rest(exercise)))),
        on_paper=False,
        compared={
            "sets": lambda guide, exercise: words.amount(exercise.dose.sets, "set"),
            "repetitions in a set": lambda guide, exercise: words.repetitions(exercise),
            "hold": lambda guide, exercise: words.hold(exercise),
            "steps in a set": lambda guide, exercise: words.steps(exercise),
            "repetitions to spare": lambda guide, exercise: str(exercise.dose.left or ""),
            "rest between sets": lambda guide, exercise: words.amount(exercise.dose.rest_seconds, "second"),
            "rest between sides": _between_sides,
        },
    ),
    Fact("Weight", lambda guide, exercise: words.load(exercise.dose)),
    Fact("Level", _level, beside=_who_for, filter=_LEVEL),
    Fact(
        "You need",
        lambda guide, exercise: words.equipment_names(guide, exercise.equipment.required),
        beside=_helpful,
        first_on_paper=True,
        compared={
            NEEDED: lambda guide, exercise: _things(guide, exercise.equipment.required),
            HELPING: lambda guide, exercise: _things(guide, exercise.equipment.helpful),
        },
    ),
    Fact("Sides", lambda guide, exercise: words.SIDES[exercise.sides], filter=_SIDES),
    Fact(
        "Movement",
        lambda guide, exercise: guide.patterns[exercise.pattern].name,
        on_page=False,
        on_paper=False,
        filter=_PATTERN,
    ),
    Fact("Impact", lambda guide, exercise: words.IMPACT[exercise.impact]),
    Fact("Tempo", lambda guide, exercise: words.tempo(exercise.tempo), on_paper=False),
    Fact(
        "Trains mainly",
        lambda guide, exercise: _in_a_row(_muscles_trained(guide, exercise)),
        on_page=False,
        on_paper=False,
        gathered_as="muscles",
        things=_muscles_trained,
    ),
    Fact("Also trains", _muscles_helping, on_page=False, on_paper=False),
    Fact("Sources of what is known", _sources_of_known, on_page=False, on_paper=False),
)

ROUTINE_FACTS: tuple[Fact[Routine], ...] = (
    Fact(
        "Time",
        lambda guide, routine: f"{stage_words.minutes(guide, routine)} minutes",
        beside=lambda guide, routine: ", ".join(
            filter(None, ("warm-up included", stage_words.minutes_when_warm(guide, routine)))
        ),
        first_on_paper=True,
    ),
    Fact(
        "You need",
        lambda guide, routine: words.equipment_names(guide, guide.routine_equipment(routine)),
        compared={NEEDED: lambda guide, routine: _things(guide, guide.routine_equipment(routine))},
    ),
    Fact("Level", _level, beside=_who_for, filter=_LEVEL),
    Fact("How often", lambda guide, routine: words.how_often(routine), first_on_paper=True),
    Fact(
        "Landings",
        stage_words.landings,
        beside=_jumps,
        absent="None",
        compared={LANDINGS: stage_words.landings},
    ),
)
_RESERVE = Fact("End a set with", _reserve)
SHEET_FACTS = (*ROUTINE_FACTS, _RESERVE)
"""What a sheet tells of the stage that it is for."""
STAGE_FACTS: tuple[Fact[Routine], ...] = (
    *(fact for fact in ROUTINE_FACTS if fact.label in ("Time", "You need", "Landings")),
    _RESERVE,
    Fact("Sets a week", _weekly_sets),
)
"""What a page tells of each stage, besides what it tells of the routine."""

"""What the finder on index pages is told of each entry, and what it can be asked. It finds in the reader's browser."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from guide.model import Equipment, Exercise, Guide, Modification, Muscle, Routine
from guide.wording.facts import EXERCISE_FACTS, ROUTINE_FACTS, filter_values

TOUCH_MAP = "images/touch-map.svg"
"""The body on which muscles can be pressed; the finder takes it in when somebody opens it."""
UNSAID: Mapping[str, object] = {
    **dict.fromkeys(("muscle", "along", "needs", "helped", "easier", "harder"), ()),
    "jumps": False,
}
"""Facts that are left out of an exercise's card, where they are so."""
MINUTES = (5, 10, 15, 20, 30, 45, 60)
"""Lengths that a reader may ask for, where some routines are longer and some are not."""


def exercise_facts(guide: Guide, exercise: Exercise) -> str:
    """JSON for the exercise's card: no more than answers a question."""
    return _json(_brief(exercise, full_facts(guide, exercise)))


def full_facts(guide: Guide, exercise: Exercise) -> Mapping[str, object]:
    """All that the finder may know of the exercise. A muscle that nothing is done for counts where it helps."""
    helpers = [muscle for muscle in exercise.muscles.secondary if not guide.exercises_training(muscle, primarily=True)]
    return {
        "muscle": [*exercise.muscles.primary, *helpers],
        "along": [muscle for muscle in exercise.muscles.secondary if muscle not in helpers],
        **filter_values(EXERCISE_FACTS, exercise),
        "needs": exercise.equipment.required,
        "helped": exercise.equipment.helpful,
        "jumps": exercise.impact != "none",
        "easier": [_version(exercise, version) for version in _own(exercise.easier)],
        "harder": [_version(exercise, version) for version in _own(exercise.harder)],
    }


def unsaid_facts() -> str:
    """JSON: what an exercise's card means where it says nothing of a fact."""
    return _json(UNSAID)


def _brief(exercise: Exercise, facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts without what answers no question: versions that open no way, and what goes unsaid."""
    own = set(exercise.equipment.required)
    easier = [version for version in _own(exercise.easier) if _opens(exercise, version)]
    harder = [version for version in _own(exercise.harder) if set(version.equipment or ()) - own]
    versions = {
        "easier": [_version(exercise, version) for version in easier],
        "harder": [_version(exercise, version) for version in harder],
    }
    return {name: value for name, value in {**facts, **versions}.items() if value or name not in UNSAID}


def _own(versions: Iterable[Modification]) -> Iterator[Modification]:
    """Versions that are no other exercise."""
    return (version for version in versions if not version.other_exercise)


def _opens(exercise: Exercise, version: Modification) -> bool:
    """Whether somebody may do the version and not the exercise: it spares equipment or the jump."""
    spares = set(exercise.equipment.required) - set(version.equipment or ())
    return bool(spares) or (exercise.impact != "none" and (version.impact or exercise.impact) == "none")


def routine_facts(guide: Guide, routine: Routine) -> str:
    """JSON for the routine's card; it is one without jumps where one of its stages is."""
    facts: dict[str, object] = {
        "minutes": min(_minutes(guide, routine)),
        **filter_values(ROUTINE_FACTS, routine),
        "needs": guide.routine_equipment(routine),
        "jumps": all(work.landings or work.hops for work in guide.workloads(routine)),
    }
    return _json(facts)


def muscles(guide: Guide) -> tuple[Muscle, ...]:
    """Muscles that some exercise trains."""
    worked = (exercise.muscles for exercise in guide.exercises.values())
    used = {muscle for muscles in worked for muscle in muscles.primary + muscles.secondary}
    return tuple(muscle for muscle in guide.muscles.values() if muscle.id in used)


def exercise_kit(guide: Guide) -> tuple[Equipment, ...]:
    """Equipment that some exercise, or a version of it, needs or is helped by."""
    return _in_order(guide, (thing for exercise in guide.exercises.values() for thing in _equipment_of(exercise)))


def routine_kit(guide: Guide) -> tuple[Equipment, ...]:
    """Equipment that some routine needs."""
    routines = guide.routines.values()
    return _in_order(guide, (thing for routine in routines for thing in guide.routine_equipment(routine)))


def minutes(guide: Guide) -> tuple[int, ...]:
    """The lengths worth asking for."""
    lengths = [min(_minutes(guide, routine)) for routine in guide.routines.values()]
    return tuple(length for length in MINUTES if min(lengths) <= length < max(lengths))


def _minutes(guide: Guide, routine: Routine) -> list[int]:
    """Of each stage; somebody with little time may take the shortest."""
    return [work.minutes for work in guide.workloads(routine)]


def names(muscle: Muscle, earlier: Iterable[str] = ()) -> str:
    """JSON: every name but the plain one under which an address may ask for the muscle, its earlier ids included."""
    return _json([name for name in (muscle.name, *muscle.other_names, *earlier) if name != muscle.plain_name])


def earlier_names(earlier: Collection[str]) -> str:
    """JSON: the earlier ids of a piece of equipment, under which an address may ask for it; empty for none."""
    return _json(list(earlier)) if earlier else ""


def at_home(guide: Guide, equipment: Equipment) -> tuple[str, ...]:
    """What serves instead of the equipment: household things, then other equipment."""
    others = (guide.equipment[other].name.lower() for other in equipment.served_by)
    return (*equipment.at_home, *(other for other in others if not any(other in thing for thing in equipment.at_home)))


def _version(exercise: Exercise, version: Modification) -> Mapping[str, object]:
    impact = version.impact or exercise.impact
    return {"name": version.name, "needs": version.equipment or (), "jumps": impact != "none"}


def _equipment_of(exercise: Exercise) -> tuple[str, ...]:
    versions = (thing for version in exercise.modifications for thing in version.equipment or ())
    return (*exercise.equipment.required, *exercise.equipment.helpful, *versions)


def _in_order(guide: Guide, ids: Iterable[str]) -> tuple[Equipment, ...]:
    used = set(ids)
    return tuple(thing for thing in guide.equipment.values() if thing.id in used)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

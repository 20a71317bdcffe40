"""The reverse of the safeguards: what exercises and routines say of a condition. Reads entries, and has no words."""

from __future__ import annotations

from guide.model.condition import Region
from guide.model.exercise import Exercise, Sign
from guide.model.guide import Guide
from guide.model.routine import Routine


def regions_of_pain(guide: Guide, condition: str) -> tuple[Region, ...]:
    """The regions whose lists of exercises the condition decides: where it is the pain, and where those lists hold."""
    where = {region.id for region in guide.regions.values() if region.pain == condition and not region.lists_of}
    return tuple(region for region in guide.regions.values() if (region.lists_of or region.id) in where)


def leaves_out_jumps(guide: Guide, condition: str) -> bool:
    """Whether every jump is left out: pain in any region does that, a house rule, and what safety.yml lists."""
    return condition in guide.safety.no_jumps or any(region.pain == condition for region in guide.regions.values())


def left_out(guide: Guide, exercise: Exercise) -> tuple[Sign, ...]:
    """With what an exercise is left out: its own conditions, and for a jump what holds for all of them."""
    all_jumps = guide.safety.no_jumps if exercise.is_jump else ()
    return (*exercise.safeguards.leave_out, *(Sign(condition=condition) for condition in all_jumps))


def left_out_for(guide: Guide, condition: str) -> tuple[Exercise, ...]:
    """The exercises that are left out with a condition."""
    jumps = leaves_out_jumps(guide, condition)
    return tuple(
        exercise
        for exercise in guide.exercises.values()
        if (jumps and exercise.is_jump) or any(sign.condition == condition for sign in exercise.safeguards.leave_out)
    )


def routines_touched_by(guide: Guide, condition: str) -> tuple[Routine, ...]:
    """The routines with an exercise that is changed or left out with a condition."""
    gone = {exercise.id for exercise in left_out_for(guide, condition)}
    changed = {
        exercise.id
        for exercise in guide.exercises.values()
        if any(each.condition == condition for each in exercise.safeguards.adjust)
    }
    touched = gone | changed
    return tuple(
        routine
        for routine in guide.routines.values()
        if any(guide.performed_exercise(item).id in touched for item in routine.items)
    )

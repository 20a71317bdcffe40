"""What keeps a reader of a handout from harm: whom to ask, when to change, stop or leave out. Never cut for room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from guide.model import Exercise, Guide, Item, Modification, Routine
from guide.printing import Content, Value
from guide.wording import words
from guide.wording.rules import pain_bands


def routine_safety(guide: Guide, routine: Routine) -> Content:
    """What stands on every sheet, and the reasons against jumps where there are landings."""
    return {
        "ask_first": _run_in(guide.safety.ask_first),
        "no_jumps": words.sentences(guide.safety.no_jumps) if _has_jumps(guide, routine) else [],
        "pain_rule": pain_rule(guide),
    }


def _has_jumps(guide: Guide, routine: Routine) -> bool:
    """Also where only the warm-up or the finish has some."""
    return guide.routine_landings(routine) > 0 or routine.warm_up.has_jumps or routine.finish.has_jumps


def exercise_safety(guide: Guide, exercise: Exercise) -> Content:
    """When to change, stop or leave out the exercise; for jumps also what to be able to do first, and the limit."""
    adjust, jumps = exercise.safeguards.adjust, exercise.impact != "none"
    return {
        "adjust": [
            {"when": words.sentence(adjustment.when), "change": words.sentence(adjustment.change)}
            for adjustment in adjust
        ],
        "stop": words.sentences(exercise.safeguards.stop),
        "leave_out": words.sentences(exercise.safeguards.leave_out),
        "jump_gate": _run_in(guide.safety.jump_gate) if jumps else None,
        "most_landings": guide.safety.most_landings if jumps else None,
        "pain_rule": pain_rule(guide),
    }


def pain_rule(guide: Guide) -> Value:
    """The bands of the pain rule, from carry on to stop."""
    return [asdict(band) for band in pain_bands(guide)]


def item_instead(guide: Guide, item: Item) -> Value:
    """The easier version that the item offers, or else, for a jump, the easiest one without a landing."""
    versions = [version for version in guide.exercises[item.exercise].easier if version.name != item.modification]
    if offered := next((version for version in versions if version.name == item.offers_version), None):
        return {"lead": None, **_version(offered)}
    free = next((version for version in versions if version.impact == "none"), None)
    return {"lead": "No jumps yet:", **_version(free)} if free and guide.item_landings(item) else None


def item_leave_out(guide: Guide, item: Item) -> tuple[str, ...]:
    """Who leaves the item out, where no other line of its sheet says so: holds, in the note too, and single jumps."""
    own = _own_leave_out(guide, item)
    if not item.offers_exercise:
        return own
    offered = guide.exercises[item.offers_exercise]
    return (*own, *(f"{offered.name}: {text}" for text in offered.safeguards.leave_out))


def _own_leave_out(guide: Guide, item: Item) -> tuple[str, ...]:
    done = guide.performed_exercise(item)
    if done.dose.hold_seconds:
        return done.safeguards.leave_out
    if not guide.item_landings(item):
        return ()
    shared = _reasons_of_all_jumps(guide)
    return tuple(reason for reason in done.safeguards.leave_out if reason not in shared)


def _reasons_of_all_jumps(guide: Guide) -> set[str]:
    """What all jumps name, which is what `no_jumps` says."""
    jumps = (exercise for exercise in guide.exercises.values() if exercise.landings_per_repetition)
    reasons = [set(jump.safeguards.leave_out) for jump in jumps]
    return set.intersection(*reasons) if len(reasons) > 1 else set()


def _version(version: Modification) -> dict[str, Value]:
    return {"name": version.name, "how": words.sentence(version.how)}


def _run_in(texts: Iterable[str]) -> str:
    """Sentences that all begin with You, as one: you have …; you get …"""
    return "; ".join(text[:1].lower() + text[1:].rstrip(".") for text in texts) + "."

"""What keeps a reader of a handout from harm: whom to ask, when to change, stop or leave out. Never cut for room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from guide.model import Exercise, Guide, Item, Modification, Routine
from guide.printing import Content, Value
from guide.wording import conditions, words
from guide.wording.gates import gate_points
from guide.wording.rules import pain_bands


def routine_safety(guide: Guide, routine: Routine) -> Content:
    """What stands on every sheet, and the reasons against jumps where there are landings."""
    return {
        "ask_first": _run_in(conditions.ask_first(guide)),
        "no_jumps": conditions.no_jumps_in_brief(guide) if _has_jumps(guide, routine) else [],
        "pain_rule": pain_rule(guide),
    }


def _has_jumps(guide: Guide, routine: Routine) -> bool:
    """Also where only the warm-up or the finish has some."""
    return any(work.landings or work.hops for work in guide.workloads(routine))


def exercise_safety(guide: Guide, exercise: Exercise) -> Content:
    """When to change, stop or leave out the exercise; for jumps also what to be able to do first, and the limit."""
    jumps = exercise.is_jump
    return {
        "adjust": [{"when": sign, "change": change} for sign, change in conditions.own_changes(guide, exercise)],
        "places": [
            {"when": name, "change": change} for _, name, change in conditions.changes_by_place(guide, exercise)
        ],
        "stop": conditions.signs(guide, exercise.safeguards.stop),
        "leave_out": conditions.leave_out_in_brief(guide, exercise),
        "jump_gate": _run_in(gate_points(guide, guide.jump_gate(exercise))) if jumps else None,
        "most_jumps": _most_jumps(guide, exercise) if jumps else None,
        "pain_rule": pain_rule(guide),
    }


def _most_jumps(guide: Guide, exercise: Exercise) -> str:
    limits = guide.safety.limits
    if exercise.hops_per_repetition:
        return f"At most {limits.hops_a_week} low hops a week while jumps are new to you, warm-up hops included."
    return f"At most {limits.landings} landings in a session, all jumps counted together."


def pain_rule(guide: Guide) -> Value:
    """The bands of the pain rule, from carry on to stop."""
    return [asdict(band) for band in pain_bands(guide)]


def item_instead(guide: Guide, item: Item) -> Value:
    """The easier version that the item offers, or else, for a jump, the easiest one without a landing."""
    versions = [version for version in guide.exercises[item.exercise].easier if version.name != item.modification]
    if offered := next((version for version in versions if version.name == item.offers_version), None):
        return {"lead": None, **_version(offered)}
    free = next((version for version in versions if version.impact == "none"), None)
    return {"lead": "No jumps yet:", **_version(free)} if free and guide.item_jumps(item) else None


def item_leave_out(guide: Guide, item: Item) -> list[str]:
    """Who leaves the item out, where no other line of its sheet says so: holds, in the note too, and single jumps."""
    done = guide.performed_exercise(item)
    is_told = bool(guide.item_dose(item).hold_seconds or guide.item_jumps(item))
    own = conditions.signs(guide, done.safeguards.leave_out) if is_told else []
    if not item.offers_exercise:
        return own
    offered = guide.exercises[item.offers_exercise]
    return [*own, *(f"{offered.name}: {text}" for text in conditions.signs(guide, offered.safeguards.leave_out))]


def _version(version: Modification) -> dict[str, Value]:
    return {"name": version.name, "how": words.sentence(version.how)}


def _run_in(texts: Iterable[str]) -> str:
    """Sentences that all begin with You, as one: you have …; you get …"""
    return "; ".join(text[:1].lower() + text[1:].rstrip(".") for text in texts) + "."

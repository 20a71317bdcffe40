"""The exercises as one's own session needs them: dose, tempo, cues, kit and muscles, as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from math import ceil

from guide.model import Exercise, Guide, Item
from guide.model.routine import MOST_REPETITIONS, MOST_ROUNDS, MOST_SECONDS
from guide.model.workload import CHANGE_SECONDS, READY_SECONDS
from guide.session.timeline import Step, actions, move, phases, plain_step
from guide.wording import words
from guide.wording.conditions import no_jumps
from guide.wording.facts import EXERCISE_FACTS, session_words
from guide.wording.gates import gate_points

CATALOGUE = "my-session/catalogue.json"
"""Where pages find it."""
REST = 60  # seconds, until somebody asks for another
MOST = {
    "exercises": 20,
    "sets": MOST_ROUNDS,
    "repetitions": MOST_REPETITIONS,
    "seconds": MOST_SECONDS,
    "rest": 300,
}
"""What an address may ask for; more would not be a session."""
FINISH, FINISH_SECONDS = "Walk about easily until your breathing is calm.", 60


def catalogue(guide: Guide) -> dict[str, object]:
    """Every exercise by name, with the warm-up and the finish that go around them."""
    exercises = sorted(guide.exercises.values(), key=lambda exercise: exercise.name)
    limits, (warm_up, before_jumps) = guide.safety.limits, _warm_ups(guide)
    return {
        "exercises": [_entry(guide, exercise) for exercise in exercises],
        "warm_up": warm_up,
        "warm_up_before_jumps": before_jumps,
        "leave_out_when": guide.warmups[guide.safety.warm_up].leave_out_when or "",
        "finish": [plain_step(Step("finish", FINISH_SECONDS, FINISH))],
        "most_landings": limits.landings,
        "most_landings_while_new": limits.landings_while_new,
        "most_hops_a_week": limits.hops_a_week,
        "rest_after_jumps": limits.rest_seconds,
        "leave_out": list(no_jumps(guide)),
        "most": MOST,
        "rest": REST,
        "ready_seconds": READY_SECONDS,
        "change_seconds": CHANGE_SECONDS,
        "doses": words.DOSES,
        "nothing": words.NOTHING,
        "gathered": [fact.gathered_as for fact in EXERCISE_FACTS if fact.gathered_as],
        "renamed": dict(guide.new_ids("exercises")),
    }


def _warm_ups(guide: Guide) -> tuple[list[dict[str, object]], ...]:
    """The one before any exercise and the one before jumps."""
    safety = guide.safety
    parts = (guide.warmups[safety.warm_up], guide.warmups[safety.warm_up_before_jumps])
    return tuple([plain_step(step) for step in actions("warm-up", part)] for part in parts)


def _entry(guide: Guide, exercise: Exercise) -> dict[str, object]:
    once = move(guide, Item(exercise=exercise.id, repetitions=1))
    return {
        "id": exercise.id,
        "name": exercise.name,
        "sides": exercise.sides,
        "hold": once.hold,
        "phases": [asdict(phase) for phase in phases(exercise.tempo)],
        "cues": list(exercise.cues),
        "landings": exercise.landings_per_repetition,
        "hops": exercise.hops_per_repetition,
        "gate": list(gate_points(guide, guide.jump_gate(exercise))) if exercise.is_jump else [],
        "sets": exercise.dose.sets.low,
        "amount": ceil(exercise.dose.measure.low),
        "counts_steps": exercise.dose.steps is not None,
        "left": str(exercise.dose.left or ""),
        "load": once.load,
        "change_seconds": once.change_seconds,
        "working": once.working,
        **session_words(guide, exercise),
        "equipment": [guide.equipment[thing].name.lower() for thing in exercise.equipment.required],
    }

"""The exercises as one's own session needs them: dose, tempo, cues, kit and muscles, as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from math import ceil

from guide.model import Exercise, Guide, Item
from guide.model.routine import MOST_REPETITIONS, MOST_ROUNDS, MOST_SECONDS
from guide.session.timeline import CHANGE_SECONDS, READY_SECONDS, UNPLANNED, Step, move, phases, plain_step, share_out
from guide.wording import words
from guide.wording.facts import EXERCISE_FACTS, session_words

WARM_UP = 5  # minutes, the least that the safety rules ask for
REST = 60  # seconds, until somebody asks for another
MOST = {
    "exercises": 20,
    "sets": MOST_ROUNDS,
    "repetitions": MOST_REPETITIONS,
    "seconds": MOST_SECONDS,
    "rest": 300,
}
"""What an address may ask for; more would not be a session."""
FINISH = "Walk about easily until your breathing is calm."


def catalogue(guide: Guide) -> dict[str, object]:
    """Every exercise by name, with the warm-up and the finish that go around them."""
    exercises = sorted(guide.exercises.values(), key=lambda exercise: exercise.name)
    warm_up = share_out("warm-up", WARM_UP, guide.safety.warm_up)
    return {
        "exercises": [_entry(guide, exercise) for exercise in exercises],
        "warm_up": [plain_step(step) for step in warm_up],
        "warm_up_minutes": WARM_UP,
        "finish": [plain_step(Step("finish", None, FINISH))],
        "most_landings": guide.safety.most_landings,
        "gate": list(guide.safety.jump_gate),
        "leave_out": list(guide.safety.no_jumps),
        "most": MOST,
        "rest": REST,
        "ready_seconds": READY_SECONDS,
        "change_seconds": CHANGE_SECONDS,
        "unplanned": list(UNPLANNED),
        "doses": words.DOSES,
        "nothing": words.NOTHING,
        "gathered": [fact.gathered_as for fact in EXERCISE_FACTS if fact.gathered_as],
        "renamed": dict(guide.new_ids("exercises")),
    }


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
        "sets": exercise.dose.sets.low,
        "amount": ceil(exercise.dose.measure.low),
        "counts_steps": exercise.dose.steps is not None,
        "left": str(exercise.dose.left or ""),
        "load": once.load,
        "change_seconds": once.change_seconds,
        **session_words(guide, exercise),
        "equipment": [guide.equipment[thing].name.lower() for thing in exercise.equipment.required],
    }

"""One page of each kind, for tests that need them all in a browser, and how wide a phone is."""

from __future__ import annotations

from collections.abc import Iterable

from figure.data import all_guide
from guide.model.entry import Entry
from guide.pages.evidence import topic_address


def _fullest(entries: Iterable[Entry]) -> str:
    """The id of the one that says most."""
    return str(max((entry.model_dump() for entry in entries), key=lambda entry: len(str(entry)))["id"])


_GUIDE = all_guide()
_EXERCISES = _GUIDE.exercises.values()
JUMP = _fullest(exercise for exercise in _EXERCISES if exercise.landings_per_repetition)
HOLD = _fullest(exercise for exercise in _EXERCISES if exercise.dose.hold_seconds)
COUNTED = _fullest(
    exercise
    for exercise in _EXERCISES
    if exercise.dose.repetitions and exercise.sides == "both" and not exercise.landings_per_repetition
)
ROUTINE = _fullest(routine for routine in _GUIDE.routines.values() if _GUIDE.routine_landings(routine))
TOPIC = max(_GUIDE.sources_by_topic, key=lambda topic: len(_GUIDE.sources_by_topic[topic]))
UNKNOWN = "exercises/no-such-exercise/really/"
KINDS = (
    "", "before-you-start/", "exercises/", f"exercises/{JUMP}/", "ladders/", "routines/", f"routines/{ROUTINE}/",
    f"my-session/?do={COUNTED}.3x10_{HOLD}.2x30s", "log/", "use-and-progress/", "muscles/",
    f"muscles/{_fullest(_GUIDE.muscles.values())}/", "equipment/", f"equipment/{_fullest(_GUIDE.equipment.values())}/",
    "when-something-hurts/", f"when-something-hurts/{_fullest(_GUIDE.regions.values())}/", "special-groups/",
    "evidence/", topic_address(TOPIC), "how-this-guide-is-made/", "contributing/", "fields/", "posing-figures/",
    UNKNOWN,
)  # fmt: skip
"""One page of each kind, the fullest."""
PHONE = 360
"""Pixels across."""

"""How the guide says things: model values as the words a reader sees. No markup, no layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.model import Block, Exercise, Guide, Item, Routine
from guide.model.quantity import Range, TempoPhase

LEVELS: Mapping[int, str] = {1: "Start here", 2: "Once level 1 is steady", 3: "For trained legs"}
SIDES: Mapping[str, str] = {
    "both": "Both legs together",
    "each": "One side, then the other",
    "alternating": "Sides take turns",
}
IMPACT: Mapping[str, str] = {"none": "No jumping", "low": "Small hops", "high": "Jumps"}
STRENGTH: Mapping[str, str] = {
    "pooled trials": "Several trials pooled in a review",
    "single trial": "One randomised trial",
    "survey or review": "Survey, or review without a pooled effect",
    "small or laboratory study": "Small, laboratory or uncontrolled study",
    "guideline": "Guideline by an expert body",
    "expert practice": "Practice, not a study",
}

DOSES: Mapping[str, str] = {
    "one": "{} repetition",
    "repetitions": "{} repetitions",
    "repetitions_each_side": "{} each side",
    "seconds": "{} s",
    "seconds_each_side": "{} s each side",
}
"""What one round of an item asks for; scripts say it by the same forms."""
NOTHING = "nothing"
"""What is needed where no equipment is."""


def level(number: int) -> str:
    """Level 1: start here."""
    return f"Level {number}: {uncapitalize(LEVELS[number])}"


def uncapitalize(text: str) -> str:
    """The text as it stands inside a sentence: with a small first letter."""
    return text[:1].lower() + text[1:]


def capitalize(text: str) -> str:
    """The text as it begins a sentence; some scripts have capitals and begin no sentence with them."""
    return text[:1].title() + text[1:]


def plural(count: int, singular: str, several: str = "") -> str:
    """1 exercise, 2 exercises."""
    return f"{count} {singular if count == 1 else several or singular + 's'}"


def join_words(words: Iterable[str], *, otherwise: str = "none") -> str:
    """One, two and three."""
    *first, last = tuple(words) or (otherwise,)
    return f"{', '.join(first)} and {last}" if first else last


def sentence(text: str) -> str:
    """The text with a full stop, where it has none."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def sentences(texts: Iterable[str]) -> list[str]:
    """Every text with a full stop."""
    return [sentence(text) for text in texts]


def dose(exercise: Exercise) -> str:
    """2–3 × 8–15, or 2–3 × 6–10 each side, or 2–4 × 15–60 s."""
    measure = exercise.dose.repetitions or exercise.dose.hold_seconds
    unit = " s" if exercise.dose.hold_seconds else ""
    return f"{exercise.dose.sets} × {measure}{unit}{_each_side(exercise)}"


def dose_in_words(exercise: Exercise) -> str:
    """2 to 3 sets of 8 to 15 repetitions, 60 to 90 seconds of rest between sets."""
    sets, rests = amount(exercise.dose.sets, "set"), amount(exercise.dose.rest_seconds, "second")
    return f"{sets} of {repetitions(exercise) or hold(exercise)}, {rests} of rest between sets"


def repetitions(exercise: Exercise) -> str:
    """8 to 15 repetitions, or 6 to 10 repetitions each side; empty for a hold."""
    counted = exercise.dose.repetitions
    return f"{amount(counted, 'repetition')}{_each_side(exercise)}" if counted else ""


def hold(exercise: Exercise) -> str:
    """15 to 60 seconds; empty where repetitions are counted."""
    held = exercise.dose.hold_seconds
    return f"{amount(held, 'second')}{_each_side(exercise)}" if held else ""


def amount(values: Range, unit: str) -> str:
    """2 to 3 sets; 1 set."""
    return f"{str(values).replace('–', ' to ')} {unit if values.high == 1 else unit + 's'}"


def rest(exercise: Exercise) -> str:
    """60–90 s."""
    return f"{exercise.dose.rest_seconds}\N{NO-BREAK SPACE}s"


def tempo(phases: Iterable[TempoPhase]) -> str:
    """Lower 3 s, pause 1 s, lift 1 s; dip fast."""
    text = ", ".join(f"{phase.action} {'fast' if phase.fast else f'{phase.seconds} s'}" for phase in phases)
    return capitalize(text)


def tempo_phase(phase: TempoPhase) -> str:
    """Lower 3 s; jump fast."""
    action = capitalize(phase.action)
    return f"{action}: as fast as control allows" if phase.fast else f"{action}: {phase.seconds} s"


def item_dose(item: Item) -> str:
    """10 repetitions, 6 each side, 25 s."""
    counts = "one" if item.repetitions == 1 and not item.each_side else "repetitions"
    form = f"{'seconds' if item.seconds else counts}{'_each_side' if item.each_side else ''}"
    return DOSES[form].format(item.seconds or item.repetitions)


def block_dose(block: Block, item: Item, *, brief: bool = False) -> str:
    """3 × 10 repetitions, briefly 3 × 10; in a circuit, whose rounds stand above it, 10 repetitions."""
    if len(block.items) > 1 or block.rounds == 1:
        return item_dose(item)
    is_plain = brief and not item.seconds and not item.each_side
    return f"{block.rounds} × {item.repetitions if is_plain else item_dose(item)}"


def block_plan(block: Block) -> str:
    """2 rounds, 35 s between exercises, 60 s after each round."""
    parts = [plural(block.rounds, "round")]
    if len(block.items) > 1 and block.rest_between_items_seconds:
        parts.append(f"{block.rest_between_items_seconds} s between exercises")
    if block.rest_after_round_seconds:
        parts.append(f"{block.rest_after_round_seconds} s rest after {'each round' if block.rounds > 1 else 'it'}")
    return ", ".join(parts)


def how_often(routine: Routine) -> str:
    """2–3 × a week; a routine that some weeks go without, now and then."""
    return f"{routine.times_a_week} × a week" if routine.times_a_week.low else "Now and then"


def minutes_between(guide: Guide) -> str:
    """10 to 45 minutes: the shortest routine and the longest."""
    every = [guide.routine_minutes(routine) for routine in guide.routines.values()]
    low, high = min(every), max(every)
    return plural(high, "minute") if low == high else f"{low} to {plural(high, 'minute')}"


def equipment_names(guide: Guide, ids: Iterable[str]) -> str:
    """Chair and wall; nothing."""
    return capitalize(join_words((guide.equipment[thing].name.lower() for thing in ids), otherwise=NOTHING))


def _each_side(exercise: Exercise) -> str:
    return "" if exercise.sides == "both" else " each side"

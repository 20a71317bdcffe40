"""How the guide says things: model values as the words a reader sees. No markup, no layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.model import Block, Exercise, Guide, Item, Routine
from guide.model.dose import Dose
from guide.model.exercise import Modification, Sides
from guide.model.quantity import HalfRange, Range, TempoPhase

LEVELS: Mapping[int, str] = {1: "Start here", 2: "Once level 1 is steady", 3: "For trained legs"}
SIDES: Mapping[str, str] = {
    "both": "Both legs together",
    "each": "One side, then the other",
    "alternating": "Sides take turns",
}
IMPACT: Mapping[str, str] = {"none": "No jumping", "low": "Small hops", "high": "Jumps"}
URGENCY: Mapping[str, str] = {
    "emergency": "Emergency: call or go now",
    "today": "The same day",
    "days": "Within days, before the next session or run",
    "appointment": "Make an appointment",
}
"""How soon somebody has to look at it, as a heading."""
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
    "step": "{} step",
    "steps": "{} steps",
    "steps_each_side": "{} steps each side",
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


def dose(exercise: Exercise, version: Modification | None = None) -> str:
    """2–3 × 8–15, or 2–3 × 6–10 each side, or 2–4 × 15–60 s, or 2 × 10 steps; of a version, its own."""
    asked = (version and version.dose) or exercise.dose
    sides = (version and version.sides) or exercise.sides
    unit = " s" if asked.hold_seconds else " steps" if asked.steps else ""
    return f"{asked.sets} × {asked.measure}{unit}{_each_side(sides)}"


def dose_in_words(exercise: Exercise) -> str:
    """2 to 3 sets of 8 to 15 repetitions with 2 to 3 to spare, 60 to 90 seconds of rest between sets."""
    sets, rests = amount(exercise.dose.sets, "set"), amount(exercise.dose.rest_seconds, "second")
    counted = repetitions(exercise) or hold(exercise) or steps(exercise)
    spared = f" with {_said(exercise.dose.left)} to spare" if exercise.dose.left else ""
    return f"{sets} of {counted}{spared}, {rests} of rest between sets"


def repetitions(exercise: Exercise) -> str:
    """8 to 15 repetitions, or 6 to 10 repetitions each side; empty where something else is counted."""
    counted = exercise.dose.repetitions
    return f"{amount(counted, 'repetition')}{_each_side(exercise.sides)}" if counted else ""


def hold(exercise: Exercise) -> str:
    """15 to 60 seconds; empty where something else is counted."""
    held = exercise.dose.hold_seconds
    return f"{amount(held, 'second')}{_each_side(exercise.sides)}" if held else ""


def steps(exercise: Exercise) -> str:
    """8 to 12 steps; empty where something else is counted."""
    counted = exercise.dose.steps
    return f"{amount(counted, 'step')}{_each_side(exercise.sides)}" if counted else ""


def left(dose: Dose) -> str:
    """2–3 left; empty for holds and jumps."""
    return f"{dose.left} left" if dose.left else ""


def load(dose: Dose) -> str:
    """The weight with how to choose it: 4–8 kg. Begin with … Empty for none."""
    weight = dose.load
    said = {
        "kilograms": f"{weight.amount} kg. ",
        "share-of-body-weight": f"{weight.amount} % of your body weight. ",
    }
    return f"{said.get(weight.kind, '')}{sentence(weight.choose)}" if weight.choose else ""


def amount(values: Range | HalfRange, unit: str) -> str:
    """2 to 3 sets; 1 set."""
    return f"{_said(values)} {unit if values.high == 1 else unit + 's'}"


def _said(values: Range | HalfRange) -> str:
    return str(values).replace("–", " to ")


def rest(dose: Dose) -> str:
    """60–90 s."""
    return f"{dose.rest_seconds}\N{NO-BREAK SPACE}s"


def tempo(phases: Iterable[TempoPhase]) -> str:
    """Lower 3 s, pause 1 s, lift 1 s; dip fast."""
    text = ", ".join(f"{phase.action} {'fast' if phase.fast else f'{phase.seconds} s'}" for phase in phases)
    return capitalize(text)


def tempo_phase(phase: TempoPhase) -> str:
    """Lower 3 s; jump fast."""
    action = capitalize(phase.action)
    return f"{action}: as fast as control allows" if phase.fast else f"{action}: {phase.seconds} s"


def item_dose(item: Item, *, steps: bool = False) -> str:
    """10 repetitions, 6 each side, 25 s; of an exercise that is counted in steps, 10 steps."""
    one, several = ("step", "steps") if steps else ("one", "repetitions")
    counts = one if item.repetitions == 1 and not item.each_side else several
    form = f"{'seconds' if item.seconds else counts}{'_each_side' if item.each_side else ''}"
    return DOSES[form].format(item.seconds or item.repetitions)


def block_dose(block: Block, item: Item, *, brief: bool = False, steps: bool = False) -> str:
    """3 × 10 repetitions, briefly 3 × 10; in a circuit, whose rounds stand above it, 10 repetitions."""
    if len(block.items) > 1 or block.rounds == 1:
        return item_dose(item, steps=steps)
    is_plain = brief and not item.seconds and not item.each_side and not steps
    return f"{block.rounds} × {item.repetitions if is_plain else item_dose(item, steps=steps)}"


def block_plan(block: Block) -> str:
    """2 rounds, 35 s between exercises, 60 s after each round."""
    more = f", or {block.rounds + block.optional_rounds} if you like" if block.optional_rounds else ""
    parts = [f"{plural(block.rounds, 'round')}{more}"]
    if len(block.items) > 1 and block.rest_between_items_seconds:
        parts.append(f"{block.rest_between_items_seconds} s between exercises")
    if block.rest_after_round_seconds:
        parts.append(f"{block.rest_after_round_seconds} s rest after {'each round' if block.rounds > 1 else 'it'}")
    return ", ".join(parts)


def seconds(count: int) -> str:
    """45 s; 2 min 30 s; 3 min."""
    whole, rest = divmod(count, 60)
    return " ".join(part for part in (f"{whole} min" if whole else "", f"{rest} s" if rest else "") if part)


def how_often(routine: Routine) -> str:
    """2–3 × a week; a routine that some weeks go without, now and then."""
    return f"{routine.times_a_week} × a week" if routine.times_a_week.low else "Now and then"


def equipment_names(guide: Guide, ids: Iterable[str]) -> str:
    """Chair and wall; nothing."""
    return capitalize(join_words((guide.equipment[thing].name.lower() for thing in ids), otherwise=NOTHING))


def _each_side(sides: Sides) -> str:
    return "" if sides == "both" else " each side"

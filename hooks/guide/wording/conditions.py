"""How safeguards are told: conditions as sentences to the reader, an exercise's changes by sign and by place."""

from __future__ import annotations

from collections.abc import Iterable

from guide.model import Exercise, Guide
from guide.model.conditions_index import left_out, regions_of_pain
from guide.model.exercise import Adjustment, Sign
from guide.wording.words import sentence


def told(guide: Guide, conditions: Iterable[str]) -> tuple[str, ...]:
    """Conditions in their own words, each a sentence."""
    return tuple(sentence(guide.conditions[condition].words) for condition in conditions)


def ask_first(guide: Guide) -> tuple[str, ...]:
    """Who asks a doctor or physio before starting."""
    return told(guide, guide.safety.ask_first)


def no_jumps(guide: Guide) -> tuple[str, ...]:
    """Who leaves out jumps for now."""
    return told(guide, guide.safety.no_jumps)


def sign(guide: Guide, named: Sign) -> str:
    """What a safeguard names: in its own words, else in those of the condition."""
    return sentence(named.text or guide.conditions[named.condition].words)


def signs(guide: Guide, several: Iterable[Sign]) -> list[str]:
    """What several safeguards name."""
    return [sign(guide, named) for named in several]


def leave_out(guide: Guide, exercise: Exercise) -> list[str]:
    """Who leaves the exercise out for now; of a jump also what holds for every jump."""
    return signs(guide, left_out(guide, exercise))


def own_changes(guide: Guide, exercise: Exercise) -> list[tuple[str, str]]:
    """(sign, change) for signs that are not simply pain somewhere."""
    own = (each for each in exercise.safeguards.adjust if not _is_place(guide, each))
    return [(sign(guide, each), sentence(each.change)) for each in own]


def changes_by_place(guide: Guide, exercise: Exercise) -> list[tuple[str, str, str]]:
    """(id of the region, its name, change) for pain somewhere, in the order of the regions."""
    pains = {each.condition: each for each in exercise.safeguards.adjust if _is_place(guide, each)}
    order = [region.pain for region in guide.regions.values() if region.pain in pains]
    return [_at_place(guide, pains[pain]) for pain in dict.fromkeys(order)]


def _is_place(guide: Guide, adjustment: Adjustment) -> bool:
    return adjustment.text is None and bool(regions_of_pain(guide, adjustment.condition))


def _at_place(guide: Guide, adjustment: Adjustment) -> tuple[str, str, str]:
    """Where the lists of one region hold for another, its name is told as well."""
    own, *others = sorted(
        regions_of_pain(guide, adjustment.condition), key=lambda region: region.pain != adjustment.condition
    )
    return own.id, " · ".join(region.name for region in (own, *others)), sentence(adjustment.change)

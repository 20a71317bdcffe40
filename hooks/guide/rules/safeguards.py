"""The rules of safeguards: no condition twice, one answer to each, and of a jump nothing that holds for every jump."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from guide.model import Exercise, Region, Safety
from guide.problems.explain import Finding


def contradictions(exercise: Exercise, all_jumps: Collection[str], pains: Collection[str]) -> Iterator[Finding]:
    """What cannot be meant, each at its condition.

    `all_jumps` holds the conditions that leave out every jump, `pains` those that stand for pain in a region.
    """
    guards = exercise.safeguards
    changed = {each.condition for each in guards.adjust}
    for name, signs in (("adjust", guards.adjust), ("stop", guards.stop), ("leave_out", guards.leave_out)):
        yield from _repeated(name, [sign.condition for sign in signs])
    for index, sign in enumerate(guards.leave_out):
        place = ("safeguards", "leave_out", index, "condition")
        if sign.condition in changed:
            yield place, f"{sign.condition!r} stands under adjust as well", "keep the one that is meant"
        if exercise.is_jump and sign.condition in all_jumps:
            yield place, f"{sign.condition!r} leaves out every jump, this one too", "delete it here"
    if exercise.is_jump:
        for index, adjustment in enumerate(guards.adjust):
            if adjustment.condition in pains:
                message = f"{adjustment.condition!r} leaves out every jump, so there is nothing to change"
                yield ("safeguards", "adjust", index, "condition"), message, "delete it here"
    elif exercise.gate:
        yield ("gate",), "only a jump has a gate", "delete it, or say impact: high"
    if not exercise.is_jump and not guards.leave_out:
        yield ("safeguards", "leave_out"), "nobody leaves this out", "name at least one condition"


def leaving_out_all_jumps(regions: Iterable[Region], safety: Safety | None) -> tuple[set[str], set[str]]:
    """All conditions that leave out every jump, and those among them that stand for pain in a region."""
    pains = {region.pain for region in regions}
    return {*pains, *(safety.no_jumps if safety else ())}, pains


def _repeated(name: str, conditions: list[str]) -> Iterator[Finding]:
    for index, condition in enumerate(conditions):
        if condition in conditions[:index]:
            yield ("safeguards", name, index, "condition"), f"{condition!r} stands here twice", "delete one"

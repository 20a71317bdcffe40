"""What every place that hurts changes in a session, in the words of its page, as plain values for JSON."""

from __future__ import annotations

from guide.model import Exercise, Guide, Region
from guide.model.hurts import Lists, Row, lists, signs
from guide.wording import words

HURTS_FILE = "hurts.json"
"""Where it lies in the site."""
ALL_JUMPS = "All jumps are left out while something hurts."
EVERYTHING = "Leave out every exercise of this guide until somebody has examined it."


def hurts_for_scripts(guide: Guide) -> list[dict[str, object]]:
    """The places in the order of their pages."""
    return [_place(guide, region) for region in guide.regions.values()]


def _place(guide: Guide, region: Region) -> dict[str, object]:
    found = lists(guide, region)
    stay = () if region.all_left_out else (*found.changed, *found.tolerated)
    return {
        "id": region.id,
        "name": region.name,
        "page": f"when-something-hurts/{region.id}/",
        "signs": [
            {"urgency": words.URGENCY[urgency], "lines": [_sign(guide, each.id) for each in conditions]}
            for urgency, conditions in signs(guide, region.id)
        ],
        "everything": region.all_left_out,
        "jumps": EVERYTHING if region.all_left_out else ALL_JUMPS,
        "out": _out(guide, region, found),
        "change": {row.exercise.id: words.sentences(row.changes) for row in stay if row.changes},
        "unless": {row.exercise.id: _unless(row) for row in stay if row.leave_out_if},
    }


def _sign(guide: Guide, name: str) -> str:
    """The sign and what to do, as the page prints both."""
    condition = guide.conditions[name]
    then = f" {words.sentence(condition.red_flag.then)}" if condition.red_flag else ""
    return f"{words.sentence(condition.words)}{then}"


def _out(guide: Guide, region: Region, found: Lists) -> dict[str, str]:
    if region.all_left_out:
        return dict.fromkeys(guide.exercises, EVERYTHING)
    return {row.exercise.id: _reason(guide, region, row.exercise) for row in found.left_out}


def _reason(guide: Guide, region: Region, exercise: Exercise) -> str:
    """Left out while your lower back hurts."""
    first = guide.conditions[region.pain].words.split(". ")[0]
    return ALL_JUMPS if exercise.is_jump else words.sentence(f"Left out while {words.uncapitalize(first)}")


def _unless(row: Row) -> str:
    return f"Leave it out if: {' '.join(words.sentences(row.leave_out_if))}"

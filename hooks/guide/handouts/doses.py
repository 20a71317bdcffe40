"""How much of each exercise a routine asks for, as words, and the log to write it down in. No layout."""

from __future__ import annotations

from guide.model import Block, Guide, Item, Routine, Stage
from guide.printing import Content, Value
from guide.wording import words

WEEKS = 6
"""How long a log lasts, where the stage does not end before."""
MOST_SESSIONS = 18
"""Columns of a log that a pencil can still write in."""


def item_name(guide: Guide, item: Item) -> str:
    """What list and log call it: the version, or the exercise that is done as it is."""
    version = guide.modification(item)
    return version.name if version else guide.exercises[item.exercise].name


def rest(block: Block, item: Item, *, last: bool) -> str | None:
    """Rest 90 s, until what comes next; in the last block nothing comes after the last round."""
    if item is not block.items[-1]:
        return _rest(block.rest_between_items_seconds)
    if not last:
        return _rest(block.rest_after_round_seconds)
    return _rest(block.rest_after_round_seconds, " between rounds") if block.rounds > 1 else None


def _rest(seconds: int, when: str = "") -> str | None:
    return f"rest {seconds} s{when}" if seconds else None


def log(guide: Guide, routine: Routine, stage: Stage) -> Content:
    """Rows to fill in, a column a session; `sides` where left and right are written apart."""
    ends = stage.weeks and stage.weeks.last
    weeks = min(WEEKS, ends - stage.weeks.first + 1) if stage.weeks and ends else WEEKS
    sessions = max(1, routine.times_a_week.high) * weeks
    rows: list[Value] = [
        {
            "name": item_name(guide, item),
            "dose": words.block_dose(block, item, brief=True, steps=guide.counts_steps(item)),
            "sets": block.rounds,
            "spare": block.optional_rounds > 0,
            "sides": item.each_side,
        }
        for block in stage.blocks
        for item in block.items
    ]
    return {
        "sessions": min(sessions, MOST_SESSIONS),
        "weeks": weeks if sessions <= MOST_SESSIONS else None,
        "first_week": stage.weeks.first if stage.weeks else 1,
        "rows": rows,
    }

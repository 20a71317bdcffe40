"""How much of each exercise a routine asks for, as words, and the log to write it down in. No layout."""

from __future__ import annotations

from guide.model import Block, Guide, Item, Routine
from guide.printing import Content, Value
from guide.wording import words

WEEKS = 6
"""How long a log lasts."""
MOST_SESSIONS = 18
"""Columns of a log that a pencil can still write in."""
LATER_ROUNDS = {"second round": 2, "third round": 3, "fourth round": 4}
"""How a progression names a round that is not yet done, and which it is."""


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


def log(guide: Guide, routine: Routine) -> Content:
    """Rows to fill in, a column a session; `sides` where left and right are written apart."""
    sessions = max(1, routine.times_a_week.high) * WEEKS
    rows: list[Value] = [
        {
            "name": item_name(guide, item),
            "dose": words.block_dose(block, item, brief=True, steps=guide.counts_steps(item)),
            "sets": block.rounds,
            "spare": not guide.item_landings(item) and _asks_for_another_round(routine, block),
            "sides": item.each_side,
        }
        for block in routine.blocks
        for item in block.items
    ]
    return {
        "sessions": min(sessions, MOST_SESSIONS),
        "weeks": WEEKS if sessions <= MOST_SESSIONS else None,
        "rows": rows,
    }


def _asks_for_another_round(routine: Routine, block: Block) -> bool:
    """Jumps never get a row to spare: their landings are counted."""
    later = {number for words, number in LATER_ROUNDS.items() if any(words in line for line in routine.progression)}
    return block.rounds + 1 in later

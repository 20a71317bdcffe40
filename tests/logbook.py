"""What a browser's log holds, and what it should hold after a stage that was done as it is written."""

from __future__ import annotations

from typing import Any

from followed import Followed
from guide.model import Block
from guide.session.timeline import Move
from logged import stored


def logged(runner: Followed) -> list[dict[str, Any]]:
    """Every entry, the latest first, read on the page to which saving leads."""
    runner.page.wait_for_url("**/log/")
    return stored(runner.page)


def done_in_full(move: Move, block: Block) -> dict[str, Any]:
    """A move of a stage of which every set was done, and nothing said of any."""
    return of_sets(move, block, [amounts(move)] * block.rounds)


def of_sets(move: Move, block: Block, sets: list[list[int]]) -> dict[str, Any]:
    """A move of a stage with what was done in each set."""
    return {
        "exercise": move.exercise,
        "version": move.version,
        "name": move.version or move.name,
        "dose": move.dose,
        "asked": asked(move),
        "unit": "seconds" if move.hold or not move.repetitions else "repetitions",
        "hold": move.hold,
        "asked_left": int(move.left.split("–")[0]) if move.left else None,
        "planned": block.rounds,
        "sets": [{"amounts": each, "load": None, "left": None, "clean": None} for each in sets],
    }


def asked(move: Move) -> int:
    """Of one set on one side."""
    if move.hold:
        return int(next(phase.seconds for phase in move.phases if phase.action == "hold"))
    return int((move.repetitions or move.seconds) / (2 if move.each_side and move.sides != "each" else 1))


def amounts(move: Move) -> list[int]:
    """Of a whole set, one side after the other where sides are done so."""
    return [asked(move)] * (2 if move.each_side and move.sides == "each" else 1)

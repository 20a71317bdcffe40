"""What hand-written pages may ask for with `<!-- insert: … -->`. Renders nothing, and reads no page."""

from __future__ import annotations

from collections.abc import Callable

from guide.problems.error_sentences import did_you_mean
from guide.problems.problem import quote

INSERTS = (
    "pain-rule",
    "ask-first",
    "signs",
    "no-jumps",
    "jumps",
    "jump-gate",
    "tests",
    "stop-set",
    "warm-up",
    "jump-limits",
    "reviews",
    "reserve",
    "pain-besides",
    "harder",
    "step-back",
    "race",
    "coming-back",
    "fields",
    "blank exercise",
    "blank routine",
)
"""Names that an insert may have; `frame <exercise> <number>` is one besides, and `drawing`, of the YAML above it."""
DRAWING = "drawing"
FrameCount = Callable[[str], int | None]
"""How many frames the exercise of an id has: 0 where there is no such exercise, None where that cannot be told."""


def refusal_of(name: str, frames: FrameCount) -> tuple[str, str] | None:
    """Why nothing can be inserted under the name, and what to do; None where something can."""
    kind, *about = name.split()
    if name == DRAWING:
        return None
    if kind != "frame":
        known = f"the names are {', '.join(INSERTS)}, frame <exercise> <number> and {DRAWING}"
        remedy = did_you_mean(name, INSERTS, otherwise=known)
        return None if name in INSERTS else (f"there is nothing to insert called {quote(name)}", remedy)
    if len(about) != 2 or not about[1].isdecimal():
        return f"{quote(name)} names no frame", "write frame, the id of an exercise, and a number, as in frame squat 1"
    count = frames(about[0])
    if count == 0:
        return f"there is no exercise {quote(about[0])}", "write the id of an exercise, its file's name without .yml"
    if count is not None and not 1 <= int(about[1]) <= count:
        return f"{quote(about[0])} has no frame {about[1]}", f"write a number from 1 to {count}"
    return None

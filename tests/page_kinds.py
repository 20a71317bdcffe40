"""One page of each kind, for tests that need them all in a browser, and how wide a phone is."""

from __future__ import annotations

UNKNOWN = "exercises/no-such-exercise/really/"
KINDS = (
    "",
    "before-you-start/",
    "exercises/",
    "exercises/jumping-lunge/",
    "ladders/",
    "routines/",
    "routines/hills-and-power/",
    "my-session/?do=squat.3x10_wall-sit.2x30s",
    "log/",
    "use-and-progress/",
    "muscles/",
    "muscles/quads/",
    "equipment/",
    "equipment/box/",
    "evidence/",
    "how-this-guide-is-made/",
    "contributing/",
    "fields/",
    "posing-figures/",
    UNKNOWN,
)
"""One page of each kind, the fullest."""
PHONE = 360
"""Pixels across."""

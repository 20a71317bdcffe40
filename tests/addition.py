"""What a contributor may add, made up: a muscle, a pattern, equipment, exercises and a routine. It checks nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]
PATTERN = {
    "id": "glide",
    "name": "Glides",
    "summary": "One foot glides over the floor while the other leg carries you.",
}
MUSCLE: Entry = {
    "id": "made-up-muscle",
    "name": "Made-up muscle",
    "plain_name": "a place without another name",
    "other_names": [],
    "in_running": "Holds you up while the foot is on the ground.",
    "drawn": [
        {
            "faces": {"front": 1, "out": 0.2},
            "sections": [
                {"part": "thigh", "share": 0.2, "front": 0.03, "out": 0.01, "deep": 0.01, "wide": 0.02},
                {"part": "thigh", "share": 0.8, "front": 0.03, "out": 0.01, "deep": 0.01, "wide": 0.02},
            ],
        }
    ],
}
PERSON: Entry = {
    "id": "made-up-person",
    "name": "Made-up person",
    "skin": "tan",
    "hair": "bald",
    "build": {"waist": 1.1},
}
EQUIPMENT = {
    "other_names": [], "household_substitute": "A folded cloth that lies flat on the floor.",
    "at_home": ["folded cloth"], "served_by": "none", "safety_check": "It lies flat and does not slip.",
}  # fmt: skip
THINGS = ("gliding-disc", "floor-mat")
EXERCISES = ("made-up-glide", "made-up-long-glide")
ROUTINE = "made-up-session"
SIMPLE = ("none", "both")
"""Impact and sides of an exercise that a routine may hold without a gate and without saying for which side."""


def add_content(data: Path) -> None:
    """Adds to a folder of data what needs no change elsewhere; `make fix` then puts it into the common layout."""
    _append(data / "muscles.yml", MUSCLE)
    _append(data / "people.yml", PERSON)
    _append(data / "patterns.yml", PATTERN)
    for thing in THINGS:
        _append(data / "equipment.yml", {"id": thing, "name": _name(thing), **EQUIPMENT})
    model = next(entry for entry in _entries(data / "exercises") if (entry["impact"], entry["sides"]) == SIMPLE)
    for exercise in EXERCISES:
        _write(data / "exercises" / f"{exercise}.yml", _variation(model, exercise))
    _write(data / "routines" / f"{ROUTINE}.yml", _session(_entries(data / "routines")[0], EXERCISES[0]))


def _variation(model: Entry, exercise: str) -> Entry:
    """The same exercise under another name, for another muscle, with other equipment and done by another person."""
    names = {"id": exercise, "name": _name(exercise), "other_names": []}
    kind = {
        "summary": f"{_name(exercise)} trains what nothing else in this guide trains.",
        "pattern": PATTERN["id"],
        "muscles": {"primary": [MUSCLE["id"]], "secondary": "none"},
        "equipment": {"required": [THINGS[0]], "helpful": [THINGS[1]]},
        "figure": {**model["figure"], "person": PERSON["id"]},
    }
    return {**model, **names, **kind}


def _session(model: Entry, exercise: str) -> Entry:
    """A routine of the same kind with one exercise in one stage."""
    item = {"exercise": exercise, "repetitions": 4}
    names = {"id": ROUTINE, "name": _name(ROUTINE), "purpose": "Shows that a session can be added."}
    stage = model["stages"][0]
    only = {**stage, "weeks": "1+", "blocks": [{**stage["blocks"][0], "items": [item]}]}
    return {**model, **names, "stages": [only]}


def _name(of: str) -> str:
    return of.replace("-", " ").capitalize()


def _entries(folder: Path) -> list[Entry]:
    return [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yml"))]


def _append(path: Path, entry: Entry) -> None:
    path.write_text(f"{path.read_text('utf-8')}\n{yaml.safe_dump([entry], sort_keys=False, width=10_000)}", "utf-8")


def _write(path: Path, entry: Entry) -> None:
    path.write_text(yaml.safe_dump(entry, sort_keys=False, width=10_000), "utf-8")

"""Writes data folders of any size for measuring: the real entries, then variations of them. The same bytes every time.

    PYTHONPATH=hooks:tests python tests/bench/generated.py 1000 <folder>

Nothing new is claimed in them: texts are those of the real entries, some with a made-up name in front, some shortened
or shuffled. Figures are the real ones, every angle turned a little, as far as the checks of figures allow.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.form import written
from bench.vary import Entry, vary_exercise, vary_routine
from guide.source import read

PROJECT = Path(__file__).resolve().parents[2]
# Every pair of these names one group of variations; none says anything about a movement.
# fmt: off
FIRST = (
    "Riverside", "Harbour", "Hillside", "Meadow", "Orchard", "Canal", "Bridge", "Market", "Station", "Garden",
    "Forest", "Island", "Valley", "Castle", "Mill", "Quarry", "Lakeside", "Moorland", "Village", "Terrace",
    "Stadium", "Heath", "Common", "Chapel", "Tower", "Ferry", "Cottage", "Prairie", "Desert", "Glacier",
)
SECOND = (
    "dawn", "sunrise", "morning", "midday", "evening", "sunset", "dusk", "midnight", "winter", "spring", "summer",
    "autumn", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "holiday", "weekday",
    "festival", "harvest", "solstice", "snowfall", "daybreak", "noon", "twilight", "moonlight", "weekend",
)
# fmt: on
FEWEST_ROUTINES, EXERCISES_A_ROUTINE = 5, 20
SEED = 7


@dataclass(frozen=True)
class Real:
    """The real entries, each with the comment at the head of its file."""

    exercises: dict[str, Entry]
    routines: dict[str, Entry]
    heads: dict[str, str]


def write_data(count: int, folder: Path, *, project: Path = PROJECT, seed: int = SEED) -> None:
    """A data folder of that many exercises in the new folder; the first are the project's own."""
    real = _real(project / "data")
    fewest, most = len(real.exercises), len(real.exercises) * len(FIRST) * len(SECOND)
    if not fewest <= count <= most:
        raise ValueError(f"from {fewest} to {most} exercises can be written, not {count}")
    shutil.copytree(project / "data", folder)
    for kind, entries in (("exercises", _exercises(real, count, seed)), ("routines", _routines(real, count, seed))):
        for entry in entries:
            path = folder / kind / f"{entry['id']}.yml"
            path.write_text(real.heads[kind] + written(entry), "utf-8", newline="\n")


def _real(data: Path) -> Real:
    heads: dict[str, str] = {}
    found: dict[str, dict[str, Entry]] = {"exercises": {}, "routines": {}}
    for kind, entries in found.items():
        for path in sorted((data / kind).glob("*.yml")):
            node, _ = read(path.read_bytes(), path.name)
            if node is None or not isinstance(node.value, dict):
                raise ValueError(f"{path} cannot be read; python hooks/check.py says why")
            entries[path.stem] = node.value
            lines = path.read_text("utf-8").splitlines(keepends=True)
            heads[kind] = "".join(line for line in lines[:1] if line.startswith("#"))
    return Real(found["exercises"], found["routines"], heads)


def _groups(real: Real, count: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A name and the real exercises that are varied under it, until there are enough."""
    ids = tuple(real.exercises)
    for number in range((count - 1) // len(ids)):
        name = f"{FIRST[number % len(FIRST)]} {SECOND[number // len(FIRST)]}"
        yield name, ids[: count - (number + 1) * len(ids)]


def _exercises(real: Real, count: int, seed: int) -> Iterator[Entry]:
    for name, ids in _groups(real, count):
        for each in ids:
            yield vary_exercise(real.exercises, each, name, ids, Random(f"{seed} {name} {each}"))


def _routines(real: Real, count: int, seed: int) -> Iterator[Entry]:
    """Variations of the real routines, each with exercises of whole groups."""
    whole = [name for name, ids in _groups(real, count) if len(ids) == len(real.exercises)]
    originals = list(real.routines.values())
    wanted = max(FEWEST_ROUTINES, count // EXERCISES_A_ROUTINE) - len(originals)
    for number in range(wanted):
        original = originals[number % len(originals)]
        name = f"{FIRST[number % len(FIRST)]} {SECOND[number // len(FIRST)]}"
        yield vary_routine(original, name, whole, Random(f"{seed} {name} {original['id']}"))


def main() -> int:
    """0 where the folder was written."""
    parser = argparse.ArgumentParser(description="Write a data folder of any size for measuring.")
    parser.add_argument("count", type=int, help="number of exercises, from 14")
    parser.add_argument("folder", type=Path, help="the data folder to write; it must not exist yet")
    parser.add_argument("--project", type=Path, default=PROJECT, help="the checkout whose data is varied")
    options = parser.parse_args()
    if options.folder.exists():
        parser.error(f"{options.folder} exists already; name a new folder")
    write_data(options.count, options.folder, project=options.project)
    return 0


if __name__ == "__main__":
    sys.exit(main())

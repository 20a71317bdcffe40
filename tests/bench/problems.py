"""How long checking and fixing of many files takes, broken and sound: `make bench what=problems`. Writes no table.

Mistakes are planted in each exercise of a generated folder, of the kinds that people and exports from elsewhere
make. The same seed always makes the same folder.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generated import PROJECT, SEED, write_data

PLANTED = 5  # in a file; some find nothing to spoil, and some make several problems
CHECKS = ("check.py --format text", "check.py --format github", "check.py --format json")

Mistake = Callable[[str], str]


def plant(folder: Path, *, seed: int = SEED) -> None:
    """Mistakes in every exercise of a sound data folder."""
    chance = random.Random(seed)
    for path in sorted((folder / "exercises").iterdir()):
        path.write_text(_broken(path.read_text("utf-8"), chance), "utf-8", newline="\n")


def _broken(text: str, chance: random.Random) -> str:
    """Two files in three have mistakes of form, the third says something wrong of others."""
    for mistake in chance.sample(chance.choice((FORM, FORM, REFERENCE)), PLANTED):
        text = mistake(text)
    return text


def _swap(pattern: str, replacement: str) -> Mistake:
    """One place, changed; a text without the place stays as it is."""
    return lambda text: re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)


FORM = (
    _swap(r"^level: .*", "level: beginner"),
    _swap(r"^impact: .*", "impact: hihg"),
    _swap(r"^sides: .*", "sides: one leg"),
    _swap(r"^breathing: .*\n", ""),
    _swap(r"^  rest_seconds: .*", "  rest_seconds: 1:30"),
    _swap(r"^  sets: .*", "  sets: three"),
    _swap(r"^summary: .*", "summary: <b>New</b> and quick"),
    _swap(r"^other_names: .*", "other_names: none"),
    _swap(r"^feel_it_in: ", "feels_in: "),
    _swap(r"^note: .*|^sources: ", r"video: https://video.example/\n\g<0>"),
    _swap(r"seconds: 2", "seconds: 200"),
    _swap(r"^(    -|  -) (\w+) ", r"\1 \2 **really** "),
    _swap(r"^    caution: .*|^    correction: .*", r"    tip: Slowly.\n\g<0>"),
)
REFERENCE = (
    _swap(r"^pattern: (.)(.*)", r"pattern: \2\1"),
    _swap(r"^  primary: \[(\S)(\S+?)([],])", r"  primary: [\2\1\3"),
    _swap(r"^  secondary: .*", "  secondary: [hamstring, erector-spinae, calves]"),
    _swap(r"^  required: .*", "  required: [dumbbels]"),
    _swap(r"^  helpful: .*", "  helpful: [chiar]"),
    _swap(r"^sources: \[", "sources: [somebody-1999, "),
    _swap(r"^    exercise: (.*)-(.*)|^    equipment: .*", r"    exercise: x\2-squat-lunge"),
    _swap(r"^      step: .*", "      step: 17"),
    _swap(r"knee: [0-9]+", "knee: 3"),
)


def main() -> int:
    """Print how long each command takes."""
    parser = argparse.ArgumentParser(description="Measure checking and fixing of many files.")
    parser.add_argument("sizes", nargs="*", type=int, default=[1000], help="numbers of exercises (default: 1000)")
    for size in parser.parse_args().sizes:
        with TemporaryDirectory() as scratch:
            sound, broken = Path(scratch, "sound"), Path(scratch, "broken")
            write_data(size, sound)
            write_data(size, broken)
            plant(broken)
            for command in CHECKS:
                _measure(command, broken)
            for command in ("check.py", "fix.py", "fix.py", "check.py"):
                _measure(command, sound)
    return 0


def _measure(command: str, folder: Path) -> None:
    script, *options = command.split()
    began, used = time.perf_counter(), _used()
    line = (sys.executable, str(PROJECT / "hooks" / script), str(folder), *options)
    run = subprocess.run(line, capture_output=True, encoding="utf-8", check=False)
    took, used = time.perf_counter() - began, _used() - used
    found = re.search(r"\d+ problems? in the data|\"count\": \d+|no problem found|\d+ changed", run.stdout)
    told = found[0] if found else run.stderr[-200:]
    sys.stdout.write(f"{folder.name:7} {command:24} {took:6.2f} s, {used:6.2f} s of it computing: {told}\n")


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())

"""Writes data folders of any size for measuring: the real entries, then variations of them. The same bytes every time.

Nothing new is claimed in them: texts are those of the real entries, names and summaries with a made-up name in front.
Figures are the real ones, every angle turned a little, as far as the checks of figures allow.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, product
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import yaml

from guide.figure import figure_findings
from guide.model.figure import Figure
from guide.reading.yaml_source import read

Entry: TypeAlias = dict[str, Any]
"""An entry as its file has it; what is varied of it is checked when the guide reads it."""

# Every pair of these names one group of variations; none says anything about a movement.
# fmt: off
FIRST = (
    "Riverside", "Harbour", "Hillside", "Meadow", "Orchard", "Canal", "Bridge", "Market", "Station", "Garden",
    "Forest", "Island", "Valley", "Castle", "Mill", "Quarry", "Lakeside", "Moorland", "Village", "Terrace",
)
SECOND = (
    "dawn", "sunrise", "morning", "midday", "evening", "sunset", "dusk", "midnight", "winter", "spring", "summer",
    "autumn", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "holiday",
)
# fmt: on
ANGLES = ("lean", "hip", "hip_abduction", "knee", "ankle", "shoulder", "shoulder_abduction", "elbow")
WIDEST = 2.0  # degrees by which an angle is turned at first; halved as long as the figure is wrong then
TURNS = 6
FEWEST_ROUTINES, EXERCISES_A_ROUTINE = 5, 20
SEED = 7


def write_data(count: int, folder: Path, data: Path, *, seed: int = SEED) -> None:
    """A data folder of that many exercises in the new folder; the first are those of `data`."""
    exercises, routines = _entries(data / "exercises"), _entries(data / "routines")
    fewest, most = len(exercises), len(exercises) * (1 + len(FIRST) * len(SECOND))
    if not fewest <= count <= most:
        raise ValueError(f"from {fewest} to {most} exercises can be written, not {count}")
    shutil.copytree(data, folder)
    names = [f"{first} {second}" for second, first in product(SECOND, FIRST)][: (count - 1) // fewest]
    groups = {name: list(exercises)[: count - (number + 1) * fewest] for number, name in enumerate(names)}
    for name, group in groups.items():
        _write(folder / "exercises", (_exercise(exercises, each, name, group, seed) for each in group))
    whole = [name for name, group in groups.items() if len(group) == fewest]
    wanted = max(FEWEST_ROUTINES, count // EXERCISES_A_ROUTINE) - len(routines)
    varied = islice(product(whole, routines.values()), max(wanted, 0))
    _write(folder / "routines", (_routine(routine, name, whole, seed) for name, routine in varied))


def _entries(folder: Path) -> Mapping[str, Entry]:
    """The files of a folder by their id."""
    found: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.yml")):
        node, _ = read(path.read_bytes(), path.name)
        if node is None:
            raise ValueError(f"{path} cannot be read; make check says why")
        found[path.stem] = json.loads(json.dumps(node.value))  # lists instead of tuples
    return found


def _write(folder: Path, entries: Iterable[Entry]) -> None:
    for entry in entries:
        text = yaml.dump(entry, Dumper=_Whole, sort_keys=False, allow_unicode=True, width=1000)
        (folder / f"{entry['id']}.yml").write_text(text, "utf-8", newline="\n")


class _Whole(yaml.SafeDumper):
    """Writes a list that stands in two places twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _exercise(originals: Mapping[str, Entry], original: str, name: str, group: Collection[str], seed: int) -> Entry:
    """A variation called after its group; its ladders stay in the group, as far as that has them."""
    source = originals[original]
    return source | {
        **_named(source, name),
        "summary": f"{name}: {source['summary']}",
        "other_names": [f"{name} {other}" for other in source["other_names"]],
        "easier": [_relinked(version, name, group) for version in source["easier"]],
        "harder": [_relinked(version, name, group) for version in source["harder"]],
        "figure": _reposed(source["figure"], Random(f"{seed} {name} {original}")),
    }


def _relinked(version: Entry, name: str, group: Collection[str]) -> Entry:
    """With its link led to the same group; where the group is cut short, to the original."""
    link = next((each for each in ("is_exercise", "leads_to") if each in version), None)
    if link is None or version[link] not in group:
        return version
    return version | {link: _variation(version[link], name)}


def _routine(original: Entry, name: str, groups: Sequence[str], seed: int) -> Entry:
    """A variation of a routine, in which each exercise comes from one of the groups."""
    random = Random(f"{seed} {name} {original['id']}")

    def varied(block: Entry) -> Entry:
        items = (item | {"exercise": _variation(item["exercise"], random.choice(groups))} for item in block["items"])
        return block | {"items": list(items)}

    stages = [stage | {"blocks": [*map(varied, stage["blocks"])]} for stage in original["stages"]]
    return original | _named(original, name) | {"stages": stages}


def _named(original: Entry, name: str) -> Entry:
    return {"id": _variation(original["id"], name), "name": f"{name} {original['name'].lower()}"}


def _variation(original: str, name: str) -> str:
    """The id of a group's variation of an entry."""
    return f"{name.lower().replace(' ', '-')}-{original}"


def _reposed(figure: Entry, random: Random) -> Entry:
    """With every angle turned a little, as far as the checks allow."""
    for turn in range(TURNS):
        turned: Entry = _turned(figure, WIDEST / 2**turn, random)
        if not any(figure_findings(Figure.model_validate(turned))):
            return turned
    return figure


def _turned(value: Any, most: float, random: Random) -> Any:
    if isinstance(value, list):
        return [_turned(part, most, random) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: round(part + random.uniform(-most, most), 1)
        if key in ANGLES and isinstance(part, int | float)
        else _turned(part, most, random)
        for key, part in value.items()
    }


if __name__ == "__main__":
    write_data(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))

"""Which kinds of file `data/` holds, where they lie, which model each is written for; what refers to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import TypeAlias, get_args

from guide.model.address import PAGED, Redirect, Released, Synonym
from guide.model.condition import Claim, Condition, Group, Region
from guide.model.entry import Entry
from guide.model.exercise import Adjustment, EquipmentUsed, Exercise, Modification, MusclesWorked, Sign
from guide.model.figure import Figure
from guide.model.gate import Gate, Test, Yardstick
from guide.model.person import Person
from guide.model.progression import BackRule, PainRule, PauseRule, Progression, RaceRule, StepRule, TrainingRule
from guide.model.review import Review
from guide.model.routine import Action, Item, Routine, Stage, WarmUp
from guide.model.vocabulary import Equipment, Muscle, Pattern, Safety, Source

EXERCISES, ROUTINES = "exercises", "routines"
SAFETY, PROGRESSION = "safety", "progression"
REDIRECTS, RELEASED, REVIEWS, SYNONYMS = "redirects", "released", "reviews", "synonyms"
SCHEMAS = "docs/schemas"
"""The folder of the schemas, one a kind, from the project's root; `data/` lies there too."""

FOLDERS: Mapping[str, type[Exercise] | type[Routine]] = {EXERCISES: Exercise, ROUTINES: Routine}
"""Folders with a file for each entry."""
LISTS: Mapping[str, type[Entry]] = {
    "muscles": Muscle,
    "equipment": Equipment,
    "patterns": Pattern,
    "conditions": Condition,
    "regions": Region,
    "groups": Group,
    "tests": Test,
    "gates": Gate,
    "sources": Source,
    "warmups": WarmUp,
    "people": Person,
    SYNONYMS: Synonym,
    REDIRECTS: Redirect,
    REVIEWS: Review,
}
"""Files that hold a list of entries."""
KEYS: Mapping[str, str] = {REDIRECTS: "old", SYNONYMS: "page"}
"""What tells the entries of a list apart, where it is an address and no id."""
FILES: Mapping[str, type[Safety] | type[Progression] | type[Released]] = {
    SAFETY: Safety,
    PROGRESSION: Progression,
    RELEASED: Released,
}
"""Files that hold one entry."""
REFERENCES: Mapping[tuple[type[Entry], str], str] = {
    (MusclesWorked, "primary"): "muscles",
    (MusclesWorked, "secondary"): "muscles",
    (EquipmentUsed, "required"): "equipment",
    (EquipmentUsed, "helpful"): "equipment",
    (Modification, "is_exercise"): EXERCISES,
    (Modification, "leads_to"): EXERCISES,
    (Modification, "equipment"): "equipment",
    (Exercise, "gate"): "gates",
    (Exercise, "pattern"): "patterns",
    (Exercise, "sources"): "sources",
    (Figure, "person"): "people",
    (Action, "exercise"): EXERCISES,
    (Sign, "condition"): "conditions",
    (Adjustment, "condition"): "conditions",
    (Item, "exercise"): EXERCISES,
    (Item, "offers_exercise"): EXERCISES,
    (Routine, "sources"): "sources",
    (Routine, "warm_up"): "warmups",
    (Safety, "warm_up"): "warmups",
    (Safety, "warm_up_before_jumps"): "warmups",
    (Stage, "gate"): "gates",
    (Stage, "warm_up"): "warmups",
    (Equipment, "served_by"): "equipment",
    (Condition, "regions"): "regions",
    (Condition, "sources"): "sources",
    (Region, "pain"): "conditions",
    (Region, "lists_of"): "regions",
    (Claim, "sources"): "sources",
    (Routine, "gate"): "gates",
    (Safety, "ask_first"): "conditions",
    (Safety, "no_jumps"): "conditions",
    (Safety, "jump_gate"): "gates",
    (Gate, "tests"): "tests",
    (Test, "sources"): "sources",
    (Yardstick, "sources"): "sources",
    **{(rule, "sources"): "sources" for rule in (PainRule, StepRule, TrainingRule, PauseRule, RaceRule, BackRule)},
}
"""Fields that hold an id of another entry, or a list of ids, and what those are; declared nowhere else."""
NOUNS: Mapping[str, str] = {kind: {**FOLDERS, **LISTS}[kind].__name__.lower() for kind in PAGED}
"""What one entry of a kind with pages is called: `muscle`."""
Location: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Kind:
    """A kind of data file."""

    name: str
    """What one such file is called: `exercise`, `muscles`, `safety`."""
    place: str
    """Where it lies in the data folder: `exercises/<id>.yml`, `muscles.yml`."""
    model: type[Entry]
    """What it, or each of its entries, is written for."""
    is_list: bool = False
    """Whether it holds a list of entries."""

    @property
    def group(self) -> str:
        """What its entries are called together, and where they lie: `exercises`, `muscles`, `safety`."""
        return self.place.removesuffix(".yml").partition("/")[0]


KINDS: tuple[Kind, ...] = (
    *(Kind(model.__name__.lower(), f"{folder}/<id>.yml", model) for folder, model in FOLDERS.items()),
    *(Kind(name, f"{name}.yml", model, is_list=True) for name, model in LISTS.items()),
    *(Kind(name, f"{name}.yml", model) for name, model in FILES.items()),
)
"""Every kind, in the order in which a contributor meets them."""
REVIEWED = tuple(kind.group for kind in KINDS if "facts_checked" in kind.model.model_fields)
"""Kinds of which each entry says who looked at it, and when its facts were checked."""
PARTS = tuple(kind for kind in LISTS if kind not in (*PAGED, *KEYS, "sources", "people"))
"""Kinds without pages of their own: what they say stands on the pages of entries that mention them. Who is drawn says
nothing."""


def kind_of(path: str) -> Kind | None:
    """The kind of a file by its path inside the data folder, with forward slashes; None where nothing reads it."""
    inside = PurePosixPath(path)
    if inside.suffix != ".yml":
        return None
    place = f"{inside.parent}/<id>.yml" if len(inside.parts) > 1 else path
    return next((kind for kind in KINDS if kind.place == place), None)


def home(kind: str) -> str:
    """Where entries of a kind lie: `data/exercises/`, `data/muscles.yml`."""
    return f"data/{kind}/" if kind in FOLDERS else f"data/{kind}.yml"


def mentions(entry: Entry, at: Location = ()) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    """Every field of an entry, and of all inside it, that refers to others: where it stands, their kind, their ids."""
    for name in _leading(type(entry)):
        value, place = getattr(entry, name), (*at, name)
        if kind := REFERENCES.get((type(entry), name)):
            yield place, kind, (value,) if isinstance(value, str) else value or ()
        elif isinstance(value, Entry):
            yield from mentions(value, place)
        else:
            for index, part in enumerate(value or ()):
                yield from mentions(part, (*place, index))


@cache
def _leading(model: type[Entry]) -> tuple[str, ...]:
    """The fields that refer to others or hold what does; so nobody goes through all poses of a figure."""
    fields = model.model_fields.items()
    return tuple(
        name
        for name, field in fields
        if (model, name) in REFERENCES or any(map(_leading, models_within(field.annotation)))
    )


def models_within(annotation: object) -> Iterator[type[Entry]]:
    """Every model that a field of this type holds."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for part in get_args(annotation):
        yield from models_within(part)


def schema_line(path: str) -> str:
    """The first line of a data file, by which editors find its schema; its path as for `kind_of`, else LookupError."""
    kind = kind_of(path)
    if kind is None:
        raise LookupError(f"no kind of data file has the path {path!r}")
    return f"# yaml-language-server: $schema={'../' * len(PurePosixPath(path).parts)}{SCHEMAS}/{kind.name}.json"

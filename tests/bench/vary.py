"""One real entry to a variation of it: another name, shuffled texts, angles a little different. Writes no file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from random import Random
from typing import TypeAlias

from guide.figure import figure_findings
from guide.model.figure import Figure
from guide.node import Value

Entry: TypeAlias = dict[str, Value]

ANGLES = ("lean", "hip", "hip_abduction", "knee", "ankle", "shoulder", "shoulder_abduction", "elbow")
WIDEST = 2.0  # degrees by which an angle is turned at first; halved as long as the figure is wrong then
TURNS = 6
NAMED = ("summary", "set_up", "text", "how", "feel_it_in", "purpose", "progression")
"""Fields in which a sentence may begin with the entry's name."""
SHORTENED = (*NAMED, "details", "correction", "change", "note", "limits")
"""Fields that may lose the last of their sentences, so that texts stay as long as the real ones on average."""
SHUFFLED = ("cues", "mistakes", "adjust", "stop", "leave_out", "details")
"""Lists in which no place matters."""
KEPT = ("figure", "tempo", "dose", "sources")
SUMMARIES = range(60, 160)  # characters of a sentence that may stand for a summary
LONGEST_LEAD = 200  # a text longer than this gets no name in front, so that it stays within what is allowed


def sentences(originals: Mapping[str, Entry]) -> tuple[str, ...]:
    """First sentences of all versions and steps, each once: so many that neighbours on an index do not share one."""
    texts = (
        str(_mapping(each)[field]).split(". ")[0].rstrip(".")
        for entry in originals.values()
        for part, field in (("steps", "text"), ("easier", "how"), ("harder", "how"))
        for each in _items(entry[part])
    )
    return tuple(dict.fromkeys(f"{text}." for text in texts if len(text) in SUMMARIES))


def vary_exercise(
    originals: Mapping[str, Entry], original: str, name: str, group: Collection[str], random: Random
) -> Entry:
    """A variation called after the group; its ladders stay among the exercises of the group."""
    source = originals[original]
    title = f"{name} {_small(str(source['name']))}"
    varied = _mapping(_reworded(source, "", title, random))
    summary = f"{title}: {_small(random.choice(sentences(originals)))}"
    varied |= {"id": variation(original, name), "name": title, "summary": summary}
    varied["other_names"] = tuple(f"{name} {each}" for each in _items(source["other_names"]))
    for side in ("easier", "harder"):
        varied[side] = tuple(_relinked(_mapping(each), originals, name, group) for each in _items(varied[side]))
    return varied | {"figure": _reposed(_mapping(source["figure"]), random)}


def vary_routine(original: Entry, name: str, groups: Sequence[str], random: Random) -> Entry:
    """A variation of a routine, in which each exercise comes from one of the groups."""
    title = f"{name} {_small(str(original['name']))}"
    varied = _mapping(_reworded(original, "", title, random))
    varied["blocks"] = tuple(_moved(_mapping(block), groups, random) for block in _items(varied["blocks"]))
    return varied | {"id": variation(str(original["id"]), name), "name": title}


def variation(original: str, name: str) -> str:
    """The id of a group's variation of an entry."""
    return f"{name.lower().replace(' ', '-')}-{original}"


# Words


def _reworded(value: Value, field: str, title: str, random: Random) -> Value:
    if field in KEPT:
        return value
    if isinstance(value, dict):
        return {key: _reworded(each, key, title, random) for key, each in value.items()}
    if isinstance(value, tuple):
        items = tuple(_reworded(each, field, title, random) for each in value)
        return tuple(random.sample(items, len(items))) if field in SHUFFLED else items
    return _sentence(value, field, title, random) if isinstance(value, str) else value


def _sentence(text: str, field: str, title: str, random: Random) -> str:
    if field in SHORTENED and ". " in text and random.random() < 0.4:
        text = text[: text.rindex(". ") + 1]
    if field in NAMED and len(text) < LONGEST_LEAD and random.random() < 0.2:
        return f"{title}: {_small(text)}" if random.random() < 0.5 else f"In the {title}, {_small(text)}"
    return text


def _small(text: str) -> str:
    """With a small first letter, but for names that keep theirs."""
    return text if text[:2].isupper() or text.startswith(("Bulgarian", "I ")) else text[:1].lower() + text[1:]


# Links


def _relinked(version: Entry, originals: Mapping[str, Entry], name: str, group: Collection[str]) -> Entry:
    """With its link led to the same group; where the group is cut short, what the linked exercise needs instead."""
    target = version.get("exercise")
    if not isinstance(target, str):
        return version
    if target in group:
        return version | {"exercise": variation(target, name)}
    needed = _mapping(originals[target]["equipment"])["required"]
    return {
        ("equipment" if key == "exercise" else key): needed if key == "exercise" else version[key] for key in version
    }


def _moved(block: Entry, groups: Sequence[str], random: Random) -> Entry:
    items = map(_mapping, _items(block["items"]))
    moved = (each | {"exercise": variation(str(each["exercise"]), random.choice(groups))} for each in items)
    return block | {"items": tuple(moved)}


# Poses


def _reposed(figure: Entry, random: Random) -> Entry:
    """With every angle turned a little, as far as the checks allow."""
    for turn in range(TURNS):
        turned = _mapping(_turned(figure, WIDEST / 2**turn, random))
        if not any(figure_findings(Figure.model_validate(turned))):
            return turned
    return figure


def _turned(value: Value, most: float, random: Random) -> Value:
    if isinstance(value, tuple):
        return tuple(_turned(each, most, random) for each in value)
    if not isinstance(value, dict):
        return value
    return {
        key: round(each + random.uniform(-most, most), 1)
        if key in ANGLES and isinstance(each, int | float)
        else _turned(each, most, random)
        for key, each in value.items()
    }


def _mapping(value: Value) -> Entry:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is not a mapping")
    return value


def _items(value: Value) -> tuple[Value, ...]:
    if not isinstance(value, tuple):
        raise TypeError(f"{value!r} is not a list")
    return value

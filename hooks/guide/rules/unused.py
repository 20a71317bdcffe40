"""Entries that only others make use of, and that nothing refers to. What is referred to in vain, `references` tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from guide.model.condition import Condition
from guide.model.entry import Entry
from guide.model.kinds import mentions
from guide.problems.explain import Finding

REFERRED_TO = {
    "conditions": ("condition", "name it in an exercise or in safety.yml, or say on which region's page it stands"),
    "tests": ("test", "name it in a gate"),
    "gates": ("gate", "name it in a routine or in safety.yml"),
}
"""Kinds that are nothing by themselves: what one is called, and where it would be of use."""


def unused(entry: Entry, kind: str, mentioned: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    """That nothing refers to the entry, where it is of no use by itself."""
    if kind not in REFERRED_TO or kind not in mentioned or getattr(entry, "id", None) in mentioned[kind]:
        return
    if not (isinstance(entry, Condition) and entry.regions):
        noun, use = REFERRED_TO[kind]
        yield ("id",), f"nothing refers to this {noun}", f"{use}, or delete it"


def all_mentions(entries: Collection[Entry], known: Mapping[str, Collection[str]]) -> Mapping[str, Collection[str]]:
    """Every id that the entries refer to, by its kind, but for kinds of which an unknown one is named: that is told."""
    found: dict[str, set[str]] = {kind: set() for kind in REFERRED_TO}
    for entry in entries:
        for _, kind, ids in mentions(entry):
            found.setdefault(kind, set()).update(ids)
    return {kind: ids for kind, ids in found.items() if ids <= {*known.get(kind, ())}}

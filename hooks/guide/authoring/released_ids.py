"""Guide to the list of released ids as its file has it, with what a release adds. Writes no file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, takewhile

from guide.formatting.yaml_text import lines_of
from guide.model import Guide, Released
from guide.model.address import PAGED


def released_text(guide: Guide, text: str) -> str:
    """The file with every id of the guide added; its comments at the top stay, and nothing is ever taken out."""
    head = takewhile(lambda line: line.startswith("#"), text.splitlines())
    ids = {kind: sorted({*guide.released.of(kind), *guide.entries(kind)}) for kind in PAGED}
    groups = (["", *lines_of({kind: ids[kind]})] for kind in PAGED)
    return "\n".join([*head, *chain(*groups), ""]).lstrip("\n")


def new_addresses(guide: Guide) -> tuple[str, ...]:
    """Addresses of entries that no release has had so far."""
    return tuple(
        f"{folder}/{entry}"
        for kind, folder in PAGED.items()
        for entry in sorted(guide.entries(kind).keys() - {*guide.released.of(kind)})
    )


def lost_addresses(earlier: Mapping[str, Iterable[str]], now: Released) -> tuple[str, ...]:
    """Addresses that an earlier state of the file has, by their kinds, and this one lacks."""
    kept = {kind: {*now.of(kind)} for kind in earlier}
    return tuple(f"{PAGED[kind]}/{id_}" for kind, ids in earlier.items() for id_ in ids if id_ not in kept[kind])

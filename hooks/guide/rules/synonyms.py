"""The rules of synonyms: each leads to one page that is there, and says what its names do not. Reads no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guide.model.address import PAGED, Synonym, kind_and_id
from guide.model.entry import Entry
from guide.problems.explain import Finding
from guide.problems.nearest import nearest
from guide.problems.problem import Problem
from guide.rules.references import Known, Located


def check_synonyms(entries: Iterable[Located], known: Mapping[str, Known]) -> Iterator[Problem]:
    """Problems of all synonyms; a kind whose file could not be read is left alone."""
    entries = tuple(entries)
    names = {(held.kind, getattr(held.entry, "id", "")): _names(held.entry) for held in entries if held.kind in PAGED}
    pages: set[str] = set()
    leads: dict[str, str] = {}
    for held in entries:
        if not isinstance(held.entry, Synonym):
            continue
        synonym, (kind, name) = held.entry, kind_and_id(held.entry.page)
        if synonym.page in pages:
            yield held.problem((("page",), f"{synonym.page!r} stands here twice", "put all its words into one entry"))
        pages.add(synonym.page)
        yield from map(held.problem, _astray(kind, name, known))
        for index, word in enumerate(synonym.words):
            yield from map(held.problem, _needless(index, word, names.get((kind, name), ()), leads))
            leads.setdefault(word.casefold(), synonym.page)


def _names(entry: Entry) -> frozenset[str]:
    """Under which search finds the entry anyway."""
    said = (getattr(entry, "name", ""), getattr(entry, "plain_name", ""), *getattr(entry, "other_names", ()))
    return frozenset(name.casefold() for name in said)


def _astray(kind: str, name: str, known: Mapping[str, Known]) -> Iterator[Finding]:
    if kind in known and name not in known[kind]:
        meant = nearest(name, known[kind])
        hint = (
            f"did you mean {PAGED[kind]}/{meant}" if meant else "write the address of an entry, or delete these words"
        )
        yield ("page",), f"nothing has the address {PAGED[kind] + '/' + name!r}", hint


def _needless(index: int, word: str, names: Iterable[str], leads: Mapping[str, str]) -> Iterator[Finding]:
    """The word is a name of the entry already, or leads to a page already."""
    if word.casefold() in names:
        yield ("words", index), f"{word!r} is a name of this entry", "delete it here: search finds names anyway"
    elif first := leads.get(word.casefold()):
        yield ("words", index), f"{word!r} leads to {first!r} already", "keep it where people should arrive"

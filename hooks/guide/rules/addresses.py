"""The rules of addresses: none that was released may vanish, and every redirect leads to a page. Reads no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from difflib import get_close_matches

from guide.model.address import PAGED, Redirect, Released, follow, kind_and_id
from guide.model.kinds import REDIRECTS
from guide.problems.explain import Finding
from guide.problems.nearest import nearest
from guide.problems.problem import Problem
from guide.rules.references import Known, Located

MOST_SUGGESTED = 50
"""Finding what resembles an id takes time; whoever takes out hundreds of entries knows what they are doing."""
LONGEST_SHOWN = 8


def check_addresses(entries: Iterable[Located], known: Mapping[str, Known]) -> Iterator[Problem]:
    """Problems of redirects and of released ids; a kind whose file could not be read is left alone."""
    entries = tuple(entries)
    redirects = [(held, held.entry) for held in entries if isinstance(held.entry, Redirect)]
    circles = {circle[0]: circle for circle in follow(redirect for _, redirect in redirects)[1]}
    seen: set[str] = set()
    for located, redirect in redirects:
        if redirect.old in seen:
            yield located.problem((("old",), f"{redirect.old!r} is redirected twice", "keep one of the two"))
        seen.add(redirect.old)
        yield from map(located.problem, _astray(redirect, known))
        yield from map(located.problem, _circle(circles.pop(redirect.old, ())))
    for located in entries:
        if isinstance(located.entry, Released) and REDIRECTS in known:
            yield from map(located.problem, _released_findings(located.entry, known))


# Redirects


def _astray(redirect: Redirect, known: Mapping[str, Known]) -> Iterator[Finding]:
    """The old address is still there; the new one is of another kind, or neither an entry nor redirected itself."""
    (kind, old), (new_kind, new) = kind_and_id(redirect.old), kind_and_id(redirect.new)
    if old in known.get(kind, ()):
        yield ("old",), f"{redirect.old!r} is still there", "delete this redirect, or the entry that it stands for"
    if kind != new_kind:
        hint = f"lead to an address that begins with {PAGED[kind]}/, or to {PAGED[kind]}, the list of all"
        yield ("new",), f"{redirect.new!r} is of another kind than {redirect.old!r}", hint
    elif new and kind in known and new not in known[kind] and redirect.new not in known[REDIRECTS]:
        meant = nearest(new, known[kind])
        otherwise = f"lead to an entry that is there, or to {PAGED[kind]}, the list of all"
        hint = f"did you mean {PAGED[kind]}/{meant}" if meant else otherwise
        yield ("new",), f"nothing has the address {redirect.new!r}", hint


def _circle(circle: tuple[str, ...]) -> Iterator[Finding]:
    if circle:
        steps = " to ".join((*circle[:LONGEST_SHOWN], *["..."][: len(circle) > LONGEST_SHOWN], circle[0]))
        yield ("new",), f"these redirects go in a circle ({steps})", "let the last lead to a page that is there"


# Released ids


def _released_findings(released: Released, known: Mapping[str, Known]) -> Iterator[Finding]:
    for kind in PAGED:
        ids = released.of(kind)
        places: dict[str, int] = {}
        for index, each in enumerate(ids):
            if places.setdefault(each, index) != index:
                yield (kind, index), f"{each!r} stands here twice", "delete one"
        absent = [place for place in places if kind in known and place not in known[kind]]
        gone = [place for place in absent if f"{PAGED[kind]}/{place}" not in known[REDIRECTS]]
        for number, each in enumerate(gone):
            successor = _successor(each, places.keys(), known[kind]) if number < MOST_SUGGESTED else ""
            address = f"{PAGED[kind]}/{each}"
            message = f"{address!r} was released and is gone, so addresses that people kept lead nowhere"
            yield (kind, places[each]), message, _remedy(kind, each, successor, known)


def _remedy(kind: str, gone: str, successor: str, known: Mapping[str, Known]) -> str:
    old, new = f"{PAGED[kind]}/{gone}", f"{PAGED[kind]}/{successor}" if successor else PAGED[kind]
    place = "add" if known[REDIRECTS] else "in place of [] write"
    return f"bring it back, or in data/{REDIRECTS}.yml {place} - {{old: {old}, new: {new}}}"


def _successor(gone: str, released: Set[str], known: Iterable[str]) -> str:
    """The id that most likely took the place: what is new may resemble it less than what was there before."""
    new = [name for name in known if name not in released]
    found = get_close_matches(gone, new, n=1, cutoff=0.3) or get_close_matches(gone, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""

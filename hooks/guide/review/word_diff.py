"""Two readings of a page → the sentences that changed, and in them the words. Knows no exercise and no HTML."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from guide.review.changes import Run, RunKind, TextChange
from guide.review.page_lines import Line

ALIKE = 0.5
"""From this share of common words on, a sentence counts as changed and not as another one."""
SHORT = 6
"""Words; a name or an amount this short counts as changed where another stands in its place."""
LONGEST = 600
"""Words and spaces; comparing longer sentences word by word would take too long, and tell nobody anything."""
MOST_PAIRS = 2500
"""Sentences times sentences; where more were rewritten together, they are not searched for pairs."""

_WORD = re.compile(r"\w[\w'’-]*|[^\w\s]|\s+")
_KINDS: tuple[RunKind, ...] = ("same", "removed", "added")


def text_changes(before: Sequence[Line], after: Sequence[Line]) -> tuple[TextChange, ...]:
    """What changed, section by section, in the order of the page as it is now."""
    old, new = _in_sections(before), _in_sections(after)
    steps = [step for key in dict.fromkeys((*new, *old)) for step in _steps(old.get(key, []), new.get(key, []))]
    return tuple(_with_moves(steps))


def mark_words(before: str, after: str) -> tuple[Run, ...]:
    """Both texts in one, with the words marked that went or came."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return tuple(_join_changes([("removed", before), ("added", after)]))
    pieces: list[tuple[RunKind, str]] = []
    for operation, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal" and "".join(old[i:j]).strip():
            pieces.append(("same", "".join(old[i:j])))
        else:  # a lone space between two changes belongs to both
            pieces += [("removed", "".join(old[i:j])), ("added", "".join(new[k:m]))]
    return tuple(_join_changes(pieces))


def _join_changes(pieces: Iterable[tuple[RunKind, str]]) -> Iterator[Run]:
    """Changes in a row as one: first all that went, then all that came."""
    for _, group in groupby(pieces, key=lambda piece: piece[0] == "same"):
        found = list(group)
        for kind in _KINDS:
            if text := "".join(text for each, text in found if each == kind):
                yield Run(kind, text)


def _in_sections(lines: Sequence[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.section, []).append(line)
    return found


class _Step(NamedTuple):
    """A sentence before and after; None where there is none."""

    before: Line | None
    after: Line | None


def _steps(before: Sequence[Line], after: Sequence[Line]) -> Iterator[_Step]:
    old, new = [sentence.text for sentence in before], [sentence.text for sentence in after]
    for operation, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation != "equal":
            yield from _pair_sentences(before[i:j], after[k:m])


def _pair_sentences(before: Sequence[Line], after: Sequence[Line]) -> Iterator[_Step]:
    """Each old sentence with the first new one that is like it, in order; the rest went or came."""
    if len(before) == len(after) == 1 and all(len(line.text.split()) <= SHORT for line in (*before, *after)):
        yield _Step(before[0], after[0])
        return
    search = len(before) * len(after) <= MOST_PAIRS
    start = 0
    for line in before:
        found = next((n for n in range(start, len(after)) if search and _alike(line.text, after[n].text)), None)
        if found is None:
            yield _Step(line, None)
            continue
        yield from (_Step(None, sentence) for sentence in after[start:found])
        yield _Step(line, after[found])
        start = found + 1
    yield from (_Step(None, sentence) for sentence in after[start:])


def _alike(one: str, other: str) -> bool:
    old, new = one.split(), other.split()
    if max(len(old), len(new)) > LONGEST:
        return False
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _with_moves(steps: Sequence[_Step]) -> Iterator[TextChange]:
    """The steps as changes; what went in one place and came in another only moved."""
    gone: dict[str, list[Line]] = defaultdict(list)
    for step in steps:
        if step.before and not step.after:
            gone[step.before.text].append(step.before)
    came = [step.after for step in steps if step.after and not step.before]
    moves = {id(line): gone[line.text].pop(0) for line in came if gone[line.text]}
    taken = {id(line) for line in moves.values()}
    for step in steps:
        if step.before and step.after:
            yield TextChange("changed", step.after.heading, mark_words(step.before.text, step.after.text))
        elif step.after and id(step.after) in moves:
            yield _move(moves[id(step.after)], step.after)
        elif step.after:
            yield TextChange("added", step.after.heading, (Run("added", step.after.text),))
        elif step.before and id(step.before) not in taken:
            yield TextChange("removed", step.before.heading, (Run("removed", step.before.text),))


def _move(before: Line, after: Line) -> TextChange:
    moved = "to another place in this section"
    if before.section != after.section:
        moved = f"from {_name(before)} to {_name(after)}"
    elif before.place and after.place and before.place != after.place:
        moved = f"from place {before.place} to place {after.place}"
    return TextChange("moved", after.heading, (Run("same", after.text),), moved)


def _name(line: Line) -> str:
    return f"“{line.heading}”" if line.heading else "the top of the page"


def by_section(changes: Sequence[TextChange]) -> list[tuple[str, tuple[TextChange, ...]]]:
    """Changes in the order given, those in a row under one heading together."""
    return [(heading, tuple(group)) for heading, group in groupby(changes, key=lambda change: change.section)]

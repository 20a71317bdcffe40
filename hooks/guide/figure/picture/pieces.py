"""In which order the parts of a moving body hide each other: what stays together, and where the order changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from guide.figure.drawn_body.painted import Painted
from guide.figure.drawn_body.parts import Part, Parts
from guide.figure.picture.depth import Shape

Track = list[Part]
"""One part at every sample."""


def by_name(scenes: Sequence[Sequence[Shape]]) -> tuple[list[Parts], dict[str, Painted]]:
    """Everything painted at every sample as parts; what stands still is one without outlines, told by its name."""
    still: dict[Painted, str] = {}
    found = []
    for shapes in scenes:
        parts = []
        for shape in shapes:
            if isinstance(shape, Painted):
                parts.append(Part(still.setdefault(shape, f"still {len(still)}"), shape.paint, ()))
            else:
                parts.append(shape)
        found.append(tuple(parts))
    return found, {name: shape for shape, name in still.items()}


def tracks(bodies: Sequence[Parts]) -> dict[str, Track]:
    """Every part at every sample, by name; what is missing somewhere is unseen there."""
    by_name = [{part.name: part for part in parts} for parts in bodies]
    first = {part.name: part for parts in reversed(bodies) for part in parts}
    found: dict[str, Track] = {name: [] for name in first}
    for parts in by_name:
        for name, track in found.items():
            unseen = (track[-1] if track else first[name])._replace(seen=False)
            track.append(parts.get(name, unseen))
    return found


def orders(bodies: Sequence[Parts]) -> list[list[str]]:
    """The names of all parts at every sample, the furthest first; what is missing follows what it followed last."""
    before = list(dict.fromkeys(part.name for parts in bodies for part in parts))
    found = []
    for parts in bodies:
        order = [part.name for part in parts]
        here = set(order)
        for number, name in enumerate(before):
            if name not in here:
                order.insert(order.index(before[number - 1]) + 1 if number else 0, name)
        found.append(order)
        before = order
    return found


def together(found: Sequence[list[str]]) -> list[list[str]]:
    """Runs of names that follow each other at every sample, as the first has them."""
    follows = [set(pairwise(order)) for order in {tuple(order) for order in found}]
    first, *others = found[0]
    runs = [[first]]
    for name in others:
        if all((runs[-1][-1], name) in pairs for pairs in follows):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def changes(found: Sequence[list[str]], runs: Sequence[list[str]]) -> str:
    """`0:0 1 2;5:1 0 2`: the sample from which an order of the runs holds, and that order."""
    number = {run[0]: i for i, run in enumerate(runs)}
    texts, before = [], ""
    for sample, order in enumerate(found):
        text = " ".join(str(number[name]) for name in order if name in number)
        if text != before:
            texts.append(f"{sample}:{text}")
            before = text
    return ";".join(texts)

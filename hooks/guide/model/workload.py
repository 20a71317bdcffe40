"""What a routine amounts to in one of its stages: time, landings, hops, kit, muscles, sets. Numbers only, no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from math import floor
from typing import TYPE_CHECKING

from guide.model.routine import Block, Item, Part, Routine, Stage, WarmUp

if TYPE_CHECKING:
    from guide.model.guide import Guide

READY_SECONDS, CHANGE_SECONDS = 10, 5
"""To get into place before the first exercise, and for another exercise where no rest is written."""


@dataclass(frozen=True)
class Workload:
    """The sums of one stage; optional rounds count in none of them."""

    seconds: float
    """From the first action of the warm-up to the last of the finish, everything in between included."""
    warm_up_seconds: int
    """Those of the warm-up, where a warm reader may go without it; else 0."""
    landings: int
    """Of jumps: each time that a foot, or both, come down."""
    hops: int
    """Low hops on both feet, those of warm-up and finish included."""
    equipment: tuple[str, ...]
    """What it needs, in the order of the equipment list."""
    muscles: tuple[str, ...]
    """Primary muscles of its exercises, in the order of the muscle list."""
    sets: Mapping[str, int]
    """Sets in one session for each of these muscles."""

    @property
    def minutes(self) -> int:
        """To the nearest minute."""
        return _minutes(self.seconds)

    @property
    def minutes_when_warm(self) -> int:
        """Without a warm-up that may be left out, to the nearest minute."""
        return _minutes(self.seconds - self.warm_up_seconds)


def workload(guide: Guide, routine: Routine, stage: Stage) -> Workload:
    """The sums of a stage."""
    warm_up, finish = warm_up_of(guide, routine, stage), finish_of(routine, stage)
    items = [(block, item) for block in stage.blocks for item in block.items]
    things = {thing for item in stage.items for thing in guide.item_equipment(item)}
    sets = Counter(
        muscle
        for block, item in items
        for muscle in guide.performed_exercise(item).muscles.primary
        for _ in range(block.rounds)
    )
    return Workload(
        seconds=warm_up.seconds + READY_SECONDS + sum(_work(guide, stage)) + finish.seconds,
        warm_up_seconds=warm_up.seconds if warm_up.leave_out_when else 0,
        landings=sum(block.rounds * guide.item_landings(item) for block, item in items),
        hops=warm_up.hops + finish.hops + sum(block.rounds * guide.item_hops(item) for block, item in items),
        equipment=tuple(thing for thing in guide.equipment if thing in things),
        muscles=tuple(muscle for muscle in guide.muscles if muscle in sets),
        sets={muscle: sets[muscle] for muscle in guide.muscles if muscle in sets},
    )


def warm_up_of(guide: Guide, routine: Routine, stage: Stage) -> WarmUp:
    """What comes first in a stage."""
    return guide.warmups[stage.warm_up or routine.warm_up]


def finish_of(routine: Routine, stage: Stage) -> Part:
    """What comes last in a stage."""
    return stage.finish or routine.finish


def _work(guide: Guide, stage: Stage) -> Iterator[float]:
    """Seconds of each set and of the rest, or the change, after it; after the last set there is none."""
    parts = list(chain.from_iterable(_round(guide, block) for block in stage.blocks for _ in range(block.rounds)))
    return iter(parts[:-1])


def _round(guide: Guide, block: Block) -> Iterator[float]:
    for index, item in enumerate(block.items, 1):
        is_last = index == len(block.items)
        yield _item_seconds(guide, item)
        yield (block.rest_after_round_seconds if is_last else block.rest_between_items_seconds) or CHANGE_SECONDS


def _item_seconds(guide: Guide, item: Item) -> float:
    between = guide.item_dose(item).rest_between_sides_seconds if guide.sides_in_turn(item) else 0
    return guide.item_seconds(item) + between


def _minutes(seconds: float) -> int:
    return floor(seconds / 60 + 0.5)

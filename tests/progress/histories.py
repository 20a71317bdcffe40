"""Simulated answers and sessions, and many drawn by chance, always the same ones. Runs no rule."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from guide.progress.pain import Answers
from guide.progress.steps import Done, Week

SIGNS = ("red", "bone", "nerve", "joint", "tendon", "lasting", "returning")


def answers(*pairs: tuple[int | None, int | None], every: int = 3) -> list[Answers]:
    """(during, next morning) of sessions that are some days apart."""
    return [Answers(index * every, during, morning) for index, (during, morning) in enumerate(pairs)]


def sessions(
    fewest: Sequence[int], *, left: Sequence[int | None] | int = 2, during: int = 0, morning: int | None = 0
) -> list[Done]:
    """Sessions four days apart in which 10 repetitions were asked, out of 8 to 12, with 2 to be left over."""
    lefts = [left] * len(fewest) if isinstance(left, int) else left
    return [
        Done(Answers(4 * index, during, morning), (number + 1, number), asked=10, least=6, left=over)
        for index, (number, over) in enumerate(zip(fewest, lefts, strict=True))
    ]


def many(count: int) -> Iterator[tuple[list[Done], Week]]:
    """Histories by chance; in half of them all goes well, so that steps up are reached too."""
    chance = random.Random(13)
    for number in range(count):
        days = sorted(chance.sample(range(60), chance.randint(1, 9)))
        is_hold, goes_well = chance.random() < 0.25, number % 2 == 0
        history = [_done(chance, day, is_hold=is_hold, goes_well=goes_well) for day in days]
        yield (
            history,
            Week(
                week_of_strength=chance.choice([3, 8] if goes_well else [1, 2, 3]),
                week=chance.choice(["usual"] * 4 + ["easier", "race"]),
                kilometres_rise=chance.random() < 0.1,
                day=chance.choice([None, days[-1] + chance.randint(0, 20)]),
            ),
        )


def _done(chance: random.Random, day: int, *, is_hold: bool, goes_well: bool) -> Done:
    asked, over = (30, 12) if is_hold else (10, 3)
    fewest = asked + chance.randint(0 if goes_well else -over - 3, over)
    return Done(
        answers=Answers(day, 0, 0) if goes_well and chance.random() < 0.9 else _answers(chance, day),
        sets=(fewest, *(fewest + 1 for _ in range(chance.randint(0, 2)))),
        asked=asked,
        least=15 if is_hold else 6,
        is_hold=is_hold,
        unclean_sets=0 if goes_well else chance.choice([0, 0, 1, 2, None]),
        left=chance.choice([None, 0, 1, 2, 2, 2, 3, 3, 5]) if not goes_well else chance.choice([2, 2, 3]),
        asked_left=chance.choice([1, 2, 2, 3]) if not goes_well else 2,
        sides_differ_by=chance.choice([0, 0, 0, 0, 2, 3]),
        loads_differ_by_percent=chance.choice([0] * 8 + [10, 11]),
        left_out=chance.choice([0] * 8 + [1]),
    )


def _answers(chance: random.Random, day: int) -> Answers:
    signs = frozenset(chance.sample(SIGNS, chance.choice([0] * 12 + [1, 2])))
    during, morning = chance.choice([None, *[0] * 8, *range(11)]), chance.choice([None, *[0] * 16, *range(11)])
    return Answers(day, during, morning, signs)

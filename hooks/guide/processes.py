"""Runs a function over many things on all cores. Knows nothing of what it runs."""

from __future__ import annotations

import gc
import os
import site
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Made = TypeVar("_Made")

WORTH = 64
"""Things from which on it pays to start processes: each first reads in the model, as long as drawing thirty figures."""
SELDOM = 20_000
"""Things made before Python looks for rubbish among them, of which drawing and printing leave hardly any."""
AHEAD = 64
"""Batches for each core that may wait: more of what is made for printing would fill the memory."""
HOOKS = Path(__file__).parent.parent


def on_all_cores(
    make: Callable[[_Thing], _Made], things: Sequence[_Thing], *, worth: int = WORTH, at_once: int = 4
) -> list[_Made]:
    """What is made of the things, in their order; few of them are made here and now. `make` stands in a module."""
    return as_they_come(make, things, most=len(things), worth=worth, at_once=at_once)


def as_they_come(
    make: Callable[[_Thing], _Made],
    things: Iterable[_Thing],
    *,
    most: int,
    worth: int = WORTH,
    at_once: int = 1,
    ahead: int = AHEAD,
) -> list[_Made]:
    """The same of at most so many things, the next of which is asked for while the processes are at work."""
    cores = min(os.cpu_count() or 1, most)
    if cores < 2 or most < worth:
        return [make(thing) for thing in things]
    # Fresh processes: those that share memory with a server's threads may hang, and Windows has no others.
    # MkDocs finds the guide's folder only while it reads the hook, so they are told where it is.
    with ProcessPoolExecutor(
        cores, mp_context=get_context("spawn"), initializer=site.addsitedir, initargs=(str(HOOKS),)
    ) as pool:
        made: list[_Made] = []
        waiting: deque[Future[list[_Made]]] = deque()
        for batch in _batches(things, at_once):
            waiting.append(pool.submit(_make_batch, make, batch))
            if len(waiting) > ahead * cores:
                made += waiting.popleft().result()
        return [*made, *(each for future in waiting for each in future.result())]


def _batches(things: Iterable[_Thing], size: int) -> Iterator[list[_Thing]]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch


def _make_batch(make: Callable[[_Thing], _Made], things: Iterable[_Thing]) -> list[_Made]:
    gc.set_threshold(SELDOM)  # in a process of its own, which is over soon
    return [make(thing) for thing in things]

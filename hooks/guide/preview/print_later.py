"""Prints while a preview goes on: an edit is seen at once, and the handouts follow. The last wish counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from secrets import token_hex
from threading import Lock, Thread

from guide.disk_cache import write_whole
from guide.handouts.downloads import Plan, print_plans
from guide.printing import PrintError


def printing_later(folder: Path) -> tuple[Later, Path]:
    """What prints handouts while the preview goes on, and a folder to watch: once they are there, something in it
    changes, and the site is built once more, with them."""
    printed = folder / "printed"
    printed.mkdir(parents=True, exist_ok=True)
    return Later(
        partial(print_plans, folder=folder), lambda: write_whole(printed / "last", token_hex().encode())
    ), printed


class Later:
    """What is being printed, and what has been."""

    def __init__(self, print_plans: Callable[[Sequence[Plan]], None], tell: Callable[[], None]) -> None:
        """`tell` is called when something has been printed."""
        self._print, self._tell = print_plans, tell
        self._failed: frozenset[str] = frozenset()
        self._wanted: tuple[Plan, ...] = ()
        self._lock, self._thread = Lock(), Thread()

    def put_off(self, plans: Sequence[Plan]) -> tuple[Plan, ...]:
        """Those that will be printed later; not what has failed, so that whoever prints it now meets the problem."""
        accepted = tuple(plan for plan in plans if plan.key not in self._failed)
        with self._lock:
            self._wanted = accepted
        return accepted

    def begin(self) -> None:
        """Print what was put off, now that the pages are there: both at once would keep the reader waiting longer."""
        with self._lock:
            if self._wanted and not self._thread.is_alive():
                self._thread = Thread(target=self._work, daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Until nothing is left to print."""
        self.begin()
        if self._thread.ident is not None:
            self._thread.join()

    def _work(self) -> None:
        while plans := self._next():
            try:
                self._print(plans)
            except PrintError:
                self._failed = frozenset(plan.key for plan in plans)
            self._tell()

    def _next(self) -> tuple[Plan, ...]:
        with self._lock:
            plans, self._wanted = self._wanted, ()
            if not plans:
                self._thread = Thread()
            return plans

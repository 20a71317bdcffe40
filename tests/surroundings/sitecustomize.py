"""Another machine on another day, for a Python started with this folder on PYTHONPATH: clock, order of files, umask.

`AT` in the environment is the present, `ORDER` forwards or backwards, `UMASK` octal. Python loads this by its name.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TypeAlias, TypeVar

_PRESENT = float(os.environ["AT"])
_BACKWARDS = os.environ["ORDER"] == "backwards"
_Moment: TypeAlias = datetime.datetime
_Day: TypeAlias = datetime.date
_scandir, _listdir = os.scandir, os.listdir
Given = TypeVar("Given")


class _Scan:
    """What os.scandir gives, in the order that is wanted."""

    def __init__(self, *folder: object) -> None:
        with _scandir(*folder) as found:  # type: ignore[call-overload]
            self._entries: Iterator[os.DirEntry[str]] = iter(
                sorted(found, key=lambda each: each.name, reverse=_BACKWARDS)
            )

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> _Scan:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open."""


class _IsAnyMoment(type):
    def __instancecheck__(cls, other: object) -> bool:
        return isinstance(other, _Moment)


class _IsAnyDay(type):
    def __instancecheck__(cls, other: object) -> bool:
        return isinstance(other, _Day)


class _ShiftedMoment(_Moment, metaclass=_IsAnyMoment):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> _Moment:  # type: ignore[override]
        return _Moment.fromtimestamp(_PRESENT, tz)

    @classmethod
    def utcnow(cls) -> _Moment:  # type: ignore[override]
        return _Moment.fromtimestamp(_PRESENT, datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> _Moment:  # type: ignore[override]
        return _Moment.fromtimestamp(_PRESENT)


class _ShiftedDay(_Day, metaclass=_IsAnyDay):
    @classmethod
    def today(cls) -> _Day:  # type: ignore[override]
        return _Day.fromtimestamp(_PRESENT)


def _of_the_present(real: Callable[[float], Given]) -> Callable[..., Given]:
    return lambda seconds=None: real(_PRESENT if seconds is None else seconds)


os.umask(int(os.environ["UMASK"], 8))
os.scandir = _Scan  # type: ignore[assignment]
os.listdir = lambda *folder: sorted(_listdir(*folder), reverse=_BACKWARDS)  # type: ignore[assignment]
os.cpu_count = lambda: 7 if _BACKWARDS else 1
time.time, time.time_ns = lambda: _PRESENT, lambda: int(_PRESENT * 1e9)
time.localtime, time.gmtime = _of_the_present(time.localtime), _of_the_present(time.gmtime)
time.ctime = _of_the_present(time.ctime)
datetime.datetime, datetime.date = _ShiftedMoment, _ShiftedDay  # type: ignore[misc]

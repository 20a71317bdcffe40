"""The files of a finished site by their paths in it, each read when it is asked for: together they may fill memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path


class SiteFiles(Mapping[str, bytes]):
    """Knows which files there are from the start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def texts(self, suffix: str) -> Iterator[str]:
        """The texts of all files of this kind, one after the other."""
        return (self[name].decode("utf-8") for name in self._names if name.endswith(suffix))

"""What an earlier run found sound: the values of data files, and figures without a finding. No problem is ever kept.

Any of it may be deleted, damaged or not written, which costs time only: values count for the very bytes that they were
read from, and are validated as any others. JSON, since reading it does nothing else, whoever wrote it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from guide.files import MOST_FILES, content
from guide.kept import code, digest, write
from guide.model.figure import Figure
from guide.model.text import Entry
from guide.node import Value
from guide.source import LARGEST_FILE, PARSER

_Model = TypeVar("_Model", bound=Entry)
_LARGEST = 4 * LARGEST_FILE
_SEAL = len(digest())
"""Characters of a key."""


@dataclass
class Sound:
    """Keeps a file for each data file and one for all figures, each written over in place; without a folder nothing."""

    folder: Path | None = None
    _figures: set[str] = field(default_factory=set)
    """Keys of those that were found sound in this run."""

    def entry(self, model: type[_Model], name: str, data: bytes) -> _Model | None:
        """What was read from exactly these bytes of the file of this name, where it is kept and valid."""
        found = self._read(f"{name}.json", most=_LARGEST)
        seal, values = found[:_SEAL], found[_SEAL:]
        if not values or seal != self._seal(data, values):
            return None
        try:
            return model.model_validate_json(values)
        except ValidationError:  # nothing of ours keeps such values
            return None

    def keep_entry(self, name: str, data: bytes, value: Value) -> None:
        """Keep the values of a valid file, in place of those that it had before."""
        if self.folder:
            values = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
            self._write(f"{name}.json", self._seal(data, values) + values)

    def has_figure(self, figure: Figure) -> bool:
        """Whether an earlier run had no finding in this very figure."""
        key = _key(figure) if self._known else ""
        if key not in self._known:
            return False
        self._figures.add(key)
        return True

    def add_figure(self, figure: Figure) -> None:
        """Note that no check had a finding in it."""
        if self.folder:
            self._figures.add(_key(figure))

    def keep_figures(self) -> None:
        """Keep which figures were sound in this run, and forget all others."""
        if self._figures != self._known:
            self._write("figures.txt", "\n".join(sorted(self._figures)).encode())

    @cached_property
    def _known(self) -> frozenset[str]:
        """Keys of the figures that an earlier run found sound."""
        found = self._read("figures.txt", most=MOST_FILES * (_SEAL + 1))
        return frozenset(found.decode("ascii", "replace").split())

    def _read(self, name: str, *, most: int) -> bytes:
        """A plain file of the folder, or nothing."""
        found = content(self.folder / name, name, most=most) if self.folder else b""
        return found if isinstance(found, bytes) else b""

    def _write(self, name: str, content: bytes) -> None:
        if self.folder:
            with suppress(OSError):  # a folder that cannot be written keeps nothing
                write(self.folder / name, content)

    @staticmethod
    def _seal(data: bytes, values: bytes) -> bytes:
        """Changes with the file, with what was read from it, and with whatever reads."""
        return digest(code(), PARSER, sha256(data).hexdigest(), sha256(values).hexdigest()).encode()


def _key(figure: Figure) -> str:
    """Changes with the figure, and with the code of its checks."""
    return digest(code(), figure.model_dump_json())

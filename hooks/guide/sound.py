"""What an earlier run found sound: values of data files in whose figures no check had a finding. No problem is kept.

Any of it may be deleted, damaged or not written, which costs time only: values count for the very bytes that they were
read from, and are validated as any others. JSON, since reading it does nothing else, whoever wrote it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from guide.files import content
from guide.kept import code, digest, write
from guide.model.text import Entry
from guide.node import Value
from guide.source import LARGEST_FILE, PARSER

_Model = TypeVar("_Model", bound=Entry)
_LARGEST = 4 * LARGEST_FILE
_SEAL = len(digest())
"""Characters of a key."""


@dataclass(frozen=True)
class Sound:
    """Keeps a file for each data file, written over in place; without a folder nothing."""

    folder: Path | None = None

    def entry(self, model: type[_Model], name: str, data: bytes) -> _Model | None:
        """What was read from exactly these bytes of the file of this name, where it is kept and valid."""
        found = self._read(f"{name}.json")
        seal, values = found[:_SEAL], found[_SEAL:]
        if not values or seal != self._seal(data, values):
            return None
        try:
            return model.model_validate_json(values)
        except ValidationError:  # nothing of ours keeps such values
            return None

    def keep_entry(self, name: str, data: bytes, value: Value) -> None:
        """Keep the values of a sound file, in place of those that it had before."""
        if self.folder:
            values = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
            with suppress(OSError):  # a folder that cannot be written keeps nothing
                write(self.folder / f"{name}.json", self._seal(data, values) + values)

    def _read(self, name: str) -> bytes:
        """A plain file of the folder, or nothing."""
        found = content(self.folder / name, name, most=_LARGEST) if self.folder else b""
        return found if isinstance(found, bytes) else b""

    @staticmethod
    def _seal(data: bytes, values: bytes) -> bytes:
        """Changes with the file, with what was read from it, and with whatever reads and checks."""
        return digest(code(), PARSER, sha256(data).hexdigest(), sha256(values).hexdigest()).encode()

"""PDFs of earlier builds, kept under names that say what they were made from. May be deleted at any time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

END = b"%%EOF"


def kept(folder: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """The PDF of this key: from the folder, or else made and put there."""
    path = folder / f"{key}.pdf"
    found = _read(path)
    if found is not None:
        return found
    made = make()
    _write(path, made)
    return made


def _read(path: Path) -> bytes | None:
    """The file's bytes, unless it is missing or was not written to its end."""
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return None
    return found if found.rstrip().endswith(END) else None


def _write(path: Path, content: bytes) -> None:
    """Under another name first: whoever looks sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix="half-", delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)

"""PDFs that do not change from build to build, kept under a key that says all they depend on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guide import kept as files

END = b"%%EOF"


def kept(folder: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """The PDF of this key: from the folder, or else made and put there."""
    return files.kept(place(folder, key), END, make)


def is_kept(folder: Path, key: str) -> bool:
    """Whether the folder has the whole PDF of this key."""
    return files.is_whole(place(folder, key), END)


def place(folder: Path, key: str) -> Path:
    """Where the PDF of this key lies."""
    return folder / f"{key}.pdf"

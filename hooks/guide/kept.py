"""Files that are made once and then kept, each under a key that says all it depends on. Any may be deleted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

CODE = Path(__file__).parent


def kept(path: Path, end: bytes, make: Callable[[], bytes]) -> bytes:
    """The file's content, which ends in `end`; made and put there where it is missing or was not written to its end."""
    found = _read(path)
    if found is not None and found.rstrip().endswith(end):
        return found
    made = make()
    write(path, made)
    return made


def is_whole(path: Path, end: bytes) -> bool:
    """Whether the file is there and was written to its end."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - len(end) - 2))
            return file.read().rstrip().endswith(end)
    except FileNotFoundError:
        return False


def write(path: Path, content: bytes) -> None:
    """Under another name first: whoever looks sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix="half-", delete=False) as file:
        half = Path(file.name)
        try:
            file.write(content)
            file.close()
            half.replace(path)
        except OSError:
            half.unlink(missing_ok=True)
            raise


def digest(*parts: str) -> str:
    """A key that changes when any of the parts does."""
    return sha256("".join(sha256(part.encode()).hexdigest() for part in parts).encode()).hexdigest()


@cache
def code() -> str:
    """Changes with the guide's own code, and with the Python that runs it, whose sums may round otherwise."""
    files = (path.relative_to(CODE).as_posix() + sha256(path.read_bytes()).hexdigest() for path in _code_files())
    return digest(".".join(map(str, sys.version_info[:2])), *files)


def _code_files() -> list[Path]:
    return sorted(CODE.rglob("*.py"))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None

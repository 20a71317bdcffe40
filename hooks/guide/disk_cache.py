"""Files that take long to make, kept between builds, each under a key that says all it depends on. Knows no content.

A file begins with a seal, a digest of its key and of what follows: one that is damaged, cut short or somebody else's is
made again. Any may be deleted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

_PROGRAM = Path(__file__).parent
_SEAL = sha256().digest_size


def cached(folder: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """What the folder has under this key, else what `make` gives, which the folder then keeps where it can."""
    found = read(folder, key)
    if found is not None:
        return found
    made = make()
    with suppress(OSError):  # the build needs the content, not the file
        keep(folder, key, made)
    return made


def read(folder: Path, key: str) -> bytes | None:
    """What is kept under this key, if anything."""
    try:
        data = (folder / key).read_bytes()
    except OSError:
        return None
    return data[_SEAL:] if data[:_SEAL] == _seal(key, data[_SEAL:]) else None


def has(folder: Path, key: str) -> bool:
    """Whether there is anything under this key, sound or not: `cached` looks when it is read."""
    return (folder / key).is_file()


def keep(folder: Path, key: str, content: bytes) -> None:
    """Keep the content under this key; OSError where the folder cannot be written."""
    write_whole(folder / key, _seal(key, content) + content)


def write_whole(path: Path, content: bytes) -> None:
    """Write under another name first: whoever looks sees the earlier file or the new one, whole. OSError names it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{token_hex(8)}.half")
    try:
        half.write_bytes(content)
        if path.exists():
            half.chmod(path.stat().st_mode & 0o7777)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


@cache
def _passing() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="guide-")


def passing_folder() -> Path:
    """A folder that ends with this process, for builds that keep nothing."""
    return Path(_passing().name)


def digest(*parts: str) -> str:
    """A key that changes when any of the parts does."""
    return sha256("".join(sha256(part.encode()).hexdigest() for part in parts).encode()).hexdigest()


@cache
def program() -> str:
    """Changes with the guide's own code, and with the Python that runs it, whose sums may round otherwise."""
    paths = sorted(_PROGRAM.rglob("*.py"))
    files = (path.relative_to(_PROGRAM).as_posix() + sha256(path.read_bytes()).hexdigest() for path in paths)
    return digest(".".join(map(str, sys.version_info[:2])), *files)


def _seal(key: str, content: bytes) -> bytes:
    return sha256(key.encode() + content).digest()

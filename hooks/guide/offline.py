"""The finished site as the service worker keeps it: which files, by which hashes. What it does is in templates/."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

WORKER = "sw.js"
"""At the site's root, since a service worker serves only what lies below it."""
KEPT = frozenset({".css", ".html", ".js", ".json", ".png", ".svg", ".webmanifest", ".webp", ".woff2"})
"""What is kept from the first visit on, by suffix; anything else, such as a PDF, once somebody has asked for it."""
NOT_KEPT = "images/share/"
"""Pictures that only link previews ask for."""
LIMIT = 50_000_000
"""Bytes that a visit may leave on a device. What is beyond is kept once it has been seen."""


def service_worker(files: Mapping[str, bytes], code: str) -> str:
    """The worker's code with the manifest above it; files by their paths in the site's folder."""
    return f"const FILES = {json.dumps(dict(manifest(files)), indent=0)};\n\n{code}"


def manifest(files: Mapping[str, bytes], *, limit: int = LIMIT) -> Iterator[tuple[str, str]]:
    """(address below the root, hash of the content) of every file to keep, as many as the limit allows."""
    total = 0
    for path in sorted(filter(_is_kept, files), key=_order):
        content = files[path]
        total += len(content)
        if total > limit:
            return
        yield path.removesuffix("index.html"), content_hash(content)


def content_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _is_kept(path: str) -> bool:
    return path != WORKER and PurePosixPath(path).suffix in KEPT and not path.startswith(NOT_KEPT)


def _order(path: str) -> tuple[bool, int, str]:
    """What pages load, then indexes, then their entries."""
    return path.endswith(".html"), path.count("/"), path

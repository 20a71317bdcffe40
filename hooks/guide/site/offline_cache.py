"""The finished site as the service worker keeps it: which files, by which hashes. What it does is in templates/."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from guide.figure.picture.player import MOVING
from guide.pages.card_pictures import FIGURES

WORKER = "sw.js"
"""At the site's root, since a service worker serves only what lies below it."""
KEPT = frozenset({".css", ".html", ".js", ".json", ".png", ".svg", ".webmanifest", ".webp", ".woff2"})
"""What is kept from the first visit on, by suffix; anything else, such as a PDF, once somebody has asked for it."""
NOT_KEPT = "images/share/"
"""Pictures that only link previews ask for."""
LIMIT = 25_000_000
"""Bytes, before compression, that a visit may leave on a device. What is beyond is kept once it has been seen."""
MOST = 600
"""Files that a visit may ask for so; the list of them is part of the worker, which browsers fetch again each day."""
LARGEST = 3_000_000
"""Bytes of a file that is worth its place: the search index of a thousand exercises would take all of it."""
_SEARCH, _ROUTINES, _EXERCISES = "search/", "routines/", "exercises/"
_LINK = re.compile(rb'href="(?:\.\./)+exercises/([a-z0-9-]+)/')
_MOVED = re.compile(rb'"figure": ?"([a-z0-9/-]+)"')


def service_worker(files: Mapping[str, bytes], code: str) -> str:
    """The worker's code with what it is told above it; files by their paths in the site's folder."""
    files_told = json.dumps(dict(manifest(files)), indent=0)
    return f'const FILES = {files_told};\nconst FIGURES = "{FIGURES}";\n\n{code}'


def manifest(files: Mapping[str, bytes], *, limit: int = LIMIT, most: int = MOST) -> Iterator[tuple[str, str]]:
    """(address below the root, hash of the content) of every file to keep, as many as the limits allow."""
    total, practised = 0, _practised(files)
    for path in sorted(filter(_is_kept, files), key=lambda path: (_rank(path, practised), path.count("/"), path)):
        content = files[path]
        if len(content) > LARGEST:
            continue
        total, most = total + len(content), most - 1
        if total > limit or most < 0:
            return
        yield path.removesuffix("index.html"), content_hash(content)


def content_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _is_kept(path: str) -> bool:
    return path != WORKER and PurePosixPath(path).suffix in KEPT and not path.startswith(NOT_KEPT)


def _practised(files: Mapping[str, bytes]) -> Collection[str]:
    """Paths of the exercises that routines are made of: their pages, and what moves in their sessions."""
    routines = [files[path] for path in files if path.startswith(_ROUTINES) and path.endswith(".html")]
    pages = {_page(name.decode()) for page in routines for name in _LINK.findall(page)}
    return pages | {f"{MOVING}{name.decode()}.svg" for page in routines for name in _MOVED.findall(page)}


def _rank(path: str, practised: Collection[str]) -> int:
    """What pages load, pages of their own and indexes with pictures of their rows, search, routines, their exercises
    with what moves in sessions, other exercises, all other pages; what moves first on an exercise's page; pictures that
    load late; what moves further down, that of exercises in routines first."""
    if path.startswith(FIGURES):
        return 8 if "/" in path.removeprefix(FIGURES) else 1
    if path.startswith(MOVING):
        exercise, below, _ = path.removeprefix(MOVING).removesuffix(".svg").partition("/")
        further = 9 if _page(exercise) in practised else 10
        return 4 if path in practised else further if below else 7
    if not path.endswith(".html"):
        return 2 if path.startswith(_SEARCH) else 0
    if path.count("/") < 2:
        return 1
    if path.startswith(_ROUTINES):
        return 3
    if path.startswith(_EXERCISES):
        return 4 if path in practised else 5
    return 6


def _page(exercise: str) -> str:
    return f"{_EXERCISES}{exercise}/index.html"

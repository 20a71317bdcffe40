"""Inserts that hand-written pages ask for in vain, each at its line. What may be asked for, `pages.inserts` knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from guide.model.entry import is_address
from guide.pages.inserts import FrameCount, refusal_of
from guide.problems.node import Node
from guide.problems.problem import Problem

LARGEST_PAGE = 1024 * 1024
_ASKED = re.compile(r"<!--\s*insert\b(.*?)-->", re.DOTALL | re.IGNORECASE)
_WELL_FORMED = re.compile(r"<!-- insert: [^>]+ -->")
_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<ticks>`+)(?:(?!\n\s*\n).)+?(?P=ticks)", re.DOTALL | re.MULTILINE
)


def check_inserts(text: str, path: str, frames: FrameCount) -> Iterator[Problem]:
    """Inserts that a build would refuse, or overlook, in the text of a page."""
    text = without_code(text)
    for asked in _ASKED.finditer(text):
        if refusal := _refusal(asked, frames):
            yield Problem(path, *place_in(text, asked.start()), *refusal)


def place_in(text: str, index: int) -> tuple[int, int]:
    """Line and column, counted from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def without_code(text: str) -> str:
    """The text with spaces in place of code, which is printed as it is."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def frames_written(data: Path, nodes: Mapping[str, Node]) -> FrameCount:
    """How many frames are written in the files of the data folder, whatever else is wrong with them."""

    def count(exercise: str) -> int | None:
        path = data / "exercises" / f"{exercise}.yml"
        if not is_address(exercise) or not path.exists():
            return 0
        node = nodes.get(f"{data.name}/exercises/{path.name}")
        figure = node.get("figure") if node else None
        frames = figure.get("frames") if figure else None
        return len(frames.items()) or None if frames else None

    return count


def _refusal(asked: re.Match[str], frames: FrameCount) -> tuple[str, str] | None:
    if not _WELL_FORMED.fullmatch(asked[0]):
        name = asked[1].strip(" \n:") or "<name>"
        return "this comment is nearly an insert, but none", f"write exactly <!-- insert: {' '.join(name.split())} -->"
    return refusal_of(asked[1].removeprefix(":").strip(), frames)

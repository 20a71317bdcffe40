"""What hand-written pages may ask for with `<!-- insert: … -->`, and what they ask for in vain. Renders nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from guide.files import content
from guide.model.text import is_address
from guide.problem import Problem, quoted
from guide.sentences import did_you_mean
from guide.source import LARGEST_FILE, read

INSERTS = (
    "pain-rule",
    "ask-first",
    "no-jumps",
    "jump-gate",
    "stop-set",
    "warm-up",
    "fields",
    "blank exercise",
    "blank routine",
)
"""Names that an insert may have; `frame <exercise> <number>` is one besides."""
FrameCount = Callable[[str], int | None]
"""How many frames the exercise of an id has: 0 where there is no such exercise, None where that cannot be told."""

LARGEST_PAGE = 1024 * 1024
_ASKED = re.compile(r"<!--\s*insert\b(.*?)-->", re.DOTALL | re.IGNORECASE)
_WELL_FORMED = re.compile(r"<!-- insert: [^>]+ -->")
_CODE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<ticks>`+).+?(?P=ticks)", re.DOTALL | re.MULTILINE)


def check_inserts(docs: Path, frames: FrameCount) -> Iterator[Problem]:
    """Inserts that a build would refuse, or overlook, in the pages in `docs` and in CONTRIBUTING.md beside it."""
    for path in (*sorted(docs.rglob("*.md")), *docs.parent.glob("CONTRIBUTING.md")):
        label = path.relative_to(docs.parent).as_posix()
        data = content(path, label, most=LARGEST_PAGE)
        if isinstance(data, Problem):
            yield data
            continue
        text = _CODE.sub(_blank, data.decode("utf-8-sig", "replace"))
        for asked in _ASKED.finditer(text):
            if refusal := _refusal(asked, frames):
                before = text[: asked.start()]
                line, column = before.count("\n") + 1, asked.start() - before.rfind("\n")
                yield Problem(label, line, column, *refusal)


def refusal_of(name: str, frames: FrameCount) -> tuple[str, str] | None:
    """Why nothing can be inserted under the name, and what to do; None where something can."""
    kind, *about = name.split()
    if kind != "frame":
        known = f"the names are {', '.join(INSERTS)} and frame <exercise> <number>"
        remedy = did_you_mean(name, INSERTS, otherwise=known)
        return None if name in INSERTS else (f"there is nothing to insert called {quoted(name)}", remedy)
    if len(about) != 2 or not about[1].isdecimal():
        return f"{quoted(name)} names no frame", "write frame, the id of an exercise, and a number, as in frame squat 1"
    count = frames(about[0])
    if count == 0:
        return f"there is no exercise {quoted(about[0])}", "write the id of an exercise, its file's name without .yml"
    if count is not None and not 1 <= int(about[1]) <= count:
        return f"{quoted(about[0])} has no frame {about[1]}", f"write a number from 1 to {count}"
    return None


def frames_written(data: Path) -> FrameCount:
    """How many frames are written in the files of the data folder, whatever else is wrong with them."""

    def count(exercise: str) -> int | None:
        path = data / "exercises" / f"{exercise}.yml"
        if not is_address(exercise) or not path.exists():
            return 0
        written = content(path, path.name, most=LARGEST_FILE)
        node = read(written, path.name)[0] if isinstance(written, bytes) else None
        figure = node.get("figure") if node else None
        frames = figure.get("frames") if figure else None
        return len(frames.items()) or None if frames else None

    return count


def _refusal(asked: re.Match[str], frames: FrameCount) -> tuple[str, str] | None:
    if not _WELL_FORMED.fullmatch(asked[0]):
        name = asked[1].strip(" \n:") or "<name>"
        return "this comment is nearly an insert, but none", f"write exactly <!-- insert: {' '.join(name.split())} -->"
    return refusal_of(asked[1].removeprefix(":").strip(), frames)


def _blank(code: re.Match[str]) -> str:
    """Spaces in place of code, which is printed as it is."""
    return re.sub(r"[^\n]", " ", code[0])

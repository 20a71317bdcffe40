"""What can change between two versions of the guide, as plain values. Compares nothing and prints nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guide.problems.problem import Problem

RunKind = Literal["same", "removed", "added"]


@dataclass(frozen=True)
class Run:
    """Words in a row that share one fate."""

    kind: RunKind
    text: str


@dataclass(frozen=True)
class TextChange:
    """One sentence that readers see differently."""

    kind: Literal["changed", "added", "removed", "moved"]
    section: str
    """The heading that it stands under; empty above the first one."""
    words: tuple[Run, ...]
    moved: str = ""
    """Whence and whither, where it only moved."""


@dataclass(frozen=True)
class FactChange:
    """One fact of an exercise or a routine, in words with its unit; empty where it is not stated."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class PictureChange:
    """One drawing; a side is empty where there is none."""

    caption: str
    before: str
    """SVG."""
    after: str
    """SVG."""
    described: tuple[Run, ...] = ()
    """The picture in words, where those changed."""


@dataclass(frozen=True)
class PageName:
    """A page as people speak of it."""

    address: str
    title: str
    kind: str
    """exercise, routine, muscle, equipment or page."""


@dataclass(frozen=True)
class PageChange:
    """Everything that is different on one page."""

    page: PageName
    former_title: str
    facts: tuple[FactChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    pictures: tuple[PictureChange, ...] = ()


@dataclass(frozen=True)
class NewPage:
    """A page that was not there before."""

    page: PageName
    body: str
    """HTML, as it is published."""


@dataclass(frozen=True)
class GonePage:
    """A page that is no longer there."""

    page: PageName
    leads_to: str
    """Title of the page that its address leads to from now on; empty where it leads nowhere."""


@dataclass(frozen=True)
class Echo:
    """A change that is also seen on pages which nobody edited."""

    change: TextChange
    pages: tuple[PageName, ...]


@dataclass(frozen=True)
class Changes:
    """All that readers will see differently."""

    edited: tuple[PageChange, ...] = ()
    """Pages whose own entry or text was edited, or on which other people or muscles are drawn."""
    followed: tuple[PageChange, ...] = ()
    """Pages that nobody edited, but whose facts follow from what was: only those facts."""
    echoes: tuple[Echo, ...] = ()
    added: tuple[NewPage, ...] = ()
    removed: tuple[GonePage, ...] = ()

    def __bool__(self) -> bool:
        return any((self.edited, self.followed, self.echoes, self.added, self.removed))


@dataclass(frozen=True)
class FileChange:
    """A file that is different, as git tells it."""

    kind: Literal["added", "changed", "removed"]
    path: str


@dataclass(frozen=True)
class Review:
    """The changes with everything that a reviewer should know about how they were found."""

    base: str
    """What was compared with, in words."""
    changes: Changes | None
    """None where nothing could be compared; the notes say why."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in the data of the proposal."""
    notes: tuple[str, ...] = ()
    """What a reviewer should know about the comparison, one sentence each."""
    files: tuple[FileChange, ...] = ()
    """Every file that is different, where a list of files says more than nothing."""

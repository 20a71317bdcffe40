"""What a reviewer should know about how a comparison was made, one sentence each. Compares nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.model import Guide
from guide.problems.problem import Problem
from guide.review.changes import FileChange
from guide.wording.words import join_words, plural

CONTRIBUTING = "CONTRIBUTING.md"
"""Not in docs/, and yet a page of the site."""

Loaded = Guide | tuple[Problem, ...] | None
"""What became of a data folder; None where there is none."""


def is_content(path: str) -> bool:
    """Whether the file is one that readers read, and that is compared."""
    return path == CONTRIBUTING or path.startswith("data/") or (path.startswith("docs/") and path.endswith(".md"))


def about_the_data(described: str, before: Loaded, after: Loaded) -> Iterator[str]:
    """Why not everything can be compared, where that is so."""
    if isinstance(before, tuple):
        yield (
            f"The program as it is now cannot read the data of {described}, so only pages written by hand are "
            f"compared. The first reason: {before[0]}"
        )
    elif isinstance(after, tuple):
        yield "The data has problems that also reach into other files, so only pages written by hand are compared."
    elif before is None and after is not None:
        yield f"{described} has no data yet, so every page is new."


def about_the_program(files: Iterable[FileChange]) -> Iterator[str]:
    """Files whose changes are not shown, because both versions are drawn by one program."""
    others = [file.path for file in files if not is_content(file.path)]
    if others:
        named = join_words(others if len(others) <= 5 else [*others[:4], f"{len(others) - 4} more"])
        yield (
            f"{plural(len(others), 'file')} of the program or its settings changed as well. What they do does not show "
            f"here; somebody who programs should read them: {named}."
        )

"""Shows a reviewer what readers will see differently: `make review base=main`. Asks git, writes one page."""

from __future__ import annotations

import argparse
import io
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Literal

from guide.model import Guide
from guide.pages.outputs import outputs
from guide.problems.problem import Problem
from guide.reading.load import load
from guide.reading.yaml_source import LARGEST_FILE
from guide.review.changes import FileChange, Review
from guide.review.compare import compare
from guide.review.hand_written import documents
from guide.review.notes import CONTRIBUTING, Loaded, about_the_data, about_the_program, is_content
from guide.review.review_page import review_page
from guide.review.summary import summary
from guide.review.version import Version, version
from guide.wording.words import join_words

PAGE = Path(".cache", "review.html")
STYLES = ("docs/stylesheets/guide.css", "docs/stylesheets/figure.css")
LARGEST_PAGE = 1_000_000
"""Bytes of a hand-written page; a larger one is not read."""
KINDS: Mapping[str, Literal["added", "removed"]] = {"A": "added", "D": "removed"}


class GitError(Exception):
    """Git, or what it was asked for, is not there; the message says what to do."""


def main() -> int:
    """0 where the page was written, whatever it says; 2 where the command makes no sense."""
    parser = argparse.ArgumentParser(description="Write a page that shows what readers will see differently.")
    parser.add_argument("--base", default="main", help="the version to compare with (default: main)")
    parser.add_argument("--called", help="how to call that version (default: as it is given)")
    parser.add_argument("--summary", type=Path, help="a file to which the summary in Markdown is added")
    options = parser.parse_args()
    root = Path.cwd()
    try:
        review = _review(root, options.base, options.called or options.base)
    except GitError as error:
        parser.error(str(error))
    page = root / PAGE
    page.parent.mkdir(exist_ok=True)
    styles = "\n".join((root / name).read_text("utf-8") for name in STYLES if (root / name).is_file())
    page.write_text(review_page(review, styles=styles), "utf-8", newline="\n")
    if options.summary:
        with options.summary.open("a", encoding="utf-8", newline="\n") as file:
            file.write(summary(review))
    print(f"The changes are in {PAGE.as_posix()}. Open it with a double click.")
    return 0


def _review(root: Path, named: str, called: str) -> Review:
    base, described = _branching_point(root, named, called)
    files = tuple(_files(root, base))
    with TemporaryDirectory() as folder:
        old, partly = Path(folder, "old"), Path(folder, "partly", "data")
        _take(root, base, old)
        before, after = _load(old / "data"), _load(root / "data")
        problems = after if isinstance(after, tuple) else ()
        notes = list(about_the_program(files))
        if problems and not isinstance(before, tuple):
            after, left = _without(problems, root / "data", old / "data", partly)
            notes += [f"Left as in {described}, because they have problems: {join_words(left)}."] if left else []
        whole = not isinstance(before, tuple) and not isinstance(after, tuple)
        notes += about_the_data(described, before, after)
        old_guide, new_guide = (before, after) if whole else (None, None)
        drawn = old_guide != new_guide  # where they are equal, so are their pages
        changes = compare(_version(old_guide, _texts(old), drawn=drawn), _version(new_guide, _texts(root), drawn=drawn))
    return Review(described, changes if whole or changes else None, problems, tuple(notes), files)


def _load(folder: Path) -> Loaded:
    return load(folder) if folder.is_dir() else None


def _version(guide: Loaded, texts: Mapping[str, str], *, drawn: bool) -> Version:
    read = guide if isinstance(guide, Guide) else None
    return version(read, outputs(read, whole=True) if read and drawn else (), documents(texts, read))


def _texts(root: Path) -> dict[str, str]:
    """The pages written by hand, by their names inside docs/."""
    paths = (*sorted((root / "docs").glob("*.md")), root / CONTRIBUTING)
    plain = (path for path in paths if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST_PAGE)
    return {
        path.name.replace(CONTRIBUTING, "contributing.md"): path.read_bytes().decode("utf-8", "replace")
        for path in plain
    }


def _without(problems: Sequence[Problem], data: Path, old: Path, folder: Path) -> tuple[Loaded, list[str]]:
    """The data with each file that has problems as it was, loaded, and the names of those files.

    Where that does not help, because a problem reaches into other files, the problems are returned.
    """
    for path in data.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST_FILE:
            _write(folder / path.relative_to(data), path.read_bytes())
    left: list[str] = []
    loaded: Loaded = tuple(problems)
    while isinstance(loaded, tuple) and (found := sorted({problem.path for problem in loaded} - set(left))):
        for name in found:
            _put_back(Path(*PurePosixPath(name).parts[1:]), old, folder)
        left += found
        loaded = load(folder)
    return (loaded, left) if isinstance(loaded, Guide) else (tuple(problems), [])


def _put_back(name: Path, old: Path, folder: Path) -> None:
    """The file as it was; where it was not there, no file."""
    if (old / name).is_file():
        _write(folder / name, (old / name).read_bytes())
    elif (folder / name).is_file():
        (folder / name).unlink()


# What git knows


def _branching_point(root: Path, named: str, called: str) -> tuple[str, str]:
    """The commit at which this work left the version that is named, and how to speak of it."""
    tip = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}", check=False)
    if not tip:
        raise GitError(f"git knows no version called {named!r}: name a branch or a commit, such as origin/main")
    commit = tip.decode("ascii").strip()
    shared = _git(root, "merge-base", commit, "HEAD", check=False).decode("ascii").strip()
    if shared and shared != commit:
        return shared, f"{called} where this work branched off ({shared[:10]})"
    return commit, f"{called} ({commit[:10]})"


def _files(root: Path, base: str) -> Iterator[FileChange]:
    """Every file that differs between the commit and what lies here, new ones included."""
    words = _git(root, "diff", "--name-status", "--no-renames", "--relative", "-z", base, "--").split(b"\0")
    for kind, path in zip(words[::2], words[1::2], strict=False):
        yield FileChange(KINDS.get(kind.decode("ascii"), "changed"), os.fsdecode(path))
    for path in _git(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if path:
            yield FileChange("added", os.fsdecode(path))


def _take(root: Path, base: str, folder: Path) -> None:
    """Write the plain files of data and docs, as they were in that commit, below the folder."""
    blobs: dict[str, bytes] = {}
    for entry in _git(root, "ls-tree", "-r", "-z", base, "--", "data", "docs", CONTRIBUTING).split(b"\0"):
        kind, _, name = entry.partition(b"\t")
        path = os.fsdecode(name)
        if kind.startswith(b"100") and is_content(path) and ".." not in path.split("/"):
            blobs[path] = kind.split()[2]
    batch = io.BytesIO(_git(root, "cat-file", "--batch", input=b"".join(blob + b"\n" for blob in blobs.values())))
    for path in blobs:
        _write(folder / path, batch.read(int(batch.readline().split()[2])))
        batch.read(1)  # the line's end after each


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _git(root: Path, *words: str, input: bytes = b"", check: bool = True) -> bytes:  # noqa: A002 - subprocess's word
    """What git answers; nothing where it failed and that is to be expected."""
    try:
        run = subprocess.run(("git", *words), cwd=root, input=input, capture_output=True, check=False)
    except OSError as error:
        raise GitError(f"git cannot be started ({error}): install it, or add it to PATH") from error
    if check and run.returncode:
        raise GitError(f"git {words[0]} failed: {os.fsdecode(run.stderr).strip()}")
    return b"" if run.returncode else run.stdout

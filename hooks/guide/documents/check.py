"""Every problem of what people write by hand in docs/, overrides/ and CONTRIBUTING.md. Reads of the data ids alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from guide.documents.drawings import check_drawings
from guide.documents.generated_files import Generated, address_of, generated_files, is_page
from guide.documents.inserts import LARGEST_PAGE, check_inserts, frames_written
from guide.documents.page_body import check_body
from guide.documents.page_head import check_head, without_head
from guide.pages.inserts import FrameCount
from guide.problems.node import Node
from guide.problems.problem import Problem
from guide.reading.data_files import content, list_folder
from guide.reading.yaml_source import decode

_HTML = re.compile(r"\.x?html?$", re.IGNORECASE)
_CONTRIBUTING = "CONTRIBUTING.md"
_TEXTS = (".css", ".html", ".js", ".xml")
"""What a build reads as text besides pages."""


def check_documents(root: Path, data: Path, nodes: Mapping[str, Node]) -> Iterator[Problem]:
    """What is wrong in the project's folder `root`; what its pages may name stands in `data`, which may be broken.

    `nodes` is what was read of it, by the names that problems give files.
    """
    read = [*_read(root / "docs", root), *_read(root / "overrides", root)]
    if any((root / name).exists() for name in (_CONTRIBUTING, "mkdocs.yml")):  # no site is built of data alone
        read.append(_file(root / _CONTRIBUTING, root))
    yield from (found for found in read if isinstance(found, Problem))
    files = dict(found for found in read if not isinstance(found, Problem))
    templates = [name.removeprefix("overrides/") for name in files if re.fullmatch(r"overrides/[^/]+\.html", name)]
    frames = frames_written(data, nodes)
    for name, written in files.items():
        if is_page(name) and not name.startswith("overrides/"):
            yield from _check_page(name, written, templates, frames)
        elif name.endswith(_TEXTS) and isinstance(refused := decode(written, name), Problem):
            yield refused
    documents = (name for name in files if name.startswith("docs/"))
    yield from _check_names(documents, generated_files(data))


def _read(folder: Path, root: Path) -> Iterator[tuple[str, bytes] | Problem]:
    """Every file below the folder: its name from the project's root, and what it holds where it is a page."""
    name = folder.relative_to(root).as_posix()
    paths, problems = list_folder(folder, name)
    yield from problems
    for path in (path for path in paths if not path.name.startswith(".")):  # MkDocs passes over hidden files too
        if path.is_dir() and not path.is_symlink():
            yield from _read(path, root)
        else:
            yield _file(path, root)


def _file(path: Path, root: Path) -> tuple[str, bytes] | Problem:
    name = path.relative_to(root).as_posix()
    written = content(path, name, most=LARGEST_PAGE + 1 if is_page(name) or name.endswith(_TEXTS) else 1)
    return written if isinstance(written, Problem) else (name, written)


def _check_page(name: str, written: bytes, templates: list[str], frames: FrameCount) -> Iterator[Problem]:
    if len(written) > LARGEST_PAGE:
        message = f"the page is larger than {LARGEST_PAGE // 1024} kilobytes"
        yield Problem(name, 1, 1, message, "split it, or take out what does not belong there")
        return
    text = decode(written, name)
    if isinstance(text, Problem):
        yield text
        return
    text = re.sub("\r\n?", "\n", text)
    if name != _CONTRIBUTING:
        yield from check_head(text, name, templates)
        text = without_head(text)
    yield from check_inserts(text, name, frames)
    yield from check_drawings(text, name)
    yield from check_body(text, name)


def _check_names(names: Iterator[str], generated: Generated) -> Iterator[Problem]:
    """Files that would hide a generated one, or one another, or be hidden by it."""
    earlier: dict[str, str] = {}
    for name in names:
        address = address_of(name.removeprefix("docs/"))
        shown = address.removesuffix("index.html") or "the home page"
        if generated.holds(address):
            yield Problem(name, 1, 1, f"the guide makes {shown} itself", "give the file another name")
        elif _HTML.search(name):
            yield Problem(name, 1, 1, "a page is written in Markdown", "put it into a file whose name ends in .md")
        elif address.casefold() in earlier:
            message = f"the file would hide {earlier[address.casefold()]}: both are {shown}"
            yield Problem(name, 1, 1, message, "give one of the two another name")
        earlier.setdefault(address.casefold(), name)

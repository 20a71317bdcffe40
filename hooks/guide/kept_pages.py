"""What a page's templates make of it, kept between builds: a page is rendered again when its templates, what it is
given or an answer of the guide to what they ask has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from guide.apart import are_many
from guide.asked import Answers
from guide.cores import in_shares
from guide.kept import code, digest, write
from guide.model import Guide
from guide.outputs import Output
from guide.pages import TEMPLATES, render_insert
from guide.search_index import packed, search_entries


@dataclass(frozen=True)
class Rendered:
    """One page."""

    body: str
    """HTML."""
    search: bytes = b""
    """What the search index is to hold of it, packed."""


@dataclass(frozen=True)
class _Head:
    """First line of a file."""

    key: str
    """Changes with what is given and with the templates."""
    everything: str
    """The guide as a whole, as a digest."""
    asked: str
    """Questions and digests of answers; JSON by itself, because it is seldom read."""
    body: int
    """Bytes of the body, which follows; then comes what search is to hold."""
    size: int
    """Bytes of both."""


class KeptPages:
    """The pages of one guide in a folder, a file for each; there is no harm in deleting any."""

    def __init__(self, guide: Guide, folder: Path, templates: Path = TEMPLATES) -> None:
        self._guide, self._folder, self._answers = guide, folder, Answers(guide)
        texts = (path.read_text("utf-8") for path in sorted(templates.glob("*.jinja")))
        self._same = digest(code(), version("jinja2"), str(are_many(guide)), *texts)

    def render_ahead(self, outputs: Iterable[Output]) -> None:
        """Have many that are lacking rendered on all cores; few, or where that cannot be, are left for later."""
        in_shares(self._render, [each for each in outputs if not self._is_kept(each)])

    def rendered(self, output: Output) -> Rendered:
        """The page, from the folder where it would come out the same."""
        return self._kept(output.address, output.given, partial(_rendered, output))

    def insert(self, name: str) -> str:
        """What a hand-written page asks for under this name, HTML; an unknown name is a LookupError."""
        return self._kept(f"insert {name}", name, lambda asked: Rendered(render_insert(self._guide, name, asked))).body

    def _render(self, outputs: Iterable[Output]) -> None:
        for each in outputs:
            self.rendered(each)

    def _kept(self, name: str, given: object, make: Callable[[Guide], Rendered]) -> Rendered:
        path, key = self._place(name), self._key(given)
        return self._found(path, key) or self._made(path, key, make)

    def _is_kept(self, output: Output) -> bool:
        try:
            with self._place(output.address).open("rb") as file:
                return self._head(file, self._key(output.given)) is not None
        except FileNotFoundError:
            return False

    def _found(self, path: Path, key: str) -> Rendered | None:
        try:
            with path.open("rb") as file:
                head, content = self._head(file, key), file.read()
            if head is None or len(content) != head.size:
                return None
            return Rendered(content[: head.body].decode(), content[head.body :])
        except (FileNotFoundError, UnicodeDecodeError):
            return None

    def _head(self, file: BinaryIO, key: str) -> _Head | None:
        """What the file begins with, where what follows would come out the same."""
        try:
            head = _Head(**json.loads(file.readline()))
            return head if head.key == key and self._would_be_answered_the_same(head) else None
        except (ValueError, TypeError, RecursionError):  # not written by us
            return None

    def _would_be_answered_the_same(self, head: _Head) -> bool:
        if head.everything == self._answers.everything:
            return True
        asked: Mapping[str, str] = json.loads(head.asked)
        return all(self._answers.to(question) == answer for question, answer in asked.items())

    def _place(self, name: str) -> Path:
        return self._folder / f"{digest(name)}.page"

    def _key(self, given: object) -> str:
        return digest(self._same, self._answers.digest(given))

    def _made(self, path: Path, key: str, make: Callable[[Guide], Rendered]) -> Rendered:
        asked: dict[str, str] = {}
        made = make(self._answers.noted_in(asked))
        body = made.body.encode()
        size = len(body) + len(made.search)
        head = _Head(key, self._answers.everything, json.dumps(asked), len(body), size)
        write(path, b"\n".join((json.dumps(asdict(head)).encode(), body + made.search)))
        return made


def _rendered(output: Output, asked: Guide) -> Rendered:
    body, names, boost = output.render(asked), output.search_names, output.search_boost
    entries = search_entries(body, url=output.address, title=output.title, names=names, boost=boost)
    return Rendered(body, packed(entries))

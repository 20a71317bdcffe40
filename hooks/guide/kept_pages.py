"""What a page's templates make of it, kept between builds: a page is rendered again when its templates, what it is
given or an answer of the guide to what they ask has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from guide.apart import are_many
from guide.asked import Answers
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


class KeptPages:
    """The pages of one guide in a folder, a file for each; there is no harm in deleting any."""

    def __init__(self, guide: Guide, folder: Path, templates: Path = TEMPLATES) -> None:
        self._guide, self._folder, self._answers = guide, folder, Answers(guide)
        texts = (path.read_text("utf-8") for path in sorted(templates.glob("*.jinja")))
        self._same = digest(code(), version("jinja2"), str(are_many(guide)), *texts)

    def rendered(self, output: Output) -> Rendered:
        """The page, from the folder where it would come out the same."""
        return self._kept(output.address, output.given, partial(_rendered, output))

    def insert(self, name: str) -> str:
        """What a hand-written page asks for under this name, HTML; an unknown name is a LookupError."""
        return self._kept(f"insert {name}", name, lambda asked: Rendered(render_insert(self._guide, name, asked))).body

    def _kept(self, name: str, given: object, make: Callable[[Guide], Rendered]) -> Rendered:
        path, key = self._folder / f"{digest(name)}.page", digest(self._same, self._answers.digest(given))
        return self._found(path, key) or self._made(path, key, make)

    def _found(self, path: Path, key: str) -> Rendered | None:
        try:
            head, _, content = path.read_bytes().partition(b"\n")
            noted = json.loads(head)
            sound = noted["key"] == key and noted["size"] == len(content)
            if sound and self._would_be_answered_the_same(noted):
                return Rendered(content[: noted["body"]].decode(), content[noted["body"] :])
        except (FileNotFoundError, ValueError, LookupError, TypeError):  # not there, or not written by us
            pass
        return None

    def _would_be_answered_the_same(self, noted: Mapping[str, str]) -> bool:
        if noted["everything"] == self._answers.everything:
            return True
        asked: Mapping[str, str] = json.loads(noted["asked"])
        return all(self._answers.to(question) == answer for question, answer in asked.items())

    def _made(self, path: Path, key: str, make: Callable[[Guide], Rendered]) -> Rendered:
        asked: dict[str, str] = {}
        made = make(self._answers.noted_in(asked))
        body = made.body.encode()
        head = {
            "key": key,
            "everything": self._answers.everything,
            "asked": json.dumps(asked),  # by itself, because it is seldom read
            "body": len(body),
            "size": len(body) + len(made.search),
        }
        write(path, b"\n".join((json.dumps(head).encode(), body + made.search)))
        return made


def _rendered(output: Output, asked: Guide) -> Rendered:
    body, names, boost = output.render(asked), output.search_names, output.search_boost
    entries = search_entries(body, url=output.address, title=output.title, names=names, boost=boost)
    return Rendered(body, packed(entries))

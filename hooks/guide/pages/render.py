"""Guide to page bodies: the Jinja environment, links between pages, and what hand-written pages insert."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from guide.authoring import field_reference
from guide.authoring.blank_file import blank_file
from guide.authoring.json_schema import known_ids
from guide.handouts.downloads import Download
from guide.model import Guide, hurts
from guide.pages import evidence, finder, ladder_map
from guide.pages.card_pictures import pictures
from guide.pages.drawings import Drawings
from guide.pages.inserts import DRAWING, refusal_of
from guide.pages.ladder_layout import families
from guide.pages.page_list import Page, pages
from guide.pages.repeats import with_each_drawing_once
from guide.wording import conditions, facts, gates, progression, reviewed, rules, stage_words, words

TEMPLATES = Path(__file__).parent / "templates"
HAND_WRITTEN = ("before-you-start/", "use-and-progress/", "how-this-guide-is-made/")
"""Addresses of the pages in docs/ that generated pages link to."""


def renderer(
    guide: Guide, downloads: Collection[Download] = (), folder: Path | None = None, *, whole: bool = False
) -> Callable[[Page], str]:
    """A function from a page to its body, HTML; a link to an address that no page has is a LookupError.

    `folder` keeps drawings between builds; `whole` pages need no files of drawings beside them.
    """
    drawings = Drawings(guide, folder, whole)
    environment = _environment(guide, drawings)
    by_page = defaultdict(list)
    for download in downloads:
        by_page[download.page].append(download)

    @cache
    def addresses() -> Collection[str]:
        return frozenset((*(page.address for page in pages(guide)), *HAND_WRITTEN))

    def render(page: Page) -> str:
        template = environment.get_template(page.template)
        here = page.address or "."
        offered = [(posixpath.relpath(download.uri, here), download) for download in by_page.get(page.address, ())]
        link = _linker(page.address, addresses())
        drawn = drawings.thumbnail if whole else pictures(drawings.thumbnail, page.address)
        body = template.render(guide=guide, link=link, page=page, card_picture=drawn, downloads=offered, **page.values)
        return with_each_drawing_once(body)

    return render


def render_insert(guide: Guide, name: str) -> str:
    """The list that a hand-written page asks for, or `frame <exercise> <number>`; an unknown name is a LookupError."""
    if refusal := refusal_of(name, lambda exercise: _frames(guide, exercise)):
        raise LookupError(": ".join(refusal))
    kind, *about = name.split()
    if kind == DRAWING:  # drawn before Markdown made HTML of the figure's lines, wherever they can be read
        return ""
    if kind == "frame":
        return Drawings(guide).single(guide.exercises[about[0]], int(about[1]))
    return _environment(guide, Drawings(guide)).get_template("insert.html.jinja").render(guide=guide, name=name)


def _frames(guide: Guide, exercise: str) -> int:
    return len(guide.exercises[exercise].figure.frames) if exercise in guide.exercises else 0


def _environment(guide: Guide, drawings: Drawings) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=COMPILED,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"words": words, "stage_words": stage_words, "draw": drawings}
    environment.globals |= {"facts": facts, "find": finder, "progress": progression, "reviewed": reviewed}
    environment.globals |= {"hurts": hurts, "gates": gates, "conditions": conditions, "rules": rules}
    environment.globals |= {"families": families, "ladder_map": ladder_map, "evidence": evidence}
    environment.globals |= {"fields": field_reference, "known_ids": known_ids, "blank_file": blank_file}
    return environment


class _Compiled(BytecodeCache):
    """Templates are compiled once a process, although each insert, and each rebuild of a preview, has its own."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()


def _linker(here: str, addresses: Collection[str]) -> Callable[[str], str]:
    @cache
    def link(address: str) -> str:
        target, hash_sign, anchor = address.partition("#")
        if target not in addresses:
            raise LookupError(f"no page has the address {target!r}")
        return f"{_relative(target, here)}/{hash_sign}{anchor}"

    return link


def _relative(target: str, here: str) -> str:
    """`posixpath.relpath` for addresses, which are clean: no look at the working directory."""
    there, at = [address_.rstrip("/").split("/") if address_ else [] for address_ in (target, here)]
    shared = next((i for i, (a, b) in enumerate(zip(there, at, strict=False)) if a != b), min(len(there), len(at)))
    return "/".join([".."] * (len(at) - shared) + there[shared:]) or "."

"""Guide to page bodies: the Jinja environment, links between pages, and what hand-written pages insert."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from typing import Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from guide import facts, fields, find, progress, wording
from guide.apart import are_many, picture
from guide.blank import blank_file
from guide.contents import Page, pages
from guide.downloads import Download
from guide.drawings import Drawings
from guide.ladder_layout import families, without_ladder
from guide.ladder_map import ladder_map_svg
from guide.model import Exercise, Guide
from guide.schema import known_ids

TEMPLATES = Path(__file__).parent / "templates"
HAND_WRITTEN = ("before-you-start/", "use-and-progress/", "how-this-guide-is-made/")
"""Addresses of the pages in docs/ that generated pages link to."""
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
"""What a hand-written page may ask for with `<!-- insert: … -->`."""


class Render(Protocol):
    """A function from a page to its body, HTML; a link to an address that no page has is a LookupError."""

    def __call__(self, page: Page, asked: Guide | None = None) -> str:
        """`asked` stands for the guide where somebody wants to know what is asked of it."""


def renderer(guide: Guide, downloads: Collection[Download] = (), folder: Path | None = None) -> Render:
    """What renders the pages of the guide; `folder` keeps drawings between builds."""
    drawings = Drawings(guide, folder)
    environment = _environment(guide, drawings)
    by_page = defaultdict(list)
    for each in downloads:
        by_page[each.page].append(each)

    @cache
    def addresses() -> Collection[str]:
        return frozenset((*(page.address for page in pages(guide)), *HAND_WRITTEN))

    def picture_on(here: str) -> Callable[[Exercise], Markup]:
        return lambda exercise: picture(guide, exercise, drawings.thumbnail(exercise), here)

    def render(page: Page, asked: Guide | None = None) -> str:
        template = environment.get_template(page.template)
        offered = [(posixpath.relpath(each.uri, page.address or "."), each) for each in by_page.get(page.address, ())]
        link = _linker(page.address, addresses())
        return template.render(
            guide=guide if asked is None else asked,
            link=link,
            page=page,
            card_picture=picture_on(page.address),
            downloads=offered,
            **page.values,
        )

    return render


def render_insert(guide: Guide, name: str, asked: Guide | None = None) -> str:
    """The list that a hand-written page asks for, or `frame <exercise> <number>`; an unknown name is a LookupError.

    `asked` is as in `Render`.
    """
    asked = guide if asked is None else asked
    kind, *about = name.split()
    if kind == "frame" and len(about) == 2 and about[0] in asked.exercises and about[1].isdecimal():
        return Drawings(guide).single(asked.exercises[about[0]], int(about[1]))
    if name not in INSERTS:
        known = ", ".join((*INSERTS, "frame <exercise> <number>"))
        raise LookupError(f"there is nothing to insert called {name!r}; known are {known}")
    return _environment(guide, Drawings(guide)).get_template("insert.html.jinja").render(guide=asked, name=name)


def _environment(guide: Guide, drawings: Drawings) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"words": wording, "draw": drawings, "many": are_many(guide)}
    environment.globals |= {"facts": facts, "find": find, "progress": progress}
    environment.globals |= {"families": families, "without_ladder": without_ladder, "ladder_map": ladder_map_svg}
    environment.globals |= {"fields": fields, "known_ids": known_ids, "blank_file": blank_file}
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
    there, at = [each.rstrip("/").split("/") if each else [] for each in (target, here)]
    shared = next((i for i, (a, b) in enumerate(zip(there, at, strict=False)) if a != b), min(len(there), len(at)))
    return "/".join([".."] * (len(at) - shared) + there[shared:]) or "."

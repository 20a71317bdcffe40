"""A theme's stylesheet → what a site uses of it: rules and pictures that no page and no script names are left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_USED = (
    ("", re.compile(r'class="([^"]*)"')),
    ("", re.compile(r'data-md-color-\w+="([^"]*)"')),
    ("dir=", re.compile(r'\bdir="([^"]*)"')),
)
_WORD = re.compile(r"[\w-]+")
_SCHEME = re.compile(r"\[data-md-color-\w+=([\w-]+)\]")
_NAMED = re.compile(r"\.((?:[\w-]|\\.)+)")
_CHOICE = r":(?:not|is|where|has)\([^()]*\)"
_OPEN, _OPEN_DIRECTION = re.compile(rf"{_CHOICE}|\[[^\]]*\]"), re.compile(_CHOICE)
_DIRECTION = re.compile(r"\[dir=[\"']?(\w+)")
_PIECE = re.compile(r"""'[^']*'|"[^"]*"|\\.|[^'"\\{};,()\[\]]+|.""", re.DOTALL)
_SPACE = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/|\s*([{};,])\s*|(\s+)""", re.DOTALL)
_PICTURE = re.compile(r"(--[\w-]+):url\((?:'[^']*'|\"[^\"]*\")\);?")


def names(pages: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """Classes, colour schemes and directions of the pages, and every word of the scripts, which may be a class."""
    values = {(kind, value) for page in pages for kind, pattern in _USED for value in pattern.findall(page)}
    return frozenset(
        (
            *(kind + name for kind, value in values for name in value.split()),
            *(word for script in scripts for word in _WORD.findall(script)),
        )
    )


def used_rules(css: str, known: Collection[str], others: Iterable[str] = ()) -> str:
    """The stylesheet without rules for unknown classes, and without pictures that neither it nor the others show."""
    kept = "".join(_rules_in_use(css, known))
    texts = (kept, *others)
    return _PICTURE.sub(lambda found: found[0] if any(f"var({found[1]}" in text for text in texts) else "", kept)


def squeeze(css: str) -> str:
    """The stylesheet without comments, and without spaces where they mean nothing."""
    without_comments = _SPACE.sub(lambda found: "" if found[0].startswith("/*") else found[0], css)
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", without_comments).strip()


def _rules_in_use(css: str, known: Collection[str]) -> Iterator[str]:
    for head, body in rules(css):
        if body is None:
            yield head
        elif head.startswith(("@media", "@supports")):
            inner = "".join(_rules_in_use(body, known))
            yield f"{head}{{{inner}}}" if inner else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = ",".join(selector for selector in split_selectors(head) if _may_match(selector, known))
            yield f"{selectors}{{{body}}}" if selectors else ""


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Head and body of each outermost rule; a statement without a body, such as an import, as it stands."""
    for part, end in _parts(css, ";}", "{", "}"):
        head, brace, body = part.partition("{")
        if brace:
            yield head, body
        elif part.strip():
            yield part + end, None


def split_selectors(selectors: str) -> list[str]:
    """A list of selectors one by one; commas inside parentheses belong to one of them."""
    return [part for part, _ in _parts(selectors, ",", "([", ")]")]


def _parts(css: str, ends: str, opening: str, closing: str) -> Iterator[tuple[str, str]]:
    """Each part with the mark that ends it; marks inside brackets, strings and escapes end none."""
    part, depth = "", 0
    for piece in _PIECE.findall(css):
        depth += (piece in opening) - (piece in closing)
        if piece in ends and not depth:
            yield part, piece
            part = ""
        else:
            part += piece
    yield part, ""


def _may_match(selector: str, known: Collection[str]) -> bool:
    """Whether all that an element must have is known; one class of several, or none of them, says nothing."""
    directions = (f"dir={value}" for value in _DIRECTION.findall(_OPEN_DIRECTION.sub("", selector)))
    needed = (*directions, *_SCHEME.findall(selector), *_NAMED.findall(_OPEN.sub("", selector)))
    return all(name.replace("\\", "") in known for name in needed)

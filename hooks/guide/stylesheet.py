"""A theme's stylesheet → what a site uses of it: rules and pictures that no page and no script names are left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_CLASSES = (re.compile(r'class="([^"]*)"'), re.compile(r'data-md-color-\w+="([^"]*)"'))
_WORD = re.compile(r"[\w-]+")
_SCHEME = re.compile(r"\[data-md-color-\w+=([\w-]+)\]")
_NAMED = re.compile(r"\.((?:[\w-]|\\.)+)")
_OPEN = re.compile(r":(?:not|is|where|has)\([^()]*\)|\[[^\]]*\]")
_PIECE = re.compile(r"""'[^']*'|"[^"]*"|\\.|[^'"\\{};,()\[\]]+|.""", re.DOTALL)
_SPACE = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/|\s*([{};,])\s*|(\s+)""", re.DOTALL)
_PICTURE = re.compile(r"(--[\w-]+):url\((?:'[^']*'|\"[^\"]*\")\);?")


def names(pages: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """Every class and colour scheme of the pages, and every word of the scripts, which may set any of them."""
    values = {value for page in pages for pattern in _CLASSES for value in pattern.findall(page)}
    return frozenset(
        (
            *(each for value in values for each in value.split()),
            *(each for script in scripts for each in _WORD.findall(script)),
        )
    )


def used_rules(css: str, known: Collection[str], others: Iterable[str] = ()) -> str:
    """The stylesheet without rules for unknown classes, and without pictures that neither it nor the others show."""
    kept = "".join(_used(css, known))
    texts = (kept, *others)
    return _PICTURE.sub(lambda found: found[0] if any(f"var({found[1]}" in each for each in texts) else "", kept)


def squeezed(css: str) -> str:
    """The stylesheet without comments, and without spaces where they mean nothing."""
    without_comments = _SPACE.sub(lambda found: "" if found[0].startswith("/*") else found[0], css)
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", without_comments).strip()


def _used(css: str, known: Collection[str]) -> Iterator[str]:
    for head, body in _rules(css):
        if body is None:
            yield head
        elif head.startswith(("@media", "@supports")):
            inner = "".join(_used(body, known))
            yield f"{head}{{{inner}}}" if inner else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = ",".join(each for each in split(head) if _may_match(each, known))
            yield f"{selectors}{{{body}}}" if selectors else ""


def split(selectors: str) -> list[str]:
    """A list of selectors one by one; commas inside parentheses belong to one of them."""
    parts, depth = [""], 0
    for piece in _PIECE.findall(selectors):
        depth += (piece in "([") - (piece in ")]")
        if piece == "," and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _may_match(selector: str, known: Collection[str]) -> bool:
    """Whether every class that an element must have is known; one of several, or none of them, says nothing."""
    needed = (*_SCHEME.findall(selector), *_NAMED.findall(_OPEN.sub("", selector)))
    return all(each.replace("\\", "") in known for each in needed)


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Head and body of each outermost rule; a statement without a body, such as an import, as it stands."""
    head, body, depth = "", "", 0
    for piece in _PIECE.findall(css):
        depth -= piece == "}"
        if piece == "}" and not depth:
            yield head, body
            head = body = ""
        elif piece == ";" and not depth:
            yield head + piece, None
            head = ""
        elif depth:
            body += piece
        elif piece != "{":
            head += piece
        depth += piece == "{"
    if head.strip():
        yield head, None

"""The changes as a summary for GitHub, which a coach reads first. HTML blocks in Markdown: in them no text is markup.

Inside an HTML block GitHub reads no Markdown until the next empty line, and no text of ours has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from guide.review.changes import Changes, Echo, PageChange, PageName, Review, TextChange
from guide.review.facts import headlines
from guide.review.page_lines import visible
from guide.review.word_diff import by_section
from guide.wording.words import join_words, plural

LARGEST = 900_000
"""Bytes; GitHub throws away a summary of more than 1 MiB, whole."""
MOST = 50
"""Lines of one list; the rest is counted."""
LONGEST = 700
"""Characters of one text."""

_PREVIEW = (
    "The file review.html in the artifact named preview shows all of this with the pictures, before and after: "
    "download the artifact, unpack it and open review.html with a double click. Where the data is in order, the folder "
    "site beside it is the whole guide, but needs a web server to be looked at."
)
_LIVELY = re.compile(r"[@#$]|:(?=[\w+-]+:)")
"""What GitHub makes mentions, references, formulas and emoji of, in HTML too."""
_WORDS = {"changed": "Changed", "added": "Added", "removed": "Removed", "moved": "Moved"}


def summary(review: Review, *, largest: int = LARGEST) -> str:
    """The whole as text for `$GITHUB_STEP_SUMMARY`; what does not fit is counted."""
    blocks = _cut((*_head(review), *_details(review.changes)), largest - 2000)
    return "\n\n".join([*blocks, _html("p", _PREVIEW)]) + "\n"


def _head(review: Review) -> Iterator[str]:
    yield "## What this changes for readers"
    yield _html("p", f"Compared with {review.base}.")
    if review.problems:
        yield "### Mend this first"
        yield _list(_code(str(each)) for each in review.problems)
    yield from (_html("p", note) for note in review.notes)
    if review.changes is None:
        yield _html("p", "Nothing could be compared.")
        if review.files:
            yield _html("p", "These files are different:")
            yield _list(f"{each.kind}: {_code(each.path)}" for each in review.files)
    elif not review.changes:
        yield _html("p", "Nothing changes for readers.")
    else:
        yield f"<p><b>{_text(counts(review.changes))}</b></p>"
        yield from _short(review.changes)


def counts(changes: Changes) -> str:
    """2 pages changed, 1 added, 0 removed."""
    changed = len(changes.edited)
    return f"{plural(changed, 'page')} changed, {len(changes.added)} added, {len(changes.removed)} removed."


def _short(changes: Changes) -> Iterator[str]:
    """One sentence a fact, and what follows from them."""
    edited = [line for each in changes.edited for line in headlines(each)]
    followed = [line for each in changes.followed for line in headlines(each)]
    if edited:
        yield "### In short"
        yield _list(map(_text, edited))
    if followed:
        yield "### What follows from it"
        yield _list(map(_text, followed))
    if changes.added or changes.removed:
        yield "### Pages that come and go"
        yield _list([*(f"New {each.page.kind}: {_text(each.page.title)}" for each in changes.added), *_gone(changes)])


def _gone(changes: Changes) -> Iterator[str]:
    for each in changes.removed:
        way = f"its address leads to {_text(each.leads_to)}" if each.leads_to else "its address leads nowhere"
        yield f"Removed {each.page.kind}: {_text(each.page.title)}; {way}"


def _details(changes: Changes | None) -> Iterator[str]:
    """A block a page, then one for what is also seen elsewhere."""
    if not changes:
        return
    yield from map(_page, changes.edited)
    if changes.echoes:
        yield f"<details><summary>Also seen on other pages</summary>\n{_list(map(_echo, changes.echoes))}\n</details>"


def _page(change: PageChange) -> str:
    title = _text(change.page.title)
    inner = [f"<p><b>{_text(heading)}</b></p>\n{_list(map(_change, texts))}" if heading else _list(map(_change, texts))
             for heading, texts in by_section(change.texts)]  # fmt: skip
    if change.pictures:
        inner.append(_html("p", f"{plural(len(change.pictures), 'picture')} different: see review.html."))
    if not inner:
        inner.append(_html("p", "Only the facts named above."))
    body = "\n".join(inner)
    return f"<details open><summary><b>{title}</b> ({change.page.kind})</summary>\n{body}\n</details>"


def _change(change: TextChange) -> str:
    tags = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    words = "".join(tags[run.kind].format(_text(run.text)) for run in change.words)
    words = words.replace("</del><ins>", "</del> <ins>")
    return f"{_WORDS[change.kind]}{f' {_text(change.moved)}' if change.moved else ''}: {words}"


def _echo(echo: Echo) -> str:
    return f"{_change(echo.change)} <i>({plural(len(echo.pages), 'page')}: {_text(_named(echo.pages))})</i>"


def _named(pages: Iterable[PageName]) -> str:
    titles = [each.title for each in pages]
    return join_words(titles if len(titles) <= 4 else [*titles[:3], f"{len(titles) - 3} more"])


def _cut(blocks: Iterable[str], room: int) -> Iterator[str]:
    """The blocks for which there is room, then how many there was none for."""
    left_out = 0
    for block in blocks:
        size = len(block.encode("utf-8")) + 2
        if size <= room:
            room -= size
            yield block
        else:
            left_out += 1
    if left_out:
        yield _html("p", f"{plural(left_out, 'further part')} of this summary did not fit; review.html tells more.")


def _list(lines: Iterable[str]) -> str:
    items = [f"<li>{each}</li>" for each in lines]
    more = [f"<li>and {len(items) - MOST} more</li>"] if len(items) > MOST else []
    return "\n".join(["<ul>", *items[:MOST], *more, "</ul>"])


def _html(tag: str, text: str) -> str:
    return f"<{tag}>{_text(text)}</{tag}>"


def _code(text: str) -> str:
    """In code GitHub makes nothing of any character."""
    return f"<code>{escape(_shortened(text))}</code>"


def _text(text: str) -> str:
    """The text as HTML that GitHub shows literally, on one line and not longer than anybody reads."""
    shown = _shortened(text)
    pieces = _LIVELY.split(shown)
    marks = [f"<span>{each}</span>" for each in _LIVELY.findall(shown)]
    return "".join(escape(piece) + mark for piece, mark in zip(pieces, [*marks, ""], strict=True))


def _shortened(text: str) -> str:
    shown = visible(text)
    return f"{shown[:LONGEST]} … ({len(shown) - LONGEST} more characters)" if len(shown) > LONGEST else shown

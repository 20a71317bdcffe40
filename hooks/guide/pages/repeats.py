"""A page's body → the same body with every drawing once: where one is shown again, it is referred to. Draws none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

WORTH = 600
"""Letters of a drawing below which referring to it saves nothing."""
_DRAWING = re.compile(
    r'(<svg class="fig [^"]*" viewBox="[^"]*" (?:aria-hidden="true"|role="img" aria-label="[^"]*")>)(.*?)</svg>'
)


def with_each_drawing_once(body: str) -> str:
    """The first of several drawings that are alike gets an id, and the others show that one; each keeps its text."""
    counts = Counter(content for _, content in _DRAWING.findall(body) if len(content) >= WORTH)
    names = {content: f"drawn-{number}" for number, content in enumerate(counts, 1) if counts[content] > 1}
    return _DRAWING.sub(_replacing(names), body) if names else body


def _replacing(names: dict[str, str]) -> Callable[[re.Match[str]], str]:
    seen: set[str] = set()

    def replaced(found: re.Match[str]) -> str:
        start, content = found.groups()
        if content not in names:
            return found[0]
        if content in seen:
            return f'{start}<use href="#{names[content]}"/></svg>'
        seen.add(content)
        return f'{start}<g id="{names[content]}">{content}</g></svg>'

    return replaced

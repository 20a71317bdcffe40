"""An output as the head of a Markdown file, and hand-written pages with what they ask for filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from guide.outputs import Output

_INSERT = re.compile(r"<!-- insert: ([^>]+) -->")


def front_matter(output: Output, **more: object) -> str:
    """YAML front matter; every value is JSON, which is YAML whatever the text holds."""
    hidden = ["navigation"] if output.address else ["navigation", "toc"]
    meta: dict[str, object] = {"title": output.title, "description": output.description, "hide": hidden}
    if output.search_names:
        meta["tags"] = list(output.search_names)
        hidden.append("tags")  # they are for the search; Zensical would print them too
    if output.search_boost != 1:
        meta["search"] = {"boost": output.search_boost}
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in (meta | more).items())
    return "\n".join(["---", *lines, "---", ""])


def filled(text: str, render: Callable[[str], str]) -> str:
    """A hand-written page, as Markdown or as HTML, with every `<!-- insert: … -->` replaced by what it asks for."""
    return _INSERT.sub(lambda found: render(found[1]), text)

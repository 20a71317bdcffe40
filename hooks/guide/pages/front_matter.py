"""An output as the head of a Markdown file, and hand-written pages with what they ask for filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from guide.pages.outputs import Output

_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_INSERT = re.compile(r"<!-- insert: ([^>]+) -->")


def describe_page(output: Output, *hidden: str) -> dict[str, object]:
    """What every generator is told of a page; `hidden` is what the theme leaves out besides."""
    hide = ["navigation", *hidden] if output.address else ["navigation", "toc", *hidden]
    return {"title": output.title, "description": output.description, "hide": hide}


def for_search(output: Output) -> dict[str, object]:
    """The same, for a generator that reads the page itself to make it searchable."""
    meta = describe_page(output)
    if output.search_names:  # which Zensical would print too
        meta = describe_page(output, "tags") | {"tags": list(output.search_names)}
    return meta if output.search_boost == 1 else meta | {"search": {"boost": output.search_boost}}


def front_matter(meta: Mapping[str, object]) -> str:
    """YAML front matter; every value is JSON, which is YAML whatever the text holds."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items())
    return "\n".join(["---", *lines, "---", ""])


def headings(body: str) -> list[tuple[str, str]]:
    """Anchor and words, HTML, of what stands in the contents of a page."""
    return [(anchor, words.strip()) for anchor, words in _HEADING.findall(body)]


def fill_inserts(text: str, render: Callable[[str], str]) -> str:
    """A hand-written page, as Markdown or as HTML, with every `<!-- insert: … -->` replaced by what it asks for."""
    return _INSERT.sub(lambda found: render(found[1]), text)

"""The front matter of a hand-written page: fields that MkDocs and the theme know, and nothing else. Fills in none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guide.problems.error_sentences import did_you_mean
from guide.problems.node import Node
from guide.problems.problem import Problem, quote
from guide.reading.yaml_source import read

FIELDS = ("title", "description", "hide", "template")
HIDDEN = ("navigation", "toc", "path", "footer", "tags", "feedback")
"""What the theme can leave out of a page."""
_HEAD = re.compile(r"---[ \t]*\n(.*?)^(?:\.{3}|---)[ \t]*\n", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
"""MkDocs takes such a first line for a field, and does not print it."""


def without_head(text: str) -> str:
    """The page with blank lines in place of its front matter, so that places stay."""
    return _HEAD.sub(lambda head: "\n" * head[0].count("\n"), text, count=1) if _HEAD.match(text) else text


def check_head(text: str, path: str, templates: Sequence[str]) -> Iterator[Problem]:
    """What is wrong in the front matter; `templates` are those that it may name."""
    if found := _HEAD.match(text):
        node, problems = read(f"\n{found[1]}".encode(), path)
        yield from problems
        if node and isinstance(node.content, dict):
            for key, value in node.content.values():
                yield from (Problem(path, *refused) for refused in _check_field(key, value, templates))
        elif node:
            yield Problem(path, 2, 1, "the front matter has no fields", "write title: and the title, as in other pages")
    elif re.match(r"\s+---[ \t]*\n", text):
        yield Problem(path, 1, 1, "something stands before the front matter", "begin the first line with ---")
    elif text.startswith("---"):
        yield Problem(path, 1, 1, "the front matter has no end", "write a line --- after its last field")
    elif _FIELD.match(text):
        hint = "write a line --- before and after the fields, or begin the page with a heading"
        yield Problem(path, 1, 1, "the first line is taken for a field, and not printed", hint)


Refused = tuple[int, int, str, str]


def _check_field(key: Node, value: Node, templates: Sequence[str]) -> Iterator[Refused]:
    name, place, known = str(key.content), (value.line, value.column), "the fields are " + ", ".join(FIELDS)
    if name not in FIELDS:
        remedy = did_you_mean(name, FIELDS, otherwise=known)
        yield key.line, key.column, f"front matter has no field {quote(name)}", remedy
    elif name == "hide":
        yield from _check_hide(value)
    elif not isinstance(value.content, str) or not value.content.strip():
        yield *place, f"{name} must be text", "write it on one line, in double quotes"
    elif name == "template" and value.content not in templates:
        hint = f"write {' or '.join(templates)}, or delete the line" if templates else "delete the line"
        yield *place, f"overrides has no template {quote(value.content)}", hint


def _check_hide(value: Node) -> Iterator[Refused]:
    if not isinstance(value.content, tuple):
        yield value.line, value.column, "hide must be a list", "write it as hide: [navigation, toc]"
    for word in value.items():
        if word.content not in HIDDEN:
            remedy = did_you_mean(str(word.content), HIDDEN, otherwise=f"the words are {', '.join(HIDDEN)}")
            yield word.line, word.column, f"the theme cannot hide {quote(word.value)}", remedy

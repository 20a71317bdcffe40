"""Figures that stand on hand-written pages as YAML, each drawn below it where the page asks for that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError

from guide.documents.inserts import place_in
from guide.figure import Subject, figure_findings, frame_svg
from guide.model.figure import Figure
from guide.pages.inserts import DRAWING
from guide.problems.explain import explain
from guide.problems.node import Node
from guide.problems.problem import Problem
from guide.reading.yaml_source import read

_ASKED = re.compile(rf"^```yaml\n(?P<yaml>(?:(?!```).*\n)*)```\n+(?P<asked><!-- insert: {DRAWING} -->)", re.MULTILINE)
_ALONE = re.compile(rf"^<!-- insert: {DRAWING} -->", re.MULTILINE)


def fill_drawings(text: str, subject: Subject) -> str:
    """The page, as Markdown, with the last frame of each figure drawn below its lines; what cannot be drawn is left
    out, because the check tells about it."""
    return _ASKED.sub(lambda found: _with_picture(found, subject), text)


def check_drawings(text: str, path: str) -> Iterator[Problem]:
    """What is wrong with the figures that the page asks for, each at its line."""
    figures = list(_ASKED.finditer(text))
    for found in figures:
        first, _ = place_in(text, found.start("yaml"))
        lines = "\n" * (first - 1) + found["yaml"]
        yield from _problems(lines.encode("utf-8"), path)
    follow = {found.start("asked") for found in figures}
    for alone in _ALONE.finditer(text):
        if alone.start() not in follow:
            message = "there is no figure above this insert"
            yield Problem(
                path, *place_in(text, alone.start()), message, "write it above, as a block that begins ```yaml"
            )


def _with_picture(found: re.Match[str], subject: Subject) -> str:
    node, _ = read(found["yaml"].encode("utf-8"), "")
    try:
        figure = _figure(node) if node else None
    except ValidationError:
        figure = None
    if figure is None:
        return found[0]
    block = found[0][: found.start("asked") - found.start()]
    picture = frame_svg(figure, len(figure.frames), subject)
    return f'{block}<div class="guide-single-frame">{picture}</div>\n'


def _figure(node: Node) -> Figure:
    """A figure, also where the page shows only one of its frames."""
    written = node.value
    frames = written.get("frames") if isinstance(written, dict) else None
    if isinstance(written, dict) and isinstance(frames, tuple) and len(frames) == 1:
        return Figure.model_validate({**written, "frames": frames * 2})
    return Figure.model_validate(written)


def _problems(lines: bytes, path: str) -> Iterator[Problem]:
    node, problems = read(lines, path)
    yield from problems
    if node is None:
        return
    try:
        figure = _figure(node)
    except ValidationError as error:
        yield from explain(error, Figure, node, path)
        return
    for location, message, hint in figure_findings(figure):
        place = node.find(location)
        yield Problem(path, place.line, place.column, message, hint)

"""A page for whoever poses figures: every frame in its views, light, dark, with its words. Reads no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from guide.figure import Subject, describe, frame_svg, pair_svgs, pair_text
from guide.model.figure import Figure

_CSS = """
body { font: 14px/1.4 sans-serif; margin: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: 1rem; padding: .5rem; align-items: end; }
.row[data-md-color-scheme="slate"] { background: #1e2129; color: #ddd; }
figure { margin: 0; flex: 1 1 9rem; max-width: 18rem; }
.fig { display: block; width: 100%; height: auto; overflow: visible; }
"""
SCHEMES = ("default", "slate")


def page(title: str, body: str, *, css: str, script: str = "") -> str:
    """The whole page, which asks for nothing else."""
    code = f"<script type='module'>{script}</script>" if script else ""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{css}{_CSS}</style>"
        f"<body><h1>{escape(title)}</h1>{body}{code}</body></html>\n"
    )


def figure_rows(figure: Figure, subject: Subject, *, frame: int | None = None) -> str:
    """The key frames, then those of every version and both pictures of every mistake, on white and on black; or only
    one key frame (the first is 1)."""
    pictures = [*_frames(figure, subject, frame)]
    if frame is None:
        for version in figure.modifications:
            pictures += _frames(figure.drawn_as(version), subject)
        for number in range(len(figure.pairs)):
            pairs = zip(pair_svgs(figure, number, subject), pair_text(figure, number), strict=True)
            pictures += [_picture(picture, text) for picture, text in pairs]
    return "".join(f'<div class="row" data-md-color-scheme="{scheme}">{"".join(pictures)}</div>' for scheme in SCHEMES)


def findings_list(sentences: Iterable[str]) -> str:
    """What is wrong, as a list."""
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in sentences) or '<li>no findings</li>'}</ul>"


def _frames(figure: Figure, subject: Subject, only: int | None = None) -> Iterator[str]:
    for view in figure.views:
        for number, frame in enumerate(figure.frames, start=1):
            if only in (None, number):
                yield _picture(frame_svg(figure, number, subject, view=view), describe(figure, frame))


def _picture(drawn: str, text: str) -> str:
    return f"<figure>{drawn}<figcaption>{escape(text)}</figcaption></figure>"

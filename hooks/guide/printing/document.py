"""What a PDF is before it is printed: a template, the data for it, the paper. Knows neither Typst nor the guide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Paper: TypeAlias = Literal["a4", "us-letter"]
Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"
"""What JSON can say."""
Content: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True)
class Document:
    """A handout that could be printed."""

    template: str
    """File in hooks/guide/handouts/templates."""
    content: Content
    """What the template shows, every text literally."""
    paper: Paper
    timestamp: int
    """When the data last changed, in seconds since 1970: the PDF's date. Never the clock, or no two builds agree."""
    name: str
    """How a problem calls it."""

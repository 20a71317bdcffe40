"""Figures on a page of their own, for whoever poses them: every frame in its views, with words. Reads no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from guide.figure import describe, frame_svg
from guide.model.exercise import MusclesWorked
from guide.model.figure import Figure

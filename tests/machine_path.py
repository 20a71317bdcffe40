"""Recognises a path that only one computer knows: a home or temporary folder, or this project's own place."""

from __future__ import annotations

import re
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[1]
_PATHS = re.compile(
    rf"(?<![\w.])(?:/(?:home|Users|root|tmp|private|var/folders)/|[A-Z]:\\\w\w)\w+|{re.escape(str(_PROJECT))}\b"
)

EXAMPLES = (f"see /{'home'}/anna/guide", f'src="/{"tmp"}/x1/squat.yml"', "C:" + r"\Users", f"{_PROJECT}/data")


def machine_path(text: str) -> str | None:
    """The first such path in the text."""
    found = _PATHS.search(text)
    return found[0] if found else None

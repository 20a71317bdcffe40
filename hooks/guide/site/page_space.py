"""A page → the same page without the indentation and the empty lines of its templates. Knows text, no files."""

from __future__ import annotations

import re

# What is written as it stands is taken as a whole and given back; between all else, a break of line is one space.
_KEPT_OR_BREAK = re.compile(
    r"(<(pre|textarea|script|style)\b.*?</\2\s*>)|[ \t\r\f]*\n[ \t\r\f\n]*", re.DOTALL | re.IGNORECASE
)


def without_indentation(page: str) -> str:
    """The page with one break of line where there were several, or spaces around it; browsers show both alike."""
    return _KEPT_OR_BREAK.sub(lambda found: found[1] or "\n", page)

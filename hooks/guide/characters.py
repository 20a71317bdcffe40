"""Characters that are not seen as what they are: which those are, and how they are shown. Knows no guide."""

from __future__ import annotations

import re
from unicodedata import category

# Control characters; bidirectional and invisible ones, which make text read otherwise than it is stored; fillers that
# look like nothing; and halves of characters, which no file can hold.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff9-\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Of them those that no file holds as they are, not even in a comment: control characters but for tabs and ends of
# lines, line ends that editors do not count, and what makes a line read otherwise than it is.
UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def spell_out(text: str) -> str:
    """The text with everything spelled out that would not be seen."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def is_mark(character: str) -> bool:
    """Whether it stands on the letter before it, as accents do."""
    return category(character) in ("Mn", "Me")

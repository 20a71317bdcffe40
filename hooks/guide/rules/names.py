"""Names that readers could not tell apart: how names are compared, and by which letter they differ. Knows no entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import category, normalize

_LOOK_ALIKES: Mapping[str, str] = {
    "a": "аАαΑɑ", "b": "ВΒ", "c": "сСϲ", "d": "ԁđ", "e": "еЕΕ", "g": "ɡ", "h": "НһΗ", "i": "іІιΙı", "j": "јЈ",
    "k": "кКκΚ", "l": "1ӏɩł", "m": "МΜ", "n": "Ν", "o": "0оОοΟø", "p": "рРρΡ", "q": "ԛ", "s": "ѕЅ", "t": "ТτΤ",
    "u": "υ", "v": "νѵ", "w": "ԝ", "x": "хХχΧ", "y": "уУγΥ", "z": "Ζ",
}  # fmt: skip
"""Digits, and letters of other scripts, by the Latin letter that each is taken for: the Cyrillic а in Squаt."""
_LATIN = str.maketrans({other: latin for latin, others in _LOOK_ALIKES.items() for other in others})
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])I(?=[a-z]|\b)")
"""Taken for a small l: WaIl."""
_ACCENTS = re.compile("[\u0300-\u036f]")


def look(name: str) -> str:
    """What is the same of names that look alike: without case, accents, spaces, signs and the script of a letter."""
    plain = _CAPITAL_INSIDE.sub("l", _ACCENTS.sub("", normalize("NFKD", name))).translate(_LATIN).casefold()
    return "".join(letter for letter in plain if category(letter)[0] not in "CPSZ") or name


def look_alike(name: str, other: str) -> str:
    """The letter that tells a name from another of the same look, for a message; empty where readers see why."""
    letters = (letter for letter in name if letter not in other and not letter.isascii())
    letter = next((letter for letter in letters if letter.translate(_LATIN) != letter), "")
    return f" with {letter!r} (U+{ord(letter):04X})" if letter else ""

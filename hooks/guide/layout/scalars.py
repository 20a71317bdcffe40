"""A single value as the text that a data file has for it: quotes only where they are needed. Knows no lists."""

from __future__ import annotations

import re
from decimal import Decimal

from guide.characters import UNSEEN
from guide.node import Scalar

_INDICATORS = "-?:,[]{}#&*!|>'\"%@` "
_CUT = re.compile(r": | #|:$")
_IN_FLOW = re.compile(r"[,\[\]{}]")
# What this or another reader of YAML takes for a number, a date, a truth value or nothing; a range is none of them.
_MISREAD = re.compile(
    r"(?!\d+-\d+$)[-+.]*\d[-+.\d_:eE]*|0[xo][\da-f_]+|[-+]?\.(inf|nan)|true|false|null|yes|no|on|off|y|n|~|",
    re.IGNORECASE,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def scalar_text(value: Scalar, *, in_flow: bool = False) -> str:
    """The value as it is written; reading the text gives the value again."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return str(value) if isinstance(value, int) else _string(value, in_flow)


def _string(text: str, in_flow: bool) -> str:
    unseen = UNSEEN.search(text)
    if not (unseen or _needs_quotes(text, in_flow)):
        return text
    if not unseen and text.count('"') + text.count("\\") > text.count("'"):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(each, each) if not UNSEEN.match(each) else _escape(each) for each in text) + '"'


def _needs_quotes(text: str, in_flow: bool) -> bool:
    if _MISREAD.fullmatch(text) or text[0] in _INDICATORS or text != text.strip() or _CUT.search(text):
        return True
    return bool(in_flow and _IN_FLOW.search(text))


def _escape(character: str) -> str:
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"

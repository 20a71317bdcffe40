"""Plain values as YAML text: quotes only where they are needed, every text on one line. Knows no field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from guide.characters import UNSEEN

Plain: TypeAlias = "str | int | float | Sequence[Plain] | Mapping[str, Plain] | None"

_INDICATORS = "-?:,[]{}#&*!|>'\"%@` "
_CUT = re.compile(r": | #|:$|:[?,:\[\]{}]")
_IN_FLOW = re.compile(r"[,\[\]{}]")
# What this or another reader of YAML takes for a number, a time, a truth value or nothing; a range is none of them, and
# a day is what it is taken for.
_MISREAD = re.compile(
    r"(?!\d+-\d+$|\d{4}-\d\d-\d\d$)[-+.]*\d[-+.\d_:eE]*|0[xo][\da-f_]+|[-+]?\.(inf|nan)|true|false|null|yes|no|on|off|y|n|~|",
    re.IGNORECASE,
)
_ESCAPED = re.compile(f'{UNSEEN.pattern}|["\\\\]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Written(str):
    """Text that is YAML already, and stands in one line as it is."""


def lines_of(value: Plain) -> Iterator[str]:
    """The value with a line for each field and entry; what is `Written` stays in one."""
    if isinstance(value, Mapping) and value:
        for name, part in value.items():
            yield from _field(f"{in_line(name, in_flow=True)}:", part)
    elif isinstance(value, list | tuple) and value:
        for part in value:
            first, *rest = lines_of(part)
            yield "-" if part is None else f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield in_line(value)


def in_line(value: Plain, *, in_flow: bool = False) -> str:
    """The value in one line, `in_flow` inside brackets; reading the text gives the value again."""
    if isinstance(value, str):
        return value if isinstance(value, Written) else _string(value, in_flow)
    if isinstance(value, Mapping):
        pairs = (f"{in_line(name, in_flow=True)}: {in_line(part, in_flow=True)}" for name, part in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(in_line(part, in_flow=True) for part in value)}]"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return "null" if value is None else str(value).lower()


def _field(name: str, value: Plain) -> Iterator[str]:
    if isinstance(value, Mapping | list | tuple) and value:
        yield name
        yield from (f"  {line}" for line in lines_of(value))
    else:
        yield name if value is None else f"{name} {in_line(value)}"


def _string(text: str, in_flow: bool) -> str:
    unseen = UNSEEN.search(text)
    if not (unseen or _needs_quotes(text, in_flow)):
        return text
    if not unseen and text.count('"') + text.count("\\") > text.count("'"):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _needs_quotes(text: str, in_flow: bool) -> bool:
    if _MISREAD.fullmatch(text) or text[0] in _INDICATORS or text != text.strip() or _CUT.search(text):
        return True
    return bool(in_flow and _IN_FLOW.search(text))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if found[0] in _ESCAPES:
        return _ESCAPES[found[0]]
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
